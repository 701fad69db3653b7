import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpeg, PROGRAM, pdf, png } from '../api/paper-files.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let server: Server
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A reader who signed in at an address. */
async function openAs(username: string, path: string, viewport = DESK): Promise<Page> {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  await page.goto(server.address + path)
  await signIn(page, username)
  return page
}

describe('the calendar of working days', () => {
  const day = (page: Page, day: string) => page.locator(`[data-day="${day}"]`)

  test('a county officer takes a day off by keyboard alone, sees what ends later, and takes it back', async () => {
    const page = await openAs('demo-county', '/calendar?year=2026')
    await day(page, '2026-12-16').waitFor()
    await page.locator('input[name=from]').fill('2026-12-15')
    await page.locator('input[name=days]').fill('1')
    await expect.poll(() => page.locator('.term-end').innerText()).toContain('2026-12-16')
    await page.locator('.year-grid [tabindex="0"]').focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageUp')
    await day(page, '2026-12-16').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.locator('input[name=name]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.field-error').innerText()).toContain('写明名称')
    await page.keyboard.type('村委会选举日')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect
      .poll(() => day(page, '2026-12-16').locator('.hidden-text').textContent())
      .toBe('2026-12-16 星期三，县里规定休息：村委会选举日')
    await expect.poll(() => page.locator('.term-end').innerText()).toContain('2026-12-17')
    expect(await page.locator('.own-days li').innerText()).toMatch(
      /村委会选举日[\s\S]*按平日：上班/,
    )
    expect(await seriousOf(page)).toEqual([])
    await page.locator('.day-told button').click()
    await expect.poll(() => page.locator('.own-days').count()).toBe(0)
    await expect.poll(() => page.locator('.term-end').innerText()).toContain('2026-12-16')
    await page.context().close()
  })

  test('arrows go from day to day, and Tab stops once', async () => {
    const page = await openAs('demo-county', '/calendar?year=2025')
    await day(page, '2025-01-01').focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp'])
      await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe(
      '2025-01-08',
    )
    expect(await page.locator('.year-grid [tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.year-grid') === null)).toBe(
      true,
    )
    await page.context().close()
  })

  test('a year that is not published says so, and marks what is to be confirmed', async () => {
    const page = await openAs('demo-township', '/calendar?year=2026')
    await page.getByRole('button', { name: '下一年' }).click()
    await page.locator('.day.statutory').first().waitFor()
    expect(await page.locator('.note.weak').first().innerText()).toMatch(
      /收录的国务院放假安排到 2026 年，2027 年的还没有收录/,
    )
    expect(await page.locator('.day.statutory').count(), 'with that of the legend').toBe(14)
    expect(await page.locator('.year-grid button').count(), 'a township reads').toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('on a phone every day can be touched, and nothing is wider than the screen', async () => {
    const page = await openAs('demo-county', '/calendar?year=2026', PHONE)
    const box = (await day(page, '2026-10-01').boundingBox())!
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })
})

