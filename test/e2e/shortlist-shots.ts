import type { Page } from 'playwright-core'
import type { Shot } from './shots.ts'

const BEIZHUANG = 'post=committee-member&township=370406104'
const HONGMEN = 'post=secretary&village=370406104218'

/** Shortlists that meet their shares and that do not, and the report in its parts. */
export const SHORTLIST_SHOTS: Shot[] = [
  { name: 'shortlist', path: `/shortlist?${BEIZHUANG}&size=15&women=0.5&young=0.4&college=0.6` },
  { name: 'shortlist-short', path: `/shortlist?${HONGMEN}&size=20&women=0.7&young=0.7` },
  { name: 'shortlist-county', path: '/shortlist?post=secretary' },
  { name: 'shortlist-empty', path: `/shortlist?${BEIZHUANG}&size=0` },
  {
    name: 'shortlist-save',
    path: `/shortlist?${BEIZHUANG}`,
    act: (page) => page.locator('.page-head .primary').click(),
  },
  { name: 'representation', path: `/representation?${BEIZHUANG}`, act: part(3) },
  { name: 'representation-county', path: '/representation?post=secretary&size=100', act: part(4) },
]

function part(at: number) {
  return (page: Page) => page.locator(`main .segments button:nth-child(${at})`).first().click()
}
