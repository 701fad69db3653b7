import { defaultPolicy } from '../../../matching/policy.ts'
import { assess } from '../../../matching/rules/index.ts'
import type {
  Finding,
  Level,
  Outcome,
  Policy,
  Post,
  RuleId,
  Talent,
  Village,
} from '../../../matching/types.ts'
import { talent, village } from '../../cast.ts'

/** One case of a rule: what is different from somebody in order, what the rule answers, and why. */
export type Row = {
  why: string
  is: Outcome
  talent?: Partial<Talent>
  village?: Partial<Village>
  post?: Post
  policy?: Partial<Policy>
  approvedBy?: Level
  /** A part of the Chinese words of the finding, or of what is missing. */
  says?: string
}

export function findingIn(row: Row, rule: RuleId): Finding | undefined {
  return findingsIn(row).find((finding) => finding.rule === rule)
}

export function findingsIn(row: Row): Finding[] {
  return assess(...questionOf(row))
}

export function questionOf(row: Row): [Talent, Village, Post, Policy] {
  const policy = { ...defaultPolicy, ...row.policy }
  return [talent(row.talent), village(row.village), row.post ?? 'chair', policy]
}

export const community = { kind: 'community' } as const
