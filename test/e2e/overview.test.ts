import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { launch108 } from './chromium-108.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
const LOW = { width: 1440, height: 768 }
const WALL = { width: 1920, height: 1080 }
/** Two seconds are promised; the machine that tests is busy. */
const SOON = { timeout: 5_000 }

type Answer = {
  total: { red: number; villages: number; counted: number }
  worst: string[]
  villages: { code: string; name: string; colour: string; words: { zh: string } | null }[]
}

let server: Server
let browser: Browser
let county: Awaited<ReturnType<typeof asking>>
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  county = await asking(server.address, 'demo-county')
  await vi.waitUntil(isCounted, { timeout: 120_000, interval: 500 })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const overview = async () => (await (await county.get('/overview')).json()) as Answer
const isCounted = async () => {
  const { total } = await overview()
  return total.counted === total.villages
}

async function pageOf(username: string, path: string, viewport = DESK): Promise<Page> {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${server.address}${path}`)
  await signIn(page, username)
  return page
}

const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth') as Promise<boolean>
const table = (page: Page) => page.getByRole('table', { name: '各镇街准备度' })

describe('the county', () => {
  test('finds the three worst villages, reads why, and opens the first', async () => {
    const { worst, villages } = await overview()
    const page = await pageOf('demo-county', '/')
    const list = page.getByRole('list', { name: '最需要关注的村' })
    await list.waitFor()
    const lines = await list.locator('li').allTextContents()
    expect(lines.length).toBe(3)
    worst.forEach((code, at) => {
      const village = villages.find((one) => one.code === code)!
      expect(lines[at]).toContain(village.name)
      expect(lines[at]).toContain(village.words!.zh)
      expect(lines[at]).toContain('红')
    })
    expect(await seriousOf(page)).toEqual([])
    await list.getByRole('link').first().click()
    await page.waitForURL(new RegExp(`/villages/${worst[0]}`))
    await page.context().close()
  })

  test('opens from every count the villages behind it', async () => {
    const { total } = await overview()
    const page = await pageOf('demo-county', '/')
    await table(page).waitFor()
    const red = table(page).locator('tfoot').getByRole('link', { name: '红' })
    expect(await red.textContent()).toBe(String(total.red))
    await red.click()
    await page.waitForURL(/view=villages.*colour=red|colour=red.*view=villages/)
    const rows = page.getByRole('table', { name: '各村准备度' }).locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(total.red)
    expect(await rows.filter({ hasNotText: '红' }).count()).toBe(0)
    await page.getByLabel('镇街', { exact: true }).selectOption('370406104')
    await expect.poll(() => rows.count()).toBeLessThan(total.red)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect.poll(() => rows.count()).toBeGreaterThan(total.red)
    await page.context().close()
  })

  test('sees the same as tiles and as a chart with its data', async () => {
    const { total } = await overview()
    const page = await pageOf('demo-county', '/')
    await page.getByRole('button', { name: '方格图' }).click()
    const tiles = page.locator('.tile-village')
    await expect.poll(() => tiles.count()).toBe(total.villages)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '图表' }).click()
    await page.getByRole('img', { name: '各镇街红黄绿村数' }).locator('svg').waitFor()
    await page.getByRole('button', { name: '查看数据' }).click()
    const cells = page.getByRole('table', { name: '各镇街红黄绿村数' }).locator('tbody tr')
    expect(await cells.count()).toBe(11)
    await page.context().close()
  })

  test('sees within two seconds what another account entered, without reloading', async () => {
    const page = await pageOf('demo-county', '/')
    const red = table(page).locator('tfoot').getByRole('link', { name: '红' })
    await red.waitFor()
    const { villages, total } = await overview()
    const isOwn = ({ code, colour }: Answer['villages'][number]) =>
      code.startsWith('370406104') && colour === 'yellow'
    const { code } = villages.find(isOwn)!
    const clerk = await asking(server.address, 'demo-township')
    const entry = {
      ...{ kind: 'overhaul', on: '2026-11-02', source: '北庄镇党委' },
      body: { cause: '班子配备不齐', measures: '县领导联系，镇包村', acceptedOn: null },
    }
    const answer = await clerk.post(`/villages/${code}/entries`, entry)
    expect(answer.status).toBe(201)
    await page
      .locator('tfoot')
      .getByRole('link', { name: '红' })
      .getByText(String(total.red + 1), { exact: true })
      .waitFor(SOON)
    await page.context().close()
  })

  test('on a phone nothing is wider than the screen', async () => {
    const page = await pageOf('demo-county', '/', PHONE)
    await table(page).waitFor()
    expect(await isWide(page)).toBe(false)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('finds its pages under headings where the screen is low', async () => {
    const page = await pageOf('demo-county', '/', LOW)
    const side = page.locator('.nav')
    await side.getByText('管理', { exact: true }).waitFor()
    const last = side.locator('summary').last()
    const box = (await last.boundingBox())!
    expect(box.y + box.height).toBeLessThan(LOW.height)
    await last.click()
    await side.getByRole('link', { name: '账号确认' }).click()
    await page.waitForURL(/accounts/)
    await page.context().close()
  })
})

describe('a township', () => {
  test('reads which village lacks what and what comes next, on both sizes', async () => {
    for (const viewport of [DESK, PHONE]) {
      const page = await pageOf('demo-township', '/', viewport)
      const board = page.getByRole('table', { name: '各村七项指标' })
      await board.waitFor()
      expect(await board.locator('tbody tr').count()).toBe(21)
      const first = board.locator('tbody tr').first()
      expect(await first.textContent()).toContain('红')
      expect(await first.getByRole('link', { name: /^办理/ }).count()).toBe(1)
      expect(await isWide(page)).toBe(false)
      expect(await seriousOf(page)).toEqual([])
      await page.getByRole('button', { name: '按班子结构' }).click()
      await page.getByRole('table', { name: '各村班子结构' }).waitFor()
      await page.context().close()
    }
  })
})

describe('one action for several villages', () => {
  const OFFICE = '各镇组织办'
  const open = async () => {
    const { counts } = await (await county.get('/readiness/actions')).json()
    return (counts as { open: number }).open
  }
  const drawer = (page: Page) => page.getByRole('dialog', { name: '批量交办' })
  async function written(page: Page) {
    await drawer(page).getByLabel('责任人：单位（没有账号的）').fill(OFFICE)
    await drawer(page).getByRole('button', { name: '下一步：核对' }).click()
  }
  const outcomes = (page: Page) =>
    drawer(page).getByRole('table', { name: '各村结果' }).locator('tbody tr')

  test('all red ones of a township: checked, sent once by two clicks, dropped together', async () => {
    const before = await open()
    const page = await pageOf('demo-county', '/?view=villages&township=370406104&colour=red')
    const rows = page.getByRole('table', { name: '各村准备度' }).locator('tbody tr')
    await rows.first().waitFor()
    const red = await rows.count()
    await page.getByRole('button', { name: `全选红色（${red}）` }).click()
    await page.getByText(`已选 ${red} 个村`).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '交办', exact: true }).click()
    await drawer(page).getByLabel('指标', { exact: true }).selectOption({ label: '后备深度' })
    const only = drawer(page).getByRole('checkbox', { name: /只交办这项指标/ })
    await drawer(page)
      .getByText(/^红 \d+、黄 \d+/)
      .waitFor()
    await only.uncheck()
    await drawer(page).getByLabel('要办的事').fill('各物色两名后备')
    expect(await seriousOf(page)).toEqual([])
    await written(page)
    await drawer(page).getByText(`将给 ${red} 个村各交办一件，责任人：${OFFICE}`).waitFor()
    expect(await outcomes(page).count()).toBe(red)
    expect(await open()).toBe(before)
    await drawer(page)
      .getByRole('button', { name: `交办 ${red} 个村` })
      .dblclick()
    await drawer(page).getByText(`已交办 ${red} 个村`).waitFor()
    expect(await outcomes(page).filter({ hasText: '已交办' }).count()).toBe(red)
    expect(await open()).toBe(before + red)
    expect(await seriousOf(page)).toEqual([])
    await drawer(page).getByRole('button', { name: '全部撤销' }).click()
    const reason = page.getByRole('dialog', { name: `一并撤销 ${red} 件` })
    await reason.getByLabel('撤销原因').fill('交办有误，重新安排')
    await reason.getByRole('button', { name: '撤销事项' }).click()
    await drawer(page).getByText(`已一并撤销 ${red} 件`).waitFor()
    expect(await open()).toBe(before)
    await page.context().close()
  })

  test('from the actions, on a phone: by township, and what is open already is passed over', async () => {
    const page = await pageOf('demo-township', '/actions', PHONE)
    await page.getByRole('button', { name: '批量交办' }).click()
    const pick = drawer(page).getByRole('checkbox', { name: '羊栏村' })
    await pick.check()
    await drawer(page).getByRole('checkbox', { name: '毛宅村' }).check()
    expect(await seriousOf(page)).toEqual([])
    await drawer(page).getByRole('button', { name: '下一步', exact: true }).click()
    const only = drawer(page).getByRole('checkbox', { name: /只交办这项指标/ })
    await drawer(page)
      .getByText(/^红 \d+、黄 \d+/)
      .waitFor()
    await only.uncheck()
    await drawer(page).getByLabel('要办的事').fill('公示审计结果')
    const clerk = await asking(server.address, 'demo-township')
    const same = { indicator: 'audit', what: '公示审计结果', assignee: { office: OFFICE } }
    const villages = [await codeOf('羊栏村')]
    await clerk.post('/readiness/actions', { ...same, villages, dueOn: null })
    await written(page)
    await outcomes(page).filter({ hasText: '羊栏村' }).getByText('跳过').waitFor()
    expect(await isWide(page)).toBe(false)
    await drawer(page).getByRole('button', { name: '交办 1 个村' }).click()
    await drawer(page).getByText('已交办 1 个村').waitFor()
    await page.context().close()
  })

  const codeOf = async (name: string) =>
    (await overview()).villages.find(
      (one) => one.name === name && one.code.startsWith('370406104'),
    )!.code
})

describe('the big screen', () => {
  test('turns by hand and by keys, names nobody, and Esc leaves it', async () => {
    const page = await pageOf('demo-county', '/big-screen', WALL)
    await page.getByRole('heading', { name: '换届准备度' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '暂停翻页' }).click()
    await page.getByRole('button', { name: '继续翻页' }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: '各镇街准备度' }).waitFor()
    expect(await isWide(page)).toBe(false)
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('heading', { name: '换届准备度' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '全区总览' }).waitFor()
    await page.context().close()
  })
})

describe('Chromium 108, the oldest browser of the offices', () => {
  const FIRST = [
    { who: 'demo-county', path: '/', title: '全区总览', rows: 11 },
    { who: 'demo-county', path: '/?view=villages', title: '全区总览', rows: 100 },
    { who: 'demo-township', path: '/', title: '北庄镇', rows: 21 },
    { who: 'demo-village', path: '/', title: '洪门村', rows: 1 },
    { who: 'demo-mentor', path: '/', title: '导师帮带', rows: 0 },
    { who: 'demo-reviewer', path: '/', title: '联审答复', rows: 0 },
    { who: 'demo-talent', path: '/', title: '您好', rows: 0 },
    { who: 'demo-admin', path: '/', title: '系统状态', rows: 0 },
    { who: 'demo-auditor', path: '/', title: '审计日志', rows: 1 },
  ]

  test('shows the first screen of each role', async () => {
    const old = await launch108()
    try {
      expect(old.version()).toMatch(/^108\./)
      for (const { who, path, title, rows } of FIRST) {
        const { cookie } = await asking(server.address, who)
        const context = await openContext(old, { viewport: DESK })
        const [name = '', value = ''] = cookie.split('=')
        await context.addCookies([{ name, value, url: server.address }])
        const page = await context.newPage()
        page.on('pageerror', (error) => errors.push(`${who}: ${error.message}`))
        await page.goto(`${server.address}${path}`)
        // Locators of the test's own library need a newer browser.
        const seen = () => page.evaluate(SEEN) as Promise<{ title: string; rows: number }>
        await expect.poll(async () => (await seen()).title).toContain(title)
        await expect.poll(async () => (await seen()).rows).toBeGreaterThanOrEqual(rows)
        expect(await isWide(page)).toBe(false)
        await context.close()
      }
    } finally {
      await old.close()
    }
  })
  const SEEN = `({
    title: document.querySelector('#main h1')?.textContent ?? '',
    rows: document.querySelectorAll('#main tbody tr').length,
  })`
})

test('nothing failed in the browsers meanwhile', () => expect(errors).toEqual([]))
