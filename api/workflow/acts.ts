import { daysAfter } from '../days.ts'
import type { ActKind, ReviewAct } from '../shapes/review-acts.ts'
import {
  isMoreAsked,
  isNoticeOver,
  isPartyOnly,
  isSeatOpen,
  isStudied,
  isTalkDue,
  lacking,
  OFFICES,
  obstacles,
  ofKind,
  ofLevel,
  outOfDate,
  PASSED,
  type Refusal,
  relaxable,
  signing,
} from './conditions.ts'
import type { Actor, File, Nominee, StageOfPath } from './file.ts'
import { noticeEnd, openQuestion, openSigners, SANCTION } from './missing.ts'
import { actsAt, firstStage, isSameSeat, nextStage, stageOf, standingActs } from './path.ts'

/** What an act changes; the rest follows from it (`summary.ts`). */
export type Effect = {
  /** Goes to this stage, or `settled`. */
  stage?: string
  state?: Nominee['state']
  outcome?: Nominee['outcome']
  term?: { startsOn: string; endsOn: string }
  target?: { village: string | null; posts: string[] }
  signer?: string
  validUntil?: string
  supersedes?: string
  /** What becomes of the case of a department. */
  case?: { department: string; does: 'answered' | 'asked' | 'dropped' }
}

type Body<Kind extends ActKind> = Extract<ReviewAct, { kind: Kind }>
type Rule<Kind extends ActKind> = {
  /** Why this actor may not do it now; null: may. */
  refuses: (file: File, actor: Actor, stage: StageOfPath | null) => Refusal | null
  /** Why not with these figures; null: may. */
  refusesThis?: (file: File, act: Body<Kind>, actor: Actor) => Refusal | null
  effect: (file: File, act: Body<Kind>, actor: Actor) => Effect
}

