export type IdentityFault = 'length' | 'signs' | 'date' | 'check-digit'

/** GB 11643: weights of the first 17 digits, and the check digit that their sum asks for. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** As it is compared: without spaces, with a capital X, and not in the full width of an input method. */
export const normalIdentity = (text: string) =>
  text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What can be seen to be wrong before the server looks; null where nothing is. */
export function identityFault(number: string): IdentityFault | null {
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'signs'
  if (!isDay(identityBirth(number))) return 'date'
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return number[17] === CHECK_DIGITS[sum % 11] ? null : 'check-digit'
}

export const identityBirth = (number: string) =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

export const identitySex = (number: string): 'male' | 'female' =>
  Number(number[16]) % 2 === 1 ? 'male' : 'female'

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text > '1900'
}
