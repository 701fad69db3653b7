import type { BrowserContextOptions, Page } from 'playwright-core'
import { v7 as newId } from 'uuid'
import { asking } from './server.ts'

export const PHONE = {
  ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' },
} satisfies BrowserContextOptions
export const DESK = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }

type Session = { id: string; agreed: string; heldOn: string; talent: string; files: unknown[] }

type SessionPage = { sessions: Session[]; next: string | null }

/** The mentor of the demonstration as the server sees them. */
export async function askingAsMentor(address: string) {
  const it = await asking(address, 'demo-mentor')
  const read = async <T>(path: string) => (await (await it.get(path)).json()) as T
  async function sessions(): Promise<Session[]> {
    const found: Session[] = []
    for (let before: string | null = ''; before !== null; ) {
      const page: SessionPage = await read(`/mentoring/sessions${before && `?before=${before}`}`)
      found.push(...page.sessions)
      before = page.next
    }
    return found
  }
  return {
    ...it,
    home: () => read<{ mentees: { talent: { id: string; name: string } }[] }>('/mentoring'),
    sessions,
    /** How many sessions say this. */
    count: async (agreed: string) =>
      (await sessions()).filter((one) => one.agreed === agreed).length,
    find: async (agreed: string) => (await sessions()).find((one) => one.agreed === agreed),
    log: (session: Record<string, unknown>) =>
      it.post('/mentoring/sessions', {
        ...{ id: newId(), minutes: 60, way: 'talk', topic: 'thought', progress: null, seen: [] },
        ...{ nextOn: null, next: null, keptAt: new Date().toISOString(), isAnother: false },
        ...session,
      }),
  }
}

export const dayInChina = (days = 0) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** Counts what a thumb does: every touch of the screen from now on. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number }
    counted.taps = 0
    document.addEventListener('pointerdown', () => counted.taps++, true)
  })
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps)
}

/** Everything that the browser keeps of a mentor, as anybody finds it who opens its files. */
export function keptIn(page: Page) {
  return page.evaluate(async () => {
    const opened = indexedDB.open('yanzhen.offline')
    const db = await new Promise<IDBDatabase>((done) => {
      opened.onsuccess = () => done(opened.result)
    })
    const all = (store: string) =>
      new Promise<unknown[]>((done) => {
        const asked = db.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => done(asked.result)
      })
    const sealed = (await all('sealed')) as { iv: Uint8Array; cipher: ArrayBuffer }[]
    const owners = (await all('owner')) as { key: CryptoKey }[]
    const texts = sealed.map(({ cipher }) => new TextDecoder().decode(cipher))
    const [owner] = owners
    const exported = owner
      ? await crypto.subtle.exportKey('raw', owner.key).then(
          () => true,
          () => false,
        )
      : null
    db.close()
    return { sealed: sealed.length, owners: owners.length, texts: texts.join('\n'), exported }
  })
}
