import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What an open dialog covers in part cannot be pressed, so that its size says nothing. */
const WITHOUT_COVERED = `(found) => {
  const open = document.querySelector('[role="dialog"][aria-modal="true"]')
  if (!open || found.id !== 'target-size') return found
  const isIn = ({ target }) => open.contains(document.querySelector(target[0]))
  return { ...found, nodes: found.nodes.filter(isIn) }
}`

type Violation = {
  id: string
  impact: string | null
  nodes: { html: string; failureSummary: string }[]
}

/** Serious and critical findings of axe on the page as it stands, each in one line. */
export async function seriousOf(page: Page): Promise<string[]> {
  const has = await page.evaluate('typeof window.axe')
  if (has === 'undefined') await page.evaluate(source)
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(${WITHOUT_COVERED}))`,
  )) as Violation[]
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    )
}
