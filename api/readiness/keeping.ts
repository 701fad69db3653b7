import type { Db } from '../../db/connect.ts'
import { poolRevisionOf } from '../../db/pool.ts'
import type { Dependencies } from '../context.ts'
import { contradictionsOf } from '../contradictions.ts'
import { countVillages } from './counting.ts'
import { tellReadiness } from './events.ts'
import { type KeptCounty, keepCounty } from './kept-county.ts'
import { type KnownTeams, lookAt, nextOf, readTeams } from './outlooks.ts'
import { onTouched, type Touched } from './touched.ts'

type Given = Pick<Dependencies, 'db' | 'countyCode' | 'today' | 'clock' | 'solver' | 'log'>
export type Standings = {
  /** Counts everything once, and from then on what changes; nobody waits for it. */
  start(): void
  /** Counts until nothing waits any more. */
  settled(): Promise<void>
  /** How many villages of those that the matcher was to look at are done; both 0 when none waits. */
  progress(): { done: number; total: number }
  stop(): Promise<void>
}

/** Changes that come together are counted together. */
const DELAY_MS = 50
/** Another process may have written, or a new day begun. */
const LOOK_MS = 60_000
/** Villages of one question to the matcher: whatever is touched meanwhile waits no longer than for those. */
const AT_ONCE = 3

const kept = new WeakMap<Db, Standings>()

/** The standings of a county, kept in step with the data. Before `start` only `settled` counts. */
export function createStandings(given: Given): Standings {
  const { db, log } = given
  const state = newState()
  let timer: NodeJS.Timeout | undefined
  let ticking: NodeJS.Timeout | undefined
  let working: Promise<void> | null = null
  const work = () => {
    working ??= countAll(given, state).finally(() => {
      working = null
      tellReadiness(db, { event: 'counting', data: progressOf(state) })
    })
    return working
  }
  const workAlone = () =>
    work().then(
      () => isDirty(state) && later(),
      (error: unknown) => {
        if (!state.isStopped) log.error({ err: error }, 'villages were not counted')
      },
    )
  const isIdle = () => ticking === undefined || timer !== undefined || working !== null
  const later = () => {
    if (isIdle()) return
    timer = setTimeout(() => {
      timer = undefined
      void workAlone()
    }, DELAY_MS)
  }
  const unlisten = onTouched(db, (touched) => {
    touch(state, touched)
    later()
  })
  const look = async () => {
    if (await isBehind(given, state)) touch(state, 'all')
    for (const code of state.failed) state.waiting.add(code)
    state.failed.clear()
    if (isDirty(state)) later()
  }
  const standings: Standings = {
    start() {
      ticking = setInterval(() => void look().catch(() => undefined), LOOK_MS).unref()
      later()
    },
    async settled() {
      do await work()
      while (isDirty(state))
    },
    progress: () => progressOf(state),
    async stop() {
      state.isStopped = true
      unlisten()
      clearTimeout(timer)
      clearInterval(ticking)
      ticking = undefined
      await working?.catch(() => undefined)
    },
  }
  kept.set(db, standings)
  return standings
}

/** For tests and benches: everything that was written before is counted. */
export async function settled(db: Db): Promise<void> {
  await kept.get(db)?.settled()
}

/** How far the matcher is; both 0 where nothing waits. */
export function countingOf(db: Db) {
  return kept.get(db)?.progress() ?? { done: 0, total: 0 }
}

type State = {
  county: KeptCounty | null
  teams: KnownTeams
  /** The day that standings were counted for last. */
  countedFor: string | null
  /** People, places or policy may have changed. */
  isMoved: boolean
  /** Villages to count; null: all. */
  touched: Set<string> | null
  /** Villages that the matcher is to look at, those first that changed last. */
  waiting: Set<string>
  /** Those whose question failed: asked again with the next look. */
  failed: Set<string>
  total: number
  /** Called when something is touched. */
  wake: () => void
  isStopped: boolean
}

function newState(): State {
  return {
    ...{ county: null, teams: new Map(), countedFor: null, isMoved: true },
    ...{
      touched: null,
      waiting: new Set(),
      failed: new Set(),
      total: 0,
      wake: () => {},
      isStopped: false,
    },
  }
}

