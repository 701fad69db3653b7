import { createAsync } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { dictionaryOf } from '../administration.ts'
import { personName } from '../names.ts'
import { FactorCard } from '../parts/account/factor-card.tsx'
import { Done } from '../parts/account/notices.tsx'
import { PasswordForm } from '../parts/account/password-form.tsx'
import { reachOf } from '../parts/account/reach.ts'
import { SessionsCard } from '../parts/account/sessions-card.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles, useSession } from '../session.ts'
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
  const departments = createAsync(async () =>
    has('reviewer') ? (await dictionaryOf('departments')).entries : [],
  )
  const own = account
  return (
    <section class="card" aria-labelledby="who">
      <div class="card-head">
        <h2 id="who">{t().account.who}</h2>
        <span class="hint">{t().account.whoHint}</span>
      </div>
      <dl class="facts card-body">
        <Fact name={t().account.name}>
          <span class="medium">{personName(own().name)}</span>
        </Fact>
        <Show when={own().position}>
          {(position) => <Fact name={t().account.position}>{position()}</Fact>}
        </Show>
        <Fact name={t().account.username}>{own().username}</Fact>
        <Fact name={t().account.role}>{t().role[own().role]}</Fact>
        <Fact name={t().account.reach}>{reachOf(own(), county().name, departments.latest)}</Fact>
        <Fact name={t().account.sees}>{t().roleSees[own().role]}</Fact>
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
