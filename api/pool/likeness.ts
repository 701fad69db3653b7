import type { Words } from '../../matching/types.ts'
import type { Columns, Combined } from './columns.ts'
import type { Why } from './hit.ts'

/**
 * How like somebody others are, 0 to 1: what both have of skills, groups, education, age, home, Party status and
 * willingness, weighed. Sex and ethnicity never count. What is not known of the example is left out of the sum; what is
 * not known of the other adds nothing.
 */
const WEIGHTS = {
  skill: 0.36,
  source: 0.2,
  education: 0.12,
  age: 0.12,
  home: 0.1,
  party: 0.06,
  willingness: 0.04,
}
type Aspect = keyof typeof WEIGHTS

/** Years between two births at which nothing of likeness in age is left. */
const FAR_AGE = 15

export type Likeness = { of: Float32Array; why: (at: number) => Why[] }

export function likenessTo(columns: Columns, example: number): Likeness {
  const aspects = aspectsOf(columns, example)
  const sum = aspects.reduce((total, { weight }) => total + weight, 0)
  const of = new Float32Array(columns.size)
  for (let at = 1; at < columns.size; at++) {
    if (columns.isHere[at] !== 1 || at === example || sum === 0) continue
    let likeness = 0
    for (const { weight, share } of aspects) likeness += weight * share(at)
    of[at] = likeness / sum
  }
  const why = (at: number) =>
    aspects
      .filter(({ share }) => share(at) >= 0.5)
      .map(({ aspect }) => ({
        kind: KINDS[aspect] ?? ('group' as const),
        words: ASPECT_WORDS[aspect],
      }))
  return { of, why }
}

type Part = { aspect: Aspect; weight: number; share: (at: number) => number }

function aspectsOf(columns: Columns, example: number): Part[] {
  const { born, township, village, party, willingness } = columns
  /** Codes of education stand in its order. */
  const level = (at: number) => columns.education[at]!
  const same = (column: Uint32Array) => (at: number) => (column[at] === column[example] ? 1 : 0)
  const parts: [Aspect, boolean, (at: number) => number][] = [
    ['skill', columns.skill[example] !== 0, overlap(columns, 'skill', example)],
    ['source', columns.source[example] !== 0, overlap(columns, 'source', example)],
    [
      'education',
      level(example) > 0,
      (at) => (level(at) === 0 ? 0 : 1 - Math.abs(level(at) - level(example)) / 5),
    ],
    [
      'age',
      born[example] !== 0,
      (at) =>
        born[at] === 0
          ? 0
          : Math.max(0, 1 - Math.abs(born[at]! - born[example]!) / 10_000 / FAR_AGE),
    ],
    [
      'home',
      true,
      (at) => (village[at] === village[example] ? 1 : township[at] === township[example] ? 0.6 : 0),
    ],
    ['party', party[example] !== 0, same(party)],
    ['willingness', willingness[example] !== 0, same(willingness)],
  ]
  return parts
    .filter(([, isKnown]) => isKnown)
    .map(([aspect, , share]) => ({ aspect, weight: WEIGHTS[aspect], share }))
}

/** What two combinations share of all that either has, worked out once a combination. */
function overlap(columns: Columns, name: Combined, example: number): (at: number) => number {
  const { members } = columns.combined[name]
  const own = new Set(members[columns[name][example]!])
  const shares = Float32Array.from(members, (others) => {
    const both = others.filter((it) => own.has(it)).length
    return both === 0 ? 0 : both / (own.size + others.length - both)
  })
  return (at) => shares[columns[name][at]!]!
}

const KINDS: Partial<Record<Aspect, Why['kind']>> = { skill: 'skill', home: 'village' }

const ASPECT_WORDS: Record<Aspect, Words> = {
  skill: { zh: '专长相近', en: 'Alike in skills' },
  source: { zh: '来源类别相近', en: 'Alike in groups' },
  education: { zh: '学历相近', en: 'Alike in education' },
  age: { zh: '年龄相近', en: 'Alike in age' },
  home: { zh: '家在同村或同乡镇', en: 'Home in the same village or township' },
  party: { zh: '政治面貌相同', en: 'The same Party status' },
  willingness: { zh: '任职意愿相同', en: 'The same willingness' },
}
