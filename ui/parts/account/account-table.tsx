import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { type AccountOfList, ROLES, type Role } from '../../types.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { Blank } from '../states.tsx'
import { AccountState } from './account-state.tsx'
import type { Choice } from './fields.tsx'
import { holderOf } from './reach.ts'

const STATES = [
  ...(['active', 'pending', 'closed', 'locked'] as const),
  ...(['must-change', 'no-factor', 'never'] as const),
]
type Listed = (typeof STATES)[number]
type Search = { role?: string; state?: string }

export function AccountTable(props: {
  accounts: AccountOfList[]
  reach: (account: AccountOfList) => string
  /** Roles that must use a second factor. */
  factorFor: readonly Role[]
  edit?: (account: AccountOfList) => void
}) {
  const [search, setSearch] = useSearchParams<Search>()
  const shown = () =>
    props.accounts.filter(
      (account) =>
        (!search.role || account.role === search.role) &&
        (!search.state || isIn(account, search.state as Listed, props.factorFor)),
    )
  return (
    <section class="card" aria-labelledby="accounts">
      <div class="card-head">
        <h2 id="accounts">{props.edit ? t().accounts.list : t().accounts.all}</h2>
        <span class="push" />
        <Filter
          label={t().accounts.role}
          none={t().accounts.allRoles}
          value={search.role}
          choices={ROLES.map((role) => ({ value: role, name: t().role[role] }))}
          set={(role) => setSearch({ role })}
        />
        <Filter
          label={t().accounts.state}
          none={t().accounts.allStates}
          value={search.state}
          choices={STATES.map((state) => ({ value: state, name: t().accounts.states[state] }))}
          set={(state) => setSearch({ state })}
        />
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Blank icon="person" title={t().accounts.emptyTitle} text={t().accounts.emptyText}>
            <button
              type="button"
              class="button primary"
              onClick={() => setSearch({ role: null, state: null })}
            >
              {t().accounts.clear}
            </button>
          </Blank>
        }
      >
        <section class="scroll" tabindex="0" aria-labelledby="accounts">
          <table class="table accounts" aria-labelledby="accounts">
            <Columns isEdited={props.edit !== undefined} />
            <tbody>
              <For each={shown()}>
                {(account) => (
                  <Row
                    account={account}
                    reach={props.reach(account)}
                    {...(props.edit && { edit: props.edit })}
                  />
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
    </section>
  )
}

function Filter(props: {
  label: string
  none: string
  value: string | undefined
  choices: Choice[]
  set: (value: string | null) => void
}) {
  return (
    <select
      class="input filter"
      aria-label={props.label}
      onChange={(event) => props.set(event.currentTarget.value || null)}
    >
      <option value="">{props.none}</option>
      <For each={props.choices}>
        {({ value, name }) => (
          <option value={value} selected={props.value === value}>
            {name}
          </option>
        )}
      </For>
    </select>
  )
}

function Columns(props: { isEdited: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col">{t().accounts.name}</th>
        <th scope="col">{t().accounts.username}</th>
        <th scope="col">{t().accounts.role}</th>
        <th scope="col">{t().accounts.reach}</th>
        <th scope="col">{t().accounts.state}</th>
        <th scope="col">{t().accounts.factor}</th>
        <th scope="col">{t().accounts.signedIn}</th>
        <Show when={props.isEdited}>
          <th scope="col" class="desk-only-cell">
            <span class="hidden-text">{t().accounts.edit}</span>
          </th>
        </Show>
      </tr>
    </thead>
  )
}

function Row(props: {
  account: AccountOfList
  reach: string
  edit?: (account: AccountOfList) => void
}) {
  const account = () => props.account
  return (
    <tr>
      <th scope="row" class="medium">
        <span class="nowrap">{holderOf(account())}</span>{' '}
        <Show when={account().isDemonstration}>
          <span class="chip">{t().accounts.demonstration}</span>
        </Show>
        <Show when={account().position}>
          <span class="hint under">{account().position}</span>
        </Show>
      </th>
      <td class="second nowrap">{account().username}</td>
      <td class="nowrap">{t().role[account().role]}</td>
      <td class="second">{props.reach}</td>
      <td>
        <AccountState account={account()} />
      </td>
      <td>
        <StateWord state={account().hasSecondFactor ? 'met' : 'unknown'}>
          {account().hasSecondFactor ? t().accounts.on : t().accounts.off}
        </StateWord>
      </td>
      <td class="second nowrap">
        <Show when={account().signedInAt} fallback={t().accounts.never}>
          {(at) => dayAndTime(at())}
        </Show>
      </td>
      <Show when={props.edit}>
        {(edit) => (
          <td class="number desk-only-cell">
            <button
              type="button"
              class="button slim"
              aria-haspopup="dialog"
              aria-label={t().accounts.editOf(holderOf(account()))}
              onClick={() => edit()(account())}
            >
              {t().accounts.edit}
            </button>
          </td>
        )}
      </Show>
    </tr>
  )
}

function isIn(account: AccountOfList, state: Listed, factorFor: readonly Role[]): boolean {
  const isActive = account.state === 'active'
  if (state === 'locked') return account.isLocked
  if (state === 'must-change') return isActive && account.mustChangePassword
  if (state === 'never') return isActive && account.signedInAt === null
  if (state === 'no-factor')
    return isActive && !account.hasSecondFactor && factorFor.includes(account.role)
  return account.state === state
}
