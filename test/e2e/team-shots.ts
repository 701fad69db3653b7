import type { Page } from 'playwright-core'
import { asking } from './server.ts'
import type { Shot } from './shots.ts'

const VILLAGE = '/villages/370406104218'
/** Few enough people that no third team can be made. */
const SMALL_VILLAGE = '/villages/370406104201'
/** The smallest township of the county. */
const ZONE = '370406405'
const PATIENT = { timeout: 60_000 }

/** Teams and plans side by side, and what targets cost. */
export const TEAM_SHOTS: Shot[] = [
  {
    name: 'village-alternatives',
    path: `${VILLAGE}?differ=2`,
    act: (page) => show(page, '.teams'),
  },
  {
    name: 'village-no-alternative',
    path: `${SMALL_VILLAGE}?differ=3`,
    act: (page) => show(page, '[aria-labelledby=alternatives] [role=status]'),
  },
  { name: 'village-costs', path: VILLAGE, act: price },
  { name: 'plan-costs', path: `/townships/${ZONE}/plan`, act: pricePlan },
  { name: 'plan-comparison-choice', path: `/townships/${ZONE}/plan`, act: choose },
  { name: 'plan-comparison', path: `/townships/${ZONE}/plan`, act: compare },
  { name: 'plan-comparison-empty', path: '/plans/comparison' },
]

/** Two finished plans of one township. */
export async function makePlans(address: string): Promise<void> {
  const county = await asking(address, 'demo-county')
  for (const gap of [0.01, 0]) {
    const begun = await county.post('/plans', { township: ZONE, gap })
    const { id } = (await begun.json()) as { id: string }
    await (await county.get(`/plans/${id}/events`)).text()
  }
}

async function show(page: Page, selector: string) {
  const found = page.locator(selector).first()
  await found.waitFor(PATIENT)
  await found.scrollIntoViewIfNeeded()
}

async function price(page: Page) {
  await page.locator('[aria-labelledby=costs] button').click()
  await show(page, '[aria-labelledby=costs] .costs')
}

async function pricePlan(page: Page) {
  await page.locator('[aria-labelledby=plan-costs] button').click()
  await show(page, '[aria-labelledby=plan-costs] .card-body.column')
}

async function choose(page: Page) {
  await page.locator('.page-head button[aria-haspopup=dialog]').first().click()
  await page.locator('.choose-plans input').last().check()
}

async function compare(page: Page) {
  await choose(page)
  await page.locator('[role=dialog] footer .primary').click()
  await show(page, 'table.plans')
}
