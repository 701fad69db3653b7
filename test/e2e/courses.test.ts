import { Workbook } from '@cj-tech-master/excelts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWNSHIP } from '../cast.ts'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }
const NAME = '村级后备干部能力提升班'
let server: Server
let browser: Browser
let course: { id: string; names: string[] }

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  course = await fortyPeople()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** A course of the township with 40 people and two parts, one of them today, kept by the trainer. */
async function fortyPeople() {
  const office = await asking(server.address, 'demo-township')
  const trainer = await asking(server.address, 'demo-mentor')
  const { trainers } = await (await trainer.get('/courses/trainers')).json()
  const { people } = await (await office.get(`/talents?township=${TOWNSHIP}&limit=100`)).json()
  // A sheet of one's own knows people by name and village.
  const known = new Set<string>()
  const chosen = people
    .filter(({ name, homeVillage }: Named) => {
      const key = `${name} ${homeVillage.name}`
      return !known.has(key) && known.add(key)
    })
    .slice(0, 40)
  const sessions = [
    { id: null, heldOn: today(-1), fromMinute: 540, hours: 4, topic: '村级财务与公开', place: '' },
    { id: null, heldOn: today(0), fromMinute: 540, hours: 4, topic: '矛盾调解实务', place: '' },
  ]
  const made = await office.post('/courses', {
    ...{ name: NAME, level: 'township', township: null, trainer: trainers[0].id },
    ...{ organiser: '北庄镇党委', place: '镇党校', criteria: ['development'], sessions },
  })
  const { id } = await made.json()
  const talents = chosen.map((it: Named) => it.id)
  await office.post(`/courses/${id}/participants`, { talents })
  return { id, names: chosen.map((it: Named) => it.name) }
}
type Named = { id: string; name: string; homeVillage: { name: string } }

async function open(size: keyof typeof SIZES, username: string, path: string) {
  const context = await openContext(browser, {
    ...{ viewport: SIZES[size], locale: 'zh-CN', acceptDownloads: true },
  })
  const page = await context.newPage()
  await page.goto(`${server.address}${path}`)
  await signIn(page, username)
  return page
}

