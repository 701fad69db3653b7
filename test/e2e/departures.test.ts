import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

let server: Server
let browser: Browser
const faults: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  expect(faults, 'errors on the pages').toEqual([])
})

describe('somebody leaves the pool and comes back', () => {
  let page: Page
  beforeAll(async () => {
    page = await portraitOf('刘思敏', 'demo-township')
  })

  test('is recorded by a township with what happened, since when and why', async () => {
    await page.getByText('没有出库或离任记录').waitFor()
    await page.getByRole('button', { name: '登记出库' }).click()
    const dialog = page.getByRole('dialog')
    const kinds = await dialog.getByLabel('情形').locator('option').allInnerTexts()
    expect(kinds, 'dismissing is the county’s').toEqual([
      ...['请选择', '本人要求退出', '离任、离开本地'],
    ])
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.getByText('请选择情形').waitFor()
    await dialog.getByText('请写明事由（4 字以上）').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByLabel('情形').selectOption({ label: '离任、离开本地' })
    await dialog.getByRole('button', { name: '荣誉退：任满离任' }).click()
    const sent = page.waitForResponse((response) => response.url().endsWith('/departures'))
    await dialog.getByRole('button', { name: '登记', exact: true }).dblclick()
    expect((await sent).status()).toBe(201)
    await page.getByText('已登记出库').waitFor()
    const lines = card(page).locator('ol.lines > li')
    // A double click sends once.
    await expect.poll(() => lines.count()).toBe(1)
    expect(await lines.innerText()).toMatch(/离任、离开本地[\s\S]*荣誉退：任满离任[\s\S]*孟庆华/)
    await page.locator('.portrait-head').getByText('出库').first().waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('is taken back by a new entry, and both stay on record', async () => {
    await page.getByRole('button', { name: '重新入库' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('情形').count(), 'there is one way back').toBe(0)
    await dialog.getByRole('button', { name: '原登记有误，予以更正' }).click()
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('已重新入库').waitFor()
    await expect.poll(() => card(page).locator('ol.lines > li').count()).toBe(2)
    await page.getByRole('button', { name: '登记出库' }).waitFor()
    await page.context().close()
  })

  test('fits on a phone, where the county may also dismiss', async () => {
    page = await portraitOf('宋雅楠', 'demo-county', { width: 390, height: 844 })
    await page.getByRole('button', { name: '登记出库' }).click()
    const kinds = await page
      .getByRole('dialog')
      .getByLabel('情形')
      .locator('option')
      .allInnerTexts()
    expect(kinds).toContain('免职')
    expect(await seriousOf(page)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(390)
    await page.keyboard.press('Escape')
    await page.context().close()
  })
})

const card = (page: Page) => page.locator('section[aria-labelledby=departures]')

async function portraitOf(
  name: string,
  username: string,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const office = await asking(server.address, username)
  const found = await office.get(`/talents?q=${encodeURIComponent(name)}`)
  const { people } = (await found.json()) as { people: { id: string; name: string }[] }
  const id = people.find((person) => person.name === name)!.id
  const context = await openContext(browser, { viewport, baseURL: server.address })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.address}/talents/${id}`)
  await signIn(page, username)
  await card(page).waitFor()
  return page
}
