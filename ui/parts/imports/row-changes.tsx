import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import type { ImportRow } from '../../types.ts'
import { t } from '../../words/index.ts'
import { fieldWord, valueWord } from '../talent/history-words.ts'

/** They follow from others, which are shown. */
const FOLLOWING = ['nationality', 'isFullTimeEducation', 'homeTownshipCode']

/** What would change of somebody who is known: old and new value beside each other. */
export function RowChanges(props: { row: ImportRow }) {
  const shown = () => props.row.changes.filter(({ field }) => !FOLLOWING.includes(field))
  return (
    <Show when={shown().length > 0}>
      <dl class="changes">
        <For each={shown()}>
          {({ field, before, after }) => (
            <div>
              <dt>{fieldWord(field)}</dt>
              <dd>
                <Show when={before}>
                  {(text) => (
                    <>
                      <span class="before">
                        <Value field={field} text={text()} />
                      </span>{' '}
                      →{' '}
                    </>
                  )}
                </Show>
                <Value field={field} text={after} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  )
}

function Value(props: { field: string; text: string | null }) {
  return (
    <Show
      when={props.field === 'homeVillageCode' && props.text}
      fallback={wordOf(props.field, props.text)}
    >
      {(code) => <VillageName code={code()} />}
    </Show>
  )
}

function wordOf(field: string, text: string | null): string {
  const educations: Record<string, string> = t().education
  return (field === 'education' && educations[text ?? '']) || valueWord(field, text)
}

function VillageName(props: { code: string }) {
  const places = createAsync(() => placesOf())
  const village = () =>
    places.latest?.townships
      .flatMap(({ villages }) => villages)
      .find(({ code }) => code === props.code)
  return (
    <Show when={village()} fallback={props.code}>
      {(found) => placeName(found().name)}
    </Show>
  )
}
