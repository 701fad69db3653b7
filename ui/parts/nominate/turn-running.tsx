import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import type { Run } from './turn-run.ts'

/** How far it is, and where to go on afterwards. */
export function Running(props: {
  run: Run
  round: string
  village: string | undefined
  close: () => void
}) {
  const said = () => {
    const { run } = props
    if (run.state() === 'done') return t().nominate.turn.done(run.people())
    if (run.state() === 'stopped') return t().nominate.turn.stopped(run.people())
    return t().nominate.turn.progress(run.done(), run.codes().length)
  }
  return (
    <>
      <Refusal problem={props.run.problem()} />
      <Show when={props.run.state() === 'running'}>
        <progress
          class="turn-progress"
          max={props.run.codes().length}
          value={props.run.done()}
          aria-label={t().nominate.turn.doing}
        />
      </Show>
      <p class={props.run.state() === 'done' ? 'note done' : 'note'} role="status">
        {said()}
      </p>
      <div class="row wrap turn-acts">
        <Show
          when={props.run.state() !== 'running'}
          fallback={
            <button type="button" class="button" onClick={() => props.run.stop()}>
              {t().nominate.turn.stop}
            </button>
          }
        >
          <button type="button" class="button" onClick={() => props.close()}>
            {t().nominate.turn.close}
          </button>
          <Show when={props.village}>
            {(code) => (
              <A class="button" href={`/villages/${code()}/candidates?round=${props.round}`}>
                {t().nominate.turn.toCandidates}
              </A>
            )}
          </Show>
          <A class="button primary push" href={`/review?round=${props.round}`}>
            {t().nominate.turn.toQueue}
          </A>
        </Show>
      </div>
    </>
  )
}
