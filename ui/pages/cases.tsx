import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { dayAndTime } from '../format.ts'
import { personName, placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Revealable } from '../parts/talent/revealable.tsx'
import { Title } from '../parts/title.tsx'
import { casesOf, revealOfCase } from '../people.ts'
import type { ReviewCase } from '../types.ts'
import { t } from '../words/index.ts'

/** People put before the own department: what identifies them, and nothing else. */
export function Cases() {
  return (
    <View rows={6}>
      <Title text={t().cases.title} />
      <OpenCases />
    </View>
  )
}

function OpenCases() {
  const answer = createAsync(() => casesOf())
  const cases = () => answer()?.cases ?? []
  return (
    <>
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{t().cases.title}</h1>
            <span class="hint">{t().cases.facts(cases().length)}</span>
          </div>
          <p class="hint">{t().cases.hint}</p>
        </div>
      </div>
      <p class="note">
        <Icon name="info" />
        <span>{t().cases.later}</span>
      </p>
      <section class="card" aria-labelledby="cases">
        <div class="card-head">
          <h2 id="cases">{t().cases.list}</h2>
        </div>
        <Show
          when={cases().length > 0}
          fallback={<Blank icon="check" title={t().cases.emptyTitle} text={t().cases.emptyText} />}
        >
          <ul class="cases">
            <For each={cases()}>{(one) => <Case one={one} />}</For>
          </ul>
        </Show>
      </section>
    </>
  )
}

function Case(props: { one: ReviewCase }) {
  return (
    <li>
      <div>
        <p class="medium">{personName(props.one.name)}</p>
        <p class="hint">
          {[
            props.one.sex ? t().sex[props.one.sex] : t().unknown,
            props.one.bornOn ?? t().unknown,
            placeName(props.one.home.name),
          ].join(t().separator)}
        </p>
      </div>
      <div>
        <p class="hint">{t().cases.idNumber}</p>
        <Show
          when={props.one.idNumber}
          fallback={<span class="chip open">{t().talent.notStored}</span>}
        >
          {(ends) => (
            <Revealable
              masked={ends()}
              what={t().cases.idNumber}
              whose={props.one.name}
              quick={t().cases.reasons}
              ask={(reason) => revealOfCase(props.one.talent, reason)}
            />
          )}
        </Show>
      </div>
      <p class="hint">
        {t().cases.opened} {dayAndTime(props.one.openedAt)}
      </p>
    </li>
  )
}
