import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { FIRST_YEAR, LAST_YEAR } from './days.ts'

export function YearSwitch(props: { year: number; choose: (year: number) => void }) {
  const words = () => t().papers.calendar
  return (
    <fieldset class="year-switch push" aria-label={words().year}>
      <button
        type="button"
        class="button icon-only"
        aria-label={words().previous}
        disabled={props.year <= FIRST_YEAR}
        onClick={() => props.choose(props.year - 1)}
      >
        <Icon name="left" />
      </button>
      <b aria-live="polite">{props.year}</b>
      <button
        type="button"
        class="button icon-only"
        aria-label={words().next}
        disabled={props.year >= LAST_YEAR}
        onClick={() => props.choose(props.year + 1)}
      >
        <Icon name="right" />
      </button>
    </fieldset>
  )
}
