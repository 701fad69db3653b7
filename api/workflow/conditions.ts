import type { Actor, File, StageOfPath } from './file.ts'
import {
  departmentsOf,
  isUpheld,
  noticeEnd,
  obstaclesOf,
  openObjections,
  openSigners,
} from './missing.ts'
import { actsAt, pathOf, standingActs } from './path.ts'
import type { RefusalCode } from './words.ts'

export type Refusal = RefusalCode | 'obstacles'

/** S0 §2.5, S3.2: who is not taken on is told in a talk. */
export function isTalkDue({ nominee, acts }: File): boolean {
  return nominee.outcome === 'not-chosen' && !acts.some(({ body }) => body.kind === 'talk')
}

/** Rules that could be relaxed by an approval of this level, or by one above it that this level records. */
export function relaxable(file: File, level: Actor['level']): string[] {
  const own = level === 'township' ? ['township'] : ['township', 'county', 'city']
  const approved = new Set<string>(
    standingActs(file).flatMap(({ body }) => (body.kind === 'relaxation' ? [body.rule] : [])),
  )
  return file.gate.findings.flatMap(({ rule, outcome, approvedBy = 'county' }) =>
    outcome === 'relaxable' && own.includes(approvedBy) && !approved.has(rule) ? [rule] : [],
  )
}

export const PASSED = ['check', 'joint-review', 'approval']
export const OFFICES: Actor['level'][] = ['village', 'township', 'county']
const PARTY_POSTS = ['secretary', 'party-member']

export function ofKind(stage: StageOfPath | null, kind: StageOfPath['kind']): Refusal | null {
  return stage?.kind === kind ? null : 'wrong-stage'
}

/** The account is of the level that answers at the stage; a township writes down what a village signed on paper. */
export function ofLevel({ level }: Actor, stage: StageOfPath | null): Refusal | null {
  if (stage === null) return 'wrong-stage'
  const isForVillage = stage.level === 'village' && level === 'township'
  return level === stage.level || isForVillage ? null : 'wrong-level'
}

export function signing(file: File, actor: Actor, stage: StageOfPath): Refusal | null {
  const refusal = ofLevel(actor, stage)
  if (refusal || stage.signersNeeded.length === 0) return refusal
  const { signsAs } = actor
  if (signsAs === null || !stage.signersNeeded.includes(signsAs)) return 'no-signer'
  // A holder who was given another position has signed all the same.
  const hasSigned = actsAt(file, stage.id, 'pass').some(({ account }) => account === actor.account)
  return !hasSigned && openSigners(file, stage).includes(signsAs) ? null : 'signed'
}

export function obstacles(file: File): Refusal | null {
  return obstaclesOf(file).length > 0 ? 'obstacles' : null
}

export function isMoreAsked({ departments }: File): boolean {
  return departments.some(({ case: asked }) => asked?.answer === 'more')
}

export function lacking(file: File, ...codes: string[]): string[] {
  return departmentsOf(file).flatMap(({ code, department }) =>
    department !== undefined && codes.includes(code) ? [department] : [],
  )
}

/** Answers that ended, or are about other facts; and objections since which something was supplied. */
export function outOfDate(file: File): string[] {
  const supplied = file.acts.findLast(({ body }) => body.kind === 'supplement')?.at ?? ''
  const objecting = lacking(file, 'objection').filter((id) => {
    const asked = file.departments.find((one) => one.id === id)?.case
    return (asked?.answeredAt ?? '') < supplied
  })
  return [...lacking(file, 'expired', 'stale'), ...objecting]
}

export function isNoticeOver(file: File, { id }: StageOfPath): boolean {
  const end = noticeEnd(file, id)
  if (end === null || file.today <= end) return false
  return openObjections(file, id).length === 0 && !isUpheld(file, id)
}

/** The study was about one seat. */
export function isStudied(file: File): boolean {
  const path = pathOf(file)
  const at = path.findIndex(({ id }) => id === file.nominee.stage)
  return path.slice(0, at).some(({ kind }) => kind === 'study')
}

/** Nominations for several villages, between which nobody has chosen. */
export function isSeatOpen({ gate: { findings } }: File): boolean {
  return findings.some(({ rule, outcome }) => rule === 'oneplace' && outcome === 'unknown')
}

/** LAW 11; and no appointment in place of an election for community secretaries (S0). */
export function isPartyOnly({ nominee: { posts, isCommunity } }: File): boolean {
  return !isCommunity && posts.length > 0 && posts.every((post) => PARTY_POSTS.includes(post))
}
