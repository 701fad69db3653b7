import { type Columns, POSITIONS } from './columns.ts'
import { raise, SCORE, type Scores } from './scores.ts'

/** Letters of a query fit the bits of a number. */
const MOST_LETTERS = 30

/** What a box may hold of pinyin: letters, with marks between syllables that people type; ü as v. */
export function lettersOf(token: string): string | null {
  const letters = token
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/['’\s-]/g, '')
  return /^[a-z]+$/.test(letters) && letters.length <= MOST_LETTERS ? letters : null
}

/**
 * Everybody whose name is read so: whole syllables, initials or both mixed (zhangwei, zw, zhangw), the last syllable
 * perhaps unfinished, from any syllable on (wei). The query is an automaton whose states are the letters consumed: what
 * each syllable of the county does to each state is worked out once, so that a name costs a look for each syllable.
 */
export function matchPinyin(columns: Columns, letters: string, scores: Scores): void {
  const steps = stepsOf(columns.syllables.values, letters)
  const { size, syllableCount, syllable0, syllable1, syllable2, syllable3 } = columns
  const list = [syllable0, syllable1, syllable2, syllable3]
  const name = new Uint16Array(POSITIONS)
  for (let start = 0; start < POSITIONS; start++) {
    const column = list[start]!
    for (let at = 1; at < size; at++) {
      if (steps.isFirst[column[at]!] !== 1) continue
      const count = syllableCount[at]!
      if (count > POSITIONS) continue
      name[0] = syllable0[at]!
      name[1] = syllable1[at]!
      name[2] = syllable2[at]!
      name[3] = syllable3[at]!
      raise(scores, at, scoreOf(steps, start, count, name))
    }
  }
  for (const [at, long] of columns.longSyllables)
    for (let start = 0; start < long.length; start++)
      raise(scores, at, scoreOf(steps, start, long.length, long))
}

type Steps = {
  /** By syllable × width + state: the states after it, as bits; by whole syllables alone, and by initials too. */
  whole: Int32Array
  mixed: Int32Array
  /** By syllable: 1 where the query may begin with it. */
  isFirst: Uint8Array
  width: number
  /** The bit of the state in which all letters are consumed. */
  end: number
}

function stepsOf(syllables: readonly string[], letters: string): Steps {
  const width = letters.length + 1
  const steps = {
    whole: new Int32Array(syllables.length * width),
    mixed: new Int32Array(syllables.length * width),
    isFirst: new Uint8Array(syllables.length),
    width,
    end: 1 << letters.length,
  }
  for (const [code, syllable] of syllables.entries()) {
    if (syllable === '') continue
    for (let state = 0; state < letters.length; state++)
      for (const spelt of spellingsOf(syllable)) addSteps(steps, code, spelt, letters, state)
    if (steps.mixed[code * width] !== 0) steps.isFirst[code] = 1
  }
  return steps
}

/** lv is typed lü, lv or lu. */
function spellingsOf(syllable: string): string[] {
  return syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable]
}

function addSteps(steps: Steps, code: number, syllable: string, letters: string, state: number) {
  const at = code * steps.width + state
  const rest = letters.slice(state)
  if (rest.startsWith(syllable)) steps.whole[at]! |= 1 << (state + syllable.length)
  if (rest.length > 1 && syllable.startsWith(rest)) steps.whole[at]! |= steps.end
  steps.mixed[at]! |= steps.whole[at]!
  if (rest[0] === syllable[0]) steps.mixed[at]! |= 1 << (state + 1)
  // 'zhw' for zhang wei.
  if (/^[zcs]h/.test(syllable) && rest.startsWith(syllable.slice(0, 2)))
    steps.mixed[at]! |= 1 << (state + 2)
  if (syllable.startsWith(rest)) steps.mixed[at]! |= steps.end
}

function scoreOf(
  { whole, mixed, width, end }: Steps,
  start: number,
  count: number,
  name: Uint16Array,
): number {
  let wholly = 1
  let mixedly = 1
  let best = 0
  for (let position = start; position < count && mixedly !== 0; position++) {
    const syllable = name[position]! * width
    wholly = after(whole, syllable, wholly)
    mixedly = after(mixed, syllable, mixedly)
    const isWholeName = start === 0 && position === count - 1
    if (wholly & end) best = Math.max(best, scoreFor('pinyin', isWholeName, start))
    if (mixedly & end) best = Math.max(best, scoreFor('initials', isWholeName, start))
  }
  return best
}

/** The states after a syllable; from the last one, in which all is consumed, nothing follows. */
function after(steps: Int32Array, syllable: number, states: number): number {
  let next = 0
  for (let left = states; left !== 0; left &= left - 1)
    next |= steps[syllable + 31 - Math.clz32(left & -left)]!
  return next
}

function scoreFor(kind: 'pinyin' | 'initials', isWholeName: boolean, start: number): number {
  if (kind === 'pinyin') {
    if (isWholeName) return SCORE.wholePinyin
    return start === 0 ? SCORE.pinyinBegin : SCORE.pinyinPart
  }
  if (isWholeName) return SCORE.wholeInitials
  return start === 0 ? SCORE.initialsBegin : SCORE.initialsPart
}
