import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type Grid, type GridPerson, keepAttendances } from '../../checks.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'
import { warnOnLeave } from '../account/leaving.ts'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { bodyOf, cellOf, type Draft, draftOf, isWhole, monthBefore } from './drafts.ts'
import { ForgetMonth } from './forget-month.tsx'
import { MonthRow } from './month-row.tsx'

type Props = { grid: Grid; month: string; monthName: string; before: readonly GridPerson[] }

/** One month of a village: typed row by row, saved together; what is not saved stays typed. */
export function MonthForm(props: Props) {
  const [drafts, setDrafts] = createSignal<ReadonlyMap<string, Draft>>(new Map())
  const [failed, setFailed] = createSignal<ReadonlyMap<string, string>>(new Map())
  const [said, setSaid] = createSignal<string | null>(null)
  const [isCopying, setCopying] = createSignal(false)
  const [forgetting, setForgetting] = createSignal<GridPerson | null>(null)
  const sending = createSending(useAction(keepAttendances))
  warnOnLeave(() => drafts().size > 0)
  const draft = (person: GridPerson) =>
    drafts().get(person.talent.id) ?? draftOf(cellOf(person, props.month))
  const set = (id: string, next: Draft) => {
    setSaid(null)
    setFailed((before) => without(before, id))
    setDrafts((before) => new Map(before).set(id, next))
  }
  const toSave = () =>
    props.grid.people.filter((person) => {
      const one = drafts().get(person.talent.id)
      return one !== undefined && isWhole(one, props.month)
    })
  const copied = () => copiedFrom(props, drafts())
  async function save() {
    const rows = toSave().map((person) => ({
      ...{ ...bodyOf(draft(person)), talent: person.talent.id },
      revision: cellOf(person, props.month)?.revision ?? 0,
    }))
    if (rows.length === 0) return
    const sent = await sending.start({ month: props.month, rows })
    if (!sent) return
    const { results } = sent.answer
    const done = results.filter((one) => one.done).map(({ talent }) => talent)
    setDrafts((before) => done.reduce(without, before))
    setFailed(
      new Map(
        results.flatMap(({ talent, problem }) =>
          problem ? [[talent, say(problem)] as const] : [],
        ),
      ),
    )
    setSaid(done.length > 0 ? t().attendance.saved(done.length) : null)
  }
  return (
    <section class="card" aria-labelledby="month-form">
      <div class="card-head">
        <h2 id="month-form">{t().attendance.tableTitle(props.monthName)}</h2>
        <span class="hint">{t().attendance.tableHint}</span>
        <button
          type="button"
          class="button slim push"
          aria-haspopup="dialog"
          disabled={copied().length === 0}
          title={copied().length === 0 ? t().attendance.copyNone : undefined}
          onClick={() => setCopying(true)}
        >
          {t().attendance.copy}
        </button>
      </div>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <section class="scroll" tabindex="0" aria-labelledby="month-form">
          <table class="table month-table" aria-labelledby="month-form">
            <thead>
              <tr>
                <th scope="col">{t().attendance.name}</th>
                <th scope="col">{t().attendance.last}</th>
                <th scope="col">{t().attendance.days}</th>
                <th scope="col">{t().attendance.meetings}</th>
                <th scope="col">{t().attendance.remarks}</th>
                <th scope="col">{t().checks.head.state}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.grid.people}>
                {(person) => (
                  <MonthRow
                    person={person}
                    month={props.month}
                    last={beforeOf(props, person.talent.id)}
                    draft={draft(person)}
                    isChanged={drafts().has(person.talent.id)}
                    problem={failed().get(person.talent.id) ?? null}
                    set={(next) => set(person.talent.id, next)}
                    forget={() => setForgetting(person)}
                  />
                )}
              </For>
            </tbody>
          </table>
        </section>
        <div class="card-body month-foot">
          <Refusal problem={sending.problem()} />
          <Done text={said()} />
          <Show when={failed().size > 0}>
            <div class="note missed" role="alert">
              <Icon name="warning" />
              <span>
                <b>{t().attendance.failed(failed().size)}</b>{' '}
                <For each={[...failed()]}>
                  {([id, why]) => (
                    <span>
                      {personName(nameOf(props.grid, id))}
                      {t().colon}
                      {why}{' '}
                    </span>
                  )}
                </For>
              </span>
            </div>
          </Show>
          <button
            type="submit"
            class="button primary"
            aria-disabled={sending.isBusy() ? 'true' : undefined}
            disabled={toSave().length === 0}
          >
            {sending.isBusy()
              ? t().attendance.saving
              : toSave().length > 0
                ? t().attendance.save(toSave().length)
                : t().attendance.saveNone}
          </button>
        </div>
      </form>
      <Ask
        isOpen={isCopying()}
        close={() => setCopying(false)}
        title={t().attendance.copyTitle(copied().length, props.monthName)}
        verb={t().attendance.copyDo(copied().length)}
        act={async () => {
          const list = copied()
          setDrafts((before) => new Map([...before, ...list]))
          setSaid(t().attendance.copied(list.length))
        }}
      >
        <p>{t().attendance.copyText}</p>
      </Ask>
      <ForgetMonth
        person={forgetting()}
        month={props.month}
        monthName={props.monthName}
        close={() => setForgetting(null)}
        say={setSaid}
      />
    </section>
  )
}

const nameOf = (grid: Grid, id: string) =>
  grid.people.find(({ talent }) => talent.id === id)?.talent.name ?? ''

function beforeOf({ before, month }: Props, id: string) {
  const person = before.find(({ talent }) => talent.id === id)
  return person ? cellOf(person, monthBefore(month)) : null
}

/** Whoever has no entry yet and had one the month before. */
function copiedFrom(props: Props, drafts: ReadonlyMap<string, Draft>): [string, Draft][] {
  return props.grid.people.flatMap((person): [string, Draft][] => {
    const { id } = person.talent
    const last = beforeOf(props, id)
    const isOpen = cellOf(person, props.month) === null && !drafts.has(id) && person.mayWrite
    return isOpen && last ? [[id, { ...draftOf(last), remarks: '' }]] : []
  })
}

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  const next = new Map(map)
  next.delete(id)
  return next
}
