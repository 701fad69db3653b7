import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

const TOWNSHIP = '370406104'
const VILLAGE = '/villages/370406104218'
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
/** A busy machine takes longer to compute three teams. */
const PATIENT = { timeout: 60_000 }

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const context = await openContext(browser, { viewport: DESK })
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(server.address)
  await signIn(page, 'demo-county')
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const card = (name: string) => page.getByRole('region', { name, exact: true })
const alternatives = () => card('备选班子')
const table = () => page.getByRole('table', { name: '备选班子并排' })
/** axe looks at what is on the screen: nothing may lie under a bar that stays. */
const axe = async () => {
  await page.evaluate('scrollTo(0, 0)')
  return seriousOf(page)
}

describe('alternatives of a village', () => {
  test('are asked for with how far they differ, and stand side by side', async () => {
    await page.goto(server.address + VILLAGE)
    await alternatives().getByRole('button', { name: '测算备选班子' }).click()
    await table().waitFor(PATIENT)
    const heads = await table().locator('thead th').allTextContents()
    expect(heads.map((text) => text.slice(0, 4))).toEqual([
      '只列不同',
      '班子 A',
      '班子 B',
      '班子 C',
    ])
    expect(await table().getByRole('row', { name: /^换上/ }).textContent()).toMatch(/换上—.*、/)
    expect(await alternatives().getByText('两两至少相差 2 人').count()).toBe(1)
    await alternatives().getByLabel('至少相差').selectOption('3')
    await alternatives().getByText('两两至少相差 3 人').waitFor(PATIENT)
    expect(page.url()).toContain('differ=3')
  })

  test('show everything or only what differs', async () => {
    await table().waitFor(PATIENT)
    const few = await table().locator('tbody tr').count()
    await table().getByLabel('只列不同项').uncheck()
    await expect.poll(() => table().locator('tbody tr').count()).toBeGreaterThan(few)
    await table().getByLabel('只列不同项').check()
  })

  test('what each target costs is said in points of fit, with the people', async () => {
    const costs = card('各项目标的代价')
    await costs.getByRole('button', { name: '测算目标代价' }).click()
    await costs.getByText(/当前班子适配合计/).waitFor(PATIENT)
    const dear = costs.getByRole('list', { name: /影响人选的目标/ }).getByRole('listitem')
    expect(await dear.count()).toBeGreaterThan(0)
    expect(await dear.first().textContent()).toMatch(/[\d.]+ 分放开后：/)
  })

  test.each([
    { size: DESK, why: 'at a desk' },
    { size: PHONE, why: 'on a phone' },
  ])('axe finds nothing serious and the page is no wider than the screen: $why', async (row) => {
    await page.setViewportSize(row.size)
    await table().waitFor(PATIENT)
    expect(await axe()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(row.size.width)
    await page.setViewportSize(DESK)
  })

  test('a team that is taken is pinned: the board seats it, and there is no further team', async () => {
    await table().waitFor(PATIENT)
    const came = (await table().locator('td:nth-child(3) li:has(.chip) b').first().textContent())!
    await table().getByRole('button', { name: '固定班子 B' }).click()
    await card('班子配备方案')
      .getByRole('button', { name: `取消固定${came}` })
      .waitFor(PATIENT)
    expect(new URL(page.url()).searchParams.getAll('pin').length).toBeGreaterThan(4)
    const end = alternatives().getByRole('status')
    await end.getByText(/没有备选班子.*已固定 \d+ 人，最多只能相差 0 人/).waitFor(PATIENT)
    expect(await end.getByText('解除部分固定').count()).toBe(1)
  })
})

describe('plans side by side', () => {
  test('are chosen among the finished ones of the same place', async () => {
    const ask = await asking(server.address, 'demo-county')
    const first = await planned(ask)
    await planned(ask, [first])
    await page.goto(`${server.address}/townships/${TOWNSHIP}/plan`)
    await page.getByRole('button', { name: '对比方案' }).click(PATIENT)
    const dialog = page.getByRole('dialog', { name: '选择要对比的方案' })
    expect(await dialog.getByRole('button', { name: '对比所选' }).isDisabled()).toBe(true)
    const boxes = dialog.getByRole('checkbox')
    expect(await boxes.nth(0).isChecked(), 'the one on the screen').toBe(true)
    await boxes.nth(1).check()
    await dialog.getByRole('button', { name: '对比所选' }).click()
    await page.getByRole('heading', { level: 1, name: '方案对比' }).waitFor(PATIENT)
  })

  test('say that the policies are the same, the figures with their proof, and who sits differently', async () => {
    const plans = page.getByRole('table', { name: '方案并排' })
    expect(await plans.textContent()).toContain('各方案所用政策相同')
    expect(await plans.getByRole('row', { name: /^法定缺口/ }).textContent()).toContain('已证明')
    const villages = card('人选不同的村')
    expect(await villages.textContent()).toMatch(/21 个村中有 [1-9]\d* 个/)
    expect(await villages.getByRole('row').count()).toBeGreaterThan(1)
  })

  test.each([
    { size: DESK, why: 'at a desk' },
    { size: PHONE, why: 'on a phone' },
  ])('axe finds nothing serious: $why', async ({ size }) => {
    await page.setViewportSize(size)
    expect(await axe()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width)
    await page.setViewportSize(DESK)
  })

  test('without plans in the address it says what to do', async () => {
    await page.goto(`${server.address}/plans/comparison`)
    await page.getByRole('heading', { name: '还没有选定方案' }).waitFor()
    expect(await axe()).toEqual([])
  })

  test('nothing went wrong unseen', () => {
    expect(errors).toEqual([])
  })
})

type Ask = Awaited<ReturnType<typeof asking>>
type Seat = { talent: string; village: string; post: null }

/** Makes a plan of the township and answers who is seated first in it. */
async function planned(ask: Ask, exclusions: Seat[] = []): Promise<Seat> {
  const begun = await ask.post('/plans', { township: TOWNSHIP, pins: [], exclusions })
  const { id } = await begun.json()
  const record = async () => (await ask.get(`/plans/${id}`)).json()
  await expect
    .poll(async () => (await record()).status, { timeout: 120_000, interval: 500 })
    .toBe('done')
  const [slate] = (await record()).result.plan.slates
  return { talent: slate.seats[0].talent, village: slate.village, post: null }
}
