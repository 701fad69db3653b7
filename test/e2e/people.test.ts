import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch, openContext } from './browser.ts'
import { asking, type Server, signIn, startServer } from './server.ts'

const HONGMEN = '370406104218'
/** A whole identity number of somebody invented, and one shown by its ends. */
const WHOLE = /990406\d{11}[\dX]/
const ENDS = /990\*{11}[\dX]{4}/

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

describe('a mentor', () => {
  let mentor: Page
  beforeAll(async () => {
    mentor = await as('demo-mentor')
  })

  test('begins with the mentees, and sees nobody else', async () => {
    await heading(mentor, '导师帮带')
    await mentor.goto(`${server.address}/talents`)
    await heading(mentor, '我的帮带对象')
    const names = await mentor.locator('table.people tbody th').allTextContents()
    expect(names).toEqual(['李文博', '刘思敏', '宋雅楠'])
  })

  test('opens a portrait without any number, masked or not, and comes back', async () => {
    await mentor.getByRole('link', { name: '宋雅楠' }).click()
    await heading(mentor, '宋雅楠')
    const text = await mentor.locator('body').innerText()
    expect(text).toContain('材料一览')
    expect(text).not.toMatch(/990406|\*{4}|身份证号/)
    expect(await mentor.getByRole('button', { name: /^查看(?!数据|曲线)/ }).count()).toBe(0)
    await mentor.getByRole('link', { name: '返回名单' }).click()
    await heading(mentor, '我的帮带对象')
  })

  test('an id that belongs to somebody else opens nothing', async () => {
    const other = await idOf('王海洋')
    await mentor.goto(`${server.address}/talents/${other}`)
    const alert = mentor.getByRole('alert')
    await alert
      .getByText(/没有编号为/)
      .first()
      .waitFor()
    expect(await alert.innerText()).not.toContain('王海洋')
  })
})

