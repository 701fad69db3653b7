import { A, createAsync } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'
import { accountsOf, dictionaryOf } from '../administration.ts'
import { personName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { Done } from '../parts/account/notices.tsx'
import { reachOf } from '../parts/account/reach.ts'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { HandoverPreview } from '../parts/to-do/handover-preview.tsx'
import { successorsOf, WORKING } from '../parts/to-do/successors.ts'
import { useSession } from '../session.ts'
import type { AccountOfList } from '../types.ts'
import { t } from '../words/index.ts'

/** When staff change: what one account has not finished goes to another. */
export function Handover() {
  return (
    <View rows={6}>
      <Title text={t().toDo.handover.title} />
      <Work />
    </View>
  )
}

function Work() {
  const answer = createAsync(() => accountsOf())
  const [from, setFrom] = createSignal('')
  const [to, setTo] = createSignal('')
  const [said, setSaid] = createSignal<string | null>(null)
  const accounts = () => answer()?.accounts ?? []
  const givers = () =>
    accounts().filter(({ role, state }) => WORKING.includes(role) && state !== 'pending')
  const successors = createMemo(() => successorsOf(accounts(), from()))
  const nameOf = useNaming()
  const words = () => t().toDo.handover
  return (
    <>
      <nav class="crumbs" aria-label={words().back}>
        <A href="/accounts">
          <Icon name="left" />
          {words().back}
        </A>
      </nav>
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{words().title}</h1>
          <span class="hint">{words().hint}</span>
        </div>
      </div>
      <Done text={said()} />
      <section class="card handover-choice" aria-label={words().title}>
        <SelectField
          label={words().from}
          hint={words().fromHint}
          none={words().choose}
          value={from()}
          set={(id) => {
            setSaid(null)
            setFrom(id)
            setTo('')
          }}
          choices={givers().map((one) => ({ value: one.id, name: nameOf(one) }))}
        />
        <SelectField
          label={words().to}
          hint={from() !== '' && successors().length === 0 ? words().noSuccessor : words().toHint}
          none={words().choose}
          value={to()}
          set={(id) => {
            setSaid(null)
            setTo(id)
          }}
          choices={successors().map((one) => ({ value: one.id, name: nameOf(one) }))}
          isDisabled={successors().length === 0}
        />
      </section>
      <Show
        when={from() !== '' && to() !== ''}
        fallback={
          <section class="card">
            <Blank icon="swap" title={words().chooseBoth} text={words().chooseBothText} />
          </section>
        }
      >
        <View rows={4}>
          <HandoverPreview
            from={from()}
            to={to()}
            done={(text) => {
              setSaid(text)
              setTo('')
            }}
          />
        </View>
      </Show>
    </>
  )
}

/** Name, office and reach: two clerks of one name are told apart. */
function useNaming(): (account: AccountOfList) => string {
  const { county } = useSession()
  const departments = createAsync(() => dictionaryOf('departments'))
  return (account) =>
    [
      personName(account.name),
      account.position ?? t().role[account.role],
      reachOf(account, county().name, departments.latest?.entries),
      ...(account.state === 'closed' ? [t().toDo.handover.closed] : []),
    ].join(t().separator)
}
