import { oneDecimal, plainNumber } from '../../format.ts'
import type { Gap, Opening } from '../../studies.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { type Named, postsText, townshipIn, villageIn } from './names.ts'

/** The list for a spreadsheet: one line for each person who is missing, columns by tabs. */
export function gapsAsText(gaps: readonly Gap[], named: Named): string {
  const words = t().gaps.list
  const head = [
    words.profile,
    words.each,
    words.township,
    words.village,
    words.takes,
    words.mends,
    words.near,
  ]
  const lines = gaps.flatMap((gap) =>
    gap.openings.map((opening) => [
      say(gap.words),
      oneDecimal(gap.perPerson),
      townshipIn(named, opening.village),
      villageIn(named, opening.village),
      opening.posts.length > 0 ? postsText(opening.posts) : words.standsBy,
      mendsText(opening),
      nearText(opening, named),
    ]),
  )
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n')
}

function mendsText({ mends }: Opening): string {
  return mends
    .map(({ target, before, after }) =>
      t().gaps.list.mendsAt(targetName(target), plainNumber(before), plainNumber(after)),
    )
    .join(t().clause)
}

function nearText({ near }: Opening, { people }: Named): string {
  return near
    .map(({ talent, steps }) => {
      const needs = steps.map(({ words }) => say(words)).join(t().comma)
      return `${people.get(talent)?.name ?? talent}${t().colon}${needs || t().gaps.list.noSteps}`
    })
    .join(t().clause)
}
