import type { Database } from '../../db/schema.ts'
import type { Rows } from './county.ts'
import { NOW } from './county-offices.ts'

/** Everything of a round but the departures, which are about people without one. */
export type RoundRows = Pick<
  Rows,
  | 'rounds'
  | 'nominees'
  | 'nominations'
  | 'nominationDrafts'
  | 'reviewActs'
  | 'attachments'
  | 'applications'
  | 'calendarDays'
  | 'messages'
>

/** Days by which nominees are late and answers about to end. */
export const TODAY = '2026-11-25'
export const SOON = '2026-12-09'
export const STAGE = 'township-review'
export const SIGNER = 'township-head'

type Seat = {
  talentId: string
  /** Null: for the pool only. */
  village: Database['villages'] | null
  townshipCode: string
  isEnded: boolean
}

export const nomineeId = (talentId: string) => `${talentId}-nominee`
export const roundId = (countyCode: string) => `${countyCode}-round`

/**
 * Person a of every village is proposed for the next village, so that home and seat differ; person b was, for the pool
 * only, and was not chosen.
 */
export function seatsOf({ villages, talents }: Pick<Rows, 'villages' | 'talents'>): Seat[] {
  return talents.map(({ id: talentId, homeTownshipCode, homeVillageCode }) => {
    const home = villages.findIndex(({ code }) => code === homeVillageCode)
    const next = villages[(home + 1) % villages.length]!
    return talentId.endsWith('-a')
      ? { talentId, village: next, townshipCode: next.townshipCode, isEnded: false }
      : { talentId, village: null, townshipCode: homeTownshipCode, isEnded: true }
  })
}

/** A round with these people in it, and a row or more of everything that hangs on them. */
export function roundRows(
  countyCode: string,
  { villages, seats }: { villages: Rows['villages']; seats: readonly Seat[] },
): RoundRows {
  const accountId = `${countyCode}-county`
  const department = `${countyCode}-first`
  return {
    rounds: [round(countyCode)],
    nominees: seats.map((seat) => nominee(countyCode, seat)),
    nominations: seats.map(({ talentId, village }) => ({
      ...{ countyCode, id: `${talentId}-nomination`, nomineeId: nomineeId(talentId), talentId },
      ...{ channel: 'recommended', nominator: '吕守田', relation: '同村党员', jointNames: 3 },
      ...{ reason: '办事公道', villageCode: village?.code ?? null, posts: postsOf(village) },
      ...{ isOnPaper: 1, isLate: 0, planId: null, createdAt: NOW, createdBy: accountId },
      ...{ withdrawnAt: null, withdrawnBy: null },
    })),
    nominationDrafts: [
      {
        ...{ countyCode, id: `${countyCode}-draft`, accountId, roundId: roundId(countyCode) },
        ...{ talentId: seats[0]?.talentId ?? null, body: '{}', revision: 1, updatedAt: NOW },
      },
    ],
    reviewActs: seats.flatMap((seat) => [
      act(countyCode, seat, 1, { kind: 'pass', signer: SIGNER }),
      act(countyCode, seat, 2, { kind: 'answer', departmentId: department }),
      act(countyCode, seat, 3, { kind: 'inspection' }),
    ]),
    attachments: seats.map(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-paper`, nomineeId: nomineeId(talentId), talentId },
      ...{ name: '推荐表.pdf', media: 'application/pdf', size: 1200, contentHash: 'hash' },
      ...{ addedAt: NOW, addedBy: accountId, removedAt: null, removedBy: null },
    })),
    applications: villages.map(({ code, townshipCode }) => ({
      ...{ countyCode, id: `${code}-application`, roundId: roundId(countyCode), townshipCode },
      ...{ villageCode: code, receipt: `${code}-receipt`, digest: 'digest', cipher: 'sealed' },
      ...{ noticeVersion: 1, state: 'waiting', answer: null, talentId: null, nomineeId: null },
      ...{ createdAt: NOW, decidedAt: null, decidedBy: null },
    })),
    calendarDays: [
      {
        ...{ countyCode, day: '2026-12-07', isWorking: 0, name: '民俗节' },
        ...{ changedAt: NOW, changedBy: accountId },
      },
    ],
    messages: seats.map(({ talentId }) => ({
      ...{ countyCode, id: `${talentId}-message`, accountId, kind: 'reminder' },
      ...{ nomineeId: nomineeId(talentId), detail: '{}', at: NOW, readAt: null },
    })),
  }
}

export function round(countyCode: string, own: Partial<Database['rounds']> = {}) {
  return {
    ...{ countyCode, id: roundId(countyCode), kind: 'term-change', name: '换届' },
    ...{ procedure: '{"stages":[],"signers":[],"validDays":90,"departments":[]}' },
    ...{ policyVersion: 1, opensOn: '2026-11-01', closesOn: '2026-12-31' },
    ...{ termStartsOn: '2027-01-10', termEndsOn: '2032-01-09', state: 'open' },
    ...{ createdAt: NOW, createdBy: `${countyCode}-county`, closedAt: null, closedBy: null },
    ...{ revision: 1, ...own },
  } satisfies Database['rounds']
}

const postsOf = (village: Seat['village']) => (village === null ? '[]' : '["secretary","chair"]')

/** Open ones are late, have an objection and an answer that ends soon. */
function nominee(
  countyCode: string,
  { talentId, village, townshipCode, isEnded }: Seat,
): Database['nominees'] {
  return {
    ...{ countyCode, id: nomineeId(talentId), roundId: roundId(countyCode), talentId },
    ...{ townshipCode, villageCode: village?.code ?? null, posts: postsOf(village) },
    ...(isEnded
      ? { stage: 'settled', state: 'settled', outcome: 'not-chosen', waitsFor: 'nobody' }
      : { stage: STAGE, state: 'open', outcome: null, waitsFor: 'county' }),
    ...{ termStartsOn: null, termEndsOn: null, stageSince: '2026-11-10T08:00:00.000Z' },
    ...{ dueOn: isEnded ? null : '2026-11-20', asked: 2, passed: 1, objections: 1 },
    ...{ validUntil: '2026-12-01', createdAt: '2026-11-02T08:00:00.000Z', revision: 1 },
  }
}

function act(
  countyCode: string,
  { talentId }: Seat,
  sequence: number,
  own: Partial<Database['reviewActs']>,
): Database['reviewActs'] {
  return {
    ...{ countyCode, id: `${talentId}-act-${sequence}`, nomineeId: nomineeId(talentId), talentId },
    ...{ sequence, stage: STAGE, kind: 'pass', departmentId: null, signer: null },
    ...{ body: JSON.stringify({ kind: own.kind, note: '' }), accountId: `${countyCode}-county` },
    ...{ accountName: '周晓岚', position: null, at: NOW, validUntil: null, supersedes: null },
    contentHash: `${talentId}-hash-${sequence}`,
    ...own,
  }
}
