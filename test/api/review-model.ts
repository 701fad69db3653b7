import type { ReviewAct } from '../../api/shapes/review-acts.ts'

/**
 * The workflow once more, as domain §6 tells it and apart from the code: what a nominee for secretary needs on each
 * stage, and who may give it. Plain and slow on purpose.
 */
export const STAGES = [
  ...['village-check', 'township-review', 'joint-review', 'inspection', 'study'],
  ...['public-notice', 'approval', 'election', 'filing'],
] as const
export const SIGNERS = ['organisation-member', 'police-head'] as const
export const DEPARTMENTS = ['discipline-inspection', 'police'] as const

/** Who asks: an office, one of the two who sign for the township, or a department. */
export type Who = 'county' | 'township' | 'police-head' | 'village' | (typeof DEPARTMENTS)[number]

export type Model = {
  at: number
  state: 'open' | 'stopped' | 'withdrawn' | 'settled'
  outcome: string | null
  signed: Set<string>
  answers: Map<string, 'pass' | 'objection' | 'more' | null>
  /** Whether a question of the present stage waits for its answer. */
  isAsked: boolean
  /** Day counted from the first, on which the notice is over. */
  noticeOver: number | null
  objections: Map<string, 'open' | 'refuted' | 'upheld'>
  hasTalked: boolean
  day: number
}

export function begun(): Model {
  return {
    ...{ at: 0, state: 'open', outcome: null, signed: new Set(), isAsked: false, day: 0 },
    ...{ answers: new Map(), noticeOver: null, objections: new Map(), hasTalked: false },
  }
}

/** The status that the interface answers with; 200 changes the model. */
export function follow(model: Model, who: Who, act: ReviewAct): number {
  const isDepartment = (DEPARTMENTS as readonly string[]).includes(who)
  if (isDepartment && act.kind !== 'answer') return 403
  if (!isDepartment && act.kind === 'answer') return 409
  if (act.kind === 'resume') return resume(model, who)
  if (act.kind === 'talk') return talk(model, who)
  if (model.state !== 'open') return isDepartment ? 404 : 409
  const stage = STAGES[model.at]!
  switch (act.kind) {
    case 'answer':
      return answer(model, who, act.answer)
    case 'pass':
      return pass(model, who, stage, act.isOnPaper)
    case 'ask':
      if (!isOfStage(who, stage)) return 409
      model.isAsked = true
      return 200
    case 'supplement':
      return supplement(model, act.department)
    case 'stop':
      if (who !== 'county' && !isOfStage(who, stage)) return 409
      return end(model, 'stopped', 'not-chosen')
    case 'withdraw':
      return who === 'village' ? 409 : end(model, 'withdrawn', null)
    case 'inspection':
      if (stage !== 'inspection' || who !== 'county' || !isClear(model)) return 409
      if (act.conclusion === 'fit') onwards(model)
      return 200
    case 'study':
      if (stage !== 'study' || who !== 'county' || !isClear(model)) return 409
      if (act.decision === 'approve') onwards(model)
      if (act.decision === 'reject') end(model, 'stopped', 'not-chosen')
      return 200
    case 'publish':
      if (stage !== 'public-notice' || who !== 'county' || !isClear(model)) return 409
      model.noticeOver = model.day + 7
      return 200
    case 'objection':
      return stage === 'public-notice' && model.noticeOver !== null ? 200 : 409
    case 'reply':
      if (stage !== 'public-notice' || who !== 'county') return 409
      if (!model.objections.has(act.objection)) return 409
      model.objections.set(act.objection, act.isUpheld ? 'upheld' : 'refuted')
      return 200
    case 'end-notice':
      if (stage !== 'public-notice' || who !== 'county' || !isClear(model)) return 409
      if (model.noticeOver === null || model.day <= model.noticeOver) return 409
      if ([...model.objections.values()].some((it) => it !== 'refuted')) return 409
      onwards(model)
      return 200
    case 'election':
      if (stage !== 'election' || !isTownship(who) || !isClear(model)) return 409
      if (!act.isElected) return end(model, 'settled', 'not-chosen')
      model.outcome = 'elected'
      onwards(model)
      return 200
    case 'filing':
      if (stage !== 'filing' || who !== 'county' || !isClear(model)) return 409
      model.at = STAGES.length
      model.state = 'settled'
      return 200
    default:
      throw new Error(`the model does not know ${act.kind}`)
  }
}

