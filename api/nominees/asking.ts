import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import type { StoredAct } from '../../db/review-acts.ts'
import { listReviewCasesOf, putReviewCase, updateReviewCases } from '../../db/review-cases.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import { dayInChina } from '../days.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import type { Effect } from '../workflow/acts.ts'
import type { File } from '../workflow/file.ts'
import { stageOf } from '../workflow/path.ts'
import type { Loaded } from './loading.ts'

type Following = { row: Loaded['row']; after: File; act: StoredAct; effect: Effect }

/** Cases after an act: opened when the joint review begins, answered, asked once more, closed when the nominee ends. */
export async function followCases(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act, effect }: Following,
): Promise<File['departments']> {
  const { scope } = c.var
  const of = { nomineeId: row.id }
  if (after.nominee.state !== 'open') {
    await updateReviewCases(transaction, scope, of, { closedAt: act.at })
    return after.departments
  }
  if (row.state !== 'open') await updateReviewCases(transaction, scope, of, { closedAt: null })
  if (effect.case) return withCase(c, transaction, { row, after, act, effect })
  const isBegun = stageOf(after)?.kind === 'joint-review' && after.nominee.stage !== row.stage
  return isBegun ? askAll(c, transaction, { row, after, act }) : after.departments
}

async function withCase(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act, effect }: Following,
): Promise<File['departments']> {
  const { department, does } = effect.case!
  const body = act.body as ReviewAct
  if (does === 'dropped') {
    const of = { nomineeId: row.id, departmentId: department }
    await updateReviewCases(transaction, c.var.scope, of, { closedAt: act.at })
    return after.departments
  }
  const said = body.kind === 'answer' ? body.answer : null
  const own = after.departments.find(({ id }) => id === department)
  const changed = {
    ...asked(after, does === 'asked' ? act.at : (own?.case?.openedAt ?? act.at)),
    ...{ answer: said, answeredAt: said === null ? null : act.at, validUntil: act.validUntil },
  }
  await putReviewCase(transaction, c.var.scope, {
    ...{ departmentId: department, talentId: row.talentId, nomineeId: row.id, closedAt: null },
    ...changed,
  })
  const code = body.kind === 'answer' && said === 'objection' ? body.code : null
  return after.departments.map((one) =>
    one.id === department ? { ...one, case: { ...changed, code } } : one,
  )
}

/** Every department of the round is asked, but those whose answer about the same facts still stands. */
async function askAll(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { row, after, act }: Omit<Following, 'effect'>,
): Promise<File['departments']> {
  const all = { countyCode: c.var.countyCode }
  const known = await listReviewCasesOf(transaction, all, row.talentId)
  const departments: File['departments'] = []
  for (const one of after.departments) {
    const earlier = known
      .filter(({ departmentId }) => departmentId === one.id)
      .toSorted((a, b) => (touchedAt(a) < touchedAt(b) ? -1 : 1))
      .at(-1)
    const stands =
      earlier?.answer === 'pass' &&
      earlier.factsHash === after.nominee.factsHash &&
      (earlier.validUntil ?? '') >= after.today
    const { answer, answeredAt, validUntil } = stands ? earlier : NOT_ANSWERED
    const put = { ...asked(after, act.at), answer, answeredAt, validUntil }
    await putReviewCase(transaction, c.var.scope, {
      ...{ departmentId: one.id, talentId: row.talentId, nomineeId: row.id, closedAt: null },
      ...put,
    })
    departments.push({ ...one, case: { ...put, code: null } })
  }
  return departments
}

/** Of several rounds the latest word counts: an earlier pass never covers a later objection, or a question. */
function touchedAt({ openedAt, answeredAt }: { openedAt: string; answeredAt: string | null }) {
  return answeredAt !== null && answeredAt > openedAt ? answeredAt : openedAt
}

const NOT_ANSWERED = { answer: null, answeredAt: null, validUntil: null }

function asked(file: File, openedAt: string) {
  const days = file.procedure.stages.find(({ kind }) => kind === 'joint-review')?.days ?? 10
  const dueOn = file.workdaysAfter(dayInChina(openedAt), days)
  return { openedAt, dueOn, factsHash: file.nominee.factsHash }
}
