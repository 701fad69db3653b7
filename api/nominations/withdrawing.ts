import type { Context } from 'hono'
import { listAccounts } from '../../db/accounts.ts'
import { findNomination, type Nomination, withdrawNomination } from '../../db/nominations.ts'
import { findNominee, updateNominee } from '../../db/nominees.ts'
import { changing, recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import { changedMeanwhile } from '../if-match.ts'
import { actorOf } from '../nominees/actor.ts'
import { type Loaded, loadNominee } from '../nominees/loading.ts'
import { refused, storeAct } from '../nominees/performing.ts'
import { Problem } from '../problem.ts'
import { requireImpersonal } from '../reasons.ts'
import type { Actor } from '../workflow/file.ts'

/** Takes one nomination back; with the last one the person is out of the round, by an act like any other. */
export async function withdrawOne(
  c: Context<Env>,
  id: string,
  reason: string,
): Promise<{ isEnded: boolean }> {
  const nomination = await ownNomination(c, id)
  if (nomination.withdrawnAt !== null) throw new Problem('conflict', WITHDRAWN)
  const loaded = await loadedFor(c, nomination)
  requireImpersonal(reason, loaded.person.name)
  const rest = loaded.nominations.filter((one) => one.withdrawnAt === null && one.id !== id)
  requireSeatLeft(loaded, nomination, rest)
  await changing(c, async (transaction, tell) => {
    const told = { withdrawnAt: c.var.clock().toISOString(), withdrawnBy: c.var.session.account.id }
    const all = { countyCode: c.var.countyCode }
    if (!(await withdrawNomination(transaction, all, { id, ...told }))) throw changedMeanwhile()
    const subjects = [nomination.talentId, nomination.nomineeId]
    tell({ action: 'nomination.withdrawn', subjects, reason })
    const act = { kind: 'withdraw', reason, isOnPaper: false } as const
    if (rest.length === 0)
      await storeAct(c, transaction, { loaded, act, actor: withdrawerOf(c, loaded) }, tell)
    else if (!(await updateNominee(transaction, all, loaded.row, {}))) throw changedMeanwhile()
  })
  return { isEnded: rest.length === 0 }
}

/** Of the own office: whoever handed it in, a colleague, the township for its villages; the county for all. */
async function ownNomination(c: Context<Env>, id: string): Promise<Nomination> {
  const { db, countyCode, scope } = c.var
  const nomination = await findNomination(db, { countyCode }, id)
  if (nomination && (await isOfOffice(c, nomination))) return nomination
  const isSeen = nomination && (await findNominee(db, scope, nomination.nomineeId)) !== undefined
  if (isSeen) throw new Problem('not-permitted', OTHERS)
  await recordMiss(c, 'nomination.missed', id)
  throw new Problem('not-found', NONE)
}

async function isOfOffice(c: Context<Env>, { createdBy }: Nomination): Promise<boolean> {
  const { id, role, townshipCode } = c.var.session.account
  if (role === 'county' || createdBy === id) return true
  if (role !== 'township') return false
  const { db, countyCode } = c.var
  const accounts = await listAccounts(db, { countyCode })
  const author = accounts.find((account) => account.id === createdBy)
  const { villages } = await c.var.county()
  if (author?.role === 'township') return author.townshipCode === townshipCode
  return author?.role === 'village' && author.villageCodes.every((code) => villages.has(code))
}

/** Who nominated for elsewhere may not see the nominee; the county then sees to it. */
async function loadedFor(c: Context<Env>, { nomineeId }: Nomination): Promise<Loaded> {
  const { db, scope } = c.var
  if (!(await findNominee(db, scope, nomineeId))) throw new Problem('conflict', ELSEWHERE)
  const loaded = await loadNominee(c, nomineeId)
  if (loaded.round.state === 'closed') throw refused('closed', [])
  if (loaded.row.state !== 'open') throw refused('ended', [])
  return loaded
}

/** The nominee stays where somebody still proposes them, unless an office chose the seat. */
function requireSeatLeft({ row, file, county }: Loaded, own: Nomination, rest: Nomination[]): void {
  const isChosen = file.acts.some(({ body }) => body.kind === 'target')
  const isLeft = rest.some(({ villageCode }) => villageCode === row.villageCode)
  if (rest.length === 0 || isChosen || isLeft || own.villageCode !== row.villageCode) return
  const places = rest.map(({ villageCode }) => county.villages.get(villageCode ?? '')?.name)
  const zh = places.map((name) => name ?? '仅入库').join('、')
  const en = places.map((name) => name ?? 'the pool only').join(', ')
  throw new Problem('conflict', {
    zh: `其余提名是：${zh}。请先在人选页改定拟任岗位，再撤回这份提名。`,
    en: `The other nominations are for ${en}. Choose the seat on the page of the nominee first.`,
  })
}

/** A paper entered by mistake is taken back by whoever entered it, as long as nobody has signed. */
function withdrawerOf(c: Context<Env>, { file }: Loaded): Actor {
  const actor = actorOf(c)
  return file.acts.length === 0 && actor.level === 'village'
    ? { ...actor, level: 'township' }
    : actor
}

const NONE = {
  zh: '没有这份提名，或不在本账号的范围。请刷新后再操作。',
  en: 'There is no such nomination, or it is out of your reach. Read the page again.',
}
const WITHDRAWN = { zh: '这份提名已经撤回。', en: 'This nomination was withdrawn already.' }
const OTHERS = {
  zh: '这份提名由其他单位提出，由提出的单位或县级组织部门撤回。',
  en: 'Another office handed this nomination in: it, or the county, withdraws it.',
}
const ELSEWHERE = {
  zh: '此人选现列在其他乡镇（街道），请县级组织部门撤回这份提名。',
  en: 'The nominee now stands in another township: ask the county to withdraw this nomination.',
}
