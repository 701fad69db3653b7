import type { ImportRowState } from '../../types.ts'
import { t } from '../../words/index.ts'
import { type State, StateWord } from '../mark.tsx'

const MARKS: Record<ImportRowState, State> = {
  new: 'met',
  update: 'met',
  merge: 'met',
  same: 'unknown',
  skip: 'unknown',
  faulty: 'missed',
  'left-out': 'unknown',
}

export function RowStateWord(props: { state: ImportRowState }) {
  return <StateWord state={MARKS[props.state]}>{t().imports.row[props.state]}</StateWord>
}
