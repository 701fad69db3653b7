import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { passAs, type Speaking, signAs, speaking } from './review-made.ts'
import { type Server, signIn, startServer } from './server.ts'

const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
/** Where a picture of each state is put for whoever wants to look at it. */
const SHOTS = process.env.CASES_SHOTS

let server: Server
let browser: Browser
let county: Speaking
let reviewer: Speaking
const errors: string[] = []
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launch()])
  county = await speaking(server.address, 'demo-county')
  reviewer = await speaking(server.address, 'demo-reviewer')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('on a phone a department answers one person after the other', () => {
  let page: Page
  let waiting: string[]
  beforeAll(async () => {
    page = await opened('/cases', PHONE)
    waiting = await names(page)
  })

  test('from a list, the late ones first with their days', async () => {
    expect(waiting.length).toBeGreaterThanOrEqual(4)
    const first = page.locator('.queue-list > li').first()
    expect(await first.innerText()).toMatch(/逾期 \d+ 天/)
    expect(await page.locator('.phone-bar a').first().innerText()).toContain(String(waiting.length))
    expect(await page.locator('input[type=checkbox]').count()).toBe(0)
    await shoot(page, 'phone-list')
  })

  test('nothing is chosen beforehand, and what belongs to an answer comes with it', async () => {
    await page.locator('.queue-list a').first().tap()
    await page.getByRole('heading', { name: waiting[0]! }).waitFor()
    expect(await page.locator('.case-steps').innerText()).toContain(`1 / ${waiting.length}`)
    expect(await page.locator('.phone-bar').isVisible()).toBe(false)
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
    await page.getByRole('button', { name: '签名并答复' }).tap()
    await page.getByText('请先选一项意见').waitFor()
    expect(await page.getByRole('combobox', { name: '原因代码' }).count()).toBe(0)
    await page.getByRole('radio', { name: '有异议' }).check()
    expect(await page.getByRole('combobox', { name: '原因代码' }).inputValue()).toBe('')
    await shoot(page, 'phone-objection')
    await page.getByRole('radio', { name: '需补充' }).check()
    expect(await page.getByRole('combobox', { name: '原因代码' }).count()).toBe(0)
    await page.getByRole('button', { name: '签名并答复“需补充”' }).tap()
    await page.getByText('请写明需要补充什么').waitFor()
  })

  test('a double tap signs once, and the next person comes', async () => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.getByRole('textbox', { name: '需要补充什么' }).fill('请补充近三年村级财务审计结论')
    await page.getByRole('button', { name: '签名并答复“需补充”' }).dblclick()
    await page.getByRole('heading', { name: waiting[1]! }).waitFor()
    expect(sent.filter((url) => url.endsWith('/answer'))).toHaveLength(1)
    await page.getByText(`${waiting[0]}：已答复“需补充”。`).waitFor()
    await expect
      .poll(() => page.locator('.case-steps').innerText())
      .toContain(`2 / ${waiting.length}`)
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0)
    await shoot(page, 'phone-next')
  })

  test('the way back shows the answer as it was given, not the form', async () => {
    await page.goBack()
    await page.getByRole('heading', { name: '本部门已答复' }).waitFor()
    await page.getByText('要求：请补充近三年村级财务审计结论').waitFor()
    expect(await page.locator('input[type=radio]').count()).toBe(0)
    await shoot(page, 'phone-given')
  })

  test('another answer is asked for in so many words, and the earlier one stays', async () => {
    await page.getByRole('button', { name: '另作答复' }).tap()
    await page.getByText('另作的答复取代原答复，原答复留存可查。').waitFor()
    await page.getByRole('radio', { name: '通过' }).check()
    await page.getByRole('button', { name: '签名并答复“通过”' }).tap()
    await page.getByText(/有效期至 \d{4}-\d\d-\d\d/).waitFor()
    const earlier = page.getByRole('region', { name: '本部门此前的答复' })
    expect(await earlier.innerText()).toContain('请补充近三年村级财务审计结论')
    await shoot(page, 'phone-anew')
  })

  test('what was chosen about somebody outlasts a look at the list', async () => {
    await page.getByRole('link', { name: '返回名单' }).tap()
    await page.locator('.queue-list a').first().tap()
    await page.getByRole('radio', { name: '有异议' }).check()
    await page.getByRole('link', { name: '返回名单' }).tap()
    await page.locator('.queue-list a').first().tap()
    expect(await page.getByRole('radio', { name: '有异议' }).isChecked()).toBe(true)
  })
})

