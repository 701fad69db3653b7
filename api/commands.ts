import { parseArgs } from 'node:util'
import { readConfiguration } from './configuration.ts'
import { openDatabase, openMigrated } from './database.ts'
import { type PlanOptions, printPlan } from './plan-printing.ts'
import { wrongUse } from './start-failure.ts'

const HELP = `雁阵 Yanzhen

  npm run plan -- --township CODE     一个乡镇各村的建议班子  the proposed teams of a township
  npm run plan -- --county CODE       全县  of the whole county
      --json                          输出一个 JSON 对象  print one JSON object
      --lang en                       语言 zh 或 en  language, zh or en
      --out FILE                      写入文件  write to a file
  npm run yanzhen -- migrate          建立或升级数据库  create or upgrade the database
  npm run yanzhen -- seed             空数据库时装入演示县  add the demonstration county to an empty database
  npm run yanzhen -- help             本页  this page

  数据目录 data folder: YANZHEN_DATA (默认 default ./data)
`

/** Runs one command and returns the exit code. Answers go to stdout, progress and failures to stderr. */
export async function runCommand(
  args: string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const { command, options } = read(args)
  if (command === 'plan') await printPlan(options, env)
  else if (command === 'migrate') await migrateOnly(env)
  else if (command === 'seed') await seed(env)
  else if (command === 'help') process.stdout.write(HELP)
  else throw wrongUse(`没有“${command}”这个命令。`, `There is no command “${command}”.`)
  return 0
}

function read(args: string[]): { command: string; options: PlanOptions } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        township: { type: 'string' },
        county: { type: 'string' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return { command: values.help ? 'help' : (positionals[0] ?? 'help'), options: values }
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error).split('. ')[0]
    throw wrongUse(`参数有误：${message}。`, `Wrong arguments: ${message}.`)
  }
}

type Environment = Record<string, string | undefined>

async function migrateOnly(env: Environment): Promise<void> {
  const { database } = readConfiguration(env)
  const db = await openMigrated(database)
  await db.destroy()
  process.stdout.write(
    `${database}\n数据库已是本程序的版本 the database is of this program's version\n`,
  )
}

async function seed(env: Environment): Promise<void> {
  const { database } = readConfiguration(env)
  const { db, isSeeded } = await openDatabase(database)
  await db.destroy()
  const done = isSeeded
    ? '已装入演示县 demonstration county added'
    : '库中已有数据，未改动 the database holds data already and was left as it was'
  process.stdout.write(`${database}\n${done}\n`)
}
