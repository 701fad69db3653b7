import type { Round, RoundGiven } from '../../rounds.ts'
import { t } from '../../words/index.ts'
import type { Errors } from '../account/sending.ts'

export type RoundDraft = {
  kind: Round['kind']
  name: string
  opensOn: string
  closesOn: string
  termStartsOn: string
  termEndsOn: string
}
export type RoundField = 'name' | 'opensOn' | 'closesOn' | 'termStartsOn' | 'termEndsOn'

export function draftOf(round: Round | null): RoundDraft {
  if (round === null)
    return {
      ...{ kind: 'term-change', name: '', opensOn: today(), closesOn: '' },
      ...{ termStartsOn: '', termEndsOn: '' },
    }
  const { kind, name, opensOn, closesOn, term } = round
  const { startsOn = '', endsOn = '' } = term ?? {}
  return { kind, name, opensOn, closesOn, termStartsOn: startsOn, termEndsOn: endsOn }
}

/** Reserves have no term. */
export function givenOf(draft: RoundDraft): RoundGiven {
  const { kind, name, opensOn, closesOn, termStartsOn, termEndsOn } = draft
  const given = { kind, name: name.trim(), opensOn, closesOn }
  return kind === 'term-change'
    ? { ...given, termStartsOn, termEndsOn }
    : { ...given, termStartsOn: null, termEndsOn: null }
}

export function errorsOf(draft: RoundDraft): Errors<RoundField> {
  const words = t().rounds.form
  const { kind, name, opensOn, closesOn, termStartsOn, termEndsOn } = draft
  const day = (value: string) => (value === '' ? words.needDay : undefined)
  const after = (from: string, to: string, isBefore: boolean, off: string) =>
    day(to) ?? (from !== '' && isBefore ? off : undefined)
  const found: Record<RoundField, string | undefined> = {
    name: name.trim() === '' ? words.needName : undefined,
    opensOn: day(opensOn),
    closesOn: after(opensOn, closesOn, closesOn < opensOn, words.daysOff),
    termStartsOn: kind === 'reserve' ? undefined : day(termStartsOn),
    termEndsOn:
      kind === 'reserve'
        ? undefined
        : after(termStartsOn, termEndsOn, termEndsOn <= termStartsOn, words.termOff),
  }
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== undefined))
}

function today(): string {
  const now = new Date()
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
