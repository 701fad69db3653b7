import { A, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { noteMember, takeFromList } from '../../pool.ts'
import type { ListAnswer, Member } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { Refusal } from '../account/notices.tsx'
import { factsOf } from '../person-line.tsx'
import { Blank } from '../states.tsx'
import { createMemberPages } from './member-pages.ts'
import { NoteForm } from './note-form.tsx'
import { PAGE } from './pages.ts'
import { useSelection } from './selection.ts'

type Doing = { act: 'note' | 'take'; member: Member }

/** The people of a list with their notes. */
export function Members(props: { list: ListAnswer; say: (text: string) => void }) {
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const pages = createMemberPages(() => props.list)
  const note = useAction(noteMember)
  const take = useAction(takeFromList)
  const of = (act: Doing['act']) => {
    const now = doing()
    return now?.act === act ? now.member : null
  }
  const nameOf = (act: Doing['act']) => of(act)?.person.name ?? ''
  const close = () => setDoing(null)
  return (
    <section class="card" aria-label={t().pool.lists.memberTitle}>
      <Show
        when={pages.people().length > 0}
        fallback={
          <Blank icon="people" title={t().pool.lists.noneTitle} text={t().pool.lists.noneText}>
            <A class="button primary" href="/talents">
              {t().pool.comparison.toPool}
            </A>
          </Blank>
        }
      >
        <ul class="members">
          <For each={pages.people()}>
            {(member) => (
              <Line member={member} list={props.list.id} act={(act) => setDoing({ act, member })} />
            )}
          </For>
        </ul>
      </Show>
      <Refusal problem={pages.adding.problem()} />
      <Show when={pages.next()}>
        <p class="table-foot">
          <button
            type="button"
            class="button slim"
            aria-disabled={pages.adding.isBusy()}
            onClick={() => void pages.adding.start()}
          >
            {pages.adding.isBusy() ? t().pool.result.loadingMore : t().pool.result.more(PAGE)}
          </button>
        </p>
      </Show>
      <NoteForm
        member={of('note')}
        close={close}
        send={async (member, text) => {
          await note(props.list.id, member.person.id, text)
          props.say(t().pool.lists.noteDone)
        }}
      />
      <Ask
        isOpen={of('take') !== null}
        close={close}
        title={t().pool.lists.takeTitle(nameOf('take'))}
        verb={t().pool.lists.takeDo}
        isDangerous
        act={async () => {
          const member = of('take')
          if (!member) return
          await take(props.list.id, member.person.id)
          props.say(t().pool.lists.taken(member.person.name))
        }}
      >
        <p>{t().pool.lists.takeEffect}</p>
      </Ask>
    </section>
  )
}

function Line(props: { member: Member; list: string; act: (act: Doing['act']) => void }) {
  const selection = useSelection()
  const person = () => props.member.person
  return (
    <li>
      <span class="member-text">
        <A class="medium" href={`/talents/${person().id}`} state={{ list: `/lists/${props.list}` }}>
          {personName(person().name)}
        </A>{' '}
        <span class="hint">
          {[factsOf(person()), placeName(person().homeVillage.name)].join(t().separator)}
        </span>
        <span class="second block">
          {props.member.note || <span class="hint">{t().pool.lists.noNote}</span>}
        </span>
      </span>
      <span class="row wrap push">
        <button
          type="button"
          class="button slim"
          aria-pressed={selection.has(person().id)}
          onClick={() => selection.toggle(person())}
        >
          {t().pool.lists.compare}
          <span class="hidden-text"> {person().name}</span>
        </button>
        <button
          type="button"
          class="button slim"
          aria-label={t().pool.lists.editNote(person().name)}
          onClick={() => props.act('note')}
        >
          {t().pool.lists.memberNote}
        </button>
        <button
          type="button"
          class="button slim"
          aria-label={t().pool.lists.takeOut(person().name)}
          onClick={() => props.act('take')}
        >
          {t().pool.lists.take}
        </button>
      </span>
    </li>
  )
}
