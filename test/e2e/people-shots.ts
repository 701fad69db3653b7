import type { Page } from 'playwright-core'
import { asking } from './server.ts'
import type { Shot } from './shots.ts'

/** Pages about people, by whoever opens them. */
export const PEOPLE_SHOTS: Shot[] = [
  { name: 'talents', path: '/talents' },
  { name: 'talents-empty', path: '/talents?q=zzz&township=370406104&village=370406104218' },
  {
    name: 'talents-look-up',
    path: '/talents',
    isDesk: true,
    act: (page) => press(page, '.pool-acts > button'),
  },
  { name: 'talents-village', path: '/talents', as: 'demo-village' },
  { name: 'mentees', path: '/talents', as: 'demo-mentor' },
  { name: 'mentee', path: '/talents', as: 'demo-mentor', act: (page) => portrait(page, '宋雅楠') },
  { name: 'portrait', path: '/talents', act: (page) => portrait(page, '李文博') },
  { name: 'portrait-reveal', path: '/talents', act: reveal },
  { name: 'portrait-number', path: '/talents', act: (page) => inPortrait(page, NUMBERS, 1) },
  { name: 'portrait-paper', path: '/talents', act: (page) => inPortrait(page, RIGHTS, 0) },
  { name: 'portrait-invite', path: '/talents', act: invite },
  { name: 'portrait-erase', path: '/talents', act: (page) => inPortrait(page, RIGHTS, 2) },
  { name: 'portrait-edit', path: '/talents', act: (page) => drawer(page, 'basic') },
  { name: 'portrait-skills', path: '/talents', act: (page) => drawer(page, 'skills') },
  { name: 'portrait-evidence', path: '/talents', act: (page) => drawer(page, 'evidence') },
  { name: 'portrait-status', path: '/talents', act: (page) => drawer(page, 'status') },
  { name: 'portrait-history', path: '/talents', act: (page) => drawer(page, 'history') },
  { name: 'talents-new', path: '/talents/new' },
  { name: 'talents-new-village', path: '/talents/new', as: 'demo-village' },
  {
    name: 'talents-new-errors',
    path: '/talents/new',
    act: (page) => press(page, '.register [type=submit]'),
  },
  { name: 'record', path: '/', as: 'demo-talent' },
  {
    name: 'record-looks',
    path: '/record',
    as: 'demo-talent',
    act: (page) => page.locator('#looks').scrollIntoViewIfNeeded(),
  },
  {
    name: 'record-ask',
    path: '/record',
    as: 'demo-talent',
    act: (page) => press(page, '.own-facts .link-button'),
  },
  {
    name: 'record-withdraw',
    path: '/record',
    as: 'demo-talent',
    act: (page) => press(page, '.statement .button'),
  },
  { name: 'enrol', path: '/enrol', as: null },
  { name: 'corrections', path: '/corrections' },
  {
    name: 'corrections-answer',
    path: '/corrections',
    act: (page) => press(page, '.open-corrections .primary'),
  },
  { name: 'retention', path: '/retention' },
  { name: 'retention-extend', path: '/retention', act: (page) => press(page, '.due .button') },
  { name: 'mentorships', path: '/mentorships' },
  { name: 'mentorships-add', path: '/mentorships', act: findMentee },
  { name: 'cases', path: '/', as: 'demo-reviewer' },
  { name: 'notice', path: '/notice' },
  { name: 'notice-edit', path: '/notice', act: (page) => press(page, '.page-head .button') },
]

const NUMBERS = '.private-values .button'
const RIGHTS = '.right-acts .button'

/** What people asked for, so that the lists are not empty. */
export async function makeRequests(address: string): Promise<void> {
  const person = await asking(address, 'demo-talent')
  const ask = (field: string, proposed: string, note = '') =>
    person.post('/record/corrections', { field, proposed, note })
  await ask('education', 'postgraduate', '2026 年取得农业推广硕士学位')
  await ask('phone', '12012345678')
  await ask('other', '请补充 2026 年县级劳动模范荣誉，证书在家。')
  const county = await asking(address, 'demo-county')
  const answer = await county.get('/corrections')
  const { corrections } = (await answer.json()) as { corrections: { id: string }[] }
  const refusal = { isAccepted: false, answer: '荣誉证书请交乡镇组织办公室核实后再登记。' }
  await county.post(`/corrections/${corrections.at(-1)?.id}/answer`, refusal)
}

const press = (page: Page, selector: string) => page.locator(selector).first().click()

async function portrait(page: Page, name: string): Promise<void> {
  const found = new URL(`/api/v1/talents?q=${encodeURIComponent(name)}`, page.url())
  const answer = await page.request.get(found.href)
  const { people } = (await answer.json()) as { people: { id: string; name: string }[] }
  const id = people.find((person) => person.name === name)?.id
  await page.goto(new URL(`/talents/${id}`, page.url()).href, { waitUntil: 'networkidle' })
}

async function drawer(page: Page, part: string): Promise<void> {
  await portrait(page, '李文博')
  await page.goto(`${page.url()}?edit=${part}`, { waitUntil: 'networkidle' })
}

async function inPortrait(page: Page, selector: string, at: number): Promise<void> {
  await portrait(page, '李文博')
  await page.locator(selector).nth(at).click()
}

async function reveal(page: Page): Promise<void> {
  await inPortrait(page, NUMBERS, 0)
  await press(page, '.dialog .quick .button')
  await press(page, '.dialog [type=submit]')
}

async function invite(page: Page): Promise<void> {
  await portrait(page, '刘思敏')
  await page.locator(RIGHTS).nth(1).click()
  await press(page, '.dialog [type=submit]')
}

async function findMentee(page: Page): Promise<void> {
  await press(page, '.mentors .button')
  await page.locator('.dialog [type=search]').fill('lwb')
  await page.waitForTimeout(600)
}
