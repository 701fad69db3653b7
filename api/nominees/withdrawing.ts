import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { listNomineesOf } from '../../db/nominees.ts'
import type { Database } from '../../db/schema.ts'
import { changing, type Told } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import { Problem } from '../problem.ts'
import type { Actor } from '../workflow/file.ts'
import { type Loaded, loadNominee } from './loading.ts'
import { storeAct } from './performing.ts'

type Withdrawal = { reason: string; isOnPaper?: boolean; actor: (loaded: Loaded) => Actor }

/** By the person's own wish, which counts whatever was signed a moment before. */
export async function withdrawNominee(
  c: Context<Env>,
  id: string,
  withdrawal: Withdrawal,
): Promise<void> {
  await onceMore(async () => {
    const loaded = await loadNominee(c, id)
    await changing(c, (transaction, tell) => end(c, transaction, loaded, withdrawal, tell))
  })
}

/** Whom the person is in open rounds, wherever in the county, to be ended in a transaction that follows. */
export async function openNomineesOf(c: Context<Env>, talentId: string): Promise<Loaded[]> {
  const all = { countyCode: c.var.countyCode }
  const rows = await listNomineesOf(c.var.db, all, talentId)
  const loaded: Loaded[] = []
  for (const { id, state } of rows) if (state === 'open') loaded.push(await loadNominee(c, id, all))
  return loaded
}

/** Ends all of them, and nobody who was nominated in between is forgotten: then it is done once more. */
export async function withdrawEverywhere(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { talentId, open, ...withdrawal }: Withdrawal & { talentId: string; open: Loaded[] },
  tell: (told: Told) => void,
): Promise<void> {
  const now = await listNomineesOf(transaction, { countyCode: c.var.countyCode }, talentId)
  const known = new Set(open.map(({ row }) => row.id))
  if (now.some(({ id, state }) => state === 'open' && !known.has(id))) throw changedMeanwhile()
  for (const loaded of open) await end(c, transaction, loaded, withdrawal, tell)
}

/** Work that somebody else's signature came before is done anew on what holds now. */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  for (let left = MOST_TRIES; ; left--) {
    try {
      return await work()
    } catch (error) {
      const isChanged = error instanceof Problem && error.type === 'changed'
      if (!isChanged || left <= 1) throw error
    }
  }
}
const MOST_TRIES = 4

function end(
  c: Context<Env>,
  transaction: Transaction<Database>,
  loaded: Loaded,
  { reason, isOnPaper = false, actor }: Withdrawal,
  tell: (told: Told) => void,
) {
  const act = { kind: 'withdraw', reason, isOnPaper } as const
  return storeAct(c, transaction, { loaded, act, actor: actor(loaded) }, tell)
}
