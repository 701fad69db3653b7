import { For, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import { filledBy } from './draft.ts'
import { StepForm } from './form.tsx'
import type { StepProps } from './step-props.ts'

/** As on the identity card; what its number says is filled in. */
export function WhoStep(props: StepProps & { back: () => void }) {
  const words = () => t().apply.who
  const text = (field: 'name' | 'idNumber' | 'phone' | 'bornOn' | 'occupation') => ({
    ...{ label: words()[field], name: field, value: props.draft[field] },
    set: (value: string) => props.set({ [field]: value }),
    error: props.errorAt(field),
  })
  const number = (value: string) =>
    props.set({ idNumber: value, ...filledBy({ ...props.draft, idNumber: value }) })
  return (
    <StepForm
      step="who"
      title={words().title}
      hint={words().hint}
      verb={t().apply.next}
      back={() => props.back()}
      submit={() => props.next()}
    >
      <div data-field="name">
        <TextField {...text('name')} maxlength={50} />
      </div>
      <div data-field="idNumber">
        <TextField
          {...text('idNumber')}
          set={number}
          hint={words().idNumberHint}
          maxlength={24}
          class="code-text"
        />
      </div>
      <div class="two-fields">
        <Sex {...props} />
        <div data-field="bornOn">
          <TextField
            {...text('bornOn')}
            hint={words().bornOnHint}
            inputmode="numeric"
            maxlength={10}
          />
        </div>
      </div>
      <div data-field="phone">
        <TextField {...text('phone')} hint={words().phoneHint} inputmode="numeric" maxlength={20} />
      </div>
      <Schooling {...props} />
      <div data-field="partyStatus">
        <SelectField
          label={words().partyStatus}
          none={words().choose}
          value={props.draft.partyStatus}
          set={(partyStatus) => props.set({ partyStatus })}
          choices={named(t().partyStatus)}
          error={props.errorAt('partyStatus')}
        />
      </div>
      <div data-field="occupation">
        <TextField {...text('occupation')} hint={words().occupationHint} maxlength={100} />
      </div>
    </StepForm>
  )
}

function Sex(props: StepProps) {
  return (
    <fieldset class="field" data-field="sex">
      <legend class="label">{t().apply.who.sex}</legend>
      <div class="sexes">
        <For each={['male', 'female'] as const}>
          {(sex) => (
            <label class="choice-card" classList={{ chosen: props.draft.sex === sex }}>
              <input
                type="radio"
                name="sex"
                checked={props.draft.sex === sex}
                onChange={() => props.set({ sex })}
              />
              <span>{t().sex[sex]}</span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.errorAt('sex')}>
        {(text) => (
          <p class="field-error">
            <Icon name="warning" />
            {text()}
          </p>
        )}
      </Show>
    </fieldset>
  )
}

function Schooling(props: StepProps) {
  const kinds = () => named(t().apply.who.educationKinds)
  return (
    <div class="two-fields">
      <div data-field="education">
        <SelectField
          label={t().apply.who.education}
          none={t().apply.who.choose}
          value={props.draft.education}
          set={(education) => props.set({ education })}
          choices={named(t().education)}
          error={props.errorAt('education')}
        />
      </div>
      <div data-field="educationKind">
        <SelectField
          label={t().apply.who.educationKind}
          value={props.draft.educationKind}
          set={(kind) =>
            props.set({ educationKind: kind === 'in-service' ? 'in-service' : 'full-time' })
          }
          choices={kinds()}
        />
      </div>
    </div>
  )
}

function named(words: Record<string, string>) {
  return Object.entries(words).map(([value, name]) => ({ value, name }))
}
