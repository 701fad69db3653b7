import type { Db } from '../../../db/connect.ts'
import { insertMany } from '../../../db/insert-many.ts'
import { followMissing, rebuildPool } from '../../../db/pool.ts'
import { type DemonstrationRows, demonstration, SEED } from '../../../db/seed/index.ts'

/** Villages of Suqian, a city of the size that the screen is asked about. */
export const CITY_VILLAGES = 1_440
export const CITY_PEOPLE = 30_000

/**
 * A city in one county: the demonstration's places again and again under other codes, each time with other people, and
 * then more people at home in them, so many that there are as many as in the city.
 */
export async function fillCity(db: Db, countyCode: string): Promise<void> {
  const counts = { villages: await countOf(db, 'villages'), talents: await countOf(db, 'talents') }
  const put = async (rows: DemonstrationRows) => {
    for (const table of Object.keys(rows) as (keyof DemonstrationRows)[])
      await insertMany(db, table, rows[table] as never[])
    counts.villages += rows.villages.length
    counts.talents += rows.talents.length
  }
  for (let copy = 1; counts.villages < CITY_VILLAGES; copy++) {
    const more = copied(demonstration(SEED + copy), { place: copy, person: copy })
    await put(within(more, CITY_VILLAGES - counts.villages))
  }
  for (let copy = 0; counts.talents < CITY_PEOPLE; copy++) {
    const more = copied(demonstration(SEED + 100 + copy), { place: copy, person: 8 + copy })
    await put(people(more, CITY_PEOPLE - counts.talents))
  }
  await followMissing(db, { countyCode })
  await rebuildPool(db, { countyCode })
}

async function countOf(db: Db, table: 'villages' | 'talents'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Copy = { place: number; person: number }
const PREFIX = '370406'

/** The same rows with other places and other ids; the county stays. */
function copied(rows: DemonstrationRows, copy: Copy): DemonstrationRows {
  const renamed = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        key === 'countyCode' || typeof value !== 'string' ? value : other(value, copy),
      ]),
    )
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, list.map(renamed)]),
  ) as DemonstrationRows
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

function other(value: string, { place, person }: Copy): string {
  if (value.startsWith(PREFIX))
    return place === 0 ? value : `37${50 + place}06${value.slice(PREFIX.length)}`
  return UUID.test(value) ? `${person.toString(16)}${value.slice(1)}` : value
}

/** The first villages alone, with their people. */
function within(rows: DemonstrationRows, most: number): DemonstrationRows {
  const villages = rows.villages.slice(0, most)
  const codes = new Set(villages.map(({ code }) => code))
  const townships = new Set(villages.map(({ townshipCode }) => townshipCode))
  const talents = rows.talents.filter(({ homeVillageCode }) => codes.has(homeVillageCode))
  return {
    ...only(rows, talents, codes),
    villages,
    townships: rows.townships.filter(({ code }) => townships.has(code)),
  }
}

/** People without the places, in no office. */
function people(rows: DemonstrationRows, most: number): DemonstrationRows {
  const none = { townships: [], villages: [], posts: [], needs: [], terms: [], incumbents: [] }
  return { ...only(rows, rows.talents.slice(0, most), new Set()), ...none, residenceConsents: [] }
}

function only(
  rows: DemonstrationRows,
  talents: DemonstrationRows['talents'],
  codes: ReadonlySet<string>,
): DemonstrationRows {
  const ids = new Set(talents.map(({ id }) => id))
  const about = <Row extends { talentId: string }>(list: Row[]) =>
    list.filter(({ talentId }) => ids.has(talentId))
  const at = <Row extends { villageCode: string }>(list: Row[]) =>
    list.filter(({ villageCode }) => codes.has(villageCode))
  return {
    ...rows,
    ...{ counties: [], skills: [], posts: at(rows.posts), needs: at(rows.needs) },
    ...{ terms: at(rows.terms), talents, incumbents: at(about(rows.incumbents)) },
    ...{ talentSources: about(rows.talentSources), talentSkills: about(rows.talentSkills) },
    ...{ honours: about(rows.honours), evidence: about(rows.evidence) },
    familyLinks: about(rows.familyLinks).filter(({ relativeId }) => ids.has(relativeId)),
    relatives: about(rows.relatives).filter(
      ({ linkedId }) => linkedId === null || ids.has(linkedId),
    ),
    residenceConsents: at(about(rows.residenceConsents)),
  }
}
