import type { Context } from 'hono'
import { findPlan } from '../../db/plans.ts'
import { findRound } from '../../db/rounds.ts'
import { listRoundOutcomes, type RoundOutcome } from '../../db/settled-nominees.ts'
import { listTermTeams } from '../../db/term-teams.ts'
import type { Day, Words } from '../../matching/index.ts'
import { recordMiss } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { solvedOf } from '../plan-requests.ts'
import { Problem } from '../problem.ts'
import { isWholeTeam } from '../terms/whole.ts'
import { type Holder, inOffice, type Teams, teamsOf } from './teams.ts'

/** Why a village has nothing to compare: not in the plan, no result yet, or one that is not whole. */
export type Lack = 'not-planned' | 'none' | 'open' | 'partial' | 'before'
export type Compared = {
  kind: 'current' | 'plan' | 'settled' | 'slate'
  id: string | null
  words: Words
  /** Last term on the day it took office. */
  before: Teams
  /** The same people on the reference day; null where that is what is compared. */
  now: Teams | null
  after: Teams
  lackOf: (village: string) => Lack
}

/** The teams that are asked for, beside those of last term. The county is whole: who sits here may live elsewhere. */
export async function comparedOf(c: Context<Env>, county: County, of: string): Promise<Compared> {
  const [kind, id = ''] = of.split(':')
  if (kind === 'plan') return ofPlan(c, county, id)
  if (kind === 'settled') return ofRound(c, county, id)
  return {
    kind: 'current',
    id: null,
    words: WORDS.current,
    ...lastTermIn(county),
    ...IN_OFFICE(county),
  }
}

/** Teams of seats that nobody keeps. */
export function ofSeats(
  county: County,
  seats: readonly { village: string; post: string; talent: string }[],
): Compared {
  const after = teamsOf(county, holdersOf(county, seats))
  const sides = { ...lastTermIn(county), now: nowIn(county), after }
  return { kind: 'slate', id: null, words: WORDS.slate, ...sides, lackOf: () => 'not-planned' }
}

const IN_OFFICE = (county: County) => ({
  now: null,
  after: nowIn(county),
  lackOf: () => 'before' as const,
})

async function ofPlan(c: Context<Env>, county: County, id: string): Promise<Compared> {
  const plan = solvedOf((await findPlan(c.var.db, c.var.scope, id))?.result ?? null)
  if (!plan) throw await missed(c, 'plan.missed', id, NO_PLAN)
  const seats = plan.slates.flatMap(({ village, seats }) =>
    seats.map(({ post, talent }) => ({ village, post, talent })),
  )
  return { ...ofSeats(county, seats), kind: 'plan', id, words: WORDS.plan }
}

async function ofRound(c: Context<Env>, county: County, id: string): Promise<Compared> {
  const { db, scope, countyCode } = c.var
  const round = await findRound(db, scope, id)
  if (round?.kind !== 'term-change') throw await missed(c, 'round.missed', id, NO_ROUND)
  const outcomes = await listRoundOutcomes(db, { countyCode }, id)
  const { settled, open, partial } = resultsIn(county, outcomes)
  const began = new Map(
    [...settled].map(([code, held]) => [
      code,
      held.map(({ termStartsOn }) => termStartsOn!).sort()[0]!,
    ]),
  )
  const sitting = await beforeTerms(c, county, began)
  return {
    ...{ kind: 'settled', id, words: { zh: `${round.name}结果`, en: `results of ${round.name}` } },
    before: teamsOf(county, sitting),
    now: teamsOf(county, onDay(sitting, county.policy.referenceOn)),
    after: teamsOf(county, new Map([...settled].map(([code, held]) => [code, held.map(holderOf)]))),
    lackOf: (code) => (open.has(code) ? 'open' : partial.has(code) ? 'partial' : 'none'),
  }
}

/**
 * Who was elected or appointed in which village. A village counts once nobody is on the way to a seat of it any more: half
 * a team is nothing to compare with a whole one.
 */
