import { A, createAsync, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { placeName } from '../names.ts'
import { Icon } from '../parts/icon.tsx'
import { Blank, View } from '../parts/states.tsx'
import { DifferentVillages } from '../parts/teams/different-villages.tsx'
import { PlansTable } from '../parts/teams/plans-table.tsx'
import { Title } from '../parts/title.tsx'
import { useSession } from '../session.ts'
import { plansBeside } from '../teams.ts'
import type { PlansBeside } from '../types.ts'
import { t } from '../words/index.ts'

/** Two to four plans of one extent side by side; which ones lives in the address. */
export function PlanComparison() {
  const [search] = useSearchParams<{ ids?: string }>()
  const isEnough = () => (search.ids ?? '').split(',').filter(Boolean).length > 1
  return (
    <>
      <Title text={t().teams.plans.title} />
      <Show when={isEnough()} fallback={<NothingChosen />}>
        <View rows={14}>
          <Compared ids={search.ids ?? ''} />
        </View>
      </Show>
    </>
  )
}

function Compared(props: { ids: string }) {
  const answer = createAsync(() => plansBeside(props.ids))
  return (
    <Show when={answer()}>
      {(found) => (
        <>
          <Back township={found().township} />
          <div class="page-head wrap-head">
            <h1>{t().teams.plans.title}</h1>
            <span class="hint">
              {placeName(found().township?.name ?? t().plan.county)}
              {t().separator}
              {t().villages(found().count)}
            </span>
          </div>
          <PlansTable found={found()} />
          <DifferentVillages found={found()} />
        </>
      )}
    </Show>
  )
}

function Back(props: { township: PlansBeside['township'] | null }) {
  const href = () => (props.township ? `/townships/${props.township.code}/plan` : '/plan')
  return (
    <nav class="crumbs" aria-label={t().teams.plans.back}>
      <A href={href()}>
        <Icon name="left" />
        {t().teams.plans.back}
      </A>
    </nav>
  )
}

function NothingChosen() {
  const { account } = useSession()
  const href = () => {
    const { township } = account()
    return township ? `/townships/${township.code}/plan` : '/plan'
  }
  return (
    <section class="card">
      <Blank icon="plan" title={t().teams.plans.emptyTitle} text={t().teams.plans.emptyText}>
        <A class="button primary" href={href()}>
          {t().teams.plans.toPlans}
        </A>
      </Blank>
    </section>
  )
}
