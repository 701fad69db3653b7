import { createAsync, revalidate } from '@solidjs/router'
import { createSignal, For, onMount, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { type Nominee, nomineeOf } from '../../review.ts'
import { Done } from '../account/notices.tsx'
import { Attachments } from '../attachments.tsx'
import { isPhone } from '../phone.ts'
import { View } from '../states.tsx'
import { Title } from '../title.tsx'
import { type Acting, ActPanel } from './acts/act-panel.tsx'
import { DepartmentsCard } from './departments-card.tsx'
import { GateCard } from './gate-card.tsx'
import { NomineeHead } from './head.tsx'
import { HistoryCard } from './history-card.tsx'
import { NextStep } from './next-step.tsx'
import { NominationsCard } from './nominations-card.tsx'
import { SignersCard } from './signers-card.tsx'

/** One person in one round: where they are, what lacks, all that was signed, and what can be signed now. */
export function Detail(props: { id: string }) {
  return (
    <div class="nominee">
      <View rows={10}>
        <Loaded id={props.id} />
      </View>
    </div>
  )
}

function Loaded(props: { id: string }) {
  const nominee = createAsync(() => nomineeOf(props.id))
  return (
    <Show when={nominee()?.id} keyed>
      <Show when={nominee()}>{(known) => <File nominee={known()} />}</Show>
    </Show>
  )
}

function File(props: { nominee: Nominee }) {
  const [acting, setActing] = createSignal<Acting | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const act = (next: Acting) => {
    setSaid(null)
    setActing(next)
  }
  /** Those of the present stage stand first. */
  const signed = (isNow: boolean) =>
    props.nominee.path.filter(
      ({ signers, state }) => signers.length > 0 && (state === 'now') === isNow,
    )
  focusOnPhone()
  return (
    <>
      <Title text={personName(props.nominee.talent.name)} />
      <Done text={said()} />
      <NomineeHead nominee={props.nominee} />
      <NextStep nominee={props.nominee} act={act} say={setSaid} />
      <For each={signed(true)}>{(stage) => <SignersCard stage={stage} />}</For>
      <Show when={props.nominee.departments}>
        {(departments) => (
          <DepartmentsCard
            nominee={props.nominee}
            departments={departments()}
            act={act}
            say={setSaid}
          />
        )}
      </Show>
      <For each={signed(false)}>{(stage) => <SignersCard stage={stage} />}</For>
      <GateCard nominee={props.nominee} act={act} />
      <NominationsCard nominations={props.nominee.nominations} />
      <Attachments
        nominee={props.nominee.id}
        items={props.nominee.attachments}
        mayWrite={props.nominee.state === 'open' && props.nominee.round.state === 'open'}
        onChanged={() => void revalidate(nomineeOf.keyFor(props.nominee.id))}
      />
      <HistoryCard nominee={props.nominee} />
      <Show when={acting()} keyed>
        {(now) => (
          <ActPanel
            nominee={props.nominee}
            acting={now}
            close={() => setActing(null)}
            done={(text) => {
              setActing(null)
              setSaid(text)
            }}
          />
        )}
      </Show>
    </>
  )
}

/** On a phone the file takes the place of the list: it begins at the name. */
function focusOnPhone() {
  onMount(() => {
    if (!isPhone()) return
    window.scrollTo(0, 0)
    document.getElementById('nominee-name')?.focus({ preventScroll: true })
  })
}
