import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HONGMEN } from '../cast.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const PHONE = { width: 390, height: 844 }

let server: Server
let browser: Browser
const faults: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  expect(faults, 'errors on the pages').toEqual([])
})

describe('a township makes a plan', () => {
  let page: Page
  let id: string
  beforeAll(async () => {
    id = await person('诸葛文', { fullTimeEducation: 'junior-secondary', sources: ['returnee'] })
    page = await open(`/talents/${id}`, 'demo-township')
  })
  afterAll(() => page.context().close())

  test('from the portrait: the template of the group, and what the rules miss, are proposed', async () => {
    const card = page.locator('section[aria-labelledby=cultivation-card]')
    await card.getByText('还没有培养计划').waitFor()
    await card.getByRole('link', { name: '制定培养计划' }).click()
    await page.getByRole('heading', { name: '给诸葛文制定培养计划' }).waitFor()
    const template = page.getByLabel('模板', { exact: true })
    await expect.poll(() => template.locator('option:checked').innerText()).toMatch(/较适合/)
    await template.selectOption({ label: '返乡人员、本土大学生：挂任书记助理（较适合）' })
    const rows = page.locator('.draft-list > li')
    await expect.poll(() => rows.count()).toBeGreaterThan(7)
    const degree = rows.filter({ hasText: '初中，村要求高中' })
    expect(await degree.getByRole('checkbox', { name: /^列入/ }).isChecked()).toBe(true)
    expect(await degree.locator('.chip', { hasText: '学历' }).count()).toBeGreaterThan(0)
    await page
      .getByText(/适配度约高/)
      .first()
      .waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('by the keyboard alone: an item more, one less, mended and saved once', async () => {
    await page.getByRole('button', { name: '再加一项' }).focus()
    await page.keyboard.press('Enter')
    const save = page.getByRole('button', { name: '保存培养计划' })
    await save.focus()
    await page.keyboard.press('Enter')
    await page.getByText('请先改正标出的内容').waitFor()
    const own = page.locator('.draft-list > li').filter({ hasText: '自拟' })
    await own.getByText('请写明做什么').waitFor()
    await own.getByLabel('做什么').focus()
    await page.keyboard.type('走访三组农户，交走访表')
    const first = page.locator('.draft-list > li').filter({ hasText: '模板' }).first()
    await first.getByRole('checkbox', { name: /^列入/ }).focus()
    await page.keyboard.press('Space')
    const count = page.getByText(/已选 \d+ 项/)
    const taken = Number(/已选 (\d+) 项/.exec(await count.innerText())?.[1])
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/cultivation-plan'))
    await save.dblclick()
    expect((await sent).status()).toBe(201)
    await page.getByText('培养计划已保存').waitFor()
    await expect.poll(() => page.locator('.item-list > li').count()).toBe(taken)
    expect(new URL(page.url()).search).toBe('')
    expect(await seriousOf(page)).toEqual([])
  })

  test('and prints it on a sheet that names nobody’s identity number', async () => {
    await page.getByRole('link', { name: '打印培养计划' }).click()
    const paper = page.locator('.paper-form')
    await paper.getByText('走访三组农户，交走访表').waitFor()
    expect(await paper.innerText()).not.toMatch(/\d{15}/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.side').isVisible()).toBe(false)
    expect(await paper.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: '返回培养页面' }).click()
  })

  test('closes it with a reason; what was open is dropped', async () => {
    await page.getByRole('button', { name: '结束计划' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '结束计划' }).click()
    await dialog.getByText('请写明原因').waitFor()
    await dialog.getByRole('button', { name: '本人岗位变动' }).click()
    await dialog.getByRole('button', { name: '结束计划' }).click()
    await page.getByText('未完成的安排已取消').waitFor()
    await page.getByRole('heading', { name: '还没有培养计划' }).waitFor()
    await page.getByText('以前的计划 1 份').click()
    await page.getByText('取消：本人岗位变动').first().waitFor()
  })
})

describe('an item on its way', () => {
  let id: string
  beforeAll(async () => {
    id = await person('诸葛武')
    const office = await asking(server.address, 'demo-township')
    const item = { kind: 'village-affairs', aim: '列席村委会会议', criteria: ['service'] }
    const plan = { village: HONGMEN, posts: ['chair'], startsOn: day(-30), endsOn: day(300) }
    const items = [{ ...item, dueOn: day(3), evidence: '会议记录' }]
    await office.post(`/talents/${id}/cultivation-plan`, { ...plan, items })
  })

  test('is reported by the village on a phone', async () => {
    const page = await open('/cultivation-items', 'demo-village', PHONE)
    const row = page.locator('.item-list > li').filter({ hasText: '诸葛武' })
    await row.getByRole('button', { name: /^填报完成/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('textarea[name=result]').fill('列席三次会议，做了记录')
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/report'))
    await dialog.getByRole('button', { name: '填报', exact: true }).dblclick()
    expect((await sent).status()).toBe(200)
    await page.getByText('确认前按自报材料计').waitFor()
    await expect.poll(() => row.count()).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(PHONE.width)
    await page.context().close()
  })

  test('is returned with a reason, reported anew, confirmed with a grade and then evidence', async () => {
    const page = await open('/cultivation-items?q=诸葛武', 'demo-township')
    const row = page.locator('.item-list > li').filter({ hasText: '诸葛武' })
    await row.getByText('褚福来').waitFor()
    await row.getByRole('button', { name: '“列席村委会会议”的操作' }).click()
    await page.getByRole('menuitem', { name: '退回补充' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '佐证材料不全，请补充' }).click()
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await page.getByText('已退回').waitFor()
    await page.getByRole('link', { name: /^进行中/ }).click()
    await row.getByRole('button', { name: /^登记完成/ }).click()
    await dialog.locator('textarea[name=result]').fill('镇里现场看过')
    await dialog.getByRole('button', { name: '优', exact: true }).click()
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '确认完成' }).click()
    await page.getByText('已作为材料计入相应要素').waitFor()
    await page.goto(`${server.address}/talents/${id}`)
    await page.getByText('已完成 1 / 1 项').waitFor()
    await page.locator('.timeline').getByText('列席村委会会议').waitFor()
    await page.context().close()
  })

  test('is taken back with its evidence', async () => {
    const page = await open(`/talents/${id}/cultivation`, 'demo-township')
    await page.getByRole('button', { name: /^撤回重办/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '材料核实不实' }).click()
    await dialog.getByRole('button', { name: '撤回重办' }).click()
    await page.getByText('由它产生的材料已一并撤回').waitFor()
    await page.getByText('退回重办：材料核实不实').waitFor()
    const office = await asking(server.address, 'demo-township')
    const portrait = await (await office.get(`/talents/${id}`)).json()
    expect((portrait as { evidence: unknown[] }).evidence).toEqual([])
    await page.context().close()
  })
})

describe('templates and many plans at once', () => {
  test('the county changes a template; a township reads it', async () => {
    const page = await open('/plan-templates', 'demo-county')
    await page.getByRole('button', { name: '修改“村级后备力量：通用”' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel('名称').fill('')
    await drawer.getByRole('button', { name: '保存模板' }).click()
    await drawer.getByText('请填写名称').waitFor()
    await drawer.getByLabel('名称').fill('村级后备力量：基础')
    await drawer.getByRole('button', { name: '加一项安排' }).click()
    const last = drawer.locator('.template-item').last()
    await last.getByLabel('做什么').fill('旁听一次镇党委会')
    await last.getByLabel('开始后多少天内完成').fill('120')
    expect(await seriousOf(page)).toEqual([])
    await drawer.getByRole('button', { name: '保存模板' }).dblclick()
    await page.getByText('模板“村级后备力量：基础”已保存').waitFor()
    await page.context().close()
    const other = await open('/plan-templates', 'demo-township', PHONE)
    await other.getByText('旁听一次镇党委会').waitFor()
    expect(await other.getByRole('button', { name: /^修改/ }).count()).toBe(0)
    const width = await other.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(PHONE.width)
    await other.context().close()
  })

  test('people chosen in the pool get plans, whoever has one is named', async () => {
    const office = await asking(server.address, 'demo-township')
    const busy = await person('公孙文')
    const plan = { startsOn: day(0), endsOn: day(90), posts: [], village: null }
    const item = { kind: 'task', aim: '交办一件事', dueOn: day(30), criteria: [], rules: [] }
    await office.post(`/talents/${busy}/cultivation-plan`, { ...plan, items: [item] })
    await person('公孙武')
    const page = await open('/talents?q=公孙', 'demo-township')
    for (const name of ['公孙文', '公孙武'])
      await page.getByRole('checkbox', { name: new RegExp(name) }).check()
    await page.getByRole('button', { name: '制定培养计划' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '制定', exact: true }).click()
    await dialog.getByText('请选择模板').last().waitFor()
    await dialog.getByLabel('模板').selectOption({ index: 1 })
    await dialog.getByRole('button', { name: '制定', exact: true }).dblclick()
    await dialog.getByText('2 人中已为 1 人制定培养计划').waitFor()
    await dialog.getByRole('link', { name: '公孙文' }).waitFor()
    await dialog.getByText('此人已有进行中的培养计划').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })
})

/** Somebody of 洪门村 without a plan. */
async function person(name: string, facts: Record<string, unknown> = {}): Promise<string> {
  const office = await asking(server.address, 'demo-township')
  const body = { name, homeVillage: HONGMEN, channel: 'recommended', basis: 'duty', isNew: true }
  const answer = await office.post('/talents', { ...body, ...facts })
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}

/** So many days from today in China. */
function day(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}

async function open(path: string, username: string, viewport = { width: 1440, height: 900 }) {
  const context = await openContext(browser, { viewport, baseURL: server.address })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.address}${path}`)
  await signIn(page, username)
  await page.locator('h1').first().waitFor()
  return page
}
