import { For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { SessionAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'

type Demonstrated = SessionAnswer['demonstration'][number]

/** One account a role, of invented people; the server tells of them in the demonstration only. */
export function DemonstrationList(props: {
  accounts: Demonstrated[]
  isBusy: boolean
  enterAs: (account: Demonstrated) => void
}) {
  return (
    <Show when={props.accounts.length > 0}>
      <section class="card" aria-labelledby="demonstration">
        <div class="card-head">
          <h2 id="demonstration">{t().signIn.demonstration}</h2>
          <span class="hint">{t().signIn.demonstrationHint}</span>
        </div>
        <ul class="demonstration">
          <For each={props.accounts}>
            {(account) => (
              <li>
                <span class="pill">{t().role[account.role]}</span>
                <div>
                  <p>
                    <span class="medium">{personName(account.name)}</span>{' '}
                    <span class="hint">{account.position}</span>
                  </p>
                  <p class="hint">{t().roleSees[account.role]}</p>
                </div>
                <button
                  type="button"
                  class="button slim"
                  aria-label={t().signIn.enterAs(account.name, t().role[account.role])}
                  aria-disabled={props.isBusy}
                  onClick={() => props.enterAs(account)}
                >
                  {t().signIn.enter}
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
