import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import {
  type Made,
  nominate,
  OWN,
  openRound,
  passAs,
  type Speaking,
  signAs,
  speaking,
} from './review-made.ts'
import { type Server, signIn, startServer } from './server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const PASS = { kind: 'pass' }

let server: Server
let browser: Browser
let county: Speaking
let reviewer: Speaking
let round = ''
let people: Made[] = []
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  county = await speaking(server.address, 'demo-county')
  reviewer = await speaking(server.address, 'demo-reviewer')
  round = await openRound(county, '洪门村补选', [OWN])
  people = await nominate(county, round, 6)
  const village = await speaking(server.address, 'demo-village')
  for (const { nominee } of people) await signAs(village, nominee, PASS)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('a township', () => {
  let page: Page
  beforeAll(async () => {
    page = await as('demo-township', `/review?round=${round}&tab=mine`)
  })

  test('sees who waits for it, and opens a file beside the list', async () => {
    const { name } = people[0]!
    await page.getByRole('heading', { level: 1, name: '提名与联审' }).waitFor()
    const row = page.getByRole('link', { name: new RegExp(`^${name}.*乡镇初审`) })
    expect(await row.textContent()).toContain('待我签办')
    await row.click()
    await page.getByRole('heading', { level: 2, name }).waitFor()
    expect(new URL(page.url()).searchParams.get('nominee')).toBe(people[0]!.nominee)
    expect(await page.locator('[aria-current=step]').textContent()).toContain('乡镇初审')
    await page.getByText('条件具备，可以签办。').waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('signs once however often it is pressed; file and list follow', async () => {
    const { name } = people[0]!
    await page.getByRole('button', { name: '同意', exact: true }).click()
    const form = page.getByRole('dialog', { name: `同意：${name}` })
    await form.getByLabel('说明（可不填）').fill('镇党委会议研究同意')
    const sent = posts(page)
    await form.getByRole('button', { name: '签名：同意进入县级联审' }).dblclick()
    await page.getByText(`${name}：同意，已签名。`).waitFor()
    expect(sent.filter((url) => url.endsWith('/acts'))).toHaveLength(1)
    await expect.poll(() => page.locator('[aria-current=step]').textContent()).toContain('县级联审')
    await expect.poll(() => page.locator('.queue-list').getByText(name).count()).toBe(0)
    const history = page.getByRole('region', { name: '经过' })
    expect(await history.textContent()).toMatch(/乡镇初审：同意[\s\S]*镇党委会议研究同意/)
  })

  test('is led back to no form that was signed', async () => {
    await page.goBack()
    await page.getByText('选一位人选看办理情况').waitFor()
    await page.goForward()
    await page.getByRole('heading', { level: 2, name: people[0]!.name }).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0)
  })

  test('reads the same after a reload, and in a second tab', async () => {
    await page.reload()
    await page.getByRole('heading', { level: 2, name: people[0]!.name }).waitFor()
    const tab = page.getByRole('navigation', { name: '按办理情况分列' }).locator('[aria-current]')
    expect(await tab.textContent()).toContain('待我处理')
  })

  test('is told what to drop when nobody meets all conditions', async () => {
    await page.getByLabel('找姓名、拼音').fill('查无此人')
    await page.getByText('没有同时满足这些条件的人选').waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.locator('.queue-list > li').first().waitFor()
  })
})

describe('the county', () => {
  let page: Page
  beforeAll(async () => {
    const township = await speaking(server.address, 'demo-township')
    for (const { nominee } of people.slice(1, 4)) await signAs(township, nominee, PASS)
    for (const { nominee } of people.slice(0, 4)) await passAs(reviewer, nominee)
    page = await as('demo-county', `/review?round=${round}&tab=mine`)
  })

  test('signs for several with one question that names them, and is told of each', async () => {
    const [, first, second, third] = people
    for (const one of [first!, second!, third!]) {
      await page.getByRole('checkbox', { name: `选中${one.name}` }).check()
    }
    await signAs(county, third!.nominee, { kind: 'ask', note: '请补村民代表会议记录' })
    await page.getByRole('button', { name: '同意 3' }).click()
    const question = page.getByRole('dialog', { name: '一并签名：3 人' })
    for (const one of [first!, second!, third!]) await question.getByText(one.name).waitFor()
    await question.getByRole('button', { name: '签名：同意 3 人进入下一环节' }).dblclick()
    const results = page.getByRole('dialog', { name: '签名结果' })
    await results.getByText('3 人中 2 人已签名，其余见下。').waitFor()
    const refused = results.getByRole('listitem').filter({ hasText: third!.name })
    expect(await refused.textContent()).not.toContain('已签名')
    await results.getByRole('button', { name: '完成' }).click()
    const at = await stagesOf([first!, second!, third!])
    expect(at).toEqual(['inspection', 'inspection', 'joint-review'])
  })

  test('is told beside the field when the votes do not add up', async () => {
    const { name, nominee } = people[1]!
    await page.goto(`${server.address}/review?round=${round}&nominee=${nominee}`)
    await page.getByRole('button', { name: '登记考察结果' }).click()
    const form = page.getByRole('dialog', { name: `登记考察结果：${name}` })
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(0)
    await form.getByRole('button', { name: '签名：登记考察结果' }).click()
    await form.getByText('请填写考察组成员').waitFor()
    await form.getByText('请选择考察结论').waitFor()
    await form.getByLabel('考察组成员').fill('周晓岚、孟庆华')
    await form.getByLabel('开始日期').fill(daysAgo(20))
    await form.getByLabel('结束日期').fill(daysAgo(19))
    await form.getByLabel('个别谈话人数').fill('18')
    const votes = form.getByRole('group', { name: '满意度测评' })
    for (const [label, count] of Object.entries(VOTES)) {
      await votes.getByLabel(label, { exact: true }).fill(String(count))
    }
    await votes.getByText('同意、反对、弃权合计 55，与有效票 57 不符').waitFor()
    await form.getByRole('radio', { name: '合格', exact: true }).check()
    await form.getByRole('button', { name: '签名：登记考察结果“合格”' }).click()
    const wrong = votes.getByLabel('同意', { exact: true })
    await expect.poll(() => wrong.getAttribute('aria-invalid')).toBe('true')
    await votes.getByText('同意、反对、弃权合计 55，与有效票 57 不符。').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await wrong.fill('52')
    await votes.getByText('合计 57，与有效票相符；同意率 91.2%').waitFor()
    await form.getByRole('button', { name: '签名：登记考察结果“合格”' }).click()
    await expect.poll(() => page.locator('[aria-current=step]').textContent()).toContain('县委研究')
  })

  test('loses nothing when somebody else signed meanwhile', async () => {
    const { name, nominee } = people[1]!
    await page.getByRole('button', { name: '登记研究结果' }).click()
    const form = page.getByRole('dialog', { name: `登记研究结果：${name}` })
    for (const [label, text] of Object.entries(STUDY)) await form.getByLabel(label).fill(text)
    await form.getByText('到会 11 / 13，超过半数').waitFor()
    await form.getByRole('radio', { name: '通过', exact: true }).check()
    await signAs(county, nominee, { kind: 'ask', note: '请补离任审计结论' })
    const signing = form.getByRole('button', { name: '签名：登记研究结果“通过”' })
    await signing.click()
    const told = form.getByRole('alert')
    await told.getByText(`他人刚刚签办了${name}`).waitFor()
    expect(await signing.getAttribute('aria-disabled')).toBe('true')
    await told.getByRole('button', { name: '载入最新情况' }).click()
    await form.getByText('已载入最新情况，填写的都还在。').waitFor()
    expect(await form.getByLabel('会议名称').inputValue()).toBe(STUDY.会议名称)
    await signing.click()
    await expect.poll(() => page.locator('[aria-current=step]').textContent()).toContain('公示')
  })

  test('is told the last day of a notice before it is published', async () => {
    await page.getByRole('button', { name: '发布公示' }).click()
    const form = page.getByRole('dialog', { name: `发布公示：${people[1]!.name}` })
    await form.getByLabel('公布日期').fill('2026-09-28')
    await form.getByLabel('公示几个工作日').fill('5')
    await form.getByText(/公示至 2026-10-\d\d，次日起可以结束/).waitFor()
    await leave(page, form.getByRole('button', { name: '取消' }))
  })

  test('prints the form on one sheet', async () => {
    await page.getByRole('link', { name: '打印联审表' }).click()
    await page.getByRole('heading', { name: '村（社区）“两委”人选联审表' }).waitFor()
    const sheet = await page.locator('.paper-form').textContent()
    expect(sheet).toMatch(
      /组织发现[\s\S]*纪委监委：通过[\s\S]*考察：合格[\s\S]*应到 13 人，到会 11 人/,
    )
    expect(sheet).not.toContain('任命')
    await page.evaluate('window.print = () => {}')
    await page.getByLabel('打印用途').fill('报联审会议存档')
    await page.getByRole('button', { name: '登记并打印' }).click()
    await page.getByText(/已登记，份号 [2-9A-Z]{4}-[2-9A-Z]{4}/).waitFor()
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('link', { name: '返回办理情况' }).click()
    await page.getByRole('heading', { level: 2, name: people[1]!.name }).waitFor()
  })

  test('finds the way of a person on the portrait too', async () => {
    await page.getByRole('link', { name: '看画像' }).click()
    const card = page.getByRole('region', { name: '提名经过' })
    await card.getByRole('link', { name: '洪门村补选' }).click()
    await page.getByRole('heading', { level: 2, name: people[1]!.name }).waitFor()
  })
})

describe('a village on the phone', () => {
  test('reads list and file as two steps, and nothing of the departments', async () => {
    const page = await as('demo-village', `/review?round=${round}`, PHONE)
    await page.getByRole('heading', { level: 1, name: '提名与自查' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('link', { name: new RegExp(`^${people[4]!.name}`) }).click()
    await page.getByRole('heading', { level: 2, name: people[4]!.name }).waitFor()
    expect(await page.locator('.queue').count()).toBe(0)
    expect(await page.getByRole('region', { name: '部门联审' }).count()).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('link', { name: '返回名单' }).click()
    await page.locator('.queue').waitFor()
  })
})

test('nothing went wrong in the browser', () => {
  expect(errors).toEqual([])
})

const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const VOTES = { 发出: 60, 收回: 58, 有效: 57, 同意: 50, 反对: 3, 弃权: 2 }
const STUDY = {
  ...{ 会议名称: '县委常委会第 12 次会议', 会议日期: daysAgo(10), 应到人数: '13', 到会人数: '11' },
  ...{ 赞成: '10', 反对: '0', 弃权: '1' },
}

async function as(username: string, path: string, options: object = DESK): Promise<Page> {
  const page = await (await openContext(browser, options)).newPage()
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(server.address + path)
  await signIn(page, username)
  return page
}

function posts(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (it) => it.method() === 'POST' && sent.push(it.url()))
  return sent
}

async function stagesOf(some: readonly Made[]): Promise<string[]> {
  const views = await Promise.all(some.map(({ nominee }) => county('GET', `/nominees/${nominee}`)))
  return views.map(({ stage }) => stage)
}

/** What was typed is given up on purpose. */
async function leave(page: Page, button: ReturnType<Page['getByRole']>) {
  page.once('dialog', (dialog) => void dialog.accept())
  await button.click()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
}
