import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const HONGMEN = '370406104218'
const COPY = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/

let server: Server
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

describe('the slate sheet of a village', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-township', `/villages/${HONGMEN}`)
  })

  test('is opened beside the team: who for which post, the targets, and the sentence of the law', async () => {
    await page.getByRole('link', { name: '打印方案表' }).click()
    const sheet = page.getByRole('article', { name: '洪门村班子建议方案表' })
    await sheet.getByText('村民委员会成员由村民选举产生。').waitFor()
    const text = (await sheet.textContent()) ?? ''
    expect(text).toMatch(/北庄镇党[\s\S]*政策第 1 版[\s\S]*年龄计算至2026年12月31日/)
    expect(text).toMatch(/党组织书记村委会主任李文博男38本科中共党员/)
    expect(text).toMatch(/● 达标[\s\S]*■ 缺[\s\S]*主要理由[\s\S]*未达标[\s\S]*乡镇党委/)
    expect(text).not.toMatch(/任命|当选|最佳/)
    expect(await seriousOf(page)).toEqual([])
  })

  test('goes on no paper before a purpose is given', async () => {
    const sent = posts(page)
    await page.getByRole('button', { name: '登记并打印' }).click()
    await page.getByText('请先填写打印用途，至少四个字。').waitFor()
    expect(sent).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.print-sheet').isVisible()).toBe(false)
    await page.getByText('未登记用途的材料不能打印。').waitFor()
    await page.emulateMedia({ media: null })
    expect(await page.getByText('未登记用途的材料不能打印。').isVisible()).toBe(false)
  })

  test('names the next people only where that is chosen', async () => {
    const sheet = page.locator('.print-sheet')
    expect(await sheet.getByRole('columnheader', { name: '备选' }).count()).toBe(0)
    await page.getByLabel('列出每个岗位的备选人选').check()
    await sheet.getByRole('columnheader', { name: '备选' }).waitFor()
  })

  test('is told once however often it is pressed, and carries the number that the audit has', async () => {
    await page.getByLabel('打印用途').fill('供镇党委会议研究')
    const sent = posts(page)
    await page.getByRole('button', { name: '登记并打印' }).dblclick()
    const said = await page.getByText(/已登记，份号/).textContent()
    const copy = COPY.exec(said ?? '')?.[0] ?? ''
    expect(sent.filter((url) => url.endsWith('/prints'))).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    const foot = await page.locator('.print-foot').textContent()
    expect(foot).toMatch(new RegExp(`打印人 .+20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d.份号 ${copy}`))
    expect(foot).toContain('内部资料，按规定保管')
    await page.emulateMedia({ media: null })
    expect(await pagesOf(page)).toBe(1)
    const auditor = await asking(server.address, 'demo-auditor')
    const { entries } = await (await auditor.get(`/audit?subject=${copy}`)).json()
    expect(entries).toMatchObject([
      {
        ...{ action: 'paper.printed', role: 'township', reason: '供镇党委会议研究' },
        detail: { paper: 'slate-sheet', copy },
      },
    ])
    expect(entries[0].subjectCount).toBeGreaterThan(8)
  })

  test('has to be told again for the next printing', async () => {
    // As a browser says it when its dialog is closed, printed or not.
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.print-sheet').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    const first = await page.getByText(/已登记，份号/).textContent()
    await page.getByRole('button', { name: '登记并打印' }).click()
    await expect.poll(() => page.getByText(/已登记，份号/).textContent()).not.toBe(first)
  })
})

