import type { Context } from 'hono'
import { type Application, decideApplication } from '../../db/applications.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import type { Loaded } from '../nominees/loading.ts'
import { withdrawNominee } from '../nominees/withdrawing.ts'
import { Problem } from '../problem.ts'
import type { Actor } from '../workflow/file.ts'
import { standingOf } from './standing.ts'

/** By receipt: an application that waits ends with what was typed; of one that was accepted the nominee withdraws. */
export async function withdrawApplication(c: Context<Env>, row: Application): Promise<void> {
  const { state, mayWithdraw } = await standingOf(c, row)
  // Pressed twice, it has been done.
  if (state === 'withdrawn') return
  if (!mayWithdraw) throw new Problem('conflict', ENDED)
  if (state === 'waiting') return endWaiting(c, row)
  c.set('scope', { countyCode: c.var.countyCode, talentId: row.talentId! })
  await withdrawNominee(c, row.nomineeId!, { reason: BY_RECEIPT, actor: nobodyElse })
}

async function endWaiting(c: Context<Env>, { id }: Application): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  const decidedAt = c.var.clock().toISOString()
  await changing(c, async (transaction, tell) => {
    const decision = { state: 'withdrawn', decidedAt, decidedBy: null } as const
    if (!(await decideApplication(transaction, scope, id, decision)))
      throw new Problem('conflict', MEANWHILE)
    tell({ action: 'application.withdrawn', subjects: [id] })
  })
}

/** The person has no account: the receipt is what proves them. */
function nobodyElse({ person }: Loaded): Actor {
  return {
    ...{ account: 'nobody', name: person.name, position: null, level: 'person' },
    ...{ signsAs: null, department: null },
  }
}

const BY_RECEIPT = '本人凭收件号撤回'
const ENDED = {
  zh: '这份自荐已经办结，不需要再撤回。如有疑问，请与乡镇（街道）组织办公室联系。',
  en: 'It has ended, so there is nothing to withdraw. With questions turn to the office of your township.',
}
const MEANWHILE = {
  zh: '这份自荐刚刚有了新的进展。请重新查询后再决定是否撤回。',
  en: 'Something has just happened with it: look it up again, then decide.',
}
