import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { BESIDE, USES } from '../../db/import-people.ts'
import { databases } from '../databases.ts'

test('wherever a person is named, taking an import back knows it: the row goes along, or the person stays', async () => {
  const { db, close } = await databases[0]!.open()
  const { rows } = await sql<{ name: string }>`
    select t.name || '.' || f."from" as "name" from sqlite_master t, pragma_foreign_key_list(t.name) f
    where t.type = 'table' and f."table" = 'talents' and f."from" <> 'county_code'`.execute(db)
  await close()
  const known = [...BESIDE.map((table) => [table, 'talentId']), ...USES, ...ANSWERS].map((names) =>
    names.map(snake).join('.'),
  )
  expect(rows.length).toBeGreaterThan(40)
  expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
})

/** Go along as well. */
const ANSWERS = [
  ['duplicateAnswers', 'talentId'],
  ['duplicateAnswers', 'otherId'],
] as const

const snake = (name: string) => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
