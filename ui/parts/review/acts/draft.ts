import { createSignal } from 'solid-js'
import type { ReviewAct } from '../../../review.ts'
import { createSending, type Errors, hasErrors } from '../../account/sending.ts'
import { type ActContext, type ActDraft, type ActForm, errorsOf } from './field.ts'

export type ActEdit = ReturnType<typeof createActEdit>

/** What is typed of one act, until it is signed: sent once, with every fault at its field. */
export function createActEdit(
  form: ActForm,
  context: () => ActContext,
  send: (act: ReviewAct) => Promise<unknown>,
) {
  const begun: ActDraft = { ...form.begin?.(context()), ...context().given }
  const [draft, setDraft] = createSignal(begun)
  const [errors, setErrors] = createSignal<Errors<string>>({})
  const [isOver, setOver] = createSignal(false)
  const fields = () => form.fields(context())
  const sending = createSending(async () => {
    await send(form.body(draft(), context()))
    setOver(true)
  })
  return {
    ...{ draft, fields, sending },
    sums: () => form.sums?.(draft()) ?? [],
    set: (change: ActDraft) => {
      setDraft((before) => ({ ...before, ...change }))
      setErrors((before) => without(before, Object.keys(change)))
    },
    isDirty: () =>
      !isOver() && Object.entries(draft()).some(([id, value]) => value !== (begun[id] ?? '')),
    drop: () => setOver(true),
    errorAt: (id: string) =>
      errors()[id] ?? sending.problem()?.errors?.find(({ pointer }) => isAt(pointer, id))?.detail,
    /** Every field that a fault stands at, so that it is said once. */
    places: () => fields().map(({ id }) => `act/${id}`),
    submit: () => {
      setErrors(errorsOf(fields(), draft()))
      if (hasErrors(errors())) focusFirst()
      else return sending.start()
    },
  }
}

/** At the field, or at an entry of the list that is typed in it. */
function isAt(pointer: string, id: string): boolean {
  return pointer === `#/act/${id}` || (id === 'team' && pointer.startsWith('#/act/team/'))
}

function without(errors: Errors<string>, ids: readonly string[]): Errors<string> {
  return Object.fromEntries(
    Object.entries(errors).filter(
      ([id]) => !ids.some((one) => one === id || one.startsWith(`${id}/`)),
    ),
  )
}

function focusFirst() {
  queueMicrotask(() => {
    const field = document.querySelector('.act-fields .field-error')?.closest('.field')
    field?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  })
}
