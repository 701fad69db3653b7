import { Tabs } from '@ark-ui/solid/tabs'
import { createAsync, useAction, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { dictionaryOf, putEntry } from '../administration.ts'
import { Ask } from '../parts/account/ask.tsx'
import { EntryDrawer } from '../parts/account/entry-drawer.tsx'
import { EntryTable } from '../parts/account/entry-table.tsx'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import type { DictionaryEntry, DictionaryName } from '../types.ts'
import { say, t } from '../words/index.ts'

const NAMES = ['skills', 'sources', 'reasons', 'departments'] as const satisfies DictionaryName[]

/** The lists of words that a county keeps itself. */
export function Dictionaries() {
  const [search, setSearch] = useSearchParams<{ of?: string }>()
  const shown = (): DictionaryName => NAMES.find((one) => one === search.of) ?? 'skills'
  return (
    <>
      <Title text={t().dictionaries.title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{t().dictionaries.title}</h1>
          <span class="hint">{t().dictionaries.hint}</span>
        </div>
      </div>
      <div class="phone-only">
        <p class="note">{t().dictionaries.deskOnly}</p>
      </div>
      <section class="card" aria-label={t().dictionaries.title}>
        <Tabs.Root value={shown()} onValueChange={({ value }) => setSearch({ of: value })}>
          <Tabs.List class="tabs" aria-label={t().dictionaries.title}>
            <For each={NAMES}>
              {(one) => <Tabs.Trigger value={one}>{t().dictionaries.names[one]}</Tabs.Trigger>}
            </For>
          </Tabs.List>
          <For each={NAMES}>
            {(one) => (
              <Tabs.Content value={one}>
                <Show when={shown() === one}>
                  <View rows={8}>
                    <Entries of={one} />
                  </View>
                </Show>
              </Tabs.Content>
            )}
          </For>
        </Tabs.Root>
      </section>
    </>
  )
}

type Work = { entry: DictionaryEntry | null }

function Entries(props: { of: DictionaryName }) {
  const answer = createAsync(() => dictionaryOf(props.of))
  const [work, setWork] = createSignal<Work | null>(null)
  const [retired, setRetired] = createSignal<DictionaryEntry | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const put = useAction(putEntry)
  const store = async (entry: DictionaryEntry) => {
    await put(props.of, entry)
    setSaid(t().dictionaries.saved(say(entry)))
  }
  const restoring = createSending((entry: DictionaryEntry) => store({ ...entry, isRetired: false }))
  const entries = () => answer()?.entries ?? []
  return (
    <>
      <div class="card-head entries-head">
        <span class="hint">
          {t().dictionaries.explain[props.of]}
          {t().separator}
          {t().dictionaries.count(
            entries().length,
            entries().filter(({ isRetired }) => isRetired).length,
          )}
        </span>
        <button
          type="button"
          class="button primary push desk-only"
          aria-haspopup="dialog"
          onClick={() => setWork({ entry: null })}
        >
          <Icon name="plus" />
          {t().dictionaries.add}
        </button>
      </div>
      <div class="said">
        <Done text={said()} />
        <Refusal problem={restoring.problem()} />
      </div>
      <Show
        when={entries().length > 0}
        fallback={
          <Blank
            icon="book"
            title={t().dictionaries.emptyTitle}
            text={t().dictionaries.emptyText}
          />
        }
      >
        <EntryTable
          label={t().dictionaries.list(t().dictionaries.names[props.of])}
          entries={entries()}
          edit={(entry) => setWork({ entry })}
          retire={setRetired}
          restore={(entry) => void restoring.start(entry)}
        />
      </Show>
      <Show when={work()} keyed>
        {({ entry }) => (
          <EntryDrawer
            of={props.of}
            entry={entry}
            others={entries()}
            store={store}
            close={() => setWork(null)}
          />
        )}
      </Show>
      <Show when={retired()} keyed>
        {(entry) => (
          <Ask
            isOpen
            close={() => setRetired(null)}
            title={t().dictionaries.retireOf(say(entry))}
            verb={t().dictionaries.retire}
            isDangerous
            act={() => store({ ...entry, isRetired: true })}
          >
            <p>{t().dictionaries.retireEffect(say(entry))}</p>
          </Ask>
        )}
      </Show>
    </>
  )
}
