import { z } from 'zod'
import { findPlan } from '../db/plans.ts'
import { findPolicyDraft, findPolicyVersion } from '../db/policies.ts'
import { isWholeCounty } from '../db/scope.ts'
import type { Exclusion, Pin, Plan, Policy } from '../matching/types.ts'
import type { County } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { LIMITS, MOST_GAP } from './plan-limits.ts'
import type { StoredPlan } from './plan-solving.ts'
import { Problem } from './problem.ts'
import { ExclusionRequest, PinRequest, requireKnown } from './requests.ts'
import { PolicyBody } from './shapes/policy.ts'
import { VersionNumber } from './shapes/policy-work.ts'
import { completed, policyOf } from './stored-policy.ts'
import { Code, errorsIn, invalid } from './validate.ts'

const Id = z.string().min(1).max(64)
export const PlanAsked = z.object({
  township: Code.nullable(),
  pins: z
    .array(PinRequest)
    .max(2000)
    .optional()
    .meta({ description: 'left out with `basedOn`: those of that plan' }),
  exclusions: z
    .array(ExclusionRequest)
    .max(5000)
    .optional()
    .meta({ description: 'left out with `basedOn`: those of that plan' }),
  policyVersion: VersionNumber.optional().meta({ description: 'the one in force by default' }),
  draft: z.literal(true).optional().meta({ description: 'by the account’s own draft of a policy' }),
  basedOn: Id.optional().meta({
    description: 'a finished plan that this one replaces with the least change',
  }),
  repeats: Id.optional().meta({
    description: 'a finished plan whose question is asked again, whatever else is given',
  }),
  gap: z.number().min(0).max(MOST_GAP).optional(),
  timeLimitSeconds: z.number().positive().optional(),
})
type Asked = z.infer<typeof PlanAsked>

/** As it is stored with the plan. */
export type PlanRequest = {
  township: string | null
  pins: Pin[]
  exclusions: Exclusion[]
  gap?: number | undefined
  timeLimitSeconds?: number | undefined
  basedOn?: string | undefined
  repeats?: string | undefined
  /** Kept whole: a draft goes on changing. */
  draftPolicy?: Omit<Policy, 'version'> | undefined
}
/** Whose question it is, and what the routes know of them. */
type Asking = Pick<Env['Variables'], 'db' | 'scope' | 'session'>
type Wanted = { request: PlanRequest; policyVersion: number }

/** The question as it will be stored, or a refusal that says what is wrong with it. */
export async function wantedOf(by: Asking, county: County, asked: Asked): Promise<Wanted> {
  const inScope = villagesAsked(by, county, asked.township)
  if (asked.repeats !== undefined) return repeated(by, asked.township, asked.repeats)
  const base = asked.basedOn === undefined ? null : await finishedPlan(by, asked, asked.basedOn)
  const request = requestOf(asked, base?.request ?? null, county)
  requireKnown(county, inScope, request)
  requireTime(asked)
  const { policy, isDraft } = await policyAsked(by, county, asked)
  const { version, ...draftPolicy } = requireSound(policy)
  return { request: { ...request, ...(isDraft && { draftPolicy }) }, policyVersion: version }
}

/** A solved plan with its question; a refusal when there is none of that id, extent or result. */
async function finishedPlan(
  { db, scope }: Pick<Asking, 'db' | 'scope'>,
  { township }: Pick<Asked, 'township'>,
  id: string,
) {
  const plan = await findPlan(db, scope, id)
  if (!plan || plan.townshipCode !== township) throw new Problem('not-found', noSuchPlan(id))
  if (solvedOf(plan.result) === null) throw new Problem('conflict', NOTHING_TO_BUILD_ON)
  return { ...plan, request: plan.request as PlanRequest }
}

/** The teams of a stored result; null when there are none, or none any more. */
export function solvedOf(result: unknown): Plan | null {
  const stored = result as StoredPlan | { failure: unknown } | null
  return stored !== null && 'status' in stored && stored.status === 'solved' ? stored.plan : null
}

async function repeated(by: Asking, township: string | null, id: string): Promise<Wanted> {
  const { request, policyVersion } = await finishedPlan(by, { township }, id)
  return { request: { ...request, repeats: id }, policyVersion }
}

