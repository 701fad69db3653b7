import { createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Mentee, MentoringHome } from '../../mentoring.ts'
import { t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { draftOf } from './draft.ts'
import { LogForm } from './log-form.tsx'
import { NotesCard } from './notes-card.tsx'
import { OpinionCard } from './opinion-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { RecordsCard } from './records-card.tsx'

/** The form and, about the person who is chosen, the plan, the check of the quarter, what was and what is private. */
export function MentoringWork(props: { home: MentoringHome; mentee: Mentee }) {
  const [, setSearch] = useSearchParams()
  // What was being written about whom the page began with.
  const begin = props.mentee.talent.id
  const kept = createAsync(async () => ({ draft: await draftOf(begin) }))
  return (
    <>
      <div class="mentoring-work">
        <section class="card log-card" aria-labelledby="log-title">
          <div class="card-head">
            <h2 id="log-title">{t().mentoring.log}</h2>
            <span class="hint">{t().mentoring.form.hint}</span>
          </div>
          <View rows={6}>
            <Show when={kept()}>
              {(found) => (
                <LogForm
                  home={props.home}
                  talent={props.mentee.talent.id}
                  kept={found().draft}
                  onPerson={(talent) => setSearch({ talent }, { replace: true, scroll: false })}
                  onSaved={() => {}}
                />
              )}
            </Show>
          </View>
        </section>
        <PlanCard talent={props.mentee.talent} />
      </div>
      <div class="mentoring-rail">
        <OpinionCard home={props.home} talent={props.mentee.talent} />
        <RecordsCard talent={props.mentee.talent.id} />
        <NotesCard talent={props.mentee.talent.id} />
      </div>
    </>
  )
}
