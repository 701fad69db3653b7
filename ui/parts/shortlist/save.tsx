import { A, useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { addToList, makeList } from '../../pool.ts'
import type { ShortlistAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { ListForm } from '../pool/list-form.tsx'
import { scopeOf, sharesText } from './words.ts'

/** Of a list's name. */
const LONGEST_NAME = 40

/** Keeps who is listed as a list of the office: who, not the fit. */
export function Save(props: { answer: ShortlistAnswer }) {
  const make = useAction(makeList)
  const add = useAction(addToList)
  const [isOpen, setOpen] = createSignal(false)
  const [saved, setSaved] = createSignal<{ id: string; text: string } | null>(null)
  const post = () => t().shortlist.postName[props.answer.post]
  return (
    <>
      <Show when={saved()}>
        {(list) => (
          <span class="small" role="status">
            {list().text} <A href={`/lists/${list().id}`}>{t().shortlist.openList}</A>
          </span>
        )}
      </Show>
      <button
        type="button"
        class="button primary"
        disabled={props.answer.listed.length === 0}
        onClick={() => setOpen(true)}
      >
        {t().shortlist.save}
      </button>
      <ListForm
        isOpen={isOpen()}
        close={() => setOpen(false)}
        title={t().shortlist.saveTitle}
        verb={t().shortlist.saveDo}
        list={{
          name: scopeOf(props.answer).slice(0, LONGEST_NAME),
          note: t().shortlist.saveNote(post(), sharesText(props.answer)),
        }}
        send={async (given) => {
          const people = props.answer.listed.map(({ talent }) => talent)
          const { id } = await make(given)
          await add(id, people, '')
          setSaved({ id, text: t().shortlist.saved(given.name, people.length) })
        }}
      />
    </>
  )
}
