import { useAction } from '@solidjs/router'
import { Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { previewSlate, turnSlate } from '../../nominate.ts'
import { t } from '../../words/index.ts'
import type { Board } from '../village/board.ts'
import { Turn } from './turn.tsx'

/** The slate on the page of a village as nominations; it must be worked out, and for what is chosen now. */
export function TurnSlate(props: { board: Board }) {
  const turn = useAction(turnSlate)
  const village = () => props.board.village
  function seats() {
    const answer = props.board.answer()
    if (answer?.status !== 'solved' || props.board.isStale()) return []
    const own = answer.plan.slates[0]?.seats ?? []
    return [...Map.groupBy(own, ({ talent }) => talent)].map(([talent, held]) => ({
      talent,
      posts: held.map(({ post }) => post),
    }))
  }
  const asked = (round: string) => ({ round, village: village().code, seats: seats() })
  return (
    <Show when={seats().length > 0}>
      <Turn
        title={t().nominate.turn.titleVillage(placeName(village().name))}
        village={village().code}
        preview={(round) => previewSlate(asked(round))}
        turn={(round) => turn(asked(round))}
      />
    </Show>
  )
}
