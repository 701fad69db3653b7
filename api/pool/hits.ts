import { listPortraits, type Portrait } from '../../db/portraits.ts'
import type { Words } from '../../matching/types.ts'
import { personOf } from '../county.ts'
import { talentOf } from '../talent-rows.ts'
import type { Hit, Why } from './hit.ts'
import { readinessOf } from './readiness.ts'
import type { Searching, Selection } from './select.ts'

/**
 * The people of a page as they are in the tables now, read through the scope once more: what memory says of somebody is
 * never shown, and whoever went meanwhile is left out.
 */
export async function hitsOf(
  { db, scope }: Searching,
  selection: Selection,
  page: readonly number[],
): Promise<Hit[]> {
  const { columns } = selection.pool
  const ids = page.map((at) => columns.ids[at]!)
  const rows = new Map((await listPortraits(db, scope, { ids })).map((row) => [row.id, row]))
  const skills = new Map(
    selection.vocabulary.skills.map(({ id, zh, en }): [string, Words] => [id, { zh, en }]),
  )
  return page.flatMap((at, number) => {
    const row = rows.get(ids[number]!)
    return row ? [hitOf(row, at, selection, skills)] : []
  })
}

function hitOf(
  row: Portrait,
  at: number,
  selection: Selection,
  words: ReadonlyMap<string, Words>,
): Hit {
  const { pool, clock, ranks, likeness } = selection
  const { places, columns } = pool
  const { members, parts } = columns.combined.tag
  const talent = talentOf(row)
  return {
    ...personOf(talent, row.occupation, places.names, clock.policy),
    skills: talent.skills.map(({ skill, standing }) => ({
      skill,
      words: words.get(skill) ?? { zh: skill, en: skill },
      standing,
    })),
    tags: members[columns.tag[at]!]!.map((code) => parts.values[code]!),
    updatedAt: row.updatedAt,
    readiness: readinessOf(talent, places, clock.policy).readiness,
    why: whyOf(selection, at),
    ...(likeness && { likeness: likeness.of[at]! }),
    ...(ranks && { seat: ranks.fits.get(at) }),
  }
}

function whyOf({ tokens, likeness }: Selection, at: number): Why[] {
  const alike = likeness?.why(at) ?? []
  return [
    ...tokens.map((token) => token.why(at)),
    ...alike.map(({ kind, words }): Why => ({ kind, words })),
  ]
}
