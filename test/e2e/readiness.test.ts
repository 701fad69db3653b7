import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
/** 洪门村 of 北庄镇. */
const VILLAGE = '370406104218'
const SHOTS = process.env.READINESS_SHOTS

let server: Server
let browser: Browser
let desk: Page
let phone: Page
const errors: string[] = []
beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  desk = await opened(DESK)
  phone = await opened(PHONE)
  await signIn(desk, 'demo-township')
  await signIn(phone, 'demo-township')
  await published([{ from: '2026-11-02', to: '2026-11-06' }])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const opened = async (options = {}) => {
  const page = await (await openContext(browser, options)).newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.setDefaultTimeout(20_000)
  await page.goto(server.address)
  return page
}
/** A departure audit of this year with these notices. */
async function published(notices: object[]) {
  const township = await asking(server.address, 'demo-township')
  const body = { office: '书记兼主任', finishedOn: '2026-11-01', conclusion: 'clear', notices }
  const entry = { kind: 'audit', on: '2026-10-30', source: '镇农经站', body }
  await township.post(`/villages/${VILLAGE}/entries`, entry)
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const dialog = (page: Page) => page.getByRole('dialog').last()
const auditRow = (page: Page) => page.locator('#readiness tr', { hasText: '离任审计' }).first()
async function sound(page: Page, shot: string) {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${shot}.png`, fullPage: true })
  expect(await seriousOf(page), shot).toEqual([])
  const isWide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  expect(isWide, `${shot}: nothing is wider than the page`).toBe(false)
}

describe('a township at a desk', () => {
  test('reads why a village is not ready and assigns what is missing, told what lacks', async () => {
    await desk.goto(`${server.address}/villages/${VILLAGE}`)
    await auditRow(desk).getByText('还差 1 次公示').waitFor()
    await desk.evaluate('scrollTo(0, 0)')
    await sound(desk, 'panel')
    await button(desk, '交办：离任审计').click()
    await button(desk, '交办').last().click()
    await dialog(desk).getByText('请选择责任账号或填写单位').waitFor()
    await dialog(desk).getByLabel('责任人：单位（没有账号的）').fill('镇农经站')
    await sound(desk, 'assign')
    await dialog(desk).getByRole('button', { name: '交办' }).click()
    await desk.getByText('已交办').waitFor()
    await desk.locator('#readiness').getByText('镇农经站').first().waitFor()
  })

  test('sees the warning wait when the facts are mended, without reading the page again', async () => {
    await published([
      { from: '2026-11-02', to: '2026-11-06' },
      { from: '2026-11-09', to: '2026-11-13' },
    ])
    await auditRow(desk).getByText('事实已补齐，登记办理后销号').waitFor()
  })

  test('logs what was done among the actions, and the warning closes', async () => {
    await desk.goto(`${server.address}/actions?township=370406104`)
    await desk.locator('tr', { hasText: '镇农经站' }).waitFor()
    await sound(desk, 'actions')
    const row = desk.locator('tr', { hasText: '镇农经站' })
    await row.getByRole('button', { name: /^办结/ }).click()
    await dialog(desk).getByLabel('办理结果').fill('农经站已在公开栏公示两次')
    await button(desk, '登记办理').click()
    await desk.getByText('已登记办理').waitFor()
    await desk.goto(`${server.address}/villages/${VILLAGE}`)
    await desk.getByText('预警与变化记录').click()
    await desk.locator('#readiness tr', { hasText: '农经站已在公开栏公示两次' }).first().waitFor()
    await auditRow(desk).getByText('公示 2/2').waitFor()
    await desk.evaluate('scrollTo(0, 0)')
    await sound(desk, 'record')
  })

  test('signs on which list a village stands, and takes it back', async () => {
    await desk.goto(`${server.address}/village-lists`)
    await button(desk, /^查看：/)
      .first()
      .waitFor()
    await sound(desk, 'lists')
    await button(desk, /^无合适人选/).click()
    await button(desk, '查看：羊栏村').click()
    await desk.getByText('缺什么样的人').waitFor()
    await sound(desk, 'list-none')
    await button(desk, '签字决定').click()
    await dialog(desk).getByRole('combobox', { name: '清单' }).selectOption('none')
    await dialog(desk).getByLabel('拟采取的办法').selectOption('another-village')
    await button(desk, '签字列入清单').click()
    await dialog(desk).getByText('请写明理由').waitFor()
    await dialog(desk).getByLabel('理由').fill('镇党委研究，拟从外村选派')
    await button(desk, '签字列入清单').click()
    await desk
      .getByText(/签字列入无合适人选，拟外村选派/)
      .first()
      .waitFor()
    await sound(desk, 'list-drawer')
    await button(desk, '撤回决定').click()
    await dialog(desk).getByLabel('撤回原因').fill('另有人选待研究')
    await dialog(desk).getByRole('button', { name: '撤回决定' }).click()
    await desk.getByText(/撤回：另有人选待研究/).waitFor()
  })
})

describe('the same on a phone', () => {
  test.each([
    { path: `/villages/${VILLAGE}`, text: '换届准备度', shot: 'panel-phone' },
    { path: '/actions?state=done', text: '登记', shot: 'actions-phone' },
    { path: '/village-lists', text: '签字决定', shot: 'lists-phone' },
  ])('$path is read without scrolling two ways', async ({ path, text, shot }) => {
    await phone.goto(`${server.address}${path}`)
    await phone.locator('main').getByText(text).first().waitFor()
    await sound(phone, shot)
  })

  test('logs an action from the indicator', async () => {
    await phone.goto(`${server.address}/villages/${VILLAGE}`)
    await button(phone, /^登记办理/)
      .first()
      .click()
    await dialog(phone).getByLabel('办理结果').fill('已与村两委谈话，补报材料')
    await sound(phone, 'log-phone')
    await dialog(phone).getByRole('button', { name: '登记办理' }).click()
    await phone.getByText('已登记办理').first().waitFor()
  })
})

test('nothing broke on the way', () => {
  expect(errors).toEqual([])
})
