import { t } from '../../words/index.ts'

/** A few values of a column, so that one recognises it. */
export function Samples(props: { samples: readonly string[] }) {
  const shown = () => props.samples.slice(0, 4).join(t().comma)
  return <span class="second samples">{shown() || t().imports.table.empty}</span>
}
