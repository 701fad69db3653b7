import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { insertConsent } from '../db/consents.ts'
import { findNotice } from '../db/notices.ts'
import type { ConsentTable, Database } from '../db/schema.ts'
import { findTalent, updateTalent } from '../db/talents.ts'
import { may } from './access.ts'
import { changing, type Told } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { actorOf } from './nominees/actor.ts'
import { onceMore, openNomineesOf, withdrawEverywhere } from './nominees/withdrawing.ts'
import { requireCurrentNotice } from './notices.ts'
import { forgetCounty } from './remembered.ts'
import { ConsentState } from './shapes/record.ts'
import { talentOf } from './talents.ts'
import { invalid, valid } from './validate.ts'

const Version = z.int().min(1).max(1_000_000)
const Own = z.object({ noticeVersion: Version })
const Signed = z.object({
  act: z.enum(['given', 'withdrawn']),
  noticeVersion: Version.nullable()
    .default(null)
    .meta({ description: 'Of the notice that the paper refers to; needed for a consent' }),
})

/** The person's own word, effective at once (PIPL 15). */
export const ownConsents = new Hono<Env>()
  .post(
    '/consent',
    describe('Agrees to be considered, by the notice in force', { schema: ConsentState }, 412, 422),
    may('record.consent'),
    valid('json', Own),
    async (c) => {
      const { noticeVersion } = c.req.valid('json')
      await requireCurrentNotice(c, noticeVersion)
      return c.json(await stateConsent(c, ownIdOf(c), { ...GIVEN, noticeVersion }))
    },
  )
  .post(
    '/consent-withdrawal',
    describe('Takes the own consent back: out of every ranking at once', { schema: ConsentState }),
    may('record.consent'),
    async (c) => c.json(await stateConsent(c, ownIdOf(c), WITHDRAWN)),
  )

/** What somebody signed on paper, recorded by an officer. */
export const consents = new Hono<Env>().post(
  '/:id/consents',
  describe('Records a consent or withdrawal signed on paper', { schema: ConsentState }, 404, 422),
  may('consent.record'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('json', Signed),
  async (c) => {
    const { id } = c.req.valid('param')
    const { act, noticeVersion } = c.req.valid('json')
    await talentOf(c, id)
    if (act === 'given') await requireNotice(c, noticeVersion)
    const signed = { act, channel: 'paper' as const }
    return c.json(
      await stateConsent(c, id, {
        ...signed,
        noticeVersion: act === 'given' ? noticeVersion : null,
      }),
    )
  },
)

export type Consent = Pick<ConsentTable, 'act' | 'channel' | 'noticeVersion'>
export const GIVEN = { act: 'given', channel: 'self' } as const
const WITHDRAWN = { act: 'withdrawn', channel: 'self', noticeVersion: null } as const

/** Puts a consent into force and into the history, in the transaction of its audit entry. */
export async function storeConsent(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  { act, channel, noticeVersion }: Consent,
): Promise<Told> {
  const scope = { countyCode: c.var.countyCode }
  const at = c.var.clock().toISOString()
  const row = await findTalent(transaction, scope, talentId)
  const basis = act === 'given' && row?.basis === null ? { basis: 'consent' as const } : {}
  const notice = noticeVersion === null ? {} : { noticeVersion }
  await updateTalent(transaction, scope, talentId, { consent: act, ...notice, ...basis })
  const accountId = c.var.session.account.id
  const consent = { id: newId(), talentId, act, channel, noticeVersion, at, accountId }
  await insertConsent(transaction, scope, consent)
  return { action: `consent.${act}`, subjects: [talentId], detail: { channel, noticeVersion } }
}

/** Saying twice what holds already changes nothing. */
async function stateConsent(c: Context<Env>, id: string, consent: Consent) {
  const row = await talentOf(c, id)
  const noticeVersion = consent.noticeVersion ?? row.noticeVersion
  if (row.consent !== consent.act || row.noticeVersion !== noticeVersion) {
    await onceMore(() => storeWithEnds(c, id, consent))
    forgetCounty(c.var.db)
  }
  return { consent: consent.act, noticeVersion }
}

/** Nobody is considered who does not wish it: a withdrawal ends every open nomination in the same transaction. */
async function storeWithEnds(c: Context<Env>, talentId: string, consent: Consent): Promise<void> {
  const open = consent.act === 'withdrawn' ? await openNomineesOf(c, talentId) : null
  await changing(c, async (transaction, tell) => {
    tell(await storeConsent(c, transaction, talentId, consent))
    if (open === null) return
    const isOnPaper = consent.channel === 'paper'
    const withdrawal = { reason: CONSENT_WITHDRAWN, isOnPaper, actor: () => actorOf(c) }
    await withdrawEverywhere(c, transaction, { talentId, open, ...withdrawal }, tell)
  })
}

function ownIdOf(c: Context<Env>): string {
  return c.var.scope.talentId ?? ''
}

async function requireNotice(c: Context<Env>, version: number | null): Promise<void> {
  const scope = { countyCode: c.var.countyCode }
  if (version !== null && (await findNotice(c.var.db, scope, version))) return
  throw invalid([{ pointer: '#/noticeVersion', detail: NO_NOTICE }])
}

const CONSENT_WITHDRAWN = '本人撤回同意'
const NO_NOTICE = {
  zh: '请填写本人签字时所见告知书的版本号，须为已有版本。',
  en: 'Give the version of the notice that was signed; it must exist.',
}
