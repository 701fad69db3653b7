import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { type Server, signIn, startServer } from './server.ts'

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

describe('the procedure of the review', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened('demo-county')
  })

  test('stands in its order, each stage with who answers and within how long', async () => {
    expect(await names(page)).toEqual([
      ...[
        '村自查',
        '乡镇初审',
        '县级联审',
        '考察',
        '县委研究',
        '公示',
        '乡镇批复',
        '选举',
        '县级备案',
      ],
    ])
    const notice = stage(page, '公示')
    expect(await notice.innerText()).toMatch(
      /县（市、区）.*拟任岗位的人选.*10 个工作日.*公示 5 个工作日/,
    )
    await section(page).getByText('已开设的轮次各存一份流程，不随新版改变').waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('takes another form of the papers at once, where it was just like one', async () => {
    // The seven signatures of the demonstration are the county's own.
    await form(page, '九步流程').click()
    await page.getByRole('dialog').getByRole('button', { name: '替换环节' }).click()
    await page.getByText('与范本“九步流程”一致').waitFor()
    await form(page, '四荐两审一公开一备案').click()
    await page.getByText('与范本“四荐两审一公开一备案”一致').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect((await names(page)).at(3)).toBe('村内公开')
  })

  test('asks before a form replaces what was edited', async () => {
    await button(page, '编辑乡镇审核').click()
    await kept(page, () => page.getByLabel('时限').fill('9'))
    await page.getByText('已按本县情况调整').waitFor()
    await form(page, '六轮审查').click()
    const dialog = page.getByRole('dialog', { name: '换成“六轮审查”' })
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '取消' }).click()
    expect((await names(page)).at(1)).toBe('乡镇审核')
    await form(page, '六轮审查').click()
    await dialog.getByRole('button', { name: '替换环节' }).click()
    await expect.poll(async () => (await names(page)).length).toBe(11)
    expect(await names(page)).toContain('审计')
  })

  test('is put in another order by keyboard alone, the button going along with its stage', async () => {
    await button(page, '审计上移').focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names(page)).indexOf('审计')).toBe(1)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names(page)).indexOf('审计')).toBe(0)
    const focused = 'document.activeElement?.getAttribute("aria-label")'
    expect(await page.evaluate(focused), 'it cannot go higher').toBe('审计下移')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await names(page)).indexOf('审计')).toBe(2)
  })

  test('has a stage of the county’s own, with what it is called in both languages', async () => {
    await kept(page, () => button(page, '添加环节').click())
    expect((await names(page)).at(-3), 'before the election').toBe('未命名')
    await stage(page, '未命名').getByText('有误').waitFor()
    await section(page).getByLabel('名称（中文）').fill('任前培训')
    await kept(page, () => section(page).getByLabel('名称（英文）').fill('Training'))
    await stage(page, '任前培训').getByText('有误').waitFor({ state: 'detached' })
    expect((await names(page)).at(-3)).toBe('任前培训')
  })

  test('has the seven sign with one press, and only where positions can sign', async () => {
    await button(page, '编辑乡镇批复').click()
    await kept(page, () => button(page, '乡镇批复：七人签字').click())
    expect(await page.getByRole('checkbox', { checked: true, name: '派出所所长' }).count()).toBe(1)
    await page.getByLabel('签字范围').selectOption({ label: '只限“一肩挑”人选' })
    await stage(page, '乡镇批复').getByText('“一肩挑”人选 7 个职务签字').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByLabel('谁办').selectOption({ label: '县（市、区）' })
    await page.getByText('指定职务签字只用于乡镇（街道）办理的审核、批复环节').waitFor()
    await kept(page, () => page.getByLabel('谁办').selectOption({ label: '乡镇（街道）' }))
    await kept(page, () => button(page, '乡镇批复：七人签字').click())
  })

  test('names a position that signs, which stays while a stage needs it', async () => {
    const list = page.getByRole('list', { name: '签字职务清单' })
    await kept(page, () => button(page, '添加签字职务').click())
    const last = list.getByRole('listitem').last()
    await last.getByLabel('职务（中文）').fill('包村领导')
    await kept(page, () => last.getByLabel('职务（英文）').fill('Leader in charge'))
    await button(page, '去掉包村领导').waitFor()
    await list.getByRole('listitem').first().getByText('用于乡镇批复').waitFor()
    expect(await list.getByRole('listitem').first().getByRole('button').count()).toBe(0)
  })

  test('says in words what the law does not allow, and is not signed with it', async () => {
    await kept(page, () => button(page, '去掉选举').click())
    await page.getByText(/流程中须有选举环节.*第十一条/).waitFor()
    await button(page, '编辑公示').click()
    await kept(page, () => page.getByLabel('公示期').fill('3'))
    await page.getByText('公示：公示不少于 5 个工作日（S3.1）').first().waitFor()
    expect(await page.getByLabel('公示期').getAttribute('aria-invalid')).toBe('true')
    await page.getByText('2 处须改正').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await button(page, '环节：恢复现行值').click()
    await page.getByText('2 处须改正').waitFor({ state: 'detached' })
  })

  test('is signed, and the list of versions tells what stage is another', async () => {
    await button(page, '编辑县级联审').click()
    await kept(page, () => page.getByLabel('时限').fill('15'))
    await page.getByRole('button', { name: '签发第 2 版' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('“县级联审”时限：15 个工作日').waitFor()
    await dialog.getByRole('textbox').fill('部门反映十个工作日不够，联审改为十五个工作日')
    await dialog.getByRole('button', { name: '签发第 2 版' }).click()
    await page.getByText('第 2 版已签发').waitFor()
    await page.getByRole('button', { name: '历次版本' }).click()
    const drawer = page.getByRole('dialog', { name: '历次版本' })
    await drawer.getByText('“县级联审”时限：10 个工作日').waitFor()
    await page.context().close()
  })

  test('is read by a township, and can be changed by none', async () => {
    page = await opened('demo-township')
    expect((await names(page)).at(2)).toBe('县级联审')
    await stage(page, '县级联审').getByText('15 个工作日').waitFor()
    expect(await section(page).locator('input, select, button').count()).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })
})

