import type { Words } from '../../matching/types.ts'

export type RosterProblemKind =
  | 'old-xls'
  | 'protected'
  | 'not-a-spreadsheet'
  | 'damaged'
  | 'too-much-inside'
  | 'no-header'
  | 'no-such-sheet'
  | 'empty'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-large'
  | 'encoding'
  | 'cancelled'

/** A file that is not read any further: `words` say what, where and how to mend it. */
export class RosterProblem extends Error {
  readonly kind: RosterProblemKind
  readonly words: Words

  constructor(kind: RosterProblemKind, words: Words) {
    super(`${kind}: ${words.en}`)
    this.name = 'RosterProblem'
    this.kind = kind
    this.words = words
  }
}
