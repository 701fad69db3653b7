import type { Db } from '../../db/connect.ts'
import type { Scope } from '../../db/scope.ts'
import { onTouched } from '../readiness/touched.ts'

const memories = new WeakMap<Db, Map<string, Promise<unknown>>>()
/** A county has some twenty townships, each of which is asked for a few things. */
const MOST = 100

/** What is slow to read and changes only with people, places or policy: kept until somebody touches those. */
export function rememberedFor<T>(
  db: Db,
  scope: Scope,
  what: string,
  load: () => Promise<T>,
): Promise<T> {
  const memory = memoryOf(db)
  const key = `${what} ${JSON.stringify(scope, Object.keys(scope).sort())}`
  const known = memory.get(key)
  if (known) return known as Promise<T>
  if (memory.size >= MOST) memory.delete(memory.keys().next().value!)
  const loaded = load()
  memory.set(key, loaded)
  loaded.catch(() => memory.delete(key))
  return loaded
}

function memoryOf(db: Db) {
  const known = memories.get(db)
  if (known) return known
  const memory = new Map<string, Promise<unknown>>()
  memories.set(db, memory)
  onTouched(db, (touched) => {
    if (touched === 'all') memory.clear()
  })
  return memory
}
