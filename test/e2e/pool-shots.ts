import type { Page } from 'playwright-core'
import { asking } from './server.ts'
import type { Shot } from './shots.ts'

const TOWNSHIP = '/talents?township=370406104'
const VILLAGE = '/talents?village=370406104218'
const TWIN = {
  ...{ homeVillage: '370406104218', channel: 'recommended', basis: 'duty', isNew: true },
  ...{ name: '钱小燕', sex: 'female', bornOn: '1991-05-12' },
}

/** The pool: searched, narrowed, chosen from, compared, kept in lists, freed of what is double. */
export const POOL_SHOTS: Shot[] = [
  { name: 'pool-words', path: `${TOWNSHIP}&q=${encodeURIComponent('物流')}` },
  { name: 'pool-typing', path: TOWNSHIP, isDesk: true, act: typed },
  { name: 'pool-columns', path: TOWNSHIP, isDesk: true, act: columns },
  { name: 'pool-chosen', path: VILLAGE, act: choose },
  { name: 'pool-filters', path: TOWNSHIP, act: filters },
  { name: 'pool-seat', path: '/talents?seat=370406104218%3Asecretary' },
  { name: 'pool-list', path: VILLAGE, act: addToList },
  { name: 'pool-save', path: TOWNSHIP, act: (page) => press(page, '.saved > .button') },
  { name: 'comparison', path: VILLAGE, act: compare },
  { name: 'comparison-empty', path: '/comparison' },
  { name: 'lists', path: '/lists' },
  { name: 'list', path: '/lists', act: (page) => press(page, '.named-lists a') },
  { name: 'duplicates', path: '/duplicates' },
  { name: 'duplicates-merge', path: '/duplicates', act: (page) => press(page, '.pairs .primary') },
]

/** A list, a search that is kept, and a person entered twice. */
export async function makePool(address: string): Promise<void> {
  const county = await asking(address, 'demo-county')
  const answer = await county.get('/talents?village=370406104218&limit=3')
  const { people } = (await answer.json()) as { people: { id: string }[] }
  const made = await county.post('/lists', { name: '洪门后备', note: '2026 年 9 月走访后整理' })
  const { id } = (await made.json()) as { id: string }
  const talents = people.map((person) => person.id)
  await county.post(`/lists/${id}/members`, { talents, note: '9 月走访推荐' })
  const query = `township=370406104&skill=e-commerce`
  await county.post('/searches', { name: '北庄电商人选', query, isShared: true })
  for (const occupation of ['村妇联执委', '超市经营者'])
    await county.post('/talents', { ...TWIN, occupation })
}

const press = (page: Page, selector: string) => page.locator(selector).first().click()

async function typed(page: Page): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.type('dsxs')
}

async function columns(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(列|Columns)$/ }).click()
}

async function choose(page: Page): Promise<void> {
  for (const at of [0, 1, 2]) await page.locator('[data-person] .box').nth(at).check()
}

/** A column at a desk, where something else is shown. */
async function filters(page: Page): Promise<void> {
  const button = page.locator('.pool-head > .button').first()
  const isPhone = (page.viewportSize()?.width ?? 0) < 641
  if (isPhone) await button.click()
  else await page.locator('.facet:not([open]) > summary').first().click()
}

async function addToList(page: Page): Promise<void> {
  await choose(page)
  await page.locator('.tray .button.slim').last().click()
}

async function compare(page: Page): Promise<void> {
  await choose(page)
  await press(page, '.tray .primary')
}
