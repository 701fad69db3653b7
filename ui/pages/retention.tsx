import { A, createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { Panel } from '../parts/layers.tsx'
import { Mark } from '../parts/mark.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Erasure } from '../parts/talent/erasure.tsx'
import { KeepLonger } from '../parts/talent/keep-longer.tsx'
import { daysBetween, today } from '../parts/talent/when.ts'
import { Title } from '../parts/title.tsx'
import { dueOf } from '../people.ts'
import type { Due } from '../types.ts'
import { t } from '../words/index.ts'

/** Records whose day has come: each is kept longer with a reason, or erased. */
export function Retention() {
  return (
    <View rows={8}>
      <Title text={t().retention.title} />
      <DueRecords />
    </View>
  )
}

type Deciding = { person: Due; act: 'extend' | 'erase' }

function DueRecords() {
  const answer = createAsync(() => dueOf())
  const [deciding, setDeciding] = createSignal<Deciding | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const people = () => answer()?.people ?? []
  function tell(text: string) {
    setSaid(text)
    setDeciding(null)
  }
  return (
    <>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().retention.title}</h1>
            <span class="hint">{t().retention.facts(people().length)}</span>
          </div>
          <p class="hint">{t().retention.hint}</p>
        </div>
      </div>
      <Done text={said()} />
      <section class="card" aria-labelledby="due">
        <div class="card-head">
          <h2 id="due">{t().retention.list}</h2>
        </div>
        <Show
          when={people().length > 0}
          fallback={
            <Blank icon="check" title={t().retention.emptyTitle} text={t().retention.emptyText} />
          }
        >
          <ul class="due" aria-labelledby="due">
            <For each={people()}>
              {(person) => (
                <DueRecord
                  person={person}
                  decide={(act) => {
                    setSaid(null)
                    setDeciding({ person, act })
                  }}
                />
              )}
            </For>
          </ul>
        </Show>
      </section>
      <Panel
        isOpen={deciding() !== null}
        onClose={() => setDeciding(null)}
        title={titleOf(deciding())}
      >
        <Show when={deciding()}>
          {(given) => (
            <Show
              when={given().act === 'extend'}
              fallback={
                <Erasure
                  id={given().person.id}
                  done={() => tell(t().retention.erased)}
                  cancel={() => setDeciding(null)}
                />
              }
            >
              <KeepLonger person={given().person} done={tell} cancel={() => setDeciding(null)} />
            </Show>
          )}
        </Show>
      </Panel>
    </>
  )
}

function titleOf(deciding: Deciding | null): string {
  if (!deciding) return t().retention.title
  const { act, person } = deciding
  return act === 'extend' ? t().retention.extendOf(person.name) : t().talent.eraseTitle(person.name)
}

function DueRecord(props: { person: Due; decide: (act: Deciding['act']) => void }) {
  return (
    <li>
      <p>
        <A class="medium" href={`/talents/${props.person.id}`}>
          {personName(props.person.name)}
        </A>{' '}
        <span class="hint">
          {[
            placeName(props.person.homeVillage.name),
            t().talents.statuses[props.person.status],
          ].join(t().separator)}
        </span>
      </p>
      <p>
        <span class="hint">{t().retention.basis}</span>{' '}
        <Show
          when={props.person.basis}
          fallback={<span class="chip open">{t().retention.noBasis}</span>}
        >
          {(basis) => <>{t().retention.bases[basis()]}</>}
        </Show>
      </p>
      <p>
        <span class="hint">{t().retention.due}</span> {props.person.keepUntil}{' '}
        <span class="pill weak">
          <Mark state="weak" />
          {t().retention.overdue(daysBetween(props.person.keepUntil, today()))}
        </span>
      </p>
      <span class="row">
        <button
          type="button"
          class="button slim"
          aria-label={t().retention.extendOf(props.person.name)}
          onClick={() => props.decide('extend')}
        >
          {t().retention.extend}
        </button>
        <button
          type="button"
          class="button slim danger"
          aria-label={t().retention.eraseOf(props.person.name)}
          onClick={() => props.decide('erase')}
        >
          {t().retention.erase}
        </button>
      </span>
    </li>
  )
}
