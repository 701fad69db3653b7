import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, openContext } from './browser.ts'
import { IMPORT_SHOTS, makeImports } from './import-shots.ts'
import { MENTORING_SHOTS } from './mentoring-shots.ts'
import { makeRequests, PEOPLE_SHOTS } from './people-shots.ts'
import { POLICY_SHOTS } from './policy-shots.ts'
import { makePool, POOL_SHOTS } from './pool-shots.ts'
import { prepare } from './prepared.ts'
import { REVIEW_SHOTS } from './review-shots.ts'
import { ROUNDS_SHOTS } from './rounds-shots.ts'
import { asking, startServer } from './server.ts'
import { SHORTLIST_SHOTS } from './shortlist-shots.ts'
import { makePlans, TEAM_SHOTS } from './team-shots.ts'

const folder = join(import.meta.dirname, '../../shots')
const VILLAGE = '/villages/370406104218'
const SLOW = '370406106'
const PLAN = '/townships/370406104/plan'

export type Shot = {
  name: string
  path: string
  /** Whose page it is; nobody's when null, a county officer's when not given. */
  as?: string | null
  /** What brings the page into the state. */
  act?: (page: Page) => Promise<unknown>
  /** The state exists at a desk only. */
  isDesk?: boolean
  /** The server keeps silent. */
  isUnanswered?: boolean
}

/** Every page and state. A page that is added is added here. */
const SHOTS: Shot[] = [
  { name: 'overview', path: '/' },
  { name: 'township', path: '/townships/370406104' },
  { name: 'township-key', path: '/townships/370406104?only=key' },
  { name: 'village', path: VILLAGE },
  { name: 'village-targets', path: VILLAGE, act: (page) => page.locator('.strip-more').click() },
  {
    name: 'village-next',
    path: VILLAGE,
    isDesk: true,
    act: (page) => page.locator('.next').first().click(),
  },
  { name: 'village-stale', path: VILLAGE, isDesk: true, act: exclude },
  { name: 'village-weights', path: VILLAGE, isDesk: true, act: weigh },
  {
    name: 'village-person',
    path: VILLAGE,
    act: (page) => page.locator('.person .link-button, .slate-cards .link-button').first().click(),
  },
  {
    name: 'village-criteria',
    path: VILLAGE,
    act: (page) => page.locator('.contribution-button').first().click(),
  },
  {
    name: 'village-barred',
    path: VILLAGE,
    act: (page) => page.locator('.excluded-lists summary').first().click(),
  },
  {
    name: 'village-firmness',
    path: VILLAGE,
    act: (page) => page.locator('.firmness h4').last().scrollIntoViewIfNeeded({ timeout: 60_000 }),
  },
  { name: 'village-missed', path: '/villages/370406104201' },
  { name: 'village-impossible', path: VILLAGE, isDesk: true, act: pinTheBarred },
  { name: 'places', path: '/', act: (page) => page.keyboard.press('Control+k') },
  { name: 'plan-empty', path: '/townships/370406103/plan' },
  { name: 'plan', path: PLAN },
  { name: 'plan-running', path: `/townships/${SLOW}/plan`, act: run },
  { name: 'plan-team', path: PLAN, act: (page) => page.locator('.expand').first().click() },
  {
    name: 'error',
    path: '/villages/370406104999',
    act: (page) => page.locator('.technical summary').click(),
  },
  { name: 'missing', path: '/nowhere' },
  { name: 'loading', path: VILLAGE, isUnanswered: true },
  { name: 'offline', path: VILLAGE, act: (page) => page.context().setOffline(true) },
  { name: 'sign-in', path: '/', as: null },
  { name: 'sign-in-refused', path: '/', as: null, act: refuse },
  { name: 'account', path: '/account' },
  {
    name: 'account-factor',
    path: '/account',
    act: (page) => page.locator('.rail .form > .button').click(),
  },
  {
    name: 'account-menu',
    path: '/account',
    act: (page) => page.locator('.who').click(),
  },
  { name: 'confirmations', path: '/accounts' },
  {
    name: 'confirmation',
    path: '/accounts',
    act: (page) => page.locator('.waiting .button').first().click(),
  },
  { name: 'system', path: '/', as: 'demo-admin' },
  { name: 'accounts', path: '/accounts', as: 'demo-admin' },
  { name: 'accounts-empty', path: '/accounts?state=closed', as: 'demo-admin' },
  { name: 'accounts-new', path: '/accounts', as: 'demo-admin', isDesk: true, act: chooseVillages },
  {
    name: 'accounts-edit',
    path: '/accounts',
    as: 'demo-admin',
    isDesk: true,
    act: (page) => page.locator('table.accounts .button').nth(2).click(),
  },
  { name: 'dictionaries', path: '/dictionaries', as: 'demo-admin' },
  { name: 'settings', path: '/settings', as: 'demo-admin' },
  { name: 'settings-read', path: '/settings' },
  { name: 'audit', path: '/audit', as: 'demo-auditor' },
  {
    name: 'audit-verified',
    path: '/audit',
    as: 'demo-auditor',
    act: (page) => page.locator('.page-head .primary').click(),
  },
  {
    name: 'audit-entry',
    path: '/audit?action=account.made',
    as: 'demo-auditor',
    act: (page) => page.locator('table.audit button').first().click(),
  },
  { name: 'not-permitted', path: '/plan', as: 'demo-admin' },
  { name: 'village-own', path: VILLAGE, as: 'demo-village' },
  { name: 'township-own', path: '/', as: 'demo-township' },
  ...PEOPLE_SHOTS,
  ...IMPORT_SHOTS,
  ...POOL_SHOTS,
  ...SHORTLIST_SHOTS,
  ...POLICY_SHOTS,
  ...TEAM_SHOTS,
  ...REVIEW_SHOTS,
  ...ROUNDS_SHOTS,
  ...MENTORING_SHOTS,
]
const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
}

