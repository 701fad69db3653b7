import { personName } from '../../names.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { inOrder, missText } from '../target.ts'
import { rowsOf } from '../village/rows.ts'
import type { SlateOfPaper } from './slate-sheet.tsx'

type Given = Pick<SlateOfPaper, 'slate' | 'misses' | 'person'>
/** Ways to mend a miss that a sheet has room for, the cheapest first. */
const FEW = 2

/** Why each member is proposed. */
export function reasonsOf({ slate, person }: Given): string {
  const reasons = rowsOf(slate).flatMap(({ talent, seats }) => {
    const [reason] = seats[0].reasons
    const name = personName(person(talent)?.name ?? t().unknown)
    return reason ? [`${name}${t().colon}${say(reason)}`] : []
  })
  return reasons.length > 0 ? `${reasons.join(t().clause)}${t().prints.slate.stop}` : t().unknown
}

/** Each target that is missed: by how much, why, and what would mend it. */
export function mendsOf({ slate, misses }: Given): string[] {
  return inOrder(slate.targets)
    .filter(({ met }) => met === false)
    .map((target) => {
      const miss = misses.find((one) => one.target === target.id)
      const mends = (miss?.remedies ?? []).filter(({ isAllowed }) => isAllowed).slice(0, FEW)
      const said = mends.map(({ words }, at) => t().prints.slate.mend(at + 1, say(words)))
      const head = t().prints.slate.missedBy(targetName(target.id), missText(target))
      const parts = [say(target.reason), ...(said.length > 0 ? said : [t().prints.slate.noMend])]
      const text = parts.map((part) => part.replace(/[。.；;]+$/, '')).join(t().clause)
      return `${head}${t().colon}${text}${t().prints.slate.stop}`
    })
}
