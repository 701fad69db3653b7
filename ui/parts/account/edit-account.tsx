import { revalidate, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { accountsOf, changeAccount } from '../../administration.ts'
import { isOfType } from '../../client.ts'
import type { AccountOfList } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { AccountActs } from './account-acts.tsx'
import { bodyOf, type Draft, draftOf, EMPTY, errorsOf, isWider } from './account-draft.ts'
import { AccountFields } from './account-fields.tsx'
import { AccountState } from './account-state.tsx'
import { withServer } from './new-account.tsx'
import { Done, Refusal, Stale } from './notices.tsx'
import type { Made } from './one-time-password.tsx'
import { holderOf } from './reach.ts'
import { createSending, type Errors, hasErrors } from './sending.ts'

/** An account: what may be changed of it, and what else may be done. Keyed by the account that was opened. */
export function EditAccount(props: {
  account: AccountOfList
  close: () => void
  made: (made: Made) => void
}) {
  // The drawer is keyed by the account, and what is typed starts from it.
  const [seen, setSeen] = createSignal(props.account)
  const [said, setSaid] = createSignal<string | null>(null)
  const isFixed = () => seen().state === 'closed' || seen().role === 'talent'
  return (
    <Drawer
      isOpen
      onClose={props.close}
      title={t().accounts.editTitle}
      hint={`${holderOf(seen())}${t().separator}${seen().username}`}
    >
      <div class="form">
        <div class="row wrap">
          <AccountState account={seen()} />
        </div>
        <Done text={said()} />
        <Show
          when={!isFixed()}
          fallback={
            <Show when={seen().state === 'closed'}>
              <p class="note">{t().accounts.closedNote}</p>
            </Show>
          }
        >
          <Form seen={seen()} setSeen={setSeen} say={setSaid} />
        </Show>
        <Show when={seen().state !== 'closed'}>
          <AccountActs
            account={seen()}
            changed={(account, text) => {
              setSeen(account)
              setSaid(text)
            }}
            made={props.made}
          />
        </Show>
      </div>
    </Drawer>
  )
}

function Form(props: {
  seen: AccountOfList
  setSeen: (account: AccountOfList) => void
  say: (text: string | null) => void
}) {
  const [draft, setDraft] = createSignal(draftOf(props.seen))
  const [errors, setErrors] = createSignal<Errors<keyof Draft>>({})
  const [isCompared, setCompared] = createSignal(false)
  const send = useAction(changeAccount)
  const sending = createSending(async () => {
    const body = bodyOf(draft())
    if (!body) return
    props.say(null)
    const { id, revision } = props.seen
    props.setSeen(await send(id, revision, body))
    setCompared(false)
    props.say(t().accounts.changed)
  })
  const isStale = () => {
    const problem = sending.problem()
    return problem !== null && isOfType(problem, 'changed')
  }
  const reloading = createSending(async () => {
    await revalidate(accountsOf.key)
    const { accounts } = await accountsOf()
    const now = accounts.find(({ id }) => id === props.seen.id)
    if (!now) return
    props.setSeen(now)
    setCompared(true)
    sending.clear()
  })
  function submit() {
    setErrors(errorsOf(draft()))
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Show
        when={isStale()}
        fallback={<Refusal problem={sending.problem()} fields={Object.keys(EMPTY)} />}
      >
        <Stale text={t().accounts.stale} reload={() => void reloading.start()} />
      </Show>
      <AccountFields
        isNew={false}
        draft={draft()}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        errors={withServer(errors(), sending.errorAt)}
        stored={isCompared() ? props.seen : null}
      />
      <Show when={isWider(props.seen, draft())}>
        <p class="note weak">{t().accounts.willWaitAgain}</p>
      </Show>
      <button type="submit" class="button primary" aria-disabled={sending.isBusy()}>
        {sending.isBusy() ? t().accounts.changing : t().accounts.change}
      </button>
    </form>
  )
}
