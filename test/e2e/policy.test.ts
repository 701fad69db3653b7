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

describe('the next version of the policy', () => {
  let page: Page
  let other: Page
  beforeAll(async () => {
    page = await opened('/policy', 'demo-county')
    await page.getByRole('heading', { level: 2, name: '结构目标' }).waitFor()
  })

  test('is found from the navigation, and says which version is in force', async () => {
    await page.getByRole('link', { name: '政策与权重' }).waitFor()
    await page.getByText('现行第 1 版').waitFor()
    await expect.poll(() => isDisabled(page, '签发第 2 版')).toBe(true)
    expect(await seriousOf(page)).toEqual([])
  })

  test('is kept while it is typed, each change beside what is in force', async () => {
    await figure(page, '年龄上限').fill('50')
    await page.getByText('现行 55 周岁').waitFor()
    await page.getByText('改动 1 处', { exact: true }).waitFor()
    await page.getByText(/^草稿已保存/).waitFor()
    await page.reload()
    await expect.poll(() => figure(page, '年龄上限').inputValue()).toBe('50')
  })

  test('names a fault beside its field, and is not signed with it', async () => {
    await figure(page, '任期').fill('')
    await page.getByText('请填写。').waitFor()
    await page.getByText('1 处须改正').waitFor()
    expect(await figure(page, '任期').getAttribute('aria-invalid')).toBe('true')
    expect(await isDisabled(page, '签发第 2 版')).toBe(true)
    await page.getByRole('button', { name: '任期：恢复现行值' }).click()
    await page.getByText('1 处须改正').waitFor({ state: 'detached' })
    expect(await figure(page, '任期').inputValue()).toBe('5')
  })

  test('of two windows the later sees that the draft moved, and reads the latest', async () => {
    other = await page.context().newPage()
    await other.goto(`${server.address}/policy`)
    await expect.poll(() => figure(other, '年龄上限').inputValue()).toBe('50')
    await figure(page, '年龄上限').fill('51')
    await page.getByText('现行 55 周岁').waitFor()
    await kept(page, () => figure(page, '年龄上限').fill('52'))
    await figure(other, '年龄上限').fill('53')
    await other.getByText('这份草稿已在另一个窗口改动').waitFor()
    await other.getByRole('button', { name: '读取最新草稿' }).click()
    await expect.poll(() => figure(other, '年龄上限').inputValue()).toBe('52')
    await other.close()
  })

  test('takes departments from the dictionary in an order, and shares by group', async () => {
    const add = page.getByLabel('添加部门')
    await add.selectOption({ label: '公安' })
    await add.selectOption({ label: '法院' })
    await page.getByRole('button', { name: '法院上移' }).click()
    const order = page.getByRole('list', { name: '联审部门次序' }).getByRole('listitem')
    expect(await order.allInnerTexts()).toEqual([
      expect.stringContaining('法院'),
      expect.stringContaining('公安'),
    ])
    const share = page.getByLabel('大专及以上的最低占比')
    await share.fill('40')
    await kept(page, () => share.blur())
    await page.getByText('改动 3 处', { exact: true }).waitFor()
  })

  test('says what it would change, with people and villages', async () => {
    await page.getByRole('button', { name: '测算影响' }).click()
    await page.getByText(/人，用时 .* 秒$/).waitFor()
    const row = page.getByRole('row').filter({ hasText: '党组织书记' }).first()
    expect(await row.innerText()).toMatch(/→/)
    await page.getByText(/新增不符合或符合的 [\d,]+ 人次/).click()
    const link = page.locator('.effect-people a').first()
    expect(await link.getAttribute('href')).toMatch(/^\/talents\//)
    expect(await seriousOf(page)).toEqual([])
  })

  test('is signed with what changes and why, and is in force', async () => {
    await page.getByRole('button', { name: '签发第 2 版' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('改动 3 处').waitFor()
    await dialog.getByRole('button', { name: '签发第 2 版' }).click()
    await dialog.getByText('请写明改了什么、为什么').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await dialog.getByRole('textbox').fill('按区委会议要求，年龄上限改为 52 周岁')
    await dialog.getByRole('button', { name: '签发第 2 版' }).click()
    await page.getByText('第 2 版已签发').waitFor()
    await page.getByText('现行第 2 版').first().waitFor()
    expect(await figure(page, '年龄上限').inputValue()).toBe('52')
    expect(await page.getByText('现行 55 周岁').count()).toBe(0)
  })

  test('stands in the list of versions, from which an old one is a draft again', async () => {
    await page.getByRole('button', { name: '历次版本' }).click()
    const drawer = page.getByRole('dialog', { name: '历次版本' })
    await drawer.getByText('按区委会议要求，年龄上限改为 52 周岁').waitFor()
    await drawer.getByText('与签发时一致').waitFor()
    expect(await drawer.innerText()).toMatch(/年龄上限\s+55 周岁\s+52 周岁/)
    expect(await seriousOf(page)).toEqual([])
    await drawer.getByRole('button', { name: '以此版起草：第 1 版' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '以此版起草', exact: true }).click()
    await page.getByText('草稿已换成第 1 版的内容').waitFor()
    await expect.poll(() => figure(page, '年龄上限').inputValue()).toBe('55')
    await page.getByText('现行 52 周岁').waitFor()
  })

  test('is thrown away on purpose alone', async () => {
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click()
    await page.getByText('草稿已放弃').waitFor()
    expect(await figure(page, '年龄上限').inputValue()).toBe('52')
  })
})

describe('an author whom another overtakes', () => {
  test('reads what came meanwhile, and goes on from it with the own changes', async () => {
    const page = await opened('/policy', 'demo-county')
    await kept(page, () => figure(page, '社区岗位的工作年限').fill('3'))
    const { policy } = await (await page.request.get('/api/v1/policy')).json()
    const { version, ...body } = policy
    const next = { ...body, age: { ...body.age, max: 49 } }
    const data = { policy: next, basedOn: version, note: '另一处签发的版本' }
    const signed = await page.request.post('/api/v1/policy/versions', { data })
    expect(signed.status()).toBe(201)
    // Signing threw the draft of the same account away; what is typed on the page goes on.
    await page.getByRole('button', { name: /^签发第/ }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('社区岗位须满三年')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^签发第/ })
      .click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('另一处签发的版本').first().waitFor()
    await page.getByRole('button', { name: /为基础继续$/ }).click()
    await expect.poll(() => figure(page, '年龄上限').inputValue()).toBe('49')
    expect(await figure(page, '社区岗位的工作年限').inputValue()).toBe('3')
    await page.getByRole('button', { name: '以这里的为准' }).click()
    await page.getByText('改动 1 处', { exact: true }).waitFor()
    await page.getByText(/^草稿已保存/).waitFor()
    await page.getByRole('button', { name: /^签发第/ }).click()
    await page.getByRole('dialog').getByText('改动 1 处').waitFor()
    await page.context().close()
  })
})

describe('weights of a post', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened('/policy/weights', 'demo-county')
    await page.getByRole('heading', { name: '推算权重' }).waitFor()
  })

  test('follow from comparisons, whose reciprocals show by themselves', async () => {
    const cell = page.getByLabel('政治素质 比 潜力与成长')
    await cell.selectOption('1/9 潜力与成长比政治素质极端重要（9）')
    await page.getByText('潜力与成长比政治素质极端重要（9）', { exact: true }).waitFor()
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '潜力与成长' }) })
    expect((await row.innerText()).split(/\s+/)).toContain('9')
    await page.getByText(/一致性比率 0\.[1-9]/).waitFor()
    await page.getByText('超过 0.1').waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('say which comparison is worth another look, and one click takes the proposal', async () => {
    const proposal = page.getByRole('button', { name: '采用对政治素质 比 潜力与成长的建议' })
    await proposal.click()
    await page.getByText('不超过 0.1').waitFor()
    await page.getByText('超过 0.1，比较前后矛盾').waitFor({ state: 'detached' })
  })

  test('of several judges are taken together, each with a consistency of their own', async () => {
    await page.getByRole('button', { name: '多人比较' }).click()
    await page.getByRole('button', { name: '添加评判人' }).click()
    await page.getByRole('alert').getByText('请填写评判人姓名').waitFor()
    await page.getByLabel('姓名').fill('李卫东')
    await page.getByText('李卫东的一致性').waitFor()
    await page.getByText('集体结果（几何平均）').waitFor()
    expect(await seriousOf(page)).toEqual([])
  })

  test('of swings and of figures begin where the comparisons ended, and go back to them', async () => {
    await page.getByRole('button', { name: '摆幅赋权' }).click()
    const points = page.getByRole('spinbutton', { name: '与村联系的分值' })
    await points.fill('100')
    await points.blur()
    await page.getByText('这种方法不涉及一致性').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '直接赋权' }).click()
    await page.getByText(/^合计/).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '多人比较' }).click()
    await page.getByText('李卫东的一致性').waitFor()
  })

  test('are the same draft as the rest of the policy', async () => {
    await kept(page, () => page.getByLabel('姓名').fill('李卫东同志'))
    await page.getByRole('link', { name: '门槛与目标' }).click()
    await page.getByText('多人比较').first().waitFor()
    await page.context().close()
  })
})

