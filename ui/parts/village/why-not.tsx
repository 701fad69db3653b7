import { For, Show } from 'solid-js'
import type { Miss, TargetResult } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { Icon } from '../icon.tsx'
import { StateWord, stateOf } from '../mark.tsx'
import { inOrder, missText } from '../target.ts'
import { Clashes } from '../why/clashes.tsx'
import { Funnel } from '../why/funnel.tsx'
import { type Known, Remedies } from '../why/remedies.tsx'

/** Why targets are missed: said at once by the target, then cause, smallest clash and remedies as they come. */
export function WhyNot(props: {
  /** Undefined while they are looked for. */
  misses: Miss[] | undefined
  targets: TargetResult[]
  person: (id: string) => Known | undefined
  open: (id: string) => void
}) {
  const missed = () => inOrder(props.targets).filter(({ met }) => met === false)
  const missOf = (target: TargetResult) => props.misses?.find((miss) => miss.target === target.id)
  return (
    <section class="card why-not" aria-labelledby="why-not" aria-busy={props.misses === undefined}>
      <div class="card-head">
        <h2 id="why-not">{t().whyNot.title}</h2>
        <Show when={missed().length === 0}>
          <span class="push">
            <StateWord state="met">{t().whyNot.allMet}</StateWord>
          </span>
        </Show>
      </div>
      <div class="card-body">
        <For each={missed()} fallback={<p class="hint">{t().whyNot.allMetText}</p>}>
          {(target, at) => (
            <details open={at() === 0}>
              <summary>
                <MissHead target={target} />
              </summary>
              <Show
                when={missOf(target)}
                fallback={<MissReason target={target} isLooking={props.misses === undefined} />}
              >
                {(miss) => <MissBody miss={miss()} person={props.person} open={props.open} />}
              </Show>
            </details>
          )}
        </For>
      </div>
    </section>
  )
}

function MissHead(props: { target: TargetResult }) {
  return (
    <>
      <Icon name="right" />
      <b>{targetName(props.target.id)}</b>
      <span class="hint">{t().tier[props.target.tier]}</span>
      <span class="push">
        <StateWord state={stateOf(props.target)}>{missText(props.target)}</StateWord>
      </span>
    </>
  )
}

function MissReason(props: { target: TargetResult; isLooking: boolean }) {
  return (
    <div class="miss">
      <p>{say(props.target.reason)}</p>
      <Show when={props.isLooking}>
        <p class="hint" role="status">
          {t().whyNot.looking}
        </p>
      </Show>
    </div>
  )
}

/** `open` shows a person named in a remedy, where the page has a place for that. */
export function MissBody(props: {
  miss: Miss
  person: (id: string) => Known | undefined
  open?: (id: string) => void
}) {
  return (
    <div class="miss">
      <p>{say(props.miss.cause)}</p>
      <Show when={props.miss.counts}>{(counts) => <Funnel counts={counts()} />}</Show>
      <Show when={props.miss.conflicts.length > 0}>
        <Clashes clashes={props.miss.conflicts} />
      </Show>
      <Remedies remedies={props.miss.remedies} person={props.person} open={props.open} />
      <Show when={props.miss.profile}>
        {(profile) => (
          <div class="note">
            <Icon name="people" />
            <span>
              <b>{t().whyNot.profile}</b>
              {t().colon}
              {say(profile())}
            </span>
          </div>
        )}
      </Show>
    </div>
  )
}
