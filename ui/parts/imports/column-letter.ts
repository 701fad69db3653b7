/** A column as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetter(at: number): string {
  const before = Math.floor(at / 26)
  return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + (at % 26))
}
