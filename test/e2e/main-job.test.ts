import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

const TOWNSHIP = '370406104'
const VILLAGE = '370406104218'

let server: Awaited<ReturnType<typeof startServer>>
let browser: Browser
let page: Page
const errors: string[] = []
/** A slate takes longer on a busy machine. */
const PATIENT = { timeout: 15_000 }

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const context = await openContext(browser, { viewport: { width: 1440, height: 900 } })
  page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const board = () => page.getByRole('region', { name: '班子配备方案' })
const namesOnBoard = () => board().locator('tbody tr td.person button').allTextContents()
const computed = () =>
  board()
    .getByText(/用时 .* 秒/)
    .waitFor()

describe('a county officer makes the teams of Beizhuang', () => {
  test('signs in and finds the townships with their figures', async () => {
    await page.goto(server.address)
    await signIn(page, 'demo-county')
    await page.getByRole('heading', { name: '全区总览' }).waitFor()
    const townships = page.getByRole('table', { name: '各镇街准备度' })
    const row = townships.getByRole('row', { name: /北庄镇/ })
    expect(await row.textContent()).toContain('21')
  })

  test('chooses Beizhuang and sees its 21 villages', async () => {
    await page.getByRole('table').getByRole('link', { name: '北庄镇', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    expect(await page.locator('table.villages tbody tr').count()).toBe(21)
  })

  test('finds a village by the initials of its pinyin', async () => {
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').pressSequentially('hmc')
    await dialog.getByRole('link', { name: '洪门村' }).click()
    await page.getByRole('heading', { level: 1, name: '洪门村' }).waitFor()
    expect(page.url()).toContain(VILLAGE)
  })

  test('reads the proposed team, its targets and why one is missed', async () => {
    await computed()
    expect(await namesOnBoard()).toContain('李文博')
    expect(await page.getByRole('region', { name: /结构目标/ }).textContent()).toContain('缺 1 人')
    const whyNot = page.getByRole('region', { name: '为什么达不到' })
    expect(await whyNot.textContent()).toContain('符合资格的党组织人选 3 人')
    expect(await board().textContent()).toContain('建议人选，供乡镇党委研究')
    expect(await board().textContent()).toContain('村民委员会成员由村民选举产生')
  })

  test('pins and recomputes by keyboard alone', async () => {
    await board().getByRole('button', { name: '固定李文博' }).focus()
    await page.keyboard.press('Enter')
    await board().getByText('未重新测算').waitFor()
    await board().getByRole('button', { name: '按固定重新测算' }).focus()
    await page.keyboard.press('Enter')
    await computed()
    expect(await board().getByRole('button', { name: '取消固定李文博' }).count()).toBe(1)
  })

  test('excludes somebody, who then leaves the team, and takes it back', async () => {
    const last = (await namesOnBoard()).at(-1)
    await board()
      .getByRole('button', { name: `本村排除${last}` })
      .click()
    await board().getByRole('button', { name: '按固定重新测算' }).click()
    await expect.poll(namesOnBoard, PATIENT).not.toContain(last)
    await board().getByRole('button', { name: '撤销' }).click()
    await expect.poll(namesOnBoard, PATIENT).toContain(last)
  })

  test('a second exclusion leaves the board as it is until the button is pressed', async () => {
    const before = await namesOnBoard()
    const [one, other] = before.slice(-2) as [string, string]
    for (const name of [one, other])
      await board()
        .getByRole('button', { name: `本村排除${name}` })
        .click()
    await page.waitForTimeout(500)
    expect(await namesOnBoard()).toEqual(before)
    await board().getByText('未重新测算').waitFor()
    for (const _ of [one, other]) await board().getByRole('button', { name: '撤销' }).click()
    await computed()
  })

  test('finds a place by initials, and Enter opens it', async () => {
    const address = page.url()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bzz')
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/townships/370406104')
    await page.goto(address)
    await computed()
  })

  test('keeps pins over a reload', async () => {
    await page.reload()
    await computed()
    expect(await board().getByRole('button', { name: '取消固定李文博' }).count()).toBe(1)
  })

  test('puts in a next-best person', async () => {
    const next = board().locator('.next').first()
    const name = await next.locator('.next-name').textContent()
    await next.click()
    const before = await namesOnBoard()
    await page.getByRole('button', { name: `换成${name}，重新测算` }).click()
    await expect.poll(namesOnBoard, PATIENT).toContain(name)
    const after = await namesOnBoard()
    expect(before.filter((one) => !after.includes(one))).toHaveLength(1)
    await board().getByRole('button', { name: '撤销' }).click()
    await expect.poll(namesOnBoard, PATIENT).not.toContain(name)
  })

  test('tries other weights: the ranking answers while dragging, the team when asked', async () => {
    await page.getByRole('button', { name: '权重试算' }).click()
    const drawer = page.getByRole('dialog', { name: '权重试算' })
    const slider = drawer.getByRole('slider', { name: '群众口碑的权重' })
    await slider.press('End')
    expect(await drawer.getByRole('spinbutton', { name: '群众口碑的权重' }).inputValue()).toBe('50')
    await drawer.getByText(/^排序第一/).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await drawer.getByRole('button', { name: '按此权重重新测算方案' }).click()
    await board().getByText('按试算权重测算，不改政策').waitFor()
    await computed()
    await board().getByRole('button', { name: '恢复政策权重' }).click()
    await board().getByText('按试算权重测算').waitFor({ state: 'detached' })
    await computed()
  })

  test('opens a person, and Esc gives the focus back', async () => {
    const opener = board().getByRole('button', { name: '宋雅楠', exact: true })
    await opener.click()
    const drawer = page.getByRole('dialog', { name: '宋雅楠' })
    await drawer.getByText('群众口碑未知').first().waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    await expect
      .poll(() => opener.evaluate((node) => node === document.activeElement), PATIENT)
      .toBe(true)
  })

  test('asks for what cannot be, and reads which pin to take back', async () => {
    const id = await idOf('刘思敏')
    await page.goto(`${server.address}/villages/${VILLAGE}?pin=${id}.secretary`)
    const conflicts = page.getByRole('alert')
    await conflicts.getByText('这些固定不能同时成立').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await conflicts.getByRole('button', { name: /解除固定：刘思敏/ }).click()
    await computed()
  })

  test('runs the plan of the township and reads before and after', async () => {
    await page.getByRole('link', { name: '本镇方案' }).click()
    await page.getByRole('button', { name: '开始测算' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始测算' }).click()
    await page.getByRole('heading', { name: '班子结构 前后对比' }).waitFor({ timeout: 60_000 })
    expect(await page.locator('table.results tbody tr').count()).toBe(21)
    expect(await page.getByRole('region', { name: '证明' }).textContent()).toMatch(
      /法定缺口 \d+，已证明最少/,
    )
    const mean = page
      .getByRole('table', { name: '班子结构 前后对比' })
      .getByRole('row', { name: /平均年龄/ })
    expect(await mean.textContent()).toMatch(/↓ [\d.]+ 岁/)
    await page.getByRole('button', { name: '展开毛宅村的班子' }).click()
    await page.getByText('村委会女性').first().waitFor()
  })

  test('takes the seats of the plan out as a table', async () => {
    await page.getByRole('button', { name: '导出表格' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用途').fill('换届工作调度会')
    await dialog.getByRole('button', { name: '生成', exact: true }).click()
    const link = dialog.getByRole('link', { name: '下载' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^换届方案席位-\d{4}-\d\d-\d\d\.xlsx$/)
    await page.keyboard.press('Escape')
  })

  test('switches to English, which stays over a reload', async () => {
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('heading', { name: 'Structure before and after' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /Plan of Beizhuang/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
  })

  test('met no error of the interface on the way', () => expect(errors).toEqual([]))
})

describe.each(['light', 'dark'])('in %s nothing serious stands in the way of anybody', (theme) => {
  test.each([
    '/',
    '/plan',
    `/townships/${TOWNSHIP}`,
    `/townships/${TOWNSHIP}/plan`,
    `/villages/${VILLAGE}`,
    '/villages/370406104999',
    '/nowhere',
  ])('%s', async (path) => {
    await page.evaluate((chosen) => localStorage.setItem('yanzhen.theme', chosen), theme)
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    expect(await seriousOf(page)).toEqual([])
  })
})

test('an unknown village says so, with a way on', async () => {
  await page.goto(`${server.address}/villages/370406104999`)
  const alert = page.getByRole('alert')
  await alert
    .getByText(/没有代码为 370406104999/)
    .first()
    .waitFor()
  expect(await alert.getByRole('button', { name: '重试' }).count()).toBe(1)
})

test('on a phone the village is read, not edited', async () => {
  const context = await openContext(browser, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  const phone = await context.newPage()
  await phone.goto(server.address)
  await signIn(phone, 'demo-county')
  await phone.getByRole('heading', { name: '全区总览' }).waitFor()
  for (const path of ['/', `/townships/${TOWNSHIP}`, `/townships/${TOWNSHIP}/plan`]) {
    await phone.goto(server.address + path)
    await phone.locator('#main h1').waitFor()
    expect(await widthOf(phone), path).toBeLessThanOrEqual(390)
  }
  await phone.goto(`${server.address}/villages/${VILLAGE}`, { waitUntil: 'networkidle' })
  expect(await phone.getByText('请在电脑上操作').isVisible()).toBe(true)
  expect(await phone.getByRole('button', { name: /^固定/ }).count()).toBe(0)
  expect(await widthOf(phone)).toBeLessThanOrEqual(390)
  expect(await seriousOf(phone)).toEqual([])
  await context.close()
})

async function idOf(name: string): Promise<string> {
  const query = new URLSearchParams({ village: VILLAGE, q: name })
  const { get } = await asking(server.address, 'demo-county')
  const answer = await get(`/talents?${query}`)
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] }
  return people.find((person) => person.name === name)!.id
}

/** Wider than the screen means scrolling both ways. */
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
