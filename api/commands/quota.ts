import { type QuotaResult, quotaFaults, solveQuota } from '../../matching/index.ts'
import { readQuotaProblem } from '../quota/problem.ts'
import { loadHighs } from '../solver/highs.ts'
import { wrongUse } from '../start-failure.ts'
import { defineCommand } from './command.ts'

/** Long enough for a pool of tens of thousands. */
const SECONDS = 60

/** Chooses people under quotas from files; neither the database nor its people are touched. */
export const quota = defineCommand(
  {
    options: {
      features: { type: 'string' },
      people: { type: 'string' },
      weights: { type: 'string' },
      select: { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  async ({ features, people, weights, select, json }) => {
    if (!features || !people || !/^[1-9]\d{0,8}$/.test(select ?? '')) throw incomplete()
    const problem = readQuotaProblem({ features, people, weights, select: Number(select) })
    const highs = await loadHighs()
    const endsAt = performance.now() + SECONDS * 1000
    const secondsLeft = () => (endsAt - performance.now()) / 1000
    const result = solveQuota(problem, { highs, gap: 0, secondsLeft })
    const faults = result.status === 'solved' ? quotaFaults(problem, result.selected) : []
    if (faults.length > 0)
      throw new Error(`The choice did not stand when counted again: ${faults[0]}`)
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : report(result))
    return result.status === 'unknown' ? 1 : 0
  },
)

function incomplete() {
  return wrongUse(
    '须写明特征表、人员表和选取人数（正整数），如 quota --features F.csv --people P.csv --select 20（--weights W.csv 可不写）。',
    'Name the features, the people and how many to choose (a whole number from 1 up): quota --features F.csv --people P.csv --select 20 (--weights W.csv may be left out).',
  )
}

function report(result: QuotaResult): string {
  const { status, objective, bound, selected, conflicts, isEveryConflict, remedies } = result
  if (status === 'unknown')
    return `${SECONDS} 秒内没有定论 nothing was settled within ${SECONDS} seconds\n`
  if (status === 'solved')
    return `已选 ${selected.length} 人 chosen: ${selected.length}
  权重合计 total weight: ${objective}，上界 at most: ${bound}
${selected.map((id) => `  ${id}\n`).join('')}`
  const more = isEveryConflict ? '' : '    ……  …\n'
  return `无法按配额选出 the quotas cannot all be kept
  最小的冲突 smallest conflicts:
${conflicts.map((set) => `    ${set.join('、')}\n`).join('')}${more}  最小的改动 smallest changes:
${remedies.map(({ seats, words }) => `    ${seats}: ${words.zh}\n       ${words.en}\n`).join('')}`
}
