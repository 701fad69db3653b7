import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultTemplate } from '../../api/papers/template/default.ts'
import { partsOf } from '../../api/papers/template/package.ts'
import { zipped } from '../../api/papers/template/zipped.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { type Server, signIn, startServer } from './server.ts'

let browser: Browser
let server: Server
let context: BrowserContext
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  context = await openContext(browser, {
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  })
  page = await context.newPage()
  await page.goto(`${server.address}/papers`)
  await signIn(page, 'demo-county')
  await page.getByRole('heading', { name: '报表与导出', level: 1 }).waitFor()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const make = () => page.getByRole('button', { name: '生成', exact: true })
const purpose = () => page.getByLabel('用途')

describe('a county officer takes out papers', () => {
  test('without a purpose nothing is made, and the field says so', async () => {
    await make().click()
    await page.getByText('请写明用途，至少 4 个字').waitFor()
    expect(await page.getByRole('link', { name: /^下载 / }).count()).toBe(0)
  })

  test('the report is made by the keyboard alone and downloaded by a plain link', async () => {
    await purpose().fill('换届工作调度会')
    await purpose().press('Enter')
    const link = page.getByRole('link', { name: /^下载 山亭区换届分析报告/ })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^山亭区换届分析报告-\d{4}-\d{2}-\d{2}\.docx$/)
    const parts = await partsOf(await readFile(await download.path()))
    expect(parts.get('word/document.xml')!.toString('utf8')).toContain('山亭区')
  })

  test('a double click makes one', async () => {
    const rows = page.getByRole('listitem').filter({ hasText: '换届工作调度会' })
    const before = await rows.count()
    await make().dblclick()
    await expect.poll(() => rows.count()).toBeGreaterThan(before)
    await page.waitForLoadState('networkidle')
    expect(await rows.count()).toBe(before + 1)
  })

  test('tables need a choice, and are removed again', async () => {
    await page.getByRole('radio', { name: /数据表（Excel）/ }).check()
    await make().click()
    await page.getByText('请至少勾选一张表').waitFor()
    await page.getByRole('checkbox', { name: '各乡镇换届准备度' }).check()
    await make().click()
    const link = page.getByRole('link', { name: /^下载 各乡镇换届准备度/ })
    await link.waitFor()
    await page.getByRole('button', { name: /^移除 各乡镇换届准备度/ }).click()
    await link.waitFor({ state: 'detached' })
  })

  test('a wrong template is refused in words; a right one is in force, and can be left again', async () => {
    const upload = page.locator('input[type=file]')
    await upload.setInputFiles(await edited('错.docx', '{地名}村（社区）', '{地方}村（社区）'))
    await page.getByRole('alert').filter({ hasText: '最接近的是“{地名}”' }).waitFor()
    await upload.setInputFiles(await edited('专报.docx', '换届分析报告', '换届专报'))
    await page.getByText('自有模板第 1 版').first().waitFor()
    await page.getByRole('button', { name: '恢复默认模板' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复默认模板' }).click()
    await page.getByText('已恢复默认模板。').waitFor()
  })

  test('the page is accessible, also on a phone, where nothing is cut off', async () => {
    await page.getByText('可用字段').click()
    expect(await seriousOf(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    // What lies half under the bar at the top is no smaller for that.
    await page.evaluate(() => scrollTo(0, 0))
    expect(await seriousOf(page)).toEqual([])
    const widths = () => page.evaluate(() => [document.body.scrollWidth, innerWidth])
    const [content, screen] = await widths()
    expect(content).toBeLessThanOrEqual(screen!)
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

/** The default template with other words, as Word would save it. */
async function edited(name: string, from: string, to: string) {
  const parts = await partsOf(await defaultTemplate())
  const path = join('word', 'document.xml')
  const document = parts.get(path)!.toString('utf8').replace(from, to)
  const buffer = await zipped({ ...Object.fromEntries(parts), [path]: document })
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name, mimeType, buffer }
}
