import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { createSome, ShowAll } from '../show-all.tsx'
import { nearestStep, STRENGTHS, VALUES } from './edit/evidence.ts'

type Piece = TalentRecord['evidence'][number]
/** As many as are read at one glance; cultivation adds some in every quarter. */
const FIRST = 15
const FILTERS = ['all', 'proven', 'claimed'] as const

/** Dated material, newest first, each proven or claimed. */
export function Timeline(props: {
  talent: TalentRecord
  edit?: ((id: string) => void) | undefined
  add?: (() => void) | undefined
}) {
  const [filter, setFilter] = createSignal<(typeof FILTERS)[number]>('all')
  const shown = () =>
    props.talent.evidence
      .filter(({ standing }) => filter() === 'all' || standing === filter())
      .sort((a, b) => b.on.localeCompare(a.on))
  const some = createSome(shown, FIRST)
  const count = (kind: (typeof FILTERS)[number]) =>
    props.talent.evidence.filter(({ standing }) => kind === 'all' || standing === kind).length
  return (
    <section class="card" aria-labelledby="evidence">
      <div class="card-head">
        <h2 id="evidence">{t().portrait.timeline}</h2>
        <fieldset class="segments push" aria-label={t().portrait.showWhich}>
          <For each={FILTERS}>
            {(one) => (
              <button type="button" aria-pressed={filter() === one} onClick={() => setFilter(one)}>
                {t().portrait.filters[one]} {count(one)}
              </button>
            )}
          </For>
        </fieldset>
        <Show when={props.add}>
          {(add) => (
            <button type="button" class="button slim" onClick={() => add()()}>
              <Icon name="plus" />
              {t().portrait.addEvidence}
            </button>
          )}
        </Show>
      </div>
      <ul class="timeline">
        <For each={some.shown()} fallback={<li class="hint none">{emptyText(filter())}</li>}>
          {(piece) => <Line piece={piece} talent={props.talent.id} edit={props.edit} />}
        </For>
      </ul>
      <ShowAll hidden={some.hidden()} show={some.showAll} />
    </section>
  )
}

function Line(props: { piece: Piece; talent: string; edit?: ((id: string) => void) | undefined }) {
  const isClaimed = () => props.piece.standing === 'claimed'
  return (
    <li>
      <span class="hint when">{props.piece.on}</span>
      <i class={`standing ${props.piece.standing}`} aria-hidden="true" />
      <div>
        <p>{props.piece.note}</p>
        <p class="hint">
          <span class="chip">{t().criterion[props.piece.criterion]}</span>{' '}
          <span class="chip" classList={{ open: isClaimed() }}>
            {t().portrait.backing[props.piece.standing]}
          </span>{' '}
          {[props.piece.source, props.piece.document].filter(Boolean).join(t().separator)}
        </p>
        <p class="hint">
          {t().person.value} {t().portrait.values[nearestStep(VALUES, props.piece.value)]}{' '}
          {fitPoints(props.piece.value)}
          {t().separator}
          {t().portrait.strengths[nearestStep(STRENGTHS, props.piece.strength)]}
          <Show when={props.piece.isDerived}>
            {t().separator}
            <A href={`/talents/${props.talent}/cultivation`}>{t().portrait.derived}</A>
          </Show>
        </p>
      </div>
      <Show when={!props.piece.isDerived && props.edit}>
        {(edit) => (
          <button
            type="button"
            class="button plain slim icon-only"
            aria-label={t().portrait.editPiece(props.piece.note)}
            onClick={() => edit()(props.piece.id)}
          >
            <Icon name="pencil" />
          </button>
        )}
      </Show>
    </li>
  )
}

const emptyText = (filter: (typeof FILTERS)[number]) =>
  filter === 'all' ? t().person.noEvidence : t().portrait.noneOf(t().portrait.filters[filter])
