import { useAction } from '@solidjs/router'
import { previewPlan, turnPlan } from '../../nominate.ts'
import { t } from '../../words/index.ts'
import { Turn } from './turn.tsx'

/** A finished plan as nominations. */
export function TurnPlan(props: { plan: string }) {
  const turn = useAction(turnPlan)
  return (
    <Turn
      title={t().nominate.turn.title}
      preview={(round) => previewPlan({ round, plan: props.plan })}
      turn={(round, villages) => turn({ round, plan: props.plan, villages })}
    />
  )
}
