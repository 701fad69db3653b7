import { A, createAsync, useAction } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import { takeBackDecision, type VillageListView, villageListOf } from '../../readiness.ts'
import { useRoles } from '../../session.ts'
import { say, t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { StateWord } from '../mark.tsx'
import { Blank, View } from '../states.tsx'
import { dayOf } from '../talent/when.ts'
import { DecideForm } from './decide-form.tsx'
import { ListGap } from './list-gap.tsx'
import { ReasonPanel } from './reason-panel.tsx'
import { LIST_STATES } from './states.ts'

const w = () => t().readiness.lists

/** One village: who could take the combined role, who is nearest, and what was signed. */
export function VillageListDrawer(props: {
  code: string
  close: () => void
  say: (text: string) => void
}) {
  const answer = createAsync(() => villageListOf(props.code))
  return (
    <Drawer isOpen onClose={props.close} title={placeName(answer()?.village.name ?? '')}>
      <View rows={8}>
        <Show when={answer()}>{(known) => <Detail known={known()} say={props.say} />}</Show>
      </View>
    </Drawer>
  )
}

type Props = { known: VillageListView; say: (text: string) => void }

function Detail(props: Props) {
  const has = useRoles()
  const mayDecide = () => has('county') || has('township')
  const [doing, setDoing] = createSignal<'sign' | 'take-back' | null>(null)
  const takeBack = useAction(takeBackDecision)
  const standing = () => props.known.standing
  const close = () => setDoing(null)
  return (
    <div class="list-detail">
      <p>
        <StateWord state={LIST_STATES[standing().list]}>{w().names[standing().list]}</StateWord>
        {t().colon}
        {say(standing().words)}
        <span class="second">
          {t().separator}
          {w().by[standing().by]}
        </span>
      </p>
      <Show when={mayDecide()}>
        <div class="row wrap">
          <button
            type="button"
            class="button primary"
            aria-haspopup="dialog"
            onClick={() => setDoing('sign')}
          >
            {w().sign}
          </button>
          <Show when={props.known.inForce}>
            <button
              type="button"
              class="button"
              aria-haspopup="dialog"
              onClick={() => setDoing('take-back')}
            >
              {w().takeBack}
            </button>
          </Show>
        </div>
      </Show>
      <Candidates known={props.known} />
      <Show when={standing().list !== 'settled'}>
        <ListGap known={props.known} />
      </Show>
      <Decisions known={props.known} />
      <Show when={doing() === 'sign'}>
        <DecideForm known={props.known} close={close} say={props.say} />
      </Show>
      <Show when={doing() === 'take-back' && props.known.inForce} keyed>
        {(id) => (
          <ReasonPanel
            words={w().takingBack}
            close={close}
            send={async (reason) => {
              await takeBack(id, reason)
              props.say(w().takingBack.done)
            }}
          />
        )}
      </Show>
    </div>
  )
}

function Candidates(props: { known: VillageListView }) {
  return (
    <section aria-labelledby="list-candidates">
      <h3 id="list-candidates">{w().candidates}</h3>
      <Show
        when={props.known.candidates.length > 0}
        fallback={<Blank icon="people" title={w().noCandidates} text={w().noCandidatesText} />}
      >
        <ul class="plain list-people">
          <For each={props.known.candidates}>
            {(one) => (
              <li>
                <A href={`/talents/${one.person.id}`}>{personName(one.person.name)}</A>{' '}
                <span class="second">{factsOf(one)}</span>
                <Show when={one.against.willing}>
                  {(against) => (
                    <p class="second">
                      {one.findings.length > 0
                        ? one.findings.map(say).join(t().clause)
                        : say(against())}
                    </p>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

type Candidate = VillageListView['candidates'][number]

function factsOf({ eligibility, isIncumbent, isReserve, isNominated, review }: Candidate): string {
  return [
    ...(isNominated ? [w().nominated] : []),
    ...(isIncumbent ? [w().incumbent] : []),
    ...(isReserve ? [w().reserve] : []),
    w().eligibility[eligibility],
    ...(review ? [w().review(review.passed, review.asked)] : []),
    ...(review && review.objections > 0 ? [w().objections(review.objections)] : []),
  ].join(t().separator)
}

function Decisions(props: { known: VillageListView }) {
  return (
    <section aria-labelledby="list-decisions">
      <h3 id="list-decisions">{w().decisions}</h3>
      <ul class="plain list-people">
        <For each={props.known.decisions} fallback={<li class="hint">{w().noDecisions}</li>}>
          {(one) => (
            <li>
              <span class="second nowrap">{dayOf(one.at)}</span> <b>{w().names[one.list]}</b>{' '}
              {one.talent?.name ? personName(one.talent.name) : ''} {one.reason}
              <span class="second">
                {' '}
                {one.by}
                {one.position ? `（${one.position}）` : ''}
              </span>
              <Show when={one.takenBack}>
                {(back) => (
                  <p class="second">
                    {w().takenBack(back().by ?? t().unknown, dayOf(back().at))}
                    {t().colon}
                    {back().reason}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
