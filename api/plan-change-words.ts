import { targetWords } from '../matching/index.ts'
import type { Pin, Post, TargetId, Words } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import type { ChangeCause, PlanChanges, SeatChange } from './plan-changes.ts'

type Name = (id: string) => Words
type Told = { talent: string; was: Post[]; posts: Post[]; words: Words }
/** Changes as they are read: the cause of each in words, with the names of today. */
export type ToldChanges = {
  basedOn: string
  seats: number
  price: number
  letGo: { pin: Pin; words: Words }[]
  villages: {
    village: string
    left: Told[]
    came: Told[]
    moved: Told[]
    mended: TargetId[]
    lost: TargetId[]
  }[]
}

/** Puts names into the causes; who is not in the pool any more has none. */
export function toldChanges(changes: PlanChanges, { people, villages }: County): ToldChanges {
  const person: Name = (id) => named(people.get(id)?.name, GONE)
  const village: Name = (code) => named(villages.get(code)?.name, { zh: code, en: code })
  const told = ({ cause, ...change }: SeatChange): Told => ({
    ...change,
    words: causeWords(cause, person, village),
  })
  return {
    ...changes,
    letGo: changes.letGo.map(({ pin, findings }) => ({
      pin,
      words: findings.length > 0 ? ineligible(findings) : WORDS.gone,
    })),
    villages: changes.villages.map(({ left, came, moved, ...one }) => ({
      ...one,
      left: left.map(told),
      came: came.map(told),
      moved: moved.map(told),
    })),
  }
}

function causeWords(cause: ChangeCause, person: Name, village: Name): Words {
  switch (cause.kind) {
    case 'pinned':
      return around('按固定安排在', village(cause.village), '', 'pinned in ', '')
    case 'elsewhere':
      return around('改到', village(cause.village), '任职', 'now proposed in ', '')
    case 'ineligible':
      return ineligible(cause.findings)
    case 'replaces':
      return around('接替', list(cause.others.map(person)), '', 'in place of ', '')
    case 'room':
      return around(
        '为固定的',
        list(cause.others.map(person)),
        '让出岗位',
        'makes room for ',
        ', who is pinned',
      )
    case 'kin':
      return around(
        '与新进班子的',
        list(cause.others.map(person)),
        '有亲属关系，须回避',
        'is kin of ',
        ', who came in',
      )
    case 'target':
      return around('为达到结构目标：', list(cause.targets.map(targetWords)), '', 'to meet: ', '')
    default:
      return WORDS[cause.kind]
  }
}

const GONE = { zh: '已移出人才库的人', en: 'somebody who left the pool' }
const WORDS = {
  gone: { zh: '已不在人才库', en: 'is not in the pool any more' },
  withdrawn: { zh: '本人撤回同意', en: 'withdrew consent' },
  excluded: { zh: '按要求排除', en: 'excluded as asked' },
  fit: { zh: '适配合计提高，超过变动代价', en: 'total fit rises by more than the change costs' },
}

function ineligible(findings: readonly Words[]): Words {
  return around('不再符合资格：', list(findings, '；', '; '), '', 'no longer eligible: ', '')
}

function around(before: string, inner: Words, after: string, en: string, enAfter: string): Words {
  return { zh: `${before}${inner.zh}${after}`, en: `${en}${inner.en}${enAfter}` }
}

function list(words: readonly Words[], zh = '、', en = ', '): Words {
  return {
    zh: words.map((one) => one.zh).join(zh),
    en: words.map((one) => one.en).join(en),
  }
}

const named = (name: string | undefined, otherwise: Words): Words =>
  name === undefined || name === '' ? otherwise : { zh: name, en: name }
