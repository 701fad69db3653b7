import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const NAME = '司马准'
const TEXT = '准岗期间履职认真，群众反映较好，建议列为重点培养对象。'
const SHOTS = process.env.TRIAL_SHOTS

let server: Server
let browser: Browser
let desk: Page
let phone: Page
let trial: string
let codes: string[]
const errors: string[] = []
beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const township = await asking(server.address, 'demo-township')
  const body = { name: NAME, homeVillage: '370406104218', channel: 'recommended', basis: 'duty' }
  await township.post('/talents', { ...body, isNew: true })
  desk = await opened('/', DESK)
  await signIn(desk, 'demo-township')
  phone = await opened('/evaluate', PHONE)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const opened = async (path: string, options = {}) => {
  const page = await (await openContext(browser, options)).newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.setDefaultTimeout(15_000)
  await page.goto(`${server.address}${path}`)
  return page
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const mark = (page: Page, question: number, text: string) =>
  page.locator('.evaluate-question').nth(question).locator('label', { hasText: text })
const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
async function sound(page: Page, shot: string) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true })
  expect(await seriousOf(page), shot).toEqual([])
  expect(await isWide(page), `${shot}: nothing is wider than the page`).toBe(false)
}

describe('an office at a desk', () => {
  test('records who began where, told at the field what is too long', async () => {
    await desk.goto(`${server.address}/trial-posts`)
    await desk.getByRole('heading', { name: '准岗与测评' }).waitFor()
    await sound(desk, 'list-empty')
    await button(desk, '登记准岗').click()
    await desk.getByLabel('按姓名查找').fill(NAME)
    await button(desk, `选择${NAME}`).click()
    await desk.getByRole('radio', { name: /书记助理/ }).check()
    await desk.getByLabel('到岗日期').fill('2026-03-02')
    await desk.getByText('可填 2026-06-01 至 2026-12-31（本届任期届满日）').waitFor()
    await desk.getByLabel('拟结束日期').fill('2027-01-01')
    await button(desk, '协助书记处理日常村务').click()
    await button(desk, /^登记$/).click()
    await desk.getByText(/结束日期最晚为 2026-12-31/).waitFor()
    await sound(desk, 'start')
    await desk.getByLabel('拟结束日期').fill('2026-09-30')
    await button(desk, /^登记$/).click()
    await desk.getByRole('heading', { level: 1, name: NAME }).waitFor()
    trial = new URL(desk.url()).pathname.split('/').at(-1)!
    await sound(desk, 'begun')
  })

  test('opens an evaluation and gets slips to cut apart, once', async () => {
    await button(desk, '发起测评').click()
    await desk.getByLabel('同事（村“两委”成员）').fill('5')
    await desk.getByLabel('村民（居民）代表').fill('3')
    await sound(desk, 'open')
    await desk.getByRole('dialog').getByRole('button', { name: '发起测评' }).click()
    await desk.getByText('只显示这一次').waitFor()
    codes = await desk.locator('.code-signs').allTextContents()
    expect(new Set(codes).size).toBe(8)
    await sound(desk, 'codes')
    await desk.getByRole('link', { name: '已打印，返回' }).click()
    await desk.getByText('已收 0／8 份').waitFor()
    await desk.goto(`${server.address}/trial-posts/${trial}/print?sheet=codes`)
    await desk.getByText('测评码只显示一次').waitFor()
    expect(await desk.locator('body').innerText()).not.toContain(codes[0])
  })
})

