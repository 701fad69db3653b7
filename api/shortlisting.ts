import type { Context } from 'hono'
import { z } from 'zod'
import {
  groupWords,
  type MinShare,
  POSTS,
  type Policy,
  type Post,
  SHORTLIST_GROUPS,
  type Shortlist,
  type Standing,
  standingOf,
  type Talent,
  type Village,
  youngTo,
} from '../matching/index.ts'
import { type County, inScopeOf } from './candidacies.ts'
import type { Env } from './context.ts'
import { requireSound } from './contradictions.ts'
import { noTownship } from './townships.ts'
import { Code } from './validate.ts'
import { noVillage } from './villages.ts'

/** More are no shortlist any more. */
const MOST = 100
/** Whole numbers of people and small programmes: far less is needed. */
const TIME_LIMIT_SECONDS = 10

/** A number in an address; nothing at all is not 0. */
const InAddress = z.string().trim().min(1).pipe(z.coerce.number())
const ShareInAddress = InAddress.pipe(z.number().min(0).max(1)).optional()

/** Which list: a village's, a township's, else the county's; size and shares of the policy where none is given. */
export const ShortlistQuery = z.object({
  post: z.enum(POSTS),
  village: Code.optional(),
  township: Code.optional().meta({ description: 'Left out where a village is given' }),
  size: InAddress.pipe(z.int().min(0).max(MOST)).optional(),
  women: ShareInAddress,
  young: ShareInAddress,
  college: ShareInAddress,
  newcomers: ShareInAddress,
})
export type AskedShortlist = z.infer<typeof ShortlistQuery>

export type Place = {
  kind: 'village' | 'township' | 'county'
  code: string
  name: string
}
/** A place with its people and the village that each of them is judged for. */
export type Call = {
  county: County
  policy: Policy
  post: Post
  place: Place
  talents: Talent[]
  villageFor: (talent: Talent) => Village | null
  standing: Standing
}

/**
 * The people of the place and where they stand. A village looks at its township and at who would go anywhere in the
 * county; a township and the county at their own people, each judged for the home village.
 */
export async function callOf(c: Context<Env>, asked: AskedShortlist): Promise<Call> {
  const county = await c.var.county()
  const policy = requireSound(county.policy)
  const { place, talents, villageFor } = peopleOf(county, asked, c.var.scope.townshipCode)
  const standing = standingOf({ talents, post: asked.post, policy, villageFor })
  return { county, policy, post: asked.post, place, talents, villageFor, standing }
}

function peopleOf(county: County, asked: AskedShortlist, ownTownship: string | undefined) {
  const atHome = ({ homeVillage }: Talent) => county.villages.get(homeVillage)?.matching ?? null
  if (asked.village !== undefined) {
    const village = county.villages.get(asked.village)
    if (!village) throw noVillage(asked.village)
    const { code, name } = village
    const talents = inScopeOf(county, { village: code })
    const place: Place = { kind: 'village', code, name }
    return { place, talents, villageFor: () => village.matching }
  }
  const code = asked.township ?? ownTownship
  if (code === undefined) {
    const place: Place = { kind: 'county', code: county.code, name: county.name }
    return { place, talents: [...county.talents.values()], villageFor: atHome }
  }
  const township = county.townships.get(code)
  if (!township) throw noTownship(code)
  const talents = [...county.talents.values()].filter(({ homeTownship }) => homeTownship === code)
  const place: Place = { kind: 'township', code, name: township.name }
  return { place, talents, villageFor: atHome }
}

/** Size and shares as asked for; shares given in the address stand for all of the policy's. */
export function demandsOf(asked: AskedShortlist, { shortlist }: Policy) {
  const given = SHORTLIST_GROUPS.flatMap((group): MinShare[] =>
    asked[group] === undefined ? [] : [{ group, min: asked[group] }],
  )
  return {
    size: asked.size ?? shortlist.size,
    shares: given.length > 0 ? given : shortlist.shares,
    isOfPolicy: asked.size === undefined && given.length === 0,
  }
}

/** The list of a call, made beside the server's own thread. */
export async function listed(
  c: Context<Env>,
  { standing }: Call,
  { size, shares }: { size: number; shares: MinShare[] },
): Promise<Shortlist> {
  const { candidates } = standing
  const limits = { gap: 0, timeLimitSeconds: TIME_LIMIT_SECONDS }
  const question = { kind: 'shortlist', candidates, size, shares, ...limits } as const
  return (await c.var.solver.shortlist(question, { signal: c.req.raw.signal })).result
}

/** What a call answers of itself. */
export function calledOf(
  { post, place, policy }: Call,
  { size, shares, isOfPolicy }: ReturnType<typeof demandsOf>,
) {
  const named = shares.map((share) => ({
    ...share,
    name: groupWords(share.group, youngTo(policy)),
  }))
  const { referenceOn, version: policyVersion } = policy
  return { post, place, referenceOn, policyVersion, size, shares: named, isOfPolicy }
}
