import { createEffect, createSignal, on, Show } from 'solid-js'
import type { Result } from '../../checks.ts'
import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Done } from '../account/notices.tsx'
import { KeyHelp } from './answer.tsx'
import type { Aspect } from './aspects.ts'
import { createDrafts, type Draft, lacking } from './drafts.ts'
import { FillPanel } from './fill-panel.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { createChosen } from './selection.ts'
import { type Column, Sheet } from './sheet.tsx'
import { isReady, type SheetRow } from './sheet-row.ts'
import { SignBar } from './sign-bar.tsx'
import { SignPanel, type ToSign } from './sign-panel.tsx'

/** The work on a sheet of people: fill in, look over, sign. What is filled in is kept until it is signed. */
export function SheetWork(props: {
  /** Names the drafts: the kind and the period. */
  sheet: string
  label: string
  rows: readonly SheetRow[]
  columns: readonly Column[]
  aspects: readonly Aspect[]
  isLate: boolean
  hasOpinions: boolean
  keys: readonly (readonly string[])[]
  answerLabel: (name: string) => string
  signTitle: (n: number) => string
  send: (people: readonly ToSign[]) => Promise<{ results: Result[] }>
  /** Turns the page; false when there is none. */
  leave: (step: 1 | -1) => boolean
}) {
  const { account } = useSession()
  const drafts = createDrafts(account().id, props.sheet)
  const chosen = createChosen()
  const [current, setCurrent] = createSignal<string | null>(null)
  const [filling, setFilling] = createSignal<readonly SheetRow[] | null>(null)
  const [signing, setSigning] = createSignal<readonly ToSign[] | null>(null)
  const [history, setHistory] = createSignal<SheetRow | null>(null)
  const [said, setSaid] = createSignal<string | null>(null)
  /** A page further the first row is current, a page back the last. */
  let turned: 1 | -1 | null = null
  createEffect(
    on(
      () => props.rows,
      (rows) => {
        if (turned !== null) setCurrent(rows.at(turned === 1 ? 0 : -1)?.id ?? null)
        turned = null
      },
      { defer: true },
    ),
  )
  const rowOf = (id: string) => props.rows.find((row) => row.id === id)
  const ready = () =>
    [...drafts.all()].filter(([id, one]) => isReady(one, props.aspects, rowOf(id)))
  const incomplete = () =>
    [...drafts.all().values()].filter((one) => lacking(one, props.aspects).length > 0).length
  const sign = (list: readonly (readonly [string, Draft])[]) => {
    setSaid(null)
    setSigning(
      list.flatMap(([id, draft]) =>
        draft.grade === null ? [] : [{ id, draft: { ...draft, grade: draft.grade } }],
      ),
    )
  }
  function fillSame() {
    const people = chosen.people()
    const given = people.filter(({ opinions }) => opinions.length > 0)
    const saidOf = new Map(given.map(({ id, opinions }) => [id, opinions.at(-1)!.grades]))
    drafts.setMany(given, (before, id) => ({ ...before, grades: { ...saidOf.get(id) } }))
    setSaid(t().checks.filledSame(given.length, people.length - given.length))
  }
  return (
    <>
      <Done text={said()} />
      <SignBar
        ready={ready().length}
        lacking={incomplete()}
        chosen={chosen}
        fill={() => setFilling(chosen.people())}
        fillSame={props.hasOpinions ? fillSame : undefined}
        sign={() => sign(ready())}
      />
      <Sheet
        label={props.label}
        rows={props.rows}
        columns={props.columns}
        aspects={props.aspects}
        drafts={drafts}
        chosen={chosen}
        isLate={props.isLate}
        hasOpinions={props.hasOpinions}
        answerLabel={props.answerLabel}
        current={current()}
        setCurrent={setCurrent}
        leave={(step) => {
          turned = props.leave(step) ? step : null
        }}
        sign={(ids) => sign(ready().filter(([id]) => ids.includes(id)))}
        history={setHistory}
      />
      <KeyHelp keys={props.keys} />
      <FillPanel
        people={filling()}
        aspects={props.aspects}
        drafts={drafts}
        close={() => setFilling(null)}
        say={(text) => {
          chosen.none()
          setSaid(text)
        }}
      />
      <Show when={signing() !== null}>
        <SignPanel
          people={signing()}
          title={props.signTitle}
          isLate={props.isLate}
          send={props.send}
          close={() => setSigning(null)}
          onSigned={(ids) => {
            drafts.forget(...ids)
            setSaid(ids.length > 0 ? t().checks.signed(ids.length) : null)
          }}
        />
      </Show>
      <HistoryDrawer person={history()} close={() => setHistory(null)} />
    </>
  )
}
