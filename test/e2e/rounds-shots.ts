import type { Page } from 'playwright-core'
import type { Shot } from './shots.ts'

const TERM_CHANGE = '2026 年村（社区）“两委”换届'

/** Rounds with their board, what waits for each role, messages and handing over. */
export const ROUNDS_SHOTS: Shot[] = [
  { name: 'rounds', path: '/rounds' },
  {
    name: 'round-new',
    path: '/rounds',
    act: (page) => page.locator('.page-head .primary').click(),
  },
  { name: 'round-closing', path: '/rounds', act: closing },
  {
    name: 'round-board',
    path: '/rounds',
    act: (page) => card(page).getByRole('link', { name: '看板' }).click(),
  },
  { name: 'to-do', path: '/to-do' },
  { name: 'to-do-township', path: '/to-do', as: 'demo-township' },
  { name: 'to-do-village', path: '/to-do', as: 'demo-village' },
  { name: 'to-do-department', path: '/to-do', as: 'demo-reviewer' },
  { name: 'messages', path: '/to-do', as: 'demo-township', act: bell },
  { name: 'messages-none', path: '/to-do', as: 'demo-village', act: bell },
  { name: 'handover', path: '/handover', act: handover },
]

const card = (page: Page) => page.getByRole('region', { name: TERM_CHANGE, exact: true })
function bell(page: Page) {
  return page.locator('.bell').click()
}

async function closing(page: Page) {
  await card(page).getByRole('button', { name: '结束轮次' }).click()
  await page.locator('input[name=rest]').nth(1).check()
}

async function handover(page: Page) {
  const choices = page.locator('.handover-choice select')
  const names = await choices.first().locator('option').allTextContents()
  await choices.first().selectOption({ label: names.find((name) => name.includes('孟庆华'))! })
  await choices.nth(1).selectOption({ index: 1 })
}
