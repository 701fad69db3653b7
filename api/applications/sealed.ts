import type { Application } from '../../db/applications.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Applied } from '../shapes/applications.ts'

/** What is kept of an application while it waits; the rest of what was typed is in columns. */
export type Typed = Omit<Applied, 'round' | 'village' | 'hasConsented' | 'noticeVersion'>

type Where = { keyring: Keyring; countyCode: string }

export function seal({ keyring, countyCode }: Where, id: string, typed: Typed): string {
  return keyring.encrypt(JSON.stringify(typed), placeOf(countyCode, id))
}

/** Null: decided, or one too many of the same number. */
export function opened(
  { keyring, countyCode }: Where,
  { id, cipher }: Pick<Application, 'id' | 'cipher'>,
): Typed | null {
  return cipher === null
    ? null
    : (JSON.parse(keyring.decrypt(cipher, placeOf(countyCode, id))) as Typed)
}

/** Apart from that of people in the pool: the one is what somebody says of themselves, the other is known. */
export function digestOfNumber({ keyring }: Where, idNumber: string): string {
  return keyring.digest('application', idNumber)
}

function placeOf(countyCode: string, id: string): string {
  return `${countyCode}/application/${id}`
}
