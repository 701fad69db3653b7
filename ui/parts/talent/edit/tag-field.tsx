import { createSignal, For } from 'solid-js'
import { t } from '../../../words/index.ts'
import { Field } from '../../account/fields.tsx'
import { Icon } from '../../icon.tsx'

/** Short free words; Enter or the button adds one. */
export function TagField(props: {
  label: string
  hint?: string | undefined
  error?: string | undefined
  tags: readonly string[]
  set: (tags: readonly string[]) => void
}) {
  const [text, setText] = createSignal('')
  function add() {
    const words = text()
      .split(/[,，、;；\s]+/)
      .filter((word) => word !== '')
    props.set([...new Set([...props.tags, ...words])])
    setText('')
  }
  return (
    <>
      <Field label={props.label} hint={props.hint} error={props.error}>
        {(given) => (
          <div class="row">
            <input
              {...given()}
              class="input"
              type="text"
              name="tag"
              maxlength={20}
              autocomplete="off"
              value={text()}
              onInput={(event) => setText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing) return
                event.preventDefault()
                add()
              }}
            />
            <button type="button" class="button" aria-disabled={text().trim() === ''} onClick={add}>
              {t().portrait.addWord}
            </button>
          </div>
        )}
      </Field>
      <Chosen
        words={props.tags}
        drop={(word) => props.set(props.tags.filter((one) => one !== word))}
      />
    </>
  )
}

function Chosen(props: { words: readonly string[]; drop: (word: string) => void }) {
  return (
    <ul class="chosen-villages" aria-label={t().portrait.chosen}>
      <For each={props.words} fallback={<li class="hint">{t().portrait.noTags}</li>}>
        {(word) => (
          <li class="chip accent">
            {word}
            <button
              type="button"
              aria-label={t().accounts.drop(word)}
              onClick={() => props.drop(word)}
            >
              <Icon name="close" />
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}
