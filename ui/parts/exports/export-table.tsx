import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import {
  fileAddress,
  makePaper,
  type Paper,
  type PaperAsked,
  paperOf,
  type TableId,
} from '../../exports.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { createPaperProgress } from './progress.ts'

type Props = {
  table: TableId
  /** As the page names it. */
  name: string
  /** What the page narrows the table by now. */
  filters?: Record<string, string>
}

/** Takes the table of a page out as a workbook, with what for: a button to be placed beside it, for offices that make papers. */
export function ExportTable(props: Props) {
  const has = useRoles()
  return (
    <Show when={has('county', 'township')}>
      <Export {...props} />
    </Show>
  )
}

function Export(props: Props) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="download" />
        {t().exportPages.button}
      </button>
      <Panel
        isOpen={isOpen()}
        onClose={() => setOpen(false)}
        title={t().exportPages.dialogTitle(props.name)}
      >
        <AskForPaper
          text={t().exportPages.dialogText}
          asked={(purpose) => ({
            kind: 'tables',
            purpose,
            tables: [{ table: props.table, filters: props.filters ?? {} }],
          })}
          close={() => setOpen(false)}
        />
      </Panel>
    </>
  )
}

/** What for, then how far it is, then the file. */
export function AskForPaper(props: {
  text: string
  asked: (purpose: string) => PaperAsked
  close: () => void
}) {
  const words = () => t().exportPages
  const make = useAction(makePaper)
  const [purpose, setPurpose] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const [paper, setPaper] = createSignal<Paper | null>(null)
  const sending = createSending(async () => {
    const { id } = await make(props.asked(purpose().trim()))
    setPaper(await paperOf(id))
  })
  const isMissing = () => purpose().trim().length < 4
  const submit = () => {
    setTried(true)
    if (!isMissing()) void sending.start()
  }
  return (
    <Show
      when={paper()}
      fallback={
        <DialogForm
          sending={sending}
          fields={['purpose']}
          verb={words().make}
          busy={words().making}
          submit={submit}
          cancel={props.close}
        >
          <p>{props.text}</p>
          <TextField
            label={words().purpose}
            hint={words().purposeHint}
            name="purpose"
            value={purpose()}
            set={setPurpose}
            maxlength={200}
            error={isTried() && isMissing() ? words().needPurpose : sending.errorAt('purpose')}
          />
        </DialogForm>
      }
    >
      {(made) => <Made paper={made()} set={setPaper} close={props.close} />}
    </Show>
  )
}

function Made(props: { paper: Paper; set: (paper: Paper) => void; close: () => void }) {
  const words = () => t().exportPages
  const isMoving = () => props.paper.state === 'waiting' || props.paper.state === 'working'
  const progress = createPaperProgress(
    () => props.paper.id,
    isMoving,
    () => void paperOf(props.paper.id).then(props.set),
  )
  return (
    <div class="form">
      <p role="status">
        {props.paper.problem
          ? say(props.paper.problem)
          : isMoving()
            ? words().asked
            : words().ready}
      </p>
      <Show when={isMoving()}>
        <progress
          max={Math.max(1, progress()?.total ?? props.paper.total)}
          value={progress()?.done ?? 0}
          aria-label={words().progressOf(props.paper.name)}
        />
      </Show>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => props.close()}>
          {words().close}
        </button>
        <Show when={props.paper.canTake}>
          <a
            class="button primary push"
            href={fileAddress(props.paper.id)}
            download={props.paper.name}
          >
            <Icon name="download" />
            {words().download}
          </a>
        </Show>
      </div>
    </div>
  )
}
