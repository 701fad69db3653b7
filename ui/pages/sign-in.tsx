import { useAction } from '@solidjs/router'
import { type JSX, Match, Switch } from 'solid-js'
import { CodeStep } from '../parts/account/code-step.tsx'
import { Credentials } from '../parts/account/credentials.tsx'
import { FactorSetup } from '../parts/account/factor-setup.tsx'
import { PasswordForm } from '../parts/account/password-form.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Threshold } from '../parts/account/threshold.tsx'
import { Title } from '../parts/title.tsx'
import { changeSession, signOut } from '../session.ts'
import type { SessionAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** Stands at every address until somebody is signed in; the address then opens. */
export function SignIn(props: { session: SessionAnswer }) {
  return (
    <Threshold
      session={props.session}
      shape={props.session.demonstration.length > 0 ? 'wide' : undefined}
    >
      <Title text={t().signIn.title} />
      <Switch fallback={<Credentials session={props.session} />}>
        <Match when={props.session.account && props.session.step}>
          <Step session={props.session} />
        </Match>
      </Switch>
    </Threshold>
  )
}

/** What stands between the right password and the program. */
function Step(props: { session: SessionAnswer }) {
  return (
    <Switch>
      <Match when={props.session.step === 'code'}>
        <StepCard session={props.session}>
          <CodeStep />
        </StepCard>
      </Match>
      <Match when={props.session.step === 'password'}>
        <StepCard session={props.session}>
          <h1>{t().signIn.passwordTitle}</h1>
          <p class="second">{t().signIn.passwordText}</p>
          <PasswordForm
            username={props.session.account?.username ?? ''}
            currentLabel={t().account.oneTime}
            done={changeSession}
          />
        </StepCard>
      </Match>
      <Match when={props.session.step === 'second-factor'}>
        <StepCard session={props.session} isWide>
          <h1>{t().signIn.factorTitle}</h1>
          <p class="second">{t().signIn.factorText}</p>
          <FactorSetup done={changeSession} />
        </StepCard>
      </Match>
    </Switch>
  )
}

function StepCard(props: { session: SessionAnswer; isWide?: boolean; children: JSX.Element }) {
  const leave = useAction(signOut)
  const leaving = createSending(async () => {
    await leave()
    changeSession()
  })
  return (
    <section class="card sign-in-card" classList={{ broad: props.isWide ?? false }}>
      {props.children}
      <p class="row wrap sign-in-foot hint">
        {t().signIn.signedInAs(props.session.account?.name ?? '')}
        <button type="button" class="link-button push" onClick={() => void leaving.start()}>
          {t().signIn.signOut}
        </button>
      </p>
    </section>
  )
}
