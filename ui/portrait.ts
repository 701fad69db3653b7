import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { talentsOf } from './people.ts'
import { missesOf, rankingOf, slateOf, talentOf } from './queries.ts'
import type { Post } from './types.ts'

type One = (typeof api.talents)[':id']
export type Criteria = InferResponseType<One['criteria']['$get'], 200>
export type Change = InferResponseType<One['history']['$get'], 200>['changes'][number]
export type FactsBody = InferRequestType<One['$patch']>['json']
export type NewTalent = InferRequestType<typeof api.talents.$post>['json']
export type SkillsBody = InferRequestType<One['skills']['$put']>['json']
export type EvidenceBody = InferRequestType<One['evidence']['$post']>['json']
export type HonourBody = InferRequestType<One['honours']['$post']>['json']
export type RelativeBody = InferRequestType<One['relatives']['$post']>['json']
export type EvidenceSource = InferResponseType<
  (typeof api)['evidence-sources']['$get'],
  200
>['sources'][number]
export type DepartureBody = InferRequestType<One['departures']['$post']>['json']
export type Departure = InferResponseType<One['departures']['$get'], 200>['departures'][number]
type LinkBody = InferRequestType<One['relatives'][':relative']['link']['$post']>['json']
export type Relation = LinkBody['relation']

/** The revision is only there so that a person who changed is counted anew. */
export const criteriaOf = query(
  (id: string, village: string | undefined, post: Post | undefined, _revision: number) =>
    read(
      api.talents[':id'].criteria.$get({
        param: { id },
        query: { ...(village && { village }), ...(post && { post }) },
      }),
    ),
  'criteria',
)

export const historyOf = query(
  (id: string) => read(api.talents[':id'].history.$get({ param: { id } })),
  'history',
)

export const evidenceSourcesOf = query(
  () => read(api['evidence-sources'].$get()),
  'evidence-sources',
)

export const departuresOf = query(
  (id: string) => read(api.talents[':id'].departures.$get({ param: { id } })),
  'departures',
)

/** Enters somebody; a request that is sent twice with the same id enters one person. */
export const register = action(
  async (person: NewTalent) => after('', await read(api.talents.$post({ json: person }))),
  'register',
)

export const changeFacts = action(
  async (id: string, revision: number, json: FactsBody) =>
    after(id, await read(api.talents[':id'].$patch({ param: { id }, json }, seen(revision)))),
  'change-facts',
)

export const putSkills = action(
  async (id: string, revision: number, json: SkillsBody) =>
    after(id, await read(api.talents[':id'].skills.$put({ param: { id }, json }, seen(revision)))),
  'put-skills',
)

export const addEvidence = action(
  async (id: string, revision: number, json: EvidenceBody) =>
    after(
      id,
      await read(api.talents[':id'].evidence.$post({ param: { id }, json }, seen(revision))),
    ),
  'add-evidence',
)

export const putEvidence = action(
  async (id: string, evidence: string, revision: number, json: EvidenceBody) => {
    const given = { param: { id, evidence }, json }
    const route = api.talents[':id'].evidence[':evidence']
    return after(id, await read(route.$put(given, seen(revision))))
  },
  'put-evidence',
)

export const removeEvidence = action(async (id: string, evidence: string, revision: number) => {
  const route = api.talents[':id'].evidence[':evidence']
  return after(id, await read(route.$delete({ param: { id, evidence } }, seen(revision))))
}, 'remove-evidence')

export const addHonour = action(
  async (id: string, revision: number, json: HonourBody) =>
    after(
      id,
      await read(api.talents[':id'].honours.$post({ param: { id }, json }, seen(revision))),
    ),
  'add-honour',
)

export const putHonour = action(
  async (id: string, honour: string, revision: number, json: HonourBody) => {
    const given = { param: { id, honour }, json }
    return after(id, await read(api.talents[':id'].honours[':honour'].$put(given, seen(revision))))
  },
  'put-honour',
)

export const removeHonour = action(async (id: string, honour: string, revision: number) => {
  const route = api.talents[':id'].honours[':honour']
  return after(id, await read(route.$delete({ param: { id, honour } }, seen(revision))))
}, 'remove-honour')

export const addRelative = action(
  async (id: string, revision: number, json: RelativeBody) =>
    after(
      id,
      await read(api.talents[':id'].relatives.$post({ param: { id }, json }, seen(revision))),
    ),
  'add-relative',
)

export const putRelative = action(
  async (id: string, relative: string, revision: number, json: RelativeBody) => {
    const given = { param: { id, relative }, json }
    const route = api.talents[':id'].relatives[':relative']
    return after(id, await read(route.$put(given, seen(revision))))
  },
  'put-relative',
)

export const removeRelative = action(async (id: string, relative: string, revision: number) => {
  const route = api.talents[':id'].relatives[':relative']
  return after(id, await read(route.$delete({ param: { id, relative } }, seen(revision))))
}, 'remove-relative')

export const linkRelative = action(
  async (id: string, relative: string, revision: number, json: LinkBody) => {
    const given = { param: { id, relative }, json }
    const route = api.talents[':id'].relatives[':relative'].link
    return after(id, await read(route.$post(given, seen(revision))))
  },
  'link-relative',
)

export const unlinkRelative = action(async (id: string, relative: string, revision: number) => {
  const route = api.talents[':id'].relatives[':relative'].link
  return after(id, await read(route.$delete({ param: { id, relative } }, seen(revision))))
}, 'unlink-relative')

/** Two people of one name: the pair is not proposed again. */
export const refuseMatch = action(
  async (id: string, relative: string, revision: number, talent: string) => {
    const given = { param: { id, relative }, json: { talent } }
    const route = api.talents[':id'].relatives[':relative'].refusals
    return after(id, await read(route.$post(given, seen(revision))))
  },
  'refuse-match',
)

/** Who leaves or comes back; nominations under way end with it. */
export const recordDeparture = action(
  async (id: string, revision: number, json: DepartureBody) =>
    after(
      id,
      await read(api.talents[':id'].departures.$post({ param: { id }, json }, seen(revision))),
    ),
  'record-departure',
)

const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

/** What was stored changes the portrait, the lists and whom a village may have; the rest is not asked again. */
const after = <T>(id: string, answer: T) =>
  json(answer, {
    revalidate: [
      ...(id ? [talentOf.keyFor(id), historyOf.keyFor(id), departuresOf.keyFor(id)] : []),
      ...[talentsOf.key, rankingOf.key, slateOf.key, missesOf.key],
    ],
  })
