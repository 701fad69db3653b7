import type { JSX } from 'solid-js'
import type { TargetResult } from '../types.ts'

/** Always a shape and a word; colour comes third. */
export type State = 'missed' | 'weak' | 'met' | 'unknown'

export function Mark(props: { state: State; label?: string }) {
  return (
    <i
      class={`mark ${props.state}`}
      role={props.label ? 'img' : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : 'true'}
    />
  )
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
