import { A, createAsync, useParams } from '@solidjs/router'
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import { placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { TurnSlate } from '../parts/nominate/turn-slate.tsx'
import { isPhone } from '../parts/phone.ts'
import { PrintSlate } from '../parts/print/print-slate.tsx'
import { ReadinessPanel } from '../parts/readiness/panel.tsx'
import { Skeleton, View } from '../parts/states.tsx'
import { AlternativesCard } from '../parts/teams/alternatives-card.tsx'
import { CostsCard } from '../parts/teams/costs-card.tsx'
import { Title } from '../parts/title.tsx'
import { BoardContext, createBoard, useBoard } from '../parts/village/board.ts'
import { Conflicts } from '../parts/village/conflicts.tsx'
import { VillageHead } from '../parts/village/head.tsx'
import { Needs } from '../parts/village/needs.tsx'
import { PersonDrawer } from '../parts/village/person-drawer.tsx'
import { RankedList } from '../parts/village/ranked-list.tsx'
import { Register } from '../parts/village/register.tsx'
import { Renamed } from '../parts/village/renamed.tsx'
import { SlateBoard } from '../parts/village/slate-board.tsx'
import { TargetStrip } from '../parts/village/strip.tsx'
import { WhatIf } from '../parts/village/what-if.tsx'
import { WhyNot } from '../parts/village/why-not.tsx'
import { villageOf } from '../queries.ts'
import { useRoles } from '../session.ts'
import type { ImpossibleSlate, SolvedSlate, Village as VillageAnswer } from '../types.ts'
import { t } from '../words/index.ts'

/** One village: its team, the targets it carries, and why anything is as it is. */
export function Village() {
  const params = useParams<{ code: string }>()
  const has = useRoles()
  const village = createAsync(() => villageOf(params.code))
  return (
    <View rows={12}>
      <Show when={village()} keyed>
        {(known) => (
          <>
            <Title text={t().village.title(placeName(known.name))} />
            <Renamed asked={params.code} code={known.code} />
            <Show when={has('village')} fallback={<Work village={known} />}>
              <VillageHead village={known} />
              <ReadinessPanel code={known.code} />
              <Register village={known} />
            </Show>
          </>
        )}
      </Show>
    </View>
  )
}

function Work(props: { village: VillageAnswer }) {
  // The page is keyed by the village, so it never changes here.
  const board = createBoard(props.village)
  const [isWeighing, setWeighing] = createSignal(false)
  return (
    <BoardContext.Provider value={board}>
      <VillageHead village={props.village}>
        <A class="button" href={`/villages/${props.village.code}/candidates`}>
          {t().nominate.candidates.open}
        </A>
        <PrintSlate board={board} />
        <TurnSlate board={board} />
        <button
          type="button"
          class="button desk-only"
          aria-haspopup="dialog"
          onClick={() => setWeighing(true)}
        >
          <Icon name="sliders" />
          {t().whatIf.title}
        </button>
      </VillageHead>
      <View rows={10}>
        <Answer />
      </View>
      <ReadinessPanel code={props.village.code} />
      <p class="phone-only phone-note">{t().village.deskOnly}</p>
      <WhatIf isOpen={isWeighing()} close={() => setWeighing(false)} />
      <PersonDrawer />
    </BoardContext.Provider>
  )
}

function Answer() {
  const board = useBoard()
  const solved = createMemo((): SolvedSlate | undefined => {
    const answer = board.answer()
    return answer?.status === 'solved' ? answer : undefined
  })
  const impossible = createMemo((): ImpossibleSlate | undefined => {
    const answer = board.answer()
    return answer?.status === 'impossible' ? answer : undefined
  })
  return (
    <Switch fallback={<Skeleton rows={10} />}>
      <Match when={impossible()}>
        {(answer) => (
          <>
            <Conflicts answer={answer()} />
            <Ranked />
          </>
        )}
      </Match>
      <Match when={solved()}>{(answer) => <Solved solved={answer()} />}</Match>
    </Switch>
  )
}

function Solved(props: { solved: SolvedSlate }) {
  const board = useBoard()
  const targets = () => props.solved.plan.slates[0]?.targets ?? []
  const seen = createSeen()
  const team = () => (
    <div ref={seen.watch}>
      <SlateBoard solved={props.solved} />
    </div>
  )
  const misses = () => (
    <View rows={6}>
      <WhyNot
        misses={board.misses()}
        targets={targets()}
        person={board.person}
        open={(id) => board.openPerson(id)}
      />
    </View>
  )
  return (
    <>
      <TargetStrip targets={targets()} stays={seen.isSeen()} />
      <Show
        when={isPhone()}
        fallback={
          <div class="village-grid">
            <div class="rail">
              {team()}
              <AlternativesCard />
              <Ranked />
            </div>
            <div class="rail">
              {misses()}
              <CostsCard />
              <Needs />
            </div>
          </div>
        }
      >
        {/* The heaviest first: what is missed stands under the team. */}
        <div class="rail">
          {team()}
          {misses()}
          <AlternativesCard />
          <CostsCard />
          <Ranked />
          <Needs />
        </div>
      </Show>
    </>
  )
}

/** Whether any of an element is on the screen. */
function createSeen() {
  const [isSeen, setSeen] = createSignal(true)
  const observer = new IntersectionObserver(
    (entries) => setSeen(entries.at(-1)?.isIntersecting ?? true),
    { rootMargin: UNDER_THE_STRIP },
  )
  onCleanup(() => observer.disconnect())
  return { isSeen, watch: (element: Element) => observer.observe(element) }
}
/** What the top bar and the strip hide. */
const UNDER_THE_STRIP = '-180px 0px 0px 0px'

function Ranked() {
  return (
    <View rows={6}>
      <RankedList />
    </View>
  )
}
