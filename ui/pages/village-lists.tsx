import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { createLive } from '../live.ts'
import { placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { ListTable } from '../parts/readiness/list-table.tsx'
import { TownshipFilter } from '../parts/readiness/township-filter.tsx'
import { VillageListDrawer } from '../parts/readiness/village-list-drawer.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { type ListId, READINESS_KEYS, type VillageLists, villageListsOf } from '../readiness.ts'
import { t } from '../words/index.ts'

const LISTS = ['settled', 'willing', 'none'] as const satisfies ListId[]
const w = () => t().readiness.lists

type Turn = (change: Record<string, string | null>) => void

/** The three lists of the combined role: who is settled, who is willing, where nobody suits. */
export function ThreeLists() {
  const [search, setSearch] = useSearchParams<Record<string, string>>()
  const [said, setSaid] = createSignal<string | null>(null)
  createLive(READINESS_KEYS)
  const text = (key: string) =>
    typeof search[key] === 'string' && search[key] !== '' ? search[key] : undefined
  const list = () => LISTS.find((one) => one === search.list)
  const turn: Turn = (change) => setSearch(change, { scroll: false })
  return (
    <>
      <Title text={w().title} />
      <div class="page-head">
        <div class="titles row wrap">
          <h1>{w().title}</h1>
          <span class="hint">{w().hint}</span>
        </div>
        <span class="push" />
        <ExportTable
          table="village-lists"
          name={w().title}
          filters={{
            ...(text('township') && { township: text('township')! }),
            ...(list() && { list: list()! }),
          }}
        />
        <TownshipFilter
          code={text('township')}
          set={(township) => turn({ township: township ?? null })}
        />
      </div>
      <Done text={said()} />
      <View rows={10}>
        <Listed list={list()} township={text('township')} turn={turn} />
      </View>
      <Show when={text('village')} keyed>
        {(code) => (
          <VillageListDrawer code={code} close={() => turn({ village: null })} say={setSaid} />
        )}
      </Show>
    </>
  )
}

function Listed(props: { list: ListId | undefined; township: string | undefined; turn: Turn }) {
  const answer = createAsync(() => villageListsOf(props.list, props.township))
  return (
    <Show when={answer()}>
      {(known) => (
        <>
          <section class="card">
            <div class="card-head wrap">
              <Tabs list={props.list} counts={known().counts} turn={props.turn} />
              <Show when={known().counts.uncounted > 0}>
                <span class="hint">{w().uncounted(known().counts.uncounted)}</span>
              </Show>
            </div>
            <Show
              when={known().villages.length > 0}
              fallback={<Blank icon="check" title={w().empty} text={w().emptyText} />}
            >
              <ListTable rows={known().villages} open={(village) => props.turn({ village })} />
            </Show>
          </section>
          <Show when={known().townships.length > 1}>
            <Townships lists={known()} turn={props.turn} />
          </Show>
        </>
      )}
    </Show>
  )
}

function Tabs(props: { list: ListId | undefined; counts: VillageLists['counts']; turn: Turn }) {
  const all = () => LISTS.reduce((sum, id) => sum + props.counts[id], 0)
  return (
    <fieldset class="segments" aria-label={w().tabs}>
      <button
        type="button"
        aria-pressed={props.list === undefined}
        onClick={() => props.turn({ list: null })}
      >
        {w().all} {all()}
      </button>
      <For each={LISTS}>
        {(id) => (
          <button
            type="button"
            aria-pressed={id === props.list}
            onClick={() => props.turn({ list: id })}
          >
            {w().names[id]} {props.counts[id]}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function Townships(props: { lists: VillageLists; turn: Turn }) {
  return (
    <section class="card" aria-labelledby="list-townships">
      <div class="card-head">
        <h2 id="list-townships">{w().byTownship}</h2>
      </div>
      <div class="scroll">
        <table class="table" aria-labelledby="list-townships">
          <thead>
            <tr>
              <th scope="col">{w().township}</th>
              <For each={LISTS}>
                {(id) => (
                  <th scope="col" class="number">
                    {w().names[id]}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.lists.townships}>
              {(one) => (
                <tr>
                  <th scope="row" class="medium nowrap">
                    {placeName(one.township.name)}
                  </th>
                  <For each={LISTS}>
                    {(id) => (
                      <td class="number">
                        <Show when={one[id] > 0} fallback="0">
                          <a
                            href={`/village-lists?list=${id}&township=${one.township.code}`}
                            aria-label={`${placeName(one.township.name)} ${w().names[id]} ${one[id]}`}
                          >
                            {one[id]}
                          </a>
                        </Show>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}
