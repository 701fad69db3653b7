import { Hono } from 'hono'
import { z } from 'zod'
import { followTagged, listTagsOf, putTags } from '../db/tags.ts'
import { listHomes } from '../db/talents.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { isHomeIn, type Kept, keepOldOf, keptList } from './portrait/changes.ts'
import { forgetCounty } from './remembered.ts'
import { Tags } from './shapes/portrait-input.ts'
import { Count } from './shapes/words.ts'
import { invalid, valid } from './validate.ts'

/** What a selection in the pool may hold. */
export const MOST_AT_ONCE = 5000
export const Talents = z.array(z.string().max(64)).min(1).max(MOST_AT_ONCE)
const Tagging = z.object({ talents: Talents, add: Tags.default([]), remove: Tags.default([]) })

/** Tags of many people at once. */
export const tags = new Hono<Env>().post(
  '/tags',
  describe(
    'Adds tags to people and takes others away',
    { schema: z.object({ changed: Count }) },
    403,
    422,
  ),
  may('talent.write'),
  valid('json', Tagging),
  async (c) => {
    const { talents, add, remove } = c.req.valid('json')
    const ids = [...new Set(talents)]
    const { scope, clock } = c.var
    const changed = await changing(c, async (transaction, tell) => {
      const homes = await listHomes(transaction, scope, ids)
      if (homes.length < ids.length || !homes.every((home) => isHomeIn(scope, home)))
        throw invalid([{ pointer: '#/talents', detail: NOT_YOURS }])
      const before = await listTagsOf(transaction, scope, ids)
      const kept = new Map<string, Kept[]>()
      const after = new Map<string, string[]>()
      for (const id of ids) {
        const own = before.get(id) ?? []
        const next = [...new Set([...own, ...add])].filter((tag) => !remove.includes(tag))
        const change = keptList('tags', own, next)
        if (change.length === 0) continue
        kept.set(id, change)
        after.set(id, next)
      }
      await putTags(transaction, scope, after)
      await keepOldOf(c, transaction, kept)
      await followTagged(transaction, scope, [...after.keys()], clock().toISOString())
      tell({ action: 'tags.changed', subjects: [...after.keys()], detail: { people: after.size } })
      return after.size
    })
    forgetCounty(c.var.db)
    return c.json({ changed })
  },
)

const NOT_YOURS = {
  zh: '其中有人不在库中，或户籍（常住）不在本账号的管理范围。请刷新名单后重新选择。',
  en: 'Some of them are not in the pool, or are at home outside the reach of your account: choose again.',
}