const prepared = await prepare()
const server = await startServer(prepared)
const browser = await launch()
const county = await asking(server.address, 'demo-county')
const cookies = new Map<string, string>()
try {
  await mkdir(folder, { recursive: true })
  await makePlan()
  await makeWaiting()
  await makeRequests(server.address)
  await makeImports(server.address)
  await makePool(server.address)
  await makePlans(server.address)
  for (const size of ['desk', 'phone'] as const) {
    for (const language of ['zh-CN', 'en']) {
      for (const theme of ['light', 'dark']) await shootAll(browser, size, language, theme)
    }
  }
} finally {
  await browser.close()
  await server.stop()
  await rm(prepared.folder, { recursive: true, force: true })
}

async function shootAll(
  browser: Browser,
  size: keyof typeof SIZES,
  language: string,
  theme: string,
): Promise<void> {
  const context = await openContext(browser, SIZES[size])
  await context.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('yanzhen.language', language!)
      localStorage.setItem('yanzhen.theme', theme!)
    },
    [language, theme],
  )
  for (const shot of SHOTS) {
    if (shot.isDesk && size === 'phone') continue
    await context.clearCookies()
    if (shot.as !== null) await context.addCookies([await cookieOf(shot.as ?? 'demo-county')])
    const page = await context.newPage()
    await shoot(page, shot, `${shot.name}.${size}.${language}.${theme}.png`)
    await context.setOffline(false)
    await page.close()
  }
  await context.close()
}

async function shoot(page: Page, shot: Shot, file: string): Promise<void> {
  if (shot.isUnanswered) await page.route(/\/api\/v1\/(?!session)/, () => undefined)
  const waitUntil = shot.isUnanswered ? 'load' : 'networkidle'
  await page.goto(server.address + shot.path, { waitUntil })
  await shot.act?.(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, file), animations: 'disabled' })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

async function makePlan(): Promise<void> {
  const id = await askForPlan('370406104')
  const events = await county.get(`/plans/${id}/events`)
  await events.text()
}

async function askForPlan(township: string): Promise<string> {
  const answer = await county.post('/plans', { township, pins: [], exclusions: [] })
  return ((await answer.json()) as { id: string }).id
}

/** The slowest township, so that its progress can be caught. */
async function run(page: Page): Promise<void> {
  const known = await county.get(`/plans?township=${SLOW}`)
  const { plans } = (await known.json()) as { plans: { status: string }[] }
  if (!plans.some(({ status }) => status === 'running')) await askForPlan(SLOW)
  await page.reload({ waitUntil: 'load' })
  await page.waitForTimeout(4000)
}

/** Accounts that wait for a county officer. */
async function makeWaiting(): Promise<void> {
  const admin = await asking(server.address, 'demo-admin')
  const clerk = { role: 'township', position: '徐庄镇组织委员', township: '370406106' }
  const villages = ['370406104201', '370406104218', '370406104203', '370406104204']
  await admin.post('/accounts', { username: 'xuzhuang-sun', name: '孙立国', ...clerk })
  const village = { role: 'village', position: '村文书', villages }
  await admin.post('/accounts', { username: 'beizhuang-ouyang', name: '欧阳慧敏', ...village })
}

async function cookieOf(username: string) {
  const kept = cookies.get(username) ?? (await asking(server.address, username)).cookie
  cookies.set(username, kept)
  const [name = '', value = ''] = kept.split('=')
  return { name, value, url: server.address }
}

async function refuse(page: Page): Promise<void> {
  await page.locator('input[name=username]').fill('demo-county')
  await page.locator('input[name=password]').fill('not-this-one')
  await page.locator('.sign-in form button[type=submit]').click()
  await page.getByRole('alert').waitFor()
}

async function chooseVillages(page: Page): Promise<void> {
  await page.locator('.page-head .primary').click()
  await page.locator('.drawer select').selectOption('village')
  await page.locator('.drawer [type=search]').fill('庄')
  await page.locator('.drawer .tick').first().click()
}

async function exclude(page: Page): Promise<void> {
  await page.locator('table.slate .button.danger').last().click()
}

async function weigh(page: Page): Promise<void> {
  await page.locator('.village-head .button').click()
  await page.locator('.segments button').nth(5).click()
  await page.locator('.slider-thumb').nth(7).press('End')
}

/** A person who may not be seated is pinned, which no slate can meet. */
async function pinTheBarred(page: Page): Promise<void> {
  const answer = await county.get('/talents?village=370406104218&limit=100')
  const { people } = (await answer.json()) as { people: { id: string; partyStatus: string }[] }
  const id = people.find(({ partyStatus }) => partyStatus === 'none')?.id
  await page.goto(`${server.address}${VILLAGE}?pin=${id}.secretary`, { waitUntil: 'networkidle' })
}
