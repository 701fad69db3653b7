import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import {
  closeAccount,
  removeFactor,
  resetPassword,
  signOutEverywhere,
  unlockAccount,
} from '../../administration.ts'
import { useSession } from '../../session.ts'
import type { AccountOfList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { needsConfirmation } from './account-draft.ts'
import { Ask } from './ask.tsx'
import type { Made } from './one-time-password.tsx'
import { holderOf } from './reach.ts'

type ActName = 'reset' | 'factorOff' | 'unlock' | 'signOut' | 'close'
type Act = {
  id: ActName
  verb: string
  when: string
  effect: string
  isDangerous?: boolean
  do: () => Promise<unknown>
}

/** What an administrator may do to an account besides changing it; each asks first. */
export function AccountActs(props: {
  account: AccountOfList
  changed: (account: AccountOfList, said: string) => void
  made: (made: Made) => void
}) {
  const [asked, setAsked] = createSignal<ActName | null>(null)
  const acts = useActs(props)
  return (
    <section class="acts" aria-labelledby="acts">
      <h3 id="acts">{t().accounts.other}</h3>
      <ul>
        <For each={acts()}>
          {(act) => (
            <li>
              <div>
                <p>{act.verb}</p>
                <p class="hint">{act.when}</p>
              </div>
              <button
                type="button"
                class="button slim"
                classList={{ danger: act.isDangerous ?? false }}
                aria-haspopup="dialog"
                onClick={() => setAsked(act.id)}
              >
                {act.verb}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={acts().find(({ id }) => id === asked())} keyed>
        {(act) => (
          <Ask
            isOpen
            close={() => setAsked(null)}
            title={act.verb}
            verb={act.verb}
            isDangerous={act.isDangerous ?? false}
            act={act.do}
          >
            <p class="medium">
              {holderOf(props.account)}
              {t().separator}
              {props.account.username}
              {t().separator}
              {t().role[props.account.role]}
            </p>
            <p>{act.effect}</p>
          </Ask>
        )}
      </Show>
    </section>
  )
}

function useActs(props: Parameters<typeof AccountActs>[0]): () => Act[] {
  const { account: own } = useSession()
  const acts = {
    reset: useAction(resetPassword),
    factorOff: useAction(removeFactor),
    unlock: useAction(unlockAccount),
    signOut: useAction(signOutEverywhere),
    close: useAction(closeAccount),
  }
  return () => {
    const { account } = props
    const { id } = account
    const name = holderOf(account)
    const isConfirmedAnew = account.state === 'active' && needsConfirmation(account.role)
    const words = t().accounts
    const all: (Act | false)[] = [
      {
        ...{ id: 'reset', verb: words.reset, when: words.resetText },
        effect: words.resetEffect(name, isConfirmedAnew),
        do: async () => {
          const made = await acts.reset(id)
          props.changed(made.account, words.did.reset)
          props.made({ ...made, isNew: false })
        },
      },
      account.hasSecondFactor && {
        ...{ id: 'factorOff', verb: words.factorOff, when: words.factorOffText },
        effect: words.factorOffEffect(name, isConfirmedAnew),
        do: async () => props.changed(await acts.factorOff(id), words.did.factorOff),
      },
      account.isLocked && {
        ...{ id: 'unlock', verb: words.unlock, when: words.unlockText },
        effect: words.unlockEffect(name),
        do: async () => props.changed(await acts.unlock(id), words.did.unlock),
      },
      {
        ...{ id: 'signOut', verb: words.signOut, when: words.signOutText },
        effect: words.signOutEffect(name),
        do: async () => {
          await acts.signOut(id)
          props.changed(account, words.did.signOut)
        },
      },
      id !== own().id && {
        ...{ id: 'close', verb: words.close, when: words.closeText, isDangerous: true },
        effect: words.closeEffect(name),
        do: async () => props.changed(await acts.close(id), words.did.close),
      },
    ]
    return all.filter((act) => act !== false)
  }
}
