import type { Db } from '../../db/connect.ts'
import { syllablesOf } from '../../db/pinyin.ts'
import { findTexts } from '../../db/texts.ts'
import type { Words } from '../../matching/types.ts'
import type { Columns } from './columns.ts'
import { holdingAny } from './dictionary.ts'
import type { Why } from './hit.ts'
import { matchNames } from './names.ts'
import { lettersOf, matchPinyin } from './pinyin-match.ts'
import { type Places, placesNamed } from './places.ts'
import { kindOf, raise, SCORE, type Scores } from './scores.ts'
import { signsOf } from './signs.ts'
import { matchTypos } from './typos.ts'

/** Entries of a dictionary that a county keeps: skills, groups. */
type Entry = { id: string; zh: string; en: string }
export type Vocabulary = { skills: readonly Entry[]; sources: readonly Entry[] }

/** A word of the box, how well it fits each person, and why. */
export type Token = { text: string; scores: Scores; why: (at: number) => Why }

/** Beyond a county of this size a word that everybody has finds some of its people only. */
const MOST_TEXTS = 30_000

/** A word as it is typed, with what is written of people that holds it. */
export type Typed = { text: string; texts: readonly number[] }

/** Words of the box, parted by spaces and commas. A text of one sign would find nearly everybody's. */
export async function readTokens(db: Db, countyCode: string, q: string): Promise<Typed[]> {
  const words = q
    .normalize('NFKC')
    .split(/[\s,，、;；]+/)
    .filter((word) => signsOf(word).length > 0)
    .slice(0, MOST_WORDS)
  const typed: Typed[] = []
  for (const text of words) {
    const isShort = [...text].length < 2
    typed.push({
      text,
      texts: isShort ? [] : await findTexts(db, { countyCode }, text, MOST_TEXTS),
    })
  }
  return typed
}

const MOST_WORDS = 8

type Sought = { columns: Columns; places: Places; vocabulary: Vocabulary; isIn: Uint8Array }

/**
 * All that a word may mean, in one column of scores: a name or part of one, its pinyin or initials, a skill, a place, a
 * group, words of what is written. Slips of the pen count only where nobody is called exactly so and it means nothing
 * else.
 */
export function scoreToken(sought: Sought, { text, texts }: Typed): Token {
  const { columns, isIn } = sought
  const scores = new Uint8Array(columns.size)
  const signs = signsOf(text)
  const letters = lettersOf(text)
  matchNames(columns, signs, scores)
  if (letters !== null) matchPinyin(columns, letters, scores)
  const meant = matchWords(sought, text, scores)
  scoreTexts(columns, text, texts, scores)
  const most = letters === null && !meant.isWord ? typosWanted(signs, scores, isIn) : 0
  if (most > 0) matchTypos(columns, { signs, syllables: syllablesOf(text) }, isIn, scores, most)
  return { text, scores, why: (at) => whyOf(text, scores[at]!, meant.said(at)) }
}

/**
 * Words that belong together, since people put spaces into names (王 伟, zhang wei): neighbours of single signs or of
 * letters are one word where somebody is called so, else each stands for itself.
 */
export function scoreTokens(sought: Sought, typed: readonly Typed[]): Token[] {
  const tokens: Token[] = []
  for (let start = 0; start < typed.length; ) {
    const end = runFrom(typed, start)
    const joined = end - start > 1 ? joinedName(sought, typed.slice(start, end)) : null
    if (joined) tokens.push(joined)
    else for (const one of typed.slice(start, end)) tokens.push(scoreToken(sought, one))
    start = end
  }
  return tokens
}

function runFrom(typed: readonly Typed[], start: number): number {
  const kind = pieceKind(typed[start]!.text)
  let end = start + 1
  while (kind !== null && end < typed.length && pieceKind(typed[end]!.text) === kind) end++
  return end
}

function pieceKind(text: string): 'sign' | 'letters' | null {
  if (lettersOf(text) !== null) return 'letters'
  return [...text].length <= 2 && /^\p{Script=Han}+$/u.test(text) ? 'sign' : null
}

