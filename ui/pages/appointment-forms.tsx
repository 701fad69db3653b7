import { useAction } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { type FormFile, type FormReading, writeForm } from '../appointment-forms.ts'
import { problemOf } from '../client.ts'
import { Done } from '../parts/account/notices.tsx'
import { createSending } from '../parts/account/sending.ts'
import { DropForms } from '../parts/appointment-forms/drop-forms.tsx'
import { FileList } from '../parts/appointment-forms/file-list.tsx'
import {
  candidateOf,
  chosenFor,
  isSure,
  type Loaded,
  loadedOf,
} from '../parts/appointment-forms/loaded.ts'
import { OneForm } from '../parts/appointment-forms/one-form.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { say, t } from '../words/index.ts'

/** Appointment forms that come in: files, what they say beside the pool, and what is taken of each. */
export function AppointmentForms() {
  const words = () => t().appointmentForms
  const [files, setFiles] = createStore<Loaded[]>([])
  const [chosen, setChosen] = createSignal<number | null>(null)
  const told = (file: FormFile, reading: FormReading) => {
    const key = (files.at(-1)?.key ?? 0) + 1
    setFiles(files.length, loadedOf(key, file, reading))
    if (chosen() === null) setChosen(key)
  }
  const change = (key: number, changed: Partial<Loaded>) =>
    setFiles((one) => one.key === key, changed)
  return (
    <>
      <Title text={words().title} />
      <div class="page-head">
        <div class="titles">
          <h1>{words().title}</h1>
          <p class="hint">{words().hint}</p>
        </div>
      </div>
      <section class="card" aria-labelledby="form-open">
        <div class="card-head">
          <h2 id="form-open">{words().open}</h2>
        </div>
        <div class="card-body start">
          <DropForms told={told} />
        </div>
      </section>
      <Show
        when={files.length > 0}
        fallback={
          <section class="card">
            <Blank icon="paper" title={words().none} text={words().noneText} />
          </section>
        }
      >
        <Sure files={files} change={change} clear={() => setFiles([])} />
        <div class="form-desk">
          <section class="card" aria-labelledby="form-files">
            <div class="card-head">
              <h2 id="form-files">{words().files}</h2>
              <span class="hint">{files.length}</span>
            </div>
            <FileList files={files} chosen={chosen()} choose={setChosen} />
          </section>
          <Show when={files.find(({ key }) => key === chosen())?.key} keyed fallback={<Pick />}>
            {(key) => (
              <Chosen
                loaded={files.find((one) => one.key === key)!}
                change={(changed) => change(key, changed)}
              />
            )}
          </Show>
        </div>
      </Show>
    </>
  )
}

/** All that are beyond doubt at once: what the portraits lack, and nothing written over. */
function Sure(props: {
  files: readonly Loaded[]
  change: (key: number, changed: Partial<Loaded>) => void
  clear: () => void
}) {
  const words = () => t().appointmentForms
  const write = useAction(writeForm)
  const [said, setSaid] = createSignal<{ done: number; failed: number } | null>(null)
  const sure = () => props.files.filter(isSure)
  const sending = createSending(async () => {
    const count = { done: 0, failed: 0 }
    for (const { key, file, reading, whom } of sure()) {
      const { take, relatives } = chosenFor(reading, whom)
      const { revision } = candidateOf(reading, whom)!.person
      try {
        const { id } = await write(file, { talent: whom, take, relatives }, revision)
        props.change(key, { written: id, problem: null })
        count.done++
      } catch (error) {
        const { title, detail } = problemOf(error)
        props.change(key, { problem: `${title} ${detail}` })
        count.failed++
      }
    }
    setSaid(count)
  })
  const text = () => {
    const count = said()
    if (!count) return null
    const failed = count.failed > 0 ? ` ${words().notWritten(count.failed)}` : ''
    return `${words().wrote(count.done)}${failed}`
  }
  return (
    <div class="form-sure">
      <Done text={text()} isWeak={(said()?.failed ?? 0) > 0} />
      <div class="row wrap">
        <Show when={sure().length > 0}>
          <button
            type="button"
            class="button primary"
            aria-disabled={sending.isBusy()}
            onClick={() => void sending.start()}
          >
            {sending.isBusy() ? words().writing : words().writeSure(sure().length)}
          </button>
          <span class="hint">{words().writeSureHint}</span>
        </Show>
        <button
          type="button"
          class="button push"
          disabled={sending.isBusy()}
          onClick={() => props.clear()}
        >
          {words().clear}
        </button>
      </div>
    </div>
  )
}

function Chosen(props: { loaded: Loaded; change: (changed: Partial<Loaded>) => void }) {
  return (
    <section class="card" aria-labelledby="form-chosen">
      <div class="card-head">
        <h2 id="form-chosen">{props.loaded.reading.read?.name || props.loaded.file.form.name}</h2>
        <span class="hint">{props.loaded.file.form.name}</span>
      </div>
      <div class="card-body">
        <Show
          when={props.loaded.reading.read}
          fallback={
            <p class="note missed" role="alert">
              <Icon name="warning" />
              <span>{props.loaded.reading.fault && say(props.loaded.reading.fault)}</span>
            </p>
          }
        >
          {(read) => <OneForm loaded={props.loaded} read={read()} change={props.change} />}
        </Show>
      </div>
    </section>
  )
}

function Pick() {
  return (
    <section class="card">
      <p class="card-body hint">{t().appointmentForms.pick}</p>
    </section>
  )
}
