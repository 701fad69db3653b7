import { createAsync, revalidate, useAction, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js'
import { instant } from '../format.ts'
import { personName, placeName } from '../names.ts'
import { Drafts } from '../parts/plan/drafts.tsx'
import { Results } from '../parts/plan/results.tsx'
import { createRun } from '../parts/plan/run.ts'
import { CertificateCard, RunningCard } from '../parts/plan/run-card.tsx'
import { StructureCard } from '../parts/plan/structure-card.tsx'
import { TargetsCard } from '../parts/plan/targets-card.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { placesOf, planOf, plansOf, startPlan } from '../queries.ts'
import type { PlanAnswer, PlanResult, SolvedPlan } from '../types.ts'
import { say, t } from '../words/index.ts'

/** The plan of a township, or of the district: start it, watch it, read it. */
export function Plan() {
  return (
    <View rows={10}>
      <PlanOfScope />
    </View>
  )
}

function PlanOfScope() {
  const params = useParams<{ code?: string }>()
  const [search, setSearch] = useSearchParams<{ draft?: string }>()
  const township = () => params.code ?? null
  const places = createAsync(() => placesOf())
  const plans = createAsync(() => plansOf(township()))
  const mine = createMemo(() =>
    (plans.latest?.plans ?? []).filter((plan) => (plan.township?.code ?? null) === township()),
  )
  const id = () => search.draft ?? mine()[0]?.id
  const plan = createAsync(async () => {
    const chosen = id()
    return chosen === undefined ? null : planOf(chosen)
  })
  const start = useAction(startPlan)
  const [isBeginning, setBeginning] = createSignal(false)
  /** A second click while the first is on its way begins nothing. */
  const begin = async () => {
    if (isBeginning()) return
    setBeginning(true)
    try {
      setSearch({ draft: (await start(township())).id })
    } finally {
      setBeginning(false)
    }
  }
  const place = () => places()?.townships.find(({ code }) => code === township())
  const scope = () => (township() === null ? t().plan.county : placeName(place()?.name ?? ''))
  const villages = () =>
    place()?.villages.length ??
    (places()?.townships ?? []).reduce((sum, one) => sum + one.villages.length, 0)
  const townshipOf = (village: string) =>
    township() === null
      ? places()?.townships.find(({ code }) => village.startsWith(code))?.name
      : undefined
  return (
    <Show when={places() && plans.latest}>
      <Title text={t().plan.title(scope())} />
      <Head scope={scope()} plan={plan.latest ?? null}>
        <Drafts plans={mine()} id={id()} choose={(draft) => setSearch({ draft })} />
        <button
          type="button"
          class="button push desk-only"
          classList={{ primary: id() === undefined }}
          disabled={isBeginning() || isOpen(plan.latest ?? null)}
          onClick={() => void begin()}
        >
          {id() === undefined ? t().plan.start : t().plan.again}
        </button>
      </Head>
      <Show when={plan.latest} fallback={<NoPlan villages={villages()} begin={begin} />}>
        {(known) => <Known plan={known()} scope={scope()} townshipOf={townshipOf} />}
      </Show>
    </Show>
  )
}

function Head(props: { scope: string; plan: PlanAnswer | null; children: JSX.Element }) {
  return (
    <div class="page-head wrap-head">
      <h1>{t().plan.title(props.scope)}</h1>
      <Show when={props.plan}>
        {(plan) => (
          <span class="hint">
            {instant(plan().createdAt)}
            {t().separator}
            {t().shell.policy(plan().policyVersion)}
          </span>
        )}
      </Show>
      {props.children}
    </div>
  )
}

function NoPlan(props: { villages: number; begin: () => Promise<unknown> }) {
  return (
    <section class="card">
      <Blank icon="plan" title={t().plan.emptyTitle} text={t().plan.emptyText(props.villages)}>
        <button type="button" class="button primary desk-only" onClick={() => void props.begin()}>
          {t().plan.start}
        </button>
        <p class="phone-only">{t().plan.deskOnly}</p>
      </Blank>
    </section>
  )
}

type TownshipOf = (village: string) => string | undefined

function Known(props: { plan: PlanAnswer; scope: string; townshipOf: TownshipOf }) {
  const run = createRun(
    () => props.plan.id,
    () => isOpen(props.plan),
    () => void revalidate([planOf.keyFor(props.plan.id), plansOf.key]),
  )
  const solved = createMemo((): SolvedPlan | undefined =>
    props.plan.result?.status === 'solved' ? props.plan.result : undefined,
  )
  const running = () => {
    const { status } = props.plan
    return status === 'queued' || status === 'running' ? status : undefined
  }
  return (
    <Switch>
      <Match when={running()}>
        {(status) => (
          <RunningCard
            id={props.plan.id}
            status={status()}
            events={run.events()}
            isLost={run.isLost()}
          />
        )}
      </Match>
      <Match when={solved()}>
        {(done) => (
          <>
            <CertificateCard solved={done()} events={run.events()} />
            <Outcome solved={done()} scope={props.scope} townshipOf={props.townshipOf} />
          </>
        )}
      </Match>
      <Match when={props.plan.result}>{(result) => <Impossible result={result()} />}</Match>
      <Match when={props.plan.status === 'cancelled'}>
        <section class="card failure" role="status">
          <p class="note">{t().plan.cancelled}</p>
        </section>
      </Match>
      <Match when={props.plan.status === 'done'}>
        <section class="card failure" role="status">
          <p class="note">{t().plan.emptied}</p>
        </section>
      </Match>
      <Match when={true}>
        <section class="card failure" role="alert">
          <p class="note missed">
            {props.plan.failure ? say(props.plan.failure.detail) : t().plan.failed}
          </p>
        </section>
      </Match>
    </Switch>
  )
}

function Outcome(props: { solved: SolvedPlan; scope: string; townshipOf: TownshipOf }) {
  return (
    <div class="plan-grid">
      <Results solved={props.solved} townshipOf={props.townshipOf} />
      <div class="rail">
        <StructureCard
          before={props.solved.plan.before}
          after={props.solved.plan.after}
          targets={props.solved.plan.targets}
          villages={props.solved.villages.length}
        />
        <TargetsCard targets={props.solved.plan.targets} scope={props.scope} />
      </div>
    </div>
  )
}

function Impossible(props: { result: PlanResult }) {
  const nameOf = (id: string) =>
    personName(props.result.people.find((person) => person.id === id)?.name ?? id)
  return (
    <section class="card failure" role="alert">
      <h2>{t().plan.impossible}</h2>
      <Show when={props.result.status === 'impossible' && props.result}>
        {(result) => (
          <ul class="bullets">
            <For each={result().conflicts}>
              {(conflict) => (
                <li>
                  {say(conflict.words)}{' '}
                  {conflict.pins.map(({ talent }) => nameOf(talent)).join(t().comma)}
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </section>
  )
}

const isOpen = (plan: PlanAnswer | null) => plan?.status === 'queued' || plan?.status === 'running'
