import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { may } from './access.ts'
import { record } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Done } from './shapes/account.ts'
import {
  EntriesGiven,
  EntriesWritten,
  EntryGiven,
  EntryWritten,
  RecordShape,
  TakingBack,
} from './shapes/village-entries.ts'
import { Code, valid } from './validate.ts'
import { cautionsAbout } from './village-entries/cautions-of.ts'
import { villageOf } from './village-entries/reach.ts'
import { recordOf } from './village-entries/record.ts'
import { takeBack, writeEntries } from './village-entries/writing.ts'

const Village = z.object({ code: Code })
const Id = z.object({ id: z.string().max(64) })

/** The record of a village: what is on paper about the place. */
export const entriesOfVillage = new Hono<Env>()
  .get(
    '/:code/entries',
    describe(
      'Everything on record about a village, with who wrote it',
      { schema: RecordShape },
      404,
    ),
    may('village-record.read'),
    valid('param', Village),
    async (c) => {
      const village = await villageOf(c, c.req.valid('param').code)
      const found = await recordOf(c, village)
      const people = [found, ...found.former].flatMap(({ committees }) =>
        committees.flatMap(({ talent }) => (talent ? [talent.id] : [])),
      )
      const detail = { village: village.code }
      await record(c, { action: 'village-record.read', subjects: [...new Set(people)], detail })
      return c.json(found)
    },
  )
  .post(
    '/:code/entries',
    describe(
      'Writes one fact about a village; 200 when the same is there already',
      { status: 201, schema: EntryWritten },
      ...([403, 404, 422] as const),
    ),
    may('village-record.write'),
    valid('param', Village),
    valid('json', EntryGiven),
    async (c) => {
      const { code } = await villageOf(c, c.req.valid('param').code)
      const entry = c.req.valid('json')
      const cautions = await cautionsAbout(c, [{ village: code, entry }])
      const [written] = await writeEntries(c, [{ village: code, entry }], () => '#')
      const answer = { ...written!, cautions: cautions[0]! }
      return c.json(answer, written!.isNew ? 201 : 200)
    },
  )
  .post(
    '/:code/entries/checking',
    describe(
      'What looks wrong with a fact before it is written',
      { schema: EntryWritten.pick({ cautions: true }) },
      ...([403, 404, 422] as const),
    ),
    may('village-record.write'),
    valid('param', Village),
    valid('json', EntryGiven),
    async (c) => {
      const { code } = await villageOf(c, c.req.valid('param').code)
      const [cautions] = await cautionsAbout(c, [{ village: code, entry: c.req.valid('json') }])
      return c.json({ cautions: cautions! })
    },
  )

export const villageEntries = new Hono<Env>()
  .post(
    '/',
    describe(
      'Writes many facts: all of them or none; what is there already is not written again',
      { schema: EntriesWritten },
      ...([403, 404, 422] as const),
    ),
    may('village-record.write'),
    valid('json', EntriesGiven),
    async (c) => c.json(await writeMany(c, c.req.valid('json'))),
  )
  .post(
    '/:id/taking-back',
    describe('Takes back what was wrong; it stays readable', { schema: Done }, 403, 404, 409, 422),
    may('village-record.write'),
    valid('param', Id),
    valid('json', TakingBack),
    async (c) => {
      await takeBack(c, c.req.valid('param').id, c.req.valid('json').reason)
      return c.json({ done: true as const })
    },
  )

async function writeMany(c: Context<Env>, { entries }: z.infer<typeof EntriesGiven>) {
  const codes = new Map<string, string>()
  for (const { village } of entries)
    if (!codes.has(village)) codes.set(village, (await villageOf(c, village)).code)
  const placed = entries.map(({ village, entry }) => ({ village: codes.get(village)!, entry }))
  const written = await writeEntries(c, placed, (at) => `#/entries/${at}/entry`)
  const isNew = written.filter((it) => it.isNew).length
  return { written: isNew, same: written.length - isNew }
}
