import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seriousOf } from './axe.ts'
import { launch } from './browser.ts'
import { askingAsMentor, countTaps, DESK, dayInChina, keptIn, PHONE } from './mentoring-made.ts'
import { type Server, signIn, startServer } from './server.ts'

let server: Server
let browser: Browser
let mentor: Awaited<ReturnType<typeof askingAsMentor>>
let names: string[]
/** Days of the sessions that the demonstration begins with. */
let met: Set<string>
const errors: string[] = []

beforeAll(async () => {
  server = await startServer()
  browser = await launch()
  mentor = await askingAsMentor(server.address)
  met = new Set((await mentor.sessions()).map(({ heldOn }) => heldOn))
  names = (await mentor.home()).mentees.map(({ talent }) => talent.name)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('logging on a phone of 390 pixels', () => {
  test('takes at most six taps and sixty seconds from the home page to what was saved', async () => {
    const page = await opened(PHONE)
    const taps = await countTaps(page)
    const began = Date.now()
    const agreed = '一起去三组看滴灌改造，由她主持协调三户用水时间'
    await page.getByRole('link', { name: '记一次帮带' }).tap()
    for (const name of [names[1]!, '现场带', '产业与增收']) await choose(page, name)
    await page.getByLabel(/^做了什么/).tap()
    await page.keyboard.type(agreed, { delay: 30 })
    await page.getByRole('button', { name: '保存并签名' }).tap()
    await page.getByText(`已保存：${names[1]}的帮带记录已上传。`).waitFor()
    expect(await taps()).toBeLessThanOrEqual(6)
    expect(Date.now() - began).toBeLessThan(60_000)
    const found = await mentor.find(agreed)
    expect(found).toMatchObject({
      ...{ heldOn: dayInChina(), minutes: 60, way: 'on-site', topic: { id: 'industry' } },
      talent: (await mentor.home()).mentees[1]!.talent.id,
    })
    await page.context().close()
  })

  test('as last time fills everything in: three taps', async () => {
    const page = await opened(PHONE)
    const taps = await countTaps(page)
    await page.getByRole('link', { name: '记一次帮带' }).tap()
    await page.getByRole('button', { name: '同上次' }).tap()
    const text = page.getByLabel(/^做了什么/)
    await expect.poll(() => text.inputValue()).toContain('滴灌改造')
    expect(await page.getByRole('radio', { name: '现场带' }).isChecked()).toBe(true)
    expect(await taps()).toBe(2)
    await page.context().close()
  })

  test('a sentence is asked for, and what was typed comes back after a reload', async () => {
    const page = await opened(PHONE, '/mentoring/log')
    await page.getByRole('button', { name: '保存并签名' }).tap()
    await page.getByText('请写一句做了什么、商定了什么。').waitFor()
    await page.getByLabel(/^做了什么/).fill('还没有写完')
    await expect.poll(async () => (await keptIn(page)).sealed).toBeGreaterThan(2)
    await page.waitForTimeout(600)
    await page.reload()
    await expect.poll(() => page.getByLabel(/^做了什么/).inputValue()).toBe('还没有写完')
    await page.getByText('已恢复上次没写完的内容。').waitFor()
    await page.context().close()
  })

  test('a button that is hit twice sends once', async () => {
    const page = await opened(PHONE, '/mentoring/log')
    await fill(page, { who: names[0]!, agreed: '连点两下' })
    await page.getByRole('button', { name: '保存并签名' }).dblclick()
    await page.getByText(/已保存/).waitFor()
    expect(await mentor.count('连点两下')).toBe(1)
    await page.context().close()
  })

  test.each([
    { timezoneId: 'Pacific/Kiritimati', why: 'fourteen hours ahead' },
    { timezoneId: 'Pacific/Pago_Pago', why: 'eleven hours behind' },
  ])('today is the day in China where the phone is $why', async ({ timezoneId }) => {
    const page = await opened({ ...PHONE, timezoneId }, '/mentoring/log')
    await page.getByText(`今天 ${dayInChina().slice(5)}`).waitFor()
    await page.context().close()
  })
})

describe('without a network', () => {
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    page = await opened(PHONE)
    context = page.context()
    await working(page)
    await context.setOffline(true)
  })

  test('a session is kept, said to wait, and sealed under a key that nobody can take along', async () => {
    await log(page, { who: names[2]!, agreed: '断网时记下的第一次' })
    await page.getByText(`已存在本机：${names[2]}的帮带记录联网后自动上传。`).waitFor()
    await page.getByText('没有网络，联网后自动上传').waitFor()
    const kept = await keptIn(page)
    expect(kept.owners).toBe(1)
    expect(kept.exported).toBe(false)
    expect(kept.texts).not.toContain('断网')
    for (const name of names) expect(kept.texts).not.toContain(name)
  })

  test('after a reload the page opens, the session is still there, and another can be logged', async () => {
    await page.reload()
    await page.getByText('当前离线。').waitFor()
    await page.getByText('断网时记下的第一次').waitFor()
    await page.getByRole('link', { name: '记一次帮带' }).tap()
    await page.getByRole('button', { name: '保存并签名' }).waitFor()
    await page.reload()
    await fill(page, { who: names[0]!, day: freshDay(), agreed: '断网时记下的第二次' })
    await page.getByRole('button', { name: '保存并签名' }).tap()
    await page.getByText('断网时记下的第二次').waitFor()
    expect(await seriousOf(page)).toEqual([])
    expect(await mentor.count('断网时记下的第一次')).toBe(0)
  })

  test('the program lies in a cache, and no answer of the server does', async () => {
    const urls = await page.evaluate(async () => {
      const caches = await window.caches.keys()
      const requests = await Promise.all(
        caches.map(async (name) => (await window.caches.open(name)).keys()),
      )
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(urls).toContain('/')
    expect(urls.filter((path) => path.startsWith('/api'))).toEqual([])
  })

  test('with two tabs open each session is sent once when the network is back', async () => {
    const other = await context.newPage()
    await other.goto(`${server.address}/mentoring`)
    await other.getByText('断网时记下的第二次').waitFor()
    const sent: string[] = []
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/mentoring/sessions'))
        sent.push(JSON.parse(request.postData() ?? '{}').agreed)
    })
    await context.setOffline(false)
    await expect.poll(() => mentor.count('断网时记下的第二次')).toBe(1)
    await expect.poll(() => page.getByText('待上传').count()).toBe(0)
    await expect.poll(() => other.getByText('待上传').count()).toBe(0)
    expect(await mentor.count('断网时记下的第一次')).toBe(1)
    expect(sent).toEqual(['断网时记下的第一次', '断网时记下的第二次'])
    await other.close()
  })

  test('signing out asks while something waits, and leaves nothing behind', async () => {
    await context.setOffline(true)
    await log(page, { who: names[1]!, day: freshDay(), agreed: '退出前没有上传' })
    await page.getByText('退出前没有上传').waitFor()
    await leave(page)
    const dialog = page.getByRole('dialog', { name: '还有 1 条记录没有上传' })
    await dialog.getByRole('button', { name: '先不退出' }).click()
    expect((await keptIn(page)).owners).toBe(1)
    await leave(page)
    await dialog.getByRole('button', { name: '退出并删除未上传的记录' }).click()
    await expect.poll(() => page.getByText(names[0]!).count()).toBe(0)
    expect(await keptIn(page)).toMatchObject({ sealed: 0, owners: 0 })
    await page.goto(`${server.address}/mentoring`)
    await page
      .getByText(/连不上|网络/)
      .first()
      .waitFor()
    expect(await page.getByText(names[0]!).count()).toBe(0)
  })

  test('the server hears of it at the next start: nobody is signed in then', async () => {
    await context.setOffline(false)
    await page.goto(server.address)
    await page.locator('input[name=username]').waitFor()
    expect(await mentor.count('退出前没有上传')).toBe(0)
    await context.close()
  })
})

