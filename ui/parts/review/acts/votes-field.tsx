import { For, Show } from 'solid-js'
import { t } from '../../../words/index.ts'
import { TextField } from '../../account/fields.tsx'
import { Icon } from '../../icon.tsx'
import { Sums } from './act-fields.tsx'
import { type ActDraft, type ActField, type Sum, VOTES, voteKey } from './field.ts'

/** Six counts of a vote, and below what they come to. */
export function VotesField(props: {
  field: ActField
  draft: ActDraft
  set: (change: ActDraft) => void
  errorAt: (id: string) => string | undefined
  sums: readonly Sum[]
}) {
  const own = () => props.errorAt(props.field.id)
  return (
    <fieldset class="field votes">
      <legend class="label">{props.field.label()}</legend>
      <p class="hint">{props.field.hint?.()}</p>
      <div class="votes-grid">
        <For each={VOTES}>
          {(count) => (
            <TextField
              label={t().review.field[count]}
              name={voteKey(props.field.id, count)}
              value={props.draft[voteKey(props.field.id, count)] ?? ''}
              set={(text) => props.set({ [voteKey(props.field.id, count)]: text })}
              error={props.errorAt(voteKey(props.field.id, count))}
              inputmode="numeric"
              maxlength={7}
            />
          )}
        </For>
      </div>
      <Show when={own()}>
        <p class="field-error">
          <Icon name="warning" />
          {own()}
        </p>
      </Show>
      <Sums sums={props.sums} />
    </fieldset>
  )
}
