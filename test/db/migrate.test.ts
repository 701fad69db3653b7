import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { databases, type OpenDatabase } from '../databases.ts'

describe.each(databases)('migrations on $engine', ({ openEmpty }) => {
  let opened: OpenDatabase
  beforeAll(async () => {
    opened = await openEmpty()
  })
  afterAll(() => opened.close())

  test('bring an empty database up, and find nothing to do the second time', async () => {
    await migrate(opened.db)
    const tables = await opened.db.introspection.getTables()
    await migrate(opened.db)
    expect(await opened.db.introspection.getTables()).toEqual(tables)
    expect(tables.length).toBe(18)
  })
})
