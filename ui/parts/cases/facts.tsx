import { type JSX, Show } from 'solid-js'
import { type ReviewCase, revealOfCase } from '../../cases.ts'
import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import { shortDay } from '../review/say.ts'
import { Revealable } from '../talent/revealable.tsx'
import { bornOf, dueOf, homeOf, seatOf } from './say.ts'

/** Who it is and what the answer is for: all that a department is shown. */
export function CaseFacts(props: { one: ReviewCase }) {
  const due = () => (props.one.answer ? null : dueOf(props.one))
  return (
    <section class="card" aria-labelledby="case-name">
      <div class="card-head">
        <h2 id="case-name" class="case-name">
          {personName(props.one.name)}
        </h2>
        <span class="hint push">{t().cases.openedOn(shortDay(props.one.openedAt))}</span>
        <Show when={due()}>
          {(known) => (
            <span class={`pill ${known().state}`}>
              <Mark state={known().state} />
              {known().text}
            </span>
          )}
        </Show>
      </div>
      <dl class="facts card-body case-facts">
        <Fact name={t().cases.sexAndBirth}>{bornOf(props.one)}</Fact>
        <Fact name={t().cases.household}>{homeOf(props.one)}</Fact>
        <Fact name={t().cases.idNumber}>
          <OwnNumber one={props.one} />
        </Fact>
        <Show when={props.one.target}>
          <Fact name={t().cases.target}>{seatOf(props.one)}</Fact>
        </Show>
        <Show when={props.one.purpose}>
          {(purpose) => (
            <Fact name={t().cases.purpose}>
              {say(purpose().words)} <span class="hint">{purpose().round}</span>
            </Fact>
          )}
        </Show>
      </dl>
      <p class="note case-only">
        <Icon name="lock" />
        <span>{t().cases.only}</span>
      </p>
    </section>
  )
}

/** By its ends; whole for a minute, for a reason. */
export function OwnNumber(props: { one: ReviewCase }) {
  return (
    <Show
      when={props.one.idNumber}
      fallback={<span class="chip open">{t().talent.notStored}</span>}
    >
      {(ends) => (
        <Revealable
          masked={ends()}
          what={t().cases.idNumber}
          whose={props.one.name}
          quick={t().cases.reasons}
          ask={(reason) => revealOfCase(props.one.talent, reason)}
        />
      )}
    </Show>
  )
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}
