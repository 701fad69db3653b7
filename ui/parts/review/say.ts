import { placeName } from '../../names.ts'
import type { Nominee, NomineeRow } from '../../review.ts'
import type { Role } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import type { State } from '../mark.tsx'

type Seat = {
  village: { name: string } | null
  posts: readonly Nominee['target']['posts'][number][]
}

export const postsOf = (posts: Seat['posts']) =>
  posts.length === 0 ? t().review.poolOnly : posts.map((post) => t().post[post]).join(t().comma)

/** 洪门村·组织委员、村委会委员; whoever is for the pool only is named with the township. */
export function seatOf({
  village,
  posts,
  township,
}: Seat & { township?: { name: string } }): string {
  const place = village ?? township
  return [...(place ? [placeName(place.name)] : []), postsOf(posts)].join(t().separator)
}

export function outcomeOf({
  state,
  outcome,
  term,
}: Pick<Nominee, 'state' | 'outcome'> & { term?: Nominee['term'] }): string {
  if (state === 'withdrawn' || outcome === null) return t().review.state[state]
  const words = t().review.outcome[outcome]
  return term ? t().review.outcomeTerm(words, term.startsOn, term.endsOn) : words
}

/** Stage, with the figure that moves it on. */
export function stageOf(row: NomineeRow): string {
  if (row.state !== 'open' || !row.stageWords) return t().review.state[row.state]
  const words = say(row.stageWords)
  if (row.signatures)
    return t().review.jointCount(words, row.signatures.signed, row.signatures.needed)
  const isJoint = row.waitsFor === 'departments' || row.stage === 'joint-review'
  return isJoint && row.asked > 0 ? t().review.jointCount(words, row.passed, row.asked) : words
}

type Wait = { state: State; text: string }

/** What somebody waits for, in one line with the mark of its kind; an objection before what is late. */
export function waitOf(row: NomineeRow, role: Role, today: string): Wait {
  const { waits } = t().review
  if (row.state !== 'open')
    return { state: row.state === 'settled' ? 'met' : 'unknown', text: outcomeOf(row) }
  const isMine = row.waitsFor === role
  // Who of the level has signed a row does not say.
  const mine = row.signatures ? waits.signatures : waits.mine
  const whom = isMine ? mine : whomOf(row)
  const when = row.lateDays > 0 ? waits.late(row.lateDays) : leftOf(row.dueOn, today)
  const text = (first: string) => [first, ...(when ? [when] : [])].join(t().separator)
  if (row.objections > 0) return { state: 'missed', text: text(waits.objections(row.objections)) }
  if (row.lateDays > 0) return { state: 'weak', text: text(whom) }
  return { state: isMine ? 'met' : 'unknown', text: text(whom) }
}

function whomOf(row: NomineeRow): string {
  const { waits } = t().review
  if (row.waitsFor === 'departments')
    return waits.departments(row.asked - row.passed - row.objections)
  return waits[row.waitsFor]
}

function leftOf(dueOn: string | null, today: string): string | null {
  if (dueOn === null) return null
  const days = daysBetween(today, dueOn)
  return days === 0 ? t().review.waits.today : t().review.waits.left(days)
}

/** Calendar days from one day to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Today where the reader is, as ISO text. */
export function today(): string {
  const now = new Date()
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Month and day of a day or an instant, where the year goes without saying. */
export function shortDay(iso: string): string {
  if (iso.length === 10) return iso.slice(5)
  const at = new Date(iso)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}
