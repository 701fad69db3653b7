import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { listRounds } from '../../db/rounds.ts'
import { listDueDays } from '../../db/to-do.ts'
import { listDueCases } from '../../db/to-do-groups.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { OWN_GROUPS } from '../shapes/to-do.ts'
import { groupsOf } from './groups.ts'
import { icsOf } from './icalendar.ts'

type Due = { dueOn: string; place: string; count: number }

/** One entry for each day on which something of the account is due: counts and places, nobody's name. */
export async function calendarOf(c: Context<Env>, language: keyof Words): Promise<string> {
  const { countyCode, session, clock } = c.var
  const days = Map.groupBy(await dueOf(c), ({ dueOn }) => dueOn)
  const events = [...days].map(([day, due]) => ({
    uid: uidOf(countyCode, session.account.id, day),
    day,
    ...saidOf(due)[language],
  }))
  return icsOf({ events, stamp: clock(), name: NAME[language] })
}

async function dueOf(c: Context<Env>): Promise<Due[]> {
  const { db, scope, countyCode, session } = c.var
  const names = await placeNames(c)
  const nameOf = (code: string) => names.get(code) ?? code
  if (session.account.role === 'reviewer')
    return (await listDueCases(db, scope)).map(({ dueOn, townshipCode, count }) => ({
      ...{ dueOn, count, place: nameOf(townshipCode) },
    }))
  const rounds = await listRounds(db, { countyCode })
  const groups = groupsOf({ account: session.account, rounds, today: c.var.today() })
  const any = OWN_GROUPS.flatMap((kind) => groups[kind] ?? [])
  const rows = await listDueDays(db, scope, any)
  const isCounty = session.account.role === 'county'
  return rows.map(({ dueOn, townshipCode, villageCode, count }) => ({
    ...{ dueOn, count, place: nameOf((isCounty ? null : villageCode) ?? townshipCode) },
  }))
}

function saidOf(due: Due[]): { zh: Said; en: Said } {
  const byPlace = [...Map.groupBy(due, ({ place }) => place)].map(([place, of]) => ({
    ...{ place, count: sum(of) },
  }))
  const count = sum(due)
  return {
    zh: {
      summary: `提名与联审到期 ${count} 件`,
      description: byPlace.map((one) => `${one.place} ${one.count} 件`).join('；'),
    },
    en: {
      summary: `Nomination and review: ${count} due`,
      description: byPlace.map((one) => `${one.place}: ${one.count}`).join('; '),
    },
  }
}
type Said = { summary: string; description: string }

const sum = (of: Due[]) => of.reduce((total, { count }) => total + count, 0)

/** The same day of the same account replaces the entry of an earlier file. */
function uidOf(countyCode: string, account: string, day: string): string {
  const key = createHash('sha256').update(`${countyCode} ${account}`).digest('hex').slice(0, 24)
  return `${day}-${key}@yanzhen`
}

const NAME = { zh: '雁阵 · 待办', en: 'Yanzhen: to do' }
