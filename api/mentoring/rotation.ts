import type { Db } from '../../db/connect.ts'
import type { Keyring } from '../../db/keyring.ts'
import { pageOfNotes, putNoteCipher } from '../../db/mentor-notes.ts'
import type { Renewal } from '../imports/rotation.ts'
import { notePlace } from './notes.ts'

const PAGE = 500

/** What mentors keep for themselves, by the newest key; how many values. */
export async function renewNotes(
  db: Db,
  keyring: Keyring,
  { countyCode }: { countyCode: string },
  { isWritten, read }: Renewal,
): Promise<number> {
  let values = 0
  for (let after = ''; ; ) {
    const page = await pageOfNotes(db, { countyCode }, after, PAGE)
    for (const { id, mentorId, cipher } of page) {
      const place = notePlace(countyCode, mentorId, id)
      const text = read(`note ${id}`, () => keyring.decrypt(cipher, place))
      if (isWritten)
        await putNoteCipher(db, { countyCode }, { id, cipher: keyring.encrypt(text, place) })
      values += 1
    }
    if (page.length < PAGE) return values
    after = page.at(-1)!.id
  }
}
