import { revalidate, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { isOfType, type ProblemDetails, problemOf } from '../../client.ts'
import { changePrivate } from '../../people.ts'
import { talentOf } from '../../queries.ts'
import type { PrivateField, TalentRecord } from '../../types.ts'
import { say, t, type Words } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { DialogForm } from './dialog-form.tsx'

type Given = {
  talent: TalentRecord
  field: PrivateField
  isStored: boolean
  done: (said: string) => void
  cancel: () => void
}

/** Stores an identity or telephone number, or takes it away; what is odd about a stored one is said. */
export function PrivateEdit(props: Given) {
  const [value, setValue] = createSignal('')
  const [isEmpty, setEmpty] = createSignal(false)
  const [warnings, setWarnings] = createSignal<Words[]>([])
  const change = useAction(changePrivate)
  const sending = createSending(async (next: string | null) => {
    const { id, revision } = props.talent
    const { warnings } = await change(id, props.field, next, revision).catch(readAgain(id))
    if (warnings.length > 0) setWarnings(warnings)
    else props.done(next === null ? t().talent.takenAway : t().talent.saved)
  })
  function submit() {
    setEmpty(value().trim() === '')
    if (!isEmpty()) void sending.start(value().trim())
  }
  return (
    <Show
      when={warnings().length > 0}
      fallback={
        <DialogForm
          sending={{ ...sending, problem: () => inOwnWords(sending.problem()) }}
          fields={['value']}
          verb={t().talent.save}
          busy={t().talent.saving}
          submit={submit}
          cancel={() => props.cancel()}
        >
          <p class="second">{t().talent.editText}</p>
          <TextField
            label={t().talent.field[props.field]}
            hint={props.field === 'phone' ? t().talent.phoneHint : t().talent.idNumberHint}
            error={isEmpty() ? t().talent.needValue : sending.errorAt('value')}
            name={props.field}
            inputmode={props.field === 'phone' ? 'numeric' : 'text'}
            maxlength={40}
            value={value()}
            set={setValue}
          />
          <Show when={props.isStored}>
            <p>
              <button
                type="button"
                class="button slim danger"
                onClick={() => void sending.start(null)}
              >
                {t().talent.takeAway}
              </button>
            </p>
          </Show>
        </DialogForm>
      }
    >
      <Odd
        warnings={warnings()}
        back={() => setWarnings([])}
        close={() => props.done(t().talent.saved)}
      />
    </Show>
  )
}

function Odd(props: { warnings: Words[]; back: () => void; close: () => void }) {
  return (
    <div class="form">
      <p class="note weak" role="alert">
        <Icon name="warning" />
        <span>
          <b>{t().talent.savedOdd}</b>
          <For each={props.warnings}>{(words) => <span>{say(words)} </span>}</For>
        </span>
      </p>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={() => props.back()}>
          {t().talent.checkAgain}
        </button>
        <button type="button" class="button" onClick={() => props.close()}>
          {t().shell.close}
        </button>
      </div>
    </div>
  )
}

/** Somebody changed the record meanwhile: it is read anew, so that the next attempt knows its revision. */
function readAgain(id: string) {
  return async (error: unknown): Promise<never> => {
    if (isOfType(problemOf(error), 'changed')) await revalidate(talentOf.keyFor(id))
    throw error
  }
}

function inOwnWords(problem: ProblemDetails | null): ProblemDetails | null {
  if (!problem || !isOfType(problem, 'changed')) return problem
  return { ...problem, detail: t().talent.stale }
}
