import type { Db } from '../../db/connect.ts'
import { syllablesOf } from '../../db/pinyin.ts'
import { findTexts } from '../../db/texts.ts'
import type { Words } from '../../matching/types.ts'
import type { Columns } from './columns.ts'
import type { Why } from './hit.ts'
import { matchNames } from './names.ts'
import { lettersOf, matchPinyin } from './pinyin-match.ts'
import { kindOf, raise, SCORE, type Scores } from './scores.ts'
import { signsOf } from './signs.ts'
import { matchTypos } from './typos.ts'
import { matchWords, type Sought } from './vocabulary.ts'

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

/**
 * All that a word may mean, in one column of scores: a name or part of one, its pinyin or initials, a skill, a place, a
 * group, words of what is written. Slips of the pen count only where nobody is called exactly so and it means nothing
 * else.
 */
function scoreToken(sought: Sought, { text, texts }: Typed): Token {
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
  if (!hasScore(scores, isIn)) return null
  return { text, scores, why: (at) => whyOf(text, scores[at]!, null) }
}

function hasScore(scores: Scores, isIn: Uint8Array): boolean {
  for (let at = 1; at < scores.length; at++) if (scores[at]! > 0 && isIn[at] === 1) return true
  return false
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

/** Whose work is called so stands before those whose record merely mentions it. */
function scoreTexts(columns: Columns, text: string, texts: readonly number[], scores: Scores) {
  const { occupation, words } = columns
  const plain = text.toLowerCase()
  const isWork = new Map<number, boolean>()
  for (const at of texts) {
    if (at >= scores.length) continue
    const code = occupation[at]!
    const known = isWork.get(code) ?? words.occupation.values[code]!.toLowerCase().includes(plain)
    isWork.set(code, known)
    raise(scores, at, known ? SCORE.text : SCORE.textLeast)
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
  typo: (text) => ({
    zh: `与“${text}”音同或仅差一字`,
    en: `Sounds like ${text}, or is one sign away`,
  }),
  text: (text) => ({ zh: `档案文字含“${text}”`, en: `The record says ${text}` }),
}
