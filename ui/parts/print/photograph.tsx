import { Show } from 'solid-js'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

/** The photograph on record, or the empty box for one. */
export function Photograph(props: { talent: Pick<TalentRecord, 'id' | 'name' | 'photograph'> }) {
  return (
    <Show when={props.talent.photograph} fallback={t().prints.form.photograph}>
      {(kept) => (
        <img
          src={`/api/v1/talents/${encodeURIComponent(props.talent.id)}/photograph?as=${kept().id}`}
          alt={t().prints.form.photographOf(props.talent.name)}
        />
      )}
    </Show>
  )
}
