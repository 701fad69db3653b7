import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const BEIZHUANG = '370406104'
const HONGMEN = '370406104218'
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let server: Server
let browser: Browser
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a county officer looks for people', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-county', '/talents')
  })

  test('by initials, and sees why somebody is found', async () => {
    await searchBox(page).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('lwb')
    await page.waitForURL('**/talents?q=lwb')
    await expect.poll(() => namesIn(page)).toContain('李文博')
    await page.keyboard.press('Enter')
    await chip(page, 'lwb').waitFor()
    await page.keyboard.press('Backspace')
    await page.waitForURL('**/talents')
    await page.locator('#main').focus()
    await page.keyboard.press('/')
    expect(await searchBox(page).evaluate(isFocused)).toBe(true)
  })

  test('a typed place becomes a condition, and so does a skill in pinyin', async () => {
    const box = searchBox(page)
    await box.fill('北庄镇')
    await box.press('Enter')
    await page.waitForURL(`**/talents?township=${BEIZHUANG}`)
    await box.pressSequentially('dsxs')
    await page.getByRole('option', { name: /电商销售/ }).waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL('**skill=e-commerce')
    await chip(page, '专长：电商销售').waitFor()
  })

  test('narrows by a filter whose count comes true, and keeps what was narrowed in the address', async () => {
    const members = page.getByRole('group', { name: '政治面貌' }).getByRole('checkbox').first()
    const count = members.locator('xpath=..').locator('.hidden-text')
    await expect.poll(() => count.textContent()).toMatch(/^\d+ 人$/)
    const promised = Number.parseInt((await count.textContent()) ?? '', 10)
    await members.check()
    await page.waitForURL('**party=full')
    await expect.poll(() => totalOf(page)).toBe(promised)
    await page.reload()
    await expect.poll(() => totalOf(page)).toBe(promised)
  })

  test('saves the search, and finds it again', async () => {
    await page.getByRole('button', { name: '保存当前搜索' }).click()
    const dialog = page.getByRole('dialog', { name: '保存搜索' })
    await dialog.getByLabel('名称').fill('北庄电商党员')
    await dialog.getByRole('checkbox', { name: '与本单位共享' }).check()
    await dialog.getByRole('button', { name: '保存搜索' }).click()
    await page.getByText('已保存“北庄电商党员”。').waitFor()
    const before = await totalOf(page)
    await page.goto(`${server.address}/talents`)
    await page.getByRole('button', { name: /^北庄电商党员/ }).click()
    await expect.poll(() => totalOf(page)).toBe(before)
    expect(await seriousOf(page)).toEqual([])
  })

  test('reads which condition to drop, and how many that gives', async () => {
    await page.goto(`${server.address}/talents?q=zzzz&township=${BEIZHUANG}`)
    await page.getByText('没有同时满足 2 个条件的人').waitFor()
    const offered = page
      .getByRole('listitem')
      .filter({ hasText: 'zzzz' })
      .filter({ hasText: '后有' })
    const [, count = ''] = /后有 ([\d,]+) 人/.exec(await offered.innerText()) ?? []
    await offered.getByRole('button').click()
    await expect.poll(() => totalOf(page)).toBe(Number(count.replace(',', '')))
  })

  test('finds people for a seat, with their interval and the note that it decides nothing', async () => {
    await page.getByRole('button', { name: '按岗位找' }).click()
    const dialog = page.getByRole('dialog', { name: '按岗位找人' })
    await dialog.getByRole('combobox', { name: '乡镇（街道）' }).selectOption({ label: '北庄镇' })
    await dialog.getByRole('combobox', { name: '村（社区）' }).selectOption({ label: '洪门村' })
    await dialog.getByRole('combobox', { name: '岗位', exact: true }).selectOption('secretary')
    await dialog.getByRole('button', { name: '按此岗位查找' }).click()
    await chip(page, '岗位：洪门村 党组织书记').waitFor()
    await page.getByText('适配只作参考，不代表结论').waitFor()
    await page
      .getByRole('img', { name: /^适配 \d+，区间 \d+ 至 \d+$/ })
      .first()
      .waitFor()
    expect(await seriousOf(page)).toEqual([])
  })
})