/** Every act with who may do it when, and what follows. Nothing else changes a nominee. */
export const ACTS: { [Kind in ActKind]: Rule<Kind> } = {
  pass: {
    refuses: (file, actor, stage) =>
      stage === null || !PASSED.includes(stage.kind)
        ? 'wrong-stage'
        : (signing(file, actor, stage) ?? obstacles(file)),
    refusesThis: (file, { isOnPaper }, { level }) => {
      if (isOnPaper) return level === 'township' ? null : 'wrong-level'
      return stageOf(file)?.level === level ? null : 'paper-needed'
    },
    effect: (file, _act, actor) => {
      const stage = stageOf(file)!
      const open = openSigners(file, stage)
      const signer = actor.signsAs !== null && open.includes(actor.signsAs) ? actor.signsAs : null
      const isLast = open.length === (signer === null ? 0 : 1)
      return { ...(signer !== null && { signer }), ...(isLast && onwards(file)) }
    },
  },
  ask: {
    refuses: (_file, actor, stage) => ofLevel(actor, stage),
    effect: () => ({}),
  },
  supplement: {
    refuses: (file, { level }) => {
      // What departments ask is between them and the offices above a village.
      const isAsked = openQuestion(file) !== null || (level !== 'village' && isMoreAsked(file))
      if (!isAsked) return 'nothing-asked'
      return OFFICES.includes(level) ? null : 'wrong-level'
    },
    refusesThis: (file, { department }, { level }) => {
      if (department === null) return openQuestion(file) ? null : 'nothing-asked'
      if (level === 'village') return 'wrong-level'
      const asked = file.departments.find(({ id }) => id === department)
      return asked?.case?.answer === 'more' ? null : 'nothing-asked'
    },
    effect: (_file, { department }) =>
      department === null ? {} : { case: { department, does: 'asked' } },
  },
  stop: {
    refuses: (_file, actor, stage) => (actor.level === 'county' ? null : ofLevel(actor, stage)),
    effect: () => ({ state: 'stopped', outcome: 'not-chosen' }),
  },
  withdraw: {
    refuses: (_file, { level }) =>
      level === 'person' || level === 'township' || level === 'county' ? null : 'wrong-level',
    effect: () => ({ state: 'withdrawn' }),
  },
  resume: {
    refuses: (file, { level }) => {
      if (level !== 'county') return 'wrong-level'
      return ['stopped', 'withdrawn'].includes(file.nominee.state) ? null : 'not-ended'
    },
    effect: () => ({ state: 'open', outcome: null }),
  },
  target: {
    refuses: (file, { level }) => {
      if (level !== 'county' && level !== 'township') return 'wrong-level'
      const mayChoose = !isStudied(file) || isSeatOpen(file)
      return mayChoose ? null : 'too-late'
    },
    refusesThis: (file, act) =>
      isStudied(file) && !isSameSeat(file.nominee, act) ? 'too-late' : null,
    // Choosing between nominations where they stand asks for nothing anew.
    effect: (file, { village, posts }) =>
      isSameSeat(file.nominee, { village, posts })
        ? {}
        : {
            target: { village, posts },
            stage: firstStage({ ...file, nominee: { ...file.nominee, village, posts } }),
          },
  },
  relaxation: {
    refuses: (file, { level }) => {
      if (level !== 'county' && level !== 'township') return 'wrong-level'
      return relaxable(file, level).length > 0 ? null : 'not-relaxable'
    },
    refusesThis: (file, { rule }, { level }) =>
      relaxable(file, level).includes(rule) ? null : 'not-relaxable',
    effect: () => ({}),
  },
  answer: {
    refuses: (file, { level, department }) => {
      if (level !== 'department') return 'wrong-level'
      return file.departments.some((one) => one.id === department && one.case !== null)
        ? null
        : 'not-asked'
    },
    effect: (file, { answer }, { department }) => {
      const earlier = file.acts.findLast(
        (act) => act.body.kind === 'answer' && act.department === department,
      )
      return {
        ...(answer === 'pass' && { validUntil: daysAfter(file.today, file.procedure.validDays) }),
        ...(earlier && { supersedes: earlier.id }),
        case: { department: department!, does: 'answered' },
      }
    },
  },
  excuse: {
    refuses: (file, { level }) => {
      if (level !== 'county') return 'wrong-level'
      return lacking(file, 'dropped').length > 0 ? null : 'not-dropped'
    },
    refusesThis: (file, { department }) =>
      lacking(file, 'dropped').includes(department) ? null : 'not-dropped',
    effect: (_file, { department }) => ({ case: { department, does: 'dropped' } }),
  },
  'ask-again': {
    refuses: (file, { level }) => {
      if (level !== 'county') return 'wrong-level'
      return outOfDate(file).length > 0 ? null : 'still-valid'
    },
    refusesThis: (file, { department }) =>
      outOfDate(file).includes(department) ? null : 'still-valid',
    effect: (_file, { department }) => ({ case: { department, does: 'asked' } }),
  },
  sanction: {
    refuses: (file, { level }) => {
      if (level !== 'township') return 'wrong-level'
      const isSanctioned = file.departments.some(({ case: asked }) => asked?.code === SANCTION)
      return isSanctioned && file.nominee.isIncumbent ? null : 'no-sanction'
    },
    effect: () => ({}),
  },
  inspection: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'inspection') ?? ofLevel(actor, stage) ?? obstacles(file),
    effect: (file, { conclusion }) => ({
      ...latest(file, 'inspection'),
      ...(conclusion === 'fit' && onwards(file)),
    }),
  },
  study: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'study') ?? ofLevel(actor, stage) ?? obstacles(file),
    effect: (file, { decision }) => ({
      ...latest(file, 'study'),
      ...(decision === 'approve' && onwards(file)),
      ...(decision === 'reject' && { state: 'stopped', outcome: 'not-chosen' }),
    }),
  },
  publish: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'notice') ?? ofLevel(actor, stage) ?? obstacles(file),
    effect: (file, { startsOn, days }) => ({
      ...latest(file, 'publish'),
      validUntil: file.workdaysAfter(startsOn, days),
    }),
  },
  objection: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'notice') ??
      (OFFICES.includes(actor.level) ? null : 'wrong-level') ??
      (noticeEnd(file, stage!.id) === null ? 'wrong-stage' : null),
    effect: () => ({}),
  },
  reply: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'notice') ??
      (actor.level === 'county' ? null : ofLevel(actor, stage)) ??
      (actsAt(file, stage!.id, 'objection').length > 0 ? null : 'no-objection'),
    refusesThis: (file, { objection }) =>
      actsAt(file, file.nominee.stage, 'objection').some(({ id }) => id === objection)
        ? null
        : 'no-objection',
    effect: (file, { objection }) => {
      const earlier = actsAt(file, file.nominee.stage, 'reply').findLast(
        ({ body }) => body.objection === objection,
      )
      return earlier ? { supersedes: earlier.id } : {}
    },
  },
  'end-notice': {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'notice') ??
      ofLevel(actor, stage) ??
      obstacles(file) ??
      (isNoticeOver(file, stage!) ? null : 'obstacles'),
    effect: (file) => onwards(file),
  },
  election: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'election') ?? ofLevel(actor, stage) ?? obstacles(file),
    effect: (file, act) =>
      act.isElected
        ? onwards(file, { outcome: 'elected', term: termOf(act) })
        : { state: 'settled', outcome: 'not-chosen', stage: 'settled' },
  },
  appointment: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'election') ??
      ofLevel(actor, stage) ??
      (isPartyOnly(file) ? null : 'party-only') ??
      obstacles(file),
    effect: (file, act) => onwards(file, { outcome: 'appointed', term: termOf(act) }),
  },
  filing: {
    refuses: (file, actor, stage) =>
      ofKind(stage, 'filing') ?? ofLevel(actor, stage) ?? obstacles(file),
    effect: (file) => onwards(file),
  },
  talk: {
    refuses: (file, { level }) => {
      if (level !== 'county' && level !== 'township') return 'wrong-level'
      return isTalkDue(file) ? null : 'not-due'
    },
    effect: () => ({}),
  },
}

type Result = { outcome: 'elected' | 'appointed'; term: { startsOn: string; endsOn: string } }

/** To the next stage, or settled behind the last, with what the election or appointment brought. */
function onwards(file: File, result: Result | null = resultOf(file)): Effect {
  const next = nextStage(file)
  if (next) return { stage: next.id, ...(result && { term: result.term }) }
  return { stage: 'settled', state: 'settled', ...(result ?? { outcome: 'reserve' }) }
}

function resultOf(file: File): Result | null {
  const act = standingActs(file).findLast(
    ({ body }) => body.kind === 'election' || body.kind === 'appointment',
  )
  if (act?.body.kind === 'election') return { outcome: 'elected', term: termOf(act.body) }
  if (act?.body.kind === 'appointment') return { outcome: 'appointed', term: termOf(act.body) }
  return null
}

function termOf({ termStartsOn, termEndsOn }: { termStartsOn: string; termEndsOn: string }) {
  return { startsOn: termStartsOn, endsOn: termEndsOn }
}

/** A record of the same kind at the stage is superseded by the new one. */
function latest(file: File, kind: 'inspection' | 'study' | 'publish'): Effect {
  const earlier = actsAt(file, file.nominee.stage, kind).at(-1)
  return earlier ? { supersedes: earlier.id } : {}
}
