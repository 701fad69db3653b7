import { type App, createApp } from '../../api/app.ts'
import { checkDigit } from '../../db/identity-number.ts'
import { HONGMEN } from '../cast.ts'
import { openRound } from './reviewed.ts'
import { ok, type SignedInClient, send } from './served.ts'

/** Rows that a test leaves behind, those that refer to others first. */
const TABLES = ['applications', 'messages', 'reviewActs', 'reviewCases', 'nominations', 'nominees']

/** Nobody's: the area code is not assigned. An odd serial is a man's. */
export function numberOf(bornOn: string, serial: number): string {
  const first = `990406${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first + checkDigit(first)
}

export const REASON = '在村里做了六年会计，想把账目公开这件事做好。'
export const PASS = { kind: 'pass', note: '', document: '', isOnPaper: false } as const

export type ApplyPage = Awaited<ReturnType<typeof openPage>>

/** A round with its public page. Every test begins with nobody in it, calm limits, and somebody new to apply. */
export async function openPage(world: Parameters<typeof openRound>[0] = {}) {
  const round = await openRound(world)
  const { db } = round.served.given
  const days = await db.selectFrom('rounds').selectAll().execute()
  let app: App = round.served.bare
  let serial = 1
  const form = () => ({
    ...{ round: round.id, village: HONGMEN, posts: ['committee-member'], name: nameOf(serial) },
    ...{ idNumber: numberOf('1988-03-09', serial), bornOn: '1988-03-09', sex: 'male' },
    ...{ phone: '12000001111', education: 'junior-college', partyStatus: 'none', reason: REASON },
    ...{ occupation: '合作社会计', hasConsented: true, noticeVersion: 1 },
  })
  const to = (path: string, body: object) => send(app, 'POST', path, body)
  const apply = (own: object = {}) => to('/applications', { ...form(), ...own })
  const inbox = async (client: SignedInClient = round.township) =>
    ok(await client.get('/applications'))
  return {
    ...{ round, db, form, to, apply, inbox },
    async begin() {
      for (const table of TABLES) await db.deleteFrom(table as 'applications').execute()
      for (const { id, opensOn, closesOn } of days)
        await db.updateTable('rounds').set({ opensOn, closesOn }).where('id', '=', id).execute()
      app = createApp(round.served.given)
      serial += 2
    },
    open: async () => ok(await app.request('/api/v1/applications/open')),
    handIn: async (own: object = {}): Promise<string> => (await (await apply(own)).json()).receipt,
    lookUp: async (receipt: string) => ok(await to('/applications/look-up', { receipt })),
    withdraw: (receipt: string) => to('/applications/withdrawal', { receipt }),
    stored: () => db.selectFrom('applications').selectAll().execute(),
    waiting: async (client?: SignedInClient): Promise<string> =>
      (await inbox(client)).applications[0].id,
    accept: (id: string, talent: string | null = null, by: SignedInClient = round.township) =>
      by.post(`/applications/${id}/acceptance`, { talent, checked: 'phone' }),
    close: () => round.served.close(),
  }
}

const GIVEN = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'

function nameOf(serial: number): string {
  return `公孙${GIVEN[Math.floor(serial / 2) % GIVEN.length]}`
}
