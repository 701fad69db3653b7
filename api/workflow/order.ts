import type { Words } from '../../matching/index.ts'
import { dayInChina } from '../days.ts'
import type { ProblemError } from '../problem.ts'
import type { ReviewAct } from '../shapes/review-acts.ts'
import type { Act, File } from './file.ts'
import { standingActs } from './path.ts'

/** LAW 11: five years; a term that is longer by more than one is a slip of the pen. */
const LONGEST_TERM_YEARS = 6

/** Days that come before what they follow from: things are entered late, but they do not happen backwards. */
export function orderFaults(file: File, act: ReviewAct): ProblemError[] {
  const { opensOn } = file
  switch (act.kind) {
    case 'inspection':
      return notBefore(act.startedOn, opensOn, 'startedOn')
    case 'study':
      return notBefore(act.metOn, dayOf(file, 'inspection') ?? opensOn, 'metOn')
    case 'publish':
      return notBefore(act.startsOn, opensOn, 'startsOn')
    case 'objection':
      return notBefore(act.raisedOn, dayOf(file, 'publish'), 'raisedOn')
    case 'reply':
      return notBefore(act.repliedOn, raisedOn(file, act.objection), 'repliedOn')
    case 'election':
      return [...notBefore(act.heldOn, dayOf(file, 'publish') ?? opensOn, 'heldOn'), ...term(act)]
    case 'appointment':
      return [...notBefore(act.appointedOn, opensOn, 'appointedOn'), ...term(act)]
    case 'filing':
      return notBefore(act.filedOn, dayOf(file, 'election'), 'filedOn')
    case 'talk':
      return notBefore(act.talkedOn, endedOn(file), 'talkedOn')
    default:
      return []
  }
}

/** The day that the latest act of a kind tells of. */
function dayOf(file: File, kind: 'inspection' | 'publish' | 'election'): string | null {
  const body = standingActs(file).findLast((act) => act.body.kind === kind)?.body
  if (body?.kind === 'inspection') return body.endedOn
  if (body?.kind === 'publish') return body.startsOn
  return body?.kind === 'election' ? body.heldOn : null
}

function raisedOn({ acts }: File, objection: string): string | null {
  const body = acts.find(({ id }) => id === objection)?.body
  return body?.kind === 'objection' ? body.raisedOn : null
}

/** The day of the act by which somebody was not chosen. */
function endedOn({ acts, today }: File): string | null {
  const ending = acts.findLast(({ body }) => ENDING.includes(body.kind))
  if (!ending) return null
  const day = dayInChina(ending.at)
  return day < today ? day : today
}
const ENDING: Act['body']['kind'][] = ['stop', 'study', 'election']

function term({ termStartsOn, termEndsOn }: { termStartsOn: string; termEndsOn: string }) {
  const years = Number(termEndsOn.slice(0, 4)) - Number(termStartsOn.slice(0, 4))
  if (years <= LONGEST_TERM_YEARS) return []
  return [
    fault('termEndsOn', {
      zh: '任期超过六年，请核对起止日期。',
      en: 'A term of more than six years.',
    }),
  ]
}

function notBefore(day: string, least: string | null, at: string): ProblemError[] {
  if (least === null || day >= least) return []
  return [
    fault(at, {
      zh: `日期 ${day} 早于前一步的 ${least}，请核对。`,
      en: `${day} lies before ${least}, which it follows from.`,
    }),
  ]
}

function fault(at: string, detail: Words): ProblemError {
  return { pointer: `#/act/${at}`, detail }
}
