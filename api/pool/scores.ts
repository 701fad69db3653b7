import type { WhyKind } from './hit.ts'

/** How well a word of the box fits a person, 0 to 255; what says more stands higher. */
export const SCORE = {
  exactName: 250,
  /** A name begins with it. */
  nameBegin: 240,
  namePart: 230,
  wholePinyin: 200,
  pinyinBegin: 190,
  pinyinPart: 180,
  wholeInitials: 160,
  initialsBegin: 150,
  initialsPart: 140,
  /** From here down by how much the agreeing part says. */
  typo: 130,
  typoLeast: 100,
  skill: 90,
  village: 80,
  group: 70,
  /** From here down by how well the text fits. */
  text: 60,
  textLeast: 1,
} as const

export function kindOf(score: number): WhyKind {
  if (score >= SCORE.namePart) return 'name'
  if (score >= SCORE.initialsPart) return 'pinyin'
  if (score >= SCORE.typoLeast) return 'typo'
  if (score >= SCORE.skill) return 'skill'
  if (score >= SCORE.village) return 'village'
  return score >= SCORE.group ? 'group' : 'text'
}

/** By `searchRow`; 0 where the word does not fit. */
export type Scores = Uint8Array

export function raise(scores: Scores, at: number, score: number): void {
  if (scores[at]! < score) scores[at] = score
}
