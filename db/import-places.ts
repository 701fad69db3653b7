import type { Db } from './connect.ts'
import { insertRows } from './insert.ts'
import type { IncumbentTable, PostTable, TermTable, VillageTable } from './schema.ts'
import { ofCounty, type Scope } from './scope.ts'

/** What a spreadsheet may set of a village, as the tables hold it. */
export type VillageState = {
  village: Omit<VillageTable, 'countyCode'>
  posts: Pick<PostTable, 'post' | 'seats'>[]
  terms: Omit<TermTable, 'countyCode' | 'villageCode'>[]
  incumbents: Omit<IncumbentTable, 'countyCode' | 'villageCode'>[]
}

export async function listVillageStates(db: Db, scope: Scope, codes: readonly string[]) {
  if (codes.length === 0) return []
  const { countyCode } = scope
  const at = (table: 'posts' | 'terms' | 'incumbents') =>
    db
      .selectFrom(table)
      .selectAll()
      .where('countyCode', '=', countyCode)
      .where('villageCode', 'in', codes)
      .execute()
  const villages = await db
    .selectFrom('villages')
    .selectAll()
    .where(ofCounty(scope, 'villages'))
    .where('code', 'in', codes)
    .orderBy('code')
    .execute()
  const posts = byVillage((await at('posts')) as PostTable[])
  const terms = byVillage((await at('terms')) as TermTable[])
  const incumbents = byVillage((await at('incumbents')) as IncumbentTable[])
  return villages.map(
    ({ countyCode: _, ...village }): VillageState => ({
      village,
      posts: (posts.get(village.code) ?? [])
        .map(({ post, seats }) => ({ post, seats }))
        .sort((a, b) => a.post.localeCompare(b.post)),
      terms: (terms.get(village.code) ?? [])
        .map(({ id, startedOn, endsOn, turnout, rounds }) => ({
          ...{ id, startedOn, endsOn, turnout, rounds },
        }))
        .sort((a, b) => b.startedOn.localeCompare(a.startedOn)),
      incumbents: (incumbents.get(village.code) ?? [])
        .map(({ termId, post, talentId, tookOfficeOn }) => ({
          ...{ termId, post, talentId, tookOfficeOn },
        }))
        .sort((a, b) => keyOf(a).localeCompare(keyOf(b))),
    }),
  )
}

/** Makes a village what the state says, its seats, terms and offices included. */
export async function putVillageState(db: Db, scope: Scope, state: VillageState): Promise<void> {
  const { countyCode } = scope
  const { code, ...facts } = state.village
  const own = { countyCode, villageCode: code }
  await db
    .updateTable('villages')
    .set(facts)
    .where(ofCounty(scope, 'villages'))
    .where('code', '=', code)
    .execute()
  for (const table of ['incumbents', 'terms', 'posts'] as const)
    await db
      .deleteFrom(table)
      .where('countyCode', '=', countyCode)
      .where('villageCode', '=', code)
      .execute()
  await insertRows(
    db,
    scope,
    'posts',
    state.posts.map((it) => ({ ...it, ...own })),
  )
  await insertRows(
    db,
    scope,
    'terms',
    state.terms.map((it) => ({ ...it, ...own })),
  )
  await insertRows(
    db,
    scope,
    'incumbents',
    state.incumbents.map((it) => ({ ...it, ...own })),
  )
}

const keyOf = ({ termId, post, talentId }: VillageState['incumbents'][number]) =>
  `${termId} ${post} ${talentId}`

function byVillage<Row extends { villageCode: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ villageCode }) => villageCode)
}
