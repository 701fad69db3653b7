import type { Quota, QuotaPerson, QuotaProblem } from '../../matching/index.ts'
import { idFaults, idReader } from './ids.ts'
import {
  columnOf,
  type Fault,
  noColumn,
  type Row,
  readTable,
  requireNone,
  type Table,
} from './table.ts'
import { readWeights } from './weights.ts'

type Files = { features: string; people: string; weights?: string | undefined; select: number }

/**
 * Reads the tables that citizens' panels use: `features` with feature, value, min, max (or category, feature, min, max),
 * `people` with a column for each feature, `weights` with id and weight. Whatever is wrong is told with its line.
 */
export function readQuotaProblem({ features: file, people, weights, select }: Files): QuotaProblem {
  const quotas = readQuotas(readTable(file))
  const features = [...new Set(quotas.map(({ feature }) => feature))]
  const found = readPeople(readTable(people), quotas, features)
  const weightOf = weights === undefined ? null : readWeights(readTable(weights), found)
  const weighted = found.map((person) => ({ ...person, weight: weightOf?.get(person.id) ?? 1 }))
  return { select, features, quotas, people: weighted }
}

function readQuotas(table: Table): Quota[] {
  const category = columnOf(table, ['category'])
  const feature = category ?? columnOf(table, ['feature'])
  if (feature === undefined) throw noColumn(table, 'feature')
  const value = columnOf(table, category ? ['feature', 'name', 'value'] : ['value'])
  if (value === undefined) throw noColumn(table, category ? 'feature' : 'value')
  const [min, max] = ['min', 'max'].map((name) => {
    const column = columnOf(table, [name])
    if (column === undefined) throw noColumn(table, name)
    return column
  }) as [string, string]
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  const quotas = table.rows.map(({ at, cells }) => {
    const quota = {
      feature: cells[feature]!,
      value: cells[value]!,
      min: Number(cells[min]),
      max: Number(cells[max]),
    }
    const key = JSON.stringify([quota.feature, quota.value])
    faults.push(...quotaFaultsAt(at, quota, [cells[min]!, cells[max]!], seen.get(key)))
    seen.set(key, at)
    return quota
  })
  requireNone(table.file, faults)
  return quotas
}

function quotaFaultsAt(
  at: number,
  { feature, value, min, max }: Quota,
  bounds: readonly string[],
  earlier: number | undefined,
): Fault[] {
  const odd = bounds.filter((bound) => !/^\d{1,9}$/.test(bound))
  const name = `${feature}=${value}`
  const words = [
    ...(feature === '' || value === ''
      ? [{ zh: '特征或取值为空', en: 'the feature or its value is empty' }]
      : []),
    ...odd.map((bound) => ({
      zh: `上下限应为不小于 0 的整数，现为“${bound}”`,
      en: `min and max are whole numbers from 0 up, not “${bound}”`,
    })),
    ...(odd.length === 0 && min > max
      ? [
          {
            zh: `${name} 的下限 ${min} 大于上限 ${max}`,
            en: `${name}: min ${min} is above max ${max}`,
          },
        ]
      : []),
    ...(earlier === undefined
      ? []
      : [{ zh: `${name} 已在第 ${earlier} 行`, en: `${name} stands in line ${earlier} already` }]),
  ]
  return words.map((each) => ({ at, words: each }))
}

function readPeople(
  table: Table,
  quotas: readonly Quota[],
  features: readonly string[],
): Omit<QuotaPerson, 'weight'>[] {
  for (const feature of features)
    if (!table.header.includes(feature)) throw noColumn(table, feature)
  const known = Map.groupBy(quotas, ({ feature }) => feature)
  const valuesOf = new Map(
    [...known].map(([feature, of]) => [feature, of.map(({ value }) => value)]),
  )
  const idOf = idReader(table, features)
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  const people = table.rows.map((row) => {
    const id = idOf(row)
    faults.push(...idFaults(row.at, id, seen.get(id)))
    seen.set(id, row.at)
    for (const feature of features) {
      const values = valuesOf.get(feature)!
      if (!values.includes(row.cells[feature]!)) faults.push(strayFault(row, feature, values))
    }
    return { id, values: features.map((feature) => row.cells[feature]!) }
  })
  requireNone(table.file, faults)
  return people
}

function strayFault({ at, cells }: Row, feature: string, values: readonly string[]): Fault {
  const value = cells[feature]!
  return {
    at,
    words: {
      zh: `“${feature}”列的值“${value}”不在特征表中（有：${values.join('、')}）`,
      en: `the value “${value}” in column “${feature}” is not among its features (${values.join(', ')})`,
    },
  }
}
