import { z } from 'zod'
import { criterionWords, weightsOf } from '../../matching/index.ts'
import { CRITERIA, type Weighting, type Words } from '../../matching/types.ts'
import { WeightingShape } from '../shapes/policy.ts'
import { WordsShape } from '../shapes/words.ts'
import type { Field } from './field.ts'
import { faultsOf } from './weighting-faults.ts'

/** Names of departments by id, for a policy that lists them. */
export type Departments = ReadonlyMap<string, Words>

/** What a field holds, in words; a draft may hold what is no such thing yet. */
export function said(field: Field, value: unknown, departments: Departments): Words {
  if (field.kind === 'figure') return typeof value === 'number' ? figureWords(field, value) : NONE
  if (field.kind === 'flag') return value === true ? YES : NO
  if (field.kind === 'choice')
    return field.choices.find((one) => one.value === (value ?? null))?.words ?? plain(value)
  const { success, data } = LISTS.safeParse(value)
  if (field.kind === 'departments' && success) return departmentWords(data, departments)
  if (field.kind === 'shares') return shareWords(field, value)
  if (field.kind === 'stages' || field.kind === 'signers' || field.kind === 'topics')
    return namesIn(value)
  if (field.kind === 'weighting') return weightingWords(value)
  return plain(value)
}

/** A value that no field describes. */
export function plain(value: unknown): Words {
  if (value === undefined || value === null) return NONE
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { zh: text, en: text }
}

const NONE = { zh: '（空）', en: '(empty)' }
const YES = { zh: '是', en: 'yes' }
const NO = { zh: '否', en: 'no' }

function figureWords({ unit, scale }: Extract<Field, { kind: 'figure' }>, value: number): Words {
  const text = String(Number((value * scale).toFixed(6)))
  if (unit === null) return { zh: text, en: text }
  const space = unit.zh === '%' ? '' : ' '
  return { zh: `${text}${space}${unit.zh}`, en: `${text}${space}${unit.en}` }
}

function departmentWords(ids: string[], departments: Departments): Words {
  if (ids.length === 0) return { zh: '全部部门', en: 'all departments' }
  return listed(ids.map((id) => departments.get(id) ?? { zh: id, en: id }))
}

const NAMED_LIST = z.array(z.object({ words: WordsShape }))

/** Stages or positions, each by its name. */
function namesIn(value: unknown): Words {
  const { success, data } = NAMED_LIST.safeParse(value)
  if (!success) return plain(value)
  return data.length === 0 ? NONE : listed(data.map(({ words }) => words))
}

const LISTS = z.array(z.string())
const SHARES = z.array(z.object({ group: z.string(), min: z.number() }))

function shareWords({ groups }: Extract<Field, { kind: 'shares' }>, value: unknown): Words {
  const { success, data } = SHARES.safeParse(value)
  if (!success) return plain(value)
  if (data.length === 0) return { zh: '不要求', en: 'none' }
  return listed(
    data.map(({ group, min }) => {
      const words = groups.find(({ value }) => value === group)?.words ?? plain(group)
      return beside(words, min)
    }),
  )
}

const METHODS: Record<Weighting['method'], Words> = {
  direct: { zh: '直接赋权', en: 'direct' },
  ahp: { zh: '两两比较', en: 'pairwise comparison' },
  judges: { zh: '多人两两比较', en: 'several judges' },
  swing: { zh: '摆幅赋权', en: 'swings' },
}
/** So many criteria name a weighting. */
const NAMED = 3

function weightingWords(value: unknown): Words {
  const { success, data } = WeightingShape.safeParse(value)
  if (!success || faultsOf(data, '').length > 0) return plain(value)
  const weighting: Weighting = data
  const { weights } = weightsOf(weighting)
  const first = [...CRITERIA].sort((a, b) => weights[b] - weights[a]).slice(0, NAMED)
  const { zh, en } = listed(first.map((id) => beside(criterionWords[id], weights[id])))
  const method = METHODS[weighting.method]
  return { zh: `${method.zh}：${zh}…`, en: `${method.en}: ${en}, …` }
}

function beside({ zh, en }: Words, share: number): Words {
  const percent = `${Number((share * 100).toFixed(1))}%`
  return { zh: `${zh} ${percent}`, en: `${en} ${percent}` }
}

function listed(words: Words[]): Words {
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}
