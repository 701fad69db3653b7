import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { listAccountsOfTalent } from '../db/accounts.ts'
import { listConsents } from '../db/consents.ts'
import { holdEntries } from '../db/cultivation-entries.ts'
import { moveBelongings } from '../db/merges.ts'
import type { Database, PrivateField } from '../db/schema.ts'
import { type TalentChange, updateTalent } from '../db/talents.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { recount } from './cultivation/counting.ts'
import { describe } from './describe.ts'
import { requireTwo } from './duplicates.ts'
import { changedMeanwhile } from './if-match.ts'
import { moveForm } from './lrmx/merging.ts'
import { placeNames, policyInForce } from './people-by-id.ts'
import { type Kept, keepOld, requireHome } from './portrait/changes.ts'
import { takenOf } from './portrait/merged-facts.ts'
import { mask, revealedOf, storePrivate } from './private-values.ts'
import { Problem } from './problem.ts'
import { forgetCounty } from './remembered.ts'
import { Changed } from './shapes/portrait.ts'
import { Merge } from './shapes/portrait-input.ts'
import { valid } from './validate.ts'

type Asked = z.infer<typeof Merge>
type Row = Awaited<ReturnType<typeof requireTwo>>[number]
type Numbers = Record<PrivateField, string | null>

/** Two records of one person become one: the other's id stays, and leads nowhere any more. */
export const merges = new Hono<Env>().post(
  '/:id/merges',
  describe(
    'Merges another record of the same person into this one',
    { schema: Changed },
    403,
    404,
    409,
    412,
    422,
  ),
  may('talent.merge'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('json', Merge),
  async (c) => {
    const asked = c.req.valid('json')
    const [kept, other] = await requireTwo(c, c.req.valid('param').id, asked.other)
    requireHome(c, kept)
    requireHome(c, other)
    const isOld = kept.revision !== asked.revision || other.revision !== asked.otherRevision
    if (isOld) throw changedMeanwhile()
    const names = await placeNames(c)
    const { countyCode } = c.var
    const { cultivation: scheme } = await policyInForce(c)
    const numbers = { mine: await numbersOf(c, kept.id), others: await numbersOf(c, other.id) }
    await changing(c, async (transaction, tell) => {
      await holdEntries(transaction, { countyCode })
      await requireNoAccount(c, transaction, other.id)
      const { change, history } = takenOf(asked.take, { kept, other, names })
      const moved = await moveNumbers(c, transaction, {
        kept: kept.id,
        take: asked.take,
        ...numbers,
      })
      await moveForm(c, transaction, { kept: kept.id, other: other.id })
      await moveBelongings(transaction, c.var.scope, {
        ...{ kept: kept.id, other: other.id, at: c.var.clock().toISOString() },
      })
      await recount(transaction, { countyCode, ids: [kept.id], scheme })
      const home = names.get(other.homeVillageCode) ?? other.homeVillageCode
      const merged = { field: 'merged', before: null, after: `${other.name}（${home}）` }
      await keepOld(c, transaction, kept.id, [...history, ...moved, merged])
      const rights = await rightsOf(c, transaction, kept, other)
      await storeBoth(c, transaction, asked, { kept, other, change: { ...change, ...rights } })
      const fields = [...history, ...moved].map(({ field }) => field)
      tell({ action: 'talent.merged', subjects: [kept.id, other.id], detail: { fields } })
    })
    forgetCounty(c.var.db)
    return c.json({ revision: kept.revision + 1 })
  },
)

async function storeBoth(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { revision, otherRevision }: Asked,
  { kept, other, change }: { kept: Row; other: Row; change: TalentChange },
): Promise<void> {
  const updatedAt = c.var.clock().toISOString()
  const gone = { mergedInto: kept.id, updatedAt }
  const { scope } = c.var
  const isDone =
    (await updateTalent(transaction, scope, kept.id, { ...change, updatedAt }, revision)) &&
    (await updateTalent(transaction, scope, other.id, gone, otherRevision))
  if (!isDone) throw changedMeanwhile()
}

async function numbersOf(c: Context<Env>, id: string): Promise<Numbers> {
  return {
    'id-number': await revealedOf(c, id, 'id-number'),
    phone: await revealedOf(c, id, 'phone'),
  }
}

const NUMBERS = [
  { field: 'id-number', named: 'idNumber' },
  { field: 'phone', named: 'phone' },
] as const

/** A number is bound to its record: it is encrypted anew where it is taken, or was missing. */
async function moveNumbers(
  c: Context<Env>,
  transaction: Transaction<Database>,
  {
    kept,
    take,
    mine,
    others,
  }: { kept: string; take: Asked['take']; mine: Numbers; others: Numbers },
): Promise<Kept[]> {
  const { keyring, scope } = c.var
  const moved: Kept[] = []
  for (const { field, named } of NUMBERS) {
    const value = others[field]
    const isWanted = take.includes(named) || mine[field] === null
    if (value === null || value === mine[field] || !isWanted) continue
    await storePrivate(transaction, keyring, scope, { talentId: kept, field, value })
    moved.push({ field, before: mask(mine[field]), after: mask(value) })
  }
  return moved
}

/** The latest word on consent counts; what allows the record is what allowed either. */
async function rightsOf(
  c: Context<Env>,
  transaction: Transaction<Database>,
  kept: Row,
  other: Row,
): Promise<TalentChange> {
  const consents = await listConsents(transaction, c.var.scope, kept.id)
  const latest = consents.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  const [mine, others] = [kept.keepUntil, other.keepUntil]
  return {
    consent: latest?.act ?? kept.consent ?? other.consent,
    basis: kept.basis ?? other.basis,
    noticeVersion: kept.noticeVersion ?? other.noticeVersion,
    keepUntil: mine === null || others === null ? null : mine > others ? mine : others,
  }
}

async function requireNoAccount(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
): Promise<void> {
  const accounts = await listAccountsOfTalent(transaction, { countyCode: c.var.countyCode }, id)
  if (accounts.every(({ state }) => state === 'closed')) return
  throw new Problem('conflict', {
    zh: '要并入的档案有本人账号。请改为保留那份档案，或先由系统管理员停用该账号。',
    en: 'The person signs in by the record that would go: keep that one, or ask the administrator to close the account.',
  })
}