describe('a trainer enters a course of 40 people from a spreadsheet', () => {
  test('downloads it, fills it in, looks it through and writes it: one person stays out until named', async () => {
    const page = await open('desk', 'demo-mentor', '/courses')
    await page.getByRole('link', { name: NAME }).click()
    await page.getByRole('tab', { name: '表格录入' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载表格' }).click()
    const file = await filled(await (await downloading).path())

    await page.locator('input[type=file]').setInputFiles({
      ...{ name: '考勤与结果.xlsx', buffer: file },
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
    await page.getByText('39 人将写入').waitFor()
    await page.getByText('2 行没有对应到人').waitFor({ state: 'hidden' })
    // The row that is wrong says where and what; the one who is not on the course is the office's to add.
    await page.getByText('「第2课｜').waitFor()
    await page.getByText('由主办单位加入').waitFor()
    expect(await seriousOf(page)).toEqual([])
    const write = page.getByRole('button', { name: '写入 39 人' })
    expect(await write.isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /先不写入/ }).check()
    await write.dblclick()
    await page.getByText('已写入 39 人').waitFor()
    expect(await figure(page, '已登记考勤')).toBe('2 / 2 课')
    expect(await figure(page, '已有结果')).toBe('39')

    await page.getByRole('tab', { name: '结果与证书' }).click()
    await page.getByRole('button', { name: '其余 1 人合格' }).click()
    await page.getByRole('button', { name: '保存结果' }).click()
    await page.getByText('已保存 1 人的结果').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test('on a phone: all present, then the exception, without sideways scrolling', async () => {
    const page = await open('phone', 'demo-mentor', `/courses/${course.id}`)
    await page.getByRole('button', { name: '其余 1 人出勤' }).click()
    const second = page.locator('.roll > li').nth(1)
    await second.getByRole('button', { name: '请假' }).click()
    await page.getByRole('button', { name: '保存考勤' }).click()
    await page.getByText('已保存“矛盾调解实务”2 人的考勤').waitFor()
    expect(await second.getByRole('button', { name: '请假' }).getAttribute('aria-pressed')).toBe(
      'true',
    )
    for (const tab of ['结果与证书', '学员', '表格录入', '考勤']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await overflow(page), tab).toBe(0)
      expect(await seriousOf(page), tab).toEqual([])
    }
    await page.context().close()
  })

  test('by keys alone: a figure marks and moves on', async () => {
    const page = await open('desk', 'demo-mentor', `/courses/${course.id}`)
    const rows = page.locator('.roll > li')
    await rows.nth(0).getByRole('button', { name: '出勤' }).focus()
    for (const key of ['2', '3', 'ArrowUp', '1']) await page.keyboard.press(key)
    await page.getByText('2 人有改动').waitFor()
    const pressed = (at: number) => rows.nth(at).locator('[aria-pressed=true]').textContent()
    expect([await pressed(0), await pressed(1)]).toEqual(['缺勤', '出勤'])
    await page.getByRole('button', { name: '放弃改动' }).click()
    await page.context().close()
  })
})

describe('the office finishes, cancels and restores a course', () => {
  test('cancelling says how many people and hours go, and restoring brings them back', async () => {
    const page = await open('desk', 'demo-township', `/courses/${course.id}`)
    const hours = await figure(page, '累计学时')
    await page.getByRole('button', { name: '结业' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结业' }).click()
    await page.getByText('已结业，结果已计入学员的佐证').waitFor()
    await page.getByRole('button', { name: '取消培训班' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/已登记 \d+ 人、共 [\d,]+ 学时的考勤/).waitFor()
    await dialog.locator('textarea').fill('场次重复，合并到下期')
    await dialog.getByRole('button', { name: '取消培训班' }).dblclick()
    await page.getByText('培训班已取消：场次重复').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '恢复培训班' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复培训班' }).click()
    await page.getByText('已恢复，学时、积分和佐证与取消前一致').waitFor()
    expect(await figure(page, '累计学时')).toBe(hours)
    expect(await page.locator('.page-head .state').textContent()).toBe('已结业')
    await page.context().close()
  })

  test.each(['desk', 'phone'] as const)('hours of the year say who is short: %s', async (size) => {
    const page = await open(size, 'demo-township', '/training-hours')
    await page.getByRole('button', { name: '只看未修满' }).click()
    await page.waitForURL(/short=1/)
    await page.locator('.course-hours-table .mark.met').first().waitFor({ state: 'hidden' })
    expect(await page.locator('.course-hours-table .mark.weak').count()).toBeGreaterThan(0)
    expect(await overflow(page)).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })

  test.each(['desk', 'phone'] as const)('makes a course with two parts: %s', async (size) => {
    const page = await open(size, 'demo-township', '/courses')
    await page.getByRole('button', { name: '新建培训班' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input[name=name]').fill(`党务基础班 ${size}`)
    await dialog.locator('input[name=organiser]').fill('北庄镇党委')
    await dialog.locator('input[name=place]').fill('镇党校')
    await dialog.getByRole('button', { name: '加一课' }).click()
    for (const [at, day] of [today(-1), today(1)].entries()) {
      await dialog.getByLabel(`第 ${at + 1} 课·日期`).fill(day)
      await dialog.getByLabel(`第 ${at + 1} 课·内容`).fill('发展党员流程')
    }
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '新建' }).click()
    await page.getByRole('heading', { name: `党务基础班 ${size}` }).waitFor()
    await page.getByText('还没有学员').waitFor()
    await page.context().close()
  })
})

/** As a trainer fills it in: all there, one word that nobody understands, and one who is not on the list. */
async function filled(path: string): Promise<Buffer> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]!
  for (let at = 0; at < 40; at++) {
    const row = sheet.getRow(4 + at)
    row.getCell(4).value = '出勤'
    row.getCell(5).value = at === 0 ? '迟到半天' : '出勤'
    row.getCell(6).value = '合格'
    row.getCell(7).value = `北培〔2026〕${at + 1}号`
  }
  const row = sheet.getRow(44)
  for (const [at, text] of ['阚无名', '北庄镇', '洪门村', '出勤'].entries())
    row.getCell(at + 1).value = text
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A figure of the head once the page has read it anew. */
async function figure(page: Page, name: string) {
  return page
    .locator('.course-figures > div', { hasText: name })
    .locator('dd')
    .first()
    .textContent()
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The day in China, so many days on. */
function today(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}
