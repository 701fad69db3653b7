import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '../../api/demonstration.ts'
import { codeAt } from '../../api/second-factor.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const BEIZHUANG = '/townships/370406104'
const XUZHUANG = '/townships/370406106'
const CLERK = { username: 'beizhuang-zhao', name: '赵文静', password: 'seven-quiet-orchards' }
const ADMIN_PASSWORD = 'kettle-under-the-stairs'

let server: Server
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('signing in', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened(BEIZHUANG)
  })

  test('stands at any address and says what is missing, field by field', async () => {
    await page.locator('.sign-in form button[type=submit]').click()
    await page.getByText('请填写用户名').waitFor()
    await page.getByText('请填写口令').waitFor()
    expect(page.url()).toBe(server.address + BEIZHUANG)
  })

  test('a wrong password is refused without saying which of the two was wrong', async () => {
    await signIn(page, 'demo-township', 'not-this-one')
    await page.getByRole('alert').getByText('用户名或口令不对').waitFor()
    await signIn(page, 'nobody-of-this-name', 'not-this-one')
    await page.getByRole('alert').getByText('用户名或口令不对').waitFor()
  })

  test('the right one opens the address that was asked for; a second click sends nothing', async () => {
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await page.locator('input[name=username]').fill('demo-township')
    await page.locator('input[name=password]').fill(DEMONSTRATION_PASSWORD)
    await page.locator('.sign-in form button[type=submit]').dblclick()
    await page.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    expect(sent.filter((url) => url.endsWith('/session'))).toHaveLength(1)
    expect(page.url()).toBe(server.address + BEIZHUANG)
  })

  test('whoever signs out leaves nothing on the screen, and no address to the next one', async () => {
    await leave(page)
    expect(await page.locator('body').textContent()).not.toContain('孟庆华·')
    expect(page.url()).toBe(`${server.address}/`)
  })

  test('a demonstration account enters by one button, in English as well', async () => {
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('button', { name: /^Sign in as .*Auditor$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor()
    expect(page.url()).toBe(`${server.address}/audit`)
  })

  test('a page of another role says whom to ask, and nothing is asked of the server', async () => {
    await page.goto(`${server.address}/accounts`)
    await page.getByText('You may not open this page').waitFor()
  })
})

