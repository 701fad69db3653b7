import type { Context } from 'hono'
import type { z } from 'zod'
import {
  type Application,
  countApplications,
  findApplication,
  listWaitingOf,
  pageOfApplications,
} from '../../db/applications.ts'
import { listRounds } from '../../db/rounds.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { record, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { placeNames } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { ApplicationRows, ApplicationsAsked } from '../shapes/applications.ts'
import { opened } from './sealed.ts'

const PAGE = 50

type Asked = z.infer<typeof ApplicationsAsked>
type Rows = z.infer<typeof ApplicationRows>

/** A page of what was handed in, with names: a look at people like any other. */
export async function inboxOf(c: Context<Env>, { state, round, page }: Asked): Promise<Rows> {
  const { db, scope } = c.var
  const chosen = { state, round }
  const rows = await pageOfApplications(db, scope, {
    ...chosen,
    ...{ limit: PAGE, offset: (page - 1) * PAGE },
  })
  const subjects = rows.map(({ id }) => id)
  await record(c, { action: 'applications.read', subjects, detail: { state } })
  return {
    applications: await rowsShown(c, rows),
    total: await countApplications(db, scope, chosen),
    waiting: await countApplications(db, scope, { state: 'waiting' }),
    ...{ page, pageSize: PAGE },
  }
}

/** One of the scope, or a 404; the attempt is written down. */
export async function applicationOf(c: Context<Env>, id: string): Promise<Application> {
  const row = await findApplication(c.var.db, c.var.scope, id)
  if (row) return row
  await recordMiss(c, 'application.missed', id)
  throw new Problem('not-found', {
    zh: '没有这份自荐，或不在您的范围。请返回列表重新选择。',
    en: 'There is no such application, or it is outside your scope. Choose from the list again.',
  })
}

export async function rowsShown(
  c: Context<Env>,
  rows: readonly Application[],
): Promise<Rows['applications']> {
  const { db, countyCode, keyring } = c.var
  const all = { countyCode }
  const rounds = new Map((await listRounds(db, all)).map(({ id, name }) => [id, name]))
  const places = await placeNames(c)
  const place = (code: string) => ({ code, name: places.get(code) ?? code })
  const people = rows.flatMap(({ talentId }) => talentId ?? [])
  const names = await namesOfTalents(db, all, people)
  const same = await sameNumbers(c, rows)
  return rows.map((row) => ({
    ...{ id: row.id, state: row.state, handedInAt: row.createdAt, decidedAt: row.decidedAt },
    ...{ answer: row.answer, nominee: row.nomineeId, sameNumber: same.get(row.id) ?? 0 },
    round: { id: row.roundId, name: rounds.get(row.roundId) ?? '' },
    ...{ township: place(row.townshipCode), village: place(row.villageCode) },
    name: row.talentId
      ? (names.get(row.talentId) ?? null)
      : (opened({ keyring, countyCode }, row)?.name ?? null),
  }))
}

/** How many others of the same number wait, in whatever township: the same number twice is for a clerk to see. */
async function sameNumbers(c: Context<Env>, rows: readonly Application[]) {
  const { db, countyCode } = c.var
  const counts = new Map<string, number>()
  for (const [roundId, own] of Map.groupBy(rows, (row) => row.roundId)) {
    const digests = [...new Set(own.map(({ digest }) => digest))]
    const waiting = await listWaitingOf(db, { countyCode }, { roundId, digests })
    const byDigest = Map.groupBy(waiting, ({ digest }) => digest)
    for (const { id, digest } of own)
      counts.set(id, (byDigest.get(digest) ?? []).filter((other) => other.id !== id).length)
  }
  return counts
}
