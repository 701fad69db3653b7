import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { workdaysAfter } from '../../api/workflow/calendar.ts'
import type { Act, Actor, Asked, File, Nominee } from '../../api/workflow/file.ts'
import { defaultProcedure, type Procedure, SEVEN_SIGNERS } from '../../matching/index.ts'

/** Files of nominees for tests: 宋雅楠 of 洪门村, proposed for chair unless said otherwise. */

export const TODAY = '2026-11-23'
export const FACTS = 'facts'

type Given = Partial<Omit<File, 'nominee' | 'acts'>> & {
  nominee?: Partial<Nominee>
  acts?: (Partial<Act> & { body: ReviewAct })[]
}

export function fileOf({ nominee = {}, acts = [], ...given }: Given = {}): File {
  return {
    today: TODAY,
    workdaysAfter: (day, count) => workdaysAfter(day, count, new Map()),
    procedure: defaultProcedure,
    ...{ kind: 'term-change', opensOn: '2026-10-01' },
    term: { startsOn: '2027-01-01', endsOn: '2031-12-31' },
    isClosed: false,
    nominee: {
      ...{ village: '370406104218', townshipCode: '370406104', posts: ['chair'] },
      ...{ stage: 'village-check', stageSince: '2026-11-20T01:00:00.000Z', state: 'open' },
      ...{ outcome: null, isIncumbent: false, isCommunity: false, factsHash: FACTS },
      ...nominee,
    },
    departments: [],
    gate: { eligibility: 'eligible', findings: [] },
    ...given,
    acts: acts.map(actOf),
  }
}

function actOf({ body, ...given }: Partial<Act> & { body: ReviewAct }, at: number): Act {
  return {
    ...{ id: `act-${at + 1}`, sequence: at + 1, stage: 'village-check', department: null },
    ...{ signer: null, account: 'account', accountName: '孟庆华', position: null },
    ...{ at: '2026-11-20T02:00:00.000Z', validUntil: null, supersedes: null, contentHash: '' },
    ...given,
    body,
  }
}

/** A department with its answer; `null`: asked and not answered. */
export function asked(
  id: string,
  answer: 'pass' | 'objection' | 'more' | null,
  given: Partial<NonNullable<Asked['case']>> & { isDropped?: boolean } = {},
): Asked {
  const { isDropped = false, ...own } = given
  return {
    ...{ id, words: { zh: id, en: id }, isDropped },
    case: {
      ...{ openedAt: '2026-11-18T01:00:00.000Z', dueOn: '2026-12-02', factsHash: FACTS },
      ...{ answer, code: null, answeredAt: null },
      validUntil: answer === 'pass' ? '2027-02-18' : null,
      ...own,
    },
  }
}

export const CLEAR = [asked('police', 'pass'), asked('court', 'pass')]

export function actor(level: Actor['level'], given: Partial<Actor> = {}): Actor {
  return {
    ...{ account: `${level}-account`, name: '孟庆华', position: null, level },
    ...{ signsAs: null, department: level === 'department' ? 'police' : null },
    ...given,
  }
}

/** The procedure whose township review is signed by the seven of S3.5 for the combined role. */
export const SEVEN: Procedure = {
  ...defaultProcedure,
  stages: defaultProcedure.stages.map((stage) =>
    stage.id === 'township-review'
      ? { ...stage, signers: SEVEN_SIGNERS.map(({ id }) => id), signersFor: 'combined' }
      : stage,
  ),
}

export const PASS: ReviewAct = { kind: 'pass', note: '', document: '', isOnPaper: false }
export const STUDY: Extract<ReviewAct, { kind: 'study' }> = {
  ...{ kind: 'study', metOn: '2026-11-20', meeting: '部务会第 12 次', entitled: 9, present: 8 },
  ...{ for: 8, against: 0, abstain: 0, decision: 'approve', note: '' },
}
const VOTES = { issued: 30, returned: 29, valid: 28, for: 26, against: 1, abstain: 1 }
export const INSPECTION: Extract<ReviewAct, { kind: 'inspection' }> = {
  ...{ kind: 'inspection', team: ['周晓岚', '孟庆华'], startedOn: '2026-11-16' },
  ...{ endedOn: '2026-11-18', conversations: 22, satisfaction: VOTES, trust: null },
  ...{ conclusion: 'fit', note: '' },
}
export const ELECTION: Extract<ReviewAct, { kind: 'election' }> = {
  ...{ kind: 'election', heldOn: '2026-11-22', round: 1, voters: 812, cast: 640, for: 402 },
  ...{ isElected: true, termStartsOn: '2026-11-22', termEndsOn: '2031-11-21' },
}
export const PUBLISH: Extract<ReviewAct, { kind: 'publish' }> = {
  ...{ kind: 'publish', startsOn: '2026-11-16', days: 5, place: '洪门村公开栏' },
}
