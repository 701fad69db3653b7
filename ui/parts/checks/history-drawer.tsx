import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Appraisal, signedOf } from '../../checks.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'
import { type AspectId, aspectName, valueName } from './aspects.ts'
import { periodName } from './period.ts'

/** All that was signed about one person; what was superseded stays, struck. */
export function HistoryDrawer(props: {
  person: { id: string; name: string } | null
  close: () => void
}) {
  return (
    <Drawer
      isOpen={props.person !== null}
      onClose={props.close}
      title={t().checks.historyTitle(personName(props.person?.name ?? ''))}
    >
      <Show when={props.person?.id} keyed>
        {(id) => (
          <View rows={4}>
            <Signed id={id} />
          </View>
        )}
      </Show>
    </Drawer>
  )
}

function Signed(props: { id: string }) {
  const answer = createAsync(() => signedOf(props.id))
  return (
    <ol class="lines signed-lines">
      <For each={answer()?.appraisals} fallback={<li class="hint">{t().checks.historyEmpty}</li>}>
        {(one) => <Line one={one} />}
      </For>
    </ol>
  )
}

function Line(props: { one: Appraisal }) {
  const one = props.one
  return (
    <li classList={{ superseded: one.isSuperseded }}>
      <span class="row wrap">
        <b class="medium">
          {periodName(one.period)} {t().checks.kind[one.kind]}
        </b>
        <Show when={one.grade}>{(grade) => <span class="chip">{valueName(grade())}</span>}</Show>
        <Show when={one.isLate}>
          <span class="chip">{t().checks.late}</span>
        </Show>
        <span class="hint push">
          {one.isSuperseded ? t().checks.superseded : t().checks.standing}
        </span>
      </span>
      <p class="opinion-line signed-values">
        <For each={Object.entries(one.grades)}>
          {([id, value]) => (
            <span>
              <span class="second">{aspectName(id as AspectId)}</span> {valueName(value)}
            </span>
          )}
        </For>
      </p>
      <Show when={one.remarks}>
        <p class="second">{one.remarks}</p>
      </Show>
      <p class="hint">
        {[t().checks.signedBy(personName(one.by), one.on), one.position]
          .filter(Boolean)
          .join(t().separator)}
      </p>
    </li>
  )
}
