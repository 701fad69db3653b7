import { For, type JSX, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { Hit } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { FitLine } from '../fit.tsx'
import { Mark, type State } from '../mark.tsx'
import { Unknown } from '../states.tsx'
import { useAddress } from './address.ts'
import type { ColumnId } from './column-choice.ts'
import { cellText, ELIGIBILITY_STATES, READINESS_STATES, workOf } from './columns.ts'

/** Kinds at the beginning of `TELLING` that neither name, skills nor home show. */
const HIDDEN = 4
/** Skills shown before the rest is counted. */
const FEW = 2

/** A cell of the table; what it says in words is `cellText`. */
export function Cell(props: { id: Exclude<ColumnId, 'name'>; hit: Hit }): JSX.Element {
  const drawn: Partial<Record<ColumnId, () => JSX.Element>> = {
    place: () => <PlaceCell hit={props.hit} />,
    skills: () => <Skills hit={props.hit} />,
    readiness: () => (
      <Marked state={READINESS_STATES[props.hit.readiness]}>
        {cellText('readiness', props.hit)}
      </Marked>
    ),
    sources: () => <Chips words={props.hit.sources.map((source) => t().source[source])} />,
    tags: () => <Chips words={props.hit.tags} />,
    why: () => <Why hit={props.hit} />,
    eligibility: () => <Eligible hit={props.hit} />,
    fit: () => (
      <Show when={props.hit.seat} fallback={<Unknown />}>
        {(seat) => <FitLine fit={seat()} />}
      </Show>
    ),
    likeness: () => (
      <Show when={props.hit.likeness !== undefined} fallback={<Unknown />}>
        <b>{fitPoints(props.hit.likeness ?? 0)}</b>
      </Show>
    ),
  }
  return <>{drawn[props.id]?.() ?? cellText(props.id, props.hit)}</>
}

function PlaceCell(props: { hit: Hit }) {
  return (
    <span class="one-line" title={cellText('place', props.hit)}>
      <span class="medium">{placeName(props.hit.homeVillage.name)}</span>{' '}
      <span class="hint">{workOf(props.hit) || placeName(props.hit.homeTownship.name)}</span>
    </span>
  )
}

/** Asked-for skills first, so that the rest may be counted only. */
export function Skills(props: { hit: Hit }) {
  const address = useAddress()
  const isAsked = (skill: string, name: string) =>
    address.values('skill').includes(skill) ||
    props.hit.why.some(({ kind, words }) => kind === 'skill' && say(words).includes(name))
  const ordered = () =>
    props.hit.skills
      .map(({ skill, words, standing }) => ({ name: say(words), skill, standing }))
      .map((one) => ({ ...one, isAsked: isAsked(one.skill, one.name) }))
      .sort((a, b) => Number(b.isAsked) - Number(a.isAsked))
  const rest = () => ordered().slice(FEW)
  return (
    <span class="chips one-line">
      <For
        each={ordered().slice(0, FEW)}
        fallback={<span class="hint">{t().pool.result.noSkills}</span>}
      >
        {({ name, isAsked, standing }) => (
          <span
            class="chip"
            classList={{ accent: isAsked }}
            title={standing === 'claimed' ? `${name} ${t().person.claimed}` : name}
          >
            {name}
          </span>
        )}
      </For>
      <Show when={rest().length > 0}>
        <span
          class="chip"
          title={rest()
            .map(({ name }) => name)
            .join(t().comma)}
        >
          +{rest().length}
        </span>
      </Show>
    </span>
  )
}

/** What a row does not show by itself comes first. */
const TELLING: readonly Hit['why'][number]['kind'][] = [
  'text',
  'typo',
  'pinyin',
  'group',
  'skill',
  'village',
  'name',
]

/** Whether somebody was found by what a card does not show. */
export const isTelling = ({ why }: Hit) => why.some(({ kind }) => TELLING.indexOf(kind) < HIDDEN)

/** What made somebody a result: the most telling of it, the rest by its number. */
export function Why(props: { hit: Hit }) {
  const ordered = () =>
    [...props.hit.why].sort((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind))
  return (
    <span class="chips one-line" title={cellText('why', props.hit)}>
      <For each={ordered().slice(0, 1)}>
        {({ words }) => <span class="chip accent telling">{say(words)}</span>}
      </For>
      <Show when={ordered().length > 1}>
        <span class="chip">+{ordered().length - 1}</span>
      </Show>
    </span>
  )
}

function Eligible(props: { hit: Hit }) {
  return (
    <Show when={props.hit.seat} fallback={<Unknown />}>
      {(seat) => (
        <Marked state={ELIGIBILITY_STATES[seat().eligibility]}>
          {t().eligibility[seat().eligibility]}
        </Marked>
      )}
    </Show>
  )
}

/** A shape and a word, without the weight of a state that asks for action. */
export function Marked(props: { state: State; children: JSX.Element }) {
  return (
    <span class="marked">
      <Mark state={props.state} />
      {props.children}
    </span>
  )
}

function Chips(props: { words: readonly string[] }) {
  return (
    <span class="chips one-line">
      <For each={props.words} fallback={<span class="hint">{t().pool.result.noTags}</span>}>
        {(word) => <span class="chip">{word}</span>}
      </For>
    </span>
  )
}
