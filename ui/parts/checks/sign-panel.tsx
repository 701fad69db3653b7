import { createSignal, For, Show } from 'solid-js'
import type { ChecksBody, ConclusionsBody, Grade, Result } from '../../checks.ts'
import { personName } from '../../names.ts'
import { useSession } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { valueName } from './aspects.ts'
import type { Draft } from './drafts.ts'

export type ToSign = { id: string; draft: Draft & { grade: Grade } }
/** What one request carries. */
export const MOST = 200

type Values = Record<string, string | null | undefined>
const said = ({ id, draft }: ToSign) => ({
  ...{ talent: id, grade: draft.grade, remarks: draft.remarks.trim(), instead: draft.instead },
})

/** As they are sent. */
export function quarterBody(one: ToSign): ChecksBody['checks'][number] {
  const {
    attitude = null,
    tasks = null,
    public: ofPublic = null,
    growth = null,
  }: Values = one.draft.grades
  const grades = { attitude, tasks, public: ofPublic, growth }
  return { ...said(one), grades: grades as ChecksBody['checks'][number]['grades'] }
}

export function yearBody(one: ToSign): ConclusionsBody['conclusions'][number] {
  const { daily = null, results = null, reputation = null }: Values = one.draft.grades
  const grades = { daily, results, reputation }
  return { ...said(one), grades: grades as ConclusionsBody['conclusions'][number]['grades'] }
}

type Props = {
  people: readonly ToSign[] | null
  title: (n: number) => string
  isLate: boolean
  send: (people: readonly ToSign[]) => Promise<{ results: Result[] }>
  close: () => void
  onSigned: (ids: string[]) => void
}

/** Names everybody who is signed about, with the grade; what failed says why, person by person. */
export function SignPanel(props: Props) {
  return (
    <Panel
      isOpen={props.people !== null}
      onClose={props.close}
      title={props.title(Math.min(MOST, props.people?.length ?? 0))}
    >
      <Show when={props.people} keyed>
        {(people) => <Sign {...props} people={people.slice(0, MOST)} all={people.length} />}
      </Show>
    </Panel>
  )
}

function Sign(props: Omit<Props, 'people'> & { people: readonly ToSign[]; all: number }) {
  const [results, setResults] = createSignal<Result[] | null>(null)
  const sending = createSending(props.send)
  const again = () => props.people.filter(({ draft }) => draft.instead !== null).length
  async function sign() {
    const sent = await sending.start(props.people)
    if (!sent) return
    const { results } = sent.answer
    const isWhole = results.every(({ done }) => done)
    if (isWhole) props.close()
    else setResults(results)
    props.onSigned(results.flatMap(({ talent, done }) => (done ? [talent] : [])))
  }
  return (
    <Show
      when={results()}
      fallback={
        <div class="form">
          <Refusal problem={sending.problem()} />
          <p>{t().checks.signText}</p>
          <Show when={again() > 0}>
            <p class="medium">{t().checks.signSupersedes(again())}</p>
          </Show>
          <Show when={props.isLate}>
            <p class="state weak">{t().checks.signLate}</p>
          </Show>
          <Show when={props.all > props.people.length}>
            <p>{t().checks.signMore(props.all - props.people.length)}</p>
          </Show>
          <p class="bulk-line">
            <For each={props.people}>
              {({ draft }) => (
                <span>
                  {personName(draft.name)} <b class="medium">{valueName(draft.grade)}</b>
                </span>
              )}
            </For>
          </p>
          <Signature />
          <button
            type="button"
            class="button primary"
            aria-disabled={sending.isBusy() ? 'true' : undefined}
            onClick={() => void sign()}
          >
            {sending.isBusy() ? t().checks.signing : t().checks.signDo(props.people.length)}
          </button>
        </div>
      }
    >
      {(known) => <Failed results={known()} people={props.people} close={props.close} />}
    </Show>
  )
}

function Signature() {
  const { account } = useSession()
  return (
    <div>
      <p class="hint">{t().checks.signature}</p>
      <p class="case-signature">{personName(account().name)}</p>
      <Show when={account().position}>{(position) => <p class="hint">{position()}</p>}</Show>
    </div>
  )
}

function Failed(props: { results: Result[]; people: readonly ToSign[]; close: () => void }) {
  const failed = () => props.results.filter(({ done }) => !done)
  const nameOf = (id: string) => props.people.find((one) => one.id === id)?.draft.name ?? ''
  return (
    <div class="form" role="alert">
      <p>{t().checks.signed(props.results.length - failed().length)}</p>
      <p class="strong">{t().checks.failed(failed().length)}</p>
      <ul class="bulk-names">
        <For each={failed()}>
          {({ talent, problem }) => (
            <li>
              <b class="medium">{personName(nameOf(talent))}</b> {problem ? say(problem) : ''}
            </li>
          )}
        </For>
      </ul>
      <button type="button" class="button" onClick={() => props.close()}>
        {t().checks.closePanel}
      </button>
    </div>
  )
}
