import { For } from 'solid-js'
import { IMPORT_KINDS, type ImportKind } from '../../types.ts'
import { t } from '../../words/index.ts'

/** What the table is about. */
export function KindChoice(props: { kind: ImportKind; choose: (kind: ImportKind) => void }) {
  return (
    <fieldset class="kinds">
      <legend class="hidden-text">{t().imports.kind.label}</legend>
      <For each={IMPORT_KINDS}>
        {(kind) => (
          <label class="kind">
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={kind === props.kind}
              onChange={() => props.choose(kind)}
            />
            <span>
              <b>{t().imports.kind[kind]}</b>
              <span class="hint block">{t().imports.kindHint[kind]}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
