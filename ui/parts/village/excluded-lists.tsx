import { createSignal, For, Show } from 'solid-js'
import type { Person, Post, RankedTalent, RankingAnswer } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import { PersonFacts, PersonLink } from '../person-line.tsx'
import { useBoard } from './board.ts'

/** Who is not ranked yet and who cannot be, each with the reasons; opened on demand. */
export function ExcludedLists(props: { answer: RankingAnswer; post: Post }) {
  const personOf = (id: string) => props.answer.people.find((person) => person.id === id)
  return (
    <div class="excluded-lists">
      <List
        state="unknown"
        title={t().ranking.unknown(props.answer.ranking.unknown.length)}
        hint={t().ranking.unknownHint}
        talents={props.answer.ranking.unknown}
        post={props.post}
        personOf={personOf}
      />
      <List
        state="missed"
        title={t().ranking.barred(props.answer.ranking.barred.length)}
        hint={t().ranking.barredHint}
        talents={props.answer.ranking.barred}
        post={props.post}
        personOf={personOf}
      />
    </div>
  )
}

function List(props: {
  state: 'unknown' | 'missed'
  title: string
  hint: string
  talents: RankedTalent[]
  post: Post
  personOf: (id: string) => Person | undefined
}) {
  const board = useBoard()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <Show when={props.talents.length > 0}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="right" />
          <Mark state={props.state} />
          <b>{props.title}</b>
          <span class="hint">{props.hint}</span>
        </summary>
        <ul>
          <For each={isOpen() ? props.talents : []}>
            {(talent) => (
              <li>
                <span class="person">
                  <PersonLink
                    id={talent.talent}
                    person={props.personOf(talent.talent)}
                    open={() => board.openPerson(talent.talent, props.post)}
                  />
                  <br />
                  <PersonFacts person={props.personOf(talent.talent)} />
                </span>
                <Reasons talent={talent} />
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}

function Reasons(props: { talent: RankedTalent }) {
  return (
    <ul class="bullets small second">
      <For each={props.talent.findings}>
        {(finding) => (
          <li>
            {say(finding.words)}
            <Show when={finding.missing}>
              {(missing) => (
                <>
                  {' '}
                  <span class="chip open">
                    {t().ranking.missingPaper}
                    {t().colon}
                    {say(missing())}
                  </span>
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
