import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../db/identity-number.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
/** Nobody's: the area code is not assigned. */
const FIRST = '99040619880309117'
const NUMBER = FIRST + checkDigit(FIRST)
const REASON = '在村里做了六年会计，熟悉集体账目，想把账目公开这件事做好。'

let server: Server
let browser: Browser
const errors: string[] = []
beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  const { rounds } = await (await fetch(`${server.address}/api/v1/applications/open`)).json()
  if (rounds.length > 0) return
  const county = await asking(server.address, 'demo-county')
  await county.post('/rounds', {
    ...{ kind: 'term-change', name: '2026 年换届', opensOn: '2026-01-01', closesOn: '2099-12-31' },
    ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const opened = async (path: string, options = {}) => {
  const page = await (await openContext(browser, options)).newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  page.setDefaultTimeout(10_000)
  await page.goto(`${server.address}${path}`)
  return page
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
const isWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
const sound = async (page: Page) => {
  expect(await seriousOf(page)).toEqual([])
  expect(await isWide(page), 'nothing is wider than the phone').toBe(false)
}

let receipt: string

describe('somebody with a phone and without an account', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened('/', PHONE)
  })

  test('finds the way on the sign-in page, and goes no further without agreeing', async () => {
    await page.getByRole('link', { name: /自荐报名/ }).tap()
    await page.getByRole('heading', { name: /请先看这份告知/ }).waitFor()
    await sound(page)
    await press(page, '同意并继续')
    await page.getByText('请勾选同意后再继续').waitFor()
    await page.getByRole('checkbox').check()
    await press(page, '同意并继续')
    await page.getByRole('heading', { name: /您是谁/ }).waitFor()
  })

  test('is told at the field what is wrong, and the number fills in birth and sex', async () => {
    await page.getByLabel('姓名').fill('公孙明')
    const wrong = NUMBER.slice(0, 17) + (NUMBER.endsWith('0') ? '1' : '0')
    await page.getByLabel('身份证号').fill(wrong)
    await press(page, '下一步')
    await page.getByText('身份证号末位校验码不对').waitFor()
    await page.getByLabel('身份证号').fill(NUMBER)
    expect(await page.getByLabel('出生日期').inputValue()).toBe('1988-03-09')
    expect(await page.getByRole('radio', { name: '男' }).isChecked()).toBe(true)
    await page.getByLabel('联系电话').fill('12000001111')
    await page.getByLabel('最高学历').selectOption('junior-college')
    await page.getByLabel('政治面貌').selectOption('none')
    await page.getByLabel('现在做什么').fill('合作社会计')
    await sound(page)
    await press(page, '下一步')
  })

  test('goes back by the phone’s own way and loses nothing', async () => {
    await page.getByRole('heading', { name: /想到哪里/ }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: /您是谁/ }).waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe('公孙明')
    await page.goForward()
    await page.getByLabel('乡镇（街道）').selectOption({ label: '北庄镇' })
    await page.getByLabel('村（社区）').selectOption({ label: '洪门村' })
    await page.getByText('愿意担任岗位').tap()
    await press(page, '下一步')
    await page.getByText('请至少选一个岗位').waitFor()
    await page.getByLabel('村（居）委会委员').check()
    await page.getByLabel('自荐理由').fill(REASON)
    await sound(page)
    await press(page, '下一步')
  })

  test('hands in once however often it is pressed, and gets a receipt', async () => {
    await page.getByRole('heading', { name: /核对后提交/ }).waitFor()
    await sound(page)
    let sent = 0
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/applications')) sent++
    })
    await page.evaluate(`{
      const button = document.querySelector('.apply-ways .primary')
      button.click()
      button.click()
    }`)
    await page.getByRole('heading', { name: '已经收到您的自荐' }).waitFor()
    expect(sent).toBe(1)
    receipt = (await page.locator('.handed-code output').textContent()) ?? ''
    expect(receipt).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    await sound(page)
  })

  test('leaves nothing behind in the browser', async () => {
    const kept = await page.evaluate(
      `JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])`,
    )
    for (const value of ['公孙明', NUMBER, '12000001111', receipt])
      expect(kept).not.toContain(value)
    await page.goBack()
    expect(await page.locator('body').innerText()).not.toContain(NUMBER)
  })

  test('looks it up by the receipt, however it is typed', async () => {
    await page.goto(`${server.address}/apply/status`)
    await page.getByLabel('收件号').fill('2222-3333-4444')
    await press(page, '查询')
    await page.getByText('没有这个收件号').first().waitFor()
    await page.getByLabel('收件号').fill(receipt.toLowerCase().replaceAll('-', ''))
    await press(page, '查询')
    await page.getByText('等待乡镇核对').waitFor()
    await sound(page)
  })
})

