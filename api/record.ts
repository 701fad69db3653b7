import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { listAccounts, listAccountsOfTalent } from '../db/accounts.ts'
import { listAuditAbout } from '../db/audit-reading.ts'
import { listConsents } from '../db/consents.ts'
import { listCorrections } from '../db/corrections.ts'
import { listDeparturesOf } from '../db/departures.ts'
import { listFamilyLinksOf } from '../db/family-links.ts'
import type { Portrait } from '../db/portraits.ts'
import { listRelativesOf } from '../db/relatives.ts'
import { listTagsOf } from '../db/tags.ts'
import { namesOfTalents } from '../db/talents.ts'
import { may } from './access.ts'
import { record as writeDown } from './auditing.ts'
import type { Env } from './context.ts'
import { proposedOf } from './corrected.ts'
import { describe } from './describe.ts'
import { keptBeside } from './lrmx/comparing.ts'
import { peopleOfForms } from './lrmx/people.ts'
import { noticeOf } from './notices.ts'
import { peopleById, placeNames, type ShownPerson } from './people-by-id.ts'
import { factsOf } from './portrait/shown.ts'
import { revealedOf } from './private-values.ts'
import { CorrectedField, type LOOKS, Looks, RecordShape } from './shapes/record.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Query = z.object({ before: z.coerce.number().int().min(1).max(2_000_000_000).optional() })
const LOOKS_A_PAGE = 100

/** What the person reads of the own record (PIPL 44, 45): everything that is held, and who looked at it. */
export const record = new Hono<Env>()
  .get(
    '/',
    describe('The own record in plain data', { schema: RecordShape }, 404),
    may('record.read'),
    async (c) => {
      const { id } = await talentOf(c, c.var.scope.talentId ?? '')
      await writeDown(c, { action: 'record.read', subjects: [id] })
      return c.json(await recordOf(c, id))
    },
  )
  .get(
    '/looks',
    describe('Who looked at the own record, the newest first', { schema: Looks }, 404, 422),
    may('record.read'),
    valid('query', Query),
    async (c) => {
      const { id } = await talentOf(c, c.var.scope.talentId ?? '')
      await writeDown(c, { action: 'record.looks-read', subjects: [id] })
      return c.json(await looksOf(c, id, c.req.valid('query').before))
    },
  )

async function recordOf(c: Context<Env>, id: string): Promise<z.infer<typeof RecordShape>> {
  const { db, scope } = c.var
  const shown = (await peopleById(c, [id])).get(id)!
  const names = await placeNames(c)
  const place = (code: string) => ({ code, name: names.get(code) ?? code })
  const relatives = await listRelativesOf(db, scope, id)
  return {
    ...(await recordedOf(c, shown)),
    tags: (await listTagsOf(db, scope, [id])).get(id) ?? [],
    relatives: relatives.map(({ relation, name, bornOn, politicalStatus, work }) => ({
      ...{ relation, name, bornOn, politicalStatus, work },
    })),
    offices: shown.row.incumbencies.map(({ villageCode, post, tookOfficeOn }) => ({
      village: place(villageCode),
      ...{ post, tookOfficeOn },
    })),
    departures: await departuresOf(c, id),
    family: await familyOf(c, id),
    private: {
      idNumber: await revealedOf(c, id, 'id-number'),
      phone: await revealedOf(c, id, 'phone'),
    },
    consents: await consentsOf(c, id),
    notice: await noticeOf(c),
    corrections: await correctionsOf(c, id),
    ...(await papersOf(c, id)),
    erasure: HOW_TO_ERASE,
  }
}

/** All that officers read of the person but age and incumbency, which are counted, and how evidence weighs. */
async function recordedOf(c: Context<Env>, shown: ShownPerson) {
  const { age: _, incumbency: __, revision: ___, evidence, ...facts } = await factsOf(c, shown)
  return {
    ...facts,
    statusWords: STATUS_WORDS[facts.status],
    evidence: evidence.map(({ id: _, strength: __, ...piece }) => piece),
  }
}

/** Relation and name of own relatives who are in the pool, and nothing else about them. */
async function familyOf(c: Context<Env>, id: string) {
  // The own scope ends at the own person; the links are those of this person alone.
  const { db, countyCode } = c.var
  const links = await listFamilyLinksOf(db, { countyCode }, id)
  const others = links.map(({ talentId, relativeId, relation }) => ({
    ...{ relative: talentId === id ? relativeId : talentId, relation },
  }))
  const ids = others.map(({ relative }) => relative)
  const names = await namesOfTalents(db, { countyCode }, ids)
  return others.flatMap(({ relative, relation }) => {
    const name = names.get(relative)
    return name === undefined ? [] : [{ relation, name }]
  })
}

