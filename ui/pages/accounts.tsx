import { A, createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { accountsOf, dictionaryOf, settingsOf } from '../administration.ts'
import { AccountTable } from '../parts/account/account-table.tsx'
import { Confirmations } from '../parts/account/confirmations.tsx'
import { EditAccount } from '../parts/account/edit-account.tsx'
import { NewAccount } from '../parts/account/new-account.tsx'
import { type Made, OneTimePassword } from '../parts/account/one-time-password.tsx'
import { reachOf, signsAsOf } from '../parts/account/reach.ts'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles, useSession } from '../session.ts'
import type { AccountOfList } from '../types.ts'
import { t } from '../words/index.ts'

/** Accounts of the county: the administrator makes them, a county officer lets them take effect. */
export function Accounts() {
  const has = useRoles()
  const title = () => (has('admin') ? t().accounts.title : t().accounts.confirmTitle)
  return (
    <View rows={10}>
      <Title text={title()} />
      <AccountsOfCounty title={title()} />
    </View>
  )
}

function AccountsOfCounty(props: { title: string }) {
  const { county } = useSession()
  const has = useRoles()
  const answer = createAsync(() => accountsOf())
  const departments = createAsync(() => dictionaryOf('departments'))
  const settings = createAsync(() => settingsOf())
  const [isMaking, setMaking] = createSignal(false)
  const [edited, setEdited] = createSignal<AccountOfList | null>(null)
  const [made, setMade] = createSignal<Made | null>(null)
  const accounts = () => answer.latest?.accounts ?? []
  const reach = (account: AccountOfList) => {
    const signsAs = signsAsOf(account, answer.latest?.signers)
    const place = reachOf(account, county().name, departments.latest?.entries)
    return signsAs ? `${place}${t().separator}${t().accounts.signsAsIs(signsAs)}` : place
  }
  const waiting = () => accounts().filter(({ state }) => state === 'pending')
  return (
    <Show when={answer()}>
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{props.title}</h1>
          <span class="hint">{t().accounts.facts(accounts().length, waiting().length)}</span>
        </div>
        <Show when={has('county')}>
          <A class="button push" href="/handover">
            <Icon name="swap" />
            {t().toDo.handover.link}
          </A>
        </Show>
        <Show when={has('admin')}>
          <button
            type="button"
            class="button primary push desk-only"
            aria-haspopup="dialog"
            onClick={() => setMaking(true)}
          >
            <Icon name="plus" />
            {t().accounts.make}
          </button>
        </Show>
      </div>
      <Show when={has('admin')} fallback={<Confirmations accounts={waiting()} reach={reach} />}>
        <div class="phone-only">
          <p class="note">{t().accounts.deskOnly}</p>
        </div>
      </Show>
      <AccountTable
        accounts={accounts()}
        reach={reach}
        factorFor={settings.latest?.settings.secondFactorFor ?? []}
        {...(has('admin') && { edit: setEdited })}
      />
      <NewAccount isOpen={isMaking()} close={() => setMaking(false)} made={setMade} />
      <Show when={edited()} keyed>
        {(account) => (
          <EditAccount account={account} close={() => setEdited(null)} made={setMade} />
        )}
      </Show>
      <OneTimePassword made={made()} close={() => setMade(null)} />
    </Show>
  )
}
