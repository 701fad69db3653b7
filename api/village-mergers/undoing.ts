import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { rebuildPool } from '../../db/pool.ts'
import type { Database, VillageMergerTable } from '../../db/schema.ts'
import { countChangedSince } from '../../db/village-changes.ts'
import { reopenVillage } from '../../db/village-closings.ts'
import { findMergerOf, partVillage, undoMerger } from '../../db/village-mergers.ts'
import { giveAccountsVillage, type Moved, moveVillage } from '../../db/village-moves.ts'
import { findFormerVillage, findVillage } from '../../db/villages.ts'
import type { Words } from '../../matching/types.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import { forgetCounty } from '../remembered.ts'
import { noVillage } from '../villages.ts'
import { keepHomes, movesOf } from './merging.ts'

type Tx = Transaction<Database>
type Merger = VillageMergerTable

/** As if it had not been, while nothing came after it. */
export async function undo(c: Context<Env>, code: string, reason: string): Promise<void> {
  const { db, scope } = c.var
  requireImpersonal(reason, '')
  const village = await findFormerVillage(db, scope, code)
  const merger = village && (await findMergerOf(db, scope, code))
  if (!merger) throw noVillage(code)
  await changing(c, async (transaction, tell) => {
    const obstacles = await obstaclesOf(transaction, c, merger)
    if (obstacles.length > 0) throw refused(obstacles)
    const moved = JSON.parse(merger.moved) as Moved
    await takeApart(transaction, c, { village, merger, moved, reason })
    const detail = { village: code, into: merger.intoCode, ...movesOf(moved) }
    tell({ action: 'village-merger.undone', subjects: moved.people, reason, detail })
  })
  forgetCounty(db)
}

/** Why it cannot be undone any more; empty where it can. */
export async function obstaclesOf(tx: Tx, c: Context<Env>, merger: Merger): Promise<Words[]> {
  const { scope } = c.var
  const into = await findVillage(tx, scope, merger.intoCode)
  if (!into) return [MERGED_ITSELF]
  const moved = JSON.parse(merger.moved) as Moved
  const asked = { moved, into: merger.intoCode, since: merger.mergedAt }
  const changed = await countChangedSince(tx, scope, asked)
  return Object.entries(changed).flatMap(([what, count]) =>
    count > 0 ? [SAID[what as keyof typeof changed](count)] : [],
  )
}

type Asked = {
  village: { code: string; name: string; townshipCode: string }
  merger: Merger
  moved: Moved
  reason: string
}

async function takeApart(tx: Tx, c: Context<Env>, { village, merger, moved, reason }: Asked) {
  const { scope, clock, session } = c.var
  const at = clock().toISOString()
  const into = (await findVillage(tx, scope, merger.intoCode))!
  const undoing = { undoneAt: at, undoneBy: session.account.id, undoneReason: reason }
  if (!(await undoMerger(tx, scope, merger.id, undoing))) throw noVillage(village.code)
  await partVillage(tx, scope, { code: village.code, former: moved.former })
  await keepHomes(c, tx, moved.people, { from: into, to: village })
  const to = { village: village.code, township: village.townshipCode }
  await moveVillage(tx, scope, moved, { from: into.code, to, updatedAt: at })
  await giveAccountsVillage(tx, scope, moved.accountsOfBoth, into.code)
  await reopenVillage(tx, scope, moved)
  await rebuildPool(tx, scope)
}

function refused(obstacles: readonly Words[]): Problem {
  const said = (language: keyof Words) => obstacles.map((it) => it[language]).join('；')
  return new Problem(
    'conflict',
    {
      zh: `合并之后已有变动，不能撤销：${said('zh')}。`,
      en: `Things changed since the merger, which cannot be undone: ${said('en')}.`,
    },
    obstacles.map((detail) => ({ pointer: '#', detail })),
  )
}

type What = 'people' | 'nominees' | 'accounts' | 'entries' | 'decisions' | 'actions'
const SAID: Record<What, (count: number) => Words> = {
  people: (count) => ({
    zh: `${count} 人的所在村已另作修改`,
    en: `the home of ${count} people was changed`,
  }),
  nominees: (count) => ({
    zh: `${count} 名人选已有新的办理记录`,
    en: `something was signed about ${count} nominees`,
  }),
  accounts: (count) => ({
    zh: `${count} 个账号的村已另作调整`,
    en: `the villages of ${count} accounts were changed`,
  }),
  entries: (count) => ({
    zh: `合并后的村已登记 ${count} 条村情记录`,
    en: `${count} entries were written about the village since`,
  }),
  decisions: (count) => ({
    zh: `合并后的村已有 ${count} 条清单决定`,
    en: `${count} decisions about its list were signed since`,
  }),
  actions: (count) => ({
    zh: `合并后的村已交办 ${count} 项办理事项`,
    en: `${count} actions were assigned there since`,
  }),
}
const MERGED_ITSELF: Words = {
  zh: '合并后的村自己又并入了别的村，请先撤销后一次合并',
  en: 'the village that it became part of was merged itself: undo that merger first',
}
