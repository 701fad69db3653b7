import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { placeName } from '../names.ts'
import { SelectField } from '../parts/account/fields.tsx'
import { Done, Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { Icon } from '../parts/icon.tsx'
import { SheetDrop } from '../parts/imports/sheet-drop.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { SheetCheck } from '../parts/village-record/sheet-check.tsx'
import { previewSheet, refusalOf, saveEntrySheet } from '../parts/village-record/sheet-upload.ts'
import { placesOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import { ENTRY_KINDS, type EntryKind, type SheetPreview } from '../village-record.ts'
import { t } from '../words/index.ts'

/** One kind of fact about all villages of a township: a sheet out, and in again after a look. */
export function VillageEntries() {
  const [search, setSearch] = useSearchParams<{ kind?: string; township?: string }>()
  const [preview, setPreview] = createSignal<SheetPreview | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  const words = () => t().villageRecord.sheet
  const kind = (): EntryKind => ENTRY_KINDS.find((one) => one === search.kind) ?? 'audit'
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles">
          <h1>{words().title}</h1>
          <p class="hint">{words().hint}</p>
        </div>
      </div>
      <Done text={said()} />
      <View rows={6}>
        <section class="card">
          <Show
            when={preview()}
            keyed
            fallback={
              <Steps
                kind={kind()}
                township={search.township ?? ''}
                turn={(change) => setSearch(change, { scroll: false })}
                begin={() => setSaid(null)}
                take={setPreview}
              />
            }
          >
            {(known) => (
              <SheetCheck
                preview={known}
                again={() => setPreview(null)}
                done={(text) => {
                  setPreview(null)
                  setSaid(text)
                }}
              />
            )}
          </Show>
        </section>
      </View>
    </>
  )
}

function Steps(props: {
  kind: EntryKind
  township: string
  turn: (change: { kind?: string; township?: string | null }) => void
  begin: () => void
  take: (preview: SheetPreview) => void
}) {
  const words = () => t().villageRecord.sheet
  const has = useRoles()
  const places = createAsync(() => placesOf())
  const saving = createSending(() => saveEntrySheet(props.kind, props.township))
  const townships = () =>
    (places()?.townships ?? [])
      .filter(({ villages }) => villages.length > 0)
      .map(({ code, name }) => ({ value: code, name: placeName(name) }))
  return (
    <Show
      when={!places() || townships().length > 0}
      fallback={<Blank icon="village" title={words().noTownship} text={words().hint} />}
    >
      <div class="record-choice">
        <SelectField
          label={words().kind}
          value={props.kind}
          set={(kind) => props.turn({ kind })}
          choices={ENTRY_KINDS.map((one) => ({
            value: one,
            name: t().villageRecord.kinds[one],
          }))}
        />
        <Show when={has('county')}>
          <SelectField
            label={words().township}
            value={props.township}
            set={(township) => props.turn({ township: township === '' ? null : township })}
            choices={townships()}
            none={words().allTownships}
          />
        </Show>
      </div>
      <ol class="course-steps">
        <li>
          <h2>{words().step1}</h2>
          <p class="second">{words().step1Text}</p>
          <Refusal problem={saving.problem()} />
          <button
            type="button"
            class="button"
            aria-disabled={saving.isBusy()}
            onClick={() => void saving.start()}
          >
            <Icon name="download" />
            {saving.isBusy() ? words().downloading : words().download}
          </button>
        </li>
        <li>
          <h2>{words().step2}</h2>
          <p class="second">{words().step2Text}</p>
          <SheetDrop
            words={t().villageRecord.sheet}
            refusalOf={refusalOf}
            send={(...sent) => previewSheet(props.kind, ...sent)}
            begin={props.begin}
            take={props.take}
          />
        </li>
      </ol>
    </Show>
  )
}
