import { createSignal } from 'solid-js'
import { api, isOfType, type ProblemDetails, problemOf, read } from '../client.ts'
import { type Caution, sendSession } from '../mentoring.ts'
import {
  account,
  type Entry,
  entries,
  entryOf,
  exclusively,
  type Photo,
  photos,
  putEntry,
  putPhoto,
  removeEntry,
  removePhoto,
  waiting,
} from './entries.ts'
import { sendPhoto } from './photos.ts'

/** Why nothing is being sent: no network, a server that does not answer, a session that ended. */
export type Halt = 'network' | 'server' | 'sign-in'
export type Outcome =
  | { kind: 'sent'; cautions: Caution[] }
  | { kind: 'refused'; why: ProblemDetails }
  | { kind: 'waiting'; halt: Halt | null }

/** Waits before it is tried again without being asked, in milliseconds. */
const AGAIN = [5_000, 15_000, 60_000, 300_000]

const [isSending, setSending] = createSignal(false)
const [halt, setHalt] = createSignal<Halt | null>(null)
const cautions = new Map<string, Caution[]>()
let attempts = 0
let timer: ReturnType<typeof setTimeout> | undefined
let whenSent = () => {}

export { halt, isSending }

/** What the server noticed about a session that it took. */
export const cautionsOf = (id: string) => cautions.get(id) ?? []

/** Acts after something arrived: what was read before is out of date. */
export function afterSending(act: () => void) {
  whenSent = act
}

let isWatching = false

/** What waits goes now, and whenever the network or the mentor comes back to the page. */
export function watchNetwork() {
  void send()
  if (isWatching) return
  isWatching = true
  addEventListener('online', () => {
    attempts = 0
    void send()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void send()
  })
}

let running: Promise<void> | undefined

/** Sends what waits, in the order in which it was kept; one at a time, in one tab at a time. */
export function send(): Promise<void> {
  running ??= run().finally(() => {
    running = undefined
  })
  return running
}

/** Sends, and says what became of one entry. */
export async function sendOne(id: string): Promise<Outcome> {
  // One that began before this entry was kept may have passed it by.
  await running
  await send()
  const left = entries().find(({ body }) => body.id === id)
  if (left?.why) return { kind: 'refused', why: left.why }
  if (left) return { kind: 'waiting', halt: halt() }
  return { kind: 'sent', cautions: cautionsOf(id) }
}

async function run(): Promise<void> {
  if (waiting().length === 0 && photosToSend().length === 0) return
  setSending(true)
  try {
    const found = await exclusively(sendAll)
    setHalt(found)
    if (found === null) attempts = 0
    else sendLater()
  } finally {
    setSending(false)
  }
}

function sendLater() {
  clearTimeout(timer)
  if (halt() === 'sign-in') return
  timer = setTimeout(() => void send(), AGAIN[Math.min(attempts++, AGAIN.length - 1)])
}

async function sendAll(): Promise<Halt | null> {
  if (!navigator.onLine) return 'network'
  const stopped = await otherSession()
  if (stopped) return stopped
  for (const { body } of waiting()) {
    const found = await sendEntry(body.id)
    if (found) return found
  }
  for (const { id } of photosToSend()) {
    const found = await sendOnePhoto(id)
    if (found) return found
  }
  return null
}

/** Sent under another account it would be another mentor's session. */
async function otherSession(): Promise<Halt | null> {
  try {
    const { account: now, step } = await read(api.session.$get())
    return now?.id === account() && step === null ? null : 'sign-in'
  } catch (error) {
    return haltOf(problemOf(error)) ?? 'server'
  }
}

async function sendEntry(id: string): Promise<Halt | null> {
  const entry = await entryOf(id)
  if (!entry || entry.why) return null
  const outcome = await tried(() => sendSession(entry.body))
  if (outcome.halt) return outcome.halt
  if (outcome.why) {
    await putEntry({ ...entry, why: outcome.why })
    return null
  }
  cautions.set(id, outcome.answer?.cautions ?? [])
  await removeEntry(id)
  whenSent()
  return null
}

/** Photographs whose session has arrived. */
function photosToSend(): Photo[] {
  const left = new Set(entries().map(({ body }) => body.id))
  return photos().filter(({ session, why }) => why === null && !left.has(session))
}

async function sendOnePhoto(id: string): Promise<Halt | null> {
  const photo = photos().find((one) => one.id === id)
  if (!photo) return null
  const outcome = await tried(() => sendPhoto(photo))
  if (outcome.halt) return outcome.halt
  if (outcome.why) await putPhoto({ ...photo, why: outcome.why })
  else await removePhoto(id)
  return null
}

type Tried<T> = { answer?: T; why?: ProblemDetails; halt?: Halt }

async function tried<T>(act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { answer: await act() }
  } catch (error) {
    const why = problemOf(error)
    const found = haltOf(why)
    return found ? { halt: found } : { why }
  }
}

/** What another time may mend; everything else is an answer to this entry. */
function haltOf(problem: ProblemDetails): Halt | null {
  if (['not-signed-in', 'sign-in-unfinished'].some((name) => isOfType(problem, name)))
    return 'sign-in'
  const isUnread = problem.type === 'network' || problem.type === 'interface'
  if (problem.type === 'network' && problem.status === 0) return 'network'
  return isUnread || problem.status >= 500 || problem.status === 429 ? 'server' : null
}

/** One that was refused, mended or said to be another meeting; what meanwhile arrived stays as it is. */
export async function sendAgain(entry: Entry): Promise<Outcome> {
  await exclusively(() => putEntry({ ...entry, why: null }))
  return sendOne(entry.body.id)
}

/** Forgets an entry and its photographs. */
export async function discard(id: string): Promise<void> {
  await exclusively(async () => {
    await removeEntry(id)
    for (const photo of photos()) if (photo.session === id) await removePhoto(photo.id)
  })
}