/** What the plan before had is taken over where nothing else is said, but for people who are gone. */
function requestOf(asked: Asked, base: PlanRequest | null, { talents }: County): PlanRequest {
  const isThere = ({ talent }: { talent: string }) => talents.has(talent)
  const wasAsked = (one: { talent: string }, before: { talent: string }[]) =>
    isThere(one) || !before.some(({ talent }) => talent === one.talent)
  const { township, gap, timeLimitSeconds, basedOn } = asked
  const before = base ?? { pins: [], exclusions: [] }
  return {
    township,
    pins: (asked.pins ?? before.pins).filter((one) => wasAsked(one, before.pins)),
    exclusions: (asked.exclusions ?? before.exclusions).filter((one) =>
      wasAsked(one, before.exclusions),
    ),
    ...{ gap, timeLimitSeconds, basedOn },
  }
}

async function policyAsked({ db, scope, session }: Asking, county: County, asked: Asked) {
  if (asked.draft) return { policy: await draftOf(), isDraft: true }
  const { policyVersion = county.policy.version } = asked
  if (policyVersion === county.policy.version) return { policy: county.policy, isDraft: false }
  const row = await findPolicyVersion(db, scope, policyVersion)
  if (!row) throw invalid([{ pointer: '#/policyVersion', detail: noSuchVersion(policyVersion) }])
  return { policy: policyOf(row), isDraft: false }

  async function draftOf(): Promise<Policy> {
    const draft = await findPolicyDraft(db, scope, session.account.id)
    if (!draft) throw invalid([{ pointer: '#/draft', detail: NO_DRAFT }])
    const errors = errorsIn(PolicyBody, completed(draft.body))
    if (errors.length > 0)
      throw invalid(errors.map((one) => ({ ...one, pointer: `#/draft${one.pointer.slice(1)}` })))
    return policyOf({ version: draft.basedOn, body: draft.body })
  }
}

function requireTime({ township, timeLimitSeconds }: Asked): void {
  const most = LIMITS[township === null ? 'county' : 'township'].mostSeconds
  if (timeLimitSeconds === undefined || timeLimitSeconds <= most) return
  throw invalid([{ pointer: '#/timeLimitSeconds', detail: tooLong(most) }])
}

function villagesAsked({ scope }: Asking, county: County, code: string | null): Set<string> {
  if (code === null && !isWholeCounty(scope)) throw invalid([ownTownship()])
  if (code === null) return new Set(county.villages.keys())
  const township = county.townships.get(code)
  if (!township) throw invalid([noTownship(code)])
  return new Set(township.villages.map(({ code }) => code))
}

const NO_DRAFT = {
  zh: '您还没有保存政策草稿，请先在政策页保存，或选择现行版本。',
  en: 'You have no draft of a policy yet: save one on the policy page, or choose the version in force.',
}
const NOTHING_TO_BUILD_ON = {
  zh: '该方案没有测算完成，或其中有人的信息已按规定删除，不能在此基础上测算。请选择另一稿。',
  en: 'That plan has no result, or lost it because data of somebody in it were erased: choose another.',
}

const noSuchPlan = (id: string) => ({
  zh: `本范围内没有编号为 ${id} 的换届方案。`,
  en: `There is no plan ${id} of this scope.`,
})

const noSuchVersion = (version: number) => ({
  zh: `没有第 ${version} 版政策，请从版本列表中选择。`,
  en: `There is no version ${version} of the policy: choose one from the list.`,
})

const tooLong = (most: number) => ({
  zh: `时间上限最多 ${most} 秒。`,
  en: `The time limit is ${most} seconds at most.`,
})

function noTownship(code: string) {
  return {
    pointer: '#/township',
    detail: {
      zh: `本县没有代码为 ${code} 的乡镇（街道）。全县请用 null。`,
      en: `The county has no township ${code}. For the whole county give null.`,
    },
  }
}

function ownTownship() {
  return {
    pointer: '#/township',
    detail: {
      zh: '您的账号只做本乡镇（街道）的方案，请填本乡镇代码。',
      en: 'Your account makes plans of its own township: give its code.',
    },
  }
}
