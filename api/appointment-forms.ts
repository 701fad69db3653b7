import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { may, mayRole } from './access.ts'
import { attachment } from './attachment.ts'
import { inRoom } from './attachments/room.ts'
import { record } from './auditing.ts'
import { limitForms } from './body-limits.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { appointmentForms as eachForm } from './lrmx/exporting.ts'
import { fileShown } from './lrmx/shown.ts'
import { takeForm } from './lrmx/taking.ts'
import { policyInForce } from './people-by-id.ts'
import { Problem } from './problem.ts'
import { Reason, requireImpersonal } from './reasons.ts'
import { FormFiles, FormReadings, FormTaken, FormTaking } from './shapes/appointment-forms.ts'
import { talentOf } from './talents.ts'
import { valid } from './validate.ts'

const Id = z.object({ id: z.string().max(64) })
const Purpose = z.object({
  purpose: Reason,
  idNumber: z.enum(['1']).optional().meta({ description: 'With the identity number in the clear' }),
})

/** Appointment forms (.lrmx, .lrm) that come in: first what they say, then what is taken of them. */
export const appointmentForms = new Hono<Env>()
  .post(
    '/reading',
    describe(
      'What appointment forms say beside the pool; nothing is written',
      { schema: FormReadings },
      ...([403, 413, 422, 429] as const),
    ),
    may('appointment-forms.read'),
    limitForms(),
    whileThereIsRoom(),
    valid('json', FormFiles),
    async (c) => {
      const { files } = c.req.valid('json')
      await c.var.limits.requireCalmSearch(c.var.session.account.id)
      const shown: Awaited<ReturnType<typeof fileShown>>[] = []
      for (const file of files) shown.push(await fileShown(c, file))
      const found = shown.flatMap(({ read }) => read?.people.map(({ person }) => person.id) ?? [])
      const isElsewhere = shown.filter(({ read }) => read?.isElsewhere).length
      const detail = { files: files.length, isElsewhere }
      await record(c, {
        ...{ action: 'appointment-form.compared', subjects: [...new Set(found)], detail },
      })
      return c.json({ files: shown })
    },
  )
  .post(
    '/',
    describe(
      'Writes what was chosen of a form into the portrait, and keeps the rest of it with the person',
      { schema: FormTaken },
      ...([403, 404, 409, 412, 413, 422, 428, 429] as const),
    ),
    may('appointment-forms.write'),
    limitForms(),
    whileThereIsRoom(),
    valid('json', FormTaking),
    async (c) => c.json(await takeForm(c, c.req.valid('json'))),
  )

/** The form of one person as a file. */
export const talentForm = new Hono<Env>().get(
  '/:id/appointment-form.lrmx',
  describe(
    'The appointment form of a person; what it is for is written down',
    { schema: z.string(), media: 'application/octet-stream' },
    ...([403, 404, 422, 429] as const),
  ),
  may('appointment-forms.read'),
  valid('param', Id),
  valid('query', Purpose),
  async (c) => {
    const { id } = c.req.valid('param')
    const { purpose, idNumber } = c.req.valid('query')
    const { name } = await talentOf(c, id)
    requireImpersonal(purpose, name)
    const hasIdNumber = idNumber === '1'
    if (hasIdNumber) await requireMayReveal(c)
    const { account } = c.var.session
    const { referenceOn } = await policyInForce(c)
    const wanted = { ids: [id], referenceOn, by: account.name, hasIdNumber }
    const [form] = await Array.fromAsync(eachForm(c.var, wanted))
    await record(c, {
      ...{ action: 'appointment-form.exported', subjects: [id], reason: purpose },
      detail: { unmasked: hasIdNumber ? ['id-number'] : [] },
    })
    return attachment(c, new Uint8Array(form!.bytes), { name: form!.name, format: 'lrmx' })
  },
)

/** Identity numbers go out only to whoever may reveal them, and not many in a row. */
export async function requireMayReveal(c: Context<Env>, people = 1): Promise<void> {
  const { account } = c.var.session
  if (!mayRole(account.role, 'private.reveal')) throw notRevealed()
  await c.var.limits.requireCalmReveal(account.id, people)
}

/** Files of many megabytes are read while there is memory for them. */
function whileThereIsRoom(): MiddlewareHandler<Env> {
  return (c, next) => inRoom(c, next)
}

function notRevealed(): Problem {
  return new Problem('not-permitted', {
    zh: '您的账号不能导出完整身份证号。请去掉勾选，身份证号一栏留空。',
    en: 'Your account may not export whole identity numbers: leave them out.',
  })
}