describe('a list of people', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-county', `/talents?township=${BEIZHUANG}`)
  })
  const row = (at: number) => page.locator('table.pool-table tbody tr').nth(at)

  test('is walked by the keyboard: arrows, Space chooses, Alt+C too, Enter opens', async () => {
    await row(0).getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+c')
    await expect.poll(() => chosenIn(page)).toBe(2)
    await expect.poll(() => row(1).getByRole('checkbox').isChecked()).toBe(true)
    const name = await row(3).getByRole('link').innerText()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading(page, name)
    await page.goBack()
    await expect.poll(() => row(3).getByRole('link').evaluate(isFocused)).toBe(true)
    await expect.poll(() => chosenIn(page)).toBe(2)
  })

  test('goes on where it was left, after more people were listed', async () => {
    await page.getByRole('button', { name: '再列 50 人' }).click()
    await page.getByRole('heading', { name: /^已列出 100 人/ }).waitFor()
    const link = row(90).getByRole('link')
    await link.scrollIntoViewIfNeeded()
    const before = await heightOf(link)
    const name = await link.innerText()
    await link.click()
    await heading(page, name)
    await page.getByRole('link', { name: '返回名单' }).click()
    await page.getByRole('heading', { name: /^已列出 100 人/ }).waitFor()
    await expect.poll(() => link.evaluate(isFocused)).toBe(true)
    expect(Math.abs((await heightOf(link)) - before)).toBeLessThan(4)
  })

  test('has the columns that its reader wants, also tomorrow', async () => {
    const heads = () => page.locator('table.pool-table thead th').allInnerTexts()
    await page.getByRole('button', { name: '列', exact: true }).click()
    await page.getByRole('checkbox', { name: '来源' }).last().check()
    await page.getByRole('button', { name: '上移“年龄”' }).click()
    await page.keyboard.press('Escape')
    await page.reload()
    await expect.poll(heads).toContain('来源')
    const [, , second, third] = await heads()
    expect([second, third]).toEqual(['年龄', '性别'])
  })
})

describe('chosen people', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-county', `/talents?village=${HONGMEN}`)
  })

  test('are compared side by side, with what differs and what is unknown', async () => {
    for (const name of ['李文博', '宋雅楠', '刘思敏'])
      await page.getByRole('checkbox', { name: `选择${name}` }).check()
    await page.getByRole('link', { name: '并排对比' }).click()
    await heading(page, '并排对比')
    const table = page.getByRole('table', { name: '并排对比表' })
    const heads = table.getByRole('columnheader')
    await expect
      .poll(() => heads.getByRole('link').allInnerTexts())
      .toEqual(['李文博', '宋雅楠', '刘思敏'])
    await page.getByText('列的次序为加入对比的先后，不代表名次', { exact: false }).waitFor()
    const rows = () => table.getByRole('rowheader').count()
    const all = await rows()
    await page.getByRole('checkbox', { name: '只看不同' }).check()
    await page.waitForURL('**differences=1')
    await expect.poll(rows).toBeLessThan(all)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '移出刘思敏' }).click()
    await expect.poll(() => heads.getByRole('link').allInnerTexts()).toEqual(['李文博', '宋雅楠'])
    await page.getByRole('link', { name: '返回人才库' }).click()
    await expect.poll(() => chosenIn(page)).toBe(2)
  })

  test('are put on a list with a note, which can be changed, compared and taken away', async () => {
    await page.getByRole('button', { name: '加入名单' }).click()
    const dialog = page.getByRole('dialog', { name: '把 2 人加入名单' })
    await dialog.getByLabel('新名单的名称').fill('洪门后备')
    await dialog.getByLabel('备注').fill('9 月走访')
    await dialog.getByRole('button', { name: '加入名单' }).click()
    await page.getByText('已把 2 人加入“洪门后备”。').waitFor()
    await page.getByRole('link', { name: '名单', exact: true }).click()
    await page.getByRole('link', { name: '洪门后备' }).click()
    await heading(page, '洪门后备')
    await page.getByRole('button', { name: '修改宋雅楠的备注' }).click()
    const note = page.getByRole('dialog', { name: '宋雅楠的备注' })
    await note.getByRole('textbox', { name: '备注' }).fill('妇联推荐')
    await note.getByRole('button', { name: '保存备注' }).click()
    await page.getByText('妇联推荐').waitFor()
    await page.getByRole('button', { name: '把李文博移出名单' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '移出名单' }).click()
    await page.getByText('已把李文博移出名单。').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '删除名单' }).click()
    await page.getByRole('dialog').getByText('人员仍在库中', { exact: false }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '删除名单' }).click()
    await page.getByText('还没有名单').waitFor()
  })

  test('get a tag, by which they are found', async () => {
    await page.goto(`${server.address}/talents?village=${HONGMEN}`)
    await page.getByRole('checkbox', { name: '选择刘思敏' }).check()
    await page.getByRole('button', { name: '加标签' }).click()
    const dialog = page.getByRole('dialog', { name: '给 1 人加标签' })
    await dialog.getByRole('textbox', { name: '标签', exact: true }).fill('电商培训')
    await dialog.getByRole('button', { name: '更新标签' }).click()
    await page.getByText('已更新 1 人的标签。').waitFor()
    await page.goto(`${server.address}/talents?tag=${encodeURIComponent('电商培训')}`)
    await expect.poll(() => namesIn(page)).toEqual(['刘思敏'])
  })
})

