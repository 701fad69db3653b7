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

export const damaged = () =>
  new RosterProblem('damaged', {
    zh: '文件已损坏或没有传完整，无法读取。请在 Excel 或 WPS 中打开并另存为 .xlsx，再重新选择文件。',
    en: 'The file is damaged or incomplete. Open it in Excel or WPS, save it as .xlsx and choose it again.',
  })
