/** A text that a spreadsheet would take for a formula is written with an apostrophe before it (CSV injection). */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
}

/** As it was before the guard; a text cell that somebody typed with an apostrophe loses it, too. */
export function unguard(text: string): string {
  return /^'/.test(text) ? text.slice(1) : text
}

/** 370***********1234: what is hidden means 'as it was'. */
export function isMasked(text: string): boolean {
  return /^[\dXx]{0,6}\*{3,}[\dXx]{0,4}$/.test(text.trim())
}

/** Line of an export that says who made it: it is left out when the file is read. */
export const WATERMARK = '〔导出水印〕'

export function isWatermark(text: string): boolean {
  return text.trim().startsWith(WATERMARK)
}