describe('what the server will not take', () => {
  let twice: string
  beforeAll(() => {
    twice = freshDay()
  })

  test('a session of the same day from another phone asks; said to be another one it goes', async () => {
    const [first, second] = [await opened(PHONE), await opened(PHONE)]
    await working(second)
    await second.context().setOffline(true)
    const day = { who: names[2]!, day: twice }
    await log(first, { ...day, agreed: '第一台手机记的' })
    await first.getByText(/已保存/).waitFor()
    await log(second, { ...day, agreed: '第二台手机记的' })
    await second.getByText('第二台手机记的').waitFor()
    await second.context().setOffline(false)
    await second.getByText('同一天已有一次记录').waitFor()
    await second.getByText(/“第一台手机记的”/).waitFor()
    expect(await seriousOf(second)).toEqual([])
    expect(await mentor.count('第二台手机记的')).toBe(0)
    await second.reload()
    await second.getByRole('button', { name: '这是另一次，照样上传' }).tap()
    await expect.poll(() => mentor.count('第二台手机记的')).toBe(1)
    await expect.poll(() => second.getByText('同一天已有一次记录').count()).toBe(0)
    await first.context().close()
    await second.context().close()
  })

  test('the same meeting logged on two phones is dropped on one of them, once asked', async () => {
    const page = await opened(PHONE)
    await log(page, { who: names[2]!, day: twice, agreed: '又记了一遍' })
    await page.getByText('同一天已有一次记录').waitFor()
    await page.getByRole('button', { name: '不要这条' }).tap()
    await page.getByRole('button', { name: '先留着' }).tap()
    await page.getByRole('button', { name: '不要这条' }).tap()
    await page.getByRole('button', { name: '删除记录' }).tap()
    await page.getByText('这条记录已从本机删除。').waitFor()
    expect(await mentor.count('又记了一遍')).toBe(0)
    await page.context().close()
  })

  test('a day with more than 24 hours is refused with the reason, and goes once it is mended', async () => {
    const [, one, two] = (await mentor.home()).mentees.map(({ talent }) => talent.id)
    const heldOn = freshDay()
    const other = freshDay()
    await mentor.log({ talent: one, heldOn, minutes: 720, agreed: '一整天之一' })
    await mentor.log({ talent: two, heldOn, minutes: 720, agreed: '一整天之二' })
    const page = await opened(PHONE, '/mentoring/log')
    await fill(page, { who: names[0]!, day: heldOn, agreed: '超过了一天' })
    await page.getByRole('button', { name: '保存并签名' }).tap()
    await page.getByText('没有被接收', { exact: true }).waitFor()
    expect(await mentor.count('超过了一天')).toBe(0)
    await page.getByRole('link', { name: '修改' }).tap()
    await page.locator('input[name=heldOn]').fill(other)
    await page.getByLabel(/^做了什么/).fill('改到了另一天')
    await page.getByRole('button', { name: '改好并重新上传' }).tap()
    await expect.poll(() => mentor.count('改到了另一天')).toBe(1)
    await page.context().close()
  })
})

