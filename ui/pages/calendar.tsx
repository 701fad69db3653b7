import { createAsync, useAction, useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { type Calendar, calendarOf, followDay, putDay } from '../papers.ts'
import { Refusal } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { type Changed, DayDialog } from '../parts/calendar/day-dialog.tsx'
import { type Cell, cellOf, today, yearIn } from '../parts/calendar/days.ts'
import { Legend } from '../parts/calendar/legend.tsx'
import { OwnDays } from '../parts/calendar/own-days.tsx'
import { Term } from '../parts/calendar/term.tsx'
import { YearGrid } from '../parts/calendar/year-grid.tsx'
import { YearSwitch } from '../parts/calendar/year-switch.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { useRoles } from '../session.ts'
import { say, t } from '../words/index.ts'

/** The working days that notices and time limits count by: the county keeps them, the others read them. */
export function WorkingDays() {
  const has = useRoles()
  const [search, setSearch] = useSearchParams<{ year?: string }>()
  const year = () => yearIn(search.year) ?? Number(today().slice(0, 4))
  const words = () => t().papers.calendar
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles">
          <h1>{words().title}</h1>
          <p class="hint">
            {words().hint} {has('county') ? '' : words().readOnly}
          </p>
        </div>
        <YearSwitch year={year()} choose={(next) => setSearch({ year: String(next) })} />
      </div>
      <View rows={10}>
        <Year year={year()} mayWrite={has('county')} />
      </View>
    </>
  )
}

function Year(props: { year: number; mayWrite: boolean }) {
  const answer = createAsync(() => calendarOf(props.year))
  return (
    <Show when={answer()}>{(known) => <Known calendar={known()} mayWrite={props.mayWrite} />}</Show>
  )
}

function Known(props: { calendar: Calendar; mayWrite: boolean }) {
  const [opened, setOpened] = createSignal<Cell | null>(null)
  const [last, setLast] = createSignal<(Changed & { isUndone?: true }) | null>(null)
  const cell = (day: string) =>
    cellOf(
      day,
      props.calendar.days.find((one) => one.day === day),
    )
  const [put, follow] = [useAction(putDay), useAction(followDay)]
  const following = createSending(async (day: string) => {
    const before = cell(day)
    await follow(day)
    setLast({ day, isOwn: false, before })
  })
  const undoing = createSending(async (change: Changed) => {
    const { day, before } = change
    const { special } = before
    if (special?.kind === 'own')
      await put(day, { isWorking: special.isWorking, name: say(special.name) })
    else await follow(day)
    setLast({ ...change, isUndone: true })
  })
  return (
    <>
      <Source calendar={props.calendar} />
      <Told change={last()} isBusy={undoing.isBusy()} undo={(one) => void undoing.start(one)} />
      <Refusal problem={following.problem() ?? undoing.problem()} />
      <div class="year">
        <section class="card year-card" aria-label={t().papers.calendar.title}>
          <Legend isPublished={props.calendar.isPublished} />
          <YearGrid
            calendar={props.calendar}
            mayWrite={props.mayWrite}
            pick={(day) => setOpened(cell(day))}
          />
        </section>
        <div class="year-side">
          <Term />
          <OwnDays
            calendar={props.calendar}
            mayWrite={props.mayWrite}
            isBusy={following.isBusy()}
            change={(day) => setOpened(cell(day))}
            follow={(day) => void following.start(day)}
          />
        </div>
      </div>
      <Show when={opened()} keyed>
        {(of) => <DayDialog of={of} close={() => setOpened(null)} changed={setLast} />}
      </Show>
    </>
  )
}

/** Whose arrangement it is, or that there is none yet. */
function Source(props: { calendar: Calendar }) {
  const words = () => t().papers.calendar
  return (
    <Show
      when={!props.calendar.isPublished}
      fallback={<p class="hint">{words().published(props.calendar.year)}</p>}
    >
      <p class="note weak">
        <Icon name="warning" />
        <span>
          <b>{words().unknown(props.calendar.year, props.calendar.publishedUntil)}</b>{' '}
          {words().unknownText}
        </span>
      </p>
    </Show>
  )
}

function Told(props: {
  change: (Changed & { isUndone?: true }) | null
  isBusy: boolean
  undo: (change: Changed) => void
}) {
  const words = () => t().papers.calendar
  const text = ({ day, isOwn, isUndone }: Changed & { isUndone?: true }) => {
    if (isUndone) return words().undone(day)
    return isOwn ? words().saved(day) : words().followed(day)
  }
  return (
    <div class="day-told" role="status">
      <Show when={props.change}>
        {(change) => (
          <p class="note done">
            <Icon name="check" />
            <span>{text(change())}</span>
            <Show when={!change().isUndone}>
              <button
                type="button"
                class="link-button push nowrap"
                aria-disabled={props.isBusy}
                onClick={() => props.undo(change())}
              >
                {words().undo}
              </button>
            </Show>
          </p>
        )}
      </Show>
    </div>
  )
}