describe('from the first administrator to a clerk who works', () => {
  let admin: Page
  let clerk: Page
  let oneTimePassword = ''
  beforeAll(async () => {
    admin = await opened('/')
    clerk = await opened('/')
  })

  test('the one-time password of the terminal is changed before anything else', async () => {
    await signIn(admin, server.administrator.username, server.administrator.password)
    await admin.getByRole('heading', { name: '首次登录，请修改口令' }).waitFor()
    await changePassword(admin, server.administrator.password, 'password')
    await admin.getByText('这个口令太常见').waitFor()
    await changePassword(admin, server.administrator.password, ADMIN_PASSWORD)
    await admin.getByRole('heading', { level: 1, name: '系统状态' }).waitFor()
  })

  test('reads first what needs a look, how many accounts wait for what, and opens them', async () => {
    const needs = admin.getByRole('list', { name: '需要处理' })
    await needs.getByText('没有本县的完整备份').waitFor()
    await needs.getByText('没有定时备份').waitFor()
    const accounts = admin.getByRole('region', { name: '账号' })
    const never = accounts.getByRole('link', { name: /从未登录/ })
    const count = Number.parseInt((await never.textContent()) ?? '', 10)
    expect(count).toBeGreaterThan(10)
    await never.click()
    await admin.waitForURL(/state=never/)
    const rows = admin.getByRole('table', { name: '账号列表' }).locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(count)
    expect(await rows.filter({ hasNotText: '从未登录' }).count()).toBe(0)
    await admin.goto(`${server.address}/accounts`)
  })

  test('makes an account for the township; its password is told to who confirms it', async () => {
    await admin.getByRole('button', { name: '新建账号' }).click()
    const drawer = admin.getByRole('dialog', { name: '新建账号' })
    await drawer.getByLabel('先选角色').selectOption('township')
    await drawer.getByText('须经县级组织部门确认后才能登录').waitFor()
    await drawer.getByRole('button', { name: '建立账号' }).click()
    await drawer.getByText('请选择乡镇（街道）').waitFor()
    await drawer.getByLabel('用户名').fill(CLERK.username)
    await drawer.getByLabel('姓名').fill(CLERK.name)
    await drawer.getByLabel('职务', { exact: true }).fill('北庄镇党政办')
    await drawer.getByLabel('乡镇（街道）').last().selectOption({ label: '北庄镇' })
    await drawer.getByRole('button', { name: '建立账号' }).click()
    const made = admin.getByRole('dialog', { name: '账号已建立' })
    await made.getByText('只显示给确认人').waitFor()
    expect(await made.locator('code').count()).toBe(0)
    await made.getByRole('button', { name: '已交付，关闭' }).click()
    await made.waitFor({ state: 'detached' })
    const row = admin.getByRole('row', { name: /赵文静/ })
    expect(await row.textContent()).toContain('待确认')
  })

  test('it does not sign in before a county officer confirms it', async () => {
    await signIn(clerk, CLERK.username, 'any password')
    await clerk.getByRole('alert').getByText('登录未成功').waitFor()
  })

  test('the officer sees what waits, reads what it would see, and confirms it', async () => {
    const officer = await opened('/')
    await signIn(officer, 'demo-county')
    const link = officer.getByRole('link', { name: '账号确认 1' })
    await link.click()
    await officer.getByRole('button', { name: '确认赵文静的账号' }).click()
    const dialog = officer.getByRole('dialog', { name: '确认赵文静的账号' })
    expect(await dialog.textContent()).toMatch(/乡镇（街道）.*北庄镇/)
    await dialog.getByRole('button', { name: '确认生效' }).click()
    const told = officer.getByRole('dialog', { name: '账号已确认' })
    oneTimePassword = (await told.locator('code').textContent()) ?? ''
    expect(oneTimePassword).toMatch(/^[a-z2-9-]{23}$/)
    await officer.keyboard.press('Escape')
    expect(await told.isVisible()).toBe(true)
    await told.getByRole('button', { name: '已交付，关闭' }).click()
    await officer.getByText('赵文静的账号已生效').waitFor()
    await officer.getByText('没有待确认的账号').waitFor()
    await officer.getByRole('link', { name: '账号确认', exact: true }).waitFor()
  })

  test('the clerk chooses a password and sees Beizhuang, and no other township', async () => {
    await signIn(clerk, CLERK.username, oneTimePassword)
    await changePassword(clerk, oneTimePassword, CLERK.password)
    await clerk.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    expect(await clerk.locator('table.villages tbody tr').count()).toBe(21)
    await clerk.goto(server.address + XUZHUANG)
    await clerk.getByRole('alert').getByText('没有代码为 370406106').first().waitFor()
    expect(await clerk.locator('body').textContent()).not.toContain('徐庄镇')
  })

  test('a village’s own account reads facts, needs and who is in office, and no team', async () => {
    const page = await opened('/')
    const refused: string[] = []
    page.on('response', (answer) => answer.status() === 403 && refused.push(answer.url()))
    await signIn(page, 'demo-village')
    await page.getByRole('heading', { level: 1, name: '洪门村' }).waitFor()
    await page.getByRole('table', { name: '现任班子' }).getByText('尹承礼').waitFor()
    expect(await page.getByText('班子配备方案').count()).toBe(0)
    await page.waitForLoadState('networkidle')
    expect(refused).toEqual([])
  })
})

