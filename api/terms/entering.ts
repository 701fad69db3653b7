import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { holdCounty } from '../../db/import-people.ts'
import type { Database } from '../../db/schema.ts'
import { insertSettledTerms, insertTerms, type NewIncumbent } from '../../db/term-teams.ts'
import { listTerms } from '../../db/terms.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import { type Moved, moveStatuses } from './offices.ts'
import type { Read } from './reading.ts'
import { type Renewal, teamAfter } from './renewal.ts'

/** Results become terms of office: all of the villages that are given or none. */
export async function enterTerms(c: Context<Env>, { round, county, renewals }: Read) {
  const at = c.var.clock().toISOString()
  const ready = renewals.filter(({ obstacle }) => obstacle === null)
  if (ready.length === 0) throw new Problem('conflict', NOTHING)
  await changing(c, async (transaction, tell) => {
    await requireAsRead(c, transaction, ready)
    const terms = ready.map((it) => ({ renewal: it, id: newId() }))
    await insertTerms(transaction, c.var.scope, rowsOf(terms))
    await insertSettledTerms(
      ...([transaction, c.var.scope] as const),
      terms.map(({ renewal, id }) => ({
        ...{ id: newId(), villageCode: renewal.village.code, roundId: round.id, termId: id },
        ...{ enteredAt: at, enteredBy: c.var.session.account.id },
      })),
    )
    await followOffices(c, transaction, { county, ready, at })
    const people = ready.flatMap((it) => [...teamAfter(it), ...it.leaves])
    tell({
      action: 'terms.entered',
      subjects: [round.id, ...new Set(people.map(({ talent }) => talent))],
      detail: { round: round.id, villages: ready.map(({ village }) => village.code) },
    })
  })
  forgetCounty(c.var.db)
  return ready
}

/** One after the other: whoever enters the same at the same moment meets what is there. */
async function requireAsRead(
  c: Context<Env>,
  transaction: Transaction<Database>,
  ready: readonly Renewal[],
): Promise<void> {
  await holdCounty(transaction, { countyCode: c.var.countyCode })
  const latest = new Map(
    (await listTerms(transaction, c.var.scope))
      .toReversed()
      .map(({ villageCode, startedOn }) => [villageCode, startedOn]),
  )
  const isAsRead = ({ village }: Renewal) => latest.get(village.code) === village.term?.startedOn
  if (!ready.every(isAsRead)) throw new Problem('conflict', MEANWHILE)
}

function rowsOf(terms: readonly { renewal: Renewal; id: string }[]) {
  return {
    terms: terms.map(({ renewal: { village, startedOn, endsOn, turnout, rounds }, id }) => ({
      ...{ id, villageCode: village.code, startedOn: startedOn!, endsOn: endsOn ?? startedOn! },
      ...{ turnout, rounds },
    })),
    incumbents: terms.flatMap(({ renewal, id }) =>
      teamAfter(renewal).flatMap(({ talent, posts, tookOfficeOn }) =>
        posts.map((post) => ({
          ...{ termId: id, post: post as NewIncumbent['post'], talentId: talent },
          ...{ villageCode: renewal.village.code, tookOfficeOn },
        })),
      ),
    ),
  }
}

/** Whoever comes into office is appointed; whoever is in no office any more is in the pool again. */
async function followOffices(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { county, ready, at }: { county: Read['county']; ready: readonly Renewal[]; at: string },
): Promise<void> {
  const renewed = new Set(ready.map(({ village }) => village.code))
  const elsewhere = [...county.villages.values()].filter(({ code }) => !renewed.has(code))
  const inOffice = new Set([
    ...elsewhere.flatMap(({ incumbents }) => incumbents.map(({ talent }) => talent)),
    ...ready.flatMap((it) => teamAfter(it).map(({ talent }) => talent)),
  ])
  const moved = [...new Set(ready.flatMap((it) => [...teamAfter(it), ...it.leaves]))].flatMap(
    ({ talent }): Moved[] => {
      const status = county.talents.get(talent)?.status
      if (status === undefined || status === 'left') return []
      if (inOffice.has(talent)) return [{ talent, status, to: 'appointed', reason: COMES }]
      return [{ talent, status, to: status === 'appointed' ? 'in-pool' : status, reason: LEAVES }]
    },
  )
  const once = [...new Map(moved.map((it) => [it.talent, it])).values()]
  await moveStatuses(c, transaction, once, { at })
}

const COMES = '换届后任职'
const LEAVES = '换届离任，仍在库中'
const MEANWHILE = {
  zh: '其中有村（社区）刚刚登记了新的一届。请刷新后再看。',
  en: 'A new term of one of these villages has just been recorded: load the page again.',
}
const NOTHING = {
  zh: '所选村（社区）还没有可以转为新一届的结果：要么还有人选在办理中，要么没有结果，要么已经转过。请看各村说明。',
  en: 'None of these villages has results that can become a term: somebody is still on the way, nobody came to a result, or it was done. See what is said of each.',
}
