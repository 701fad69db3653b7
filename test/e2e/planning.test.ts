import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

/** The smallest township: 14 villages. */
const ZONE = '/townships/370406405/plan'
const NEIGHBOUR = '370406103'

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let context: BrowserContext
let page: Page
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  context = await openContext(browser, { viewport: { width: 1440, height: 900 } })
  page = await open()
  await page.goto(server.address)
  await signIn(page, 'demo-county')
  await page.getByRole('heading', { name: '全区总览' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(): Promise<Page> {
  const opened = await context.newPage()
  opened.on('pageerror', (error) => errors.push(error.message))
  opened.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return opened
}

const PATIENT = { timeout: 150_000 }
const dialog = (on: Page = page) => on.getByRole('dialog')
const draft = () => page.getByRole('region', { name: '待测算的固定与排除' })
const proof = () => page.getByRole('region', { name: '求解凭证' })
const plansOf = async (township: string) => {
  const county = await asking(server.address, 'demo-county')
  const { plans } = await (await county.get(`/plans?township=${township}`)).json()
  return plans as { id: string; status: string }[]
}

describe('a county officer plans a township', () => {
  test('a limit that says nothing is refused beside its field', async () => {
    await page.goto(server.address + ZONE)
    await page.getByRole('button', { name: '开始测算' }).click()
    await dialog().getByText('高级选项').click()
    await dialog()
      .getByLabel(/达到多小的差距/)
      .fill('9')
    await dialog().getByRole('button', { name: '开始测算' }).click()
    await dialog().getByText('请填 0 到 5 之间的数').waitFor()
    expect(await plansOf('370406405')).toEqual([])
    expect(await seriousOf(page)).toEqual([])
  })

  test('a double click begins one plan', async () => {
    await dialog()
      .getByLabel(/达到多小的差距/)
      .fill('1')
    await dialog().getByRole('button', { name: '开始测算' }).dblclick()
    await proof().waitFor(PATIENT)
    expect(await plansOf('370406405')).toHaveLength(1)
  })

  test('the certificate says what was computed from, and what that proves', async () => {
    const text = (await proof().textContent()) ?? ''
    expect(text).toContain('用同样的条件再算，结果逐席相同')
    expect(text).toMatch(/政策第 1 版/)
    expect(text).toMatch(/规则册指纹[0-9a-f]{16}/)
    expect(await page.getByRole('region', { name: '证明' }).textContent()).toContain('自行结束')
  })

  test('the supervisory committee stands apart from the two', async () => {
    await page.locator('table.results .expand').first().click()
    const teams = page.locator('.team-detail table.team')
    expect(await teams.count()).toBe(2)
    expect(await teams.nth(0).textContent()).not.toContain('监')
    expect(await teams.nth(1).textContent()).toMatch(/村务监督委员会.*主任/)
  })

  test('pins and exclusions gather, stay over a reload, and are taken back one by one', async () => {
    const team = page.locator('.team-detail table.team').first()
    await team
      .getByRole('button', { name: /^固定.*为/ })
      .first()
      .click()
    await team
      .getByRole('button', { name: /^在本村排除/ })
      .last()
      .click()
    expect(await draft().getByRole('listitem').count()).toBe(2)
    await page.reload()
    await draft().waitFor()
    expect(await draft().getByRole('listitem').count()).toBe(2)
    await draft()
      .getByRole('button', { name: /^撤回：固定/ })
      .click()
    expect(await draft().getByRole('listitem').count()).toBe(1)
    expect(await seriousOf(page)).toEqual([])
  })

  test('anew with the least change says who left and why', async () => {
    const before = page.url()
    await draft().getByRole('button', { name: '按最小变动重新测算' }).click()
    const changes = page.getByRole('region', { name: '与原稿相比的变动' })
    await changes.waitFor(PATIENT)
    const text = (await changes.textContent()) ?? ''
    expect(text).toContain('按要求排除')
    expect(text).toMatch(/第 1 稿/)
    expect(await draft().count(), 'the draft is spent').toBe(0)
    expect(page.url()).not.toBe(before)
  })

  test('the back button shows the plan before, without its successor’s changes', async () => {
    await page.goBack()
    await page.getByRole('region', { name: '与原稿相比的变动' }).waitFor({ state: 'detached' })
    await proof().waitFor()
    await page.goForward()
    await page.getByRole('region', { name: '与原稿相比的变动' }).waitFor()
  })

  test('asked again, every seat is the same', async () => {
    await proof().getByRole('button', { name: '再算一次核对' }).click()
    await proof().getByText('每一席都与原稿相同').waitFor(PATIENT)
  })

  test('what was pinned on a village’s page is offered here', async () => {
    await page.goto(`${server.address}/villages/370406405004`)
    await page.getByRole('button', { name: /^固定/ }).first().click()
    await page.goto(server.address + ZONE)
    await page.getByText('您在村页上固定了').waitFor()
    await page.getByRole('button', { name: '带入本方案' }).click()
    await draft().getByText(/固定/).first().waitFor()
    await draft().getByRole('button', { name: '全部撤回' }).click()
    expect(await draft().count()).toBe(0)
  })
})

describe('plans that wait and are ended', () => {
  test('a plan behind another says so, in a second tab too, and is cancelled by itself', async () => {
    const county = await asking(server.address, 'demo-county')
    await county.post('/plans', { township: null, gap: 0 })
    await county.post('/plans', { township: NEIGHBOUR })
    const other = await open()
    await other.goto(`${server.address}/townships/${NEIGHBOUR}/plan`)
    await page.goto(`${server.address}/townships/${NEIGHBOUR}/plan`)
    for (const one of [page, other]) await one.getByText('前面还有 1 个测算').waitFor()
    await page.getByRole('button', { name: '取消' }).click()
    await dialog().getByRole('button', { name: '取消测算' }).click()
    for (const one of [page, other]) await one.getByText('测算已取消，没有留下方案').waitFor()
    await other.close()
  })

  test('the county’s plan runs on, is ended early and keeps its result', async () => {
    await page.goto(`${server.address}/plan`)
    const keep = page.getByRole('button', { name: '结束并采用当前结果' })
    await keep.waitFor()
    await expect.poll(() => keep.getAttribute('aria-disabled'), PATIENT).toBe('false')
    await keep.click()
    await proof().waitFor(PATIENT)
    expect(await page.getByRole('region', { name: '证明' }).textContent()).toContain(
      '由人员提前结束',
    )
  })

  test('townships are sorted by any column, and one shows its villages alone', async () => {
    const table = page.getByRole('table', { name: '各镇街结果' })
    const seats = () =>
      table
        .locator('tbody tr td:nth-child(2)')
        .allTextContents()
        .then((all) => all.map(Number))
    await table.getByRole('button', { name: /^村/ }).click()
    expect(await seats()).toEqual((await seats()).toSorted((a, b) => b - a))
    await table.getByRole('button', { name: /^村/ }).click()
    expect(await seats()).toEqual((await seats()).toSorted((a, b) => a - b))
    await table.getByRole('button', { name: '只看北庄镇各村' }).click()
    expect(await page.locator('table.results > tbody > tr').count()).toBe(21)
  })
})

test.each([
  [1440, 'zh-CN'],
  [1440, 'en'],
  [390, 'zh-CN'],
  [390, 'en'],
])('at %i px in %s nothing serious stands in the way of anybody', async (width, language) => {
  await page.setViewportSize({ width, height: 844 })
  await page.evaluate((chosen) => localStorage.setItem('yanzhen.language', chosen), language)
  for (const path of [ZONE, '/plan']) {
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    expect(await seriousOf(page), path).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over, `${path} is no wider than the screen`).toBeLessThanOrEqual(0)
  }
})

test('met no error of the interface on the way', () => expect(errors).toEqual([]))
