import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { listAccountsOfTalent, updateAccount } from '../db/accounts.ts'
import { emptyPlans, eraseTalent } from '../db/erasure.ts'
import { listUnfinishedPlans } from '../db/plans.ts'
import { findPortrait } from '../db/portraits.ts'
import { withdrawApplications } from '../db/round-erasure.ts'
import type { Database } from '../db/schema.ts'
import { removeSessions } from '../db/sessions.ts'
import { clearFailures } from '../db/sign-in-failures.ts'
import { may } from './access.ts'
import { digestOfNumber } from './applications/sealed.ts'
import { removingBytes } from './attachments/sweeping.ts'
import { changing, entryFor } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { revealedOf } from './private-values.ts'
import { Problem } from './problem.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { forgetCounty } from './remembered.ts'
import { Done } from './shapes/account.ts'
import { digestOf } from './sign-in.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Erasure = z.object({
  reason: Reason.meta({ description: 'Stays in the audit: no name and no number' }),
})

/** Erasure blanks the record and keeps the id (PIPL 47); a person asks for it by a correction of `other`. */
export const erasures = new Hono<Env>().post(
  '/:id/erasure',
  describe('Erases a person for good', { schema: Done }, 404, 409, 422),
  may('talent.erase'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('json', Erasure),
  async (c) => {
    const { id, name } = await talentOf(c, c.req.valid('param').id)
    const { reason } = c.req.valid('json')
    requireImpersonal(reason, name)
    const digest = await applicationDigestOf(c, id)
    await removingBytes(c.var, id, () =>
      changing(c, async (transaction, tell) => {
        await requireOutOfOffice(c, transaction, id)
        const at = c.var.clock().toISOString()
        if (digest !== null) await withdrawApplications(transaction, c.var.scope, { digest, at })
        await eraseTalent(transaction, c.var.scope, id, at)
        await blankAccounts(c, transaction, id)
        tell({ action: 'talent.erased', subjects: [id], reason })
      }),
    )
    forgetCounty(c.var.db)
    await endRunningPlans(c, id)
    return c.json({ done: true as const })
  },
)

/** What waits on the public page names nobody: it is found by the number. */
async function applicationDigestOf(c: Context<Env>, id: string): Promise<string | null> {
  const idNumber = await revealedOf(c, id, 'id-number')
  return idNumber === null ? null : digestOfNumber(c.var, idNumber)
}

/** The record of whoever is in office is kept by law, whatever its holder wishes (PIPL 13, 47). */
async function requireOutOfOffice(
  c: Context<Env>,
  transaction: Transaction<Database>,
  id: string,
): Promise<void> {
  const portrait = await findPortrait(transaction, c.var.scope, id)
  const isInOffice = (portrait?.incumbencies.length ?? 0) > 0 || portrait?.status === 'appointed'
  if (isInOffice) throw stillInOffice()
}

/** Nothing personal is left of the account; its id stays, which the audit names. */
async function blankAccounts(c: Context<Env>, transaction: Transaction<Database>, id: string) {
  const scope = { countyCode: c.var.countyCode }
  for (const account of await listAccountsOfTalent(transaction, scope, id)) {
    await updateAccount(transaction, scope, account.id, {
      ...{ username: `erased-${account.id}`, name: '', position: null, state: 'closed' },
      ...{ passwordHash: null, totpSecret: null, totpStep: null, isDemonstration: 0 },
    })
    await removeSessions(transaction, scope, account.id)
    await clearFailures(transaction, scope, digestOf(c, account.username))
  }
}

/** A plan that runs read the county before: what it would store names the person. */
async function endRunningPlans(c: Context<Env>, id: string): Promise<void> {
  const { db, countyCode, planRuns } = c.var
  const unfinished = await listUnfinishedPlans(db, { countyCode })
  for (const plan of unfinished.filter(({ status }) => status === 'running')) {
    const detail = { why: 'erasure' }
    const entry = await entryFor(c, { action: 'plan.cancelled', subjects: [plan.id], detail })
    await planRuns.cancel(plan.id, entry)
  }
  await emptyPlans(db, { countyCode }, id)
}

function stillInOffice(): Problem {
  return new Problem('conflict', {
    zh: '本人为现任“两委”（监督委员会）成员或已任用人员，任职期间的资料须依法留存，暂不能删除。请在其离任、换届或状态改为“出库”后再办理，并把这一答复告知本人；资料有误的可先办理更正。',
    en: 'The person is in office or appointed, and the law asks to keep that record. Erase it after the person has left office, and tell the person so; what is wrong can be corrected now.',
  })
}
