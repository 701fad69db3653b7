import { For, Show } from 'solid-js'
import { StateWord } from '../mark.tsx'
import { type Loaded, standingOf } from './loaded.ts'

/** The files that were read, each with where it stands; one of them is on the screen. */
export function FileList(props: {
  files: readonly Loaded[]
  chosen: number | null
  choose: (key: number) => void
}) {
  return (
    <ul class="form-files">
      <For each={props.files}>
        {(loaded) => (
          <li>
            <button
              type="button"
              class="form-file"
              aria-pressed={props.chosen === loaded.key}
              onClick={() => props.choose(loaded.key)}
            >
              <span class="form-file-name">{nameOf(loaded)}</span>
              <StateWord state={standingOf(loaded).state}>{standingOf(loaded).word}</StateWord>
              <Show when={loaded.reading.read?.name}>
                <span class="hint">{loaded.file.form.name}</span>
              </Show>
            </button>
          </li>
        )}
      </For>
    </ul>
  )
}

/** A file that cannot be read has no name but its own. */
const nameOf = ({ reading, file }: Loaded) => reading.read?.name || file.form.name
