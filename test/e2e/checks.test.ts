import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { makeCultivated } from './checks-made.ts'
import { type Server, signIn, startServer } from './server.ts'

const PEOPLE = 60
let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  await makeCultivated(server.address, PEOPLE)
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(path: string, as = 'demo-township', viewport = { width: 1440, height: 900 }) {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  await page.goto(server.address + path)
  await signIn(page, as)
  return page
}
const opened = (page: Page) => page.locator('.person-answer')
const bar = (page: Page) => page.locator('.sign-bar')

describe('a clerk checks sixty people in one sitting', () => {
  test('by the keyboard, over two pages; a reload and a second window lose nothing', async () => {
    const page = await open('/checks')
    await page.locator('.who button').first().click()
    await opened(page).waitFor()
    for (let person = 1; person <= PEOPLE; person++) await answer(page, person === PEOPLE)
    await expect.poll(() => bar(page).innerText()).toContain(`已填 ${PEOPLE} 人`)

    await page.reload()
    await expect.poll(() => bar(page).innerText()).toContain(`已填 ${PEOPLE} 人`)
    const second = await page.context().newPage()
    await second.goto(`${server.address}/checks`)
    await expect.poll(() => bar(second).innerText()).toContain(`已填 ${PEOPLE} 人`)

    await bar(page)
      .getByRole('button', { name: `签名 ${PEOPLE} 人` })
      .click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.locator('.bulk-line > span').count()).toBe(PEOPLE)
    await dialog.getByRole('button', { name: `签名 ${PEOPLE} 人` }).dblclick()
    await expect.poll(() => page.getByText(`已签 ${PEOPLE} 人。`).count()).toBeGreaterThan(0)
    await expect.poll(() => page.locator('h1 + .hint').innerText()).toContain('已签 60 人')
    await expect.poll(() => bar(second).innerText()).not.toContain('已填')
  })

  test('what stands is taken the place of, and stays on record', async () => {
    const page = await open('/checks')
    await page.locator('.who button').first().click()
    await expect.poll(() => opened(page).innerText()).toContain('将取代')
    await opened(page).locator('[data-aspect=overall] button').nth(2).click()
    await opened(page).getByRole('button', { name: /^签名/ }).click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toContain('其中 1 人的会取代')
    await dialog.getByRole('button', { name: '签名 1 人' }).click()
    await page.getByText('已签 1 人。').waitFor()
    await opened(page).getByRole('button', { name: '签署记录' }).click()
    await expect.poll(() => page.locator('.signed-lines .superseded').count()).toBe(1)
  })

  test('many at once: the same grades are filled in after a look at who it is, and signed by hand', async () => {
    const page = await open('/checks?quarter=2026-Q2')
    const boxes = page.locator('tbody input[type=checkbox]')
    for (const at of [0, 1, 2]) await boxes.nth(at).check()
    await bar(page).getByRole('button', { name: '批量评定' }).click()
    const dialog = page.getByRole('dialog')
    for (const aspect of ['attitude', 'tasks', 'public', 'growth', 'overall'])
      await dialog.locator(`[data-aspect=${aspect}] button`).nth(1).click()
    await dialog.getByRole('button', { name: '填入 3 人' }).click()
    await expect.poll(() => bar(page).innerText()).toContain('已填 3 人')
  })
})

describe('every page can be read by everybody', () => {
  const sizes = [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]
  const pages = [
    { path: '/checks', as: 'demo-township' },
    { path: '/points', as: 'demo-township' },
    { path: '/attendance', as: 'demo-village' },
    { path: '/conclusions', as: 'demo-county' },
  ]
  test.each(sizes.flatMap((size) => pages.map((page) => ({ ...page, ...size }))))(
    '$path at $width',
    async ({ path, as, ...viewport }) => {
      const page = await open(path, as, viewport)
      await page.locator('.sheet-page-head').waitFor()
      const person = page.locator(viewport.width > 640 ? '.who button' : '.sheet-head').first()
      if (await person.isVisible()) await person.click()
      expect(await seriousOf(page)).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
    },
  )
})

/** As a clerk does: the mentor's opinion where there is one, else each aspect; then the grade over all. */
async function answer(page: Page, isLast: boolean) {
  const before = await opened(page).getAttribute('aria-label')
  const hasOpinion = (await opened(page).locator('.opinion-line').count()) > 0
  for (const key of hasOpinion ? ['m', '2'] : ['2', '1', '0', '2', '2'])
    await page.keyboard.press(key)
  if (isLast) return
  await page.waitForFunction((name) => {
    const now = document.activeElement?.closest('.person-answer')
    return now !== null && now !== undefined && now.getAttribute('aria-label') !== name
  }, before)
}
