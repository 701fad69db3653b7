import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN, TOWNSHIP } from '../cast.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
/** 宋雅楠, whom the demonstration's mentor looks after. */
let song: string
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const county = await asking(server.address, 'demo-county')
  const found = await (await county.get(`/talents?q=${encodeURIComponent('宋雅楠')}`)).json()
  song = found.people[0].id
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function opened(who: string, path: string, viewport: typeof DESK): Promise<Page> {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(`${server.address}${path}`)
  await signIn(page, who)
  return page
}

const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

describe.each([DESK, PHONE])('at $width pixels', (viewport) => {
  test('a portrait draws how the person grew, and the table behind it says the same', async () => {
    const page = await opened('demo-county', `/talents/${song}`, viewport)
    const card = page.getByRole('region', { name: '培养成长' })
    const curve = card.getByRole('img', { name: /^综合适配的变化，\d{4}-\d\d-\d\d 为 \d+/ })
    await curve.locator('svg').waitFor()
    const said = await curve.getAttribute('aria-label')
    await card.getByRole('button', { name: '查看数据' }).click()
    const last = card.getByRole('row').last()
    const value = await last.getByRole('cell').first().textContent()
    expect(said!.endsWith(`为 ${value}`)).toBe(true)
    await card.getByRole('button', { name: '查看曲线' }).click()
    await curve.locator('svg').waitFor()
  })

  test('a criterion names what caused each step, with the kind of entry', async () => {
    const page = await opened('demo-county', `/talents/${song}`, viewport)
    const card = page.getByRole('region', { name: '培养成长' })
    await card.getByLabel('看哪一项').selectOption('coordination')
    const step = card.getByRole('listitem').first()
    await expect.poll(() => step.textContent()).toMatch(/\d{4}-\d\d-\d\d[+−±]\d/)
    await card.getByText('每一步的来由').waitFor()
    expect(await wide(page)).toBe(viewport.width)
  })

  test('who is near ready, what is missing and when; who became ready; nothing serious for axe', async () => {
    const path = `/cultivation/near-ready?township=${TOWNSHIP}`
    const page = await opened('demo-county', path, viewport)
    await page.getByRole('heading', { name: '接近成熟', level: 1 }).waitFor()
    await page.getByRole('table', { name: '仅差一项' }).waitFor()
    await page.getByRole('region', { name: '本季度新符合条件' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
    expect(await wide(page)).toBe(viewport.width)
  })

  test('the own cultivation is there for the person, without a rank and without notes', async () => {
    const page = await opened('demo-talent', '/record', viewport)
    const own = page.getByRole('region', { name: '我的培养', exact: true })
    await own.getByRole('heading', { name: '培养计划' }).waitFor()
    const points = own.locator('details', { hasText: '成长积分' })
    await points.locator('summary').click()
    await points.getByText('只给您本人看，没有名次').waitFor()
    expect(await own.textContent()).not.toMatch(/第 ?\d+ ?名/)
    expect(await seriousOf(page)).toEqual([])
    expect(await wide(page)).toBe(viewport.width)
  })
})

test('a ranking tells by the keyboard what moved a fit since the last quarter', async () => {
  const page = await opened('demo-township', `/villages/${HONGMEN}`, DESK)
  const table = page.getByRole('table', { name: '各岗位人选排序' })
  const told = table.getByRole('button', { name: /较上季度 [+−±][\d.]+，查看来由/ }).first()
  await told.waitFor({ timeout: 60_000 })
  await told.focus()
  await page.keyboard.press('Enter')
  const causes = page.getByRole('dialog', { name: /上季度末（\d{4}-\d\d-\d\d）以来/ })
  await causes.getByText('只反映新增材料').waitFor()
  await page.keyboard.press('Escape')
  await causes.waitFor({ state: 'hidden' })
  expect(await told.evaluate((it) => it === document.activeElement)).toBe(true)
})

test('no page said an error', () => {
  expect(errors).toEqual([])
})
