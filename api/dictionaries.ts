import { Hono } from 'hono'
import { z } from 'zod'
import { DICTIONARIES, listEntries, listFreeSkills, putEntry } from '../db/dictionaries.ts'
import { may } from './access.ts'
import { changing } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { forgetCounty } from './remembered.ts'
import { Done } from './shapes/account.ts'
import { valid } from './validate.ts'

const Named = z.object({ dictionary: z.enum(DICTIONARIES) })
const Entry = z.object({
  zh: z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(120),
  isRetired: z.boolean(),
})
const EntryId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
const Entries = z.object({
  entries: z.array(
    Entry.extend({
      id: z.string(),
      isFree: z
        .boolean()
        .optional()
        .meta({ description: 'Of skills: typed into a portrait, not looked at yet' }),
    }),
  ),
})

export const dictionaries = new Hono<Env>()
  .get(
    '/:dictionary',
    describe('Entries of a dictionary by id', { schema: Entries }, 422),
    may('dictionaries.read'),
    valid('param', Named),
    async (c) => {
      const { dictionary } = c.req.valid('param')
      const scope = { countyCode: c.var.countyCode }
      const rows = await listEntries(c.var.db, scope, dictionary)
      const free = dictionary === 'skills' ? await listFreeSkills(c.var.db, scope) : null
      const entries = rows.map(({ isRetired, ...row }) => ({
        ...{ ...row, isRetired: isRetired === 1 },
        ...(free && { isFree: free.has(row.id) }),
      }))
      return c.json({ entries })
    },
  )
  .put(
    '/:dictionary/:id',
    describe('Adds an entry, or changes its words; ids stay', { schema: Done }, 422),
    may('dictionaries.write'),
    valid('param', Named.extend({ id: EntryId })),
    valid('json', Entry),
    async (c) => {
      const { dictionary, id } = c.req.valid('param')
      const { isRetired, ...words } = c.req.valid('json')
      const scope = { countyCode: c.var.countyCode }
      await changing(c, async (transaction, tell) => {
        const entry = { id, ...words, isRetired: isRetired ? (1 as const) : (0 as const) }
        await putEntry(transaction, scope, dictionary, entry)
        tell({ action: 'dictionary.changed', detail: { dictionary, id, isRetired } })
      })
      forgetCounty(c.var.db)
      return c.json({ done: true as const })
    },
  )
