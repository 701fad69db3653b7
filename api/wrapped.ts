/**
 * Breaks a line to a width in terminal columns. Chinese has no spaces to break at and its signs are two columns
 * wide (East Asian Width W and F, Unicode UAX 11), which the table's own wrapping cuts off.
 */
export function wrapped(text: string, columns: number): string {
  const lines = ['']
  let used = 0
  for (const sign of text) {
    const width = sign === '\n' ? 0 : widthOf(sign)
    const isFull = sign === '\n' || used + width > columns
    if (isFull) lines.push('')
    used = isFull ? width : used + width
    if (sign !== '\n') lines[lines.length - 1] += sign
  }
  return lines.join('\n')
}

function widthOf(sign: string): number {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    sign,
  )
    ? 2
    : 1
}
