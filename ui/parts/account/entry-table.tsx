import { For, Show } from 'solid-js'
import type { DictionaryEntry } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'

type Act = (entry: DictionaryEntry) => void

/** What is in use first, then what is retired, each in the order of its words. */
export function EntryTable(props: {
  label: string
  entries: DictionaryEntry[]
  edit: Act
  retire: Act
  restore: Act
}) {
  const ordered = () =>
    [...props.entries].sort(
      (a, b) =>
        Number(a.isRetired) - Number(b.isRetired) ||
        say(a).localeCompare(say(b), ['zh-CN-u-co-pinyin', 'en']),
    )
  return (
    <section class="scroll" tabindex="0" aria-label={props.label}>
      <table class="table entries" data-density="compact" aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t().dictionaries.zh}</th>
            <th scope="col">{t().dictionaries.en}</th>
            <th scope="col">{t().dictionaries.id}</th>
            <th scope="col">{t().dictionaries.state}</th>
            <th scope="col" class="desk-only-cell">
              <span class="hidden-text">{t().dictionaries.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={ordered()}>
            {(entry) => (
              <tr>
                <th scope="row" class="medium" lang="zh-CN">
                  {entry.zh}
                </th>
                <td lang="en">{entry.en}</td>
                <td class="hint">{entry.id}</td>
                <td>
                  <StateWord state={entry.isRetired ? 'unknown' : 'met'}>
                    {entry.isRetired ? t().dictionaries.retired : t().dictionaries.used}
                  </StateWord>
                </td>
                <td class="desk-only-cell">
                  <div class="row entry-acts">
                    <button
                      type="button"
                      class="button slim"
                      aria-haspopup="dialog"
                      aria-label={t().dictionaries.editOf(say(entry))}
                      onClick={() => props.edit(entry)}
                    >
                      {t().dictionaries.edit}
                    </button>
                    <Show
                      when={entry.isRetired}
                      fallback={
                        <button
                          type="button"
                          class="button slim"
                          aria-haspopup="dialog"
                          aria-label={t().dictionaries.retireOf(say(entry))}
                          onClick={() => props.retire(entry)}
                        >
                          {t().dictionaries.retire}
                        </button>
                      }
                    >
                      <button
                        type="button"
                        class="button slim"
                        aria-label={t().dictionaries.restoreOf(say(entry))}
                        onClick={() => props.restore(entry)}
                      >
                        {t().dictionaries.restore}
                      </button>
                    </Show>
                  </div>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
