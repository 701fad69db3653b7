import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

const TOWNSHIP = '370406104'
/** The county's other work may keep the answer waiting. */
const PATIENT = { timeout: 120_000 }

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  await planned()
  page = await opened(1440, 900)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A finished plan of Beizhuang, as the page would have begun it. */
async function planned(): Promise<void> {
  const office = await asking(server.address, 'demo-township')
  const { id } = await (await office.post('/plans', { township: TOWNSHIP })).json()
  await (await office.get(`/plans/${id}/events`)).text()
}

async function opened(width: number, height: number): Promise<Page> {
  const context = await openContext(browser, { viewport: { width, height } })
  const one = await context.newPage()
  one.on('pageerror', (error) => errors.push(error.message))
  one.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await one.goto(`${server.address}/townships/${TOWNSHIP}/plan`)
  await signIn(one, 'demo-township')
  await gapList(one).waitFor()
  return one
}

const gapList = (on: Page) => on.getByRole('region', { name: '缺口清单' })
const depth = (on: Page) => on.getByRole('region', { name: '靠一个人的村' })

describe('a township officer asks who is missing', () => {
  test('nothing is worked out, and nobody named, before it is asked for', async () => {
    expect(await gapList(page).getByRole('table').count()).toBe(0)
    await gapList(page).getByRole('button', { name: '测算缺口清单' }).click()
    await gapList(page).getByRole('table', { name: '缺口清单' }).waitFor(PATIENT)
    await gapList(page)
      .getByText(/未达标 \d+ 项/)
      .waitFor()
  })

  test('profiles stand in the order of what each new person mends', async () => {
    const each = await gapList(page)
      .locator('table.gaps > tbody > tr > td:nth-child(4)')
      .allTextContents()
    const figures = each.map(Number)
    expect(figures.length).toBeGreaterThan(3)
    expect(figures).toEqual([...figures].sort((a, b) => b - a))
  })

  test('a profile opens to its villages and to people with what they still need', async () => {
    const rows = gapList(page).locator('table.gaps > tbody > tr:not(.detail)')
    const near = await rows.locator('td:last-child').allTextContents()
    await rows
      .nth(near.findIndex((count) => Number(count) > 0))
      .getByRole('button')
      .click()
    const person = gapList(page).locator('.near-people a').first()
    const name = await person.textContent()
    await person.click()
    await page.getByRole('heading', { level: 1, name: name!.trim() }).waitFor()
    await page.goBack()
    await gapList(page).waitFor()
  })

  test('only law and policy leaves the wishes out', async () => {
    await gapList(page).getByRole('button', { name: '测算缺口清单' }).click()
    const rows = gapList(page).locator('table.gaps > tbody > tr')
    await rows.first().waitFor(PATIENT)
    const all = await rows.count()
    await gapList(page).getByRole('button', { name: '只看法定与政策' }).click()
    expect(await rows.count()).toBeLessThan(all)
    for (const row of await rows.all()) expect(await row.textContent()).toMatch(/法定|政策/)
  })
})

describe('and what hangs on one person', () => {
  test('single points of failure say what would be missed, with who would come in', async () => {
    await depth(page).getByRole('button', { name: '逐人测算备选深度' }).click()
    const table = depth(page).getByRole('table', { name: '单点人选' })
    await table.waitFor(PATIENT)
    expect(await table.locator('tbody tr').first().textContent()).toMatch(/法定|政策/)
  })

  test('margins name the villages that are short', async () => {
    await depth(page).getByText('差额与后备').click()
    const table = depth(page).getByRole('table', { name: '差额与后备' })
    expect(await table.locator('tbody tr').first().textContent()).toMatch(/缺 \d+ 人/)
  })

  test('the page has no serious finding of axe with all of it open', async () => {
    await depth(page).getByText('各席的次优人选').click()
    expect(await seriousOf(page)).toEqual([])
  })
})

test('on a phone the list fits the screen and axe is content', async () => {
  const phone = await opened(390, 844)
  await gapList(phone).getByRole('button', { name: '测算缺口清单' }).click()
  await gapList(phone).locator('button.expand').first().click(PATIENT)
  expect(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(await seriousOf(phone)).toEqual([])
  await phone.context().close()
})

test('nothing went wrong on the way', () => expect(errors).toEqual([]))
