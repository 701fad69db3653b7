import { useAction } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { makeAccount } from '../../administration.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { bodyOf, type Draft, EMPTY, errorsOf } from './account-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { Refusal } from './notices.tsx'
import type { Made } from './one-time-password.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'

/** Makes an account; its one-time password is handed on to be shown. */
export function NewAccount(props: {
  isOpen: boolean
  close: () => void
  made: (made: Made) => void
}) {
  const [draft, setDraft] = createSignal(EMPTY)
  const [errors, setErrors] = createSignal<Errors<keyof Draft>>({})
  const send = useAction(makeAccount)
  const sending = createSending(async () => {
    const body = bodyOf(draft())
    if (!body) return
    const made = await send({ ...body, username: draft().username.trim() })
    setDraft(EMPTY)
    props.close()
    props.made({ ...made, isNew: true })
  })
  function submit() {
    setErrors(errorsOf(draft()))
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Drawer
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().accounts.newTitle}
      footer={
        <>
          <button type="button" class="button" onClick={() => props.close()}>
            {t().accounts.cancel}
          </button>
          <button
            type="submit"
            form="new-account"
            class="button primary push"
            aria-disabled={sending.isBusy()}
          >
            {sending.isBusy() ? t().accounts.saving : t().accounts.save}
          </button>
        </>
      }
    >
      <form
        id="new-account"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Refusal problem={sending.problem()} fields={Object.keys(EMPTY)} />
        <AccountFields
          isNew
          draft={draft()}
          set={(change) => setDraft((before) => ({ ...before, ...change }))}
          errors={withServer(errors(), sending.errorAt)}
          stored={null}
        />
      </form>
    </Drawer>
  )
}

/** What the form found itself, and else what the server has against a field. */
export function withServer(
  own: Errors<keyof Draft>,
  errorAt: (field: string) => string | undefined,
): Errors<keyof Draft> {
  const fields = Object.keys(EMPTY) as (keyof Draft)[]
  return Object.fromEntries(
    fields.flatMap((field) => {
      const error = own[field] ?? errorAt(field)
      return error === undefined ? [] : [[field, error]]
    }),
  )
}
