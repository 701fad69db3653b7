import { A, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { sayDifferent } from '../../pool.ts'
import type { Pair, Twin } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Icon } from '../icon.tsx'
import { Unknown } from '../states.tsx'

/** Two records side by side with what differs, and the two answers. */
export function PairCard(props: { pair: Pair; say: (text: string) => void; merge: () => void }) {
  const answer = useAction(sayDifferent)
  const [isAsking, setAsking] = createSignal(false)
  async function tellApart() {
    await answer(props.pair.a.id, props.pair.b.id)
    props.say(t().pool.duplicates.answered)
  }
  const name = () =>
    t().pool.duplicates.pair(personName(props.pair.a.name), personName(props.pair.b.name))
  return (
    <section class="card" aria-label={name()}>
      <div class="card-head">
        <h2>{name()}</h2>
        <span class="pill weak">{t().pool.duplicates.because[props.pair.because]}</span>
        <div class="row wrap push">
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t().pool.duplicates.different2}
          </button>
          <button type="button" class="button primary" onClick={() => props.merge()}>
            {t().pool.duplicates.merge}
          </button>
        </div>
      </div>
      <Ask
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().pool.duplicates.apartTitle}
        verb={t().pool.duplicates.apartDo}
        act={tellApart}
      >
        <p>{t().pool.duplicates.apartEffect}</p>
      </Ask>
      <div class="scroll">
        <table class="table pair" aria-label={name()}>
          <thead>
            <tr>
              <td />
              <Side twin={props.pair.a} name={t().pool.duplicates.left} />
              <Side twin={props.pair.b} name={t().pool.duplicates.right} />
            </tr>
          </thead>
          <tbody>
            <For each={factsOf()}>
              {({ name, text }) => (
                <Fact name={name} a={text(props.pair.a)} b={text(props.pair.b)} />
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Side(props: { twin: Twin; name: string }) {
  return (
    <th scope="col">
      <A
        href={`/talents/${props.twin.id}`}
        state={{ list: '/duplicates' }}
        aria-label={t().pool.duplicates.open(props.name)}
      >
        {props.name}
        <Icon name="right" />
      </A>
    </th>
  )
}

function Fact(props: { name: string; a: string; b: string }) {
  const differs = () => props.a !== props.b
  return (
    <tr classList={{ differs: differs() }}>
      <th scope="row">
        {props.name}
        <Show when={differs()}>
          <span class="differs-mark" title={t().pool.duplicates.different} aria-hidden="true">
            ≠
          </span>
          <span class="hidden-text"> {t().pool.duplicates.different}</span>
        </Show>
      </th>
      <td>{props.a || <Unknown />}</td>
      <td>{props.b || <Unknown />}</td>
    </tr>
  )
}

const factsOf = (): { name: string; text: (twin: Twin) => string }[] => [
  { name: t().talents.name, text: ({ name }) => personName(name) },
  { name: t().talents.sex, text: ({ sex }) => (sex ? t().sex[sex] : '') },
  { name: t().pool.column.bornOn, text: ({ bornOn }) => bornOn ?? '' },
  { name: t().talents.home, text: ({ homeVillage }) => placeName(homeVillage.name) },
  { name: t().talents.work, text: ({ occupation }) => occupation ?? '' },
  { name: t().talents.status, text: ({ status }) => t().talents.statuses[status] },
  {
    name: t().pool.duplicates.updated,
    text: ({ updatedAt }) => (updatedAt ? dayAndTime(updatedAt) : ''),
  },
]
