import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { briefName, placeName } from '../../names.ts'
import type { Hit } from '../../types.ts'
import { t } from '../../words/index.ts'
import { FitLine } from '../fit.tsx'
import { factsOf } from '../person-line.tsx'
import { isTelling, Marked, Skills, Why } from './cells.tsx'
import { READINESS_STATES, workOf } from './columns.ts'
import { usePool } from './context.ts'
import { goOnAtPlace, useLead } from './lead.ts'

/** People as cards, for a phone: choose on the left, open on the right. */
export function ResultCards() {
  const pool = usePool()
  goOnAtPlace(
    () => null,
    () => {},
  )
  return (
    <ul
      class="person-cards pool-cards"
      aria-label={t().pool.result.title}
      aria-busy={pool.pages.isLoading()}
    >
      <For each={pool.people()}>{(hit) => <Card hit={hit} />}</For>
    </ul>
  )
}

function Card(props: { hit: Hit }) {
  const { selection } = usePool()
  const lead = useLead()
  const id = () => props.hit.id
  const work = () =>
    [placeName(props.hit.homeVillage.name), workOf(props.hit)].filter(Boolean).join(t().separator)
  return (
    <li data-person={id()} classList={{ picked: selection.has(id()) }}>
      <label class="card-tick">
        <input
          type="checkbox"
          class="box"
          aria-label={t().pool.result.choose(props.hit.name)}
          checked={selection.has(id())}
          onChange={() => selection.toggle(props.hit)}
        />
      </label>
      <A href={lead.href(id())} onClick={(event) => lead.follow(event, props.hit)}>
        <span class="person-card-text">
          <span class="row wrap">
            <span class="medium">{briefName(props.hit.name)}</span>
            <Marked state={READINESS_STATES[props.hit.readiness]}>
              {t().pool.readiness[props.hit.readiness]}
            </Marked>
          </span>
          <span class="hint block">{factsOf(props.hit)}</span>
          <span class="hint block">{work()}</span>
          <Skills hit={props.hit} />
          <Show when={isTelling(props.hit)}>
            <Why hit={props.hit} />
          </Show>
          <Show when={props.hit.seat}>{(seat) => <FitLine fit={seat()} />}</Show>
        </span>
      </A>
    </li>
  )
}
