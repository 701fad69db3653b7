import { A, createAsync, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { cultivationOf } from '../cultivation-plan.ts'
import { personName } from '../names.ts'
import { PlanPaper } from '../parts/cultivation-plan/paper.tsx'
import { Icon } from '../parts/icon.tsx'
import { View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

/** The plan of one person on a sheet of A4. */
export function CultivationPlanPrint() {
  const params = useParams<{ id: string }>()
  const answer = createAsync(() => cultivationOf(params.id))
  const words = () => t().cultivationPlan.paper
  return (
    <>
      <nav class="crumbs row wrap paper-hidden" aria-label={words().back}>
        <A href={`/talents/${params.id}/cultivation`}>
          <Icon name="left" />
          {words().back}
        </A>
        <button type="button" class="button primary push" onClick={() => window.print()}>
          {words().do}
        </button>
      </nav>
      <View rows={14}>
        <Show when={answer()}>
          {(known) => (
            <>
              <Title
                text={`${t().cultivationPlan.title}${t().separator}${personName(known().talent.name)}`}
              />
              <PlanPaper answer={known()} />
            </>
          )}
        </Show>
      </View>
    </>
  )
}
