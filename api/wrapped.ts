/**
 * Breaks text to a width in terminal columns. Chinese has no spaces to break at, its signs are two columns wide
 * (East Asian Width W and F, Unicode UAX 11), and a line does not begin with a closing sign (UAX 14); a table's
 * own wrapping cuts such text off.
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrappedLine(line, columns))
    .join('\n')
}

const WIDE =
  '\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6'
const isWide = new RegExp(`[${WIDE}]`)
/** A word, or one wide sign, each with the closing signs after it; or a space. */
const UNIT = new RegExp(`(?:[^\\s${WIDE}]+|[${WIDE}])[、。，；：！？）”’》」]*|\\s`, 'gu')

function wrappedLine(line: string, columns: number): string {
  const lines = ['']
  let used = 0
  for (const unit of line.match(UNIT) ?? []) {
    const width = widthOf(unit)
    const isFull = used > 0 && used + width > columns
    if (isFull) lines.push('')
    used = isFull ? width : used + width
    lines[lines.length - 1] += unit
  }
  return lines.map((one) => one.trimEnd()).join('\n')
}

function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (isWide.test(sign) ? 2 : 1), 0)
}
