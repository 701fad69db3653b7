import { Hono } from 'hono'
import {
  type GroupHeld,
  groupWords,
  type Listed,
  type RankedTalent,
  rank,
  SHORTLIST_GROUPS,
  shortWords,
  youngTo,
} from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import { peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { fewAtOnce } from './few-at-once.ts'
import { ShortlistAnswer } from './shapes/shortlist.ts'
import { type Call, calledOf, callOf, demandsOf, listed, ShortlistQuery } from './shortlisting.ts'
import { valid } from './validate.ts'

export const shortlists = new Hono<Env>().get(
  '/',
  describe(
    'The fittest people for a post of a village, a township or the county, with minimum shares of groups',
    { schema: ShortlistAnswer },
    404,
    422,
    429,
    503,
  ),
  may('shortlist.read'),
  fewAtOnce,
  valid('query', ShortlistQuery),
  async (c) => {
    const asked = c.req.valid('query')
    const call = await callOf(c, asked)
    const demands = demandsOf(asked, call.policy)
    const found = await listed(c, call, demands)
    const { candidates, relaxable, unknown, barred } = call.standing
    const ids = [...found.listed, ...found.exchanges].map(idOf)
    const detail = { post: asked.post, place: call.place.code, size: demands.size }
    await record(c, { action: 'shortlist.read', subjects: ids, detail })
    return c.json({
      ...calledOf(call, demands),
      groupNames: namesOf(youngTo(call.policy)),
      listed: found.listed.map((one) => shownOf(call, one)),
      groups: found.groups.map((held) => toldOf(held, youngTo(call.policy))),
      exchanges: found.exchanges,
      ...{ fit: found.fit, fitAlone: found.fitAlone, isProven: found.isProven },
      standing: {
        ...{ candidates: candidates.length, relaxable: relaxable.length },
        ...{ unknown: unknown.length, barred: barred.length },
      },
      people: peopleOf(call.county, ids),
    })
  },
)

const idOf = (one: { talent: string } | { wentOut: string }) =>
  'talent' in one ? one.talent : one.wentOut

function namesOf(years: number) {
  const names = SHORTLIST_GROUPS.map((group) => [group, groupWords(group, years)])
  return Object.fromEntries(names) as Record<GroupHeld['group'], ReturnType<typeof groupWords>>
}

function toldOf(held: GroupHeld, years: number) {
  return { ...held, name: groupWords(held.group, years), words: shortWords(held, years) }
}

/** With the reasons and what an approval would have to lift, at the village the person is judged for. */
function shownOf({ county, villageFor, post, policy }: Call, one: Listed) {
  const talent = county.talents.get(one.talent)!
  const village = villageFor(talent)!
  const { ranked } = rank({ talents: [talent], village, post, policy })
  const { eligibility, findings, reasons } = ranked[0] as RankedTalent
  const { code, name } = village
  return { ...one, village: { code, name }, eligibility, findings, reasons }
}
