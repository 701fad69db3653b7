import { createAsync, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Lack, type Overview, overviewOf } from '../cultivation-overview.ts'
import { placeName } from '../names.ts'
import { type Of, quarterName } from '../parts/cultivation/figures.ts'
import { PeopleList } from '../parts/cultivation/people-list.tsx'
import { PulseCard } from '../parts/cultivation/pulse-card.tsx'
import { Tiles } from '../parts/cultivation/tiles.tsx'
import { TownshipCards } from '../parts/cultivation/township-cards.tsx'
import { TownshipTable } from '../parts/cultivation/township-table.tsx'
import { Drawer } from '../parts/layers.tsx'
import { isPhone } from '../parts/phone.ts'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { t } from '../words/index.ts'

const w = () => t().cultivationOverview

/** How cultivation stands: by township for the county, the own figures and people for a township. */
export function Cultivation() {
  const [search, setSearch] = useSearchParams<{ quarter?: string }>()
  const answer = createAsync(() => overviewOf(search.quarter))
  return (
    <>
      <Title text={w().title} />
      <View rows={12}>
        <Show when={answer.latest ?? answer()}>
          {(known) => (
            <>
              <Head overview={known()} choose={(quarter) => setSearch({ quarter })} />
              <Show when={known().total.people > 0} fallback={<Nobody />}>
                <Shown overview={known()} />
              </Show>
            </>
          )}
        </Show>
      </View>
    </>
  )
}

function Head(props: { overview: Overview; choose: (quarter: string) => void }) {
  return (
    <div class="page-head wrap-head">
      <div class="titles">
        <h1>{w().title}</h1>
        <p class="hint">
          {w().asOf(props.overview.today)}
          {t().clause}
          {w().checksDue(props.overview.checksDueOn)}
        </p>
      </div>
      <label class="row push">
        <span class="second nowrap">{w().quarter}</span>
        <select
          class="input"
          aria-label={w().quarter}
          onChange={(event) => props.choose(event.currentTarget.value)}
        >
          <For each={props.overview.quarters}>
            {(quarter) => (
              <option value={quarter} selected={quarter === props.overview.quarter}>
                {quarterName(quarter)}
              </option>
            )}
          </For>
        </select>
      </label>
    </div>
  )
}

function Shown(props: { overview: Overview }) {
  const has = useRoles()
  const [opened, setOpened] = createSignal<{ lack: Lack; of: Of } | null>(null)
  const open = (lack: Lack, of?: Of) => setOpened({ lack, of })
  return (
    <>
      <Tiles overview={props.overview} counts={props.overview.total} open={open} />
      <Show when={has('county')} fallback={<OwnPeople overview={props.overview} />}>
        <Show when={isPhone()} fallback={<TownshipTable overview={props.overview} open={open} />}>
          <TownshipCards overview={props.overview} open={open} />
        </Show>
      </Show>
      <View rows={5}>
        <PulseCard />
      </View>
      <Behind overview={props.overview} opened={opened()} close={() => setOpened(null)} />
    </>
  )
}

/** A township's people, all of them or those who lack something. */
function OwnPeople(props: { overview: Overview }) {
  const [lack, setLack] = createSignal<Lack>('people')
  return (
    <section class="card" aria-labelledby="own-people">
      <div class="card-head wrap">
        <h2 id="own-people">{w().ownPeople}</h2>
        <select
          class="input push behind-choice"
          aria-label={w().which}
          onChange={(event) => setLack(event.currentTarget.value as Lack)}
        >
          <For each={Object.entries(w().lack)}>
            {([id, text]) => (
              <option value={id} selected={id === lack()}>
                {text}
              </option>
            )}
          </For>
        </select>
      </div>
      <View rows={6}>
        <PeopleList
          lack={lack()}
          township={undefined}
          quarter={props.overview.quarter}
          trainingHours={props.overview.trainingHours}
        />
      </View>
    </section>
  )
}

function Behind(props: {
  overview: Overview
  opened: { lack: Lack; of: Of } | null
  close: () => void
}) {
  return (
    <Show when={props.opened} keyed>
      {({ lack, of }) => (
        <Drawer
          isOpen
          onClose={props.close}
          title={w().lack[lack]}
          hint={of ? placeName(of.name) : w().whole}
        >
          <View rows={8}>
            <PeopleList
              lack={lack}
              township={of?.code}
              quarter={props.overview.quarter}
              trainingHours={props.overview.trainingHours}
            />
          </View>
        </Drawer>
      )}
    </Show>
  )
}

function Nobody() {
  return (
    <section class="card">
      <Blank icon="cap" title={w().emptyTitle} text={w().emptyText} />
    </section>
  )
}
