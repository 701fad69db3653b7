import { createAsync, useAction, useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { policyOf } from '../../queries.ts'
import { openEvaluation, setSlips, type TrialPostView } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending, type Errors, hasErrors } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { today } from '../talent/when.ts'
import { DayField } from './day-field.tsx'

/** A fortnight: slips are handed out at one meeting and answered by the next. */
const DAYS = 14

/** Opens an evaluation; its codes go to the sheet that is printed at once. */
export function OpenForm(props: { trial: TrialPostView; close: () => void }) {
  const [numbers, setNumbers] = createSignal({ colleague: '', representative: '' })
  const [closesOn, setClosesOn] = createSignal(later(DAYS))
  const [errors, setErrors] = createSignal<Errors<'colleagues' | 'representatives' | 'closesOn'>>(
    {},
  )
  const policy = createAsync(() => policyOf().catch(() => undefined), { initialValue: undefined })
  const open = useAction(openEvaluation)
  const navigate = useNavigate()
  const words = () => t().trialPosts.open
  const sending = createSending(async (colleagues: number, representatives: number) => {
    const given = { trialPost: props.trial.id, closesOn: closesOn(), colleagues, representatives }
    const { codes } = await open(given)
    setSlips({ trial: props.trial, closesOn: closesOn(), codes })
    navigate(`/trial-posts/${props.trial.id}/print?sheet=codes`)
  })
  function submit() {
    const [colleagues, representatives] = [
      numberOf(numbers().colleague),
      numberOf(numbers().representative),
    ]
    setErrors({
      ...(colleagues === null && { colleagues: words().need }),
      ...(representatives === null && { representatives: words().need }),
      ...(closesOn() === '' && { closesOn: words().need }),
    })
    if (hasErrors(errors()) || colleagues === null || representatives === null) return
    void sending.start(colleagues, representatives)
  }
  const least = () => policy.latest?.policy.cultivation.answersMin
  const field = (audience: 'colleague' | 'representative') => {
    const name = `${audience}s` as const
    return (
      <TextField
        label={t().trialPosts.audienceLong[audience]}
        name={name}
        inputmode="numeric"
        maxlength={3}
        value={numbers()[audience]}
        set={(value) => setNumbers((before) => ({ ...before, [audience]: value }))}
        error={errors()[name] ?? sending.errorAt(name)}
      />
    )
  }
  return (
    <Panel isOpen onClose={props.close} title={words().dialog}>
      <DialogForm
        sending={sending}
        fields={['colleagues', 'representatives', 'closesOn']}
        verb={words().do}
        busy={words().doing}
        submit={submit}
        cancel={props.close}
      >
        <p class="second">{words().noneText}</p>
        <fieldset class="trial-numbers">
          <legend>{words().people}</legend>
          <div class="two-fields">
            {field('colleague')}
            {field('representative')}
          </div>
          {least() !== undefined && <p class="hint">{words().peopleHint(least()!)}</p>}
        </fieldset>
        <DayField
          label={words().closesOn}
          hint={words().closesHint}
          name="closesOn"
          min={today()}
          value={closesOn()}
          set={setClosesOn}
          error={errors().closesOn ?? sending.errorAt('closesOn')}
        />
        <p class="note">{words().anonymous}</p>
      </DialogForm>
    </Panel>
  )
}

/** Nobody is a number as well; anything else is none. */
function numberOf(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return 0
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null
}

function later(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
}
