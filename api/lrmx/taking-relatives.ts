import type { Context } from 'hono'
import type { Transaction } from 'kysely'
import { v7 as newId } from 'uuid'
import {
  insertRelative,
  listRelativesOf,
  type RelativeFacts,
  updateRelative,
} from '../../db/relatives.ts'
import type { Database } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import { isPast } from '../days.ts'
import type { Kept } from '../portrait/changes.ts'
import { said, unlink } from '../relative-links.ts'
import { invalid } from '../validate.ts'
import { isSameDay } from './days.ts'
import { changedRelative, isSameRelative, relativesOf } from './family.ts'
import type { Form } from './reading.ts'
import { childrenOf } from './tree.ts'

/** Chosen rows of a form: new ones are entered, known ones changed where the form says something else; none goes. */
export async function takeRelatives(
  c: Context<Env>,
  transaction: Transaction<Database>,
  { talentId, form, rows }: { talentId: string; form: Form; rows: readonly number[] },
): Promise<Kept[]> {
  const known = await listRelativesOf(transaction, c.var.scope, talentId)
  const kept: Kept[] = []
  for (const facts of chosenOf(form, rows, c.var.today())) {
    const before = known.find((one) => isSameRelative(facts, one))
    if (!before) {
      await insertRelative(transaction, c.var.scope, { id: newId(), talentId, ...facts })
      kept.push({ field: 'relatives', before: null, after: said(facts) })
      continue
    }
    const change = changedRelative(facts, before)
    if (Object.keys(change).length === 0) continue
    await updateRelative(transaction, c.var.scope, before, change)
    const after = { ...before, ...change }
    kept.push({ field: 'relatives', before: said(before), after: said(after) })
    if (before.linkedId !== null && !isSameDay(before.bornOn, after.bornOn)) {
      await unlink(c, transaction, { ...before, linkedId: before.linkedId })
      kept.push({ field: 'family', before: said(before), after: null })
    }
  }
  return kept
}

function chosenOf(form: Form, rows: readonly number[], today: string): RelativeFacts[] {
  const read = relativesOf(childrenOf(form).find(({ name }) => name === 'JiaTingChengYuan'))
  return [...new Set(rows)].map((row) => {
    const facts = read[row]?.facts
    if (!facts) throw invalid([{ pointer: '#/relatives', detail: NO_ROW }])
    if (facts.bornOn !== null && !isPast(facts.bornOn, today))
      throw invalid([{ pointer: '#/relatives', detail: FUTURE }])
    return facts
  })
}

const NO_ROW = {
  zh: '家庭成员中没有这一行，或这一行不能写入画像。请重新读取文件后再选。',
  en: 'The form has no such relative, or the row cannot be taken. Read the file again and choose anew.',
}
const FUTURE = {
  zh: '有家庭成员的出生年月晚于今天，请在审批表中更正后再读。',
  en: 'A relative is born in the future: correct the form and read it again.',
}
