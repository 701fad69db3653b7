import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { inventedNumber, openRoster, type Roster, type Row } from './roster-file.ts'
import { type Server, signIn, startServer } from './server.ts'

/** Rows as a clerk types them: six are right. */
const RIGHT: Row[] = [
  person('牛清源', '1991-04-12', '1', '电商'),
  person('霍景行', '1988-09-03', '3', '矛盾调解'),
  person('阮知夏', '1994-12-25', '2', '电商'),
  person('卓一凡', '1986-01-30', '5', '农机维修'),
  person('屈映雪', '1990-07-08', '4', '电商'),
  person('池宛童', '1997-03-19', '6', '财务会计'),
]
/** Four are wrong, each in its own way: what is said, at which column, and how it is mended. */
const WRONG: { row: Row; header: string; said: RegExp; mend: Row }[] = [
  {
    row: { ...person('贺兰舟', '1992-02-28', '7', '养殖'), 出生年月: '1992-02-30' },
    header: '出生年月',
    said: /没有这一天/,
    mend: { 出生年月: '1992-02-28' },
  },
  {
    row: { ...person('闻人晓', '1989-11-17', '8', '养殖'), 身份证号码: 9.90406198911171e17 },
    header: '身份证号码',
    said: /第 16 位起已被表格改成 0/,
    mend: { 身份证号码: inventedNumber('1989-11-17', '108') },
  },
  {
    row: { ...person('桑榆晚', '1993-05-21', '9', '果树种植'), 所在村: '桃花源村' },
    header: '所在村',
    said: /桃花源村/,
    mend: { 所在村: '洪门村' },
  },
  {
    row: { ...person('晏小满', '2014-05-20', '2', '文艺'), 出生年月: '2014-05-20' },
    header: '出生年月',
    said: /岁/,
    mend: { 出生年月: '1995-05-20', 身份证号码: inventedNumber('1995-05-20', '102') },
  },
]
const COMPARED = ['牛清源', '阮知夏', '屈映雪']
const SIZES: Record<string, BrowserContextOptions> = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

let server: Server
let browser: Browser
let folder: string

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  folder = await mkdtemp(join(tmpdir(), 'yanzhen-rosters-'))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