describe('a county officer', () => {
  let county: Page
  beforeAll(async () => {
    county = await as('demo-county', '/talents')
  })
  const box = () => county.getByRole('combobox', { name: '搜索人才' })
  // By its place, since a dialog hides the page behind it from roles.
  const card = () => county.locator('section[aria-labelledby=private]')

  test('finds people by initials, and reads which condition to drop where there are none', async () => {
    await box().pressSequentially('lwb')
    await county.waitForURL('**/talents?q=lwb')
    await expect.poll(() => namesIn(county)).toContain('李文博')
    await box().fill('李文博 店子镇')
    await county.getByText('没有同时满足 2 个条件的人').waitFor()
    await county.getByRole('button', { name: '去掉“店子镇”' }).click()
    await expect.poll(() => namesIn(county)).toContain('李文博')
  })

  test('lists page after page of all the others', async () => {
    await county.getByRole('button', { name: '去掉条件：李文博' }).click()
    await county.getByRole('heading', { name: /^已列出 50 人/ }).waitFor()
    await county.getByRole('button', { name: '再列 50 人' }).click()
    await county.getByRole('heading', { name: /^已列出 100 人/ }).waitFor()
    const names = await namesIn(county)
    expect(names).toHaveLength(100)
  })

  test('sees a number by its ends, and whole for a stated reason only', async () => {
    await openPortrait(county, '李文博')
    expect(await card().innerText()).toMatch(ENDS)
    await card().getByRole('button', { name: '查看身份证号' }).click()
    const dialog = county.getByRole('dialog', { name: '查看李文博的身份证号' })
    await dialog.getByRole('button', { name: '查看身份证号' }).click()
    await dialog.getByText('请写明事由，至少 4 个字').waitFor()
    expect(await card().innerText()).not.toMatch(WHOLE)
    await dialog.getByRole('button', { name: '核对联审名单' }).click()
    await dialog.getByRole('button', { name: '查看身份证号' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => card().innerText()).toMatch(WHOLE)
    await card()
      .getByText(/\d+ 秒后隐藏/)
      .waitFor()
    expect(await seriousOf(county)).toEqual([])
    await card().getByRole('button', { name: '隐藏' }).click()
    await expect.poll(() => card().innerText()).not.toMatch(WHOLE)
  })

  test('is told what is wrong with a number, and what is odd about one that was stored', async () => {
    await card().getByRole('button', { name: '修改身份证号' }).click()
    const dialog = county.getByRole('dialog', { name: '修改身份证号' })
    const field = dialog.getByRole('textbox')
    await field.fill('990406198803237931')
    await dialog.getByRole('button', { name: '保存号码' }).click()
    await dialog.getByText(/校验码不对/).waitFor()
    expect(await field.inputValue()).toBe('990406198803237931')
    await field.fill('990406199001010017')
    await dialog.getByRole('button', { name: '保存号码' }).click()
    await dialog.getByText(/与档案中的出生日期不一致/).waitFor()
    await dialog.getByRole('button', { name: '返回核对' }).click()
    await field.fill('990406198803237913')
    await dialog.getByRole('button', { name: '保存号码' }).click()
    await card().getByText('号码已保存。').waitFor()
    expect(await card().innerText()).toContain('7913')
  })

  test('keeps what was typed when somebody else changed the record meanwhile', async () => {
    const other = await asking(server.address, 'demo-township')
    await card().getByRole('button', { name: '修改电话' }).click()
    const dialog = county.getByRole('dialog', { name: '修改电话' })
    await dialog.getByRole('textbox').fill('120 1234 5678')
    const path = `/talents/${await idOf('李文博')}/consents`
    for (const act of ['withdrawn', 'given']) await other.post(path, { act, noticeVersion: 1 })
    await dialog.getByRole('button', { name: '保存号码' }).click()
    await dialog.getByText(/他人在您打开之后改过这份记录/).waitFor()
    expect(await dialog.getByRole('textbox').inputValue()).toBe('120 1234 5678')
    await dialog.getByRole('button', { name: '保存号码' }).click()
    await card().getByText('号码已保存。').waitFor()
    expect(await card().innerText()).toContain('120****5678')
  })

  test('has a number for a minute and no longer', async () => {
    await county.clock.install()
    await openPortrait(county, '李文博')
    await card().getByRole('button', { name: '查看电话' }).click()
    const dialog = county.getByRole('dialog')
    await dialog.getByRole('button', { name: '核实重复登记' }).click()
    await dialog.getByRole('button', { name: '查看电话' }).click()
    await card().getByText('12012345678').waitFor()
    await county.clock.fastForward('00:50')
    expect(await card().innerText()).toContain('12012345678')
    await county.clock.fastForward('00:11')
    await expect.poll(() => card().innerText()).not.toContain('12012345678')
  })

  test('finds who has a number, which stands in no address', async () => {
    await county.goto(`${server.address}/talents`)
    await county.getByRole('button', { name: '按身份证号查找' }).click()
    const dialog = county.getByRole('dialog', { name: '按身份证号查找' })
    await dialog.getByRole('textbox').fill('990406198803237913')
    await dialog.getByRole('button', { name: '查找', exact: true }).click()
    await dialog.getByText('找到 1 人').waitFor()
    expect(county.url()).not.toContain('990406')
    await dialog.getByRole('link', { name: '李文博' }).click()
    await heading(county, '李文博')
  })
})

describe('a person of the pool', () => {
  let person: Page
  let county: Page
  beforeAll(async () => {
    person = await as('demo-talent')
    county = await as('demo-county', '/corrections')
  })

  test('reads what is held in plain words, and no score', async () => {
    await heading(person, '李文博，您好')
    const text = await person.locator('main').innerText()
    for (const held of ['1988-03', '葡萄', '您已同意列入', '保存到 2028-12-31'])
      expect(text).toContain(held)
    expect(text).toMatch(/评价 \d+/)
    expect(text).not.toMatch(/适配|名次|得分/)
  })

  test('sees who looked and why, by office and without a name', async () => {
    const looks = person.getByRole('region', { name: '谁看过' })
    await looks.getByText('查看您的身份证号').waitFor()
    const text = await looks.innerText()
    expect(text).toContain('区委组织部组织二科')
    expect(text).toContain('事由：核对联审名单')
    expect(text).not.toContain('周晓岚')
  })

  test('asks for a correction once, however often the button is pressed', async () => {
    const sent: string[] = []
    person.on('request', (it) => it.method() === 'POST' && sent.push(it.url()))
    await person.getByRole('button', { name: '申请更正学历' }).click()
    const dialog = person.getByRole('dialog', { name: '申请更正' })
    await dialog.getByRole('button', { name: '提交申请' }).click()
    await dialog.getByText('请填写应改成什么').waitFor()
    await dialog.getByLabel('应改为').selectOption({ label: '研究生' })
    await dialog.getByLabel(/^说明/).fill('2026 年取得农业推广硕士学位')
    expect(await seriousOf(person)).toEqual([])
    await dialog.getByRole('button', { name: '提交申请' }).dblclick()
    await person.getByText(/^申请已提交/).waitFor()
    expect(sent.filter((url) => url.endsWith('/record/corrections'))).toHaveLength(1)
    const own = person.getByRole('region', { name: '我的更正申请' })
    expect(await own.innerText()).toMatch(/学历\s+待答复/)
  })

  test('the county sees both values beside each other and answers with a reason', async () => {
    await county.reload()
    const open = county.getByRole('region', { name: '待答复' }).getByRole('listitem')
    await open.getByText('研究生').waitFor()
    expect(await open.innerText()).toMatch(/现在登记\s+本科\s+本人要求改为\s+研究生/)
    await open.getByRole('button', { name: '采纳', exact: true }).click()
    const dialog = county.getByRole('dialog', { name: '采纳李文博对学历的更正' })
    await dialog.getByRole('button', { name: '采纳并更正' }).click()
    await dialog.getByText('请写明理由，至少 4 个字').waitFor()
    await dialog.getByLabel('答复本人').fill('已核对学位证书原件，予以更正')
    await dialog.getByRole('button', { name: '采纳并更正' }).click()
    await county.getByText('已采纳，李文博可以看到答复。').waitFor()
    await county.getByText('没有待答复的申请').waitFor()
  })

  test('reads the answer and the value that was changed', async () => {
    await person.reload()
    const own = person.getByRole('region', { name: '我的更正申请' })
    await own.getByText('已核对学位证书原件，予以更正').waitFor()
    const data = await person.getByRole('region', { name: '我的资料' }).innerText()
    expect(data).toMatch(/学历\s+研究生/)
  })

  test('withdraws, and is in no ranking of the village any more; then agrees again', async () => {
    expect(await rankedIn(county)).toContain('李文博')
    await person.getByRole('button', { name: '撤回同意' }).click()
    const dialog = person.getByRole('dialog', { name: '撤回同意' })
    await dialog.getByText(/随即退出全部排序/).waitFor()
    await dialog.getByRole('button', { name: '撤回同意' }).click()
    await person.getByText('您已撤回同意').waitFor()
    expect(await rankedIn(county)).not.toContain('李文博')
    await person.getByRole('button', { name: '同意列入' }).click()
    const again = person.getByRole('dialog', { name: '同意列入' })
    await again.getByText(/本县（市、区）党委组织部/).waitFor()
    await again.getByRole('button', { name: '已阅读，同意列入' }).click()
    await person.getByText('您已同意列入').waitFor()
    expect(await rankedIn(county)).toContain('李文博')
  })

  test('begins a request for erasure with its sentence', async () => {
    await person.getByRole('button', { name: '提出删除要求' }).click()
    const dialog = person.getByRole('dialog', { name: '申请更正' })
    expect(await dialog.getByLabel('请写明要求').inputValue()).toMatch(/^我要求删除我的个人信息/)
    await dialog.getByRole('button', { name: '关闭' }).click()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('reads the same in English', async () => {
    await person.getByRole('button', { name: 'EN' }).click()
    await person.getByRole('heading', { name: 'Who looked' }).waitFor()
    await person.getByText('You agreed').waitFor()
    await person.getByRole('button', { name: '中文' }).click()
  })
})

describe('an invitation', () => {
  let code: string

  test('is made by the township and shown this once', async () => {
    const township = await as('demo-township', '/talents')
    await openPortrait(township, '刘思敏')
    await township.getByRole('button', { name: '邀请本人登录' }).click()
    const dialog = township.getByRole('dialog', { name: '邀请刘思敏本人登录' })
    await dialog.getByRole('button', { name: '生成邀请码' }).click()
    code = await dialog.locator('output').innerText()
    expect(code).toMatch(/^(\w{5}-){3}\w{5}$/)
    await township.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(true)
    expect(await township.locator('.slip').textContent()).toContain(`${server.address}/enrol`)
    expect(await seriousOf(township)).toEqual([])
    await dialog.getByRole('button', { name: '已交付，关闭' }).click()
    expect(await township.locator('body').textContent()).not.toContain(code)
  })

  test('opens an account from the notice to the own record', async () => {
    const person = await opened('/')
    await person.getByRole('link', { name: /有邀请码/ }).click()
    await heading(person, '凭邀请码登记')
    await show(person, 'aaaaa-bbbbb-ccccc-ddddd')
    await person
      .getByRole('alert')
      .getByText(/邀请码无效/)
      .waitFor()
    await show(person, code.toUpperCase().replaceAll('-', ' '))
    await person.getByText('刘*敏').waitFor()
    await person.getByRole('button', { name: '是我本人，继续' }).click()
    await person.getByText(/您可以随时查看、更正、撤回同意/).waitFor()
    expect(await seriousOf(person)).toEqual([])
    await person.getByRole('button', { name: '开通账号并登录' }).click()
    await person.getByText('请选择同意或不同意').waitFor()
    await person.getByLabel('我同意列入人选排序和班子方案，供组织研究').check()
    await person.getByLabel('用户名').fill('demo-talent')
    await fillTwice(person, 'password1')
    await person.getByRole('button', { name: '开通账号并登录' }).click()
    await person.locator('.field-error').waitFor()
    await fillTwice(person, 'seven-quiet-orchards')
    await person.getByRole('button', { name: '开通账号并登录' }).click()
    await person.getByText(/“demo-talent”已被使用/).waitFor()
    await person.getByLabel('用户名').fill('liu-simin')
    await person.getByRole('button', { name: '开通账号并登录' }).click()
    await heading(person, '刘思敏，您好')
    expect(person.url()).toBe(`${server.address}/record`)
  })

  test('a used code and an unknown one are answered alike', async () => {
    const person = await opened('/enrol')
    const told = async (text: string) => {
      await show(person, text)
      const alert = person.getByRole('alert')
      await alert.waitFor()
      return alert.innerText()
    }
    expect(await told(code)).toBe(await told('zzzzz-zzzzz-zzzzz-zzzzz'))
  })
})

describe('a department of the joint review', () => {
  test('has its cases and no portrait', async () => {
    const reviewer = await as('demo-reviewer')
    await heading(reviewer, '联审答复')
    await reviewer.goto(`${server.address}/talents`)
    await reviewer.getByText('没有权限查看这一页').waitFor()
  })
})

describe('what the county decides', () => {
  let county: Page
  beforeAll(async () => {
    county = await as('demo-county', '/mentorships')
  })

  test('a mentor gets another mentee, who is seen from the next request on and no longer after the end', async () => {
    const mentor = await as('demo-mentor')
    await mentor.goto(`${server.address}/talents`)
    await county.getByRole('button', { name: '为田维勇添加帮带对象' }).click()
    const dialog = county.getByRole('dialog', { name: '为田维勇添加帮带对象' })
    await dialog.getByLabel('搜索姓名、全拼或首字母').fill('王海洋')
    await dialog.getByRole('button', { name: '选王海洋' }).first().click()
    await county.getByText('田维勇已开始帮带王海洋。').waitFor()
    await mentor.reload()
    await expect.poll(() => namesIn(mentor)).toContain('王海洋')
    await county.getByRole('button', { name: '结束对王海洋的帮带' }).click()
    await county.getByRole('dialog').getByRole('button', { name: '结束帮带' }).click()
    await county.getByText('对王海洋的帮带已结束。').waitFor()
    await mentor.reload()
    await mentor.getByText('共 3 人').waitFor()
  })

  test('a record past its day is kept longer, with a later day and a reason', async () => {
    await county.goto(`${server.address}/retention`)
    const due = county.getByRole('region', { name: '到期记录' }).getByRole('listitem')
    const name = await due.first().getByRole('link').innerText()
    const before = await due.count()
    await due
      .first()
      .getByRole('button', { name: `延长${name}的保存期限` })
      .click()
    const dialog = county.getByRole('dialog')
    await dialog.getByLabel('保存到').fill('2026-01-01')
    await dialog.getByRole('button', { name: '本人同意继续保存' }).click()
    await dialog.getByRole('button', { name: '延长期限' }).click()
    await dialog.getByText(/应晚于今天/).waitFor()
    await dialog.getByRole('button', { name: '再存 2 年' }).click()
    await dialog.getByRole('button', { name: '延长期限' }).click()
    await county.getByText(new RegExp(`^${name}的记录保存到`)).waitFor()
    await expect.poll(() => due.count()).toBe(before - 1)
  })

  test('somebody in office cannot be erased, and the officer reads why', async () => {
    await county.goto(`${server.address}/talents?village=${HONGMEN}&township=370406104`)
    await county.getByRole('row', { name: /任用/ }).first().getByRole('link').click()
    const dialog = await beginErasure(county)
    await dialog
      .getByRole('alert')
      .getByText(/任职期间的资料须依法留存/)
      .waitFor()
    await county.keyboard.press('Escape')
  })

  test('somebody else is erased for a reason, and nothing finds the person again', async () => {
    const { id, name } = await outOfOffice()
    await county.goto(`${server.address}/talents/${id}`)
    await beginErasure(county)
    await county.getByText(/^个人信息已删除/).waitFor()
    await county.getByRole('combobox', { name: '搜索人才' }).fill(name)
    await county.waitForURL(/q=/)
    await expect.poll(() => county.locator(`a[href='/talents/${id}']`).count()).toBe(0)
    await county.goto(`${server.address}/talents/${id}`)
    await county
      .getByText(/没有编号为/)
      .first()
      .waitFor()
  })

  test('two officers write the notice: the second one is told and keeps what was typed', async () => {
    const other = await as('demo-county', '/notice')
    await county.goto(`${server.address}/notice`)
    for (const officer of [county, other])
      await officer.getByRole('button', { name: '修改告知书' }).click()
    const body = other.getByLabel('中文正文')
    await body.fill(`${await body.inputValue()}联系电话见各乡镇（街道）公示栏。`)
    await other.getByRole('button', { name: '发布第 2 版' }).click()
    await other.getByText('第 2 版已发布，随即生效。').waitFor()
    const mine = county.getByLabel('中文正文')
    await mine.fill(`${await mine.inputValue()}如有疑问请到组织部询问。`)
    await county.getByRole('button', { name: '发布第 2 版' }).click()
    await county.getByText(/^他人在您打开之后发布了新版/).waitFor()
    expect(await mine.inputValue()).toContain('如有疑问请到组织部询问')
    expect(await seriousOf(county)).toEqual([])
    await county.getByRole('button', { name: '已对照，在此版基础上发布' }).click()
    await county.getByRole('button', { name: '发布第 3 版' }).click()
    await county.getByText('第 3 版已发布，随即生效。').waitFor()
  })

  test('records a withdrawal that was signed on paper', async () => {
    await openPortrait(county, '宋雅楠')
    await county.getByRole('button', { name: '登记纸质件' }).click()
    await county.getByRole('button', { name: '登记撤回' }).click()
    await county.getByText('已登记撤回，随即退出排序和方案。').waitFor()
    await county.getByText('同意列入：已撤回').first().waitFor()
  })
})

const PAGES: Record<string, string[]> = {
  'demo-county': [
    ...['/talents', '/talents?q=zzzzzz', 'portrait', '/corrections', '/retention'],
    ...['/mentorships', '/notice'],
  ],
  'demo-mentor': ['/talents', 'portrait'],
  'demo-talent': ['/record', '/enrol'],
  'demo-reviewer': ['/cases'],
}
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe('in both themes nothing serious stands in the way of anybody', () => {
  test.each([
    { on: 'a desk', options: {} },
    { on: 'a phone', options: PHONE },
  ])('on $on, and nothing is wider than the screen', async ({ options }) => {
    const portrait = `/talents/${await idOf('李文博')}`
    for (const [username, paths] of Object.entries(PAGES)) {
      const page = await as(username, '/', options)
      for (const path of paths.map((one) => (one === 'portrait' ? portrait : one))) {
        await page.goto(server.address + path, { waitUntil: 'networkidle' })
        for (const theme of ['light', 'dark']) {
          await page.evaluate((chosen) => {
            document.documentElement.dataset.theme = chosen
          }, theme)
          expect(await seriousOf(page), `${path} ${theme}`).toEqual([])
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, path).toBeLessThanOrEqual(page.viewportSize()!.width)
      }
      await page.context().close()
    }
  })
})

test('on a phone people are cards, and all pages are within two taps', async () => {
  const phone = await as('demo-county', '/talents', PHONE)
  await phone.locator('.person-cards a').first().waitFor()
  expect(await phone.locator('table').count()).toBe(0)
  await phone.getByRole('button', { name: '更多', exact: true }).tap()
  await phone.getByRole('dialog').getByRole('link', { name: '保存期限' }).tap()
  await heading(phone, '保存期限')
})

test('English has its own words for what is asked of people', async () => {
  const page = await as('demo-county', '/talents')
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('button', { name: 'Find by identity number' }).waitFor()
  await page.goto(`${server.address}/talents/${await idOf('李文博')}`)
  await page.getByRole('button', { name: 'Show identity number' }).click()
  await page.getByText('Give the reason', { exact: false }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Checking a double entry' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Erase', exact: true }).click()
  await page.getByText('Kept, as the law asks').waitFor()
})

test('met no error of the interface on the way', () => expect(errors).toEqual([]))

type Options = NonNullable<Parameters<typeof openContext>[1]>

/** A page of somebody who has no account open. */
async function opened(path: string, options: Options = {}): Promise<Page> {
  const desk = { viewport: { width: 1440, height: 900 } }
  const context = await openContext(browser, { ...desk, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.address + path)
  return page
}

/** A page of its own, signed in as somebody of the demonstration. */
async function as(username: string, path = '/', options: Options = {}): Promise<Page> {
  const page = await opened(path, options)
  await signIn(page, username)
  await page.locator('.app').waitFor()
  return page
}

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

const namesIn = (page: Page) => page.locator('table tbody th').allTextContents()

async function idOf(name: string): Promise<string> {
  const county = await asking(server.address, 'demo-county')
  const answer = await county.get(`/talents?township=370406104&q=${encodeURIComponent(name)}`)
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] }
  return people.find((person) => person.name === name)!.id
}

/** Somebody of 洪门村 whom no other test needs, and who holds no office. */
async function outOfOffice(): Promise<{ id: string; name: string }> {
  const county = await asking(server.address, 'demo-county')
  const answer = await county.get(`/talents?village=${HONGMEN}&limit=200`)
  const { people } = (await answer.json()) as { people: Listed[] }
  return people.find(({ status, incumbency }) => status === 'registered' && !incumbency)!
}

type Listed = { id: string; name: string; status: string; incumbency: unknown }

async function openPortrait(page: Page, name: string): Promise<void> {
  await page.goto(`${server.address}/talents/${await idOf(name)}`)
  await heading(page, name)
}

/** Names on the ranking of 洪门村 for its first post. */
async function rankedIn(page: Page): Promise<string[]> {
  await page.goto(`${server.address}/villages/${HONGMEN}`)
  await page.locator('table.ranking tbody tr').first().waitFor()
  return page.locator('table.ranking tbody th, table.ranking .link-button').allTextContents()
}

async function show(page: Page, code: string): Promise<void> {
  const answer = page.waitForResponse((it) => it.url().endsWith('/enrolments/look-up'))
  await page.getByLabel('邀请码').fill(code)
  await page.getByRole('button', { name: '下一步' }).click()
  await answer
}

async function fillTwice(page: Page, password: string): Promise<void> {
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=again]').fill(password)
}

async function beginErasure(page: Page) {
  await page.getByRole('region', { name: '本人权利' }).getByRole('button', { name: '删除' }).click()
  const dialog = page.getByRole('dialog', { name: /的个人信息$/ })
  await dialog.getByText('将被删除，不能恢复').waitFor()
  await dialog.getByRole('button', { name: '保存期限已到不再需要' }).click()
  await dialog.getByRole('button', { name: '删除，不再恢复' }).click()
  return dialog
}