describe('whose machine it is', () => {
  test('another account that signs in finds nothing of the mentor', async () => {
    const page = await opened(PHONE)
    await working(page)
    await page.context().setOffline(true)
    await log(page, { who: names[0]!, day: freshDay(), agreed: '会话过期时还在本机' })
    await page.getByText('会话过期时还在本机').waitFor()
    await page.context().clearCookies()
    await page.context().setOffline(false)
    await page.goto(server.address)
    await signIn(page, 'demo-village')
    await page.getByRole('navigation').first().waitFor()
    await expect.poll(async () => (await keptIn(page)).sealed).toBe(0)
    expect(await keptIn(page)).toMatchObject({ owners: 0 })
    await page.context().close()
  })

  test('a session that ended keeps what waits until the same mentor signs in again', async () => {
    const page = await opened(PHONE)
    await working(page)
    await page.context().setOffline(true)
    await log(page, { who: names[0]!, day: freshDay(), agreed: '再次登录后才上传' })
    await page.getByText('再次登录后才上传').waitFor()
    await page.context().clearCookies()
    await page.context().setOffline(false)
    await page.goto(server.address)
    await page.locator('input[name=username]').waitFor()
    expect(await mentor.count('再次登录后才上传')).toBe(0)
    await signIn(page, 'demo-mentor')
    await expect.poll(() => mentor.count('再次登录后才上传')).toBe(1)
    await page.context().close()
  })

  test('by plain http the page logs while there is a network, and says what it cannot do', async () => {
    const page = await opened(PHONE, '/mentoring/log', () =>
      Object.defineProperty(window, 'isSecureContext', { value: false }),
    )
    await page.getByText(/当前地址不是 HTTPS/).waitFor()
    await fill(page, { who: names[1]!, day: freshDay(), agreed: '没有加密也能记' })
    await page.getByRole('button', { name: '保存并签名' }).tap()
    await page.getByText(/已保存/).waitFor()
    expect(await mentor.count('没有加密也能记')).toBe(1)
    await page.context().close()
  })
})

test('a photograph is made smaller, waits with its session, and is sent after it', async () => {
  const page = await opened(PHONE, '/mentoring/log')
  await working(page)
  await fill(page, { who: names[2]!, day: freshDay(), agreed: '带照片的一次' })
  await page.getByText('下次见面、照片').tap()
  const buffer = Buffer.from(await picture(page), 'base64')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'field.png', mimeType: 'image/png', buffer })
  await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '保存并签名' }).tap()
  await page.getByText('带照片的一次').waitFor()
  await page.reload()
  await page.context().setOffline(false)
  await expect.poll(async () => (await mentor.find('带照片的一次'))?.files.length ?? 0).toBe(1)
  const [file] = (await mentor.find('带照片的一次'))!.files as { id: string; media: string }[]
  expect(file!.media).toBe('image/jpeg')
  const size = await page.evaluate(async (id) => {
    const bytes = await (await fetch(`/api/v1/entry-files/${id}`)).blob()
    const { width, height } = await createImageBitmap(bytes)
    return { width, height }
  }, file!.id)
  expect(size).toEqual({ width: 1600, height: 800 })
  await expect.poll(() => page.getByText('照片待上传').count()).toBe(0)
  await page.context().close()
})

