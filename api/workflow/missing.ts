import type { Actor, Asked, File, GateFinding, Missing, StageOfPath } from './file.ts'
import { actsAt, pathOf, stageOf, standingActs } from './path.ts'
import { WORDS } from './words.ts'

/** All that lacks before a nominee leaves the stage; empty when the next signature is all. */
export function missingOf(file: File): Missing[] {
  const stage = stageOf(file)
  if (file.nominee.state !== 'open' || !stage) return []
  return [...obstaclesOf(file), ...signaturesOf(file, stage), ...noticeOf(file, stage)]
}

/** To a village the joint review is not complete, and no more: who objects or asks is between department and county. */
export function missingFor(level: Actor['level'], missing: Missing[]): Missing[] {
  if (level !== 'village') return missing
  const own = missing.filter(
    ({ department, code, by }) => !department && (by === 'village' || !OF_NOTICE.includes(code)),
  )
  if (own.length === missing.length) return missing
  return [...own, { code: 'not-complete', words: WORDS.notComplete, by: 'county' }]
}
const OF_NOTICE = ['objections', 'upheld']

/** What stops a signature that would lead on: rules and departments. */
export function obstaclesOf(file: File): Missing[] {
  const stage = stageOf(file)
  if (!stage) return []
  const { findings } = file.gate
  const barred = findings.flatMap((finding) => barOf(file, stage, finding) ?? [])
  return [...barred, ...departmentsOf(file)]
}

/** Departments whose clear answer lacks, from the joint review on (review.clear: each passed, within its validity). */
export function departmentsOf(file: File): Missing[] {
  return isJointReviewReached(file)
    ? file.departments.flatMap((department) => lackOf(file, department) ?? [])
    : []
}

/** The positions that have not signed at the stage. */
export function openSigners(file: File, stage: StageOfPath): string[] {
  const signed = new Set(actsAt(file, stage.id, 'pass').map(({ signer }) => signer))
  return stage.signersNeeded.filter((id) => !signed.has(id))
}

/** Asked for at the stage and not given yet. */
export function openQuestion(file: File): { note: string } | null {
  const acts = standingActs(file).filter(({ stage }) => stage === file.nominee.stage)
  const last = acts.findLast(
    ({ body }) => body.kind === 'ask' || (body.kind === 'supplement' && body.department === null),
  )
  return last?.body.kind === 'ask' ? { note: last.body.note } : null
}

/** Objections of the notice without a reply. */
export function openObjections(file: File, stage: string): string[] {
  const replied = new Set(actsAt(file, stage, 'reply').map(({ body }) => body.objection))
  return actsAt(file, stage, 'objection').flatMap(({ id }) => (replied.has(id) ? [] : [id]))
}

/** The day on which a notice ends: the later of what was published and what the calendar says now. */
export function noticeEnd(file: File, stage: string): string | null {
  const published = actsAt(file, stage, 'publish').at(-1)
  if (!published) return null
  const { startsOn, days } = published.body
  const now = file.workdaysAfter(startsOn, days)
  const said = published.validUntil ?? now
  return said > now ? said : now
}

function isJointReviewReached(file: File): boolean {
  const path = pathOf(file)
  const joint = path.findIndex(({ kind }) => kind === 'joint-review')
  return joint !== -1 && path.findIndex(({ id }) => id === file.nominee.stage) >= joint
}

function barOf(file: File, stage: StageOfPath, finding: GateFinding): Missing | null {
  const { outcome, rule, words } = finding
  if (outcome === 'breach') return { code: 'barred', words, by: 'township', rule }
  if (stage.gate === 'bars') return null
  if (outcome === 'unknown') return { code: 'unknown', words, by: 'township', rule }
  if (outcome !== 'relaxable' || isApproved(file, rule)) return null
  const by = finding.approvedBy === 'township' ? 'township' : 'county'
  return { code: 'approval', words: WORDS.approval(finding), by, rule }
}

export function isApproved(file: File, rule: string): boolean {
  return standingActs(file).some(({ body }) => body.kind === 'relaxation' && body.rule === rule)
}

function lackOf(file: File, department: Asked): Missing | null {
  const { id, words, isDropped, case: asked } = department
  if (isExcused(file, id)) return null
  const lack = (code: keyof typeof WORDS.department, by: Missing['by']): Missing => ({
    ...{ code, by, department: id },
    words: WORDS.department[code](words, asked?.validUntil ?? ''),
  })
  const answer = asked?.answer ?? null
  if (answer === null)
    return isDropped ? lack('dropped', 'county') : lack('unanswered', 'departments')
  if (answer === 'more') return lack('more', 'township')
  if (answer === 'objection') return isKept(file, department) ? null : lack('objection', 'county')
  if ((asked?.validUntil ?? '') < file.today) return lack('expired', 'county')
  if (asked?.factsHash !== file.nominee.factsHash) return lack('stale', 'county')
  return null
}

function isExcused(file: File, department: string): boolean {
  return standingActs(file).some(
    ({ body }) => body.kind === 'excuse' && body.department === department,
  )
}

/** S3.4: a sitting member under a light sanction still in force, whom the township Party committee keeps. */
function isKept(file: File, { case: asked }: Asked): boolean {
  if (asked?.code !== SANCTION || !file.nominee.isIncumbent) return false
  const decided = standingActs(file).findLast(({ body }) => body.kind === 'sanction')
  return decided?.body.kind === 'sanction' && decided.body.keeps
}
export const SANCTION = 'sanction-in-force'

function signaturesOf(file: File, stage: StageOfPath): Missing[] {
  const named = new Map(file.procedure.signers.map(({ id, words }) => [id, words]))
  return openSigners(file, stage).map((signer) => ({
    code: 'signature',
    words: WORDS.signature(named.get(signer) ?? { zh: signer, en: signer }),
    by: stage.level,
    signer,
  }))
}

function noticeOf(file: File, { id, kind, level }: StageOfPath): Missing[] {
  if (kind !== 'notice') return []
  const end = noticeEnd(file, id)
  if (end === null) return [{ code: 'unpublished', words: WORDS.unpublished, by: level }]
  const open = openObjections(file, id).length
  return [
    ...(file.today <= end ? [{ code: 'running', words: WORDS.running(end), by: level }] : []),
    ...(open > 0 ? [{ code: 'objections', words: WORDS.objections(open), by: level }] : []),
    ...(isUpheld(file, id) ? [{ code: 'upheld', words: WORDS.upheld, by: level }] : []),
  ]
}

export function isUpheld(file: File, stage: string): boolean {
  return actsAt(file, stage, 'reply').some(({ body }) => body.isUpheld)
}
