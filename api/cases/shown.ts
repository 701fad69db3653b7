import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Round } from '../../db/rounds.ts'
import type { Post, Words } from '../../matching/index.ts'
import type { Loaded, RoundProcedure } from '../nominees/loading.ts'
import { lateDays } from '../nominees/shown.ts'
import type { Person } from '../people.ts'
import type { CaseView } from '../shapes/review-cases.ts'
import type { Act, Asked } from '../workflow/file.ts'

export type View = z.infer<typeof CaseView>
type Place = { code: string; name: string }

/** One case with all that its department may read of it. */
export type Case = {
  nominee: string
  round: Round
  person: Person
  /** Masked. */
  idNumber: string | null
  seat: { village: Place | null; township: Place; posts: string[] }
  asked: NonNullable<Asked['case']>
  /** Of what is known today. */
  factsHash: string
  /** Its own answers and what it was told (`ownActs`). */
  acts: Act[]
}

export function caseShown(one: Case, today: string): View {
  const { nominee, round, seat, asked, acts } = one
  const { openedAt, dueOn } = asked
  return {
    ...{ ...identifying(one), nominee },
    purpose: { round: round.name, words: purposeOf(round, seat.posts) },
    target: { ...seat, posts: seat.posts as Post[] },
    ...{ openedAt, dueOn, lateDays: asked.answer === null ? lateDays(dueOn, today) : 0 },
    validDays: (round.procedure as RoundProcedure).validDays,
    answer: standing(one, today),
    earlier: answersOf(acts).slice(0, asked.answer === null ? undefined : -1),
    supplements: acts.flatMap(({ at, body }) =>
      body.kind === 'supplement' ? [{ at, note: body.note }] : [],
    ),
    revision: revisionOfCase(one),
  }
}

/** Somebody put before the department when there were no rounds: shown, and answered on paper. */
export function olderShown(of: Pick<Case, 'person' | 'idNumber'>, openedAt: string): View {
  return {
    ...{ ...identifying(of), nominee: null, purpose: null, target: null, openedAt, dueOn: null },
    ...{ lateDays: 0, validDays: null, answer: null, earlier: [], supplements: [], revision: null },
  }
}

/** Of a nominee what its department saw of it. */
export function partIn({ person, file }: Loaded, department: string) {
  return {
    ...{ person, factsHash: file.nominee.factsHash, acts: ownActs(file.acts, department) },
    asked: file.departments.find(({ id }) => id === department)!.case!,
  }
}

/** What a department signed about a nominee, and what it was told by others of its own case. */
export function ownActs(acts: readonly Act[], department: string): Act[] {
  return acts.filter(({ body, department: by }) => {
    if (body.kind === 'answer') return by === department
    const isToDepartment = body.kind === 'supplement' || body.kind === 'ask-again'
    return isToDepartment && body.department === department
  })
}

/**
 * Changes with what the department saw, and with nothing else: the revision of the nominee moves with the answers of
 * others, of which it is told nothing. 48 bits.
 */
export function revisionOfCase({
  person,
  factsHash,
  asked,
  acts,
}: Pick<Case, 'person' | 'factsHash' | 'asked' | 'acts'>): number {
  const seen = [factsHash, person.homeVillage.code, asked.openedAt, ...acts.map(({ id }) => id)]
  const hash = createHash('sha256').update(JSON.stringify(seen)).digest('hex')
  return Number.parseInt(hash.slice(0, 12), 16)
}

function identifying({ person, idNumber }: Pick<Case, 'person' | 'idNumber'>) {
  const { id: talent, name, sex, bornOn, homeVillage: home, homeTownship } = person
  return { talent, name, sex, bornOn, idNumber, home, homeTownship }
}

function purposeOf({ kind }: Round, posts: string[]): Words {
  if (posts.length === 0) return { zh: '后备人才入库联审', en: 'Review of a person for the pool' }
  return kind === 'term-change'
    ? { zh: '村班子换届建议人选联审', en: 'Review of a candidate for a village team' }
    : { zh: '村级后备人选联审', en: 'Review of a reserve for a village team' }
}

function standing({ asked, acts, factsHash }: Case, today: string): View['answer'] {
  const { answer, answeredAt, validUntil } = asked
  if (answer === null) return null
  const given = answersOf(acts).at(-1) ?? {
    ...{ answer, code: null, note: '', signedBy: null, position: null },
    ...{ at: answeredAt, validUntil },
  }
  const isPass = answer === 'pass'
  return {
    ...given,
    isExpired: isPass && (validUntil ?? '') < today,
    isOfOtherFacts: isPass && asked.factsHash !== factsHash,
  }
}

function answersOf(acts: Act[]): View['earlier'] {
  return acts.flatMap(({ body, at, accountName: signedBy, position, validUntil }) =>
    body.kind === 'answer'
      ? [
          {
            ...{ answer: body.answer, code: body.code, note: body.note },
            ...{ at, signedBy, position, validUntil },
          },
        ]
      : [],
  )
}
