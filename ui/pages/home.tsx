import { A, Navigate } from '@solidjs/router'
import { For, type JSX, lazy, Match, Switch } from 'solid-js'
import { placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { Title } from '../parts/title.tsx'
import { useSession } from '../session.ts'
import type { Own, Role } from '../types.ts'
import { t } from '../words/index.ts'
import { Overview } from './overview.tsx'

const System = lazy(async () => ({ default: (await import('./system.tsx')).System }))

/** Where each role begins. */
const BEGINNINGS: Record<Role, (account: Own) => JSX.Element> = {
  county: () => <Overview />,
  township: ({ township }) => <Navigate href={`/townships/${township?.code}`} />,
  village: ({ villages }) => <OwnVillages villages={villages} />,
  mentor: () => <Navigate href="/mentoring" />,
  reviewer: () => <Navigate href="/cases" />,
  talent: () => <Navigate href="/record" />,
  admin: () => <System />,
  auditor: () => <Navigate href="/audit" />,
}

export function Home() {
  const { account } = useSession()
  return <>{BEGINNINGS[account().role](account())}</>
}

/** The village, or the list of them where the account has several. */
function OwnVillages(props: { villages: Own['villages'] }) {
  return (
    <Switch fallback={<VillageList villages={props.villages} />}>
      <Match when={props.villages.length === 1 && props.villages[0]}>
        {(only) => <Navigate href={`/villages/${only().code}`} />}
      </Match>
    </Switch>
  )
}

function VillageList(props: { villages: Own['villages'] }) {
  return (
    <section class="card" aria-labelledby="villages">
      <Title text={t().account.villages} />
      <div class="card-head">
        <h1 id="villages">{t().account.villages}</h1>
        <span class="hint">{t().account.villagesHint}</span>
      </div>
      <ul class="own-villages">
        <For each={props.villages}>
          {({ code, name }) => (
            <li>
              <A href={`/villages/${code}`}>
                <Icon name="village" />
                {placeName(name)}
                <Icon name="right" />
              </A>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
