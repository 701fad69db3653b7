import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const NEW = '苗青禾'
const DESK = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

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

describe('a village secretary', () => {
  let village: Page
  let portrait = ''
  beforeAll(async () => {
    village = await as('demo-village', '/talents/new', PHONE)
  })

  test('is told what a registration still needs, and loses nothing by leaving it', async () => {
    await heading(village, '登记人才')
    await press(village, '登记')
    await village.getByText('姓名：请填写姓名').waitFor()
    await village.getByText('请选择入库渠道', { exact: true }).waitFor()
    expect(await seriousOf(village)).toEqual([])
    await village.getByLabel('姓名', { exact: true }).fill(NEW)
    await village.getByLabel('出生日期').fill('1990年5月')
    await village.goto(`${server.address}/talents`)
    await village.goto(`${server.address}/talents/new`)
    await village.getByText(/已恢复您上次没有登记完的内容/).waitFor()
    expect(await village.getByLabel('姓名', { exact: true }).inputValue()).toBe(NEW)
  })

  test('registers somebody on the phone once, and the portrait opens', async () => {
    await village.getByRole('radio', { name: '女' }).check()
    await village.getByRole('radio', { name: '推荐' }).check()
    await village.getByLabel('最高学历').selectOption({ label: '大专' })
    await village.getByRole('radio', { name: '在职' }).check()
    const sent: string[] = []
    village.on('request', (it) => it.method() === 'POST' && sent.push(it.url()))
    await village.getByRole('button', { name: '登记', exact: true }).dblclick()
    await heading(village, NEW)
    portrait = new URL(village.url()).pathname
    expect(sent.filter((url) => url.endsWith('/api/v1/talents'))).toHaveLength(1)
    await village.getByText(`${NEW}已登记。下一步`).waitFor()
    await expect.poll(() => headText(village)).toMatch(/女[\s\S]*1990-05[\s\S]*大专/)
  })

  test('is shown who is in the pool already, and may enter somebody else nevertheless', async () => {
    await village.goto(`${server.address}/talents/new`)
    await village.getByLabel('姓名', { exact: true }).fill(NEW)
    await village.getByLabel('出生日期').fill('1990.05')
    await village.getByRole('radio', { name: '推荐' }).check()
    await press(village, '登记')
    const alike = village.getByRole('alert', { name: '库内已有相近的人' })
    const known = alike.getByRole('link', { name: `打开${NEW}的画像` })
    expect(await known.getAttribute('href')).toBe(portrait)
    await alike.getByRole('button', { name: '不是同一人，仍然登记' }).waitFor()
  })

  test('sees what is missing by name, and each opens its question', async () => {
    await village.goto(server.address + portrait)
    const missing = village.getByRole('region', { name: '资料完整度' })
    await missing.getByRole('button', { name: '籍贯' }).click()
    const drawer = village.getByRole('dialog', { name: '修改基本情况' })
    await expect
      .poll(() => drawer.getByLabel('籍贯').evaluate((it) => it === document.activeElement))
      .toBe(true)
    await drawer.getByLabel('籍贯').fill('山东滕州')
    await drawer.getByRole('button', { name: '关闭' }).click()
    await drawer.getByRole('alertdialog', { name: '有改动还没有保存' }).waitFor()
    await drawer.getByRole('button', { name: '继续填写' }).click()
    await save(village)
    await expect.poll(() => headText(village)).toContain('山东滕州')
    await expect.poll(() => missing.getByRole('button', { name: '籍贯' }).count()).toBe(0)
  })

  test('adds the evidence that would settle most, proven by a paper only', async () => {
    const criteria = village.getByRole('region', { name: '评价要素' })
    const add = criteria.getByRole('button', { name: /^补材料：(?!需求匹配)/ }).first()
    const criterion = (await add.getAttribute('aria-label'))!.split('：')[1]!
    await add.click()
    const drawer = village.getByRole('dialog', { name: '添加材料' })
    const chosen = drawer.getByLabel('说明哪个要素').locator('option:checked')
    await expect.poll(() => chosen.textContent()).toBe(criterion)
    await drawer.getByLabel('内容').fill('组织村民代表测评，满意率 92%')
    await drawer.getByLabel('日期').fill('2026-05-12')
    await drawer.getByLabel('来源', { exact: true }).selectOption('群众座谈')
    await drawer.getByRole('radio', { name: '已证实' }).check()
    await drawer.getByRole('radio', { name: '良好' }).check()
    await drawer.getByRole('button', { name: '保存' }).click()
    await drawer
      .getByText(/须写明材料名称或文号/)
      .first()
      .waitFor()
    await drawer.getByLabel('材料名称或文号').fill('座谈记录 2026 年第 3 号')
    await save(village)
    const bar = criteria.getByRole('row', { name: criterion }).getByRole('img')
    await expect
      .poll(() => bar.getAttribute('aria-label'))
      .toMatch(/^已证实、\d+，区间 \d+ 至 \d+$/)
    const timeline = village.getByRole('region', { name: '材料时间线' })
    await timeline.getByRole('button', { name: /^自报/ }).click()
    await timeline.getByText('没有“自报”的材料').waitFor()
    await timeline.getByRole('button', { name: /^已证实/ }).click()
    await timeline.getByText('组织村民代表测评，满意率 92%').waitFor()
  })

  test('reads every criterion as a bar in one of three shapes, never as a zero', async () => {
    await village.goto(server.address + portrait)
    const criteria = village.getByRole('region', { name: '评价要素' })
    await criteria.locator('tbody tr').first().waitFor()
    await expect.poll(() => criteria.locator('tbody tr').count()).toBe(10)
    expect(await criteria.locator('.legend .shape').count()).toBe(3)
    const unknown = criteria.locator('tbody tr', { hasText: '未知·暂无材料' })
    expect(await unknown.count()).toBeGreaterThan(0)
    for (const text of await unknown.locator('td.number').allTextContents())
      expect(text).toBe('未知')
    await criteria.getByLabel('对照的岗位').selectOption('secretary')
    await village.waitForURL(/post=secretary/)
    await criteria.locator('tbody tr').first().waitFor()
    expect(await seriousOf(village)).toEqual([])
  })

  test('chooses skills of the dictionary and adds a word of their own', async () => {
    await village.goto(`${server.address}${portrait}?edit=skills`)
    const drawer = village.getByRole('dialog', { name: '修改专长' })
    await drawer.getByLabel('添加专长').fill('电商')
    await drawer.getByRole('button', { name: '电商销售' }).click()
    await drawer.getByLabel('添加专长').fill('剪纸')
    await drawer.getByLabel('添加专长').press('Enter')
    await save(village)
    const skills = village.getByRole('region', { name: '专长' })
    await skills.getByText('电商销售·自报').waitFor()
    await skills.getByText('剪纸·自报').waitFor()
  })

  test('confirms who of the pool a relative is', async () => {
    const family = village.getByRole('region', { name: '家庭成员' })
    await family.getByRole('button', { name: '添加家庭成员' }).click()
    const drawer = village.getByRole('dialog', { name: '添加家庭成员' })
    await drawer.getByLabel('称谓').fill('丈夫')
    await drawer.getByLabel('姓名').fill('李文博')
    await drawer.getByLabel('出生年月').fill('1988.3')
    await save(village)
    await family.getByText('库内可能是同一人').waitFor()
    await family.getByRole('button', { name: '是同一人' }).click()
    const dialog = village.getByRole('dialog', { name: '确认是同一人' })
    expect(await dialog.getByLabel('回避用的亲属关系').inputValue()).toBe('spouse')
    expect(await dialog.getByLabel(/不得同村任职/).isChecked()).toBe(true)
    await dialog.getByRole('button', { name: '确认是同一人' }).click()
    await family.getByText('已与库内的李文博建立亲属关系。').waitFor()
    await family.getByText('不得同村任职').waitFor()
    await family.getByRole('link', { name: '李文博' }).click()
    await heading(village, '李文博')
    const back = village.getByRole('region', { name: '家庭成员' })
    await back.getByRole('link', { name: NEW }).waitFor()
  })

  test('and the township change the same fact: both sides are shown, and nothing typed is lost', async () => {
    const township = await as('demo-township', `${portrait}?edit=basic`)
    await village.goto(`${server.address}${portrait}?edit=basic`)
    const theirs = township.getByRole('dialog', { name: '修改基本情况' })
    const drawer = village.getByRole('dialog', { name: '修改基本情况' })
    await drawer.getByLabel('籍贯').waitFor()
    await theirs.getByLabel('籍贯').fill('山东山亭')
    await theirs.getByLabel('现居住地').fill('北庄镇驻地')
    await save(township)
    await drawer.getByLabel('籍贯').fill('山东枣庄')
    await drawer.getByRole('button', { name: '保存', exact: true }).click()
    const sides = drawer.getByRole('alert', { name: '两边的不同' })
    await sides.getByText('孟庆华', { exact: false }).waitFor()
    await sides.getByRole('radio', { name: /我填的\s*山东枣庄/ }).waitFor()
    expect(await drawer.getByLabel('籍贯').inputValue()).toBe('山东枣庄')
    await sides.getByText('现居住地已按最新登记更新为：北庄镇驻地').waitFor()
    expect(await seriousOf(village)).toEqual([])
    await sides.getByRole('radio', { name: /现在登记的\s*山东山亭/ }).check()
    expect(await drawer.getByLabel('籍贯').inputValue()).toBe('山东山亭')
    await sides.getByRole('radio', { name: /我填的\s*山东枣庄/ }).check()
    await save(village)
    await expect.poll(() => headText(village)).toMatch(/山东枣庄[\s\S]*北庄镇驻地/)
    await township.context().close()
  })

  test('reads who changed what, with the old value', async () => {
    await press(village, '变动记录')
    const drawer = village.getByRole('dialog', { name: '变动记录' })
    const latest = drawer.getByRole('listitem').first()
    await latest.getByText('山东枣庄').waitFor()
    expect(await latest.locator('del').textContent()).toBe('山东山亭')
    expect(await drawer.innerText()).toMatch(/孟庆华[\s\S]*现居住地/)
    await village.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
  })

  test('takes evidence away after being asked, and its words stay in the history', async () => {
    const timeline = village.getByRole('region', { name: '材料时间线' })
    await timeline.getByRole('button', { name: /^修改材料/ }).click()
    const drawer = village.getByRole('dialog', { name: '修改材料' })
    await drawer.getByRole('button', { name: '删除' }).click()
    const ask = village.getByRole('dialog', { name: '删除这份材料' })
    await ask.getByRole('button', { name: '删除' }).click()
    await village.getByText('已删除，旧值留在变动记录中。').waitFor()
    await timeline.getByText('没有材料').waitFor()
    await press(village, '变动记录')
    const history = village.getByRole('dialog', { name: '变动记录' })
    const gone = history.locator('del', { hasText: '组织村民代表测评，满意率 92%' })
    await gone.waitFor()
    await village.keyboard.press('Escape')
    await history.waitFor({ state: 'detached' })
  })

  test('changes the status with a reason that stays', async () => {
    await village.getByRole('button', { name: /变更状态/ }).click()
    const drawer = village.getByRole('dialog', { name: '变更状态' })
    await drawer.getByRole('radio', { name: '在库' }).check()
    await drawer.getByLabel('变更事由').fill('经村党组织会议研究列入')
    await save(village)
    await expect.poll(() => headText(village)).toContain('在库')
    await village.getByRole('button', { name: /变更状态/ }).click()
    await drawer.getByText('经村党组织会议研究列入').waitFor()
  })
})

