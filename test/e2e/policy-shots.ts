import type { Page } from 'playwright-core'
import type { Shot } from './shots.ts'

/** The policy: written, at fault, previewed, signed; its weights by every method; read by a township. */
export const POLICY_SHOTS: Shot[] = [
  { name: 'policy-read', path: '/policy', as: 'demo-township' },
  { name: 'policy', path: '/policy', act: (page) => limitAge(page, '52') },
  { name: 'policy-fault', path: '/policy', act: (page) => limitAge(page, '') },
  { name: 'policy-effect', path: '/policy', act: preview },
  { name: 'policy-sign', path: '/policy', act: sign },
  { name: 'policy-versions', path: '/policy', act: (page) => press(page, '.page-head .push') },
  { name: 'weights', path: '/policy/weights' },
  { name: 'weights-judges', path: '/policy/weights', act: (page) => weighBy(page, 2) },
  { name: 'weights-swing', path: '/policy/weights', act: (page) => weighBy(page, 3) },
  { name: 'weights-direct', path: '/policy/weights', act: (page) => weighBy(page, 0) },
]

/** The first figure of the page. */
async function limitAge(page: Page, years: string) {
  await page.locator('.policy-section input.figure').first().fill(years)
  await page.locator('.draft-bar .pill').first().waitFor()
}

async function preview(page: Page) {
  await limitAge(page, '51')
  await press(page, '.policy-effect .button[aria-disabled=false]')
  await page.locator('.effect-part').first().waitFor()
}

async function sign(page: Page) {
  await limitAge(page, '50')
  await press(page, '.page-head .primary[aria-disabled=false]')
  await page.getByRole('dialog').waitFor()
}

const weighBy = (page: Page, method: number) =>
  page.locator('.weigh-grid .card-head .segments button').nth(method).click()

const press = (page: Page, button: string) => page.locator(button).first().click()
