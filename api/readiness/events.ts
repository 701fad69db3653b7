import type { Db } from '../../db/connect.ts'

/** `standing`: these villages stand differently; `counting`: how many of those that wait for the matcher are done. */
export type ReadinessEvent =
  | { event: 'standing'; data: { villages: string[] } }
  | { event: 'counting'; data: { done: number; total: number } }
type Listener = (event: ReadinessEvent) => void

const listeners = new WeakMap<Db, Set<Listener>>()

export function tellReadiness(db: Db, event: ReadinessEvent): void {
  for (const listener of listeners.get(db) ?? []) listener(event)
}

/** Answers how to stop listening. */
export function onReadiness(db: Db, listener: Listener): () => void {
  const own = listeners.get(db) ?? new Set()
  listeners.set(db, own)
  own.add(listener)
  return () => void own.delete(listener)
}
