import { A, createAsync, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { Renamed } from '../parts/village/renamed.tsx'
import { EntryForm } from '../parts/village-record/entry-form.tsx'
import { EntryItem } from '../parts/village-record/entry-item.tsx'
import { FormerVillages } from '../parts/village-record/former.tsx'
import { MergerDialog } from '../parts/village-record/merger-dialog.tsx'
import { Now } from '../parts/village-record/now.tsx'
import { useRoles } from '../session.ts'
import {
  ENTRY_KINDS,
  type EntryKind,
  type VillageRecord as RecordAnswer,
  recordOf,
} from '../village-record.ts'
import { t } from '../words/index.ts'

/** Everything on record about a village: as it is now, and what was written down when, by whom. */
export function VillageRecord() {
  const params = useParams<{ code: string }>()
  const record = createAsync(() => recordOf(params.code))
  return (
    <View rows={12}>
      <Show when={record()}>
        {(known) => (
          <>
            <Renamed asked={params.code} code={known().code} page="/record" />
            <Page record={known()} />
          </>
        )}
      </Show>
    </View>
  )
}

function Page(props: { record: RecordAnswer }) {
  const [said, setSaid] = createSignal<string | null>(null)
  const [isMerging, setMerging] = createSignal(false)
  const has = useRoles()
  const words = () => t().villageRecord
  return (
    <>
      <Title text={words().title(placeName(props.record.name))} />
      <div class="page-head">
        <div class="titles">
          <div class="row wrap">
            <h1>{words().title(placeName(props.record.name))}</h1>
            <span class="hint">
              {placeName(props.record.township.name)}
              {t().separator}
              {t().kind[props.record.kind]}
              {t().separator}
              {props.record.code}
            </span>
          </div>
          <p class="hint">{words().hint}</p>
        </div>
        <A class="button push" href={`/villages/${props.record.code}`}>
          {words().back}
        </A>
        <ExportTable
          table="village-record"
          name={words().title(placeName(props.record.name))}
          filters={{ village: props.record.code }}
        />
        <Show when={has('county')}>
          <button
            type="button"
            class="button desk-only"
            aria-haspopup="dialog"
            onClick={() => setMerging(true)}
          >
            {words().merger.open}
          </button>
        </Show>
        <Show when={!has('village')}>
          <A
            class="button desk-only"
            href={`/village-entries?township=${props.record.township.code}`}
          >
            <Icon name="table" />
            {words().bulk}
          </A>
        </Show>
      </div>
      <Done text={said()} />
      <Now record={props.record} />
      <Timeline record={props.record} say={setSaid} />
      <FormerVillages former={props.record.former} say={setSaid} />
      <Show when={isMerging()}>
        <MergerDialog
          code={props.record.code}
          name={props.record.name}
          close={() => setMerging(false)}
        />
      </Show>
    </>
  )
}

function Timeline(props: { record: RecordAnswer; say: (text: string | null) => void }) {
  const [search, setSearch] = useSearchParams<{ kind?: string }>()
  const [adding, setAdding] = createSignal<EntryKind | null>(null)
  const words = () => t().villageRecord
  const kind = () => ENTRY_KINDS.find((one) => one === search.kind) ?? null
  const count = (one: EntryKind) => props.record.entries.filter((it) => it.kind === one).length
  const shown = createMemo(() =>
    props.record.entries.filter((it) => kind() === null || it.kind === kind()),
  )
  const mayWrite = (one: EntryKind) => props.record.mayWrite.includes(one)
  const former = createMemo(() => new Map(props.record.former.map((it) => [it.code, it.name])))
  const turn = (next: EntryKind | null) => setSearch({ kind: next }, { scroll: false })
  const begin = (one: EntryKind) => {
    props.say(null)
    setAdding(one)
  }
  return (
    <section class="card">
      <div class="card-head record-tabs">
        <fieldset class="segments" aria-label={words().open}>
          <button type="button" aria-pressed={kind() === null} onClick={() => turn(null)}>
            {words().all} {props.record.entries.length}
          </button>
          <For each={ENTRY_KINDS}>
            {(one) => (
              <button type="button" aria-pressed={kind() === one} onClick={() => turn(one)}>
                {words().kinds[one]} {count(one)}
              </button>
            )}
          </For>
        </fieldset>
      </div>
      <div class="record-acts">
        <For each={kind() ? [kind()!] : ENTRY_KINDS}>
          {(one) => (
            <Show when={mayWrite(one)}>
              <button
                type="button"
                class="button slim"
                aria-haspopup="dialog"
                onClick={() => begin(one)}
              >
                <Icon name="plus" />
                {kind() ? words().add(words().kinds[one]) : words().kinds[one]}
              </button>
            </Show>
          )}
        </For>
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <Blank
            icon="log"
            title={words().none(kind() ? words().kinds[kind()!] : words().all)}
            text={kind() && !mayWrite(kind()!) ? words().noneRead : words().noneText}
          />
        }
      >
        <ol class="record-entries">
          <For each={shown()}>
            {(entry) => (
              <EntryItem
                entry={entry}
                village={props.record.code}
                former={former().get(entry.village) ?? null}
                noticeDays={props.record.noticeDays}
                mayWrite={mayWrite(entry.kind)}
                say={props.say}
              />
            )}
          </For>
        </ol>
      </Show>
      <Show when={adding()} keyed>
        {(one) => (
          <EntryForm
            village={props.record.code}
            kind={one}
            close={() => setAdding(null)}
            say={props.say}
          />
        )}
      </Show>
    </section>
  )
}
