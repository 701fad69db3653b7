import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, signIn, startServer } from './server.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
/** Of the demonstration, with people at every stage. */
const BEGUN = '2026 年村（社区）“两委”换届'
const MADE = '2027 年补选提名'

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

async function pageOf(username: string, viewport = DESK): Promise<Page> {
  const isPhone = viewport === PHONE
  const context = await openContext(browser, { viewport, ...(isPhone && { hasTouch: true }) })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(server.address)
  await signIn(page, username)
  await page.locator('#main').waitFor()
  return page
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

describe('rounds', () => {
  let page: Page
  beforeAll(async () => {
    page = await pageOf('demo-county')
  })
  afterAll(() => page.context().close())

  test('one is opened with its days; what is missing is said at its field', async () => {
    await page.goto(`${server.address}/rounds`)
    await button(page, '开设轮次').click()
    await dialog(page).getByText('本轮将按现行政策办理').waitFor()
    expect(await dialog(page).getByRole('list', { name: '流程' }).textContent()).toContain(
      '县级联审',
    )
    await dialog(page).getByRole('button', { name: '开设轮次' }).click()
    await dialog(page).getByText('请填写名称').waitFor()
    await dialog(page).getByLabel('名称').fill(MADE)
    await dialog(page).getByLabel('提名开始').fill('2026-11-20')
    await dialog(page).getByLabel('提名截止').fill('2026-11-10')
    await dialog(page).getByLabel('任期开始').fill('2027-03-01')
    await dialog(page).getByLabel('任期结束').fill('2031-12-31')
    await dialog(page).getByRole('button', { name: '开设轮次' }).click()
    await dialog(page).getByText('截止日期早于开始日期').waitFor()
    await dialog(page).getByLabel('提名截止').fill('2026-12-10')
    await dialog(page).getByRole('button', { name: '开设轮次' }).dblclick()
    await page.getByText(`已开设“${MADE}”。`).waitFor()
    expect(await card(page, MADE).count(), 'a double click opens one').toBe(1)
    expect(await card(page, MADE).textContent()).toContain('任期 2027-03-01 至 2031-12-31')
  })

  test('is changed, and says so when somebody else was first', async () => {
    await card(page, MADE).getByRole('button', { name: '修改' }).click()
    const id = await roundOf(MADE)
    await elsewhere(id, { closesOn: '2026-12-12' })
    await dialog(page).getByLabel('提名截止').fill('2026-12-15')
    await dialog(page).getByRole('button', { name: '保存修改' }).click()
    await dialog(page).getByText('他人改过这个轮次').waitFor()
    await button(page, '载入最新内容').click()
    await dialog(page).getByRole('button', { name: '保存修改' }).click()
    await page.getByText(`已保存“${MADE}”。`).waitFor()
    expect(await card(page, MADE).textContent()).toContain('至 2026-12-15')
  })

  test('with open nominees is closed only on purpose, by its name', async () => {
    await card(page, BEGUN).getByRole('button', { name: '结束轮次' }).click()
    await dialog(page)
      .getByText(/本轮还有 \d+ 人在办/)
      .waitFor()
    expect(await dialog(page).getByRole('button', { name: /结束/ }).count()).toBe(0)
    await dialog(page).getByLabel('逐人按“本次未列入”终止').check()
    await dialog(page)
      .getByRole('button', { name: /终止 \d+ 人并结束/ })
      .click()
    await dialog(page).getByText('请填写理由').waitFor()
    await dialog(page).getByText('与轮次名称不一致').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await card(page, BEGUN).textContent()).toContain('进行中')
  })

  test('without nominees is closed with a reason', async () => {
    await card(page, MADE).getByRole('button', { name: '结束轮次' }).click()
    await dialog(page).getByLabel('结束的理由').fill('并入下一轮换届')
    await dialog(page)
      .getByLabel(/输入轮次名称/)
      .fill(MADE)
    await dialog(page).getByRole('button', { name: '结束轮次' }).dblclick()
    await page.getByText(`“${MADE}”已结束。`).waitFor()
    expect(await card(page, MADE).getByRole('button').count()).toBe(0)
  })

  test('the board leads from a figure to its list', async () => {
    await card(page, BEGUN).getByRole('link', { name: '看板' }).click()
    const table = page.getByRole('table', { name: '各镇街各环节在办人数' })
    await table.waitFor()
    const cell = table.getByRole('link', { name: /^北庄镇，县级联审，\d+ 人$/ })
    const count = Number(await cell.textContent())
    await cell.click()
    await page.waitForURL(/\/review\?.*stage=joint-review/)
    await page.getByText(`共 ${count} 人`).waitFor()
    await page.goBack()
    await table.waitFor()
    expect(await page.getByText(/^逾期的在等/).count()).toBe(1)
  })

  test('lists and board stand the checks of axe', async () => {
    expect(await seriousOf(page)).toEqual([])
    await page.goto(`${server.address}/rounds`)
    await card(page, BEGUN).waitFor()
    expect(await seriousOf(page)).toEqual([])
  })
})

