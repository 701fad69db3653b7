import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { type BulkResult, makePlans, type Templates, templatesOf } from '../../cultivation-plan.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Field, SelectField } from '../account/fields.tsx'
import { Done } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { today } from '../talent/when.ts'

const MOST = 100

type Given = { ids: readonly string[]; close: () => void }

/** Plans for the chosen people from one template; whose could not be made is said one by one. */
export function MakePlans(props: Given & { isOpen: boolean }) {
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={props.close}
      title={t().cultivationPlan.bulk.title(props.ids.length)}
    >
      <Body ids={props.ids} close={props.close} />
    </Panel>
  )
}

function Body(props: Given) {
  const [results, setResults] = createSignal<BulkResult[] | null>(null)
  return (
    <Show
      when={results()}
      fallback={<Form ids={props.ids} close={props.close} done={setResults} />}
    >
      {(known) => <Results results={known()} close={props.close} />}
    </Show>
  )
}

function Form(props: Given & { done: (results: BulkResult[]) => void }) {
  const known = createAsync<Templates | undefined>(() => templatesOf(), { initialValue: undefined })
  const templates = () => (known.latest?.templates ?? []).filter(({ isRetired }) => !isRetired)
  const [template, setTemplate] = createSignal('')
  const [startsOn, setStartsOn] = createSignal(today())
  const [isMissing, setMissing] = createSignal(false)
  const make = useAction(makePlans)
  const words = () => t().cultivationPlan.bulk
  const sending = createSending(async () => {
    const asked = { template: template(), talents: [...props.ids], startsOn: startsOn() }
    props.done((await make(asked)).results)
  })
  function submit() {
    setMissing(template() === '')
    if (!isMissing() && props.ids.length <= MOST) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['startsOn', 'template']}
      verb={words().do}
      busy={words().working}
      submit={submit}
      cancel={props.close}
    >
      <Show
        when={props.ids.length <= MOST}
        fallback={<p class="note weak">{words().tooMany(props.ids.length)}</p>}
      >
        <p class="second">{words().effect}</p>
      </Show>
      <SelectField
        label={words().template}
        none={words().chooseTemplate}
        value={template()}
        choices={templates().map(({ id, name }) => ({ value: id, name }))}
        error={isMissing() ? words().need : sending.errorAt('template')}
        set={setTemplate}
      />
      <Field label={words().startsOn} error={sending.errorAt('startsOn')}>
        {(given) => (
          <input
            {...given()}
            class="input"
            type="date"
            name="startsOn"
            value={startsOn()}
            onInput={(event) => setStartsOn(event.currentTarget.value)}
          />
        )}
      </Field>
    </DialogForm>
  )
}

function Results(props: { results: BulkResult[]; close: () => void }) {
  const words = () => t().cultivationPlan.bulk
  const failed = () => props.results.filter(({ plan }) => plan === null)
  return (
    <div class="form">
      <Done
        text={words().done(props.results.length - failed().length, props.results.length)}
        isWeak={failed().length > 0}
      />
      <Show when={failed().length > 0}>
        <p>{words().failed(failed().length)}</p>
        <ul class="lines bulk-failed">
          <For each={failed()}>
            {({ talent, name, problem }) => (
              <li>
                <Show when={name} fallback={words().outside}>
                  {(known) => (
                    <A class="medium" href={`/talents/${talent}/cultivation`}>
                      {personName(known())}
                    </A>
                  )}
                </Show>
                <p class="hint">{problem && say(problem)}</p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="row">
        <button type="button" class="button primary push" onClick={() => props.close()}>
          {words().finish}
        </button>
      </div>
    </div>
  )
}
