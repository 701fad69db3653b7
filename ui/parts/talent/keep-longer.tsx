import { useAction } from '@solidjs/router'
import { createSignal, For } from 'solid-js'
import { keepLonger } from '../../people.ts'
import type { Due } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Field } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { DialogForm } from './dialog-form.tsx'
import { TextArea } from './text-area.tsx'
import { today, yearsLater } from './when.ts'

const USUAL_YEARS = [1, 2, 3]
/** Letters that a reason has at least. */
const LEAST = 4

/** A later day and why. */
export function KeepLonger(props: {
  person: Due
  done: (said: string) => void
  cancel: () => void
}) {
  const [day, setDay] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [errors, setErrors] = createSignal<Errors<'day' | 'reason'>>({})
  const keep = useAction(keepLonger)
  const sending = createSending(async () => {
    const { id, name } = props.person
    await keep(id, { keepUntil: day(), reason: reason().trim() })
    props.done(t().retention.extended(name, day()))
  })
  function submit() {
    setErrors({
      ...(!day() && { day: t().retention.needDay }),
      ...(reason().trim().length < LEAST && { reason: t().talent.needReason }),
    })
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['keepUntil', 'reason']}
      verb={t().retention.extendDo}
      busy={t().retention.extending}
      submit={submit}
      cancel={() => props.cancel()}
    >
      <p class="second">{t().retention.extendEffect}</p>
      <Field
        label={t().retention.until}
        hint={t().retention.untilHint(props.person.keepUntil)}
        error={errors().day ?? sending.errorAt('keepUntil')}
      >
        {(given) => (
          <input
            {...given()}
            class="input"
            type="date"
            name="keep-until"
            value={day()}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      <fieldset class="quick" aria-label={t().retention.quickDays}>
        <For each={USUAL_YEARS}>
          {(years) => (
            <button
              type="button"
              class="button slim"
              aria-pressed={day() === yearsLater(today(), years)}
              onClick={() => setDay(yearsLater(today(), years))}
            >
              {t().retention.years(years)}
            </button>
          )}
        </For>
      </fieldset>
      <TextArea
        label={t().talent.reason}
        hint={t().talent.reasonHint}
        error={errors().reason ?? sending.errorAt('reason')}
        name="reason"
        value={reason()}
        set={setReason}
        quick={t().retention.reasons}
        quickLabel={t().talent.quickReasons}
      />
    </DialogForm>
  )
}
