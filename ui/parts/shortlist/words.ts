import { oneDecimal, wholePercent } from '../../format.ts'
import { placeName } from '../../names.ts'
import type { ListedPerson, ReportAnswer, ShortlistAnswer, ShortlistGroup } from '../../types.ts'
import { say, t } from '../../words/index.ts'

type Words = ShortlistAnswer['groupNames'][ShortlistGroup]
type Called = Pick<ShortlistAnswer | ReportAnswer, 'post' | 'place' | 'shares'>

/** As it stands at the head of a line or a field. */
export function groupLabel(name: Words): string {
  const text = say(name)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const scopeOf = ({ place, post }: Called) =>
  t().shortlist.scope(placeName(place.name), t().shortlist.postName[post])

/** Each group with its least share. */
export function sharesText({ shares }: Pick<Called, 'shares'>): string {
  const asked = shares.filter(({ min }) => min > 0)
  if (asked.length === 0) return t().shortlist.noShares
  return asked.map(({ name, min }) => `${groupLabel(name)} ≥ ${wholePercent(min)}`).join(t().comma)
}

/** Points of fit with a decimal: what a share costs is often less than one. */
export const finePoints = (fit: number) => oneDecimal(fit * 100)

/** The groups that somebody belongs to and that the list of fit alone would hold too few of. */
export function carriedBy(listed: ListedPerson, answer: ShortlistAnswer): ShortlistGroup[] {
  return answer.groups
    .filter(({ group, isAtWork }) => isAtWork && listed.groups[group] === true)
    .map(({ group }) => group)
}

/** Why somebody stands here, when fit alone would put them elsewhere; null when it would not. */
export function placeText(
  listed: ListedPerson,
  answer: ShortlistAnswer,
  nameOf: (id: string) => string,
): { text: string; about: string } | null {
  const exchange = answer.exchanges.find(({ cameIn }) => cameIn === listed.talent)
  if (exchange) {
    const groups = carriedBy(listed, answer).map((group) => say(answer.groupNames[group]))
    const other = nameOf(exchange.wentOut)
    return {
      text:
        groups.length > 0
          ? t().shortlist.cameIn(groups.join(t().comma))
          : t().shortlist.cameInPlain,
      about:
        finePoints(exchange.lost) === finePoints(0)
          ? t().shortlist.equalTo(other)
          : t().shortlist.lessThan(finePoints(exchange.lost), other),
    }
  }
  if (listed.placeByFit === listed.place) return null
  return { text: '', about: t().shortlist.moved(listed.placeByFit) }
}
