import { Hono } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { listEntries } from '../db/dictionaries.ts'
import type { Database } from '../db/schema.ts'
import type { Scope } from '../db/scope.ts'
import { listSkillsOf, putSkills, type SkillFacts, skillOfWord } from '../db/talent-skills.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { changeTalent, keptList } from './portrait/changes.ts'
import { Changed } from './shapes/portrait.ts'
import { Skills } from './shapes/portrait-input.ts'
import { invalid, valid } from './validate.ts'

type Given = z.infer<typeof Skills>['skills']

export const talentSkills = new Hono<Env>().put(
  '/:id/skills',
  describe(
    'All skills of a person anew, of the dictionary or in free words',
    { schema: Changed },
    403,
    404,
    412,
    422,
    428,
  ),
  may('talent.write'),
  valid('param', z.object({ id: z.string().max(64) })),
  valid('json', Skills),
  async (c) => {
    const { id } = c.req.valid('param')
    const { skills: given } = c.req.valid('json')
    const { scope, countyCode } = c.var
    const done = await changeTalent(c, { id, action: 'skills.changed' }, async (transaction) => {
      const before = await listSkillsOf(transaction, scope, id)
      const skills = await readSkills(transaction, { countyCode }, given)
      await putSkills(transaction, scope, id, skills)
      const after = await listSkillsOf(transaction, scope, id)
      return { kept: keptList('skills', before.map(said), after.map(said)) }
    })
    return c.json(done)
  },
)

/** Each skill once, the last of two; a free word that the dictionary knows is the dictionary's. */
async function readSkills(
  transaction: Transaction<Database>,
  scope: Scope,
  given: Given,
): Promise<SkillFacts[]> {
  const dictionary = await listEntries(transaction, scope, 'skills')
  const known = new Set(dictionary.map(({ id }) => id))
  const skills = new Map<string, SkillFacts>()
  for (const [at, { skill, word, level, standing }] of given.entries()) {
    if (skill !== undefined && !known.has(skill))
      throw invalid([{ pointer: `#/skills/${at}/skill`, detail: NO_SKILL }])
    const skillId = skill ?? (await skillOfWord(transaction, scope, word!, `free-${newId()}`))
    skills.set(skillId, { skillId, level, standing })
  }
  return [...skills.values()]
}

function said({ zh, level, standing }: { zh: string; level: number; standing: string }): string {
  return `${zh} ${Math.round(level * 100)}${standing === 'claimed' ? '（自报）' : ''}`
}

const NO_SKILL = {
  zh: '字典中没有这项专长，请从列表选择，或改用自填词语。',
  en: 'The dictionary has no such skill: choose one, or give a word of your own.',
}
