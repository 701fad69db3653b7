import type { Keyring } from '../../db/keyring.ts'
import type { Form } from './reading.ts'
import { withoutWithheld } from './withheld.ts'

type Sealing = { keyring: Keyring; countyCode: string }

/** What a form says beside the portrait, bound to its person. */
export function sealForm({ keyring, countyCode }: Sealing, talentId: string, form: Form): string {
  return keyring.encrypt(JSON.stringify(form), formPlace(countyCode, talentId))
}

/** Throws when it was altered, or is another person's. */
export function openForm(
  { keyring, countyCode }: Sealing,
  { talentId, cipher }: { talentId: string; cipher: string },
): Form {
  const form = JSON.parse(keyring.decrypt(cipher, formPlace(countyCode, talentId))) as Form
  // Forms of before looked for numbers in one place alone.
  return withoutWithheld(form)
}

const formPlace = (countyCode: string, talentId: string) =>
  `appointment form ${countyCode} ${talentId}`
