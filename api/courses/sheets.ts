import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import {
  listCourseAttendances,
  listParticipants,
  putAttendances,
  updateParticipant,
} from '../../db/course-participants.ts'
import { may } from '../access.ts'
import { attachment } from '../attachment.ts'
import { record } from '../auditing.ts'
import { readSheetBody } from '../body-limits.ts'
import type { Env } from '../context.ts'
import { changeEntries } from '../cultivation/changing-entries.ts'
import { describe } from '../describe.ts'
import { emptyFile } from '../imports/refusals.ts'
import type { ProblemError } from '../problem.ts'
import { type SheetEntry, SheetGiven, SheetPreview, SheetWritten } from '../shapes/courses.ts'
import { invalid, valid } from '../validate.ts'
import { courseOf, courseToEnter, mayChange, partsOf, stillOpen } from './course-of.ts'
import { requireSoundCertificates } from './entering.ts'
import { addPeople } from './participants.ts'
import { isAhead, NO_SESSION, NOT_A_PARTICIPANT, TWICE } from './refusals.ts'
import { previewOf } from './sheet/reading.ts'
import { courseTemplate } from './sheet/template.ts'
import { courseShown } from './shown.ts'

const Id = z.object({ id: z.string().max(64) })
const FILE = { schema: z.string(), media: 'application/octet-stream' }
const Named = z.object({ name: z.string().trim().min(1).max(200) })

/** A course as a spreadsheet: out with what is known, in again after a preview, all of it or nothing. */
export const courseSheets = new Hono<Env>()
  .get(
    '/:id/sheet',
    describe('The list of a course to fill in, as a workbook', FILE, 404),
    may('courses.read'),
    valid('param', Id),
    async (c) => {
      const course = await courseOf(c, c.req.valid('param').id)
      const parts = await partsOf(c.var.db, c, course.id)
      const { participants: people } = await courseShown(c, course)
      const subjects = people.map(({ talent }) => talent.id)
      await record(c, { action: 'course.exported', subjects, detail: { course: course.id } })
      const bytes = await courseTemplate({ course, parts, people })
      return attachment(c, bytes, { name: `考勤与结果-${course.name}.xlsx`, format: 'xlsx' })
    },
  )
  .post(
    '/:id/sheet',
    describe(
      'Takes the bytes of a spreadsheet and says what it would change; writes nothing',
      { schema: SheetPreview },
      403,
      404,
      409,
      413,
      422,
    ),
    may('courses.write'),
    valid('param', Id),
    valid('query', Named),
    async (c) => {
      const course = await courseToEnter(c, c.req.valid('param').id)
      const bytes = await readSheetBody(c)
      if (bytes.length === 0) throw emptyFile()
      const { name: fileName } = c.req.valid('query')
      const preview = await previewOf(c, course, { bytes, fileName })
      const subjects = preview.rows.flatMap(({ person, choices }) =>
        [person, ...choices].flatMap((it) => (it ? [it.id] : [])),
      )
      const detail = { course: course.id, rows: preview.rows.length }
      await record(c, { action: 'course.sheet-read', subjects: [...new Set(subjects)], detail })
      return c.json(preview)
    },
  )
  .post(
    '/:id/entries',
    describe(
      'Writes what a preview showed: all of it or nothing',
      { schema: SheetWritten },
      403,
      404,
      409,
      422,
    ),
    may('courses.write'),
    valid('param', Id),
    valid('json', SheetGiven),
    async (c) => {
      const course = await courseToEnter(c, c.req.valid('param').id)
      const { entries } = c.req.valid('json')
      const ids = entries.map(({ talent }) => talent)
      const written = await changeEntries(c, ids, async (transaction, tell) => {
        await stillOpen(transaction, c, course.id)
        await requireParts(transaction, c, course.id, entries)
        const isOffice = mayChange(c, course)
        const added = await addMissing(transaction, c, course.id, ids, isOffice)
        const changes = await write(transaction, c, course.id, entries)
        await requireSoundCertificates(transaction, c, course.id)
        const detail = { course: course.id, added: added.length, changes }
        tell({ action: 'course.sheet-entered', subjects: ids, detail })
        return { people: ids.length, added: added.length, changes }
      })
      return c.json(written)
    },
  )

async function requireParts(db: Db, c: Context<Env>, id: string, entries: readonly SheetEntry[]) {
  const parts = new Map((await partsOf(db, c, id)).map((part) => [part.id, part]))
  const errors = entries.flatMap(({ attendance }, at): ProblemError[] =>
    Object.keys(attendance).flatMap((session) => {
      const pointer = `#/entries/${at}/attendance/${session}`
      const part = parts.get(session)
      if (!part) return [{ pointer, detail: NO_SESSION }]
      return part.heldOn > c.var.today() ? [{ pointer, detail: isAhead(part.heldOn) }] : []
    }),
  )
  if (errors.length > 0) throw invalid(errors)
}

/** An office adds whoever is not on the list yet, within its scope; a trainer adds nobody. */
async function addMissing(
  db: Db,
  c: Context<Env>,
  courseId: string,
  ids: readonly string[],
  isOffice: boolean,
): Promise<string[]> {
  const known = new Set(
    (await listParticipants(db, c.var.scope, courseId)).map(({ talentId }) => talentId),
  )
  const errors = ids.flatMap((id, at): ProblemError[] => {
    const pointer = `#/entries/${at}/talent`
    if (ids.indexOf(id) < at) return [{ pointer, detail: TWICE }]
    return isOffice || known.has(id) ? [] : [{ pointer, detail: NOT_A_PARTICIPANT }]
  })
  if (errors.length > 0) throw invalid(errors)
  const missing = ids.filter((id) => !known.has(id))
  return missing.length === 0 ? [] : addPeople(db, c, courseId, missing)
}

async function write(db: Db, c: Context<Env>, courseId: string, entries: readonly SheetEntry[]) {
  const { scope, clock, session } = c.var
  const before = new Map(
    (await listCourseAttendances(db, scope, courseId)).map((it) => [
      `${it.talentId} ${it.courseSessionId}`,
      it.status,
    ]),
  )
  const by = { via: 'sheet', at: clock().toISOString(), accountId: session.account.id } as const
  const rows = entries.flatMap(({ talent: talentId, attendance }) =>
    Object.entries(attendance)
      .filter(([id, status]) => before.get(`${talentId} ${id}`) !== status)
      .map(([courseSessionId, status]) => ({ courseSessionId, talentId, status, ...by })),
  )
  await putAttendances(db, scope, rows)
  for (const { talent: talentId, result, certificate } of entries)
    await updateParticipant(
      db,
      scope,
      { courseId, talentId },
      {
        ...(result !== undefined && { result }),
        ...(certificate !== undefined && { certificate }),
      },
    )
  const others = entries.flatMap(({ result, certificate }) => [result, certificate])
  return rows.length + others.filter((it) => it !== undefined).length
}
