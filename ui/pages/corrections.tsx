import { createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Done } from '../parts/account/notices.tsx'
import { Panel } from '../parts/layers.tsx'
import { Blank, View } from '../parts/states.tsx'
import { AnswerForm } from '../parts/talent/answer-form.tsx'
import { Answered, OpenCorrection } from '../parts/talent/corrections.tsx'
import { Title } from '../parts/title.tsx'
import { correctionsOf } from '../people.ts'
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
                  begin={(isAccepting) => {
                    setSaid(null)
                    setAnswering({ correction, isAccepting })
                  }}
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
