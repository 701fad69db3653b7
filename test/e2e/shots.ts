import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launch, openContext } from './browser.ts'
import { startServer } from './server.ts'

const folder = join(import.meta.dirname, '../../shots')
const VILLAGE = '/villages/370406104218'
const SLOW = '370406106'
const PLAN = '/townships/370406104/plan'

type Shot = {
  name: string
  path: string
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

const server = await startServer()
const browser = await launch()
try {
  await mkdir(folder, { recursive: true })
  await makePlan()
  for (const size of ['desk', 'phone'] as const) {
    for (const language of ['zh-CN', 'en']) {
      for (const theme of ['light', 'dark']) await shootAll(browser, size, language, theme)
    }
  }
} finally {
  await browser.close()
  await server.stop()
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
    const page = await context.newPage()
    await shoot(page, shot, `${shot.name}.${size}.${language}.${theme}.png`)
    await context.setOffline(false)
    await page.close()
  }
  await context.close()
}

async function shoot(page: Page, shot: Shot, file: string): Promise<void> {
  if (shot.isUnanswered) await page.route('**/api/v1/**', () => undefined)
  const waitUntil = shot.isUnanswered ? 'load' : 'networkidle'
  await page.goto(server.address + shot.path, { waitUntil })
  await shot.act?.(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(folder, file), animations: 'disabled' })
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

async function makePlan(): Promise<void> {
  const id = await askForPlan('370406104')
  const events = await fetch(`${server.address}/api/v1/plans/${id}/events`)
  await events.text()
}

async function askForPlan(township: string): Promise<string> {
  const answer = await fetch(`${server.address}/api/v1/plans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ township, pins: [], exclusions: [] }),
  })
  return ((await answer.json()) as { id: string }).id
}

/** The slowest township, so that its progress can be caught. */
async function run(page: Page): Promise<void> {
  const known = await fetch(`${server.address}/api/v1/plans?township=${SLOW}`)
  const { plans } = (await known.json()) as { plans: { status: string }[] }
  if (!plans.some(({ status }) => status === 'running')) await askForPlan(SLOW)
  await page.reload({ waitUntil: 'load' })
  await page.waitForTimeout(4000)
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
  const query = '/api/v1/talents?village=370406104218&limit=100'
  const answer = await fetch(server.address + query)
  const { people } = (await answer.json()) as { people: { id: string; partyStatus: string }[] }
  const id = people.find(({ partyStatus }) => partyStatus === 'none')?.id
  await page.goto(`${server.address}${VILLAGE}?pin=${id}.secretary`, { waitUntil: 'networkidle' })
}