/** The photograph, and what an appointment form says beside the portrait. */
async function papersOf(c: Context<Env>, id: string) {
  const [person] = await peopleOfForms(c.var, [id])
  const photograph = person?.photograph ?? null
  return {
    photograph: photograph && { id: photograph.id, addedAt: photograph.addedAt },
    appointmentForm:
      person?.kept && person.readAt !== null
        ? { readAt: person.readAt, kept: keptBeside(person.kept) }
        : null,
  }
}

async function departuresOf(c: Context<Env>, id: string) {
  const rows = await listDeparturesOf(c.var.db, c.var.scope, id)
  return rows.map(({ kind, reason, onDay }) => ({ kind, reason, on: onDay }))
}

async function consentsOf(c: Context<Env>, id: string) {
  const rows = await listConsents(c.var.db, c.var.scope, id)
  return rows.map(({ act, channel, noticeVersion, at }) => ({ act, channel, noticeVersion, at }))
}

async function correctionsOf(c: Context<Env>, talentId: string) {
  const rows = await listCorrections(c.var.db, c.var.scope, { talentId })
  return rows.toReversed().map((row) => {
    const { id, note, state, answer, askedAt, answeredAt } = row
    const field = CorrectedField.parse(row.field)
    return { id, field, note, state, answer, askedAt, answeredAt, proposed: proposedOf(c, row) }
  })
}

async function looksOf(
  c: Context<Env>,
  id: string,
  before: number | undefined,
): Promise<z.infer<typeof Looks>> {
  const { db, countyCode, scope } = c.var
  const own = await listAccountsOfTalent(db, { countyCode }, id)
  // Whoever only held the invitation code was shown a masked name.
  const but = [...own.map((account) => account.id), 'nobody']
  const asked = { but, limit: LOOKS_A_PAGE + 1, ...(before !== undefined && { before }) }
  const rows = await listAuditAbout(db, scope, id, asked)
  const accounts = await listAccounts(db, { countyCode })
  const offices = new Map(accounts.map((account) => [account.id, account.position]))
  const page = rows.slice(0, LOOKS_A_PAGE)
  return {
    looks: page.map(({ at, actor, role, action, people, detail, reason }) => ({
      ...{ at, role, people },
      // What a department examines is its own: its reason could warn somebody.
      reason: role === 'reviewer' ? null : reason,
      office: offices.get(actor) ?? null,
      kind: kindOf(action),
      field: typeof detail.field === 'string' ? detail.field : null,
    })),
    next: rows.length > LOOKS_A_PAGE ? page.at(-1)!.sequence : null,
  }
}

type Kind = (typeof LOOKS)[number]

function kindOf(action: string): Kind {
  if (OF_ONE.has(action)) return 'portrait'
  if (action === 'private.revealed') return 'reveal'
  if (/\.(exported|printed)$/.test(action)) return 'export'
  if (OF_REVIEW.test(action)) return 'review'
  return IN_A_LIST.test(action) ? 'list' : 'change'
}

/** Looks at one person. */
const OF_ONE = new Set([
  'portrait.read',
  'history.read',
  'criteria.read',
  'growth.read',
  'people.compared',
])
/** What was done about a nomination; nobody says which answer it was. */
const OF_REVIEW = /^(nominee|nomination|attachment|application)\./
const IN_A_LIST = /\.(read|searched|looked-up|solved|explained|compared)$/

const STATUS_WORDS = {
  registered: {
    zh: '已登记：基本情况已录入，尚未审核入库',
    en: 'Registered: the facts are recorded, nobody has examined them yet',
  },
  'in-pool': { zh: '在库：已纳入村级人才库', en: 'In the pool of village talent' },
  reserve: { zh: '后备：列为村级后备干部培养', en: 'Reserve: being prepared for a village post' },
  'trial-post': { zh: '准岗：正在岗位上试任锻炼', en: 'Trial post: serving on trial' },
  appointed: { zh: '任用：已任职', en: 'Appointed: holds a post' },
  left: { zh: '出库：已移出人才库', en: 'Left the pool' },
} satisfies Record<Portrait['status'], { zh: string; en: string }>

const HOW_TO_ERASE = {
  zh: '要求删除资料：请提交一项“其他”更正申请，写明要求删除及原因，由县委组织部审核并答复。在任期间和法定留存期内的资料暂不能删除，答复中会说明理由。',
  en: 'To ask for erasure make a request of the field “other” and say so; the organisation department decides and answers with reasons. While you are in office the law asks to keep the record.',
}
