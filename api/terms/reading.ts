import type { Context } from 'hono'
import { findRound, type Round } from '../../db/rounds.ts'
import { listRoundOutcomes } from '../../db/settled-nominees.ts'
import { listSettledTerms } from '../../db/term-teams.ts'
import { recordMiss } from '../auditing.ts'
import type { County } from '../candidacies.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { countyOf } from '../remembered.ts'
import { entriesOfVillages } from '../village-entries/stored.ts'
import { type Renewal, renewalOf } from './renewal.ts'

export type Read = { round: Round; county: County; renewals: Renewal[] }
type Asked = { round: string; township?: string | undefined; villages?: string[] | undefined }

/** What the results of a round would make of the villages that are asked for, of those in the scope. */
export async function renewalsOf(c: Context<Env>, asked: Asked): Promise<Read> {
  const { db, scope, countyCode } = c.var
  const round = await findRound(db, scope, asked.round)
  if (round?.kind !== 'term-change') {
    await recordMiss(c, 'round.missed', asked.round)
    throw new Problem('not-found', NO_ROUND)
  }
  const county = await countyOf(db, { countyCode })
  const scoped = await c.var.county()
  const codes = asked.villages && new Set(asked.villages)
  const villages = [...scoped.villages.values()].filter(
    ({ code, matching }) =>
      (asked.township === undefined || matching.township === asked.township) &&
      (codes?.has(code) ?? true),
  )
  const outcomes = Map.groupBy(
    await listRoundOutcomes(db, scope, round.id),
    ({ villageCode }) => villageCode,
  )
  const own = villages.map(({ code }) => code)
  const entries = Map.groupBy(
    await entriesOfVillages(db, scope, own),
    ({ villageCode }) => villageCode,
  )
  const entered = await listSettledTerms(db, scope, round.id)
  const standing = new Set(entered.flatMap((it) => (it.takenBackAt === null ? it.villageCode : [])))
  const renewals = villages.map((village) =>
    renewalOf({
      ...{ county, village, isEntered: standing.has(village.code) },
      outcomes: outcomes.get(village.code) ?? [],
      entries: entries.get(village.code) ?? [],
    }),
  )
  return { round, county, renewals }
}

const NO_ROUND = {
  zh: '没有这一轮换届。请从列表中选择。',
  en: 'There is no such round of the term change: choose one of the list.',
}
