import { A } from '@solidjs/router'
import { type Component, type JSX, Show } from 'solid-js'
import { useRoles, useSession } from '../../session.ts'
import type { Role } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Blank } from '../states.tsx'
import { Title } from '../title.tsx'

/** A page may frame others, which stand in it. */
type Framing = { children?: JSX.Element }

/** A page for some roles: others read whom to ask, and nothing is asked of the server. */
export function onlyFor(roles: readonly Role[], Page: Component<Framing>): Component<Framing> {
  return (props) => {
    const has = useRoles()
    return (
      <Show when={has(...roles)} fallback={<NoPermission />}>
        <Page>{props.children}</Page>
      </Show>
    )
  }
}

export function NoPermission(props: { text?: string; children?: JSX.Element }) {
  const { account } = useSession()
  return (
    <section class="card" role="alert">
      <Title text={t().account.noPermission} />
      <Blank
        icon="lock"
        title={t().account.noPermission}
        text={props.text ?? t().account.noPermissionText(t().role[account().role])}
      >
        <A class="button primary" href="/">
          {t().problem.home}
        </A>
      </Blank>
    </section>
  )
}
