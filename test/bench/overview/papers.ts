import type { Db } from '../../../db/connect.ts'
import type { SignedInClient } from '../../api/served.ts'
import { millisecondsOf, round } from '../timing.ts'

const PURPOSE = '全县换届工作调度会'

/** The report of the whole county, from asking to the last byte; in seconds. */
export async function makeReport(county: SignedInClient): Promise<number> {
  return made(county, { kind: 'report', township: null, plan: null, purpose: PURPOSE })
}

/** Appointment forms of so many people as one archive; in seconds. */
export async function makeForms(county: SignedInClient, db: Db, count: number): Promise<number> {
  const rows = await db
    .selectFrom('talents')
    .select('id')
    .where('erasedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('id')
    .limit(count)
    .execute()
  const talents = rows.map(({ id }) => id)
  return made(county, { kind: 'lrmx', idNumbers: false, talents, purpose: PURPOSE })
}

async function made(county: SignedInClient, asked: object): Promise<number> {
  const spent = await millisecondsOf(async () => {
    const answer = await county.post('/papers', asked)
    if (!answer.ok) throw new Error(await answer.text())
    const { id } = (await answer.json()) as { id: string }
    const file = await county.get(`/papers/${id}/file`)
    if (!file.ok) throw new Error(await file.text())
    await file.arrayBuffer()
  })
  return round(spent / 1000, 1)
}