describe('to do and messages', () => {
  test('the county reminds whoever is late, once a day', async () => {
    const page = await pageOf('demo-county')
    await page.getByRole('link', { name: /^待办/ }).click()
    await page.getByRole('heading', { name: '待办', level: 1 }).waitFor()
    const late = card(page, '下级逾期')
    await late.getByRole('button', { name: '催办这些' }).dblclick()
    await page.getByText(/已催办 \d+ 人/).waitFor()
    await late.getByRole('button', { name: '催办这些' }).click()
    await page.getByText('没有重复发送').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('the village reads it on a phone and goes to the person', async () => {
    const page = await pageOf('demo-village', PHONE)
    await page.getByRole('navigation', { name: '主导航' }).getByText('待办').click()
    await card(page, '待我签办').waitFor()
    expect(await sideways(page)).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: /^通知，\d+ 条未读$/ }).click()
    const first = dialog(page).getByRole('listitem').filter({ hasText: '催办' }).first()
    await first.waitFor()
    expect(await first.textContent()).toContain('村自查')
    expect(await seriousOf(page)).toEqual([])
    await first.getByRole('link', { name: '看办理情况' }).click()
    await page.waitForURL(/\/review\?.*nominee=/)
    await page.getByRole('button', { name: '通知，没有未读' }).waitFor()
    await page.context().close()
  })

  test('a department finds its cases, and a round its board on a phone', async () => {
    const reviewer = await pageOf('demo-reviewer', PHONE)
    await reviewer.goto(`${server.address}/to-do`)
    await card(reviewer, '待本部门答复').waitFor()
    expect(await sideways(reviewer)).toBe(0)
    await reviewer.context().close()
    const county = await pageOf('demo-county', PHONE)
    await county.goto(`${server.address}/rounds/${await roundOf(BEGUN)}/board`)
    await card(county, '北庄镇')
      .getByRole('link', { name: /县级联审/ })
      .waitFor()
    expect(await sideways(county)).toBe(0)
    expect(await seriousOf(county)).toEqual([])
    await county.goto(`${server.address}/rounds`)
    await card(county, BEGUN).waitFor()
    expect(await sideways(county)).toBe(0)
    expect(await seriousOf(county)).toEqual([])
    await county.context().close()
  })
})

test('work is handed over after a look at what goes', async () => {
  const page = await pageOf('demo-county')
  await page.goto(`${server.address}/accounts`)
  await page.getByRole('link', { name: '工作移交' }).click()
  await page.getByText('预览不改动任何内容').waitFor()
  await page.getByLabel('移交人').selectOption({ label: await givers(page) })
  await page.getByLabel('接手人').selectOption({ index: 1 })
  await card(page, '将要转交').waitFor()
  expect(await seriousOf(page)).toEqual([])
  await card(page, '将要转交')
    .getByRole('button', { name: /^转交给/ })
    .click()
  await dialog(page)
    .getByRole('button', { name: /^转交给/ })
    .dblclick()
  await page.getByText(/^已转交给/).waitFor()
  await page.context().close()
})

test('nothing failed in the browser', () => {
  // A round that somebody else changed is answered with 412, which the browser notes.
  expect(errors.filter((error) => !error.includes('412'))).toEqual([])
})

/** The clerk of the demonstration's township, who has unread messages. */
async function givers(page: Page): Promise<string> {
  const options = await page.getByLabel('移交人').locator('option').allTextContents()
  return options.find((text) => text.includes('孟庆华'))!
}

function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth')
}

type Round = { id: string; name: string; revision: number; term: Term | null } & Window
type Term = { startsOn: string; endsOn: string }
type Window = { kind: string; opensOn: string; closesOn: string }

async function roundsNow(): Promise<Round[]> {
  const county = await asking(server.address, 'demo-county')
  return (await (await county.get('/rounds')).json()).rounds
}

async function roundOf(name: string): Promise<string> {
  return (await roundsNow()).find((round) => round.name === name)!.id
}

/** Changes a round as another officer would meanwhile. */
async function elsewhere(id: string, change: Partial<Window>): Promise<void> {
  const { kind, name, opensOn, closesOn, revision, term } = (await roundsNow()).find(
    (round) => round.id === id,
  )!
  const { cookie } = await asking(server.address, 'demo-county')
  const answer = await fetch(`${server.address}/api/v1/rounds/${id}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify({
      ...{ kind, name, opensOn, closesOn, ...change },
      ...{ termStartsOn: term?.startsOn ?? null, termEndsOn: term?.endsOn ?? null },
    }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
