import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { talentsOf } from '../../people.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { Blank } from '../states.tsx'
import { PersonList } from '../talent/person-list.tsx'
import { Title } from '../title.tsx'

/** A mentor's people: few, so nothing is searched. */
export function Mentees(props: { said: string | null }) {
  const answer = createAsync(() => talentsOf({}))
  const people = () => answer()?.people ?? []
  return (
    <>
      <Title text={t().talents.title.mentor} />
      <div class="page-head">
        <div class="titles">
          <h1>{t().talents.title.mentor}</h1>
          <p class="hint">{t().talents.hint.mentor}</p>
        </div>
      </div>
      <Done text={props.said} />
      <section class="card" aria-labelledby="people">
        <div class="card-head">
          <h2 id="people">{t().talents.list}</h2>
          <span class="hint" role="status">
            {t().talents.shown(people().length, false)}
          </span>
        </div>
        <Show
          when={people().length > 0}
          fallback={
            <Blank
              icon="people"
              title={t().talents.noMenteesTitle}
              text={t().talents.noMenteesText}
            />
          }
        >
          <PersonList people={people()} label={t().talents.list} />
        </Show>
      </section>
      <p class="hint">{t().talents.watched}</p>
    </>
  )
}
