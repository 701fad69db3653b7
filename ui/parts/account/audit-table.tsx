import { For } from 'solid-js'
import { exactTime, whole } from '../../format.ts'
import type { AuditEntry, AuditPage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { actionName } from './audit-actions.ts'
import { actorName, OUTCOME_STATES, roleName, subjectsInShort } from './audit-words.ts'

/** The newest first; the whole row opens the entry, its number is the button for the keyboard. */
export function AuditTable(props: {
  entries: AuditEntry[]
  actors: AuditPage['actors']
  open: (entry: AuditEntry) => void
}) {
  return (
    <div class="scroll">
      <table class="table audit" data-density="compact" aria-labelledby="entries">
        <thead>
          <tr>
            <th scope="col" class="number">
              {t().audit.sequence}
            </th>
            <th scope="col">{t().audit.at}</th>
            <th scope="col">{t().audit.actor}</th>
            <th scope="col">{t().audit.role}</th>
            <th scope="col">{t().audit.what}</th>
            <th scope="col">{t().audit.about}</th>
            <th scope="col">{t().audit.outcome}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => (
              <tr class="leads" onClick={() => props.open(entry)}>
                <td class="number">
                  <button
                    type="button"
                    class="link-button"
                    aria-haspopup="dialog"
                    aria-label={t().audit.open(entry.sequence)}
                  >
                    {whole(entry.sequence)}
                  </button>
                </td>
                <td class="second nowrap">{exactTime(entry.at)}</td>
                <td>{actorName(entry.actor, props.actors)}</td>
                <td class="second nowrap">{roleName(entry.role)}</td>
                <td class="medium">{actionName(entry.action)}</td>
                <td class="second">{subjectsInShort(entry, props.actors)}</td>
                <td>
                  <StateWord state={OUTCOME_STATES[entry.outcome]}>
                    {t().audit.outcomes[entry.outcome]}
                  </StateWord>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
