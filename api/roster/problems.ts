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

export const tooMuch = () =>
  new RosterProblem('too-much-inside', {
    zh: '文件解压后的内容异常庞大，已停止读取。请只保留名册所在的工作表，删除图片和空白行列后另存，再重新选择文件。',
    en: 'The file unpacks to far more than a list of people holds, so reading was stopped. Keep the sheet of the list alone, without pictures and blank rows, save it and choose it again.',
  })
