import { revalidate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { isOfType } from '../../../client.ts'
import { type Change, historyOf } from '../../../portrait.ts'
import { talentOf } from '../../../queries.ts'
import type { TalentRecord } from '../../../types.ts'
import { createSending, hasErrors } from '../../account/sending.ts'
import {
  type Draft,
  type Field,
  type FieldErrors,
  isChanged,
  sameValue,
  type Value,
} from './draft.ts'

/** What one drawer edits of a person. */
export type Subject = {
  fields: readonly Field[]
  /** As it is stored; null when it is not there (any more). */
  draftOf: (talent: TalentRecord) => Draft | null
  /** Where something new begins, or went meanwhile. */
  blank: Draft
  errorsOf: (draft: Draft) => FieldErrors
  save: (saved: Saved) => Promise<unknown>
}
export type Saved = {
  talent: TalentRecord
  draft: Draft
  /** The fields that are other than stored. */
  changed: readonly string[]
  /** To be entered anew, since somebody took it away. */
  isGone: boolean
}

/** Where somebody else's change and one's own meet: what was typed stays until one of both is chosen. */
export type Clash = { field: string; theirs: Value; isBoth: boolean }
export type BothSides = { clashes: readonly Clash[]; last: Change | null; isGone: boolean }

export type Edit = ReturnType<typeof createEdit>

/** One edit of a person against the revision that was seen. */
export function createEdit(subject: Subject, talent: TalentRecord, done: () => void) {
  const begin = subject.draftOf(talent)
  const [seen, setSeen] = createSignal({ talent, base: begin ?? subject.blank })
  const [draft, setDraft] = createSignal(seen().base)
  const [errors, setErrors] = createSignal<FieldErrors>({})
  const [sides, setSides] = createSignal<BothSides | null>(null)
  const [isOver, setOver] = createSignal(false)
  const isDirty = () => !isOver() && isChanged(seen().base, draft())
  const sending = createSending(async () => {
    const { talent, base } = seen()
    const changed = Object.keys(draft()).filter((at) => !sameValue(draft()[at], base[at]))
    await subject.save({ talent, draft: draft(), changed, isGone: sides()?.isGone ?? false })
    setOver(true)
    done()
  })
  const reading = createSending(async () => {
    const { base } = seen()
    const read = await readBoth(talent.id)
    const theirs = subject.draftOf(read.talent)
    const isGone = begin !== null && theirs === null
    setSides({ clashes: clashesOf(base, draft(), theirs ?? base), last: read.last, isGone })
    setDraft((mine) => followed(base, mine, theirs ?? base))
    setSeen({ talent: read.talent, base: theirs ?? subject.blank })
  })
  async function submit() {
    setErrors(subject.errorsOf(draft()))
    if (hasErrors(errors())) return
    await sending.start()
    const problem = sending.problem()
    if (!problem || !isOfType(problem, 'changed')) return
    await reading.start()
    if (!reading.problem()) sending.clear()
  }
  return {
    ...{ draft, isDirty, sides, submit, errors },
    /** What was typed is given up. */
    drop: () => setOver(true),
    talent: () => seen().talent,
    isBusy: () => sending.isBusy() || reading.isBusy(),
    problem: () => reading.problem() ?? sending.problem(),
    errorAt: (field: string) => errors()[field] ?? sending.errorAt(field),
    set: (change: Draft) => setDraft((before) => ({ ...before, ...change })),
  }
}

/** What is stored now, and who changed it last. */
async function readBoth(id: string) {
  await revalidate([talentOf.keyFor(id), historyOf.keyFor(id)])
  const [talent, history] = await Promise.all([talentOf(id), historyOf(id)])
  return { talent, last: history.changes[0] ?? null }
}

/** Fields that others changed since, and of them those that were changed here as well. */
function clashesOf(base: Draft, mine: Draft, theirs: Draft): Clash[] {
  return Object.entries(theirs)
    .filter(([field, value]) => !sameValue(value, base[field]) && !sameValue(value, mine[field]))
    .map(([field, value]) => ({
      field,
      theirs: value,
      isBoth: !sameValue(mine[field], base[field]),
    }))
}

/** What was not touched here follows what others wrote. */
function followed(base: Draft, mine: Draft, theirs: Draft): Draft {
  const fields = Object.keys(mine)
  return Object.fromEntries(
    fields.map((field) => [
      field,
      sameValue(mine[field], base[field]) ? (theirs[field] ?? '') : (mine[field] ?? ''),
    ]),
  )
}
