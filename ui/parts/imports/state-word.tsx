import type { ImportState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Mark, type State } from '../mark.tsx'

const MARKS: Record<ImportState, State | null> = {
  reading: null,
  asking: 'weak',
  checking: null,
  checked: 'weak',
  writing: null,
  done: 'met',
  undoing: null,
  undone: 'unknown',
  cancelled: 'unknown',
  failed: 'missed',
}

/** Where an import stands: a shape and a word; what is under way has the accent instead. */
export function ImportStateWord(props: { state: ImportState }) {
  const mark = () => MARKS[props.state]
  return (
    <span class={`pill ${mark() ?? 'accent'}`}>
      {mark() && <Mark state={mark()!} />}
      {t().imports.state[props.state]}
    </span>
  )
}
