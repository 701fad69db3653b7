import { createMemo, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { SessionAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'

type Demonstrated = SessionAnswer['demonstration'][number]
type Props = {
  accounts: Demonstrated[]
  isBusy: boolean
  enterAs: (account: Demonstrated) => void
}

/** Accounts of invented people, one a role first; the server tells of them in the demonstration only. */
export function DemonstrationList(props: Props) {
  const byRole = createMemo(() =>
    Map.groupBy(props.accounts, ({ role }) => role)
      .values()
      .toArray(),
  )
  const first = () => byRole().flatMap(([one]) => one ?? [])
  const others = () => byRole().flatMap(([, ...rest]) => rest)
  return (
    <Show when={props.accounts.length > 0}>
      <section class="card" aria-labelledby="demonstration">
        <div class="card-head">
          <h2 id="demonstration">{t().signIn.demonstration}</h2>
          <span class="hint">{t().signIn.demonstrationHint}</span>
        </div>
        <Accounts {...props} accounts={first()} isTold />
        <Show when={others().length > 0}>
          <details class="demonstration-more">
            <summary>{t().signIn.demonstrationMore(others().length)}</summary>
            <Accounts {...props} accounts={others()} />
          </details>
        </Show>
      </section>
    </Show>
  )
}

function Accounts(props: Props & { isTold?: true }) {
  return (
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
              <Show when={props.isTold}>
                <p class="hint">{t().roleSees[account.role]}</p>
              </Show>
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
  )
}
