import type { SessionAnswer } from '../types.ts'
import { showEntriesOf } from './entries.ts'
import { ownerOfShelf } from './sealed.ts'
import { watchNetwork } from './sending.ts'
import { canKeep, shelfOf, wipeShelf } from './shelf.ts'
import { registerWorker } from './worker.ts'

/** How long the pages open without asking the server, in days: a phone that is lost opens nothing for long. */
const DAYS = 7
const DAY_MS = 86_400_000

type Kept = { at: number; answer: SessionAnswer }

/** The server said who is signed in: a mentor finds their work here, anybody else nothing. */
export async function noteSession(answer: SessionAnswer): Promise<void> {
  const { account, step } = answer
  // Over, not left: what waits is sent once the mentor signs in again.
  if (!account || step !== null) return showEntriesOf(null)
  if (account.role !== 'mentor') return leaveShelf()
  await showEntriesOf(account.id)
  watchNetwork()
  if (!canKeep()) return
  const shelf = await shelfOf(account.id)
  await shelf.put('data', 'session', { at: Date.now(), answer } satisfies Kept)
  void registerWorker()
}

/** Who was signed in when the server last answered, for a start without a network. */
export async function keptSession(): Promise<SessionAnswer | undefined> {
  const owner = canKeep() ? await ownerOfShelf() : null
  if (owner === null) return undefined
  const kept = await (await shelfOf(owner)).get<Kept>('data', 'session')
  if (!kept || Date.now() - kept.at > DAYS * DAY_MS) return undefined
  await showEntriesOf(owner)
  watchNetwork()
  return kept.answer
}

/** Nothing of the account stays on this machine, whether the server hears of it or not. */
export async function leaveShelf(): Promise<void> {
  await wipeShelf()
  await showEntriesOf(null)
}