test('an identity number fills birth and sex, and one that clashes is said', async () => {
  const county = await as('demo-county', '/talents/new')
  const birth = county.getByLabel('出生日期')
  await county.getByLabel('身份证号（可不填）').fill('990406198803237913')
  await expect.poll(() => birth.inputValue()).toBe('1988-03-23')
  expect(await county.getByRole('radio', { name: '男' }).isChecked()).toBe(true)
  await birth.fill('1987-01-01')
  await press(county, '登记')
  await county.getByText('与身份证号中的出生日期不一致，请核对。', { exact: true }).waitFor()
  expect(await county.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(
    '9904061',
  )
  await county.context().close()
})

test('J and K walk through the list that a portrait was opened from', async () => {
  const county = await as('demo-county', '/talents?township=370406104&sort=name')
  const names = county.locator('[data-person] a[href^="/talents/"]')
  await names.first().click()
  await county.getByText(/^第 1 \/ \d+ 人$/).waitFor()
  const first = county.url()
  await county.keyboard.press('j')
  await county.getByText(/^第 2 \/ \d+ 人$/).waitFor()
  expect(county.url()).not.toBe(first)
  await county.keyboard.press('k')
  await county.getByText(/^第 1 \/ \d+ 人$/).waitFor()
  await county.getByRole('link', { name: '返回名单' }).click()
  await county.waitForURL(/\/talents\?township=370406104&sort=name$/)
  await county.context().close()
})

test('nothing of it is offered to a mentor, and at 320 px nothing is cut off', async () => {
  const mentor = await as('demo-mentor', `/talents/${await idOf('宋雅楠')}`)
  await heading(mentor, '宋雅楠')
  expect(await mentor.getByRole('button', { name: /修改|添加|变更/ }).count()).toBe(0)
  await mentor.context().close()
  const narrow = await as('demo-village', '/talents/new', {
    ...PHONE,
    viewport: { width: 320, height: 640 },
  })
  for (const path of ['/talents/new', `/talents/${await idOf('宋雅楠')}`]) {
    await narrow.goto(server.address + path)
    await narrow.getByRole('heading', { level: 1 }).waitFor()
    const width = await narrow.evaluate(() => document.documentElement.scrollWidth)
    expect(width, path).toBeLessThanOrEqual(320)
  }
  await narrow.context().close()
})

test('met no error of the interface on the way', () => expect(errors).toEqual([]))

async function as(
  username: string,
  path: string,
  options: NonNullable<Parameters<typeof openContext>[1]> = DESK,
): Promise<Page> {
  const context = await openContext(browser, options)
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.address + path)
  await signIn(page, username)
  await page.locator('.app').waitFor()
  return page
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

const headText = (page: Page) => page.locator('.portrait-head').innerText()

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Saves what the drawer holds; it closes by itself. */
async function save(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await page.getByText('已保存。').waitFor()
}

async function idOf(name: string): Promise<string> {
  const county = await asking(server.address, 'demo-county')
  const answer = await county.get(`/talents?township=370406104&q=${encodeURIComponent(name)}`)
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] }
  return people.find((person) => person.name === name)!.id
}
