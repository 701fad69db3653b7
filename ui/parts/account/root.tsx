import { useIsRouting, useLocation } from '@solidjs/router'
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js'
import { Apply } from '../../pages/apply.tsx'
import { ApplyStatus } from '../../pages/apply-status.tsx'
import { Enrol } from '../../pages/enrol.tsx'
import { Evaluate } from '../../pages/evaluate.tsx'
import { SignIn } from '../../pages/sign-in.tsx'
import { createSession, identityOf, SessionContext } from '../../session.ts'
import type { Own, SessionAnswer } from '../../types.ts'
import { Shell } from '../shell.tsx'
import { View } from '../states.tsx'

/** Who is signed in decides what stands at any address: the sign-in page, a step of it, or the program. */
export function Root(props: { children?: JSX.Element }) {
  return (
    <View rows={6}>
      <BySession>{props.children}</BySession>
    </View>
  )
}

function BySession(props: { children?: JSX.Element }) {
  const answer = createSession()
  const isRouting = useIsRouting()
  // The first time it waits; after that what is known stays until the next is, and until a page that is being opened
  // has its address: a page that is taken away before would keep the router waiting.
  const session = createMemo((before: SessionAnswer | undefined) =>
    before && isRouting() ? before : (answer.latest ?? answer()),
  )
  const inside = createMemo(() => {
    const now = session()
    return now?.account && now.step === null ? identityOf(now) : undefined
  })
  const location = useLocation()
  /** Open to whoever has no account yet. */
  const isEnrolling = ({ account }: SessionAnswer) => !account && location.pathname === '/enrol'
  /** Open to everybody: a clerk who is signed in may hand in for somebody who came. */
  const at = (path: string) => location.pathname === path && session()
  const account = createMemo((before: Own | undefined) => session()?.account ?? before)
  return (
    <Switch>
      <Match when={at('/apply')}>{(known) => <Apply session={known()} />}</Match>
      <Match when={at('/apply/status')}>{(known) => <ApplyStatus session={known()} />}</Match>
      <Match when={at('/evaluate')}>{(known) => <Evaluate session={known()} />}</Match>
      <Match when={inside()} keyed>
        {(_) => (
          <SessionContext.Provider
            value={{ account: () => account()!, county: () => session()!.county }}
          >
            <Shell>{props.children}</Shell>
          </SessionContext.Provider>
        )}
      </Match>
      <Match when={session()}>
        {(known) => (
          <Show when={isEnrolling(known())} fallback={<SignIn session={known()} />}>
            <Enrol session={known()} />
          </Show>
        )}
      </Match>
    </Switch>
  )
}