describe('papers of a nominee', () => {
  let nominee: string
  beforeAll(async () => {
    nominee = await nominated()
  })

  const choose = (page: Page, ...files: { name: string; bytes: Buffer }[]) =>
    page
      .locator('.papers input[multiple]')
      .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: bytes })))
  const names = (page: Page) => page.locator('.papers a.paper-name').allInnerTexts()

  test('several are sent at once; each that is refused says what it is, and the others are kept', async () => {
    const page = await openAs('demo-township', `/review?nominee=${nominee}`)
    await page.locator('.papers').waitFor()
    await choose(
      page,
      { name: '推荐表.pdf', bytes: pdf() },
      { name: '假照片.jpg', bytes: PROGRAM },
      { name: '签名.png', bytes: png() },
      { name: '空.jpg', bytes: Buffer.alloc(0) },
    )
    await expect.poll(() => names(page)).toEqual(['推荐表.pdf', '签名.png'])
    await expect
      .poll(() => page.locator('.paper.refused').allInnerTexts())
      .toEqual([
        expect.stringMatching(/假照片.jpg[\s\S]*可执行程序/),
        expect.stringMatching(/空.jpg[\s\S]*0 字节/),
      ])
    expect(await seriousOf(page)).toEqual([])
    const picture = page.locator('.paper-sign img')
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((it: HTMLImageElement) => it.complete && it.naturalWidth))
      .toBe(8)
    for (let left = 2; left > 0; left--) {
      await page.locator('.paper.refused button').first().click()
      await expect.poll(() => page.locator('.paper.refused').count()).toBe(left - 1)
    }
    await page.context().close()
  })

  test('the same file once more is said to be there; a removal is undone', async () => {
    const page = await openAs('demo-township', `/review?nominee=${nominee}`)
    await page.locator('.papers').waitFor()
    await choose(page, { name: '再传.jpg', bytes: jpeg() })
    await expect.poll(() => names(page)).toContain('再传.jpg')
    await choose(page, { name: '同一张.jpg', bytes: jpeg() })
    await expect.poll(() => page.locator('.papers .note.done').innerText()).toContain('内容相同')
    await page.getByRole('button', { name: '移除“再传.jpg”' }).click()
    await expect.poll(() => names(page)).not.toContain('再传.jpg')
    await page.getByRole('button', { name: '撤销移除' }).click()
    await expect.poll(() => names(page)).toContain('再传.jpg')
    await page.context().close()
  })

  test('an upload shows how far it is and can be stopped; nothing of it is kept', async () => {
    const page = await openAs('demo-township', `/review?nominee=${nominee}`)
    await page.locator('.papers').waitFor()
    const before = await names(page)
    // A slow line: the answer does not come before somebody stops it.
    await page.route('**/attachments?name=*', () => {})
    await choose(page, { name: '大.pdf', bytes: pdf('% slow\n') })
    await page.locator('.papers [role=progressbar]').waitFor()
    await page.getByRole('button', { name: '取消上传“大.pdf”' }).click()
    await expect.poll(() => page.locator('.papers [role=progressbar]').count()).toBe(0)
    expect(await names(page)).toEqual(before)
    expect(await page.locator('.paper.refused').count()).toBe(0)
    await page.context().close()
  })

  test('on a phone the camera comes first', async () => {
    const page = await openAs('demo-township', `/review?nominee=${nominee}`, PHONE)
    const camera = page.getByRole('button', { name: '拍照上传' })
    await camera.waitFor()
    const input = page.locator('.papers input[capture]')
    expect(await input.getAttribute('accept')).toBe('image/*')
    await input.setInputFiles({ name: 'IMG_1.jpg', mimeType: '', buffer: jpeg({}, 7) })
    await expect.poll(() => names(page)).toContain('IMG_1.jpg')
    expect((await camera.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.context().close()
  })
})

/** Somebody of the township in a round that is open. */
async function nominated(): Promise<string> {
  const county = await asking(server.address, 'demo-county')
  const round = await made(county, '/rounds', {
    ...{ kind: 'term-change', name: '附件试用', opensOn: '2026-01-01', closesOn: '2099-12-31' },
    ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
  })
  const township = await asking(server.address, 'demo-township')
  const { people } = await (await township.get('/talents?q=宋雅楠')).json()
  const { nominee } = await made(township, '/nominations', {
    ...{ id: crypto.randomUUID(), round: round.id, talent: people[0].id, channel: 'discovered' },
    ...{ nominator: '北庄镇党委', reason: '办事公道，群众信任', village: '370406104218' },
    posts: ['committee-member'],
  })
  return nominee
}

async function made(by: Awaited<ReturnType<typeof asking>>, path: string, body: unknown) {
  const answer = await by.post(path, body)
  const read = await answer.json()
  if (!answer.ok) throw new Error(JSON.stringify(read))
  return read
}