describe('the second factor', () => {
  let page: Page
  let secret = ''
  let used = ''
  beforeAll(async () => {
    page = await opened('/account')
    await signIn(page, CLERK.username, CLERK.password)
  })

  test('is set up with a picture, a secret as text and a first code', async () => {
    await page.getByRole('button', { name: '启用动态验证码' }).click()
    await page.getByRole('img', { name: /二维码/ }).waitFor()
    secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('验证器显示的 6 位数字').fill('000000')
    await page.getByRole('button', { name: '启用动态验证码' }).click()
    await page.getByText('当前口令不对').waitFor()
    await page.locator('.factor-setup input[name=password]').fill(CLERK.password)
    await page.getByRole('button', { name: '启用动态验证码' }).click()
    await page.getByText('验证码不对或已过期').waitFor()
    used = codeAt(secret, Date.now())
    await page.getByLabel('验证器显示的 6 位数字').fill(used)
    await page.getByRole('button', { name: '启用动态验证码' }).click()
    await page.getByText('动态验证码已启用', { exact: true }).waitFor()
  })

  test('is asked for at the next sign-in; a code works once', async () => {
    await leave(page)
    await signIn(page, CLERK.username, CLERK.password)
    await showCode(page, used)
    await page.getByRole('alert').getByText('验证码不对').waitFor()
    used = codeAt(secret, Date.now() + 30_000)
    await showCode(page, used)
    await page.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    await leave(page)
    await signIn(page, CLERK.username, CLERK.password)
    await showCode(page, used)
    await page.getByRole('alert').getByText('验证码不对').waitFor()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.locator('input[name=password]').waitFor()
  })

  test('the administrator takes a lost one off, and the officer confirms anew', async () => {
    const admin = await opened('/accounts')
    await signIn(admin, 'admin', ADMIN_PASSWORD)
    await admin.getByRole('button', { name: '编辑赵文静的账号' }).click()
    await admin.getByRole('button', { name: '移除动态验证码' }).click()
    const dialog = admin.getByRole('dialog', { name: '移除动态验证码' })
    expect(await dialog.textContent()).toContain('赵文静')
    await dialog.getByRole('button', { name: '移除动态验证码' }).click()
    await admin.getByText('动态验证码已移除').waitFor()
    const drawer = admin.getByRole('dialog', { name: '编辑账号' })
    await drawer.getByText('待确认').waitFor()
    const county = await asking(server.address, 'demo-county')
    const { accounts } = (await (await county.get('/accounts')).json()) as {
      accounts: { username: string; state: string }[]
    }
    expect(accounts.find(({ username }) => username === CLERK.username)?.state).toBe('pending')
  })
})

