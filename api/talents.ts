import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { listEntries } from '../db/dictionaries.ts'
import { listFamilyLinksOf } from '../db/family-links.ts'
import { findTalent, listTalents, type TalentQuery } from '../db/talents.ts'
import { may } from './access.ts'
import { record, recordMiss } from './auditing.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { maskedOf } from './private-values.ts'
import { Problem } from './problem.ts'
import { seesPrivate } from './roles.ts'
import { People, Portrait } from './shapes/people.ts'
import { Code, valid } from './validate.ts'

const Query = z.object({
  village: Code.optional(),
  township: Code.optional(),
  q: z.string().max(50).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const talents = new Hono<Env>()
  .get(
    '/',
    describe('People of the pool in the order of pinyin', { schema: People }, 422, 429),
    may('talents.search'),
    valid('query', Query),
    async (c) => {
      const { village, township, ...query } = c.req.valid('query')
      const { db, scope, session, limits } = c.var
      await limits.requireCalmSearch(session.account.id)
      const asked = defined({ villageCode: village, townshipCode: township, ...query })
      const { people } = await c.var.county()
      const page = await listTalents(db, scope, asked)
      const found = page.talents.flatMap(({ id }) => people.get(id) ?? [])
      const subjects = found.map(({ id }) => id)
      await record(c, { action: 'talents.searched', subjects, detail: filtersOf(asked) })
      return c.json({ people: found, next: page.next })
    },
  )
  .get(
    '/:id',
    describe(
      'A person with skills, evidence, honours and relatives in the pool',
      { schema: Portrait },
      404,
    ),
    may('portrait.read'),
    valid('param', z.object({ id: z.string().max(64) })),
    async (c) => {
      const { id } = c.req.valid('param')
      const { db, keyring, scope, session } = c.var
      const row = await talentOf(c, id)
      const county = await c.var.county()
      const links = await listFamilyLinksOf(db, scope, id)
      const skills = await listEntries(db, scope, 'skills')
      const isPrivate = seesPrivate(session.account.role)
      const masked = isPrivate ? await maskedOf(db, keyring, scope, id) : null
      await record(c, { action: 'portrait.read', subjects: [id] })
      c.header('etag', `"${row.revision}"`)
      return c.json({
        ...portraitOf(county, id, skills),
        channel: row.channel,
        private: masked,
        revision: row.revision,
        basis: row.basis,
        noticeVersion: row.noticeVersion,
        keepUntil: row.keepUntil,
        family: links.flatMap((link) => relativeOf(county, id, link)),
      })
    },
  )

type Skills = Awaited<ReturnType<typeof listEntries>>

function portraitOf(county: County, id: string, dictionary: Skills) {
  const talent = county.talents.get(id)!
  const words = new Map(dictionary.map((skill) => [skill.id, { zh: skill.zh, en: skill.en }]))
  const { evidence, honours, qualifications, experienceYears, consent, isFit } = talent
  const { isFullTimeEducation, hasOutstandingContribution, isNewSocialWorker } = talent
  return {
    ...county.people.get(id)!,
    isFullTimeEducation,
    hasOutstandingContribution,
    isNewSocialWorker,
    skills: talent.skills.map(({ skill, level, standing }) => ({
      skill,
      words: words.get(skill) ?? { zh: skill, en: skill },
      level,
      standing,
    })),
    evidence: evidence.toSorted((a, b) => b.on.localeCompare(a.on)),
    honours,
    qualifications,
    experienceYears,
    consent,
    isFit,
    consentedVillages: talent.consentedVillages.map((code) => ({
      code,
      name: county.villages.get(code)?.name ?? code,
    })),
  }
}

type Link = Awaited<ReturnType<typeof listFamilyLinksOf>>[number]

function relativeOf({ people }: County, id: string, link: Link) {
  const person = people.get(link.talentId === id ? link.relativeId : link.talentId)
  if (!person) return []
  const { relation, isBarred } = link
  return [{ person: { id: person.id, name: person.name }, relation, isBarred: isBarred === 1 }]
}

function defined({
  limit,
  ...texts
}: { [Key in keyof TalentQuery]: TalentQuery[Key] | undefined }) {
  const given = Object.entries(texts).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(given),
    ...(limit !== undefined && { limit }),
  } satisfies TalentQuery
}

/** The person's row, or a 404 that says no more than for an id that nobody has; the attempt is written down. */
export async function talentOf(c: Context<Env>, id: string) {
  const row = await findTalent(c.var.db, c.var.scope, id)
  if (row && row.erasedAt === null) return row
  await recordMiss(c, 'portrait.missed', id)
  throw noTalent(id)
}

/** Which filters were used; a name that was searched for is a personal value. */
function filtersOf({ q, villageCode, townshipCode }: TalentQuery) {
  return { hasText: q !== undefined, village: villageCode, township: townshipCode }
}

function noTalent(id: string): Problem {
  return new Problem('not-found', {
    zh: `人才库中没有编号为 ${id} 的人，可能已移出。请返回名单重新选择。`,
    en: `Nobody in the pool has the id ${id}; the person may have left it. Choose from the list again.`,
  })
}