describe('people while weights move', () => {
  let page: Page
  beforeAll(async () => {
    page = await opened('/policy/weights?post=committee-member', 'demo-county')
    await page.getByRole('list', { name: '按当前权重排序的人选' }).waitFor()
  })
  const give = async (name: string, points: number) => {
    const field = page.getByRole('spinbutton', { name: `${name}的分值` })
    await field.fill(String(points))
    await field.blur()
  }
  const rows = () =>
    page.getByRole('list', { name: '按当前权重排序的人选' }).getByRole('listitem').allInnerTexts()
  const fits = () => rows().then((texts) => texts.map((text) => Number(text.split(/\s+/).at(-1))))

  test('stand as the policy in force has them until something moves', async () => {
    await page.getByText('位次都与现行权重相同').waitFor()
    expect(await rows()).toHaveLength(10)
    expect(await seriousOf(page)).toEqual([])
  })

  test('go up and down with the weights, the fittest first', async () => {
    await page.getByRole('button', { name: '摆幅赋权' }).click()
    await give('工作实绩', 100)
    await give('政治素质', 0)
    await give('与村联系', 0)
    await page.getByText(/^\d+ 人位次有变，其中 \d+ 人新进$/).waitFor()
    await expect.poll(async () => (await rows()).join()).toMatch(/升 \d+/)
    const now = await fits()
    expect(now).toEqual(now.toSorted((a, b) => b - a))
    expect((await rows()).join()).toMatch(/现行权重下第 \d+ 名，现为第 \d+ 名/)
    expect(await seriousOf(page)).toEqual([])
  })

  test('answer the last question alone: the one before is given up', async () => {
    const givenUp: string[] = []
    page.on('requestfailed', (request) => givenUp.push(request.url()))
    const slow = Promise.withResolvers<void>()
    await page.route(SCORES, (route) => slow.promise.then(() => route.continue().catch(() => {})), {
      times: 1,
    })
    const first = page.waitForRequest(SCORES)
    await give('群众口碑', 5)
    await first
    const second = page.waitForResponse(SCORES)
    await give('群众口碑', 95)
    expect((await second).status()).toBe(200)
    slow.resolve()
    expect(givenUp).toEqual([expect.stringMatching(/\/scores$/)])
  })

  test('are asked for again where no answer came', async () => {
    await page.route(SCORES, (route) => route.abort(), { times: 1 })
    await give('群众口碑', 50)
    const alert = page.getByRole('alert').getByText('没能更新排序')
    await alert.waitFor()
    await page.getByRole('button', { name: '再试一次' }).click()
    await alert.waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('fit on a phone, in English too', async () => {
    page = await opened('/policy/weights?post=chair', 'demo-township', PHONE)
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('list', { name: 'People by the weights of the moment' }).waitFor()
    await page.getByText(/people may take the post/).waitFor()
    expect(await seriousOf(page)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

describe('on a phone', () => {
  test('one comparison is asked at a time', async () => {
    const page = await opened('/policy/weights?post=chair', 'demo-county', PHONE)
    await page.getByText('第 1 组，共 45 组').waitFor()
    await page.getByRole('radio', { name: '政治素质比发展本领明显重要（5）' }).check()
    await page.getByRole('button', { name: '下一组' }).click()
    await page.getByText('第 2 组，共 45 组').waitFor()
    await page.getByRole('button', { name: '上一组' }).click()
    const chosen = page.getByRole('radio', { name: '政治素质比发展本领明显重要（5）' })
    expect(await chosen.isChecked()).toBe(true)
    expect(await seriousOf(page)).toEqual([])
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width, 'no two-way scrolling').toBeLessThanOrEqual(390)
    await page.context().close()
  })
})

describe('a township', () => {
  test('reads the policy and its versions, and is offered no change', async () => {
    const page = await opened('/policy', 'demo-township')
    await page.getByText('只读').waitFor()
    await page.getByText('49 周岁').waitFor()
    expect(await page.locator('.policy-sections input, .policy-sections select').count()).toBe(0)
    expect(await page.getByRole('button', { name: /签发/ }).count()).toBe(0)
    expect(await seriousOf(page)).toEqual([])
    await page.getByRole('button', { name: '历次版本' }).click()
    await page.getByRole('dialog').getByText('另一处签发的版本').waitFor()
    await page.context().close()
  })

  test('in English as well', async () => {
    const page = await opened('/policy/weights', 'demo-township')
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByRole('heading', { name: 'Resulting weights' }).waitFor()
    expect(await seriousOf(page)).toEqual([])
    await page.context().close()
  })
})

const SCORES = '**/api/v1/scores'
const PHONE = { width: 390, height: 844 }

async function opened(path: string, username: string, viewport = { width: 1440, height: 900 }) {
  const context = await openContext(browser, { viewport, baseURL: server.address })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(server.address + path)
  await signIn(page, username)
  await page.getByRole('heading', { level: 1, name: '政策' }).waitFor()
  return page
}

const figure = (page: Page, name: string) => page.getByRole('spinbutton', { name, exact: true })

/** What is typed rests a moment before it is kept. */
async function kept(page: Page, type: () => Promise<unknown>) {
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/policy/draft') && response.request().method() === 'PUT',
  )
  await type()
  expect((await answer).status()).toBe(200)
}

async function isDisabled(page: Page, name: string): Promise<boolean> {
  const button = page.getByRole('button', { name, exact: true })
  return (await button.getAttribute('aria-disabled')) === 'true'
}