describe('two tabs and two devices', () => {
  test('signing out in one tab shows the sign-in page in the other', async () => {
    const one = await opened('/')
    await signIn(one, 'demo-county')
    await one.getByRole('heading', { name: '全区总览' }).waitFor()
    const other = await one.context().newPage()
    await other.goto(`${server.address}/settings`)
    await other.getByRole('heading', { level: 1, name: '安全设置' }).waitFor()
    await leave(one)
    await other.locator('input[name=password]').waitFor()
    expect(other.url()).toBe(`${server.address}/settings`)
  })

  test('a session that was ended elsewhere is over at the next action; its address stays', async () => {
    const lost = await opened('/')
    await signIn(lost, 'demo-township')
    await lost.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    const own = await opened('/account')
    await signIn(own, 'demo-township')
    const rows = own.getByRole('table', { name: '登录中的设备' }).locator('tbody tr')
    await rows.nth(1).waitFor()
    const others = rows.filter({ hasNotText: '本机' })
    for (let left = await others.count(); left > 0; left--) {
      await others.first().getByRole('button').click()
      await expect.poll(() => others.count(), { timeout: 10_000 }).toBe(left - 1)
    }
    await lost.locator('table.villages').getByRole('link', { name: '洪门村', exact: true }).click()
    await lost.locator('input[name=password]').waitFor()
    await signIn(lost, 'demo-township')
    await lost.getByRole('heading', { level: 1, name: '洪门村' }).waitFor()
    expect(lost.url()).toBe(`${server.address}/villages/370406104218`)
    await lost.getByRole('link', { name: '北庄镇各村' }).first().click()
    await lost.getByRole('heading', { level: 1, name: '北庄镇' }).waitFor()
    await lost.waitForURL(server.address + BEIZHUANG)
  })

  test('two administrators edit one account: the second keeps what was typed and compares', async () => {
    const [one, two] = [await opened('/accounts'), await opened('/accounts')]
    await signIn(one, 'demo-admin')
    await signIn(two, 'admin', ADMIN_PASSWORD)
    for (const page of [one, two])
      await page.getByRole('button', { name: '编辑赵文静的账号' }).click()
    await one.getByLabel('职务', { exact: true }).fill('北庄镇组织委员')
    await two.getByLabel('职务', { exact: true }).fill('北庄镇党建办主任')
    await one.getByRole('button', { name: '保存修改' }).click()
    await one.getByText('已保存').waitFor()
    await two.getByRole('button', { name: '保存修改' }).click()
    await two.getByText('他人在您打开之后改过这个账号').waitFor()
    expect(await seriousOf(two)).toEqual([])
    await two.getByRole('button', { name: '读取最新内容' }).click()
    await two.getByText('最新内容：北庄镇组织委员').waitFor()
    expect(await two.getByLabel('职务', { exact: true }).inputValue()).toBe('北庄镇党建办主任')
    await two.getByRole('button', { name: '保存修改' }).click()
    await two.getByText('已保存').waitFor()
  })

  test('security settings are saved with a version, and not over somebody else’s', async () => {
    const [one, two] = [await opened('/settings'), await opened('/settings')]
    await signIn(one, 'demo-admin')
    await signIn(two, 'admin', ADMIN_PASSWORD)
    for (const page of [one, two]) await page.getByLabel('无操作退出').waitFor()
    await one.getByLabel('无操作退出').fill('3')
    await one.getByRole('button', { name: '保存设置' }).click()
    await one.getByText('须为 5 至 480 的整数').waitFor()
    await one.getByLabel('无操作退出').fill('45')
    await one.getByRole('button', { name: '保存设置' }).click()
    await one.getByText('已保存为第 1 版').waitFor()
    await two.getByLabel('锁定多久').fill('20')
    await two.getByRole('button', { name: '保存设置' }).click()
    await two.getByText('他人在您打开之后改过安全设置').waitFor()
    await two.getByRole('button', { name: '读取最新内容' }).click()
    await two.getByText('最新设置：45 分钟').waitFor()
    expect(await two.getByLabel('锁定多久').inputValue()).toBe('20')
  })

  test('an entry of a dictionary is added, retired and restored', async () => {
    const page = await opened('/dictionaries?of=departments')
    await signIn(page, 'demo-admin')
    await page.getByRole('button', { name: '添加词条' }).click()
    const drawer = page.getByRole('dialog', { name: /添加词条/ })
    await drawer.getByLabel('中文').fill('税务')
    await drawer.getByLabel('英文').fill('Police')
    await drawer.getByRole('button', { name: '保存词条' }).click()
    await drawer.getByText('编号已用于“公安”').waitFor()
    await drawer.getByLabel('英文').fill('Tax office')
    await drawer.getByRole('button', { name: '保存词条' }).click()
    const row = page.getByRole('row', { name: /税务/ })
    await row.getByRole('button', { name: '停用' }).click()
    await page
      .getByRole('dialog', { name: '停用“税务”' })
      .getByRole('button', { name: '停用' })
      .click()
    await row.getByText('已停用').waitFor()
    await row.getByRole('button', { name: '恢复' }).click()
    await row.getByText('使用中').waitFor()
  })
})

