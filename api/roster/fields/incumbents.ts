import type { Field } from '../types.ts'
import { field, MANY, REQUIRED } from './field.ts'
import { PEOPLE } from './people.ts'

const POSTS = field(
  'posts',
  '村内职务',
  'Posts held',
  '职务 现任职务 任职 两委职务 村“两委”职务 担任职务 现职务 任职情况 现任村职务 岗位 所任职务 现任岗位 职务名称 在村任职',
  { ...REQUIRED, ...MANY },
)
const TERMS = [
  field(
    'tookOfficeOn',
    '任现职时间',
    'In office since',
    '任职时间 现职务始任时间 任现职务时间 任职日期 当选时间 到任时间 任职起始时间',
  ),
  field(
    'termStartedOn',
    '本届起始时间',
    'Term started on',
    '本届换届时间 换届时间 任期起始 届次起始',
  ),
  field('termEndsOn', '本届届满时间', 'Term ends on', '届满时间 任期届满时间 届满日期 任期截止'),
  field('homeVillage', '户籍村', 'Home village', '户籍所在村 原籍村 籍贯村 户籍所在村（社区）'),
]

/** Columns of lists of people in office: those of people, but a post is a post and the village is where it is held. */
export const INCUMBENTS: readonly Field[] = [
  ...PEOPLE.filter(({ id }) => id !== 'occupation').map(withoutTaken),
  POSTS,
  ...TERMS,
  withoutTaken(PEOPLE.find(({ id }) => id === 'occupation')!),
]

/** What a header means here is not what it means in a list of people. */
function withoutTaken(field: Field): Field {
  const taken = new Set([POSTS, ...TERMS].flatMap(({ synonyms }) => synonyms))
  return { ...field, synonyms: field.synonyms.filter((it) => !taken.has(it)) }
}
