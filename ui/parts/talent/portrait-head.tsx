import { Show } from 'solid-js'
import { personName } from '../../names.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'
import { consentText, FactLine } from './facts.tsx'

/** Who it is, at a glance: name, standing in the pool, consent, and the facts. */
export function PortraitHead(props: { talent: TalentRecord }) {
  return (
    <section class="card portrait-head">
      <span class="avatar huge" aria-hidden="true">
        {props.talent.name.charAt(0)}
      </span>
      <div class="portrait-text">
        <div class="row wrap">
          <h1>{personName(props.talent.name)}</h1>
          <span class="pill accent">{t().talents.statuses[props.talent.status]}</span>
          <ConsentPill consent={props.talent.consent} />
          <Show when={props.talent.isFit === false}>
            <span class="pill weak">{t().talent.unfit}</span>
          </Show>
        </div>
        <FactLine talent={props.talent} />
      </div>
    </section>
  )
}

const STATES: Record<'given' | 'withdrawn', State> = { given: 'met', withdrawn: 'missed' }

export function ConsentPill(props: { consent: TalentRecord['consent'] }) {
  const state = () => (props.consent === null ? 'unknown' : STATES[props.consent])
  return (
    <span class={`pill ${state()}`}>
      <Mark state={state()} />
      {t().talent.consentLine(consentText(props.consent))}
    </span>
  )
}
