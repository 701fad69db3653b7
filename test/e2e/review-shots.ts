import type { Page } from 'playwright-core'
import type { Shot } from './shots.ts'

/** Nomination and review, of the round that the demonstration is in the middle of. */
export const REVIEW_SHOTS: Shot[] = [
  { name: 'review', path: '/review' },
  { name: 'review-mine', path: '/review?tab=mine' },
  { name: 'review-nobody', path: '/review?q=zzzz' },
  { name: 'review-objection', path: '/review?tab=objection', act: openFirst },
  { name: 'review-ended', path: '/review?tab=ended', act: openFirst },
  {
    name: 'review-inspection',
    path: '/review?tab=mine&stage=inspection',
    act: (page) => begin(page, '登记考察结果'),
  },
  {
    name: 'review-election',
    path: '/review?tab=mine&stage=election',
    as: 'demo-township',
    act: (page) => begin(page, '登记选举结果'),
  },
  {
    name: 'review-bulk',
    path: '/review?tab=mine&stage=township-review',
    as: 'demo-township',
    act: signSeveral,
  },
  { name: 'review-village', path: '/review', as: 'demo-village', act: openFirst },
  { name: 'review-paper', path: '/review?tab=ended', act: print },
]

async function openFirst(page: Page) {
  await page.locator('.queue-list a').first().click()
  await page.locator('#nominee-name').waitFor()
}

async function begin(page: Page, act: string) {
  await openFirst(page)
  await page.getByRole('button', { name: act }).click()
  await page.getByRole('dialog').waitFor()
}

async function signSeveral(page: Page) {
  await page.locator('.bulk input').check()
  await page.locator('.bulk .button').click()
  await page.getByRole('dialog').waitFor()
}

async function print(page: Page) {
  await openFirst(page)
  await page.getByRole('link', { name: '打印联审表' }).click()
  await page.locator('.paper-form').waitFor()
}
