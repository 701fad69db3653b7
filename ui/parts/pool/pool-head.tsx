import { A } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { useRoles, useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { isPhone } from '../phone.ts'
import { LookUp } from '../talent/look-up.tsx'
import { Title } from '../title.tsx'
import { usePool } from './context.ts'
import { PoolMenu } from './pool-menu.tsx'
import { SeatChoice } from './seat-choice.tsx'

type ListRole = keyof ReturnType<typeof t>['talents']['title']
export type Opened = 'number' | 'seat'

/** Whose people these are, what else there is about them, and how others come in. */
export function PoolHead() {
  const { account } = useSession()
  const has = useRoles()
  const [opened, setOpened] = createSignal<Opened | null>(null)
  const role = () => account().role as ListRole
  return (
    <div class="page-head pool-page-head">
      <Title text={t().talents.title[role()]} />
      <div class="row wrap">
        <h1>{t().talents.title[role()]}</h1>
        <p class="hint">{t().talents.watched}</p>
      </div>
      <div class="row wrap push pool-acts">
        <Show when={has('county', 'township')}>
          <Show when={isPhone()} fallback={<Acts open={setOpened} />}>
            <PoolMenu open={setOpened} />
          </Show>
          <Layers opened={opened()} close={() => setOpened(null)} />
        </Show>
        <A class="button" href="/talents/new">
          <Icon name="plus" />
          {t().pool.head.new}
        </A>
        <Show when={has('county', 'township') && !isPhone()}>
          <A class="button" href="/imports">
            <Icon name="table" />
            {t().pool.head.import}
          </A>
        </Show>
      </div>
    </div>
  )
}

function Acts(props: { open: (what: Opened) => void }) {
  return (
    <>
      <A class="button plain" href="/lists">
        {t().pool.head.lists}
      </A>
      <A class="button plain" href="/duplicates">
        {t().pool.head.duplicates}
      </A>
      <button type="button" class="button plain" onClick={() => props.open('number')}>
        {t().talents.lookUp}
      </button>
      <button type="button" class="button plain" onClick={() => props.open('seat')}>
        {t().pool.seat.open}
      </button>
    </>
  )
}

function Layers(props: { opened: Opened | null; close: () => void }) {
  const { address } = usePool()
  return (
    <>
      <Panel isOpen={props.opened === 'number'} onClose={props.close} title={t().talents.lookUp}>
        <LookUp />
      </Panel>
      <SeatChoice
        isOpen={props.opened === 'seat'}
        close={props.close}
        seat={address.seat()}
        title={t().pool.seat.title}
        text={t().pool.seat.text}
        verb={t().pool.seat.do}
        choose={({ village, post }) =>
          address.turn({ seat: `${village}:${post}`, like: null, sort: null })
        }
      />
    </>
  )
}
