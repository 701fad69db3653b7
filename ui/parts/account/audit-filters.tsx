import { For } from 'solid-js'
import type { AuditPage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { ACTION_GROUPS, type ActionGroup, actionName } from './audit-actions.ts'
import { type AuditSearch, groupValue, OUTCOMES, useAuditSearch } from './audit-search.ts'
import { actorName, SPECIAL_ACTORS } from './audit-words.ts'
import { Field, SelectField } from './fields.tsx'

type Actors = AuditPage['actors']

/** Time, action, account, subject and outcome; each change asks again. */
export function AuditFilters(props: { actors: Actors }) {
  const [search, setSearch] = useAuditSearch()
  const set = (name: keyof AuditSearch) => (value: string) => setSearch({ [name]: value || null })
  return (
    <fieldset class="card audit-filters" aria-label={t().audit.filters}>
      <DayField label={t().audit.from} value={search.from} set={set('from')} />
      <DayField label={t().audit.until} value={search.until} set={set('until')} />
      <ActionField value={search.action ?? ''} set={set('action')} />
      <SelectField
        label={t().audit.account}
        none={t().audit.allAccounts}
        value={search.actor ?? ''}
        choices={[
          ...props.actors.map((actor) => ({ value: actor.id, name: actorName(actor.id, [actor]) })),
          ...SPECIAL_ACTORS.map((id) => ({ value: id, name: actorName(id, []) })),
        ]}
        set={set('actor')}
      />
      <SelectField
        label={t().audit.outcome}
        none={t().audit.allOutcomes}
        value={search.outcome ?? ''}
        choices={OUTCOMES.map((one) => ({ value: one, name: t().audit.outcomes[one] }))}
        set={set('outcome')}
      />
      <Field label={t().audit.subject}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="search"
            maxlength={64}
            value={search.subject ?? ''}
            onChange={(event) => set('subject')(event.currentTarget.value.trim())}
          />
        )}
      </Field>
      <button
        type="button"
        class="button"
        onClick={() =>
          setSearch({
            ...{ from: null, until: null, action: null },
            ...{ actor: null, outcome: null, subject: null },
          })
        }
      >
        {t().audit.clear}
      </button>
    </fieldset>
  )
}

function DayField(props: {
  label: string
  value: string | undefined
  set: (value: string) => void
}) {
  return (
    <Field label={props.label}>
      {(given) => (
        <input
          {...given()}
          class="input"
          type="date"
          value={props.value ?? ''}
          onChange={(event) => props.set(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function ActionField(props: { value: string; set: (value: string) => void }) {
  const groups = Object.keys(ACTION_GROUPS) as ActionGroup[]
  return (
    <Field label={t().audit.action}>
      {(given) => (
        <select
          {...given()}
          class="input"
          onChange={(event) => props.set(event.currentTarget.value)}
        >
          <option value="">{t().audit.allActions}</option>
          <For each={groups}>
            {(group) => (
              <optgroup label={t().audit.groups[group]}>
                <option value={groupValue(group)} selected={props.value === groupValue(group)}>
                  {t().audit.allOf(t().audit.groups[group])}
                </option>
                <For each={ACTION_GROUPS[group]}>
                  {(id) => (
                    <option value={id} selected={props.value === id}>
                      {actionName(id)}
                    </option>
                  )}
                </For>
              </optgroup>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}