describe('the registration form', () => {
  test('is one page for each person, masks the number and decides nothing', async () => {
    const county = await asking(server.address, 'demo-county')
    const found = await (await county.get(`/talents?village=${HONGMEN}&limit=3`)).json()
    const ids = found.people.map(({ id }: { id: string }) => id)
    const page = await as('demo-county', `/talents/${ids[0]}`)
    await page.getByRole('link', { name: '打印登记表' }).click()
    await page.locator('.print-sheet').waitFor()
    expect(await page.locator('.print-sheet').count()).toBe(1)
    await page.goto(`${server.address}/print/forms?people=${ids.join(',')}`)
    await expect.poll(() => page.locator('.print-sheet').count()).toBe(3)
    const text = (await page.locator('.print-sheet').first().textContent()) ?? ''
    expect(text).toMatch(/身份证号990\*+\d{4}/)
    expect(text).toContain('不代表任职结论')
    expect(await seriousOf(page)).toEqual([])
    await print(page)
    expect(await pagesOf(page)).toBe(3)
  })

  test('with a long résumé grows smaller, then goes on on the next page and is not cut', async () => {
    const page = await as('demo-county', '/')
    const county = await asking(server.address, 'demo-county')
    const found = await (await county.get(`/talents?village=${HONGMEN}&limit=1`)).json()
    const lines = Array.from(
      { length: 40 },
      (_, at) =>
        `${1980 + at}.07--${1981 + at}.06  第${at + 1}项工作，${'负责合作社账目与分红公示，'.repeat(3)}`,
    )
    await page.route(`**/api/v1/talents/${found.people[0].id}`, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ json: { ...(await answer.json()), resume: lines.join('\n') } })
    })
    await page.goto(`${server.address}/print/forms?people=${found.people[0].id}`)
    const sheet = page.locator('.print-sheet')
    await sheet.getByText('第40项工作').waitFor()
    expect(await sheet.getAttribute('style')).toBe('font-size: 12.5px;')
    await print(page)
    expect(await pagesOf(page)).toBeGreaterThan(1)
  })
})

describe('papers of a round', () => {
  let page: Page
  beforeAll(async () => {
    const county = await asking(server.address, 'demo-county')
    const { rounds } = await (await county.get('/rounds')).json()
    page = await as('demo-county', `/rounds/${rounds[0].id}/board`)
  })

  test('the notice says who, what for, from when to when, and hangs in public', async () => {
    await page.getByRole('link', { name: '公示文本' }).click()
    const sheet = page.locator('.print-sheet').first()
    await sheet.waitFor()
    await page.getByLabel('受理单位及联系方式').fill('区委组织部组织二科')
    await sheet.getByText('受理单位及联系方式：区委组织部组织二科').waitFor()
    const text = (await sheet.textContent()) ?? ''
    expect(text).toMatch(/公示时间：自20\d\d年\d+月\d+日起至20\d\d年\d+月\d+日止，.*5 个工作日/)
    expect(text).toMatch(/候选人[\s\S]*公示不代表任职/)
    expect(text).not.toMatch(/任命|当选|内部资料/)
    expect(await seriousOf(page)).toEqual([])
    await print(page)
    expect(await pagesOf(page)).toBe(await page.locator('.print-sheet').count())
  })

  test('the filing form has the elected secretaries of each township', async () => {
    await page.getByRole('link', { name: '返回轮次' }).click()
    await page.getByRole('link', { name: '书记备案表' }).click()
    const sheet = page.locator('.print-sheet').first()
    await sheet.waitFor()
    expect(await sheet.textContent()).toMatch(/北庄镇[\s\S]*选举产生[\s\S]*● 备〔20\d\d〕/)
    expect(await seriousOf(page)).toEqual([])
  })
})

test('a phone reads the sheet as it will be on paper', async () => {
  const page = await as('demo-county', '/', PHONE)
  await page.goto(`${server.address}/print/slates?village=${HONGMEN}`)
  await page.locator('.print-sheet').waitFor()
  expect(await seriousOf(page)).toEqual([])
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  expect(wide).toBeLessThanOrEqual(390)
})

test('no page reported an error', () => {
  expect(errors).toEqual([])
})

async function as(username: string, path: string, options: object = DESK): Promise<Page> {
  const context = await openContext(browser, options)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => errors.push(message))
  // The dialog of a browser without a screen says nothing and ends at once.
  await page.addInitScript('window.print = () => {}')
  await page.goto(server.address + path)
  await signIn(page, username)
  return page
}

async function print(page: Page): Promise<void> {
  await page.getByLabel('打印用途').fill('报联审会议存档')
  await page.getByRole('button', { name: '登记并打印' }).click()
  await page.getByText(/已登记，份号/).waitFor()
}

async function pagesOf(page: Page): Promise<number> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return paper.match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

function posts(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  return sent
}
