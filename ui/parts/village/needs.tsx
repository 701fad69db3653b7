import { createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import { wholePercent } from '../../format.ts'
import { briefName } from '../../names.ts'
import { talentOf } from '../../queries.ts'
import type { TalentRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { useBoard } from './board.ts'

/** What the village needs, and who of the proposed team answers it. */
export function Needs() {
  const board = useBoard()
  const needs = () => [...board.village.needs].sort((a, b) => b.weight - a.weight)
  return (
    <section class="card" aria-labelledby="needs">
      <div class="card-head">
        <h2 id="needs">{t().village.needs}</h2>
        <span class="hint">{t().village.needsHint}</span>
      </div>
      <div class="card-body">
        <ul class="needs">
          <For each={needs()} fallback={<li class="hint">{t().village.noNeeds}</li>}>
            {(need) => (
              <li>
                <span>
                  <span class="medium">{say(need.words)}</span>{' '}
                  <Suspense>
                    <Answering skill={need.skill} />
                  </Suspense>
                </span>
                <b>{wholePercent(need.weight)}</b>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}

function Answering(props: { skill: string }) {
  const board = useBoard()
  const seated = () => {
    const answer = board.answer()
    const seats = answer?.status === 'solved' ? answer.plan.slates[0]?.seats : undefined
    return [...new Set(seats?.map(({ talent }) => talent))]
  }
  const records = createAsync(() => Promise.all(seated().map((id) => talentOf(id))))
  const able = () => (records.latest ?? []).filter((talent) => has(talent, props.skill))
  return (
    <Show when={records.latest && seated().length > 0}>
      <Show
        when={able().length > 0}
        fallback={<StateWord state="weak">{t().village.needsNobody}</StateWord>}
      >
        <span class="hint">
          {able()
            .map(({ name }) => briefName(name))
            .join(t().comma)}
        </span>
      </Show>
    </Show>
  )
}

const has = (talent: TalentRecord, skill: string) =>
  talent.skills.some((one) => one.skill === skill && one.level > 0)
