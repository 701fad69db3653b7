import { A, createAsync } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { type Behind, type BehindAsked, structureBehind } from '../../structure-report.ts'
import { t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { View } from '../states.tsx'

const w = () => t().structureReport

/** The people that a figure counts, page by page. */
export function BehindDrawer(props: {
  asked: BehindAsked
  figure: string
  hint: string
  close: () => void
}) {
  const [pages, setPages] = createSignal([0])
  return (
    <Drawer isOpen onClose={props.close} title={w().behindTitle(props.figure)} hint={props.hint}>
      <View rows={8}>
        <For each={pages()}>
          {(after) => (
            <Page
              asked={{ ...props.asked, after: String(after) }}
              isFirst={after === 0}
              isLast={after === pages().at(-1)}
              more={(next) => setPages([...pages(), next])}
            />
          )}
        </For>
      </View>
    </Drawer>
  )
}

function Page(props: {
  asked: BehindAsked
  isFirst: boolean
  isLast: boolean
  more: (next: number) => void
}) {
  const answer = createAsync(() => structureBehind(props.asked))
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <Show when={props.isFirst}>
            <p class="hint">{known().total === 0 ? w().nobody : w().behindTotal(known().total)}</p>
          </Show>
          <ul class="structure-people">
            <For each={known().people}>{(person) => <Person person={person} />}</For>
          </ul>
          <Show when={props.isLast && known().next !== null}>
            <button type="button" class="button" onClick={() => props.more(known().next!)}>
              {w().more}
            </button>
          </Show>
        </>
      )}
    </Show>
  )
}

function Person(props: { person: Behind['people'][number] }) {
  const facts = () => {
    const { age, education } = props.person
    return [
      age === null ? w().unknownAge : w().age(age),
      education === null ? w().unknownEducation : t().education[education],
    ].join(t().separator)
  }
  return (
    <li>
      <Show when={props.person.isOpen} fallback={<b>{personName(props.person.name)}</b>}>
        <A class="medium" href={`/talents/${props.person.id}`}>
          {personName(props.person.name)}
        </A>
      </Show>
      <span class="second">
        {placeName(props.person.village.name)}
        {t().separator}
        {props.person.posts.map((post) => w().post[post]).join(t().comma)}
      </span>
      <span class="hint">{facts()}</span>
    </li>
  )
}
