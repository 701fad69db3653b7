import { pageOfAppointmentForms, putFormCipher } from '../../db/appointment-forms.ts'
import type { Db } from '../../db/connect.ts'
import type { Keyring } from '../../db/keyring.ts'
import type { Renewal } from '../imports/rotation.ts'
import { openForm, sealForm } from './sealed.ts'

const PAGE = 200

/** What appointment forms say beside portraits, by the newest key; how many values. */
export async function renewForms(
  db: Db,
  keyring: Keyring,
  { countyCode }: { countyCode: string },
  { isWritten, read }: Renewal,
): Promise<number> {
  const sealing = { keyring, countyCode }
  let values = 0
  for (let after = ''; ; ) {
    const page = await pageOfAppointmentForms(db, { countyCode }, after, PAGE)
    for (const row of page) {
      const { talentId } = row
      const form = read(`appointment form ${talentId}`, () => openForm(sealing, row))
      const cipher = sealForm(sealing, talentId, form)
      if (isWritten) await putFormCipher(db, { countyCode }, { talentId, cipher })
      values += 1
    }
    if (page.length < PAGE) return values
    after = page.at(-1)!.talentId
  }
}
