import { A, createAsync, useAction, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { instant } from '../format.ts'
import { placeName } from '../names.ts'
import { ExportTable } from '../parts/exports/export-table.tsx'
import { Icon } from '../parts/icon.tsx'
import { TurnPlan } from '../parts/nominate/turn-plan.tsx'
import { Anew } from '../parts/plan/anew.tsx'
import { createDraft } from '../parts/plan/draft.ts'
import { Drafts } from '../parts/plan/drafts.tsx'
import { KnownPlan } from '../parts/plan/known-plan.tsx'
import { NoPlan } from '../parts/plan/no-plan.tsx'
import { Offered } from '../parts/plan/offered.tsx'
import { PlanForm } from '../parts/plan/plan-form.tsx'
import { isOpen } from '../parts/plan/run.ts'
import { View } from '../parts/states.tsx'
import { ComparePlans } from '../parts/teams/compare-plans.tsx'
import { Title } from '../parts/title.tsx'
import { type PlanQuestion, placesOf, planOf, plansOf, startPlan } from '../queries.ts'
import type { PlanAnswer, PlanList, TownshipOfPlaces } from '../types.ts'
import { t } from '../words/index.ts'

/** The plan of a township, or of the district: ask for it, watch it, read it, change it. */
export function Plan() {
  const params = useParams<{ code?: string }>()
  const places = createAsync(() => placesOf())
  const plans = createAsync(() => plansOf(params.code ?? null))
  return (
    <View rows={10}>
      <Show when={places()}>
        {(known) => (
          <Show when={plans.latest}>
            {(list) => (
              <Show when={params.code ?? COUNTY} keyed>
                {(code) => (
                  <PlanOfScope
                    township={code === COUNTY ? null : code}
                    townships={known().townships}
                    list={list()}
                  />
                )}
              </Show>
            )}
          </Show>
        )}
      </Show>
    </View>
  )
}

const COUNTY = 'county'

function PlanOfScope(props: {
  township: string | null
  townships: TownshipOfPlaces[]
  list: PlanList
}) {
  const [search, setSearch] = useSearchParams<{ draft?: string }>()
  const mine = createMemo(() =>
    props.list.plans.filter((plan) => (plan.township?.code ?? null) === props.township),
  )
  const id = () => search.draft ?? mine()[0]?.id
  const plan = createAsync(async () => {
    const chosen = id()
    return chosen === undefined ? null : planOf(chosen)
  })
  const draft = createDraft(
    () => `yanzhen.plan-draft.${props.township ?? COUNTY}.${id() ?? ''}`,
    () => wishesOf(plan.latest ?? null),
  )
  const start = useAction(startPlan)
  const begin = async (question: Omit<PlanQuestion, 'township'>) => {
    const begun = await start({ township: props.township, ...question })
    draft.forget()
    setSearch({ draft: begun.id })
  }
  const [isAsking, setAsking] = createSignal(false)
  const here = () => props.townships.filter(({ code }) => [null, code].includes(props.township))
  const scope = () => (props.township === null ? t().plan.county : placeName(here()[0]?.name ?? ''))
  const villages = () => here().flatMap((township) => township.villages.map(({ code }) => code))
  const limits = () => props.list.limits[props.township === null ? 'county' : 'township']
  const nameOf = (one: string) => {
    const at = mine().findIndex((plan) => plan.id === one)
    return at < 0 ? t().planning.replan.of : t().plan.draft(mine().length - at)
  }
  return (
    <>
      <Title text={t().plan.title(scope())} />
      <Head scope={scope()} plan={plan.latest ?? null}>
        <Drafts plans={mine()} id={id()} choose={(chosen) => setSearch({ draft: chosen })} />
        <ComparePlans plans={mine()} id={id()} />
        <span class="push" />
        <Show when={plan.latest?.result?.status === 'solved' && id()}>
          {(solved) => (
            <>
              <A class="button desk-only" href={`/print/slates?plan=${solved()}`}>
                <Icon name="paper" />
                {t().prints.open.slates}
              </A>
              <ExportTable
                table="plan-seats"
                name={t().exportPages.planSeats}
                filters={{ plan: solved() }}
              />
              <TurnPlan plan={solved()} />
              <Anew id={solved()} begin={begin} />
            </>
          )}
        </Show>
        <Show when={id() !== undefined}>
          <button type="button" class="button desk-only" onClick={() => setAsking(true)}>
            {t().planning.form.open}
          </button>
        </Show>
      </Head>
      <Show when={!isOpen(plan.latest ?? null)}>
        <Offered villages={villages()} draft={draft} />
      </Show>
      <Show
        when={plan.latest}
        fallback={<NoPlan villages={villages().length} begin={() => setAsking(true)} />}
      >
        {(known) => (
          <KnownPlan
            plan={known()}
            scope={scope()}
            townships={props.township === null ? props.townships : []}
            limits={limits()}
            draft={draft}
            nameOf={nameOf}
            begin={begin}
            lastDone={mine().find(({ status }) => status === 'done')?.id ?? null}
            choose={(chosen) => setSearch({ draft: chosen })}
          />
        )}
      </Show>
      <PlanForm
        isOpen={isAsking()}
        close={() => setAsking(false)}
        title={t().plan.title(scope())}
        limits={limits()}
        wishes={draft.wishes()}
        start={begin}
      />
    </>
  )
}

const wishesOf = (plan: PlanAnswer | null) => ({
  pins: plan?.request.pins ?? [],
  exclusions: plan?.request.exclusions ?? [],
})

function Head(props: { scope: string; plan: PlanAnswer | null; children: JSX.Element }) {
  return (
    <div class="page-head wrap-head">
      <h1>{t().plan.title(props.scope)}</h1>
      <Show when={props.plan}>
        {(plan) => (
          <span class="hint">
            {instant(plan().createdAt)}
            {t().separator}
            {plan().request.isDraft
              ? t().planning.proof.draftValue(plan().policyVersion)
              : t().shell.policy(plan().policyVersion)}
            <Show when={plan().request.pins.length + plan().request.exclusions.length > 0}>
              {t().separator}
              {t().planning.form.pins(plan().request.pins.length, plan().request.exclusions.length)}
            </Show>
          </span>
        )}
      </Show>
      {props.children}
    </div>
  )
}
