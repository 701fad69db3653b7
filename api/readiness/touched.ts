import type { Db } from '../../db/connect.ts'

/**
 * Villages whose standing may have changed. `all`: people, places or policy, and nobody said which; `rounds`: somebody
 * moved on in a round, and nobody said where.
 */
export type Touched = readonly string[] | 'all' | 'rounds'
type Listener = (touched: Touched) => void

const listeners = new WeakMap<Db, Set<Listener>>()

/** Whoever writes something that a village's colour follows from says so after the commit. */
export function touchVillages(db: Db, touched: Touched): void {
  for (const listener of listeners.get(db) ?? []) listener(touched)
}

/** Answers how to stop listening. */
export function onTouched(db: Db, listener: Listener): () => void {
  const own = listeners.get(db) ?? new Set()
  listeners.set(db, own)
  own.add(listener)
  return () => void own.delete(listener)
}

const OF_ROUNDS = /^(nominee|nomination|round|application|handover|slate)\./

/** Whether what was told of a change moves people on in a round. */
export function isOfRounds(actions: readonly { action: string }[]): boolean {
  return actions.some(({ action }) => OF_ROUNDS.test(action))
}
