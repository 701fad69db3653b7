import { readConfiguration } from '../configuration.ts'
import { openDatabase, openMigrated } from '../database.ts'
import { defineCommand } from './command.ts'

export const migrate = defineCommand({ options: {} }, async (_, env) => {
  const configuration = readConfiguration(env)
  const db = await openMigrated(configuration)
  await db.destroy()
  process.stdout.write(
    `${configuration.database}\n数据库已是本程序的版本 the database is of this program's version\n`,
  )
})

export const seed = defineCommand({ options: {} }, async (_, env) => {
  const configuration = readConfiguration(env)
  const { db, isSeeded } = await openDatabase(configuration)
  await db.destroy()
  const done = isSeeded
    ? '已装入演示县 demonstration county added'
    : '库中已有数据，未改动 the database holds data already and was left as it was'
  process.stdout.write(`${configuration.database}\n${done}\n`)
})