function joinedName({ columns, isIn }: Sought, typed: readonly Typed[]): Token | null {
  const text = typed.map((it) => it.text).join('')
  if (!typed.some((it) => [...it.text].length === 1) && lettersOf(text) === null) return null
  const scores = new Uint8Array(columns.size)
  const letters = lettersOf(text)
  if (letters === null) matchNames(columns, signsOf(text), scores)
  else matchPinyin(columns, letters, scores)
  const isFound = scores.some((score, at) => score > 0 && isIn[at] === 1)
  return isFound ? { text, scores, why: (at) => whyOf(text, scores[at]!, null) } : null
}

/** As many as people look at before they change their question. */
const FIRST = 20

/**
 * Everybody one slip away where nobody is called exactly so. Two signs are often a name of three half remembered: where
 * few are called so, some more stand after them.
 */
function typosWanted(signs: Uint32Array, scores: Scores, isIn: Uint8Array): number {
  let exact = 0
  for (let at = 1; at < scores.length; at++)
    if (scores[at] === SCORE.exactName && isIn[at] === 1) exact++
  if (exact === 0) return Number.POSITIVE_INFINITY
  return signs.length === 2 ? Math.max(0, FIRST - exact) : 0
}

/** Skills, places and groups that the word names. */
function matchWords({ columns, places, vocabulary }: Sought, text: string, scores: Scores) {
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
  return { isWord, said: (at: number) => saidOf(columns, places, skills, groups, scores[at]!, at) }
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

function raiseAll(
  codes: Uint8Array | Uint16Array | Uint32Array,
  wanted: Uint8Array,
  score: number,
  scores: Scores,
) {
  if (!wanted.includes(1)) return
  for (let at = 1; at < scores.length; at++)
    if (wanted[codes[at]!] === 1 && scores[at]! < score) scores[at] = score
}

/** Whose work is called so stands before those whose record merely mentions it. */
function scoreTexts(columns: Columns, text: string, texts: readonly number[], scores: Scores) {
  const { occupation, words } = columns
  const isWork = new Map<number, boolean>()
  for (const at of texts) {
    if (at >= scores.length) continue
    const code = occupation[at]!
    const known = isWork.get(code) ?? words.occupation.values[code]!.toLowerCase().includes(text)
    isWork.set(code, known)
    raise(scores, at, known ? SCORE.text : SCORE.textLeast)
  }
}

/** What the person has that the word names. */
function saidOf(
  columns: Columns,
  places: Places,
  skills: readonly Entry[],
  groups: readonly Entry[],
  score: number,
  at: number,
): Words | null {
  const { combined, words } = columns
  if (score === SCORE.village) {
    const name = places.names.get(words.village.values[columns.village[at]!]!) ?? ''
    const township = places.names.get(words.township.values[columns.township[at]!]!) ?? ''
    return { zh: `家在${township}${name}`, en: `Home in ${township} ${name}` }
  }
  const held = (name: 'skill' | 'source', entries: readonly Entry[]) => {
    const { members, parts } = combined[name]
    const own = members[columns[name][at]!]!.map((code) => parts.values[code])
    return entries.filter(({ id }) => own.includes(id))
  }
  if (score === SCORE.skill) return listed(held('skill', skills), '专长', 'Skill')
  return score === SCORE.group ? listed(held('source', groups), '类别', 'Group') : null
}

function listed(entries: readonly Entry[], zh: string, en: string): Words {
  return {
    zh: `${zh}：${entries.map((it) => it.zh).join('、')}`,
    en: `${en}: ${entries.map((it) => it.en).join(', ')}`,
  }
}

function whyOf(text: string, score: number, said: Words | null): Why {
  const kind = kindOf(score)
  if (said !== null) return { kind, words: said }
  return { kind, words: WHY[kind]?.(text) ?? { zh: text, en: text } }
}

const WHY: Partial<Record<Why['kind'], (text: string) => Words>> = {
  name: (text) => ({ zh: `姓名含“${text}”`, en: `Name: ${text}` }),
  pinyin: (text) => ({ zh: `姓名读音合“${text}”`, en: `Read as ${text}` }),
  typo: (text) => ({ zh: `与“${text}”仅差一字`, en: `One sign away from ${text}` }),
  text: (text) => ({ zh: `档案文字含“${text}”`, en: `The record says ${text}` }),
}
