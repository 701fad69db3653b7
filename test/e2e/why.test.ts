import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { signIn, startServer } from './server.ts'

/** 三道峪村 has nobody of 35 or under who may sit. */
const VILLAGE = '370406104203'

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let page: Page
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const context = await openContext(browser, { viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const card = () => page.getByRole('region', { name: '为什么达不到' })
const open = () => card().locator('details[open]')

describe('a township officer reads why a village has nobody young', () => {
  test('every missed target can be opened, the first is', async () => {
    await page.goto(server.address)
    await signIn(page, 'demo-township')
    await page.goto(`${server.address}/villages/${VILLAGE}`)
    await card().locator('.funnel').first().waitFor({ timeout: 60_000 })
    expect(await card().locator('summary').count()).toBeGreaterThan(1)
    expect(await open().locator('summary').textContent()).toContain('35 岁')
  })

  test('people are counted down to nobody, line by line, with what takes most of them out', async () => {
    const lines = await open().locator('.funnel > li').allTextContents()
    const left = lines.map((line) => Number(/剩 (\d+) 人/.exec(line)![1]))
    expect(left).toEqual([...left].sort((a, b) => b - a))
    expect(left[0]).toBeGreaterThan(50)
    expect(left.at(-1)).toBe(0)
    expect(lines.join()).toContain('本村村（居）民')
    await open().getByText('需要 1 人', { exact: true }).waitFor()
  })

  test('what clashes is shown as chips with a sentence each', async () => {
    const [first] = await open().locator('.clashes > li').all()
    expect(await first!.locator('.chip').allTextContents()).toContain('≤35')
    expect(await first!.textContent()).toContain('达不到')
  })

  test('remedies come with steps, approval, and the people who would come in and leave', async () => {
    const remedies = open().locator('ol.remedies > li')
    expect(await remedies.count()).toBeGreaterThan(1)
    const first = await remedies.first().textContent()
    expect(first).toMatch(/1 个动作/)
    expect(first).toMatch(/无需审批/)
    expect(await remedies.first().locator('.team-change dt').allTextContents()).toContain('进')
  })

  test('another missed target opens with the keyboard', async () => {
    const second = card().locator('summary').nth(1)
    await second.focus()
    await page.keyboard.press('Enter')
    expect(await card().locator('details[open]').count()).toBe(2)
    // What is half under the strip that stays on top has no full size.
    await page.evaluate(() => window.scrollTo(0, 0))
    expect(await seriousOf(page)).toEqual([])
  })

  test('the person of a remedy can be looked at', async () => {
    await open().first().getByRole('button', { name: /^看/ }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
  })

  test('in English, and on a phone', async () => {
    const context = await openContext(browser, { viewport: { width: 390, height: 844 } })
    await context.addInitScript(() => localStorage.setItem('yanzhen.language', 'en'))
    const phone = await context.newPage()
    await phone.goto(server.address)
    await signIn(phone, 'demo-township')
    await phone.goto(`${server.address}/villages/${VILLAGE}`)
    const why = phone.getByRole('region', { name: 'Why not' })
    await why.locator('.funnel').first().waitFor({ timeout: 60_000 })
    await why.getByText('Where people drop out').first().waitFor()
    const isWide = await phone.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(isWide).toBe(false)
    expect(await seriousOf(phone)).toEqual([])
    await context.close()
  })

  test('nothing went wrong on the page', () => expect(errors).toEqual([]))
})
