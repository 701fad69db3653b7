import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { type Grid, gridOf } from '../checks.ts'
import { placeName } from '../names.ts'
import { monthBefore } from '../parts/attendance/drafts.ts'
import { MonthForm } from '../parts/attendance/month-form.tsx'
import { YearGrid } from '../parts/attendance/year-grid.tsx'
import { useBoardAddress } from '../parts/checks/address.ts'
import { Blank, View } from '../parts/states.tsx'
import { today } from '../parts/talent/when.ts'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

const PATH = '/attendance'
/** Years that can be chosen: this one and two back, as the server takes them. */
const YEARS = 3
type Address = ReturnType<typeof useBoardAddress>

/** What a village keeps of its people under cultivation, month by month. */
export function Attendance() {
  const address = useBoardAddress(PATH)
  return (
    <>
      <Title text={t().attendance.title} />
      <View rows={10}>
        <Shown address={address} />
      </View>
    </>
  )
}

function Shown(props: { address: Address }) {
  const asked = () => props.address.asked()
  const grid = createAsync(() => gridOf(asked().village, asked().year))
  const month = () => monthOf(asked().month, grid.latest)
  /** January looks back into the year before. */
  const before = createAsync(async () => {
    const year = monthBefore(month()).slice(0, 4)
    return (await gridOf(grid()?.village.code, year)).people
  })
  return (
    <Show when={grid.latest}>
      {(known) => (
        <>
          <Head grid={known()} address={props.address} />
          <Show
            when={known().people.length > 0}
            fallback={
              <section class="card">
                <Blank
                  icon="people"
                  title={t().attendance.emptyTitle}
                  text={t().attendance.emptyText}
                />
              </section>
            }
          >
            <Months grid={known()} month={month()} address={props.address} />
            <Show when={`${known().village.code} ${month()}`} keyed>
              <MonthForm
                grid={known()}
                month={month()}
                monthName={monthName(month())}
                before={before.latest ?? []}
              />
            </Show>
            <div class="desk-only">
              <YearGrid grid={known()} month={month()} />
            </div>
          </Show>
        </>
      )}
    </Show>
  )
}

const monthName = (month: string) =>
  t().attendance.monthOf(month.slice(0, 4), Number(month.slice(5)))

/** The month in the address, else the last one that has begun. */
function monthOf(asked: string | undefined, grid: Grid | undefined): string {
  const open = grid?.months.filter(({ isOpen }) => isOpen).map(({ month }) => month) ?? []
  return asked && open.includes(asked) ? asked : (open.at(-1) ?? today().slice(0, 7))
}

function Head(props: { grid: Grid; address: Address }) {
  const year = Number(today().slice(0, 4))
  const years = Array.from({ length: YEARS }, (_, back) => String(year - back))
  return (
    <div class="page-head sheet-page-head">
      <div class="titles row wrap">
        <h1>{t().attendance.title}</h1>
        <span class="hint">
          {placeName(props.grid.village.name)}
          {t().separator}
          {t().attendance.hint}
        </span>
      </div>
      <div class="row wrap push sheet-choices">
        <Show when={props.grid.villages.length > 1}>
          <select
            class="input"
            aria-label={t().attendance.village}
            onChange={(event) => props.address.set({ village: event.currentTarget.value })}
          >
            <For each={props.grid.villages}>
              {({ code, name }) => (
                <option value={code} selected={code === props.grid.village.code}>
                  {placeName(name)}
                </option>
              )}
            </For>
          </select>
        </Show>
        <select
          class="input"
          aria-label={t().attendance.year}
          onChange={(event) =>
            props.address.set({ year: event.currentTarget.value, month: undefined })
          }
        >
          <For each={years}>
            {(one) => (
              <option value={one} selected={one === props.grid.year}>
                {one}
              </option>
            )}
          </For>
        </select>
      </div>
    </div>
  )
}

function Months(props: { grid: Grid; month: string; address: Address }) {
  const all = () => props.grid.people.length
  return (
    <nav class="month-strip" aria-label={t().attendance.months}>
      <For each={props.grid.months}>
        {({ month, kept, isOpen }) => (
          <button
            type="button"
            disabled={!isOpen}
            aria-current={month === props.month ? 'true' : undefined}
            title={isOpen ? t().attendance.keptLabel(monthName(month), kept, all()) : undefined}
            onClick={() => props.address.set({ month })}
          >
            <span>{t().attendance.month(Number(month.slice(5)))}</span>
            <small>
              {isOpen ? t().attendance.keptOf(Math.min(kept, all()), all()) : t().attendance.future}
            </small>
          </button>
        )}
      </For>
    </nav>
  )
}