describe('colleagues and representatives with one phone', () => {
  test('scan or type a code, answer, and are told what lacks', async () => {
    await sound(phone, 'code-m')
    await phone.getByLabel('测评码').fill('aaaa bbbb')
    await button(phone, '开始测评').tap()
    await phone.getByText('没有这个测评码').first().waitFor()
    await phone.getByLabel('测评码').fill(codes[0]!.toLowerCase())
    await button(phone, '开始测评').tap()
    await phone.getByText(NAME).waitFor()
    await mark(phone, 0, '5').tap()
    await button(phone, /^提交$/).tap()
    await phone.getByText('还有 5 项没有选').waitFor()
    await sound(phone, 'sheet-m')
    for (const at of [1, 2, 3, 4, 5]) await mark(phone, at, '较好').tap()
    await button(phone, /^提交$/).tap()
    await phone.getByText('已提交，谢谢！').waitFor()
    await sound(phone, 'done-m')
    await button(phone, '用另一个测评码作答').tap()
    await phone.getByLabel('测评码').fill(codes[0]!)
    await button(phone, '开始测评').tap()
    await phone.getByText('这个测评码已经用过').waitFor()
  })

  test('use five more codes, one after the other, and leave nothing behind in the browser', async () => {
    for (const code of codes.slice(1, 6)) {
      await phone.goto('about:blank')
      await phone.goto(`${server.address}/evaluate#${code}`)
      await phone.getByText(NAME).waitFor()
      expect(phone.url()).not.toContain(code)
      for (const at of [0, 1, 2, 3, 4, 5]) await mark(phone, at, at === 4 ? '不了解' : '一般').tap()
      await button(phone, /^提交$/).tap()
      await phone.getByText('已提交，谢谢！').waitFor()
    }
    const kept = await phone.evaluate(
      `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])`,
    )
    for (const code of codes) expect(kept).not.toContain(code)
  })
})

describe('the office again', () => {
  test('enters a sheet of paper and closes the evaluation; only then are results shown', async () => {
    await desk.goto(`${server.address}/trial-posts/${trial}`)
    await desk.getByText('已收 6／8 份').waitFor()
    expect(await desk.locator('body').innerText()).not.toContain('平均分')
    await button(desk, '录入纸质测评表').click()
    const sheet = desk.locator('.trial-sheet select')
    await sheet.nth(0).selectOption('representative')
    for (const at of [1, 2, 3, 4, 5, 6]) await sheet.nth(at).selectOption('4')
    await sound(desk, 'papers')
    await button(desk, '录入 1 张').click()
    await desk.getByText('已录入 1 张纸质测评表').waitFor()
    await sound(desk, 'running')
    await button(desk, '结束测评').click()
    await desk.getByRole('dialog').getByRole('button', { name: '结束测评' }).click()
    await desk.getByText('测评已结束。').waitFor()
    await desk.getByText('平均分').first().waitFor()
    await sound(desk, 'results')
  })

  test('signs the conclusion once, and the person has the status of before', async () => {
    await button(desk, '作出结论').click()
    await button(desk, '签署结论').click()
    await desk.getByText('请选择等次。').waitFor()
    await desk.getByRole('radio', { name: '良' }).check()
    await button(desk, TEXT).click()
    await sound(desk, 'conclude')
    let sent = 0
    desk.on('request', (request) => {
      if (request.url().endsWith('/conclusion')) sent++
    })
    await button(desk, '签署结论').dblclick()
    await desk.getByText('结论已签署。').waitFor()
    expect(sent).toBe(1)
    await sound(desk, 'concluded')
    await button(desk, '计入工作年限').click()
    await desk.getByText('工作年限由未登记改为 0.5 年').waitFor()
    await button(desk, '暂不计入').click()
  })

  test('prints the conclusion and the blank form, each on a sheet of A4', async () => {
    await desk.getByRole('link', { name: '打印结论表' }).click()
    await desk.getByRole('heading', { name: '准岗（挂职）考核结论表' }).waitFor()
    await desk.getByText('收回 7 份（纸质 1 份）').waitFor()
    await sound(desk, 'paper-result')
    expect(await pages(desk)).toBe(1)
    await button(desk, '空白测评表').click()
    await desk.getByRole('heading', { name: '准岗（挂职）测评表' }).waitFor()
    await sound(desk, 'paper-form')
    expect(await pages(desk)).toBe(1)
  })

  test('reads all of it on a phone as well', async () => {
    const page = await opened('/', PHONE)
    await signIn(page, 'demo-township')
    await page.goto(`${server.address}/trial-posts?state=concluded`)
    await page.getByText(NAME).waitFor()
    await sound(page, 'list-m')
    await page.getByText(NAME).tap()
    await page.getByText('平均分').first().waitFor()
    await sound(page, 'trial-m')
    await page.getByRole('link', { name: '培养情况' }).tap()
    await page.getByText('满 6 个月').first().waitFor()
  })

  test('nothing broke on the way', () => expect(errors).toEqual([]))
})

/** Sheets that a printer would use. */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
}
