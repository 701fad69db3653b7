import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Progress, Words } from '../matching/types.ts'
import { type County, countyOf, type Extent } from './candidacies.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { planJson } from './plan-json.ts'
import { solveExtent } from './plan-solving.ts'
import { planTables } from './plan-tables.ts'
import { startSolver } from './solver/index.ts'
import { StartFailure } from './start-failure.ts'

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

type Options = {
  township?: string | undefined
  county?: string | undefined
  json?: boolean | undefined
  lang?: string | undefined
  out?: string | undefined
}

/** Runs one command and returns the exit code. Answers go to stdout, progress and failures to stderr. */
export async function runCommand(
  args: string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const { command, options } = read(args)
  if (command === 'plan') await plan(options, env)
  else if (command === 'migrate' || command === 'seed') await prepare(env)
  else if (command === 'help') process.stdout.write(HELP)
  else throw usage(`没有“${command}”这个命令。`, `There is no command “${command}”.`)
  return 0
}

function read(args: string[]): { command: string; options: Options } {
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
    throw usage(`参数有误：${message}。`, `Wrong arguments: ${message}.`)
  }
}

function usage(zh: string, en: string): StartFailure {
  return new StartFailure({
    zh: `${zh}用法见 npm run yanzhen -- help。`,
    en: `${en} See npm run yanzhen -- help.`,
  })
}

async function prepare(env: Record<string, string | undefined>): Promise<void> {
  const { database } = readConfiguration(env)
  const { db, isSeeded } = await openDatabase(database)
  await db.destroy()
  const seeded = isSeeded
    ? '已装入演示县 demonstration county added'
    : '未改动数据 data left as it was'
  process.stdout.write(`${database}\n${seeded}\n`)
}

async function plan(options: Options, env: Record<string, string | undefined>): Promise<void> {
  const language = languageOf(options.lang)
  const { database, logLevel } = readConfiguration({ LOG_LEVEL: 'error', ...env })
  const { db, countyCode } = await openDatabase(database)
  const solver = startSolver(createLog(logLevel))
  try {
    const county = await countyOf(db, countyCode)
    const { extent, place } = extentOf(options, county)
    const solved = await solveExtent({ county, solver, extent, onProgress: progressTeller() })
    if (solved.status === 'impossible') throw new Error('A plan without pins is never impossible.')
    const document = { scope: place, referenceOn: county.policy.referenceOn, solved }
    const text = options.json ? planJson(document, language) : planTables(document, language)
    if (options.out) writeOut(options.out, text)
    else process.stdout.write(text)
  } finally {
    await solver.close()
    await db.destroy()
  }
}

function extentOf({ township, county: code }: Options, county: County) {
  if ((township === undefined) === (code === undefined)) {
    throw usage(
      '请用 --township 指定乡镇，或用 --county 指定全县（只能二选一）。',
      'Name a township with --township or the county with --county, one of the two.',
    )
  }
  if (code === county.code) {
    const place = { kind: 'county' as const, code, name: county.name }
    return { extent: { county: code } satisfies Extent, place }
  }
  const found = county.townships.get(township ?? '')
  if (!found) throw unknownPlace(township ?? code ?? '', county)
  const place = { kind: 'township' as const, code: found.code, name: found.name }
  return { extent: { township: found.code } satisfies Extent, place }
}

function unknownPlace(code: string, county: County): StartFailure {
  const known = [...county.townships.values()].map(({ code, name }) => `${code} ${name}`).join('、')
  return new StartFailure({
    zh: `本库中没有代码为 ${code} 的地方。县：${county.code} ${county.name}；乡镇（街道）：${known}。`,
    en: `The database has no place ${code}. County: ${county.code}; townships as listed above.`,
  })
}

function languageOf(language = 'zh'): keyof Words {
  if (language === 'zh' || language === 'en') return language
  throw usage(`语言“${language}”未知，可用 zh 或 en。`, `Unknown language “${language}”: zh or en.`)
}

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new StartFailure({
      zh: `无法写入 ${file}。请检查文件夹是否存在、是否有写入权限。（${String(error).slice(0, 200)}）`,
      en: `Cannot write ${file}. Check that its folder exists and may be written.`,
    })
  }
}

/** Says each step once; the solver reports more often than anybody reads. */
function progressTeller(): (progress: Progress) => void {
  let said = ''
  return ({ phase, objective, bound }) => {
    const best = objective === null ? '' : ` ${objective.toFixed(2)}`
    const line = `${phase}${best}${bound === null ? '' : ` ≤ ${bound.toFixed(2)}`}\n`
    if (line !== said) process.stderr.write(line)
    said = line
  }
}
