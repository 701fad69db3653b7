import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { listCalendarDays } from '../../db/calendar-days.ts'
import type { Db } from '../../db/connect.ts'
import { listEntries } from '../../db/dictionaries.ts'
import { listNominationsOf, type Nomination } from '../../db/nominations.ts'
import { findNominee, listNomineesOf, type Nominee as Row } from '../../db/nominees.ts'
import { listReviewActs, type StoredAct } from '../../db/review-acts.ts'
import { listReviewCasesOf } from '../../db/review-cases.ts'
import { findRound, listOpenRoundIds, type Round } from '../../db/rounds.ts'
import type { Scope } from '../../db/scope.ts'
import { findTalent } from '../../db/talents.ts'
import type { Post, Procedure } from '../../matching/index.ts'
import { recordMiss } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import type { Person } from '../people.ts'
import { maskedOf } from '../private-values.ts'
import { Problem } from '../problem.ts'
import { countyOf } from '../remembered.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import { workdaysAfter } from '../workflow/calendar.ts'
import type { Act, Asked, File } from '../workflow/file.ts'
import { gateOf } from './gate.ts'
import { areSealed } from './seals.ts'

/** The procedure that a round keeps, with the departments that it asks. */
export type RoundProcedure = Procedure & { departments: string[] }

export type Loaded = {
  row: Row
  round: Round
  nominations: Nomination[]
  /** As the whole county sees the person: where they are proposed may lie in another township than the home. */
  person: Person
  /** Of the record that the rules were asked about. */
  personRevision: number
  county: County
  file: File
  /** All acts are as they were signed. */
  isSealed: boolean
}

/** A nominee of the scope with all that decides about them, or a 404; the attempt is written down. */
export async function loadNominee(
  c: Context<Env>,
  id: string,
  scope: Scope = c.var.scope,
): Promise<Loaded> {
  const { db, countyCode } = c.var
  const row = await findNominee(db, scope, id)
  const talent = row && (await findTalent(db, { countyCode }, row.talentId))
  const county = await countyOf(db, { countyCode })
  const person = row && county.people.get(row.talentId)
  if (row && talent && person)
    return loaded(c, row, { person, personRevision: talent.revision, county })
  await recordMiss(c, 'nominee.missed', id)
  throw noNominee(id)
}

type Known = Pick<Loaded, 'person' | 'personRevision' | 'county'>

async function loaded(c: Context<Env>, row: Row, known: Known): Promise<Loaded> {
  const { db, countyCode } = c.var
  const { county } = known
  const all = { countyCode }
  const round = (await findRound(db, all, row.roundId))!
  const nominations = await listNominationsOf(db, all, row.id)
  const stored = await listReviewActs(db, all, row.id)
  const acts = stored.map(actOf)
  const factsHash = await factsHashOf(c, county, row)
  const elsewhere = await elsewhereOf(db, countyCode, county, { row, nominations, acts })
  const file = fileOf({
    ...{ row, round, acts, factsHash, county },
    ...{ today: c.var.today(), overrides: await overridesOf(db, countyCode) },
    departments: await departmentsOf(db, countyCode, { round, row, acts, county }),
    elsewhere,
  })
  return { ...known, row, round, nominations, file, isSealed: areSealed(stored) }
}

type Parts = {
  row: Row
  round: Round
  acts: Act[]
  departments: Asked[]
  factsHash: string
  county: County
  today: string
  overrides: Map<string, boolean>
  elsewhere: { inRound: string[]; inOther: string[] }
}

/** The file of a nominee as the workflow reads it. */
export function fileOf(parts: Parts): File {
  const { row, round, acts, departments, factsHash, county, today, overrides, elsewhere } = parts
  const talent = county.talents.get(row.talentId)!
  const village = county.villages.get(row.villageCode ?? talent.homeVillage)!.matching
  const { termStartsOn: startsOn, termEndsOn: endsOn } = round
  return {
    today,
    workdaysAfter: (day, count) => workdaysAfter(day, count, overrides),
    procedure: round.procedure as RoundProcedure,
    ...{ kind: round.kind, opensOn: round.opensOn },
    term: startsOn && endsOn ? { startsOn, endsOn } : null,
    isClosed: round.state === 'closed',
    nominee: {
      ...{ village: row.villageCode, townshipCode: row.townshipCode, posts: row.posts },
      ...{ stage: row.stage, stageSince: row.stageSince, state: row.state, outcome: row.outcome },
      isIncumbent: talent.incumbency !== null && talent.incumbency.village === row.villageCode,
      isCommunity: village.kind === 'community',
      factsHash,
    },
    ...{ acts, departments },
    gate: gateOf({
      ...{ talent, village, elsewhere, policy: county.policy },
      posts: row.posts as Post[],
    }),
  }
}

