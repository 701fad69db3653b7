import { For, Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { ImportAnswer } from '../../types.ts'
import { say, t } from '../../words/index.ts'

/** How the file was read: sheet, header, what was left out and why. */
export function FileCard(props: { known: ImportAnswer }) {
  const reading = () => props.known.reading
  return (
    <Show when={reading()}>
      {(reading) => (
        <section class="card" aria-labelledby="file">
          <div class="card-head">
            <h2 id="file">{t().imports.preview.fileNotes}</h2>
          </div>
          <div class="card-body form">
            <dl class="facts">
              <Show when={reading().sheet}>
                {(sheet) => (
                  <>
                    <dt>{t().imports.columns.sheetLabel}</dt>
                    <dd>{sheet()}</dd>
                  </>
                )}
              </Show>
              <Show when={reading().encoding}>
                {(encoding) => (
                  <>
                    <dt>{t().imports.preview.encoding}</dt>
                    <dd>{encoding().toUpperCase()}</dd>
                  </>
                )}
              </Show>
              <dt>{t().imports.preview.header}</dt>
              <dd>{t().imports.table.lineOf(reading().headerLine)}</dd>
              <dt>{t().imports.preview.data}</dt>
              <dd>{t().imports.rows(whole(reading().rows))}</dd>
            </dl>
            <Show when={reading().notes.length > 0}>
              <ul class="bullets">
                <For each={reading().notes}>{(note) => <li>{say(note)}</li>}</For>
              </ul>
            </Show>
            <LeftOut lines={reading().leftOut} />
          </div>
        </section>
      )}
    </Show>
  )
}

function LeftOut(props: { lines: NonNullable<ImportAnswer['reading']>['leftOut'] }) {
  const said = () => props.lines.filter(({ why }) => why !== 'blank')
  const blank = () => props.lines.length - said().length
  return (
    <Show when={props.lines.length > 0}>
      <details class="file-left">
        <summary>{t().imports.preview.left(whole(props.lines.length))}</summary>
        <ul class="bullets">
          <For each={said().slice(0, 50)}>
            {({ line, why, text }) => (
              <li>{t().imports.preview.leftLine(line, t().imports.preview.leftWhy[why], text)}</li>
            )}
          </For>
          <Show when={blank() > 0}>
            <li>{t().imports.preview.blank(whole(blank()))}</li>
          </Show>
        </ul>
      </details>
    </Show>
  )
}
