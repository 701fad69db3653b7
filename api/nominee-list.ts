import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import {
  countNominees,
  type ListedNominee,
  type NomineeFilter,
  pageOfNominees,
} from '../db/nominee-lists.ts'
import { listSignatures } from '../db/reminders.ts'
import { listRounds, type Round } from '../db/rounds.ts'
import type { Post } from '../matching/index.ts'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { daysAfter } from './days.ts'
import { describe } from './describe.ts'
import { actorOf } from './nominees/actor.ts'
import type { RoundProcedure } from './nominees/loading.ts'
import { lateDays, waitsForShown } from './nominees/shown.ts'
import { placeNames } from './people-by-id.ts'
import { NomineeList, NomineesAsked } from './shapes/nominee-list.ts'
import { valid } from './validate.ts'
import { signersFor } from './workflow/path.ts'

const PAGE = 50
/** Days before an answer of a department ends in which the queue warns of it. */
const SOON = 14

/** The queue: who stands where in the rounds, as far as the account sees. */
export const nomineeList = new Hono<Env>().get(
  '/',
  describe('A page of the queue with the counts of its tabs', { schema: NomineeList }, 422),
  may('nominees.read'),
  valid('query', NomineesAsked),
  async (c) => {
    const { db, scope } = c.var
    const { tab, page, ...asked } = c.req.valid('query')
    const filter = filterOf(c, asked)
    const counts = await countNominees(db, scope, filter)
    const slice = { tab, offset: (page - 1) * PAGE, limit: PAGE }
    const rows = await pageOfNominees(db, scope, filter, slice)
    const nominees = await rowsShown(c, rows)
    const subjects = rows.flatMap(({ id, talentId }) => [talentId, id])
    await record(c, { action: 'nominees.listed', subjects, detail: { filter: asked.stage ?? tab } })
    return c.json({ nominees, total: counts[tab], page, pageSize: PAGE, counts })
  },
)

type Asked = Omit<z.infer<typeof NomineesAsked>, 'tab' | 'page'>

function filterOf(c: Context<Env>, asked: Asked): NomineeFilter {
  const { round: roundId, township: townshipCode, village: villageCode, stage, post, q } = asked
  const { role } = c.var.session.account
  const today = c.var.today()
  const soon = daysAfter(today, SOON)
  return {
    ...{ roundId, townshipCode, villageCode, stage, post, q: q || undefined, today, soon },
    level: role === 'county' || role === 'township' ? role : 'village',
  }
}

type Shown = z.infer<typeof NomineeList>['nominees'][number]

const NOT_TOLD = { asked: 0, passed: 0, objections: 0, validUntil: null }

async function rowsShown(c: Context<Env>, rows: ListedNominee[]): Promise<Shown[]> {
  const { db, scope, countyCode, session } = c.var
  const all = await listRounds(db, { countyCode })
  const rounds = new Map(all.map((round) => [round.id, round]))
  const names = await placeNames(c)
  const ids = rows.map(({ id }) => id)
  const signed = Map.groupBy(
    ids.length > 0 ? await listSignatures(db, scope, ids) : [],
    ({ nomineeId }) => nomineeId,
  )
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  return rows.map((row) => {
    const { id, revision, roundId, talentId, name, villageCode, townshipCode, posts } = row
    const { state, outcome, stage, stageSince, dueOn, waitsFor, createdAt } = row
    const { asked, passed, objections, validUntil } = row
    const round = rounds.get(roundId)!
    return {
      ...{ id, revision, round: roundId, talent: { id: talentId, name }, state, outcome },
      target: {
        village: villageCode === null ? null : place(villageCode),
        ...{ township: place(townshipCode), posts: posts as Post[] },
      },
      ...{ stage, stageSince, dueOn, createdAt },
      waitsFor: waitsForShown(waitsFor, actorOf(c).level),
      // How many departments answered, and how, is not a village's to know; none asked shows nothing.
      ...(session.account.role === 'village'
        ? NOT_TOLD
        : { asked, passed, objections, validUntil }),
      stageWords: stageOf(round, stage)?.words ?? null,
      lateDays: lateDays(dueOn, c.var.today()),
      signatures: signaturesOf(row, round, signed.get(id) ?? []),
    }
  })
}

function stageOf({ procedure }: Round, stage: string) {
  return (procedure as RoundProcedure).stages.find(({ id }) => id === stage)
}

/** Positions that signed at the present stage, where positions do. */
function signaturesOf(
  { stage, posts, state }: ListedNominee,
  round: Round,
  signed: { signer: string | null }[],
): Shown['signatures'] {
  const at = stageOf(round, stage)
  const needed = at && state === 'open' ? signersFor(at, { posts }) : []
  if (needed.length === 0) return null
  const names = new Set(signed.map(({ signer }) => signer))
  return { signed: needed.filter((id) => names.has(id)).length, needed: needed.length }
}
