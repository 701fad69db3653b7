import type { Words } from '../../matching/types.ts'
import type { Columns } from './columns.ts'
import { holdingAny } from './dictionary.ts'
import { type Places, placesNamed } from './places.ts'
import { SCORE, type Scores } from './scores.ts'

/** Entries of a dictionary that a county keeps: skills, groups. */
type Entry = { id: string; zh: string; en: string }
export type Vocabulary = { skills: readonly Entry[]; sources: readonly Entry[] }

/** Where a word of the box is looked for; `isIn` is 1 at the places of whom the account sees. */
export type Sought = {
  columns: Columns
  places: Places
  vocabulary: Vocabulary
  isIn: Uint8Array
}

/** People with the skills, homes and groups that a word names; `said` tells which of them somebody has. */
export function matchWords({ columns, places, vocabulary }: Sought, text: string, scores: Scores) {
  const skills = entriesNamed(vocabulary.skills, text)
  const groups = entriesNamed(vocabulary.sources, text)
  const villages = placesNamed(places.villages, text)
  const townships = placesNamed(places.townships, text)
  const { combined, words } = columns
  raiseAll(columns.skill, holdingAny(combined.skill, ids(skills)), SCORE.skill, scores)
  raiseAll(columns.source, holdingAny(combined.source, ids(groups)), SCORE.group, scores)
  const codesOf = (wanted: readonly string[], { values }: { values: string[] }) =>
    Uint8Array.from(values, (value) => (wanted.includes(value) ? 1 : 0))
  raiseAll(columns.village, codesOf(villages, words.village), SCORE.village, scores)
  raiseAll(columns.township, codesOf(townships, words.township), SCORE.village, scores)
  const isWord = [skills, groups, villages, townships].some((it) => it.length > 0)
  const said = (at: number): Words | null => {
    if (scores[at] === SCORE.village) return homeWords(columns, places, at)
    if (scores[at] === SCORE.skill) return heldWords(columns, 'skill', skills, at)
    return scores[at] === SCORE.group ? heldWords(columns, 'source', groups, at) : null
  }
  return { isWord, said }
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id)

/** At least two signs, or three letters from the beginning of a word. */
function entriesNamed(entries: readonly Entry[], text: string): Entry[] {
  const plain = text.toLowerCase()
  if (/^[a-z-]+$/.test(plain)) {
    if (plain.length < 3) return []
    return entries.filter(({ en }) => ` ${en.toLowerCase()}`.includes(` ${plain}`))
  }
  return [...plain].length < 2 ? [] : entries.filter(({ zh }) => zh.includes(plain))
}

function raiseAll(codes: Uint32Array, wanted: Uint8Array, score: number, scores: Scores) {
  if (!wanted.includes(1)) return
  for (let at = 1; at < scores.length; at++)
    if (wanted[codes[at]!] === 1 && scores[at]! < score) scores[at] = score
}

function homeWords({ words, village, township }: Columns, { names }: Places, at: number): Words {
  const home = names.get(words.village.values[village[at]!]!) ?? ''
  const around = names.get(words.township.values[township[at]!]!) ?? ''
  return { zh: `家在${around}${home}`, en: `Home in ${around} ${home}` }
}

/** Those of the entries that the person has. */
function heldWords(
  columns: Columns,
  kind: 'skill' | 'source',
  entries: readonly Entry[],
  at: number,
): Words {
  const { members, parts } = columns.combined[kind]
  const own = members[columns[kind][at]!]!.map((code) => parts.values[code])
  const held = entries.filter(({ id }) => own.includes(id))
  const { zh, en } = KINDS[kind]
  return {
    zh: `${zh}：${held.map((it) => it.zh).join('、')}`,
    en: `${en}: ${held.map((it) => it.en).join(', ')}`,
  }
}

const KINDS = {
  skill: { zh: '专长', en: 'Skill' },
  source: { zh: '来源类别', en: 'Group' },
}
