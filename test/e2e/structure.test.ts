import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { signIn, startServer } from './server.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function pageOf(username: string, path: string, viewport = DESK): Promise<Page> {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${server.address}${path}`)
  await signIn(page, username)
  await page.locator('#main').waitFor()
  return page
}

const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth') as Promise<boolean>

describe('the structure of teams', () => {
  test('the county reads before and after, works figures out again, and opens who is behind one', async () => {
    const page = await pageOf('demo-county', '/structure')
    const lines = page.getByRole('table', { name: '班子结构' })
    await lines.getByRole('rowheader', { name: '平均年龄' }).waitFor()
    expect(await page.getByText('村与社区分列').count()).toBe(1)
    await page.getByLabel('算式').check()
    expect(await page.getByText(/周岁之和 [\d,]+ ÷ [\d,]+ 人 ＝ [\d.]+ 岁/).count()).toBe(2)
    await lines.getByRole('button', { name: /^女性 本次/ }).click()
    const drawer = page.getByRole('dialog', { name: '女性：哪些人' })
    await drawer.getByText(/^共 \d+ 人$/).waitFor()
    const total = Number(/共 (\d+) 人/.exec((await drawer.textContent()) ?? '')?.[1])
    expect(await drawer.locator('.structure-people > li').count()).toBe(Math.min(50, total))
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('a township leads to a village, and the address keeps what is looked at', async () => {
    const page = await pageOf('demo-county', '/structure')
    await page.getByRole('button', { name: '北庄镇' }).click()
    await page.waitForURL(/township=370406104/)
    const villages = page.getByRole('table', { name: '按村（社区）' })
    await villages.waitFor()
    expect(await villages.locator('tbody tr').count()).toBe(21)
    await villages.getByRole('button', { name: '洪门村' }).click()
    await page.waitForURL(/village=370406104218/)
    await page.getByText(/洪门村·1 个村/).waitFor()
    await page.reload()
    await page.getByText(/洪门村·1 个村/).waitFor()
    await page.context().close()
  })

  test('results of a round without any say who has not reported, and cannot become a term', async () => {
    const page = await pageOf('demo-township', '/structure')
    const what = page.getByRole('combobox', { name: '看什么' })
    await what.waitFor()
    const round = await what.locator('option', { hasText: /结果$/ }).first().getAttribute('value')
    await what.selectOption(round)
    await page.getByText('没有计入的村（社区）').waitFor()
    await page.getByRole('button', { name: '转为新一届…' }).click()
    const drawer = page.getByRole('dialog', { name: '换届结果转为新一届' })
    await drawer.getByText('没有可以转入的村（社区）。').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('a village reads its own on a phone, without scrolling sideways', async () => {
    const page = await pageOf('demo-village', '/structure', PHONE)
    await page.getByRole('table', { name: '班子结构' }).waitFor()
    expect(await isWide(page)).toBe(false)
    expect(await seriousOf(page)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })
})
