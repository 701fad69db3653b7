import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Nomination } from '../db/nominations.ts'
import type { Nominee } from '../db/nominees.ts'
import { findRound, listRounds, type Round } from '../db/rounds.ts'
import { listNomineesAt, listStandingNominations } from '../db/seat-nominees.ts'
import {
  type Day,
  eligibilityOf,
  endOfLastQuarter,
  POSTS,
  type Post,
  rankOne,
  weightsOf,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { type County, peopleOf, type VillageOfCounty } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changeOf } from './growth-since.ts'
import type { RoundProcedure } from './nominees/loading.ts'
import { Problem } from './problem.ts'
import { countyOf } from './remembered.ts'
import { SeatCandidates } from './shapes/nominations.ts'
import { Code, valid } from './validate.ts'
import { noVillage } from './villages.ts'

type Answer = z.infer<typeof SeatCandidates>
type Candidate = Answer['posts'][number]['candidates'][number]

/** Who is nominated for each seat of a village, side by side. */
export const seatCandidates = new Hono<Env>().get(
  '/:village/candidates',
  describe(
    'The nominees of a village by post, with fit, eligibility and what is said for them',
    { schema: SeatCandidates },
    404,
  ),
  may('ranking.read'),
  valid('param', z.object({ village: Code })),
  valid('query', z.object({ round: z.string().max(64).optional() })),
  async (c) => {
    const village = await villageIn(c, c.req.valid('param').village)
    const round = await roundOf(c, c.req.valid('query').round)
    const asked = { roundId: round?.id ?? '', villageCode: village.code }
    const nominees = await listNomineesAt(c.var.db, c.var.scope, asked)
    const ids = nominees.map(({ id }) => id)
    const nominations = await listStandingNominations(c.var.db, c.var.scope, ids)
    const subjects = nominees.map(({ talentId }) => talentId)
    const detail = { village: village.code, round: round?.id ?? null }
    await record(c, { action: 'candidates.read', subjects, detail })
    // Who is proposed here may live elsewhere: whoever sees the nominee sees these facts.
    const county = await countyOf(c.var.db, { countyCode: c.var.countyCode })
    const since = endOfLastQuarter(c.var.today())
    const of = { county, village, round, nominees, nominations, since }
    return c.json({ ...shown(of), people: peopleOf(county, subjects) } satisfies Answer)
  },
)

async function villageIn(c: Context<Env>, code: string): Promise<VillageOfCounty> {
  const village = (await c.var.county()).villages.get(code)
  if (village) return village
  await record(c, { action: 'village.missed', outcome: 'denied', detail: { village: code } })
  throw noVillage(code)
}

/** The round that is asked for; else the latest open one, else the latest. */
async function roundOf(c: Context<Env>, id: string | undefined): Promise<Round | null> {
  const { db, countyCode } = c.var
  if (id === undefined) {
    const rounds = await listRounds(db, { countyCode })
    return rounds.find(({ state }) => state === 'open') ?? rounds[0] ?? null
  }
  const round = await findRound(db, { countyCode }, id)
  if (round) return round
  throw new Problem('not-found', NO_ROUND)
}

type Of = {
  county: County
  village: VillageOfCounty
  round: Round | null
  nominees: Nominee[]
  nominations: Nomination[]
  since: Day
}

function shown({ nominees, ...of }: Of): Omit<Answer, 'people'> {
  const { village, round, since } = of
  const { code, name } = village
  const seatsOf = new Map(village.posts.map(({ post, seats }) => [post, seats]))
  return {
    ...{ since, village: { code, name } },
    round: round && { id: round.id, name: round.name, state: round.state },
    posts: POSTS.map((post) => {
      const own = nominees.filter(({ posts }) => posts.includes(post))
      const candidates = own.map((nominee) => candidateOf({ ...of, nominee, post }))
      return { post, seats: seatsOf.get(post) ?? 0, candidates: placed(candidates) }
    }).filter(({ seats, candidates }) => seats > 0 || candidates.length > 0),
  }
}

type One = Omit<Of, 'nominees'> & { nominee: Nominee; post: Post }

function candidateOf({ since, nominee, post, nominations, ...of }: One): Candidate {
  const { county, village, round } = of
  const talent = county.talents.get(nominee.talentId)!
  const { policy } = county
  const ranked = rankOne(talent, { village: village.matching, post, policy })
  const { weights } = weightsOf(policy.weights[post])
  const { fit, low, high, findings, reasons } = ranked
  const { stages = [] } = (round?.procedure ?? {}) as Partial<RoundProcedure>
  return {
    ...{ fit, low, high, findings, reasons, place: null, eligibility: eligibilityOf(findings) },
    since: changeOf(talent, { weights, policy, since }),
    ...{ nominee: nominee.id, talent: talent.id, posts: nominee.posts as Post[] },
    stage: stages.find(({ id }) => id === nominee.stage)?.words ?? null,
    ...{ state: nominee.state, outcome: nominee.outcome },
    nominations: nominations
      .filter(({ nomineeId }) => nomineeId === nominee.id)
      .map(({ channel, nominator, relation, jointNames, reason, isOnPaper, isLate }) => ({
        ...{ channel, nominator, relation, jointNames, reason },
        ...{ isOnPaper: isOnPaper === 1, isLate: isLate === 1 },
      })),
  }
}

/** Those still open and not barred by fit, each with its place; the others behind them. */
function placed(candidates: Candidate[]): Candidate[] {
  const stands = ({ state, eligibility }: Candidate) => state === 'open' && eligibility !== 'barred'
  const sorted = candidates.toSorted(
    (a, b) => Number(stands(b)) - Number(stands(a)) || b.fit - a.fit,
  )
  return sorted.map((one, at) => ({ ...one, place: stands(one) ? at + 1 : null }))
}

const NO_ROUND = {
  zh: '没有这个提名轮次，请从列表中选。',
  en: 'No such round: choose one of the list.',
}
