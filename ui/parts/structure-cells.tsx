import { Show } from 'solid-js'
import type { Structure } from '../types.ts'
import { Unknown } from './states.tsx'
import { meanAgeOf, percentIn, shareIn } from './structure.ts'

/** Mean age, 35 or under, women, college or above: the same four cells in every table of places. */
export function StructureCells(props: { structure: Structure | null; inPercent?: boolean }) {
  const share = (what: 'aged35OrUnder' | 'collegeOrAbove' | 'women') =>
    props.inPercent ? percentIn(props.structure, what) : shareIn(props.structure, what)
  const cell = (text: () => string) => (
    <td class="number">
      <Show when={props.structure} fallback={<Unknown />}>
        {text()}
      </Show>
    </td>
  )
  return (
    <>
      {cell(() => meanAgeOf(props.structure))}
      {cell(() => share('aged35OrUnder'))}
      {cell(() => share('women'))}
      {cell(() => share('collegeOrAbove'))}
    </>
  )
}
