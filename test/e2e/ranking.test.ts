import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, startServer } from './server.ts'

const VILLAGE = '/villages/370406104218'
/** The home counts alone, and is on record: nothing is left to sample. */
const HOME_ALONE = `${VILLAGE}?w=chair.0.0.0.0.0.0.1.0.0.0`
/** A slate and its samples take longer on a busy machine. */
const PATIENT = { timeout: 60_000 }

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let cookie: { name: string; value: string; url: string }

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const [name = '', value = ''] = (await asking(server.address, 'demo-county')).cookie.split('=')
  cookie = { name, value, url: server.address }
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const ranking = (page: Page) => page.getByRole('region', { name: '各岗位人选排序' })
const firmness = (page: Page) => ranking(page).getByRole('region', { name: '怎样更稳' })
const row = (page: Page, name: string) => ranking(page).getByRole('row', { name: new RegExp(name) })
const firstIn = (text: string | null) => Number(/排第一 (\d+)%/.exec(text ?? '')?.[1])

async function opened(viewport: { width: number; height: number }, path = VILLAGE) {
  const context = await openContext(browser, { viewport })
  await context.addCookies([cookie])
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.address + path)
  return { page, errors }
}

describe('a county officer reads how firmly a ranking stands', () => {
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    ;({ page, errors } = await opened({ width: 1440, height: 900 }))
  })

  test('the order is there at once, how often each comes first a little later', async () => {
    await row(page, '李文博').waitFor(PATIENT)
    await row(page, '李文博')
      .getByText(/排第一/)
      .waitFor(PATIENT)
    const [first, next] = [
      await row(page, '李文博').textContent(),
      await row(page, '宋雅楠').textContent(),
    ]
    expect(firstIn(first)).toBeGreaterThan(firstIn(next))
    expect(first).toContain('±1')
  })

  test('for one seat the two who may take it are named with their shares', async () => {
    await firmness(page)
      .getByText(/李文博排第一的把握 \d+%，其次宋雅楠 \d+%/)
      .waitFor(PATIENT)
  })

  test('papers that would settle most are named with whom to ask, and lead to the person', async () => {
    const paper = firmness(page).getByRole('listitem').first()
    expect(await paper.textContent()).toMatch(/请.+未定程度平均降 \d+%/)
    await paper.getByRole('button', { name: /^看/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.waitFor()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  })

  test('where the other method puts somebody else first, it is said', async () => {
    await ranking(page).getByRole('tab', { name: '村委会主任' }).click()
    const said = firmness(page).getByText(/两种算法不一致：按适配是.+第一，按 TOPSIS 是.+第一/)
    await said.waitFor(PATIENT)
    await firmness(page)
      .getByText(/全体次序一致程度 0\.\d\d/)
      .waitFor()
  })

  test('neighbours whose order is open are marked, with how often they change places', async () => {
    const open = ranking(page).getByText(/与下一位先后未定，抽样中有 \d+% 前后互换/)
    expect(await open.count()).toBeGreaterThan(0)
    for (const text of await open.allTextContents())
      expect(Number(/(\d+)%/.exec(text)?.[1])).toBeGreaterThanOrEqual(33)
  })

  test('for several seats the share among the first so many is told as well', async () => {
    await ranking(page).getByRole('tab', { name: '村委会委员' }).click()
    await row(page, '李文博')
      .getByText(/前 \d 名/)
      .waitFor(PATIENT)
    await firmness(page)
      .getByText(/前 \d 名中，约有 \d\.\d 个名次还可能换人/)
      .waitFor(PATIENT)
  })

  test('what the shares mean stands behind a button', async () => {
    await firmness(page).getByRole('button', { name: '把握是怎么算的' }).click()
    const explained = page.getByRole('dialog', { name: '把握是怎么算的' })
    await explained.getByText(/抽样 10,000 次/).waitFor()
    await explained.getByText(/不代表任职结论/).waitFor()
    await page.keyboard.press('Escape')
    await explained.waitFor({ state: 'hidden' })
  })

  test('axe finds nothing serious, and nothing went wrong on the way', async () => {
    expect(await seriousOf(page)).toEqual([])
    expect(errors).toEqual([])
  })
})

test('weights of the moment are sampled, not the policy’s', async () => {
  const { page } = await opened({ width: 1440, height: 900 }, HOME_ALONE)
  await ranking(page).getByRole('tab', { name: '村委会主任' }).click()
  await firmness(page).getByText('再补单独一份材料，次序也不会明显更稳。').waitFor(PATIENT)
  await page.context().close()
})

test('a failure of the samples leaves the ranking readable and says what to do', async () => {
  const { page } = await opened({ width: 1440, height: 900 }, '/')
  await page.route('**/rankings/robustness**', (route) => route.abort())
  await page.goto(server.address + VILLAGE)
  await row(page, '李文博').waitFor(PATIENT)
  await firmness(page).getByRole('alert').waitFor(PATIENT)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await firmness(page).getByRole('button', { name: '重试' }).click()
  await firmness(page)
    .getByText(/排第一的把握/)
    .waitFor(PATIENT)
  await page.context().close()
})

test('on a phone nothing widens the page', async () => {
  const { page, errors } = await opened({ width: 390, height: 844 })
  await firmness(page)
    .getByText(/排第一的把握/)
    .waitFor(PATIENT)
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(390)
  expect(await seriousOf(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})
