import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { type Server, signIn, startServer } from './server.ts'

const BEIZHUANG = '370406104'
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const LIST = `/shortlist?post=committee-member&township=${BEIZHUANG}`

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
const rows = (page: Page) => page.locator('table.shortlist tbody tr')
const names = (page: Page) => page.locator('table.shortlist tbody .who a').allInnerTexts()
const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true })

describe('a county officer makes a shortlist', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-county', '/shortlist')
  })

  test('chooses post and place; size and shares are the policy’s', async () => {
    await page.getByRole('combobox', { name: '岗位' }).selectOption('committee-member')
    await page.getByRole('combobox', { name: '乡镇（街道）' }).selectOption({ label: '北庄镇' })
    await page.waitForURL(`**township=${BEIZHUANG}`)
    await page.getByText('人数和比例按政策第').waitFor()
    await expect.poll(() => rows(page).count()).toBe(10)
    await expect.poll(() => field(page, '女性').inputValue()).toBe('30')
    expect(await seriousOf(page)).toEqual([])
  })

  test('asks for a higher share: who came in for whom is said, and nobody’s fit changes', async () => {
    const fits = () => page.locator('table.shortlist .fit .nowrap b').allInnerTexts()
    const before = new Map((await names(page)).map((name, at) => [name, at] as const))
    const fitsBefore = await fits()
    await field(page, '女性').fill('60')
    await field(page, '女性').press('Enter')
    await page.waitForURL('**women=0.6**')
    await page.getByRole('heading', { name: '让位的人' }).waitFor()
    await page.getByText('因女性比例列入').first().waitFor()
    await page.getByText('人数或比例已改，只用于这次查看').waitFor()
    const [after, fitsAfter] = [await names(page), await fits()]
    after.forEach((name, at) => {
      const place = before.get(name)
      if (place !== undefined) expect(fitsAfter[at]).toBe(fitsBefore[place])
    })
    expect(await rows(page).filter({ hasText: '女 ' }).count()).toBeGreaterThanOrEqual(6)
  })

  test('refuses a number that is none, in words, and keeps the list', async () => {
    await field(page, '女性').fill('120')
    await field(page, '女性').press('Enter')
    await page.getByText('请填 0 至 100 的数').waitFor()
    expect(await rows(page).count()).toBe(10)
    await field(page, '女性').fill('60')
    await field(page, '女性').press('Enter')
    await page.getByText('请填 0 至 100 的数').waitFor({ state: 'detached' })
  })

  test('keeps it as a list of the office', async () => {
    const listed = await names(page)
    await page.getByRole('button', { name: '保存为名单' }).click()
    const dialog = page.getByRole('dialog', { name: '保存为名单' })
    await dialog.getByRole('textbox', { name: '名称' }).fill('北庄委员备选')
    await dialog.getByRole('button', { name: '保存名单' }).click()
    await page.getByText('已把 10 人保存到名单“北庄委员备选”。').waitFor()
    await page.getByRole('link', { name: '打开名单' }).click()
    await page.getByRole('heading', { name: '北庄委员备选' }).waitFor()
    for (const name of listed) await page.getByText(name).first().waitFor()
    await page.goBack()
    await page.waitForURL('**women=0.6**')
  })

  test('compares two of them', async () => {
    await rows(page).nth(0).getByRole('checkbox').check()
    await rows(page).nth(1).getByRole('checkbox').check()
    await page.getByRole('link', { name: '对比所选 2 人' }).click()
    await page.waitForURL('**/comparison?ids=**')
    await page.goBack()
  })

  test('reads what cannot be had, by how many and where', async () => {
    await page.goto(
      `${server.address}/shortlist?post=secretary&village=370406104218&size=30&women=0.9`,
    )
    await page.getByText(/女性：名单应有 \d+ 人，列入 \d+ 人；第 .*位缺 \d+ 人/).waitFor()
    await page.goto(`${server.address}/shortlist?post=secretary&size=0`)
    await page.getByText('人数为 0，名单是空的').waitFor()
  })
})

describe('the representation report', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-county', LIST)
  })

  test('is a step from the list, for the same post and place', async () => {
    await page.getByRole('link', { name: '结构分析' }).click()
    await page.waitForURL(`**/representation?post=committee-member&township=${BEIZHUANG}`)
    const stages = page.getByRole('table', { name: '各环节人数' })
    await stages
      .getByRole('row', { name: /人才库/ })
      .first()
      .waitFor()
    await page.locator('.rate-chart svg').waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('shows a part and a stage in the tables and in the chart beside them', async () => {
    await page.getByRole('button', { name: '学历' }).click()
    await page.getByRole('heading', { name: '按学历的人数' }).waitFor()
    await page.locator('.rate-chart').getByText('大专').waitFor()
    await page.getByRole('button', { name: '备选名单', exact: true }).click()
    await page.getByRole('heading', { name: '进入“备选名单”的比率' }).waitFor()
    await page.getByText('人数过少', { exact: true }).first().waitFor()
  })
})

test('a township’s account makes lists of its own people only', async () => {
  const page = await as('demo-township', '/shortlist')
  await expect.poll(() => rows(page).count()).toBe(10)
  expect(await page.getByRole('combobox', { name: '乡镇（街道）' }).count()).toBe(0)
  const towns = await page.locator('table.shortlist .home .hint').allInnerTexts()
  expect(new Set(towns)).toEqual(new Set(['北庄镇']))
})

test('on a phone nothing is cut off', async () => {
  const page = await as('demo-county', LIST, PHONE)
  await expect.poll(() => rows(page).count()).toBe(10)
  const width = () => page.evaluate('document.documentElement.scrollWidth')
  expect(await width()).toBeLessThanOrEqual(390)
  expect(await seriousOf(page)).toEqual([])
  await page.getByRole('link', { name: '结构分析' }).click()
  await page.locator('.rate-chart svg').waitFor()
  expect(await width()).toBeLessThanOrEqual(390)
  expect(await seriousOf(page)).toEqual([])
})
