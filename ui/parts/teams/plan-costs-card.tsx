import { Show } from 'solid-js'
import { planCostsOf } from '../../teams.ts'
import type { PlanCosts } from '../../types.ts'
import { t } from '../../words/index.ts'
import { createStudy } from '../gaps/study.ts'
import { StudyCard } from '../gaps/study-card.tsx'
import { CostList } from './cost-list.tsx'

/** What each target of the whole takes from a plan, with bounds where it is not proven. */
export function PlanCostsCard(props: { plan: string }) {
  const study = createStudy<PlanCosts>(() => props.plan, planCostsOf)
  const words = () => t().teams.planCosts
  return (
    <StudyCard
      id="plan-costs"
      title={words().title}
      hint={words().hint}
      intro={words().intro}
      start={words().start}
      working={words().working}
      study={study}
      isDone={study.answer() !== null}
    >
      <Show when={study.answer()}>
        {(answer) => (
          <div class="card-body column">
            <CostList costs={answer().costs} people={answer().people} />
          </div>
        )}
      </Show>
    </StudyCard>
  )
}
