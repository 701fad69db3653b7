import { v7 as newId } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { insertImportChanges } from '../../db/import-changes.ts'
import { skillOfWord } from '../../db/talent-skills.ts'
import type { Context } from '../roster/types.ts'
import type { Job } from './job.ts'
import { WORD } from './setup.ts'
import { SKILL } from './taking-back.ts'

/** The dictionary of skills while an import writes: words that are not in it yet are added when they are met. */
export type SkillWords = ReturnType<typeof createSkillWords>

export function createSkillWords(
  { countyCode, id: importId }: Pick<Job, 'countyCode' | 'id'>,
  { skills }: Context,
) {
  const words = new Map(skills.map(({ id, zh }) => [id, zh]))
  const ids = new Map(skills.map(({ id, zh }) => [zh, id]))
  const scope = { countyCode }
  return {
    wordOf: (id: string) => words.get(id) ?? '',
    /** Once `add` saw the word. */
    idOf: (skill: string) => (skill.startsWith(WORD) ? ids.get(skill.slice(WORD.length))! : skill),
    async add(db: Db, given: readonly string[]): Promise<void> {
      for (const word of new Set(given)) {
        if (ids.has(word)) continue
        const own = newId()
        const id = await skillOfWord(db, scope, word, own)
        ids.set(word, id)
        words.set(id, word)
        if (id !== own) continue
        const act = { subject: SKILL + id, act: 'created', before: null, revision: 0 } as const
        await insertImportChanges(db, scope, importId, [act])
      }
    },
  }
}
