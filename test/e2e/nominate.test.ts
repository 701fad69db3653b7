import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const HONGMEN = '370406104218'
const ROUND = '春季换届'
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let server: Server
let browser: Browser
let round: string
let names: string[]
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const county = await asking(server.address, 'demo-county')
  const days = { opensOn: '2026-01-01', closesOn: '2099-12-31' }
  const term = { termStartsOn: '2100-01-01', termEndsOn: '2104-12-31' }
  const given = { kind: 'term-change', name: ROUND, ...days, ...term }
  round = (await (await county.post('/rounds', given)).json()).id
  const { people } = await (await county.get('/talents?township=370406104&limit=60')).json()
  names = [...new Set<string>(people.map(({ name }: { name: string }) => name))].slice(0, 10)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  expect(errors).toEqual([])
})

async function as(username: string, path: string, options: typeof DESK | typeof PHONE = DESK) {
  const context = await openContext(browser, options)
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.address + path)
  await signIn(page, username)
  return page
}
const person = (page: Page) => page.getByRole('combobox', { name: '被提名人' })
const reason = (page: Page) => page.getByRole('textbox', { name: '提名理由' })
const latest = (page: Page) => page.locator('.latest > li')
const isFocused = (page: Page, name: string) =>
  page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)

/** From the box of the person to handing in, without a pointer. */
async function paperByKeys(page: Page, name: string) {
  await page.keyboard.type(name)
  await page.getByRole('option', { name }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('村党员大会')
  await page.keyboard.press('Tab')
  await page.keyboard.type('同村党员')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12')
  await page.keyboard.press('Tab')
  await page.keyboard.type('群众信任，办事公道')
  for (let tab = 0; tab < 4; tab++) await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
}

describe('a township clerk with a pile of paper', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-township', `/nominations/new?round=${round}`)
    await person(page).waitFor()
  })

  test('hands in ten papers by keyboard alone; after each the form is ready for the next', async () => {
    const sent: string[] = []
    page.on('request', (request) => {
      const isPaper = request.method() === 'POST' && request.url().endsWith('/api/v1/nominations')
      if (isPaper) sent.push(request.postDataJSON().id)
    })
    const startedAt = performance.now()
    for (const [at, name] of names.entries()) {
      await expect.poll(() => isFocused(page, 'person')).toBe(true)
      await paperByKeys(page, name)
      await expect.poll(() => sent.length).toBe(at + 1)
      await latest(page).first().getByRole('link', { name }).waitFor()
      await expect.poll(() => person(page).inputValue()).toBe('')
    }
    const seconds = (performance.now() - startedAt) / 1000
    console.log(`ten papers by keyboard alone: ${seconds.toFixed(1)} s of the program's time`)
    expect(new Set(sent).size).toBe(10)
    expect(await latest(page).count()).toBe(10)
    const kept = await page.getByRole('combobox', { name: '拟任村（社区）' }).inputValue()
    expect(kept, 'the village of the pile stays').toMatch(/^370406104/)
    expect(await reason(page).inputValue()).toBe('')
    expect(await seriousOf(page)).toEqual([])
  })

  test('two Enters send one paper', async () => {
    let sent = 0
    await page.route('**/api/v1/nominations', async (route) => {
      sent++
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await paperByKeys(page, names[0]!)
    await page.keyboard.press('Enter')
    await expect.poll(() => person(page).inputValue()).toBe('')
    await expect.poll(() => isFocused(page, 'person')).toBe(true)
    expect(sent).toBe(1)
    await page.unroute('**/api/v1/nominations')
  })

  test('reads who proposed the person before, and takes the paper back', async () => {
    const [first] = [latest(page).first()]
    await first.getByText('此人已由村党员大会提名').waitFor()
    await first.getByRole('button', { name: /撤回.*的提名/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click()
    await first.getByText('已撤回').waitFor()
  })

  test('what lacks is said at its field, and the first of them has the focus', async () => {
    await page.getByRole('button', { name: '提交提名' }).click()
    await page.getByText('请从列表中选定被提名人').waitFor()
    await page.getByText('请勾选拟任岗位').waitFor()
    expect(await isFocused(page, 'person')).toBe(true)
    expect(await seriousOf(page)).toEqual([])
  })

  test('what is typed survives a reload, also the person', async () => {
    await person(page).fill(names[1]!)
    await page.getByRole('option', { name: names[1]! }).first().waitFor()
    await person(page).press('Enter')
    await reason(page).fill('写到一半的理由')
    await page.getByText(/^草稿已保存/).waitFor()
    await page.reload()
    await page.getByText('已恢复上次未提交的草稿').waitFor()
    expect(await reason(page).inputValue()).toBe('写到一半的理由')
    expect(await person(page).inputValue()).toBe(names[1])
  })

  test('a second window that kept the same draft is told of, and nothing typed is lost', async () => {
    const other = await page.context().newPage()
    await other.goto(`${server.address}/nominations/new?round=${round}`)
    await other.getByText('已恢复上次未提交的草稿').waitFor()
    await reason(other).fill('另一个窗口写的')
    await other.getByText(/^草稿已保存/).waitFor()
    await reason(page).fill('这个窗口写的')
    await page.getByText('这份草稿已在另一个窗口改动').waitFor()
    await page.getByRole('button', { name: '作为新的一份继续填' }).click()
    await page.getByText(/^草稿已保存/).waitFor()
    expect(await reason(page).inputValue()).toBe('这个窗口写的')
    await other.close()
  })
})

test('whoever is not in the pool is entered first, and the paper goes on with this person', async () => {
  const page = await as('demo-village', `/nominations/new?round=${round}`)
  await person(page).fill('褚庭兰')
  await page.getByText('人才库中没有“褚庭兰”').waitFor()
  await page.getByRole('link', { name: '库中没有？先登记此人' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('褚庭兰')
  await page.getByLabel('出生日期').fill('1990年5月')
  await page.getByRole('radio', { name: '女' }).check()
  await page.getByRole('radio', { name: '推荐' }).check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '录入提名' }).waitFor()
  await expect.poll(() => person(page).inputValue()).toBe('褚庭兰')
  await page.context().close()
})

describe('a slate becomes nominations', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-township', `/villages/${HONGMEN}`)
  })

  test('who is nominated and who is not is said before it is asked once', async () => {
    await page.getByRole('button', { name: '转为提名' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').selectOption({ label: ROUND })
    await dialog.getByText(/^将提名 \d+ 人/).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: /^提名 \d+ 人$/ }).click()
    await dialog.getByText(/^已提名 \d+ 人/).waitFor()
    await dialog.getByRole('link', { name: '候选对比' }).click()
    await page.getByRole('heading', { name: '洪门村候选对比' }).waitFor()
  })

  test('the candidates of a post stand side by side', async () => {
    await page.getByRole('button', { name: /^村（居）委会委员/ }).click()
    const heads = page.locator('table.seat-candidates thead th')
    await expect.poll(() => heads.count()).toBeGreaterThan(1)
    await page.getByRole('rowheader', { name: '适配' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('done again there is nobody new', async () => {
    await page.goto(`${server.address}/villages/${HONGMEN}`)
    await page.getByRole('button', { name: '转为提名' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').selectOption({ label: ROUND })
    await dialog.getByText('没有新的人选可以提名').waitFor()
  })
})

describe('on a phone', () => {
  test.each([
    { path: '/nominations/new', ready: '被提名人', why: 'entering papers' },
    { path: `/villages/${HONGMEN}/candidates`, ready: '适配只作参考', why: 'candidates' },
  ])('$why fits without sideways scrolling', async ({ path, ready }) => {
    const page = await as('demo-township', path, PHONE)
    await page.getByText(ready).first().waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })
})