function touch(state: State, touched: Touched): void {
  if (touched === 'all') state.isMoved = true
  if (typeof touched === 'string') state.touched = null
  else for (const code of touched) state.touched?.add(code)
  state.wake()
}

function isDirty(state: State): boolean {
  return isTouched(state) || state.waiting.size > 0
}

function isTouched({ isMoved, touched }: State): boolean {
  return isMoved || touched === null || touched.size > 0
}

function progressOf({ total, waiting, failed }: State) {
  return { done: Math.max(0, total - waiting.size - failed.size), total }
}

async function isBehind({ db, countyCode, today }: Given, state: State): Promise<boolean> {
  const { poolRevision } = await poolRevisionOf(db, { countyCode })
  return poolRevision !== state.county?.revision || state.countedFor !== today()
}

async function countAll(given: Given, state: State): Promise<void> {
  while (isDirty(state) && !state.isStopped) {
    if (isTouched(state)) await countTouched(given, state)
    else await lookAtSome(given, state)
  }
}

/** Whatever is touched while this counts is counted by the next turn. */
async function countTouched(given: Given, state: State): Promise<void> {
  const { isMoved, touched } = state
  state.isMoved = false
  state.touched = new Set()
  try {
    if (isMoved || state.county === null) await follow(given, state)
    await count(given, state, touched === null ? null : [...touched])
  } catch (error) {
    // Counted with the next change, or when somebody looks after a minute.
    state.isMoved ||= isMoved
    state.touched = null
    throw error
  }
}

async function follow({ db, countyCode }: Given, state: State): Promise<void> {
  if (state.county === null) state.teams = await readTeams(db, countyCode)
  const { kept, moved } = await keepCounty(db, countyCode, state.county)
  state.county = kept
  const isFollowed = contradictionsOf(kept.county.policy).length === 0
  const { villages } = kept.county
  const waiting = [...moved, ...state.waiting].filter((code) => villages.has(code))
  if (state.waiting.size === 0) state.total = 0
  const before = state.waiting.size
  // By a policy that nobody could follow nothing is matched: what was found last stays.
  state.waiting = new Set(isFollowed ? waiting : [])
  state.total += Math.max(0, state.waiting.size - before)
}

async function count(given: Given, state: State, codes: readonly string[] | null): Promise<void> {
  const { db, today, clock = () => new Date() } = given
  const { county } = state.county!
  const teams = new Map([...state.teams].map(([code, { outlook }]) => [code, outlook]))
  const day = today()
  const asked = { county, codes, teams, today: day, now: clock().toISOString() }
  const villages = await countVillages(db, asked)
  if (codes === null) state.countedFor = day
  if (villages.length > 0) tellReadiness(db, { event: 'standing', data: { villages } })
}

async function lookAtSome(given: Given, state: State): Promise<void> {
  const { today, clock = () => new Date() } = given
  const { county } = state.county!
  const next = nextOf(county, state.waiting, AT_ONCE)
  if (next === null) return void state.waiting.clear()
  for (const code of next.codes) state.waiting.delete(code)
  const looking = { county, known: state.teams, today: today(), now: clock().toISOString() }
  const looked = lookAt(given, next.township, next.codes, looking).catch((error: unknown) => {
    if (!state.isStopped) given.log.error({ err: error, villages: next.codes }, 'not looked at')
    for (const code of next.codes) state.failed.add(code)
    return []
  })
  const found = await beside(given, state, looked)
  if (found.length > 0) await count(given, state, found)
  tellReadiness(given.db, { event: 'counting', data: progressOf(state) })
}

/** While the matcher looks, which a plan beside it makes slow, what needs no matcher is counted at once. */
async function beside<Found>(given: Given, state: State, looking: Promise<Found>): Promise<Found> {
  let isOver = false
  const end = () => {
    isOver = true
  }
  const over = looking.then(end, end)
  while (!isOver && !state.isStopped) {
    const { promise: touched, resolve } = Promise.withResolvers<void>()
    state.wake = resolve
    if (isTouched(state)) resolve()
    await Promise.race([over, touched])
    if (!isOver && isTouched(state)) await countTouched(given, state)
  }
  return looking
}
