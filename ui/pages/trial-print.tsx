import { A, createAsync, useBeforeLeave, useParams, useSearchParams } from '@solidjs/router'
import { createSignal, For, Match, onCleanup, Show, Switch } from 'solid-js'
import { personName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { CodesSheet } from '../parts/trial-posts/codes-sheet.tsx'
import { FormSheet } from '../parts/trial-posts/form-sheet.tsx'
import { ResultSheet } from '../parts/trial-posts/result-sheet.tsx'
import { type Slips, setSlips, slips, type TrialPostView, trialPostOf } from '../trial-posts.ts'
import { t } from '../words/index.ts'

const SHEETS = ['form', 'result'] as const
const words = () => t().trialPosts.paper

/** Paper of a trial post: slips with codes to cut apart, the blank form, the conclusion. */
export function TrialPrint() {
  const params = useParams<{ id: string }>()
  const [search] = useSearchParams<{ sheet?: string }>()
  return (
    <View rows={14}>
      <Show when={search.sheet === 'codes'} fallback={<Sheets id={params.id} />}>
        <Show when={slips()?.trial.id === params.id && slips()} fallback={<Gone id={params.id} />}>
          {(known) => <Codes slips={known()} />}
        </Show>
      </Show>
    </View>
  )
}

function Sheets(props: { id: string }) {
  const [search, setSearch] = useSearchParams<{ sheet?: string }>()
  const trial = createAsync(() => trialPostOf(props.id))
  const sheet = () => SHEETS.find((one) => one === search.sheet) ?? 'form'
  return (
    <>
      <nav class="crumbs row wrap paper-hidden" aria-label={words().back}>
        <A href={`/trial-posts/${props.id}`}>
          <Icon name="left" />
          {words().back}
        </A>
        <fieldset class="segments" aria-label={words().do}>
          <For each={SHEETS}>
            {(one) => (
              <button
                type="button"
                aria-pressed={one === sheet()}
                onClick={() => setSearch({ sheet: one }, { replace: true })}
              >
                {words()[one]}
              </button>
            )}
          </For>
        </fieldset>
        <button type="button" class="button primary push" onClick={() => window.print()}>
          {words().do}
        </button>
      </nav>
      <Show when={trial()}>{(known) => <Paper trial={known()} sheet={sheet()} />}</Show>
    </>
  )
}

function Paper(props: { trial: TrialPostView; sheet: (typeof SHEETS)[number] }) {
  const name = () => personName(props.trial.talent.name)
  return (
    <>
      <Title text={`${words()[props.sheet]}${t().separator}${name()}`} />
      <Switch>
        <Match when={props.sheet === 'form'}>
          <FormSheet trial={props.trial} />
        </Match>
        <Match when={props.sheet === 'result'}>
          <ResultSheet trial={props.trial} />
        </Match>
      </Switch>
    </>
  )
}

/** Shown this once: whoever goes is asked, and then they are forgotten. */
function Codes(props: { slips: Slips }) {
  const [isPrinted, setPrinted] = createSignal(false)
  const back = `/trial-posts/${props.slips.trial.id}`
  const ask = (event: BeforeUnloadEvent) => !isPrinted() && event.preventDefault()
  window.addEventListener('beforeunload', ask)
  onCleanup(() => {
    window.removeEventListener('beforeunload', ask)
    setSlips(null)
  })
  useBeforeLeave((event) => {
    if (isPrinted() || window.confirm(words().leaving)) return
    event.preventDefault()
  })
  return (
    <>
      <Title text={words().codesTitle} />
      <nav class="crumbs row wrap paper-hidden" aria-label={words().codesTitle}>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            setPrinted(true)
            window.print()
          }}
        >
          {words().do}
        </button>
        <A class="button push" href={back} onClick={() => setPrinted(true)}>
          {words().printed}
        </A>
      </nav>
      <p class="note weak paper-hidden" role="status">
        <Icon name="warning" />
        <span>{words().codesHint(props.slips.codes.length)}</span>
      </p>
      <CodesSheet slips={props.slips} />
    </>
  )
}

function Gone(props: { id: string }) {
  return (
    <section class="card">
      <Blank icon="lock" title={words().codesGone} text={words().codesGoneText}>
        <A class="button primary" href={`/trial-posts/${props.id}`}>
          {words().back}
        </A>
      </Blank>
    </section>
  )
}