test('two records of one person are found, one pair told apart and another merged', async () => {
  const county = await asking(server.address, 'demo-county')
  for (const name of ['钱小燕', '冯建业'])
    for (const occupation of ['村妇联执委', '超市经营者'])
      await county.post('/talents', { ...TWIN, name, occupation })
  const page = await as('demo-county', '/duplicates')
  const pair = (name: string) => page.getByRole('region', { name: `两条“${name}”的记录` })
  await pair('冯建业').getByRole('button', { name: '不是同一人' }).click()
  const apart = page.getByRole('dialog', { name: '确认是两个人' })
  await apart.getByRole('button', { name: '确认是两个人' }).click()
  await pair('冯建业').waitFor({ state: 'detached' })
  expect(await seriousOf(page)).toEqual([])
  await pair('钱小燕').getByRole('button', { name: '合并' }).click()
  const drawer = page.getByRole('dialog', { name: '合并“钱小燕”的两条记录' })
  await drawer
    .getByRole('group', { name: '现任职务或职业' })
    .getByRole('radio', { name: '超市经营者' })
    .check()
  expect(await seriousOf(page)).toEqual([])
  await drawer.getByRole('button', { name: '合并两条记录' }).click()
  await page.getByText('“钱小燕”的两条记录已合并。').waitFor()
  await page.goto(`${server.address}/talents?q=${encodeURIComponent('钱小燕')}`)
  await expect.poll(() => totalOf(page)).toBe(1)
  await page
    .getByRole('row', { name: /钱小燕/ })
    .getByText('超市经营者')
    .waitFor()
})

const TWIN = {
  homeVillage: HONGMEN,
  channel: 'recommended',
  basis: 'duty',
  sex: 'female',
  bornOn: '1991-05-12',
  isNew: true,
}

