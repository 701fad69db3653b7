/** What is wrong with an identity number, in the order in which it is looked at. */
export type IdentityFault = 'length' | 'signs' | 'area' | 'date' | 'check-digit'

/** Beginnings of area codes by province (GB/T 2260); 99 stands for nobody: invented people carry it. */
const PROVINCES = new Set(
  [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
  ].concat([52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 99]),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/**
 * The first fault of a citizen's identity number by GB 11643-1999, or null: 18 signs, area, birth date, check digit.
 * Of the area only the province is looked at: codes of counties that were abolished stay valid for whoever carries one.
 */
export function identityFault(number: string): IdentityFault | null {
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'signs'
  if (!PROVINCES.has(Number(number.slice(0, 2)))) return 'area'
  if (!isDay(identityBirth(number))) return 'date'
  return number[17] === checkDigit(number) ? null : 'check-digit'
}

/** As it is compared and stored: without spaces, with a capital X, and not in the full width of an input method. */
export function normalIdentity(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** The check digit that the first 17 digits ask for (ISO 7064, MOD 11-2). */
export function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return CHECK_DIGITS[sum % 11]!
}

export function identityBirth(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

export function identitySex(number: string): 'male' | 'female' {
  return Number(number[16]) % 2 === 1 ? 'male' : 'female'
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text > '1900'
}
