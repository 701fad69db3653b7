import type { JSX } from 'solid-js'
import type { TargetResult } from '../types.ts'

/** Always a shape and a word; colour comes third. */
export type State = 'missed' | 'weak' | 'met' | 'unknown'

/** The shape alone; the word stands beside it. */
export function Mark(props: { state: State }) {
  return <i class={`mark ${props.state}`} aria-hidden="true" />
}

export function StateWord(props: { state: State; children: JSX.Element }) {
  return (
    <span class={`state ${props.state}`}>
      <Mark state={props.state} />
      {props.children}
    </span>
  )
}

/** A missed wish is a weak point; a missed law or policy is a miss. */
export function stateOf(target: Pick<TargetResult, 'met' | 'tier'>): State {
  if (target.met === null) return 'unknown'
  if (target.met) return 'met'
  return target.tier === 'wish' ? 'weak' : 'missed'
}