test('an answer that fails leaves the rows, says so, and is asked for again', async () => {
  const page = await as('demo-county', `/talents?village=${HONGMEN}`)
  await expect.poll(() => totalOf(page)).toBeGreaterThan(0)
  const before = await namesIn(page)
  await page.route('**/api/v1/talents?*', (route) => route.abort())
  const group = page.getByRole('group', { name: '资格' })
  await group.getByRole('checkbox', { name: /^符合/ }).check()
  await page.getByRole('alert').getByText('没有读到新的结果', { exact: false }).waitFor()
  await expect.poll(() => namesIn(page)).toEqual(before)
  await page.unroute('**/api/v1/talents?*')
  await page.getByRole('alert').getByRole('button', { name: '重试' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await expect.poll(() => totalOf(page)).toBeLessThan(before.length)
})

test('a village account searches its own people; it is offered no comparison, list or file', async () => {
  const page = await as('demo-village', '/talents')
  await expect.poll(() => totalOf(page)).toBeGreaterThan(0)
  await page.locator('table.pool-table tbody').getByRole('checkbox').first().check()
  await page.getByRole('region', { name: '已选人员' }).waitFor()
  for (const name of ['加入名单', '加标签', /^导出/, '按岗位找'])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  expect(await page.getByRole('link', { name: /导入 Excel|名单|并排对比/ }).count()).toBe(0)
})

describe('on a phone', () => {
  test.each([390, 320])(
    '%i wide: cards, filters in a drawer, nothing wider than the screen',
    async (width) => {
      const page = await as('demo-county', `/talents?township=${BEIZHUANG}`, {
        ...PHONE,
        viewport: { width, height: 844 },
      })
      const cards = page.getByRole('list', { name: '人员' })
      await cards.getByRole('checkbox').nth(0).check()
      await cards.getByRole('checkbox').nth(1).check()
      await page.getByRole('button', { name: '筛选（1）' }).tap()
      const drawer = page.getByRole('dialog', { name: '筛选' })
      await drawer.getByRole('checkbox', { name: /^待核实/ }).check()
      expect(await seriousOf(page)).toEqual([])
      await drawer.getByRole('button', { name: /^看 / }).tap()
      await page.waitForURL('**readiness=unknown')
      expect(await seriousOf(page)).toEqual([])
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      await page.getByRole('link', { name: '并排对比' }).tap()
      await heading(page, '并排对比')
      await page.getByRole('table', { name: '并排对比表' }).waitFor()
      expect(await widthOf(page)).toBeLessThanOrEqual(width)
      expect(await seriousOf(page)).toEqual([])
      await page.context().close()
    },
  )
})

test('English has its own words for all of it', async () => {
  const page = await as('demo-county', '/talents?q=zzzz')
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByText('Nobody meets this condition').waitFor()
  await page.getByRole('button', { name: 'Drop all conditions' }).click()
  await page.getByRole('button', { name: 'Save this search' }).waitFor()
  await page.getByRole('heading', { name: /^50 of [\d,]+ people listed$/ }).waitFor()
})

test('met no error of the interface on the way', () => expect(errors).toEqual([]))

type Options = NonNullable<Parameters<typeof openContext>[1]>

/** A page of its own, signed in as somebody of the demonstration. */
async function as(username: string, path: string, options: Options = {}): Promise<Page> {
  const context = await openContext(browser, { ...DESK, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.address + path)
  await signIn(page, username)
  await page.locator('.app').waitFor()
  return page
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

const searchBox = (page: Page) => page.getByRole('combobox', { name: '搜索人才' })

const namesIn = (page: Page) => page.locator('table.pool-table tbody th').allInnerTexts()

const chip = (page: Page, words: string) =>
  page.getByRole('list', { name: '已加的条件' }).getByText(words, { exact: true })

/** How many people are found, once the answer to what is asked now is there; -1 before. */
async function totalOf(page: Page): Promise<number> {
  const head = page.locator('#people')
  if ((await head.getAttribute('aria-busy')) !== 'false') return -1
  const [, total = '-1'] = /([\d,]+) 人$/.exec(await head.innerText()) ?? []
  return Number(total.replaceAll(',', ''))
}

const chosenIn = (page: Page) =>
  page.locator('table.pool-table tbody').getByRole('checkbox', { checked: true }).count()

const heightOf = async (link: Locator) => (await link.boundingBox())?.y ?? 0
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const isFocused = (element: Element) => element === document.activeElement
