import { closeSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { appendAudit } from '../db/audit.ts'
import { poolRevisionOf } from '../db/pool.ts'
import type { Problem, Progress, Words } from '../matching/types.ts'
import { entryBy } from './auditing.ts'
import { type County, type Extent, problemFor } from './candidacies.ts'
import { readConfiguration } from './configuration.ts'
import { requireSound } from './contradictions.ts'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { writeMps } from './mps-file.ts'
import { planJson } from './plan-json.ts'
import { solveExtent } from './plan-solving.ts'
import { planTables } from './plan-tables.ts'
import { countyOf } from './remembered.ts'
import { startSolver } from './solver/index.ts'
import { StartFailure, wrongUse } from './start-failure.ts'

export type PlanOptions = {
  township?: string | undefined
  county?: string | undefined
  json?: boolean | undefined
  lang?: string | undefined
  out?: string | undefined
  mps?: string | undefined
}

/** Solves a township or county and prints it as tables or as one JSON object; writes its model for outsiders if asked. */
export async function printPlan(
  options: PlanOptions,
  env: Record<string, string | undefined>,
): Promise<void> {
  const language = languageOf(options.lang)
  for (const file of [options.out, options.mps]) if (file) requireWritable(file)
  const configuration = readConfiguration({ LOG_LEVEL: 'error', ...env })
  const { db, countyCode, keyring } = await openDatabase(configuration)
  const solver = startSolver(createLog(configuration.logLevel))
  try {
    const county = await countyOf(db, { countyCode })
    const { extent, place } = extentOf(options, county)
    const tell = (format: string, subjects: string[]) => {
      const entry = entryBy('terminal', {
        action: 'plan.exported',
        subjects,
        detail: { scope: place.code, format },
      })
      return db
        .transaction()
        .execute((transaction) => appendAudit(transaction, keyring, { countyCode }, [entry]))
    }
    if (options.mps) await exportModel(options.mps, modelled(county, extent), tell)
    const { poolRevision } = await poolRevisionOf(db, { countyCode })
    const onProgress = progressTeller()
    const solved = await solveExtent({ county, solver, extent, poolRevision, onProgress })
    if (solved.status === 'impossible') throw new Error('A plan without pins is never impossible.')
    const document = { scope: place, referenceOn: county.policy.referenceOn, solved }
    const text = options.json ? planJson(document, language) : planTables(document, language)
    await tell(
      options.json ? 'json' : 'tables',
      solved.people.map(({ id }) => id),
    )
    const { out } = options
    if (out) trying(out, () => writeFileSync(out, text))
    else process.stdout.write(text)
  } finally {
    await solver.close()
    await db.destroy()
  }
}

const modelled = (county: County, extent: Extent) =>
  problemFor(county, extent, { policy: requireSound(county.policy), pins: [], exclusions: [] })

async function exportModel(
  file: string,
  problem: Problem,
  tell: (format: string, subjects: string[]) => Promise<unknown>,
): Promise<void> {
  await tell(
    'mps',
    problem.talents.map(({ id }) => id),
  )
  trying(file, () => writeMps(file, problem))
}

function extentOf({ township, county: code }: PlanOptions, county: County) {
  if ((township === undefined) === (code === undefined)) {
    throw wrongUse(
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
  throw wrongUse(
    `语言“${language}”未知，可用 zh 或 en。`,
    `Unknown language “${language}”: zh or en.`,
  )
}

/** Asked before the solver works for minutes; leaves no file behind and none changed. */
function requireWritable(file: string): void {
  const isNew = !existsSync(file)
  trying(file, () => closeSync(openSync(file, 'a')))
  if (isNew) rmSync(file)
}

function trying(file: string, write: () => void): void {
  try {
    write()
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