export function actOf(stored: StoredAct): Act {
  const { departmentId: department, accountId: account } = stored
  return { ...stored, department, account, body: stored.body as ReviewAct }
}

export async function overridesOf(db: Db, countyCode: string): Promise<Map<string, boolean>> {
  const days = await listCalendarDays(db, { countyCode })
  return new Map(days.map(({ day, isWorking }) => [day, isWorking === 1]))
}

/**
 * What a department is shown: what identifies a person, the number masked, and where they are proposed. When it
 * changes, an answer is one about other facts.
 */
export async function factsHashOf(
  { var: { db: outside, keyring, countyCode } }: Context<Env>,
  county: County,
  { talentId, villageCode, posts }: Pick<Row, 'talentId' | 'villageCode' | 'posts'>,
  db: Db = outside,
): Promise<string> {
  const { idNumber } = await maskedOf(db, keyring, { countyCode }, talentId)
  return factsHash({ ...county.people.get(talentId)!, idNumber }, { villageCode, posts })
}

type Identified = Pick<Person, 'name' | 'sex' | 'bornOn'> & { idNumber: string | null }

export function factsHash(
  { name, sex, bornOn, idNumber }: Identified,
  { villageCode, posts }: Pick<Row, 'villageCode' | 'posts'>,
): string {
  const facts = [name, sex, bornOn, idNumber, villageCode, posts.toSorted()]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

type About = { round: Round; row: Row; acts: Act[]; county: County }

/** The departments of the round in their order, each with its case of this nominee. */
async function departmentsOf(
  db: Db,
  countyCode: string,
  { round, row, acts, county }: About,
): Promise<Asked[]> {
  const entries = await listEntries(db, { countyCode }, 'departments')
  const words = new Map(entries.map(({ id, zh, en }) => [id, { zh, en }]))
  const inUse = new Set(entries.filter(({ isRetired }) => isRetired === 0).map(({ id }) => id))
  const named = county.policy.review.departments
  const cases = await listReviewCasesOf(db, { countyCode }, row.talentId)
  return (round.procedure as RoundProcedure).departments.map((id) => {
    const own = cases.find(
      ({ departmentId, nomineeId }) => departmentId === id && nomineeId === row.id,
    )
    const last = acts.findLast(
      ({ body, department }) => body.kind === 'answer' && department === id,
    )
    const code = last?.body.kind === 'answer' ? last.body.code : null
    return {
      ...{ id, words: words.get(id) ?? { zh: id, en: id } },
      isDropped: !inUse.has(id) || (named.length > 0 && !named.includes(id)),
      case: own
        ? {
            ...{ openedAt: own.openedAt, dueOn: own.dueOn, factsHash: own.factsHash },
            ...{ answer: own.answer, answeredAt: own.answeredAt, validUntil: own.validUntil },
            code: own.answer === 'objection' ? code : null,
          }
        : null,
    }
  })
}

type Of = { row: Row; nominations: Nomination[]; acts: Act[] }

/** Villages between which nobody has chosen, and of other open rounds of a term change. */
async function elsewhereOf(
  db: Db,
  countyCode: string,
  county: County,
  { row, nominations, acts }: Of,
) {
  const name = (code: string) => county.villages.get(code)?.name ?? code
  const isChosen = acts.some(({ body }) => body.kind === 'target')
  const own = nominations.filter(({ withdrawnAt }) => withdrawnAt === null)
  const inRound = isChosen ? [] : [...new Set(own.flatMap(({ villageCode }) => villageCode ?? []))]
  const open = new Set(await listOpenRoundIds(db, { countyCode }, 'term-change'))
  const others = await listNomineesOf(db, { countyCode }, row.talentId)
  const inOther = others.flatMap(({ id, roundId, state, villageCode }) =>
    id !== row.id && open.has(roundId) && state === 'open' && villageCode !== null
      ? villageCode === row.villageCode
        ? []
        : [villageCode]
      : [],
  )
  return { inRound: inRound.map(name), inOther: [...new Set(inOther)].map(name) }
}

export function noNominee(id: string): Problem {
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的人选，可能已退出或不在您的范围。请返回列表重新选择。`,
    en: `No nominee has the id ${id}, or it is outside your scope. Choose from the list again.`,
  })
}