test('the page can be installed', async () => {
  const manifest = await fetch(`${server.address}/manifest.webmanifest`)
  expect(manifest.headers.get('content-type')).toContain('application/manifest+json')
  const { icons, start_url, display } = await manifest.json()
  expect({ start_url, display }).toEqual({ start_url: '/', display: 'standalone' })
  for (const { src, type } of icons) {
    const icon = await fetch(server.address + src)
    expect([icon.status, icon.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
  }
  const worker = await fetch(`${server.address}/service-worker.js`)
  expect(worker.headers.get('content-type')).toContain('text/javascript')
  expect(worker.headers.get('cache-control')).toBe('no-cache')
  expect(await worker.text()).toContain('/assets/')
  expect((await fetch(`${server.address}/icons/none.png`)).status).toBe(404)
})

test('the work of a desk: the opinion of the quarter, and notes that nobody else reads', async () => {
  const page = await opened(DESK)
  await page
    .getByRole('button', { name: new RegExp(names[0]!) })
    .first()
    .click()
  const opinion = page.getByRole('region', { name: /第.季度考核/ })
  await opinion.getByText(names[0]!).waitFor()
  await opinion.getByRole('button', { name: '提交乡镇' }).click()
  await opinion.getByText('请对每一项作出选择').waitFor()
  for (const row of ['工作态度', '完成任务'])
    await opinion.getByRole('group', { name: row }).getByRole('radio', { name: '良' }).check()
  await opinion
    .getByRole('group', { name: '群众反映' })
    .getByRole('radio', { name: '未了解' })
    .check()
  await opinion
    .getByRole('group', { name: '能力长进' })
    .getByRole('radio', { name: '明显', exact: true })
    .check()
  await opinion.getByRole('button', { name: '提交乡镇' }).click()
  await page.getByText(`${names[0]}的季度考核意见已提交乡镇。`).waitFor()
  await opinion.getByText(/已提交/).waitFor()
  const notes = page.getByRole('region', { name: '私人备忘' })
  await notes.getByLabel('备忘内容').fill('只给自己看')
  await notes.getByRole('button', { name: '保存备忘' }).click()
  await page.getByText('备忘已保存。').waitFor()
  await page.reload()
  await expect.poll(() => notes.getByLabel('备忘内容').inputValue()).toBe('只给自己看')
  await page.context().close()
})

test.each([
  { on: 'a desk', options: DESK },
  { on: 'a phone', options: PHONE },
])(
  'nothing serious stands in the way of anybody on $on, and nothing is wider than the screen',
  async ({ options }) => {
    const page = await opened(options)
    const { mentees } = await mentor.home()
    const pages = ['', '/log', '/tasks', '/quarter', '/mine', '/print']
    for (const path of [...pages, `/people/${mentees[0]!.talent.id}`]) {
      await page.goto(`${server.address}/mentoring${path}`, { waitUntil: 'networkidle' })
      for (const theme of ['light', 'dark']) {
        await page.evaluate((chosen) => {
          document.documentElement.dataset.theme = chosen
        }, theme)
        expect(await seriousOf(page), `${path} ${theme}`).toEqual([])
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, path).toBeLessThanOrEqual(options.viewport.width)
    }
    await page.context().close()
  },
)

test('met no error of the interface on the way', () => expect(errors).toEqual([]))

async function opened(
  options: BrowserContextOptions,
  path = '/mentoring',
  before?: () => unknown,
): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(server.address + path)
  await signIn(page, 'demo-mentor')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

/** The program is on the machine and stands before the network. */
async function working(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.race([
      navigator.serviceWorker.ready,
      new Promise((_, fail) => setTimeout(fail, 30_000, new Error('no service worker'))),
    ])
    if (navigator.serviceWorker.controller) return
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    )
  })
}

type Given = { who: string; agreed: string; day?: string }

const choose = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).tap()

async function fill(page: Page, { who, agreed, day }: Given): Promise<void> {
  await choose(page, who)
  if (day) {
    await choose(page, '其他日期')
    await page.locator('input[name=heldOn]').fill(day)
  }
  await page.getByLabel(/^做了什么/).fill(agreed)
}

let used = 1
/** A day of the past on which nobody met. */
function freshDay(): string {
  for (;;) {
    const day = dayInChina(-used++)
    if (!met.has(day)) return day
  }
}

async function log(page: Page, given: Given): Promise<void> {
  await page.getByRole('link', { name: '记一次帮带' }).tap()
  await fill(page, given)
  await page.getByRole('button', { name: '保存并签名' }).tap()
}

async function leave(page: Page): Promise<void> {
  await page.locator('.who').click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
}

/** 3,200 × 1,600 pixels, as PNG in base64. */
const picture = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3200
    canvas.height = 1600
    const context = canvas.getContext('2d')!
    context.fillStyle = '#2f8a5b'
    context.fillRect(0, 0, 1600, 1600)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
