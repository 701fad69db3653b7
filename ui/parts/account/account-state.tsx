import { Show } from 'solid-js'
import type { AccountOfList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { type State, StateWord } from '../mark.tsx'

const MARKS: Record<AccountOfList['state'], State> = {
  active: 'met',
  pending: 'weak',
  closed: 'unknown',
}

export function AccountState(props: { account: AccountOfList }) {
  return (
    <span class="account-state">
      <StateWord state={MARKS[props.account.state]}>
        {t().accounts.states[props.account.state]}
      </StateWord>
      <Show when={props.account.isLocked}>
        <StateWord state="missed">{t().accounts.states.locked}</StateWord>
      </Show>
      <Show when={props.account.mustChangePassword && props.account.state !== 'closed'}>
        <span class="hint">{t().accounts.mustChange}</span>
      </Show>
    </span>
  )
}
