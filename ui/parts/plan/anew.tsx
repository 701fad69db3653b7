import type { PlanQuestion } from '../../queries.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'

/** The next computation from a solved plan. */
export function Anew(props: {
  id: string
  begin: (question: Pick<PlanQuestion, 'basedOn'>) => Promise<unknown>
}) {
  const replanning = createSending(() => props.begin({ basedOn: props.id }))
  return (
    <>
      <button
        type="button"
        class="button desk-only"
        aria-disabled={replanning.isBusy()}
        title={t().planning.replan.hint}
        onClick={() => void replanning.start()}
      >
        <Icon name="swap" />
        {t().planning.replan.do}
      </button>
      <Refusal problem={replanning.problem()} />
    </>
  )
}
