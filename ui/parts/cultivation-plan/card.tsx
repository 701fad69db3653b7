import { A, createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { cultivationOf } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { figuresOf } from './figures.tsx'

/** On the portrait: how far the person's plan is, and what comes next. */
export function CultivationCard(props: { id: string }) {
  const answer = createAsync(() => cultivationOf(props.id))
  const figures = () => figuresOf(answer.latest?.items ?? [])
  const href = () => `/talents/${props.id}/cultivation`
  const words = () => t().cultivationPlan
  return (
    <section class="card" aria-labelledby="cultivation-card">
      <div class="card-head">
        <h2 id="cultivation-card">{words().card.title}</h2>
        <A class="push small" href={href()}>
          {words().card.open}
        </A>
      </div>
      <div class="card-body cultivation-card">
        <Show
          when={figures().all > 0}
          fallback={
            <p class="row wrap">
              <span class="hint">{words().none}</span>
              <Show when={answer.latest?.mayWrite}>
                <A class="button slim push" href={`${href()}?make=1`}>
                  {words().make}
                </A>
              </Show>
            </p>
          }
        >
          <p class="row wrap">
            <span class="medium">{words().card.line(figures().done, figures().all)}</span>
            <Show when={figures().reported > 0}>
              <StateWord state="weak">{words().card.reported(figures().reported)}</StateWord>
            </Show>
            <Show when={figures().late > 0}>
              <StateWord state="missed">{words().card.late(figures().late)}</StateWord>
            </Show>
          </p>
          <p class="hint">
            <Show when={figures().next} fallback={words().card.allDone}>
              {(next) => words().card.next(next().aim, next().dueOn)}
            </Show>
          </p>
        </Show>
      </div>
    </section>
  )
}