/** Who does what next when all goes well, or too early: before the answers are there. Random acts come in between. */
export function leads(model: Model, isEarly = false): [Who, Lead] | null {
  const { at, state, answers, signed, noticeOver } = model
  if (state !== 'open') return isEarly ? ['county', 'talk'] : null
  const stage = STAGES[at]!
  const open = !isEarly && at >= 2 && DEPARTMENTS.find((id) => answers.get(id) !== 'pass')
  if (open) return [open, 'answer']
  if (stage === 'village-check') return ['village', 'pass']
  if (stage === 'township-review')
    return [signed.has('police-head') ? 'township' : 'police-head', 'pass']
  if (stage === 'public-notice') return ['county', noticeOver === null ? 'publish' : 'end-notice']
  if (stage === 'approval') return ['township', 'pass']
  if (stage === 'election') return ['township', 'election']
  return ['county', stage === 'joint-review' ? 'pass' : stage]
}
type Lead =
  | 'answer'
  | 'pass'
  | 'publish'
  | 'end-notice'
  | 'election'
  | 'inspection'
  | 'study'
  | 'filing'
  | 'talk'

const TOWNSHIP_STAGES = ['township-review', 'approval', 'election']
const isTownship = (who: Who) => who === 'township' || who === 'police-head'

function isOfStage(who: Who, stage: string): boolean {
  if (stage === 'village-check') return who === 'village' || isTownship(who)
  return TOWNSHIP_STAGES.includes(stage) ? isTownship(who) : who === 'county'
}

/** Every department said pass; asked from the joint review on. */
function isClear({ at, answers }: Model): boolean {
  return at < 2 || DEPARTMENTS.every((id) => answers.get(id) === 'pass')
}

function onwards(model: Model): void {
  model.at++
  model.isAsked = false
  if (STAGES[model.at] === 'joint-review')
    for (const id of DEPARTMENTS) if (!model.answers.get(id)) model.answers.set(id, null)
}

function end(model: Model, state: Model['state'], outcome: string | null): number {
  model.state = state
  model.outcome = outcome
  if (state === 'settled') model.at = STAGES.length
  return 200
}

function answer(model: Model, who: string, said: 'pass' | 'objection' | 'more'): number {
  if (!model.answers.has(who)) return 404
  model.answers.set(who, said)
  return 200
}

function pass(model: Model, who: Who, stage: string, isOnPaper: boolean): number {
  if (!['village-check', 'township-review', 'joint-review', 'approval'].includes(stage)) return 409
  if (!isOfStage(who, stage) || !isClear(model)) return 409
  if (stage === 'village-check' && isTownship(who) && !isOnPaper) return 409
  if (stage === 'township-review') {
    const signer = who === 'township' ? 'organisation-member' : 'police-head'
    if (model.signed.has(signer)) return 409
    if (isOnPaper && !isTownship(who)) return 409
    model.signed.add(signer)
    if (model.signed.size < SIGNERS.length) return 200
  } else if (isOnPaper && !isTownship(who)) return 409
  onwards(model)
  return 200
}

function supplement(model: Model, department: string | null): number {
  if (department === null) {
    if (!model.isAsked) return 409
    model.isAsked = false
    return 200
  }
  if (model.answers.get(department) !== 'more') return 409
  model.answers.set(department, null)
  return 200
}

function resume(model: Model, who: Who): number {
  if (who !== 'county') return 409
  if (model.state !== 'stopped' && model.state !== 'withdrawn') return 409
  model.state = 'open'
  model.outcome = null
  return 200
}

/** S0 §2.5: whoever was not chosen is talked with, once. */
function talk(model: Model, who: Who): number {
  if (who === 'village') return 409
  if (model.outcome !== 'not-chosen' || model.hasTalked) return 409
  model.hasTalked = true
  return 200
}
