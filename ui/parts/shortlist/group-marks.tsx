import { For } from 'solid-js'
import type { ListedPerson, ShortlistAnswer } from '../../types.ts'
import { t } from '../../words/index.ts'
import { GROUPS } from './asked.ts'
import { groupLabel } from './words.ts'

/** Groups that somebody belongs to as small marks; what is not known is dashed and named. */
export function GroupMarks(props: {
  groups: ListedPerson['groups']
  names: ShortlistAnswer['groupNames']
}) {
  const shown = () => GROUPS.filter((group) => props.groups[group] !== false)
  return (
    <span class="group-marks">
      <For each={shown()}>
        {(group) =>
          props.groups[group] === null ? (
            <span class="chip open">
              {t().shortlist.unknownGroup(groupLabel(props.names[group]))}
            </span>
          ) : (
            <span class="chip">{groupLabel(props.names[group])}</span>
          )
        }
      </For>
    </span>
  )
}