describe('the clerk of the township', () => {
  test('checks who it is and accepts; the person reads where it stands and withdraws', async () => {
    const clerk = await opened('/')
    await signIn(clerk, 'demo-township')
    await clerk.getByRole('link', { name: /自荐收件/ }).click()
    await clerk.getByRole('button', { name: /公孙明/ }).click()
    await clerk.getByText('该身份证号不在库中').waitFor()
    expect(await clerk.locator('body').innerText()).not.toContain(NUMBER)
    expect(await seriousOf(clerk)).toEqual([])
    await clerk.getByRole('button', { name: '核对并受理' }).click()
    await clerk.getByRole('button', { name: '受理并提名' }).click()
    await clerk.getByText('请选择核对方式').waitFor()
    expect(await seriousOf(clerk)).toEqual([])
    await clerk.getByLabel('电话核对').check()
    await clerk.getByRole('button', { name: '受理并提名' }).click()
    await clerk.getByText(/已受理公孙明的自荐/).waitFor()
    await clerk.getByText('没有待核对的自荐').waitFor()
    const page = await opened('/apply/status', PHONE)
    await page.getByLabel('收件号').fill(receipt)
    await press(page, '查询')
    await page.getByText('已受理，当前环节：村自查').waitFor()
    await press(page, '撤回自荐')
    await sound(page)
    await press(page, '撤回')
    await page.getByText('您已退出本轮提名').waitFor()
    expect(await page.getByRole('button', { name: '撤回自荐' }).count()).toBe(0)
  })

  test('refuses another with an answer that the person reads by receipt', async () => {
    const other = '99040619900501113'
    const body = {
      ...{
        village: '370406104218',
        posts: [],
        name: '公孙平',
        idNumber: other + checkDigit(other),
      },
      ...{ phone: '12000002222', sex: 'male', bornOn: '1990-05-01', education: 'bachelor' },
      ...{ partyStatus: 'full', occupation: '在外务工', reason: REASON, hasConsented: true },
    }
    const { rounds, notice } = await (
      await fetch(`${server.address}/api/v1/applications/open`)
    ).json()
    const answer = await fetch(`${server.address}/api/v1/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, round: rounds[0].id, noticeVersion: notice.version }),
    })
    const { receipt } = await answer.json()
    const clerk = await opened('/applications', PHONE)
    await signIn(clerk, 'demo-township')
    await clerk.getByRole('button', { name: /公孙平/ }).tap()
    await press(clerk, '不予受理')
    await press(clerk, '户籍不在本村，请向户籍所在村报名')
    await press(clerk, '不予受理并告知')
    await clerk.getByText(/已答复公孙平/).waitFor()
    await sound(clerk)
    const page = await opened('/apply/status', PHONE)
    await page.getByLabel('收件号').fill(receipt)
    await press(page, '查询')
    await page.getByText('未予受理：户籍不在本村，请向户籍所在村报名。').waitFor()
    expect(await page.getByRole('button', { name: '撤回自荐' }).count()).toBe(0)
  })
})

describe('somebody with an account', () => {
  test('reads where they stand, proposes themselves once, and withdraws after a question', async () => {
    const page = await opened('/record', PHONE)
    await signIn(page, 'demo-talent')
    await page.getByRole('heading', { name: '我的提名' }).waitFor()
    await press(page, '我要自荐')
    await page.getByText('愿意担任岗位').tap()
    await page.getByLabel('村（居）委会委员').check()
    await page.getByLabel('乡镇（街道）').selectOption({ label: '北庄镇' })
    await page.getByLabel('村（社区）').selectOption({ label: '洪门村' })
    await page.getByLabel('自荐理由').fill(REASON)
    expect(await seriousOf(page)).toEqual([])
    await press(page, '提交自荐')
    await page.getByText('已提交自荐').waitFor()
    await page.getByText(/^等待/).first().waitFor()
    await sound(page)
    expect(await page.getByRole('button', { name: '我要自荐' }).count()).toBe(0)
    await press(page, '退出本轮')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('他人的推荐').waitFor()
    await dialog.getByRole('button', { name: '退出本轮' }).tap()
    await page.getByText('已退出本轮提名。', { exact: true }).waitFor()
    await page.getByText('按本人意愿，您已退出本轮提名').waitFor()
  })
})

test('no page broke', () => expect(errors).toEqual([]))
