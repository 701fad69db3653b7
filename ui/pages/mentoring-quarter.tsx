import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type MentoringHome, mentoringOf } from '../mentoring.ts'
import { personName } from '../names.ts'
import { Chips } from '../parts/mentoring/chips.tsx'
import { OpinionCard } from '../parts/mentoring/opinion-card.tsx'
import { SaidNote } from '../parts/mentoring/said-note.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** The opinions of a quarter, one card a mentee; whoever the address names comes first. */
export function MentoringQuarter() {
  return (
    <View rows={8}>
      <Title text={t().mentoring.opinion.pageTitle} />
      <Page />
    </View>
  )
}

function Page() {
  const answer = createAsync(() => mentoringOf())
  return <Show when={answer()}>{(known) => <Opinions home={known().home} />}</Show>
}

function Opinions(props: { home: MentoringHome }) {
  const [search, setSearch] = useSearchParams<{ talent?: string }>()
  const people = () => props.home.mentees.map(({ talent }) => talent)
  const first = () => props.home.due.find(({ kind }) => kind === 'check')?.talent ?? people()[0]
  const chosen = () => people().find(({ id }) => id === search.talent) ?? first()
  /** One after the other under the thumb, all beside each other at a desk. */
  const shown = () => (isPhone() ? people().filter(({ id }) => id === chosen()?.id) : people())
  return (
    <>
      <div class="page-head">
        <h1>{t().mentoring.opinion.pageTitle}</h1>
        <span class="hint">{t().mentoring.opinion.pageHint}</span>
      </div>
      <SaidNote />
      <Show
        when={people().length > 0}
        fallback={
          <section class="card">
            <Blank icon="cap" title={t().mentoring.empty.title} text={t().mentoring.empty.text} />
          </section>
        }
      >
        <Show when={isPhone()}>
          <Chips
            label={t().mentoring.form.person}
            options={people().map(({ id, name }) => ({ value: id, text: personName(name) }))}
            value={chosen()?.id ?? null}
            set={(talent) => setSearch({ talent }, { replace: true })}
          />
        </Show>
        <div class="opinion-grid">
          <For each={shown()}>{(talent) => <OpinionCard home={props.home} talent={talent} />}</For>
        </div>
      </Show>
    </>
  )
}
