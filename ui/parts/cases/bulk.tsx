import { useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type BulkResult, type OpenCase, passCases } from '../../cases.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { seatOf } from './say.ts'
import type { Selection } from './selection.ts'

/** One confirmation that names everybody who is passed; what failed says why, person by person. */
export function BulkPass(props: {
  rows: readonly OpenCase[]
  selection: Selection
  onPassed: (nominees: string[]) => void
}) {
  const [asked, setAsked] = createSignal<readonly OpenCase[] | null>(null)
  const [results, setResults] = createSignal<BulkResult[] | null>(null)
  const passing = useAction(passCases)
  const sending = createSending(passing)
  const chosen = () => props.selection.chosen()
  async function send(cases: readonly OpenCase[]) {
    const sent = await sending.start(cases.map(({ nominee, revision }) => ({ nominee, revision })))
    if (!sent) return
    const failed = sent.answer.results.filter(({ done }) => !done)
    props.selection.all(false)
    if (failed.length > 0) setResults(sent.answer.results)
    else setAsked(null)
    props.onPassed(sent.answer.results.flatMap(({ nominee, done }) => (done ? [nominee] : [])))
  }
  function close() {
    setAsked(null)
    setResults(null)
    sending.clear()
  }
  return (
    <div class="bulk">
      <label class="row">
        <input
          type="checkbox"
          checked={chosen().length === props.rows.length}
          onChange={(event) => props.selection.all(event.currentTarget.checked)}
        />
        {chosen().length > 0 ? t().cases.chosen(chosen().length) : t().cases.chooseAll}
      </label>
      <button
        type="button"
        class="button slim push"
        disabled={chosen().length === 0}
        onClick={() => setAsked(chosen())}
      >
        <Icon name="check" />
        {t().cases.passAll}
      </button>
      <Panel
        isOpen={asked() !== null}
        onClose={close}
        title={t().cases.passTitle(asked()?.length ?? 0)}
      >
        <Show when={asked()}>
          {(cases) => (
            <Show
              when={results()}
              fallback={
                <div class="form">
                  <Refusal problem={sending.problem()} />
                  <p>{t().cases.passText}</p>
                  <ol class="bulk-names">
                    <For each={cases()}>
                      {(one) => (
                        <li>
                          <b class="medium">{personName(one.name)}</b>{' '}
                          <span class="hint">{seatOf(one)}</span>
                        </li>
                      )}
                    </For>
                  </ol>
                  <button
                    type="button"
                    class="button primary"
                    aria-disabled={sending.isBusy() ? 'true' : undefined}
                    onClick={() => void send(cases())}
                  >
                    {sending.isBusy() ? t().cases.sending : t().cases.passDo(cases().length)}
                  </button>
                </div>
              }
            >
              {(known) => <Failed results={known()} cases={cases()} close={close} />}
            </Show>
          )}
        </Show>
      </Panel>
    </div>
  )
}

function Failed(props: { results: BulkResult[]; cases: readonly OpenCase[]; close: () => void }) {
  const failed = () => props.results.filter(({ done }) => !done)
  const nameOf = (nominee: string) =>
    props.cases.find((one) => one.nominee === nominee)?.name ?? t().unknown
  return (
    <div class="form" role="alert">
      <p>{t().cases.passed(props.results.length - failed().length)}</p>
      <p class="strong">{t().cases.failed(failed().length)}</p>
      <ul class="bulk-names">
        <For each={failed()}>
          {({ nominee, problem }) => (
            <li>
              <b class="medium">{personName(nameOf(nominee))}</b> {problem ? say(problem) : ''}
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button" onClick={() => props.close()}>
        {t().cases.closePanel}
      </button>
    </div>
  )
}