describe.each(Object.keys(SIZES))('a new user at the %s', (size) => {
  const isPhone = size === 'phone'
  const at = (name: string) => join(folder, `${size}-${name}`)
  let page: Page
  let template: Roster
  let lines: number[]
  let mended: string
  let exported: string

  beforeAll(async () => {
    const context = await openContext(browser, { ...SIZES[size], acceptDownloads: true })
    page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(`${server.address}/imports`)
    await signIn(page, 'demo-township')
    await heading(page, '表格导入')
  })

  test('downloads the template and fills in ten rows, six right and four wrong', async () => {
    const path = await saved(page.getByRole('link', { name: /^Excel 模板/ }), at('template.xlsx'))
    template = await openRoster(path)
    lines = template.add([...RIGHT, ...WRONG.map(({ row }) => row)])
    await template.save(at('ten.xlsx'))
    expect(lines).toHaveLength(10)
    expect(await seriousOf(page)).toEqual([])
  })

  test('is told what is wrong, by the row and column of the spreadsheet, before anything is written', async () => {
    await choose(page, at('ten.xlsx'))
    await page.getByRole('heading', { name: '有 4 行有误，改好或排除后才能写入' }).waitFor()
    await page.getByText('到此为止库里什么都没有改。').waitFor()
    await countOf(page, '新增', 6)
    await countOf(page, '有误', 4)
    expect(await page.getByRole('button', { name: /^写入/ }).isDisabled()).toBe(true)
    for (const [nth, { header, said }] of WRONG.entries()) {
      const row = rowOf(page, lines[6 + nth]!)
      const text = await row.innerText()
      expect(text).toContain(`${template.letterOf(header)} 列`)
      expect(text).toContain(header)
      expect(text).toMatch(said)
    }
    expect(await seriousOf(page)).toEqual([])
  })

  test('mends a cell in place', async () => {
    const line = lines[8]!
    await page.getByRole('button', { name: `修改第 ${line} 行`, exact: true }).click()
    const form = page.getByRole('form', { name: `修改第 ${line} 行` })
    const village = form.getByRole('textbox', { name: /所在村/ })
    await village.fill('梦里水乡村')
    await form.getByRole('button', { name: '保存并检查' }).click()
    await page.getByText(`第 ${line} 行仍有问题，见下。`).waitFor()
    await village.fill('洪门村')
    expect(await seriousOf(page)).toEqual([])
    await form.getByRole('button', { name: '保存并检查' }).click()
    await page.getByText(`第 ${line} 行已改好。`).waitFor()
    await countOf(page, '有误', 3)
    await countOf(page, '新增', 7)
  })

  test('takes the faulty rows home, leaves them out, and writes the others', async () => {
    const path = await saved(page.getByRole('link', { name: '下载有误的行' }), at('faulty.xlsx'))
    const returned = await openRoster(path)
    const wrong = WRONG.filter((_, nth) => nth !== 2)
    expect(returned.named().map((line) => returned.textAt(line, '姓名'))).toEqual(
      wrong.map(({ row }) => row.姓名),
    )
    for (const [nth, { mend, said }] of wrong.entries()) {
      const line = returned.named()[nth]!
      expect(returned.textAt(line, returned.headers.at(-1)!)).toMatch(said)
      for (const [header, value] of Object.entries(mend)) returned.set(line, header, value)
    }
    mended = at('mended.xlsx')
    await returned.save(mended)
    await page.getByRole('button', { name: '排除这 3 行' }).click()
    const dialog = page.getByRole('dialog', { name: '排除有误的行' })
    await dialog.getByRole('button', { name: '排除这 3 行' }).click()
    await page.getByRole('heading', { name: '检查完毕，可以写入 7 行' }).waitFor()
    await page.getByRole('button', { name: '写入 7 行' }).click()
    await page.getByRole('heading', { name: '已写入 7 行' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('imports the mended file, which has no fault left', async () => {
    await page.getByRole('link', { name: '再导入一个' }).click()
    await choose(page, mended)
    await page.getByRole('heading', { name: '检查完毕，可以写入 3 行' }).waitFor()
    await page.getByRole('button', { name: '写入 3 行' }).click()
    await page.getByRole('heading', { name: '已写入 3 行' }).waitFor()
  })

  test('finds somebody of the new people by the initials of the name', async () => {
    await page.getByRole('link', { name: '到人才库查看' }).click()
    await ask(page, 'nqy')
    await page.getByRole('link', { name: '牛清源' }).first().waitFor()
  })

  test('narrows by a skill and a village', async () => {
    await page.getByRole('button', { name: '去掉条件：nqy' }).click()
    await ask(page, '电商')
    if (isPhone) await page.getByRole('button', { name: /^筛选/ }).click()
    const narrowed = page.waitForResponse(/talents\?.*village=/)
    await page.getByRole('checkbox', { name: /^洪门村 / }).check()
    await narrowed
    if (isPhone) await page.getByRole('button', { name: /^看 / }).click()
    for (const name of COMPARED) await page.getByRole('link', { name }).first().waitFor()
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
    expect(await seriousOf(page)).toEqual([])
  })

  test('compares three side by side', async () => {
    for (const name of COMPARED) await page.getByRole('checkbox', { name: `选择${name}` }).check()
    await page.getByRole('link', { name: '并排对比' }).click()
    await heading(page, '并排对比')
    const text = await page.locator('main').innerText()
    for (const name of COMPARED) expect(text).toContain(name)
    expect(await seriousOf(page)).toEqual([])
    await page.goBack()
  })

  test('saves the search for the next time', async () => {
    await page.getByRole('button', { name: '保存当前搜索' }).click()
    const dialog = page.getByRole('dialog', { name: '保存搜索' })
    await dialog.getByRole('textbox', { name: '名称' }).fill(`洪门电商 ${size}`)
    await dialog.getByRole('button', { name: '保存搜索' }).click()
    await page.getByText(`已保存“洪门电商 ${size}”。`).waitFor()
  })

  test('exports what is on the screen with a reason', async () => {
    await page.getByRole('button', { name: /^导出 \d+ 人$/ }).click()
    const dialog = page.getByRole('dialog', { name: '导出' })
    await dialog.getByRole('button', { name: /^导出 \d+ 人$/ }).click()
    await dialog.getByText('请写明用途，至少 4 个字').waitFor()
    await dialog.getByRole('button', { name: '核对花名册' }).click()
    await dialog.getByLabel('身份证号').selectOption({ label: '附上，只留首尾' })
    expect(await seriousOf(page)).toEqual([])
    exported = await saved(dialog.getByRole('button', { name: /^导出 \d+ 人$/ }), at('export.xlsx'))
    await dialog.getByText(/^已保存为“人才名单/).waitFor()
    await page.keyboard.press('Escape')
    const file = await openRoster(exported)
    const names = file.named().map((line) => file.textAt(line, '姓名'))
    expect(names).toEqual(expect.arrayContaining(COMPARED))
    expect(file.textAt(file.named()[0]!, '身份证号码')).toMatch(/^990\*+\w{4}$/)
  })

  test('imports the export again, and nothing changes', async () => {
    await page.goto(`${server.address}/imports`)
    await choose(page, exported)
    await page.getByRole('heading', { name: '没有可写入的内容' }).waitFor()
    const total = await page.getByRole('button', { name: /^全部 / }).innerText()
    expect(await page.getByRole('button', { name: /^无变化 / }).innerText()).toBe(
      total.replace('全部', '无变化'),
    )
    await giveUp(page)
  })

  test('takes both imports back, and nobody of them is found any more', async () => {
    for (const [file, people] of [
      ['mended.xlsx', 3],
      ['ten.xlsx', 7],
    ] as const) {
      await page.goto(`${server.address}/imports`)
      const title = `撤销“${size}-${file}”的导入`
      await page.getByRole('button', { name: title }).click()
      const dialog = page.getByRole('dialog', { name: title })
      await dialog.getByText(`新增的 ${people} 条从库里移除`).waitFor()
      await dialog.getByRole('button', { name: '撤销这次导入' }).click()
      await page.getByRole('link', { name: `${size}-${file}` }).click()
      await page.getByRole('heading', { name: '已撤销，库里恢复到导入之前' }).waitFor()
    }
    await page.goto(`${server.address}/talents?q=nqy`)
    await page.getByRole('heading', { name: '没有满足这个条件的人' }).waitFor()
  })
})

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { name, level: 1, exact: true }).waitFor()

async function saved(link: Locator, path: string): Promise<string> {
  const waiting = link.page().waitForEvent('download')
  await link.click()
  await (await waiting).saveAs(path)
  return path
}

async function ask(page: Page, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: '搜索人才' })
  await box.fill(text)
  await box.press('Enter')
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByLabel('选择文件').setInputFiles(path)
}

async function countOf(page: Page, words: string, n: number): Promise<void> {
  await page.getByRole('button', { name: `${words} ${n}`, exact: true }).waitFor()
}

const rowOf = (page: Page, line: number) =>
  page
    .getByRole('region', { name: '逐行核对' })
    .locator('tr, li')
    .filter({ has: page.getByRole('button', { name: `修改第 ${line} 行`, exact: true }) })

async function giveUp(page: Page): Promise<void> {
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消导入，不写入' }).click()
  await page.getByRole('heading', { name: '已取消，库里什么都没有改' }).waitFor()
}

function person(name: string, bornOn: string, order: string, skill: string): Row {
  const number = inventedNumber(bornOn, `10${order}`)
  return {
    姓名: name,
    性别: Number(order) % 2 === 1 ? '男' : '女',
    出生年月: bornOn,
    身份证号码: number,
    全日制学历: '大专',
    政治面貌: '中共党员',
    所在村: '洪门村',
    现任职务或职业: '务农',
    专长: skill,
    联系电话: `120${number.slice(-8).replace('X', '0')}`,
  }
}