describe('at a desk', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened('/cases', DESK)
    await page.getByRole('group', { name: '本部门意见' }).waitFor()
  })

  test('the first who waits stands beside the list, with a number that a reason opens', async () => {
    const [first] = await names(page)
    await page.getByRole('heading', { name: first! }).waitFor()
    await page.getByRole('button', { name: '查看身份证号' }).click()
    await page.getByRole('button', { name: '核对审核对象身份' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看身份证号' }).click()
    await expect.poll(() => page.locator('.case-facts').innerText()).toMatch(/990406\d{11}[\dX]/)
    await shoot(page, 'desk')
  })

  test('an answer that somebody else of the department gave meanwhile is told, and read again', async () => {
    const [, , third] = await names(page)
    await page.getByRole('link', { name: third! }).click()
    await page.getByRole('heading', { name: third! }).waitFor()
    await passAs(reviewer, nomineeIn(page))
    await page.getByRole('radio', { name: '有异议' }).check()
    await page.getByRole('button', { name: '签名并答复“有异议”' }).click()
    await page.getByText('这次没有签出').waitFor()
    await shoot(page, 'desk-changed')
    await page.getByRole('button', { name: '重新读取' }).click()
    await page.getByRole('heading', { name: '本部门已答复' }).waitFor()
  })

  test('who was stopped meanwhile is not shown any more', async () => {
    await page.goto(`${server.address}/cases`, { waitUntil: 'networkidle' })
    const [, second] = await names(page)
    await page.getByRole('link', { name: second! }).click()
    await page.getByRole('heading', { name: second! }).waitFor()
    await signAs(county, nomineeIn(page), { kind: 'stop', reason: '本人情况变化' })
    await page.getByRole('radio', { name: '通过' }).check()
    await page.getByRole('button', { name: '签名并答复“通过”' }).click()
    await page.getByRole('button', { name: '重新读取' }).click()
    await page.getByText('此件已办结或收回').waitFor()
    await shoot(page, 'desk-ended')
  })

  test('several are passed by one confirmation that names them', async () => {
    await page.goto(`${server.address}/cases`, { waitUntil: 'networkidle' })
    const before = await names(page)
    const chosen = before.slice(0, 2)
    expect(await page.getByRole('button', { name: '批量答复“通过”' }).isDisabled()).toBe(true)
    for (const name of chosen) await page.getByRole('checkbox', { name: `选中${name}` }).check()
    await page.getByRole('button', { name: '批量答复“通过”' }).click()
    const dialog = page.getByRole('dialog')
    for (const name of chosen) await dialog.getByText(name).waitFor()
    await shoot(page, 'desk-bulk')
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '签名并对 2 人答复“通过”' }).click()
    await page.getByText('已对 2 人答复“通过”。').waitFor()
    await expect.poll(() => names(page)).toEqual(before.slice(2))
  })

  test('the last answer leads to a list that says so, and the answers stand beside it', async () => {
    for (const name of await names(page)) {
      await page.getByRole('heading', { level: 2, name }).waitFor()
      await page.getByRole('radio', { name: '通过' }).check()
      await page.getByRole('button', { name: '签名并答复“通过”' }).click()
      await page.getByText(`${name}：已答复“通过”。`).waitFor()
    }
    await page.getByRole('heading', { name: '没有待答复的人员' }).waitFor()
    await shoot(page, 'desk-empty')
    await page.getByRole('link', { name: /^已答复/ }).click()
    await page.getByRole('region', { name: '已答复的人员' }).waitFor()
    await page.getByRole('heading', { name: '本部门已答复' }).waitFor()
    await shoot(page, 'desk-answered')
  })
})

test.each([
  { on: 'a desk', options: DESK },
  { on: 'a phone', options: PHONE },
])(
  'nothing serious stands in the way of anybody on $on, and nothing is wider than the screen',
  async ({ options }) => {
    const page = await opened('/cases?state=answered', options)
    await page.locator('.queue-list a').first().waitFor()
    const nominee = (await page.locator('.queue-list a').first().getAttribute('href'))!
    for (const path of ['/cases', '/cases?state=answered', nominee, `${nominee}#anew`]) {
      await page.goto(server.address + path, { waitUntil: 'networkidle' })
      if (path.endsWith('#anew')) {
        await page.getByRole('button', { name: '另作答复' }).click()
        await page.getByRole('radio', { name: '有异议' }).check()
      }
      for (const theme of ['light', 'dark']) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen
        }, theme)
        expect(await seriousOf(page), `${path} ${theme}`).toEqual([])
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(options.viewport.width)
    }
  },
)

test('met no error of the interface on the way', () => expect(errors).toEqual([]))

async function opened(path: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await openContext(browser, options)).newPage()
  page.setDefaultTimeout(8000)
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(server.address + path)
  await signIn(page, 'demo-reviewer')
  await page.locator('.queue-list').first().waitFor()
  return page
}

function names(page: Page): Promise<string[]> {
  return page.locator('.queue-list .queue-who > .medium').allInnerTexts()
}

function nomineeIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1)!
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}
