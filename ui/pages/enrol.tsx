import { A, useNavigate } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { placeName } from '../names.ts'
import { Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Threshold } from '../parts/account/threshold.tsx'
import { EnrolForm } from '../parts/talent/enrol-form.tsx'
import { InvitationCode } from '../parts/talent/invitation-code.tsx'
import { Title } from '../parts/title.tsx'
import { lookUpInvitation } from '../people.ts'
import { changeSession, sessionOf } from '../session.ts'
import type { Invited, SessionAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** From an invitation code to the own account; open to whoever holds one. */
export function Enrol(props: { session: SessionAnswer }) {
  return (
    <Threshold session={props.session} shape="middle">
      <Title text={t().enrol.title} />
      <section class="card sign-in-card">
        <h1>{t().enrol.title}</h1>
        <Steps />
        <p class="sign-in-foot">
          <A href="/">{t().enrol.back}</A>
        </p>
      </section>
    </Threshold>
  )
}

type Held = { code: string; invited: Invited }

/** Code, name, then the rest on one page; the code stays in this page only. */
function Steps() {
  const [held, setHeld] = createSignal<Held | null>(null)
  const [isOneself, setOneself] = createSignal(false)
  const navigate = useNavigate()
  const looking = createSending(async (code: string) => {
    setHeld({ code, invited: await lookUpInvitation(code) })
  })
  async function enter() {
    changeSession()
    await sessionOf()
    navigate('/record', { replace: true })
  }
  return (
    <Switch
      fallback={
        <>
          <Refusal problem={looking.problem()} fields={['code']} />
          <InvitationCode sending={looking} look={(code) => void looking.start(code)} />
        </>
      }
    >
      <Match when={isOneself() && held()}>
        {(known) => (
          <EnrolForm
            held={known()}
            readAgain={() => looking.start(known().code)}
            done={() => void enter()}
          />
        )}
      </Match>
      <Match when={held()}>
        {(known) => (
          <IsItYou
            invited={known().invited}
            yes={() => setOneself(true)}
            no={() => setHeld(null)}
          />
        )}
      </Match>
    </Switch>
  )
}

function IsItYou(props: { invited: Invited; yes: () => void; no: () => void }) {
  return (
    <div class="form">
      <h2>{t().enrol.isYou}</h2>
      <p class="second">{t().enrol.isYouText(placeName(props.invited.county))}</p>
      <p class="masked-name">
        {props.invited.name}
        <span class="hint block">{t().enrol.masked}</span>
      </p>
      <Show
        when={props.invited.notice}
        fallback={
          <p class="note missed" role="alert">
            {t().enrol.noNotice}
          </p>
        }
      >
        <button type="button" class="button primary tall" onClick={() => props.yes()}>
          {t().enrol.yes}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => props.no()}>
        {t().enrol.no}
      </button>
      <p class="hint">{t().enrol.notYou}</p>
    </div>
  )
}
