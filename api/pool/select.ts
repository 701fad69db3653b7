import type { Db } from '../../db/connect.ts'
import { listEntries } from '../../db/dictionaries.ts'
import { findPolicy } from '../../db/policies.ts'
import { listRowsOfLists } from '../../db/pool-rows.ts'
import type { Scope } from '../../db/scope.ts'
import type { Policy } from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import { policyOf } from '../stored-policy.ts'
import { invalid } from '../validate.ts'
import { type Asked, choicesOf, FACETS, type Facet } from './asked.ts'
import { type Condition, type Sieved, sieve } from './conditions.ts'
import { allowedCodes, type Clock, facetColumn } from './facets.ts'
import { type Likeness, likenessTo } from './likeness.ts'
import { type Pool, poolOf } from './pool.ts'
import { type Judged, judgedOf } from './readiness.ts'
import { type Ranks, ranksFor } from './seat.ts'
import { readTokens, scoreTokens, type Token } from './tokens.ts'
import { type View, viewOf } from './view.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Who searches, where and when. */
export type Searching = {
  db: Db
  scope: Scope
  today: string
  /** For the people of a seat alone. */
  county: () => Promise<County>
}

/** Whom a search finds, before they are put in order. */
export type Selection = Sieved & {
  pool: Pool
  view: View
  clock: Clock
  judged: Judged | null
  vocabulary: Vocabulary
  lists: readonly { list: string; row: number }[]
  tokens: readonly Token[]
  conditions: readonly Condition[]
  likeness: Likeness | null
  ranks: Ranks | null
}

/** What is read first, one after the other; from then on nothing waits, so that all of it is of one moment. */
export async function select(
  searching: Searching,
  asked: Asked,
  needs: { judged: boolean; lists: boolean; atMost: number },
): Promise<Selection> {
  const { db, scope, today } = searching
  const { countyCode } = scope
  const pool = await poolOf(db, countyCode)
  const policy = await policyInForce(db, countyCode)
  const asksReadiness = (asked.readiness ?? asked.ready) !== undefined
  const isWanted = needs.judged && pool.columns.count <= needs.atMost
  const judged = isWanted || asksReadiness ? await judgedOf(db, pool, policy) : null
  const typed = await readTokens(db, countyCode, asked.q ?? '')
  const vocabulary = {
    skills: await listEntries(db, { countyCode }, 'skills'),
    sources: await listEntries(db, { countyCode }, 'sources'),
  }
  const lists = needs.lists || asked.list ? await listRowsOfLists(db, scope) : []
  const ranks = asked.seat ? await ranksFor(searching, pool, asked.seat) : null
  const view = await viewOf(db, pool, scope)
  const { columns, places } = pool
  const tokens = scoreTokens({ columns, places, vocabulary, isIn: view.isIn }, typed)
  const likeness = asked.like === undefined ? null : exampleOf(pool, view, asked.like)
  const clock = { today, policy, bands: pool.bands }
  const found = { pool, view, clock, judged, vocabulary, lists, tokens, likeness, ranks }
  const conditions = conditionsOf(asked, found)
  const isCounted = ({ key }: Condition) =>
    needs.lists && (FACETS as readonly string[]).includes(key)
  return { ...found, conditions, ...sieve(view.isIn, columns.size, conditions, isCounted) }
}

export async function policyInForce(db: Db, countyCode: string): Promise<Policy> {
  const row = await findPolicy(db, { countyCode })
  if (!row) throw new Error(`The database has no policy of ${countyCode}.`)
  return policyOf(row)
}

/** Likeness below this is chance. */
const LEAST_LIKENESS = 0.4

function conditionsOf(
  asked: Asked,
  {
    pool,
    clock,
    judged,
    lists,
    tokens,
    likeness,
    ranks,
  }: Omit<Selection, keyof Sieved | 'conditions'>,
): Condition[] {
  const { columns } = pool
  const choices = choicesOf(asked)
  const conditions: Condition[] = tokens.map(({ text, scores }) => ({
    key: `q:${text}`,
    marks: scores,
  }))
  for (const facet of FACETS) {
    const chosen = choices[facet]
    if (!chosen) continue
    if (facet === 'list')
      conditions.push({ key: facet, marks: listed(lists, chosen, columns.size) })
    else {
      const column = facetColumn(facet, columns, clock, judged)
      const { codes } = column
      conditions.push({ key: facet, codes, allowed: allowedCodes(column, chosen) })
    }
  }
  if (likeness) {
    const marks = Uint8Array.from(likeness.of, (it) => (it >= LEAST_LIKENESS ? 1 : 0))
    conditions.push({ key: 'like', marks })
  }
  if (ranks) conditions.push({ key: 'seat', marks: ranks.isRanked })
  return conditions
}

function listed(
  lists: readonly { list: string; row: number }[],
  chosen: readonly string[],
  size: number,
): Uint8Array {
  const marks = new Uint8Array(size)
  for (const { list, row } of lists) if (chosen.includes(list)) marks[row] = 1
  return marks
}

/** Somebody in view, or a refusal that says no more than for an id that nobody has. */
function exampleOf({ columns }: Pool, view: View, id: string): Likeness {
  const at = id === '' ? -1 : columns.ids.indexOf(id)
  if (at < 0 || view.isIn[at] !== 1) throw invalid([{ pointer: '?like', detail: NOBODY }])
  return likenessTo(columns, at)
}

const NOBODY = {
  zh: '人才库中没有这个人，可能已移出，请重新选择。',
  en: 'Nobody in the pool has this id; the person may have left it. Choose again.',
}

/** The place of a filter among the conditions, -1 when it is not in use. */
export function placeOfFilter({ conditions }: Selection, facet: Facet): number {
  return conditions.findIndex(({ key }) => key === facet)
}
