import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
  type Account,
  findAccountByName,
  insertAccount,
  listAccountsOfTalent,
} from '../db/accounts.ts'
import { findCounty } from '../db/counties.ts'
import { findInvitation, takeInvitation } from '../db/invitations.ts'
import type { Database } from '../db/schema.ts'
import { findTalent, updateTalent } from '../db/talents.ts'
import { may } from './access.ts'
import { changing, record, type Told } from './auditing.ts'
import { GIVEN, storeConsent } from './consents.ts'
import type { Env } from './context.ts'
import { settingsOf } from './county-settings.ts'
import { describe } from './describe.ts'
import { digestOfCode } from './invitations.ts'
import { noticeOf, requireCurrentNotice } from './notices.ts'
import { hashPassword, weaknessOf } from './passwords.ts'
import { Problem } from './problem.ts'
import { forgetCounty } from './remembered.ts'
import { NoticeShape } from './shapes/record.ts'
import { addressDigest, normalName } from './sign-in.ts'
import { beginSession } from './signed-in.ts'
import { invalid, valid } from './validate.ts'

const Code = z.string().trim().min(1).max(60)
const LookUp = z.object({ code: Code })
const Invited = z.object({
  name: z.string().meta({ description: 'Masked: whoever holds the code knows whose it is' }),
  county: z.string(),
  notice: NoticeShape.nullable(),
})
const Enrolment = z.object({
  code: Code,
  username: z.string().trim().min(2).max(50),
  password: z.string().min(1).max(256),
  noticeVersion: z.int(),
  hasConsented: z.boolean().meta({ description: 'To be considered; an account needs no consent' }),
})
const Enrolled = z.object({ id: z.string(), username: z.string(), name: z.string() })

/**
 * From an invitation code to an account. The code is in the body, since addresses are logged; an unknown, a used and
 * an expired one are answered alike.
 */
export const enrolments = new Hono<Env>()
  .post(
    '/look-up',
    describe('Whom a code invites, and what to read first', { schema: Invited }, 404, 422, 429),
    may('public'),
    valid('json', LookUp),
    async (c) => {
      const { id, name } = await invitedBy(c, c.req.valid('json').code)
      const county = await findCounty(c.var.db, { countyCode: c.var.countyCode })
      await record(c, { action: 'enrolment.looked-up', subjects: [id] })
      await c.var.limits.forgetAttempt(c.var.address)
      return c.json({
        name: maskedName(name),
        county: county?.name ?? c.var.countyCode,
        notice: await noticeOf(c),
      })
    },
  )
  .post(
    '/',
    describe(
      'Makes the account of the person who was invited and signs in',
      { status: 201, schema: Enrolled },
      404,
      409,
      412,
      422,
      429,
    ),
    may('public'),
    valid('json', Enrolment),
    async (c) => {
      const asked = c.req.valid('json')
      const { name } = await invitedBy(c, asked.code)
      await requireCurrentNotice(c, asked.noticeVersion)
      const username = normalName(asked.username)
      const weakness = weaknessOf(asked.password, [username, name])
      if (weakness) throw invalid([{ pointer: '#/password', detail: weakness }])
      const id = await enrol(c, name, { ...asked, username })
      await c.var.limits.forgetAttempt(c.var.address)
      return c.json({ id, username, name }, 201)
    },
  )

/** The person of a code that still opens an account; the address of wrong ones, or of an enrolment that fails, is slowed down. */
async function invitedBy(c: Context<Env>, code: string) {
  const { db, countyCode, clock, limits, address } = c.var
  const scope = { countyCode }
  await limits.countAttempt(address)
  const at = clock().toISOString()
  const invitation = await findInvitation(db, scope, digestOfCode(code), at)
  const talent = invitation && (await findTalent(db, scope, invitation.talentId))
  if (talent && talent.erasedAt === null) return talent
  const detail = { address: addressDigest(c) }
  await record(c, { action: 'enrolment.refused', outcome: 'failed', detail })
  throw noInvitation()
}

