import { createAsync } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { dictionaryOf } from '../administration.ts'
import { personName } from '../names.ts'
import { FactorCard } from '../parts/account/factor-card.tsx'
import { Done } from '../parts/account/notices.tsx'
import { PasswordForm } from '../parts/account/password-form.tsx'
import { reachOf, signsAsOf } from '../parts/account/reach.ts'
import { SessionsCard } from '../parts/account/sessions-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { policyOf } from '../queries.ts'
import { useRoles, useSession } from '../session.ts'
import type { DictionaryEntry, Signer } from '../types.ts'
import { t } from '../words/index.ts'

/** The own account: who one is here, and how one signs in. */
export function Account() {
  return (
    <>
      <Title text={t().account.title} />
      <div class="page-head">
        <h1>{t().account.title}</h1>
      </div>
      <div class="account-grid">
        <div class="rail">
          <Who />
          <View rows={4}>
            <FactorCard />
          </View>
        </div>
        <Password />
      </div>
      <View rows={4}>
        <SessionsCard />
      </View>
    </>
  )
}

function Who() {
  const { account, county } = useSession()
  const has = useRoles()
  // Starts with nothing, so that the page never waits for the name of a department.
  const departments = createAsync<DictionaryEntry[]>(
    async () => (has('reviewer') ? (await dictionaryOf('departments')).entries : []),
    { initialValue: [] },
  )
  const signers = createAsync<Signer[]>(
    async () => (account().signsAs ? (await policyOf()).policy.review.signers : []),
    { initialValue: [] },
  )
  return (
    <section class="card" aria-labelledby="who">
      <div class="card-head">
        <h2 id="who">{t().account.who}</h2>
        <span class="hint">{t().account.whoHint}</span>
      </div>
      <dl class="facts card-body">
        <Fact name={t().account.name}>
          <span class="medium">{personName(account().name)}</span>
        </Fact>
        <Show when={account().position}>
          {(position) => <Fact name={t().account.position}>{position()}</Fact>}
        </Show>
        <Fact name={t().account.username}>{account().username}</Fact>
        <Fact name={t().account.role}>{t().role[account().role]}</Fact>
        <Fact name={t().account.reach}>
          {reachOf(account(), county().name, departments.latest)}
        </Fact>
        <Show when={signsAsOf(account(), signers.latest)}>
          {(position) => <Fact name={t().accounts.signsAs}>{position()}</Fact>}
        </Show>
        <Fact name={t().account.sees}>{t().roleSees[account().role]}</Fact>
      </dl>
    </section>
  )
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

function Password() {
  const { account } = useSession()
  const [said, setSaid] = createSignal<string | null>(null)
  return (
    <section class="card" aria-labelledby="password">
      <div class="card-head">
        <h2 id="password">{t().account.password}</h2>
        <span class="hint">{t().account.passwordHint}</span>
      </div>
      <div class="card-body">
        <Done text={said()} />
        <PasswordForm
          username={account().username}
          currentLabel={t().account.current}
          done={() => setSaid(t().account.changed)}
        />
      </div>
    </section>
  )
}
