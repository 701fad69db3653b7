import type { Nominee } from '../../../review.ts'
import { say } from '../../../words/index.ts'

/** What a finding of the rule says; the id only where the rules find nothing any more. */
export function ruleWords(nominee: Nominee | null, rule: string): string {
  const finding = nominee?.findings.find((one) => one.rule === rule)
  return finding ? say(finding.words) : rule
}
