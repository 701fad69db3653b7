import { A, createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { Panel } from '../parts/layers.tsx'
import { Blank, View } from '../parts/states.tsx'
import { AnswerForm } from '../parts/talent/answer-form.tsx'
import { valueText } from '../parts/talent/corrected.ts'
import { StatePill } from '../parts/talent/own-corrections.tsx'
import { Revealable } from '../parts/talent/revealable.tsx'
import { dayOf, daysBetween, today } from '../parts/talent/when.ts'
import { Title } from '../parts/title.tsx'
import { correctionsOf, revealProposed } from '../people.ts'
import type { Correction } from '../types.ts'
import { t } from '../words/index.ts'

/** What people ask to have corrected: open ones first, answered ones below. */
export function Corrections() {
  return (
    <View rows={8}>
      <Title text={t().corrections.title} />
      <Lists />
    </View>
  )
}

type Answering = { correction: Correction; isAccepting: boolean }

function Lists() {
  const answer = createAsync(() => correctionsOf())
  const [answering, setAnswering] = createSignal<Answering | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const all = () => answer()?.corrections ?? []
  const open = () => all().filter(({ state }) => state === 'open')
  const answered = () =>
    all()
      .filter(({ state }) => state !== 'open')
      .sort((a, b) => (b.answeredAt ?? '').localeCompare(a.answeredAt ?? ''))
  return (
    <>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().corrections.title}</h1>
            <span class="hint">{t().corrections.facts(open().length, answered().length)}</span>
          </div>
          <p class="hint">{t().corrections.hint}</p>
        </div>
      </div>
      <Done text={said()} />
      <section class="card" aria-labelledby="open">
        <div class="card-head">
          <h2 id="open">{t().corrections.open}</h2>
        </div>
        <Show
          when={open().length > 0}
          fallback={
            <Blank
              icon="check"
              title={t().corrections.emptyTitle}
              text={t().corrections.emptyText}
            />
          }
        >
          <ul class="open-corrections">
            <For each={open()}>
              {(correction) => (
                <OpenCorrection
                  correction={correction}
                  begin={(isAccepting) => setAnswering({ correction, isAccepting })}
                />
              )}
            </For>
          </ul>
        </Show>
      </section>
      <Answered corrections={answered()} />
      <Panel
        isOpen={answering() !== null}
        onClose={() => setAnswering(null)}
        title={titleOf(answering())}
      >
        <Show when={answering()}>
          {(given) => (
            <AnswerForm
              correction={given().correction}
              isAccepting={given().isAccepting}
              done={(text) => {
                setSaid(text)
                setAnswering(null)
              }}
              cancel={() => setAnswering(null)}
            />
          )}
        </Show>
      </Panel>
    </>
  )
}

function titleOf(answering: Answering | null): string {
  if (!answering) return t().corrections.title
  const { field, person } = answering.correction
  const title = answering.isAccepting ? t().corrections.acceptTitle : t().corrections.refuseTitle
  return title(t().corrections.field[field], person.name)
}

function OpenCorrection(props: { correction: Correction; begin: (isAccepting: boolean) => void }) {
  const days = () => daysBetween(dayOf(props.correction.askedAt), today())
  return (
    <li>
      <p class="row wrap">
        <Who correction={props.correction} />
        <span class="pill">{t().corrections.field[props.correction.field]}</span>
        <span class="hint push">{t().corrections.waiting(days())}</span>
      </p>
      <Sides correction={props.correction} />
      <Show when={props.correction.note}>
        {(note) => (
          <p>
            <span class="hint">{t().corrections.note}</span> {note()}
          </p>
        )}
      </Show>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={() => props.begin(true)}>
          {t().corrections.accept}
        </button>
        <button type="button" class="button" onClick={() => props.begin(false)}>
          {t().corrections.refuse}
        </button>
      </div>
    </li>
  )
}

function Who(props: { correction: Correction }) {
  return (
    <>
      <A class="medium" href={`/talents/${props.correction.person.id}`}>
        {personName(props.correction.person.name)}
      </A>
      <span class="hint">{placeName(props.correction.person.homeVillage.name)}</span>
    </>
  )
}

/** As it is and as it should be, beside each other; what has no field of its own is told in words. */
function Sides(props: { correction: Correction }) {
  const field = () => props.correction.field
  return (
    <dl class="sides" classList={{ one: field() === 'other' }}>
      <Show when={field() !== 'other'}>
        <div>
          <dt>{t().corrections.now}</dt>
          <dd>{valueText(field(), props.correction.current)}</dd>
        </div>
      </Show>
      <div class="asked">
        <dt>{field() === 'other' ? t().corrections.request : t().corrections.proposed}</dt>
        <dd>
          <Show when={field() === 'phone'} fallback={valueText(field(), props.correction.proposed)}>
            <Revealable
              masked={props.correction.proposed}
              what={t().talent.field.phone}
              whose={props.correction.person.name}
              quick={t().corrections.phoneReasons}
              ask={(reason) => revealProposed(props.correction.id, reason)}
            />
          </Show>
        </dd>
      </div>
    </dl>
  )
}

function Answered(props: { corrections: Correction[] }) {
  return (
    <section class="card" aria-labelledby="answered">
      <div class="card-head">
        <h2 id="answered">{t().corrections.done}</h2>
      </div>
      <ul class="card-body requests">
        <For
          each={props.corrections}
          fallback={<li class="hint">{t().corrections.noneAnswered}</li>}
        >
          {(correction) => (
            <li>
              <p class="row wrap">
                <Who correction={correction} />
                <span>{t().corrections.field[correction.field]}</span>
                <StatePill state={correction.state} />
                <span class="hint push">
                  {correction.answeredAt && dayOf(correction.answeredAt)}
                </span>
              </p>
              <p class="second">
                {valueText(correction.field, correction.proposed)}
                {t().clause}
                {correction.answer}
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
