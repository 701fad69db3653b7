import { action, createAsync, json, query } from '@solidjs/router'
import { createContext, createSignal, useContext } from 'solid-js'
import { api, problemOf, read, whenSessionChanges } from './client.ts'
import { hasLeft, isShelfInUse, noteLeft } from './offline/signs.ts'
import type { Own, Role, SessionAnswer } from './types.ts'

export const sessionOf = query(() => read(api.session.$get()), 'session')

/** `changeSession` follows, and reads anew what there is to read. */
const nothingYet = { revalidate: [] }

export const signIn = action(
  async (username: string, password: string) =>
    json(await read(api.session.$post({ json: { username, password } })), nothingYet),
  'sign-in',
)

export const showCode = action(
  async (code: string) => json(await read(api.session.code.$post({ json: { code } })), nothingYet),
  'show-code',
)

export const signOut = action(
  async () => json(await read(api.session.$delete()), nothingYet),
  'sign-out',
)

export const changePassword = action(
  async (current: string, next: string) =>
    json(await read(api.self.password.$put({ json: { current, next } })), nothingYet),
  'change-password',
)

export const factorOf = query(() => read(api.self['second-factor'].$get()), 'factor')

/** A new secret each time; it writes nothing until a first code is shown. */
export const offeredFactor = query(
  () => read(api.self['second-factor'].$post()),
  'offered-second-factor',
)

export const beginFactor = action(
  async (ticket: string, code: string, password: string) =>
    json(
      await read(api.self['second-factor'].$put({ json: { ticket, code, password } })),
      nothingYet,
    ),
  'begin-factor',
)

export const endFactor = action(
  async (password: string) =>
    json(await read(api.self['second-factor'].removal.$post({ json: { password } })), nothingYet),
  'end-factor',
)

export const ownSessionsOf = query(() => read(api.self.sessions.$get()), 'own-sessions')

export const endSession = action(
  async (id: string) =>
    json(await read(api.self.sessions[':id'].$delete({ param: { id } })), {
      revalidate: [ownSessionsOf.key],
    }),
  'end-session',
)

const [generation, setGeneration] = createSignal(0)
/** Tabs of a browser share one session. */
const otherTabs = new BroadcastChannel('yanzhen.session')

const [isOver, setOver] = createSignal(false)
/** Somebody was signed in here until the session ended, without leaving on purpose. */
export const isSessionOver = isOver

function askAgain() {
  query.delete(sessionOf.keyFor())
  setGeneration((before) => before + 1)
}

/** After signing in or out, or a step of it: this tab and the others ask who is signed in now. */
export function changeSession() {
  askAgain()
  otherTabs.postMessage(null)
}

/**
 * For the root: the session, asked again whenever an answer says that it is over or another. Once somebody else is
 * signed in, or nobody, nothing that was read before is kept.
 */
export function createSession() {
  const answer = createAsync<SessionAnswer>(async (before) => {
    generation()
    const now = await known().catch(async (error: unknown) => {
      // What was known goes on while the network is gone.
      const kept = before ?? (await keptWithoutNetwork(error))
      if (kept) return kept
      throw error
    })
    if (before && identityOf(before) !== identityOf(now)) query.clear()
    if (before) setOver(before.account !== null && before.step === null && now.account === null)
    return now
  })
  otherTabs.onmessage = askAgain
  whenSessionChanges(askAgain)
  return answer
}

/** What the server says; a mentor's work on this machine follows it. */
async function known(): Promise<SessionAnswer> {
  if (hasLeft()) {
    await read(api.session.$delete())
    noteLeft(true)
  }
  const now = await sessionOf()
  if (now.account?.role === 'mentor' || isShelfInUse())
    await import('./offline/session.ts').then(({ noteSession }) => noteSession(now)).catch(() => {})
  return now
}

async function keptWithoutNetwork(error: unknown): Promise<SessionAnswer | undefined> {
  if (problemOf(error).type !== 'network' || !isShelfInUse() || hasLeft()) return undefined
  const { keptSession } = await import('./offline/session.ts')
  return keptSession().catch(() => undefined)
}

/** Changes with what somebody may see. */
export function identityOf({ account, step }: SessionAnswer): string {
  const { id, role, township, villages, department, signsAs, talent } = account ?? {}
  return JSON.stringify([id, role, township, villages, department, signsAs, talent, step])
}

type Session = { account: () => Own; county: () => SessionAnswer['county'] }
export const SessionContext = createContext<Session>()

/** Who is signed in; only inside the application, which nobody else sees. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('outside of a session')
  return session
}

/** Whether the signed-in account has one of these roles: what it may not do is not offered. */
export function useRoles() {
  const { account } = useSession()
  return (...roles: Role[]) => roles.includes(account().role)
}
