import { createAsync } from '@solidjs/router'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { type ProblemDetails, problemOf } from '../../client.ts'
import type { Turned } from '../../nominate.ts'
import { roundsOf } from '../../review.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import { Refusal } from '../account/notices.tsx'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { Skeleton, View } from '../states.tsx'
import { createRun, type Turner } from './turn-run.ts'
import { Running } from './turn-running.tsx'
import { Skipped, Told } from './turn-told.tsx'

/** A slate or plan as nominations: for which round, who and who not, asked once. */
export function Turn(props: Turner & { title: string; village?: string }) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <button
        type="button"
        class="button desk-only"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="person" />
        {t().nominate.turn.open}
      </button>
      <Panel isOpen={isOpen()} onClose={() => setOpen(false)} title={props.title}>
        <View rows={6}>
          <Body {...props} close={() => setOpen(false)} />
        </View>
      </Panel>
    </>
  )
}

function Body(props: Turner & { village?: string; close: () => void }) {
  const rounds = createAsync(() => roundsOf())
  const open = () => rounds()?.rounds.filter(({ mayNominate }) => mayNominate) ?? []
  const [chosen, setChosen] = createSignal<string | null>(null)
  const round = () => chosen() ?? open()[0]?.id
  return (
    <div class="form turn">
      <p class="second">{t().nominate.turn.text}</p>
      <Show
        when={round()}
        fallback={
          <p class="note weak">
            <Icon name="warning" />
            <span>{t().nominate.noRoundText}</span>
          </p>
        }
      >
        {(id) => (
          <>
            <SelectField
              label={t().nominate.turn.round}
              value={id()}
              choices={open().map((one) => ({ value: one.id, name: one.name }))}
              set={setChosen}
            />
            <Preview {...props} round={id()} />
          </>
        )}
      </Show>
    </div>
  )
}

function Preview(props: Turner & { village?: string; round: string; close: () => void }) {
  const [seen, setSeen] = createSignal<Turned | null>(null)
  const [problem, setProblem] = createSignal<ProblemDetails | null>(null)
  createEffect(
    on(
      () => props.round,
      async (round) => {
        setSeen(null)
        setProblem(null)
        try {
          const answer = await props.preview(round)
          if (props.round === round) setSeen(answer)
        } catch (error) {
          setProblem(problemOf(error))
        }
      },
    ),
  )
  return (
    <>
      <Refusal problem={problem()} />
      <Show
        when={seen()}
        fallback={
          <Show when={!problem()}>
            <Skeleton rows={5} />
          </Show>
        }
      >
        {(answer) => <Ask {...props} seen={answer()} />}
      </Show>
    </>
  )
}

function Ask(props: Turner & { village?: string; round: string; seen: Turned; close: () => void }) {
  const run = createRun(() => props)
  const count = () => props.seen.nominated.length
  return (
    <Show
      when={run.state() === 'asking'}
      fallback={
        <Running run={run} round={props.round} village={props.village} close={props.close} />
      }
    >
      <Show when={count() > 0} fallback={<p class="note">{t().nominate.turn.none}</p>}>
        <Told seen={props.seen} />
      </Show>
      <Skipped seen={props.seen} />
      <div class="row wrap turn-acts">
        <button type="button" class="button" onClick={() => props.close()}>
          {count() > 0 ? t().nominate.turn.cancel : t().nominate.turn.close}
        </button>
        <Show when={count() > 0}>
          <button type="button" class="button primary push" onClick={() => void run.start()}>
            {t().nominate.turn.do(count())}
          </button>
        </Show>
      </div>
    </Show>
  )
}
