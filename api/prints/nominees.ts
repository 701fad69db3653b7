import type { Context } from 'hono'
import { listNomineesOfRound, type Nominee } from '../../db/nominees.ts'
import { listPortraits, type Portrait } from '../../db/portraits.ts'
import { listReviewActsOf } from '../../db/review-acts.ts'
import { findRound } from '../../db/rounds.ts'
import type { Post } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import { personOf } from '../county.ts'
import { actOf, type RoundProcedure } from '../nominees/loading.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import { talentOf } from '../talent-rows.ts'
import type { Act } from '../workflow/file.ts'
import { standingActs } from '../workflow/path.ts'

/** A round with its procedure. */
export async function roundOf(c: Context<Env>, id: string) {
  const round = await findRound(c.var.db, { countyCode: c.var.countyCode }, id)
  if (!round) throw noRound(id)
  const { name, kind, termStartsOn: startsOn, termEndsOn: endsOn } = round
  return {
    shown: { id, name, kind, term: startsOn && endsOn ? { startsOn, endsOn } : null },
    procedure: round.procedure as RoundProcedure,
  }
}

/** Nominees of a round in the reach of the account, in the order of their places, each as a file shows them. */
export async function nomineesOf(
  c: Context<Env>,
  round: string,
  isWanted: (nominee: Nominee) => boolean,
) {
  const { db, scope, countyCode } = c.var
  const rows = (await listNomineesOfRound(db, scope, round)).filter(isWanted)
  // Who is proposed here may be at home elsewhere in the county.
  const ids = [...new Set(rows.map(({ talentId }) => talentId))]
  const people = ids.length > 0 ? await listPortraits(db, { countyCode }, { ids }) : []
  const portraits = new Map(people.map((row) => [row.id, row]))
  const acts = await actsOf(c, rows)
  const [names, policy] = [await placeNames(c), await policyInForce(c)]
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const person = (row: Portrait) => personOf(talentOf(row), row.occupation, names, policy)
  return rows.flatMap((row) => {
    const portrait = portraits.get(row.talentId)
    if (!portrait) return []
    const target = {
      village: row.villageCode === null ? null : place(row.villageCode),
      ...{ township: place(row.townshipCode), posts: row.posts as Post[] },
    }
    const named = { nominee: row.id, person: person(portrait), target }
    return [{ row, portrait, acts: acts.get(row.id) ?? [], named }]
  })
}

/** What was signed for the seat that stands, by nominee. */
async function actsOf(c: Context<Env>, rows: readonly Nominee[]): Promise<Map<string, Act[]>> {
  const ids = rows.map(({ id }) => id)
  const stored = await listReviewActsOf(c.var.db, c.var.scope, ids)
  const grouped = Map.groupBy(stored, ({ nomineeId }) => nomineeId)
  return new Map([...grouped].map(([id, acts]) => [id, standingActs({ acts: acts.map(actOf) })]))
}

function noRound(id: string): Problem {
  return new Problem('not-found', {
    zh: `没有编号为 ${id} 的轮次，请返回换届轮次列表重新选择。`,
    en: `There is no round ${id}: choose from the list of rounds again.`,
  })
}