function resultsIn(county: County, outcomes: readonly RoundOutcome[]) {
  const open = new Set(outcomes.flatMap((it) => (it.state === 'open' ? it.villageCode : [])))
  const held = outcomes.filter(
    ({ outcome, termStartsOn, villageCode }) =>
      (outcome === 'elected' || outcome === 'appointed') &&
      termStartsOn !== null &&
      !open.has(villageCode),
  )
  const settled = Map.groupBy(held, ({ villageCode }) => villageCode)
  const partial = new Set<string>()
  for (const [code, own] of settled) {
    const village = county.villages.get(code)
    const posts = own.map((it) => it.posts)
    if (village && isWholeTeam(village, posts, county.policy)) continue
    settled.delete(code)
    partial.add(code)
  }
  return { settled, open, partial }
}

/** In office before a day of each village: now, or in the term before where the results have become a term already. */
async function beforeTerms(
  c: Context<Env>,
  county: County,
  began: ReadonlyMap<string, Day>,
): Promise<Map<string, Holder[]>> {
  const now = inOffice(county, ({ tookOfficeOn }) => tookOfficeOn)
  const isOver = (code: string) =>
    (county.villages.get(code)?.term?.startedOn ?? '') >= began.get(code)!
  const over = [...began.keys()].filter(isOver)
  if (over.length === 0) return now
  const terms = await listTermTeams(c.var.db, { countyCode: c.var.countyCode }, over)
  for (const code of over) {
    const earlier = terms.filter((it) => it.villageCode === code && it.startedOn < began.get(code)!)
    const last = earlier.filter(({ startedOn }) => startedOn === earlier[0]?.startedOn)
    const byTalent = Map.groupBy(last, ({ talentId }) => talentId)
    now.set(
      code,
      [...byTalent].map(([talent, rows]) => ({
        ...{ talent, posts: rows.map(({ post }) => post), on: rows[0]!.tookOfficeOn },
      })),
    )
  }
  return now
}

function holdersOf(
  { policy: { referenceOn } }: County,
  seats: readonly { village: string; post: string; talent: string }[],
): Map<string, Holder[]> {
  const byVillage = Map.groupBy(seats, ({ village }) => village)
  return new Map(
    [...byVillage].map(([code, own]) => [
      code,
      [...Map.groupBy(own, ({ talent }) => talent)].map(([talent, held]) => ({
        ...{ talent, posts: held.map(({ post }) => post), on: referenceOn },
      })),
    ]),
  )
}

function holderOf({ talentId, posts, termStartsOn }: RoundOutcome): Holder {
  return { talent: talentId, posts, on: termStartsOn! }
}

const lastTermIn = (county: County) => ({
  before: teamsOf(
    county,
    inOffice(county, ({ tookOfficeOn }) => tookOfficeOn),
  ),
})
const nowIn = (county: County) =>
  teamsOf(
    county,
    inOffice(county, () => county.policy.referenceOn),
  )

function onDay(holders: ReadonlyMap<string, readonly Holder[]>, on: Day): Map<string, Holder[]> {
  return new Map([...holders].map(([code, held]) => [code, held.map((one) => ({ ...one, on }))]))
}

async function missed(c: Context<Env>, action: string, id: string, words: Words): Promise<Problem> {
  await recordMiss(c, action, id)
  return new Problem('not-found', words)
}

const WORDS = {
  current: { zh: '现任班子', en: 'teams in office' },
  plan: { zh: '换届方案', en: 'plan' },
  slate: { zh: '班子配备方案', en: 'slate' },
} satisfies Record<string, Words>
const NO_PLAN = {
  zh: '没有这个换届方案，或它没有算出结果。请从列表中选择已完成的方案。',
  en: 'There is no such plan, or it came to no result: choose a finished one of the list.',
}
const NO_ROUND = {
  zh: '没有这一轮换届。请从列表中选择。',
  en: 'There is no such round of the term change: choose one of the list.',
}
