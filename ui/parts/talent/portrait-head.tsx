import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { dayAndTime } from '../../format.ts'
import { personName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'
import { FormButton } from '../appointment-forms/export-panel.tsx'
import { Icon } from '../icon.tsx'
import { Mark, type State } from '../mark.tsx'
import { consentText, FactLine } from './facts.tsx'
import { Photograph } from './photograph.tsx'

/** Who it is, at a glance: name, standing in the pool, consent, the facts, and what can be done with them. */
export function PortraitHead(props: {
  talent: TalentRecord
  edit?: ((part: string) => void) | undefined
  history?: (() => void) | undefined
}) {
  const has = useRoles()
  return (
    <section class="card portrait-head">
      <Photograph talent={props.talent} />
      <div class="portrait-text">
        <div class="row wrap">
          <h1>{personName(props.talent.name)}</h1>
          <Status talent={props.talent} edit={props.edit} />
          <ConsentPill consent={props.talent.consent} />
          <Show when={props.talent.isFit === false}>
            <span class="pill weak">{t().talent.unfit}</span>
          </Show>
        </div>
        <FactLine talent={props.talent} />
      </div>
      <div class="portrait-acts">
        <div class="row wrap">
          <Show when={has('county', 'township')}>
            <A class="button" href={`/print/forms?people=${props.talent.id}`}>
              <Icon name="paper" />
              {t().prints.open.form}
            </A>
            <FormButton id={props.talent.id} />
          </Show>
          <Show when={props.history}>
            {(open) => (
              <button type="button" class="button" onClick={() => open()()}>
                <Icon name="clock" />
                {t().portrait.history}
              </button>
            )}
          </Show>
          <Show when={props.edit}>
            {(edit) => (
              <button type="button" class="button primary" onClick={() => edit()('basic')}>
                <Icon name="pencil" />
                {t().portrait.editFacts}
              </button>
            )}
          </Show>
        </div>
        <p class="hint">{sinceText(props.talent)}</p>
      </div>
    </section>
  )
}

function Status(props: { talent: TalentRecord; edit?: ((part: string) => void) | undefined }) {
  const word = () => t().talents.statuses[props.talent.status]
  return (
    <Show when={props.edit} fallback={<span class="pill accent">{word()}</span>}>
      {(edit) => (
        <button
          type="button"
          class="pill accent pill-button"
          title={t().portrait.changeStatus}
          onClick={() => edit()('status')}
        >
          {word()}
          <Icon name="down" />
          <span class="hidden-text">{t().portrait.changeStatus}</span>
        </button>
      )}
    </Show>
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

function sinceText({ updatedAt, completeness }: TalentRecord): string {
  const when = updatedAt ? t().portrait.updated(dayAndTime(updatedAt)) : t().portrait.neverUpdated
  return [when, t().portrait.filled(completeness.known, completeness.of)].join(t().separator)
}