describe('the auditor', () => {
  let page: Page
  beforeAll(async () => {
    const { get } = await asking(server.address, 'demo-auditor')
    for (let at = 0; at < 110; at++) await get('/audit?limit=1')
    page = await opened('/audit')
    await signIn(page, 'demo-auditor')
  })
  const rows = () => page.getByRole('table', { name: '日志' }).locator('tbody tr')

  test('verifies the chain and reads in words that it stands', async () => {
    await page.getByRole('button', { name: '核验完整性' }).click()
    await page.getByRole('status').getByText('日志完整，没有改动或缺失').waitFor()
    await rows().getByText('核验日志').first().waitFor()
  })

  test('reads first whether it was found whole and what left the program', async () => {
    const first = page.getByRole('region', { name: '先看这些' })
    await first.getByText('核验').first().waitFor()
    await first.getByText('完整', { exact: true }).waitFor()
    await first.getByText('没有账号明显多于往常').waitFor()
    await first.getByRole('link', { name: /导出与打印/ }).click()
    await page.waitForURL(/from=\d{4}-\d\d-\d\d.*exports/)
    await page.getByRole('button', { name: '清除条件' }).click()
  })

  test('reads on a phone what was done, without moving the table sideways', async () => {
    await page.setViewportSize(SIZES.phone.viewport)
    const cells = rows().first().locator('td')
    for (const cell of await cells.all()) {
      const { x, width } = (await cell.boundingBox())!
      expect(x + width).toBeLessThanOrEqual(SIZES.phone.viewport.width)
    }
    await page.setViewportSize(SIZES.desk.viewport)
  })

  test('reads on to earlier entries', async () => {
    expect(await rows().count()).toBe(100)
    await page.getByRole('button', { name: '更早的 100 条' }).click()
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBeGreaterThan(100)
    const numbers = await rows().locator('button').allTextContents()
    const sequences = numbers.map((text) => Number(text.replaceAll(',', '')))
    expect(sequences).toEqual(sequences.map((_, at) => sequences[0]! - at))
  })

  test('filters by group, account and outcome, which the address keeps', async () => {
    await page.getByLabel('动作').selectOption({ label: '账号·全部' })
    await rows()
      .first()
      .locator('td:nth-child(5)')
      .getByText(/账号|口令|验证码|锁定/)
      .waitFor()
    const actions = await rows().locator('td:nth-child(5)').allTextContents()
    expect(new Set(actions)).toContain('确认账号')
    expect(actions.every((text) => /账号|口令|动态验证码|锁定/.test(text))).toBe(true)
    await page.getByLabel('动作').selectOption({ label: '登录·全部' })
    await page.getByLabel('结果').selectOption({ label: '未成' })
    await expect
      .poll(() => rows().locator('td:nth-child(7)').allTextContents(), { timeout: 10_000 })
      .not.toContain('完成')
    await page.reload()
    await rows().first().waitFor()
    expect(await rows().first().textContent()).toContain('未成')
  })

  test('finds what concerns one account by its id, and opens the entry', async () => {
    await page.goto(`${server.address}/audit?action=account.confirmed`)
    await rows().first().locator('button').click()
    const drawer = page.getByRole('dialog', { name: /^第 \d+ 条$/ })
    expect(await drawer.textContent()).toMatch(/周晓岚 demo-county.*账号 赵文静 beizhuang-zhao/)
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('exports the same as a table, which is recorded', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    expect((await download).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
    await page.getByText('导出本身也已记录').waitFor()
  })
})

const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}
const PAGES: [username: string | null, path: string][] = [
  [null, '/'],
  ['demo-county', '/account'],
  ['demo-county', '/accounts'],
  ['demo-county', '/settings'],
  ['demo-admin', '/'],
  ['demo-admin', '/accounts'],
  ['demo-admin', '/accounts?state=closed'],
  ['demo-admin', '/dictionaries'],
  ['demo-admin', '/settings'],
  ['demo-admin', '/plan'],
  ['demo-auditor', '/audit'],
  ['demo-village', '/villages/370406104218'],
]

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  describe.each(['light', 'dark'])('in %s nothing serious stands in the way', (theme) => {
    const pages = new Map<string | null, Page>()
    afterAll(async () => {
      for (const page of pages.values()) await page.context().close()
    })
    const pageOf = async (username: string | null) => {
      const page = await opened('/', { ...SIZES[size], theme })
      if (username) await signIn(page, username)
      pages.set(username, page)
      return page
    }

    test.each(PAGES)('of %s at %s', async (username, path) => {
      const page = pages.get(username) ?? (await pageOf(username))
      await page.goto(server.address + path, { waitUntil: 'networkidle' })
      await page
        .locator(username ? '.main h1, .main h2' : '.sign-in h1')
        .first()
        .waitFor()
      expect(await seriousOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        SIZES[size].viewport.width,
      )
    })
  })
})

/** A fresh reader at an address. */
async function opened(
  path: string,
  { theme = 'light', ...options }: Parameters<typeof openContext>[1] & { theme?: string } = {},
): Promise<Page> {
  const context = await openContext(browser, { ...SIZES.desk, ...options })
  await context.addInitScript((chosen) => {
    localStorage.setItem('yanzhen.theme', chosen)
  }, theme)
  const page = await context.newPage()
  await page.goto(server.address + path)
  await page.locator('input[name=password]').waitFor()
  return page
}

async function leave(page: Page): Promise<void> {
  await page.locator('.who').click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.locator('input[name=password]').waitFor()
}

async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.locator('input[name=current]').fill(current)
  await page.locator('input[name=next]').fill(next)
  await page.locator('input[name=again]').fill(next)
  await page.getByRole('button', { name: '修改口令' }).click()
}

async function showCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('验证码').fill(code)
  const answer = page.waitForResponse((response) => response.url().endsWith('/session/code'))
  await page.getByRole('button', { name: '继续' }).click()
  await answer
}