describe('on a phone', () => {
  test('a stage is opened, changed and closed without scrolling sideways', async () => {
    const page = await opened('demo-county', { width: 390, height: 844 })
    await button(page, '编辑考察').click()
    await kept(page, () => page.getByLabel('时限').fill('12'))
    await stage(page, '考察').getByText('12 个工作日').waitFor()
    expect(await seriousOf(page)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(390)
    await button(page, '收起考察').click()
    expect(await page.getByLabel('时限').count()).toBe(0)
    await page.context().close()
  })
})

describe('the position that an account signs for', () => {
  test('is chosen by the administrator, confirmed by the county, and read by its holder', async () => {
    const admin = await openedAt('/accounts', 'demo-admin', '账号')
    await admin.getByRole('button', { name: '新建账号' }).click()
    const drawer = admin.getByRole('dialog')
    await drawer.getByLabel('先选角色').selectOption({ label: '乡镇（街道）' })
    await drawer.getByLabel('用户名').fill('pai-chu-suo')
    await drawer.getByLabel('姓名').fill('严守正')
    await drawer.getByLabel('乡镇（街道）').selectOption({ label: '北庄镇' })
    await drawer.getByLabel('签字职务').selectOption({ label: '派出所所长' })
    expect(await seriousOf(admin)).toEqual([])
    await drawer.getByRole('button', { name: '建立账号' }).click()
    await admin.getByRole('dialog', { name: '账号已建立' }).getByRole('button').last().click()
    await row(admin, 'pai-chu-suo').getByText('签字：派出所所长').waitFor()
    await admin.context().close()
    const county = await openedAt('/accounts', 'demo-county', '账号确认')
    const waiting = county.getByRole('listitem').filter({ hasText: 'pai-chu-suo' })
    await waiting.getByText('签字：派出所所长').waitFor()
    await county.context().close()
  })
})

const section = (page: Page) => page.locator('#section-procedure')
const stage = (page: Page, name: string) =>
  section(page)
    .getByRole('list', { name: '环节次序' })
    .getByRole('listitem')
    .filter({
      has: page.locator('b', { hasText: name }),
    })
const names = (page: Page) =>
  section(page).getByRole('list', { name: '环节次序' }).locator('.stage-name > b').allInnerTexts()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const form = (page: Page, name: string) => section(page).getByRole('button', { name, exact: true })
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function opened(username: string, viewport?: { width: number; height: number }) {
  const page = await openedAt('/policy', username, '政策', viewport)
  await section(page).waitFor()
  return page
}

async function openedAt(
  path: string,
  username: string,
  heading: string,
  viewport = { width: 1440, height: 900 },
) {
  const context = await openContext(browser, { viewport, baseURL: server.address })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(server.address + path)
  await signIn(page, username)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return page
}

/** What is typed rests a moment before it is kept. */
async function kept(page: Page, type: () => Promise<unknown>) {
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/policy/draft') && response.request().method() === 'PUT',
  )
  await type()
  expect((await answer).status()).toBe(200)
}
