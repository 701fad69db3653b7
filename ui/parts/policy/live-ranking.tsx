import { A } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import type { Scores } from '../../policy.ts'
import type { Post, Weights } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { createLive } from './live.ts'

/** People shown; the rest is what rankings are for. */
const FIRST = 10

type Person = Scores['people'][number]

/** Who would come first by the weights of the moment, and from which place by those in force. */
export function LiveRanking(props: { post: Post; weights: Weights | undefined; inForce: Weights }) {
  const question = createMemo(
    () => {
      const { post, weights } = props
      return weights && { post, weights, village: null, k: FIRST }
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const live = createLive(question, () => props.inForce)
  const failed = () => (live.answer() ? t().policy.live.failedAfter : t().policy.live.failed)
  return (
    <section class="card live-ranking" aria-busy={live.isAsking()}>
      <div class="card-head">
        <h2>{t().policy.live.title}</h2>
        <span class="hint">{t().policy.live.hint(FIRST)}</span>
      </div>
      <div class="live-progress" classList={{ asking: live.isAsking() }} aria-hidden="true" />
      <div class="card-body">
        <Show when={live.problem()}>
          {(problem) => (
            <>
              <Refusal problem={{ ...problem(), title: failed() }} />
              <button type="button" class="button slim" onClick={() => live.retry()}>
                {t().policy.live.retry}
              </button>
            </>
          )}
        </Show>
        <Show
          when={live.answer()}
          fallback={
            <Show when={!live.problem()}>
              <p class="hint" role="status">
                {question() ? t().policy.live.waiting : t().policy.live.noWeights}
              </p>
            </Show>
          }
        >
          {(answer) => <First answer={answer()} />}
        </Show>
      </div>
    </section>
  )
}

function First(props: { answer: Scores }) {
  const people = () => props.answer.people
  const moved = () => people().filter(({ was }, at) => was !== at + 1)
  const summary = () =>
    moved().length === 0
      ? t().policy.live.settled
      : t().policy.live.summary(moved().length, moved().filter(({ was }) => was > FIRST).length)
  return (
    <Show when={people().length > 0} fallback={<p>{t().policy.live.nobody}</p>}>
      <p class="hint" role="status">
        {summary()}
      </p>
      <ol class="live-list" aria-label={t().policy.live.list}>
        <For each={people()}>{(person, at) => <Row person={person} place={at() + 1} />}</For>
      </ol>
      <p class="hint">{t().policy.live.people(whole(props.answer.total))}</p>
    </Show>
  )
}

function Row(props: { person: Person; place: number }) {
  return (
    <li>
      <span class="live-place" aria-hidden="true">
        {props.place}
      </span>
      <span class="live-who">
        <A href={`/talents/${props.person.id}`}>{personName(props.person.name)}</A>{' '}
        <span class="hint">{placeName(props.person.homeVillage.name)}</span>
      </span>
      <Moved was={props.person.was} place={props.place} />
      <span class="number">{oneDecimal(props.person.fit * 100)}</span>
    </li>
  )
}

/** An arrow and by how many places; both places for whoever asks. */
function Moved(props: { was: number; place: number }) {
  const by = () => props.was - props.place
  const words = () => t().policy.live
  return (
    <span
      class="live-moved"
      classList={{ rose: by() > 0, fell: by() < 0 }}
      title={words().from(props.was, props.place)}
    >
      <Show when={by() !== 0} fallback={words().same}>
        <Icon name={by() > 0 ? 'up' : 'down'} />
        {by() > 0 ? words().rose(by()) : words().fell(-by())}
      </Show>
      <span class="hidden-text">{words().from(props.was, props.place)}</span>
    </span>
  )
}
