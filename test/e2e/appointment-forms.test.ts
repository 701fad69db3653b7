import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lrmx, png } from '../api/lrmx/files.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

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

const PHOTOGRAPH = png(60).toString('base64')
const ENTITY = '<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
const FILES = [
  file('干部任免审批表 苗春雨.lrmx', lrmx({ ZhaoPian: PHOTOGRAPH })),
  file('外部实体.lrmx', lrmx({}, { head: ENTITY })),
  file('旧版.lrm', recordOfOld()),
  { ...file('旧版.pic', ''), buffer: png(30) },
]

test('a township reads forms, enters somebody by one of them, and takes the form out again', async () => {
  const page = await openAs('demo-township', '/appointment-forms')
  await page.locator('input[type=file]').setInputFiles(FILES)
  const files = page.locator('.form-file')
  await expect.poll(() => files.count()).toBe(3)
  expect(await files.nth(1).innerText()).toContain('读不出')
  await files.nth(1).click()
  expect(await page.getByRole('alert').innerText()).toContain('DOCTYPE')
  await files.nth(0).click()
  const row = (field: string) => page.locator(`tr[data-field="${field}"]`)
  expect(await row('resume').innerText()).toContain('北庄村果蔬合作社理事长')
  expect(await row('idNumber').innerText()).toMatch(/990\*+004/)
  expect(await row('photograph').innerText()).toContain('KB')
  expect(await seriousOf(page)).toEqual([])

  const write = page.locator('form button[type=submit]')
  await write.click()
  await expect.poll(() => page.locator('.field-error').count()).toBe(3)
  const choose = (label: string, option: { index?: number; value?: string }) =>
    page.getByLabel(label, { exact: true }).selectOption(option as { index: number })
  await choose('户籍（常住）村', { index: 2 })
  await choose('进库渠道', { value: 'recommended' })
  await choose('依据什么登记', { value: 'duty' })
  await write.dblclick()
  await page.locator('.form-file[aria-pressed=true] .state.met').waitFor()
  await page.getByRole('link', { name: '打开苗春雨的画像' }).click()

  await page.locator('img.photograph').waitFor()
  const isDrawn = () =>
    page.locator('img.photograph').evaluate((it) => (it as HTMLImageElement).naturalWidth)
  await expect.poll(isDrawn).toBe(60)
  await page.getByRole('button', { name: '导出任免审批表' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  await expect.poll(() => dialog.locator('.field-error').innerText()).toContain('用途')
  await dialog.getByRole('button', { name: '换届人选酝酿' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '导出', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('干部任免审批表 苗春雨.lrmx')
  expect(await seriousOf(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: '查看苗春雨的照片' }).click()
  await dialog.getByRole('button', { name: '移除照片' }).click()
  await dialog.getByRole('button', { name: '恢复照片' }).click()
  await dialog.locator('img.photograph').waitFor()
  await page.context().close()
})

test('the same form again is known by its number, and what differs is chosen on a phone', async () => {
  const page = await openAs('demo-township', '/appointment-forms', PHONE)
  const changed = lrmx({ XianRenZhiWu: '北庄村党支部委员', RuDangShiJian: '201506' })
  await page.locator('input[type=file]').setInputFiles([file('苗春雨.lrmx', changed)])
  await page.locator('.form-candidate').waitFor()
  expect(await page.locator('.form-candidate').innerText()).toContain('身份证号相同')
  const row = page.locator('tr[data-field="occupation"]')
  expect(await row.innerText()).toContain('不同')
  expect(await row.locator('input').isChecked()).toBe(false)
  await row.locator('input').check()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await seriousOf(page)).toEqual([])
  await page.locator('form button[type=submit]').click()
  // The person who was found has a link of the same name, in a tab of its own.
  await page.getByText('已写入 1 份').waitFor()
  await page.getByRole('link', { name: '打开苗春雨的画像' }).click()
  await page.locator('.portrait-head', { hasText: '苗春雨' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('北庄村党支部委员')
  await page.context().close()
})

test.each([DESK, PHONE])(
  'the person sees the photograph and the kept form at $width',
  async (size) => {
    await formOfTalent()
    const page = await openAs('demo-talent', '/record', size)
    const card = page.getByRole('region', { name: '任免审批表与照片' })
    await card.getByText(/^\d{4}-\d\d-\d\d 读入您的任免审批表/).waitFor()
    const picture = card.getByRole('img', { name: '您的照片' })
    const drawn = () => picture.evaluate((it) => (it as HTMLImageElement).naturalWidth)
    await expect.poll(drawn).toBe(60)
    const kept = (name: string) =>
      card.locator('div', { has: page.getByText(name, { exact: true }) }).locator('dd')
    expect(await kept('年度考核结果').innerText()).toBe('2024年度称职')
    expect(await card.innerText(), 'health is never kept').not.toContain('健康状况')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      size.width,
    )
    expect(await seriousOf(page)).toEqual([])
    await card.getByRole('button', { name: '申请更正' }).click()
    const begun = page.getByRole('dialog').locator('[name=proposed]')
    await expect.poll(() => begun.inputValue()).toBe('任免审批表或照片：')
    await page.context().close()
  },
)

/** A township reads the form of the demonstration's person. */
async function formOfTalent() {
  const { id } = await (await (await asking(server.address, 'demo-talent')).get('/record')).json()
  const { cookie, get } = await asking(server.address, 'demo-township')
  const { name, revision, photograph } = await (await get(`/talents/${id}`)).json()
  if (photograph) return
  const bytes = Buffer.from(lrmx({ XingMing: name, ShenFenZheng: '', ZhaoPian: PHOTOGRAPH }))
  const form = { name: '任免审批表.lrmx', bytes: bytes.toString('base64') }
  const answer = await fetch(`${server.address}/api/v1/appointment-forms`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify({ file: form, talent: id, take: ['photograph'], relatives: [] }),
  })
  expect(answer.status).toBe(200)
}

async function openAs(username: string, path: string, viewport = DESK): Promise<Page> {
  const context = await openContext(browser, { viewport })
  const page = await context.newPage()
  await page.goto(server.address + path)
  await signIn(page, username)
  return page
}

function file(name: string, text: string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
}

/** A record of the form 2.0, of which most is left open. */
function recordOfOld(): string {
  const fields = Array.from({ length: 33 }, () => '')
  ;[fields[0], fields[1], fields[2], fields[3]] = ['苗夏雨', '男', '198806', '汉族']
  return fields.map((it) => `"${it}"`).join(',')
}
