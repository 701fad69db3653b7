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

describe('the overview of cultivation', () => {
  test('the county reads each township, and every figure opens who is behind it', async () => {
    const page = await pageOf('demo-county', '/cultivation')
    const table = page.getByRole('table', { name: '各乡镇（街道）' })
    await table.waitFor()
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(5)
    const lacking = table.getByRole('button', { name: /有导师：差 [\d,]+ 人，查看名单$/ }).first()
    const count = /差 ([\d,]+) 人/.exec((await lacking.textContent()) ?? '')?.[1]
    await lacking.click()
    const drawer = page.getByRole('dialog', { name: '没有导师' })
    await drawer.locator('.behind > li').first().waitFor()
    if (Number(count) <= 50)
      expect(await drawer.locator('.behind > li').count()).toBe(Number(count))
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await page
      .getByRole('img', { name: /近 12 个月每月/ })
      .locator('svg')
      .waitFor()
    expect(await page.getByRole('table', { name: '按月情况' }).locator('tbody tr').count()).toBe(12)
    await page.getByLabel('季度', { exact: true }).selectOption('2026-Q3')
    await page.waitForURL(/quarter=2026-Q3/)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('on a phone townships are folded, and nothing is wider than the screen', async () => {
    const page = await pageOf('demo-county', '/cultivation', PHONE)
    const card = page.locator('.township-card').first()
    await card.locator('summary').click()
    await card
      .getByRole('button', { name: /查看名单/ })
      .first()
      .click()
    await page.getByRole('dialog').locator('.behind > li').first().waitFor()
    expect(await isWide(page)).toBe(false)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('a township has its own figures and people, narrowed to who lacks something', async () => {
    const page = await pageOf('demo-township', '/cultivation')
    const own = page.getByRole('region', { name: '在培人员' })
    await own.locator('.behind > li').first().waitFor()
    const all = await own.locator('.behind > li').count()
    await own.getByLabel('按情况筛选').selectOption('unmentored')
    await expect.poll(() => own.locator('.behind > li').count()).toBeLessThan(all)
    expect(await own.locator('.behind > li', { hasNotText: '无导师' }).count()).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('topics and points are changed in the policy, and the change is said', async () => {
    const page = await pageOf('demo-county', '/policy')
    const section = page.locator('#section-cultivation')
    await section.getByLabel('参加导师帮带一次：每次几分').fill('3')
    await page.getByText(/草稿已保存/).waitFor()
    await section.getByText(/参加导师帮带一次 每次 2 分、每季最多 12 分/).waitFor()
    await section.getByLabel('党建与组织生活上移').click()
    expect(await section.getByLabel('名称（中文）').first().inputValue()).toBe('党建与组织生活')
    await section.getByLabel('民主测评最少答卷').fill('2')
    await section.getByText(/再少就能认出是谁答的/).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('a mentor finds what is due under to-do', async () => {
    const page = await pageOf('demo-mentor', '/to-do', PHONE)
    await page.getByRole('heading', { name: '待办' }).waitFor()
    expect(await isWide(page)).toBe(false)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('nothing failed in the browser meanwhile', () => expect(errors).toEqual([]))
})
