import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName } from '../../names.ts'
import { type BulkResult, type NomineeRow, type Round, signAll } from '../../review.ts'
import { useSession } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { Panel } from '../layers.tsx'
import { StateWord } from '../mark.tsx'
import { ActFields } from './acts/act-fields.tsx'
import { createActEdit } from './acts/draft.ts'
import { ACT_FORMS } from './acts/forms.ts'
import { NoticeEnd } from './acts/notice-end.tsx'
import { seatOf } from './say.ts'
import type { Selection } from './selection.ts'

/** What one signature may say of several: nothing that has figures or papers of each. */
const BULK = ['pass', 'publish', 'end-notice'] as const
type BulkKind = (typeof BULK)[number]
const PASSED = ['check', 'joint-review', 'approval']

/** Several people signed for at once, as far as they stand at stages of one kind. */
export function BulkBar(props: {
  rows: readonly NomineeRow[]
  selection: Selection
  round: Round | undefined
}) {
  const [asked, setAsked] = createSignal<{ kind: BulkKind; rows: NomineeRow[] } | null>(null)
  const chosen = () => props.selection.chosen()
  const kinds = () => kindsOf(chosen(), props.round)
  return (
    <div class="bulk">
      <label class="row">
        <input
          type="checkbox"
          checked={chosen().length > 0 && chosen().length === props.rows.length}
          onChange={(event) => props.selection.all(event.currentTarget.checked)}
        />
        {chosen().length > 0 ? t().review.bulk.chosen(chosen().length) : t().review.bulk.chooseAll}
      </label>
      <Show when={chosen().length > 0}>
        <Show
          when={kinds().length > 0}
          fallback={<span class="hint">{whyNone(chosen(), props.round)}</span>}
        >
          <span class="row wrap push">
            <For each={kinds()}>
              {(kind) => (
                <button
                  type="button"
                  class="button slim primary"
                  onClick={() => setAsked({ kind, rows: chosen() })}
                >
                  {t().review.act[kind]} {chosen().length}
                </button>
              )}
            </For>
          </span>
        </Show>
      </Show>
      <Show when={asked()} keyed>
        {({ kind, rows }) => (
          <BulkPanel
            kind={kind}
            rows={rows}
            close={() => {
              setAsked(null)
              props.selection.all(false)
            }}
          />
        )}
      </Show>
    </div>
  )
}

function BulkPanel(props: { kind: BulkKind; rows: NomineeRow[]; close: () => void }) {
  const { account } = useSession()
  const signing = useAction(signAll)
  const form = ACT_FORMS[props.kind]
  const context = () => ({ nominee: null, account: account(), given: {} })
  const [results, setResults] = createSignal<BulkResult[] | null>(null)
  const edit = createActEdit(form, context, async (act) => {
    const chosen = props.rows.map(({ id, revision }) => ({ id, revision }))
    setResults((await signing(chosen, act)).results)
  })
  const isBusy = () => edit.sending.isBusy()
  return (
    <Panel
      isOpen
      onClose={props.close}
      isHeld={isBusy()}
      title={results() ? t().review.bulk.results : t().review.bulk.title(props.rows.length)}
      footer={
        <Show
          when={results() === null}
          fallback={
            <button type="button" class="button primary push" onClick={() => props.close()}>
              {t().review.bulk.close}
            </button>
          }
        >
          <button type="button" class="button" onClick={() => props.close()}>
            {t().review.cancel}
          </button>
          <button
            type="button"
            class="button primary push"
            aria-disabled={isBusy()}
            onClick={() => void edit.submit()}
          >
            {isBusy() ? t().review.signing : signManyWords(props.kind, props.rows.length)}
          </button>
        </Show>
      }
    >
      <Show when={results()} fallback={<Question />}>
        {(known) => <Results rows={props.rows} results={known()} />}
      </Show>
    </Panel>
  )

  function Question() {
    return (
      <form class="form" novalidate onSubmit={(event) => event.preventDefault()}>
        <Refusal problem={edit.sending.problem()} fields={edit.places()} />
        <p>{t().review.bulk.question}</p>
        <ul class="bulk-names">
          <For each={props.rows}>
            {({ talent, target }) => (
              <li>
                <span class="medium">{personName(talent.name)}</span>{' '}
                <span class="hint">{seatOf(target)}</span>
              </li>
            )}
          </For>
        </ul>
        <ActFields
          fields={edit.fields()}
          draft={edit.draft()}
          set={edit.set}
          errorAt={edit.errorAt}
          sums={edit.sums()}
        />
        <Show when={props.kind === 'publish'}>
          <NoticeEnd draft={edit.draft()} />
        </Show>
      </form>
    )
  }
}

function Results(props: { rows: readonly NomineeRow[]; results: readonly BulkResult[] }) {
  const done = () => props.results.filter((one) => one.done).length
  const nameOf = (id: string) => props.rows.find((row) => row.id === id)?.talent.name ?? id
  return (
    <div class="form">
      <p role="status">
        {done() === props.results.length
          ? t().review.bulk.allDone(done())
          : t().review.bulk.someDone(done(), props.results.length)}
      </p>
      <ul class="bulk-names">
        <For each={props.results}>
          {({ id, problem }) => (
            <li>
              <span class="medium">{personName(nameOf(id))}</span>{' '}
              <StateWord state={problem ? 'missed' : 'met'}>
                {problem ? say(problem) : t().review.bulk.done}
              </StateWord>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}

function kindsOf(rows: readonly NomineeRow[], round: Round | undefined): BulkKind[] {
  const kinds = stageKinds(rows, round)
  if (kinds.every((kind) => PASSED.includes(kind))) return ['pass']
  return kinds.every((kind) => kind === 'notice') ? ['publish', 'end-notice'] : []
}

function whyNone(rows: readonly NomineeRow[], round: Round | undefined): string {
  const isSigned = (kind: string) => PASSED.includes(kind) || kind === 'notice'
  return stageKinds(rows, round).some(isSigned) ? t().review.bulk.mixed : t().review.bulk.none
}

const stageKinds = (rows: readonly NomineeRow[], round: Round | undefined) =>
  rows.map(({ stage }) => round?.stages.find(({ id }) => id === stage)?.kind ?? '')

function signManyWords(kind: BulkKind, n: number): string {
  const { sign } = t().review
  if (kind === 'pass') return sign.passMany(n)
  return kind === 'publish' ? sign.publishMany(n) : sign.endMany(n)
}
