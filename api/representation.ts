import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import {
  FEW,
  FEW_EXPECTED,
  FOUR_FIFTHS,
  type PartCount,
  type Post,
  representation as reportOf,
  type Words,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record, recordMiss } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { fewAtOnce } from './few-at-once.ts'
import { findPlanRecord } from './plan-records.ts'
import { Problem } from './problem.ts'
import { RepresentationAnswer } from './shapes/shortlist.ts'
import { type Call, calledOf, callOf, demandsOf, listed, ShortlistQuery } from './shortlisting.ts'
import { valid } from './validate.ts'

const Query = ShortlistQuery.extend({ plan: z.string().max(64).optional() })

export const representation = new Hono<Env>().get(
  '/',
  describe(
    'Who is in the pool, in reach, eligible, on the shortlist and in a plan, group by group',
    { schema: RepresentationAnswer },
    404,
    422,
    429,
    503,
  ),
  may('representation.read'),
  fewAtOnce,
  valid('query', Query),
  async (c) => {
    const asked = c.req.valid('query')
    const call = await callOf(c, asked)
    const plan = asked.plan === undefined ? null : await seatedIn(c, asked.plan, call)
    const demands = demandsOf(asked, call.policy)
    const { listed: shortlisted } = await listed(c, call, demands)
    const { talents, policy, standing, county } = call
    const eligible = new Set(standing.candidates.map(({ talent }) => talent))
    const stages = {
      pool: new Set(talents.map(({ id }) => id)),
      reachable: new Set(talents.map(({ id }) => id)).difference(new Set(standing.away)),
      eligible,
      shortlisted: new Set(shortlisted.map(({ talent }) => talent)),
      ...(plan && { planned: plan.seated.intersection(eligible) }),
    }
    const { stages: counted, parts } = reportOf({ talents, policy, stages })
    const detail = { post: asked.post, place: call.place.code, plan: asked.plan ?? null }
    await record(c, { action: 'representation.read', detail })
    return c.json({
      ...calledOf(call, demands),
      plan: plan && {
        ...{ id: plan.id, createdAt: plan.createdAt, seated: plan.seated.size },
        elsewhere: plan.seated.difference(eligible).size,
      },
      thresholds: {
        few: FEW,
        fewExpected: FEW_EXPECTED,
        fourFifths: FOUR_FIFTHS[0] / FOUR_FIFTHS[1],
      },
      stages: counted,
      parts: parts.map((part) => named(part, county)),
    })
  },
)

/** Who holds the post in the plan, in the villages of the call. */
async function seatedIn(c: Context<Env>, id: string, call: Call) {
  const plan = await findPlanRecord(c.var, id)
  if (plan?.result?.status !== 'solved') {
    await recordMiss(c, 'plan.missed', id)
    throw noPlan(id)
  }
  const { slates } = plan.result.plan
  const here = slates.filter(({ village }) => isWithin(village, call))
  return { id, createdAt: plan.createdAt, seated: holders(here, call.post) }
}

function isWithin(village: string, { place }: Call): boolean {
  if (place.kind === 'county') return true
  return place.kind === 'village' ? village === place.code : village.startsWith(place.code)
}

function holders(slates: { seats: { post: Post; talent: string }[] }[], post: Post): Set<string> {
  const seats = slates.flatMap((slate) => slate.seats.filter((seat) => seat.post === post))
  return new Set(seats.map(({ talent }) => talent))
}

/** Townships by name; the other groups have their words in the interface. */
function named({ groups, ...part }: PartCount, { townships }: County) {
  const nameOf = (group: string | null): Words | null => {
    const name = part.part === 'township' && group ? townships.get(group)?.name : undefined
    return name === undefined ? null : { zh: name, en: name }
  }
  return { ...part, groups: groups.map((one) => ({ ...one, name: nameOf(one.group) })) }
}

function noPlan(id: string): Problem {
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的换届方案，或它没有测算结果。请另选一稿，或不选方案。`,
    en: `There is no plan ${id}, or it has no result: choose another, or none.`,
  })
}
