import { A, createAsync, useParams, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { cultivationOf, type PersonCultivation } from '../cultivation-plan.ts'
import { personName, placeName } from '../names.ts'
import { Done } from '../parts/account/notices.tsx'
import { createActing } from '../parts/cultivation-plan/acting.ts'
import { Dialogs } from '../parts/cultivation-plan/dialogs.tsx'
import { Figures } from '../parts/cultivation-plan/figures.tsx'
import { Making } from '../parts/cultivation-plan/making.tsx'
import { useOtherEvents } from '../parts/cultivation-plan/other-parts.tsx'
import {
  AddItem,
  BesideCard,
  EarlierPlans,
  PlanCard,
} from '../parts/cultivation-plan/plan-card.tsx'
import { planEvents } from '../parts/cultivation-plan/time-line.ts'
import { TimeLine } from '../parts/cultivation-plan/time-line.tsx'
import { GrowthCard } from '../parts/growth/growth-card.tsx'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { TrialsCard } from '../parts/trial-posts/card.tsx'
import { t } from '../words/index.ts'

/** The cultivation of one person: the plan with its items, and everything that happened in order of time. */
export function CultivationPlan() {
  const params = useParams<{ id: string }>()
  const answer = createAsync(() => cultivationOf(params.id))
  return (
    <View rows={12}>
      <Show when={answer()?.talent.id} keyed>
        <Show when={answer()}>{(known) => <Person answer={known()} />}</Show>
      </Show>
    </View>
  )
}

function Person(props: { answer: PersonCultivation }) {
  const [search, setSearch] = useSearchParams<{ make?: string }>()
  const acting = createActing()
  const name = () => personName(props.answer.talent.name)
  const isMaking = () =>
    search.make !== undefined && props.answer.plan === null && props.answer.mayWrite
  return (
    <>
      <Title text={t().cultivationPlan.of(name())} />
      <nav class="crumbs" aria-label={t().cultivationPlan.back(name())}>
        <A href={`/talents/${props.answer.talent.id}`}>
          <Icon name="left" />
          {t().cultivationPlan.back(name())}
        </A>
      </nav>
      <Show
        when={isMaking()}
        fallback={
          <Shown answer={props.answer} acting={acting} make={() => setSearch({ make: '1' })} />
        }
      >
        <Making
          answer={props.answer}
          done={() => {
            setSearch(NOT_MAKING)
            acting.say(t().cultivationPlan.said.made)
          }}
          cancel={() => setSearch(NOT_MAKING)}
        />
      </Show>
      <Dialogs acting={acting} />
    </>
  )
}

/** What a gap list asked for goes with it. */
const NOT_MAKING = { make: null, village: null, posts: null, education: null, party: null }

type Given = {
  answer: PersonCultivation
  acting: ReturnType<typeof createActing>
  make: () => void
}

function Shown(props: Given) {
  const others = useOtherEvents(() => props.answer.talent.id)
  return (
    <>
      <Head {...props} />
      <Done text={props.acting.said()} />
      <Show when={props.answer.items.length > 0}>
        <Figures items={props.answer.items} />
      </Show>
      <div class="cultivation-grid">
        <div class="rail">
          <Show when={props.answer.plan} fallback={<NoPlan {...props} />}>
            {(plan) => <PlanCard answer={props.answer} plan={plan()} acting={props.acting} />}
          </Show>
          <BesideCard answer={props.answer} acting={props.acting} />
          <GrowthCard talent={props.answer.talent.id} />
          <TrialsCard talent={props.answer.talent.id} />
          <EarlierPlans answer={props.answer} acting={props.acting} />
        </div>
        <div class="rail">
          <TimeLine events={[...planEvents(props.answer), ...others()]} />
        </div>
      </div>
    </>
  )
}

function Head(props: Given) {
  const talent = () => props.answer.talent
  const facts = () =>
    [
      placeName(talent().village.name),
      t().talents.statuses[talent().status as 'reserve'],
      ...talent().sources.map((source) => t().source[source]),
    ].join(t().separator)
  return (
    <div class="page-head">
      <div class="titles">
        <h1>{t().cultivationPlan.of(personName(talent().name))}</h1>
        <p class="hint">{facts()}</p>
      </div>
      <span class="row wrap push">
        <Show when={props.answer.plan}>
          <A class="button" href={`/talents/${talent().id}/cultivation/print`}>
            {t().cultivationPlan.print}
          </A>
        </Show>
        <Show when={props.answer.mayWrite && !props.answer.plan}>
          <AddItem answer={props.answer} acting={props.acting} />
        </Show>
      </span>
    </div>
  )
}

function NoPlan(props: Given) {
  const words = () => t().cultivationPlan
  const text = () => {
    if (props.answer.talent.status === 'left') return words().leftText
    return props.answer.mayWrite ? words().noneText : words().noneRead
  }
  return (
    <section class="card">
      <Blank icon="plan" title={words().none} text={text()}>
        <Show when={props.answer.mayWrite}>
          <button type="button" class="button primary" onClick={() => props.make()}>
            <Icon name="plus" />
            {words().make}
          </button>
        </Show>
      </Blank>
    </section>
  )
}
