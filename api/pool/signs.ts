/**
 * A name as it is compared: full-width forms narrow, letters small, without spaces and without the dot within names of
 * smaller nationalities. One number a sign, rare ones too (𬭎 is one sign and two units of a text).
 */
export function signsOf(name: string): Uint32Array {
  return Uint32Array.from(plainName(name), (sign) => sign.codePointAt(0)!)
}

export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·・•‧．.]/gu, '')
}
