import { createSignal } from 'solid-js'
import type { ProblemDetails } from '../client.ts'
import type { SessionBody } from '../mentoring.ts'
import { shelfOf } from './shelf.ts'

/** A session that waits on this machine; `why` once the server would not take it. */
export type Entry = { body: SessionBody; name: string; why: ProblemDetails | null }
/** A photograph of one, sent after it. */
export type Photo = {
  id: string
  session: string
  name: string
  jpeg: string
  why: ProblemDetails | null
}

const [account, setAccount] = createSignal<string | null>(null)
const [entries, setEntries] = createSignal<Entry[]>([])
const [photos, setPhotos] = createSignal<Photo[]>([])
const [isLasting, setLasting] = createSignal(true)
const otherTabs = new BroadcastChannel('yanzhen.offline')

export { account, entries, isLasting, photos }

export const waiting = () => entries().filter(({ why }) => why === null)
export const refused = () => entries().filter(({ why }) => why !== null)
/** Sessions of which something is still to be sent. */
export const unsent = () =>
  new Set([...entries().map(({ body }) => body.id), ...photos().map(({ session }) => session)]).size

/** Whose entries these are from now on; null: nobody's, and nothing is shown. */
export async function showEntriesOf(id: string | null): Promise<void> {
  setAccount(id)
  await look()
}

export async function shelf() {
  const id = account()
  if (id === null) throw new Error('nobody is signed in')
  return shelfOf(id)
}

export const putEntry = (entry: Entry) => changing((it) => it.put('entries', entry.body.id, entry))
export const putPhoto = (photo: Photo) => changing((it) => it.put('photos', photo.id, photo))
export const removePhoto = (id: string) => changing((it) => it.remove('photos', id))

/** Without its photographs, which are sent after it. */
export const removeEntry = (id: string) => changing((it) => it.remove('entries', id))

/** As it is now: another tab may have sent it. */
export const entryOf = async (id: string) => (await shelf()).get<Entry>('entries', id)

/** One act at a time over all tabs, so that nothing is sent by two, or changed while it is sent. */
export async function exclusively<T>(act: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('yanzhen.offline', act) : act()
}

async function changing(change: (it: Awaited<ReturnType<typeof shelf>>) => Promise<void>) {
  await change(await shelf())
  await look()
  otherTabs.postMessage(null)
}

async function look(): Promise<void> {
  const id = account()
  const kept = id === null ? undefined : await shelfOf(id)
  const [found, pictures] = await Promise.all([
    kept?.all<Entry>('entries') ?? [],
    kept?.all<Photo>('photos') ?? [],
  ])
  if (account() !== id) return
  setEntries(found)
  setPhotos(pictures)
  setLasting(kept?.isLasting ?? true)
}

otherTabs.onmessage = () => void look().catch(() => {})
