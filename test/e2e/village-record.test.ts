import { Workbook } from '@cj-tech-master/excelts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
let server: Server
let browser: Browser
let villages: { code: string; name: string }[]

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const office = await asking(server.address, 'demo-township')
  const { townships } = await (await office.get('/places')).json()
  villages = townships.find(({ code }: { code: string }) => code === TOWNSHIP).villages
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(size: keyof typeof SIZES, username: string, path: string) {
  const context = await openContext(browser, {
    ...{ viewport: SIZES[size], locale: 'zh-CN', acceptDownloads: true },
  })
  const page = await context.newPage()
  await page.goto(`${server.address}${path}`)
  await signIn(page, username)
  return page
}

/** The downloaded sheet with an audit of every village; the first three rows are wrong, each in another way. */
async function filled(path: string): Promise<Buffer> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]!
  for (const [at] of villages.entries()) {
    const cells = ['2026.9.1', '村两委班子', '镇经管站', '2026年9月20日', '没有问题', '']
    const notices = ['2026-09-21', '27日', '2026年10月1日至7日', '']
    if (at === 0) cells[0] = '2026.9'
    if (at === 1) cells[4] = '很好'
    if (at === 2) notices[1] = '20日'
    for (const [n, text] of [...cells, ...notices].entries())
      sheet.getRow(4 + at).getCell(4 + n).value = text
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('a township clerk enters the audits of 21 villages by spreadsheet', () => {
  test('downloads it, fills it in, mends one row, leaves two out, writes; the same file again writes nothing', async () => {
    const page = await open('desk', 'demo-township', '/village-entries?kind=audit')
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载表格' }).click()
    const buffer = await filled(await (await downloading).path())
    const file = { name: '离任审计登记表.xlsx', mimeType: SHEET, buffer }
    const count = villages.length
    expect(count).toBe(21)

    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText(`${count - 3} 行将写入`).waitFor()
    await page.getByText('3 行需要改正').waitFor()
    // Each fault says its column and how to mend it.
    await page.getByText('审计开始日期：').waitFor()
    await page.getByText('只有年月，缺日').waitFor()
    expect(await page.getByRole('button', { name: `写入 ${count - 3} 条` }).isDisabled()).toBe(true)
    expect(await seriousOf(page)).toEqual([])

    await page.getByRole('button', { name: '改正第 4 行' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('审计开始日期*').fill('2026.9.1')
    await dialog.getByRole('button', { name: '重新核对' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '其余 2 行都不写入' }).click()
    await page.getByRole('button', { name: `写入 ${count - 2} 条` }).dblclick()
    await page.getByText(`已写入 ${count - 2} 条`).waitFor()

    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText(`${count - 3} 行已有，不重复写`).waitFor()
    await page.context().close()
  }, 120_000)
})

describe.each(['desk', 'phone'] as const)('the record of a village at a %s', (size) => {
  test('takes a survey with its caution, shows it with its shares, and takes it back', async () => {
    const { code, name } = villages[size === 'desk' ? 4 : 5]!
    const page = await open(size, 'demo-township', `/villages/${code}/record?kind=survey`)
    await page.getByRole('heading', { level: 1, name: `${name}·村情档案` }).waitFor()
    await page.getByRole('button', { name: '登记满意度测评' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('请填写').first().waitFor()
    await dialog.getByLabel('测评日期').fill('2026-09-15')
    await dialog.getByLabel('测评对象').selectOption({ label: '换届初步人选' })
    await dialog.getByLabel('发出票数').fill('100')
    await dialog.getByLabel('收回票数').fill('120')
    await dialog.getByLabel('满意（赞成）票数').fill('30')
    await dialog.getByLabel('依据或来源').fill('入户测评汇总表')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('不能多于发出票数').waitFor()
    await dialog.getByLabel('收回票数').fill('40')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('收回的不到发出的一半').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '核对无误，仍然登记' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const item = page.locator('.record-entry', { hasText: '入户测评汇总表' })
    await item.getByText('75.0%').waitFor()

    await item.locator('input[type=file]').setInputFiles({
      ...{ name: '汇总表.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'),
    })
    await item.getByRole('link', { name: '汇总表.pdf' }).waitFor()
    await item.getByRole('button', { name: '撤回' }).click()
    await dialog.getByLabel('原因').fill('票数有误，重新登记')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await item.getByText('撤回：票数有误，重新登记').waitFor()
    // What lies half under the bar at the top is no smaller for that.
    await page.evaluate(() => scrollTo(0, 0))
    expect(await seriousOf(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide, 'nothing runs over the edge').toBe(false)

    await page.getByRole('button', { name: '导出表格' }).click()
    await dialog.getByLabel('用途').fill('换届工作调度会')
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '生成', exact: true }).click()
    const link = dialog.getByRole('link', { name: '下载' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^村情档案-\d{4}-\d\d-\d\d\.xlsx$/)
    const workbook = new Workbook()
    await workbook.xlsx.readFile(await download.path())
    const said = JSON.stringify(workbook.worksheets[0]!.getSheetValues())
    expect(said).toContain('已撤回：票数有误，重新登记')
    await page.context().close()
  }, 120_000)
})

test('a village reads its record and takes no table out', async () => {
  const page = await open('desk', 'demo-village', '/')
  const own = page.getByRole('link', { name: '村情档案' }).first()
  await own.click()
  await page.getByRole('heading', { level: 1, name: /·村情档案$/ }).waitFor()
  expect(await page.getByRole('button', { name: '导出表格' }).count()).toBe(0)
  await page.context().close()
}, 60_000)

test('the county merges a village into another, is led on from the old code, and undoes it', async () => {
  const [from, into] = [villages[7]!, villages[8]!]
  const page = await open('desk', 'demo-county', `/villages/${from.code}/record`)
  await page.getByRole('button', { name: '合并到其他村' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('人的所在村改为合并后的村').waitFor()
  await dialog.getByLabel('并入哪个村').selectOption(into.code)
  await dialog.getByLabel('依据').fill('撤并村庄的批复')
  expect(await seriousOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '确认合并' }).click()
  await page.getByRole('heading', { level: 1, name: `${into.name}·村情档案` }).waitFor()
  await page.getByText(`原${from.name}`).first().waitFor()

  await page.goto(`${server.address}/villages/${from.code}/record`)
  await page.waitForURL(`**/villages/${into.code}/record`)
  await page.getByRole('button', { name: '撤销合并' }).click()
  await dialog.getByLabel('原因').fill('批复有误，恢复两村')
  await dialog.getByRole('button', { name: '撤销合并' }).click()
  await page.getByText(`已撤销，${from.name}恢复`).waitFor()
  await page.goto(`${server.address}/villages/${from.code}/record`)
  await page.getByRole('heading', { level: 1, name: `${from.name}·村情档案` }).waitFor()
  await page.context().close()
}, 120_000)
