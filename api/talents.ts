import { Hono } from 'hono'
import { z } from 'zod'
import { listFamilyLinksOf } from '../db/family-links.ts'
import { listSkills } from '../db/skills.ts'
import { findTalent, listTalents, type TalentQuery } from '../db/talents.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Problem } from './problem.ts'
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
    describe('People of the pool in the order of pinyin', { schema: People }, 422),
    valid('query', Query),
    async (c) => {
      const { village, township, ...query } = c.req.valid('query')
      const scope = { countyCode: c.var.countyCode }
      const asked = defined({ villageCode: village, townshipCode: township, ...query })
      const { people } = await c.var.county()
      const page = await listTalents(c.var.db, scope, asked)
      return c.json({
        people: page.talents.flatMap(({ id }) => people.get(id) ?? []),
        next: page.next,
      })
    },
  )
  .get(
    '/:id',
    describe(
      'A person with skills, evidence, honours and relatives in the pool',
      { schema: Portrait },
      404,
    ),
    valid('param', z.object({ id: z.string().max(64) })),
    async (c) => {
      const { id } = c.req.valid('param')
      const { db, countyCode } = c.var
      const county = await c.var.county()
      const row = await findTalent(db, { countyCode }, id)
      if (!row || !county.people.has(id)) throw noTalent(id)
      const links = await listFamilyLinksOf(db, { countyCode }, id)
      const skills = await listSkills(db, { countyCode })
      return c.json({
        ...portraitOf(county, id, skills),
        channel: row.channel,
        family: links.flatMap((link) => relativeOf(county, id, link)),
      })
    },
  )

type Skills = Awaited<ReturnType<typeof listSkills>>

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

function noTalent(id: string): Problem {
  return new Problem('not-found', {
    zh: `人才库中没有编号为 ${id} 的人，可能已移出。请返回名单重新选择。`,
    en: `Nobody in the pool has the id ${id}; the person may have left it. Choose from the list again.`,
  })
}