type Asked = z.infer<typeof Enrolment>

async function enrol(c: Context<Env>, name: string, asked: Asked): Promise<string> {
  const { settings } = await settingsOf(c.var.db, c.var.countyCode)
  const passwordHash = await hashPassword(asked.password)
  const id = newId()
  // The entry names the new account as the one who acts.
  c.set('session', { account: { id, role: 'talent' } } as Env['Variables']['session'])
  await changing(c, async (transaction, tell) => {
    const { talentId, createdBy } = await takenInvitation(c, transaction, asked.code)
    await requireFree(c, transaction, asked.username)
    const { username } = asked
    const account = { id, username, name, talentId, passwordHash, createdBy }
    await insertOwn(c, transaction, account)
    await noteReading(c, transaction, talentId, asked, tell)
    const { sessionHours } = settings
    await beginSession(c, transaction, { accountId: id, hasCode: true, sessionHours })
    tell({ action: 'account.enrolled', subjects: [talentId, id] })
  })
  if (asked.hasConsented) forgetCounty(c.var.db)
  return id
}

/** Taken once, by a person who has no other account. */
async function takenInvitation(c: Context<Env>, transaction: Transaction<Database>, code: string) {
  const scope = { countyCode: c.var.countyCode }
  const at = c.var.clock().toISOString()
  const invitation = await takeInvitation(transaction, scope, digestOfCode(code), at)
  if (!invitation) throw noInvitation()
  const others = await listAccountsOfTalent(transaction, scope, invitation.talentId)
  if (others.some(({ state }) => state !== 'closed')) throw noInvitation()
  return invitation
}

async function requireFree(
  c: Context<Env>,
  transaction: Transaction<Database>,
  username: string,
): Promise<void> {
  if (!(await findAccountByName(transaction, { countyCode: c.var.countyCode }, username))) return
  throw new Problem('conflict', {
    zh: `用户名“${username}”已被使用，请换一个。`,
    en: `The user name “${username}” is taken: choose another.`,
  })
}

type Own = Pick<Account, 'id' | 'username' | 'name' | 'passwordHash' | 'createdBy'> & {
  talentId: string
}

/** In effect at once: an officer handed the code to this person, and the account sees nobody else. */
async function insertOwn(
  c: Context<Env>,
  transaction: Transaction<Database>,
  account: Own,
): Promise<void> {
  const at = c.var.clock().toISOString()
  await insertAccount(
    transaction,
    { countyCode: c.var.countyCode },
    {
      ...{ ...account, role: 'talent', state: 'active', position: null },
      ...{ townshipCode: null, departmentId: null, villageCodes: [], mustChangePassword: 0 },
      ...{ totpSecret: null, totpStep: null, isDemonstration: 0, createdAt: at, signedInAt: at },
      ...{ confirmedAt: at, confirmedBy: account.createdBy },
    },
  )
}

/** The notice was read in any case; consent is a word of its own. */
async function noteReading(
  c: Context<Env>,
  transaction: Transaction<Database>,
  talentId: string,
  { noticeVersion, hasConsented }: Asked,
  tell: (told: Told) => void,
): Promise<void> {
  if (hasConsented) tell(await storeConsent(c, transaction, talentId, { ...GIVEN, noticeVersion }))
  else
    await updateTalent(transaction, { countyCode: c.var.countyCode }, talentId, { noticeVersion })
}

/** 李*博 for 李文博: enough to know oneself, not enough to learn a name. */
function maskedName(name: string): string {
  const signs = [...name]
  if (signs.length < 3) return `${signs[0] ?? ''}*`
  return `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`
}

function noInvitation(): Problem {
  return new Problem('not-found', {
    zh: '邀请码无效：可能输错、已用过或已过期。请核对后重试，或请乡镇（街道）组织办公室重新发放。',
    en: 'The code opens nothing: mistyped, used, or too old. Check it, or ask the organisation office for a new one.',
  })
}
