import { revalidate, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { accountsOf, confirmAccount } from '../../administration.ts'
import { dayAndTime } from '../../format.ts'
import { personName } from '../../names.ts'
import type { AccountOfList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Blank } from '../states.tsx'
import { Ask } from './ask.tsx'
import { Done } from './notices.tsx'
import { type Made, OneTimePassword } from './one-time-password.tsx'

type Reach = (account: AccountOfList) => string

/** Accounts that see people and wait: exactly what would take effect, and the way to let it. */
export function Confirmations(props: { accounts: AccountOfList[]; reach: Reach }) {
  const [asked, setAsked] = createSignal<AccountOfList | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const [made, setMade] = createSignal<Made | null>(null)
  const send = useAction(confirmAccount)
  const confirm = async ({ id, revision, name }: AccountOfList) => {
    const confirmed = await send(id, revision).catch((error: unknown) => {
      void revalidate(accountsOf.key)
      throw error
    })
    setSaid(t().accounts.confirmed(name))
    if (confirmed.oneTimePassword !== null) setMade({ ...confirmed, isNew: true })
  }
  return (
    <section class="card" aria-labelledby="waiting">
      <div class="card-head">
        <h2 id="waiting">{t().accounts.waiting(props.accounts.length)}</h2>
        <span class="hint">{t().accounts.waitingHint}</span>
      </div>
      <div class="said">
        <Done text={said()} />
      </div>
      <Show
        when={props.accounts.length > 0}
        fallback={
          <Blank
            icon="check"
            title={t().accounts.nothingWaits}
            text={t().accounts.nothingWaitsText}
          />
        }
      >
        <ul class="waiting">
          <For each={props.accounts}>
            {(account) => (
              <Waiting
                account={account}
                reach={props.reach(account)}
                ask={() => {
                  setSaid(null)
                  setAsked(account)
                }}
              />
            )}
          </For>
        </ul>
      </Show>
      <OneTimePassword
        made={made()}
        title={t().accounts.confirmedTitle}
        close={() => setMade(null)}
      />
      <Show when={asked()} keyed>
        {(account) => (
          <Ask
            isOpen
            close={() => setAsked(null)}
            title={t().accounts.confirmOf(personName(account.name))}
            verb={t().accounts.confirmDo}
            act={() => confirm(account)}
            stale={t().accounts.confirmStale}
          >
            <Facts account={account} reach={props.reach(account)} />
            <p>{t().accounts.confirmEffect(account.name, t().roleSees[account.role])}</p>
          </Ask>
        )}
      </Show>
    </section>
  )
}

function Waiting(props: { account: AccountOfList; reach: string; ask: () => void }) {
  return (
    <li>
      <div>
        <p>
          <span class="medium">{personName(props.account.name)}</span>{' '}
          <span class="pill">{t().role[props.account.role]}</span>{' '}
          <span class="second">{props.reach}</span>
        </p>
        <p class="hint">
          {[props.account.position, props.account.username, originOf(props.account)]
            .filter((part) => part !== null)
            .join(t().separator)}
        </p>
      </div>
      <button
        type="button"
        class="button primary"
        aria-haspopup="dialog"
        aria-label={t().accounts.confirmOf(props.account.name)}
        onClick={() => props.ask()}
      >
        {t().accounts.confirm}
      </button>
    </li>
  )
}

function Facts(props: { account: AccountOfList; reach: string }) {
  return (
    <dl class="facts">
      <dt>{t().accounts.name}</dt>
      <dd class="medium">{personName(props.account.name)}</dd>
      <dt>{t().accounts.position}</dt>
      <dd>{props.account.position ?? t().accounts.none}</dd>
      <dt>{t().accounts.username}</dt>
      <dd>{props.account.username}</dd>
      <dt>{t().accounts.role}</dt>
      <dd>{t().role[props.account.role]}</dd>
      <dt>{t().accounts.reach}</dt>
      <dd>{allOf(props.account, props.reach)}</dd>
      <dt>{t().accounts.state}</dt>
      <dd>{originOf(props.account)}</dd>
    </dl>
  )
}

/** Who confirms reads every village, not the first three. */
function allOf({ role, villages }: AccountOfList, reach: string): string {
  return role === 'village' ? villages.map(({ name }) => name).join(t().comma) : reach
}

/** Whoever signed in before was confirmed once and was changed since. */
function originOf({ signedInAt, createdAt }: AccountOfList): string {
  return signedInAt === null ? t().accounts.asNew(dayAndTime(createdAt)) : t().accounts.asChanged
}
