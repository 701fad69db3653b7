import { Show } from 'solid-js'
import type { NewByForm } from '../../appointment-forms.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { PlaceField } from '../talent/edit/place-field.tsx'

/** What no form says of somebody who is entered: home, channel, and what allows the record. */
export type NewDraft = { village: string; channel: string; basis: string; version: string }
export const EMPTY_NEW: NewDraft = { village: '', channel: '', basis: '', version: '' }
export type NewErrors = Partial<Record<keyof NewDraft, string>>

export function NewFields(props: {
  draft: NewDraft
  errors: NewErrors
  set: (change: Partial<NewDraft>) => void
}) {
  const words = () => t().appointmentForms
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, name]) => ({ value, name }))
  return (
    <div class="form-new">
      <PlaceField
        label={words().home}
        error={props.errors.village}
        village={props.draft.village}
        set={(village) => props.set({ village })}
      />
      <SelectField
        label={words().channel}
        error={props.errors.channel}
        none={words().chooseOne}
        value={props.draft.channel}
        choices={choices(t().talent.channels)}
        set={(channel) => props.set({ channel })}
      />
      <SelectField
        label={t().portrait.basis}
        hint={t().portrait.basisHint}
        error={props.errors.basis}
        none={words().chooseOne}
        value={props.draft.basis}
        choices={choices(t().portrait.bases)}
        set={(basis) => props.set({ basis })}
      />
      <Show when={props.draft.basis === 'consent'}>
        <TextField
          label={t().portrait.noticeSigned}
          error={props.errors.version}
          name="noticeVersion"
          inputmode="numeric"
          value={props.draft.version}
          set={(version) => props.set({ version })}
        />
      </Show>
    </div>
  )
}

export function errorsOfNew({ village, channel, basis, version }: NewDraft): NewErrors {
  const words = t().appointmentForms
  return {
    ...(village === '' && { village: words.needPlace }),
    ...(channel === '' && { channel: words.needChannel }),
    ...(basis === '' && { basis: words.needBasis }),
    ...(basis === 'consent' && !/^[1-9]\d{0,5}$/.test(version) && { version: words.needVersion }),
  }
}

export function personOf(
  id: string,
  { village, channel, basis, version }: NewDraft,
  isNew: boolean,
): NewByForm {
  return {
    ...{ id, homeVillage: village, isNew },
    channel: channel as NewByForm['channel'],
    basis: basis as NewByForm['basis'],
    ...(basis === 'consent' && { noticeVersion: Number(version) }),
  }
}
