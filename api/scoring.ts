import type { Context } from 'hono'
import { listPortraits } from '../db/portraits.ts'
import type { Scope } from '../db/scope.ts'
import {
  CRITERIA,
  createScores,
  POSTS,
  type Policy,
  type Post,
  putValues,
  type Scores,
  standingOf,
  valuesOf,
} from '../matching/index.ts'
import { type County, inScopeOf, peopleOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { personOf } from './county.ts'
import type { Person } from './people.ts'
import { type Pool, poolOf } from './pool/pool.ts'
import { type Judged, judgedOf } from './pool/readiness.ts'
import { policyInForce } from './pool/select.ts'
import { type View, viewOf } from './pool/view.ts'
import { villageOf } from './requests.ts'
import { kernelFor } from './scoring-kernel.ts'
import { talentOf } from './talent-rows.ts'

/** The people among whom somebody is ranked for a post: who may take it, and what is known of them. */
export type Field = {
  policy: Policy
  scores: Scores
  /** 1 at the places of those who may, with an approval or without. */
  isIn: Uint8Array
  total: number
  /** Equals stand by id, as in every ranking. */
  isBefore: (a: number, b: number) => boolean
  idAt: (at: number) => string
  peopleOf: (ids: string[]) => Promise<Person[]>
}

/** Everybody of the scope at the home village, from the columns that search keeps in step with the tables. */
export async function fieldAtHome(c: Context<Env>, post: Post): Promise<Field> {
  const { db, scope } = c.var
  const pool = await poolOf(db, scope.countyCode)
  const policy = await policyInForce(db, scope.countyCode)
  const view = await viewOf(db, pool, scope)
  const judged = await judgedOf(db, pool, policy)
  const { ids } = pool.columns
  const isIn = openIn(pool, judged, view, { scope, post })
  return {
    ...{ policy, scores: judged.scores, isIn },
    total: isIn.reduce((count, one) => count + one, 0),
    isBefore: (a, b) => ids[a]! < ids[b]!,
    idAt: (at) => ids[at]!,
    peopleOf: async (asked) => {
      const rows = await listPortraits(db, scope, { ids: asked })
      const { names } = pool.places
      return rows.map((row) => personOf(talentOf(row), row.occupation, names, policy))
    },
  }
}

/** Who lives elsewhere and is in office here is seen, but not judged for a home that is not. */
function openIn(
  { columns }: Pool,
  { ready }: Judged,
  { isIn }: View,
  { scope, post }: { scope: Scope; post: Post },
): Uint8Array {
  const { status, township, words } = columns
  const left = words.status.codes.get('left')
  const own = scope.townshipCode === undefined ? null : words.township.codes.get(scope.townshipCode)
  const bit = 1 << POSTS.indexOf(post)
  const open = new Uint8Array(columns.size)
  for (let at = 1; at < columns.size; at++)
    if (isIn[at] === 1 && (ready[at]! & bit) !== 0 && status[at] !== left)
      open[at] = own === null || township[at] === own ? 1 : 0
  return open
}

/** Villages and posts of a county that are kept at once. */
const MOST = 20
const fields = new WeakMap<County, Map<string, Field>>()

/** Everybody in reach of a village; kept as long as the county is, which whoever changes something in it forgets. */
export async function fieldAt(c: Context<Env>, code: string, post: Post): Promise<Field> {
  const county = await c.var.county()
  villageOf(county, code)
  const known = fields.get(county) ?? new Map<string, Field>()
  fields.set(county, known)
  const key = `${code} ${post}`
  const field = known.get(key) ?? readField(county, code, post)
  if (!known.has(key) && known.size >= MOST) known.delete(known.keys().next().value!)
  known.set(key, field)
  return field
}

function readField(county: County, code: string, post: Post): Field {
  const { policy } = county
  const { matching: village } = villageOf(county, code)
  const talents = inScopeOf(county, { village: code })
  const { candidates } = standingOf({ talents, post, policy, villageFor: () => village })
  const ids = candidates.map(({ talent }) => talent).sort()
  const scores = createScores(CRITERIA.length, kernelFor(CRITERIA.length))
  for (const [at, id] of ids.entries())
    putValues(scores, at, valuesOf(county.talents.get(id)!, village, policy))
  return {
    ...{ policy, scores, isIn: new Uint8Array(ids.length).fill(1), total: ids.length },
    isBefore: (a, b) => a < b,
    idAt: (at) => ids[at]!,
    peopleOf: async (asked) => peopleOf(county, asked),
  }
}
