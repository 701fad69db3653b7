import { closeShelf, openSealed } from './sealed.ts'

/** `entries` and `photos` wait to be sent; `data` is what logging needs without a network. */
export type Box = 'entries' | 'photos' | 'data'

/** Where one account keeps things on this machine, by box and name, in the order of names. */
export type Shelf = {
  /** False: only while the page is open. */
  isLasting: boolean
  put(box: Box, name: string, value: unknown): Promise<void>
  get<T>(box: Box, name: string): Promise<T | undefined>
  all<T>(box: Box): Promise<T[]>
  remove(box: Box, name: string): Promise<void>
}

/** Browsers offer the key, the lock and the service worker by HTTPS, or on the machine itself, and not else. */
export const canKeep = () =>
  window.isSecureContext && 'indexedDB' in window && 'locks' in navigator && !!crypto.subtle

let shelf: { account: string; opened: Promise<Shelf> } | undefined

/** The shelf of an account; what another account had here is gone with it. */
export function shelfOf(account: string): Promise<Shelf> {
  if (shelf?.account !== account) shelf = { account, opened: open(account) }
  return shelf.opened
}

/** Sign-out: the key goes first, and all that it opened. */
export async function wipeShelf(): Promise<void> {
  shelf = undefined
  if (canKeep()) await closeShelf()
}

/** Some browsers refuse storage in private windows: then the page itself remembers. */
async function open(account: string): Promise<Shelf> {
  if (!canKeep()) return inMemory()
  return openSealed(account).catch(() => inMemory())
}

function inMemory(): Shelf {
  const kept = new Map<string, unknown>()
  const inBox = (box: Box) => [...kept.keys()].filter((key) => key.startsWith(`${box}/`)).sort()
  return {
    isLasting: false,
    put: async (box, name, value) => void kept.set(`${box}/${name}`, value),
    get: async <T>(box: Box, name: string) => kept.get(`${box}/${name}`) as T | undefined,
    all: async <T>(box: Box) => inBox(box).map((key) => kept.get(key) as T),
    remove: async (box, name) => void kept.delete(`${box}/${name}`),
  }
}
