import { A, useAction } from '@solidjs/router'
import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { personName } from '../../names.ts'
import { type Printed, type Sheet, tellPrint } from '../../prints.ts'
import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { Done, Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Title } from '../title.tsx'
import { usePages } from './page-style.ts'
import { PrintingContext, Watermark } from './sheet.tsx'

type Props = {
  paper: Sheet
  title: string
  back: { href: string; words: string }
  /** Ids of the people, nominees and villages that stand on the sheets; none: nothing to print yet. */
  subjects: readonly string[]
  /** More to choose before printing. */
  fields?: JSX.Element
  /** What is waited for, or lacks. */
  lacks?: string | null
  children: JSX.Element
}

const LEAST_SIGNS = 4

/**
 * Sheets of A4 under a form that asks what they are printed for. Nothing goes on paper before that is written down: a
 * printing of the browser's own shows a sentence instead.
 */
export function PrintFrame(props: Props) {
  usePages()
  const { account } = useSession()
  const printing = createPrinting(props)
  const facts = () => ({
    by: personName(printing.now()?.by ?? account().name),
    day: dayAndTime(printing.now()?.at ?? new Date().toISOString()),
    copy: printing.now()?.copy ?? null,
  })
  return (
    <PrintingContext.Provider value={{ facts, isPublic: () => props.paper === 'notice-text' }}>
      <Title text={props.title} />
      <nav class="crumbs paper-hidden" aria-label={props.back.words}>
        <A href={props.back.href}>
          <Icon name="left" />
          {props.back.words}
        </A>
      </nav>
      <Purpose {...props} printing={printing} />
      <div class="print-frame" data-allowed={printing.now() ? '' : undefined}>
        <p class="print-refused">{t().prints.refused}</p>
        <div class="print-sheets">{props.children}</div>
        <Show when={printing.now()}>
          <div class="print-foot">
            <span>{t().prints.printed(facts().by, facts().day, facts().copy ?? '')}</span>
            <span>{props.paper === 'notice-text' ? t().prints.public : t().prints.internal}</span>
          </div>
          <Show when={props.paper !== 'notice-text'}>
            <Watermark onEveryPage />
          </Show>
        </Show>
      </div>
    </PrintingContext.Provider>
  )
}

type Printing = ReturnType<typeof createPrinting>

/** Each printing is told and has its own number: after the dialog of the browser the next one is told again. */
function createPrinting(props: Props) {
  const tell = useAction(tellPrint)
  const [now, setNow] = createSignal<Printed | null>(null)
  const [last, setLast] = createSignal<Printed | null>(null)
  const sending = createSending(async (purpose: string) => {
    const { paper, subjects } = props
    const printed = await tell({ paper, subjects: [...subjects], purpose })
    setLast(printed)
    setNow(printed)
    await drawn()
    window.print()
  })
  const end = () => setNow(null)
  window.addEventListener('afterprint', end)
  onCleanup(() => window.removeEventListener('afterprint', end))
  return { now, last, sending }
}

/** Pictures and letters have come, and the number stands on the sheets. */
async function drawn() {
  await document.fonts.ready
  await Promise.allSettled([...document.images].map((image) => image.decode()))
  await new Promise((resolve) => requestAnimationFrame(resolve))
}

function Purpose(props: Props & { printing: Printing }) {
  const words = () => t().prints
  const { sending, last } = props.printing
  const [purpose, setPurpose] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const isMissing = () => purpose().trim().length < LEAST_SIGNS
  const isReady = () => props.subjects.length > 0 && !props.lacks
  function submit() {
    setTried(true)
    if (!isMissing() && isReady()) void sending.start(purpose().trim())
  }
  return (
    <section class="card paper-hidden print-form" aria-labelledby="print-title">
      <div class="card-head">
        <h1 id="print-title">{props.title}</h1>
      </div>
      <form
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {props.fields}
        <Refusal problem={sending.problem()} fields={['purpose']} />
        <div class="print-purpose">
          <TextField
            label={words().purpose}
            hint={words().purposeHint}
            name="purpose"
            value={purpose()}
            set={setPurpose}
            maxlength={200}
            error={isTried() && isMissing() ? words().needPurpose : sending.errorAt('purpose')}
          />
          <button
            type="submit"
            class="button primary"
            aria-disabled={sending.isBusy() || !isReady()}
          >
            <Icon name="paper" />
            {sending.isBusy() ? words().telling : words().do}
          </button>
        </div>
        <Show when={props.lacks}>
          {(text) => (
            <p class="hint" role="status">
              {text()}
            </p>
          )}
        </Show>
        <Done text={last() && words().told(last()!.copy)} />
      </form>
    </section>
  )
}
