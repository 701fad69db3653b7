import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { createSignal } from 'solid-js'
import { api, read } from './client.ts'
import { talentsOf } from './people.ts'
import { talentOf } from './queries.ts'

type All = (typeof api)['trial-posts']
type One = All[':id']
type Evaluations = typeof api.evaluations
export type TrialPostList = InferResponseType<All['$get'], 200>
export type TrialPostRow = TrialPostList['trialPosts'][number]
export type TrialPostState = TrialPostRow['state']
export type TrialKind = TrialPostRow['kind']
export type TrialPostView = InferResponseType<One['$get'], 200>
export type Evaluation = TrialPostView['evaluations'][number]
export type Results = NonNullable<Evaluation['results']>
export type TrialPostGiven = InferRequestType<All['$post']>['json']
export type TrialPostChanged = InferRequestType<One['$put']>['json']
export type BreakingOff = InferRequestType<One['breaking-off']['$post']>['json']
export type Conclusion = InferRequestType<One['conclusion']['$post']>['json']
export type Opening = InferRequestType<Evaluations['$post']>['json']
export type Papers = InferRequestType<Evaluations[':id']['papers']['$post']>['json']
export type Marks = Papers['answers'][number]['marks']
export type QuestionId = keyof Marks
export type Asked = InferResponseType<Evaluations['look-up']['$post'], 200>
export type Audience = Asked['audience']

/** Slips of an evaluation that was just opened: in the memory of this page alone, until they are printed. */
export type Slips = {
  trial: TrialPostRow
  closesOn: string
  codes: { code: string; audience: Audience }[]
}
export const [slips, setSlips] = createSignal<Slips | null>(null)

export const trialPostsOf = query(
  (state: TrialPostState, page: number) =>
    read(api['trial-posts'].$get({ query: { state, page: String(page) } })),
  'trial-posts',
)

export const trialPostsOfPerson = query(
  (talent: string) => read(api['trial-posts'].$get({ query: { talent } })),
  'trial-posts-of-person',
)

export const trialPostOf = query(
  (id: string) => read(api['trial-posts'][':id'].$get({ param: { id } })),
  'trial-post',
)

export const trialLimitsOf = query(
  (village: string, kind: TrialKind, startsOn: string) =>
    read(api['trial-posts'].limits.$get({ query: { village, kind, startsOn } })),
  'trial-limits',
)

export const startTrialPost = action(
  async (given: TrialPostGiven) => after(await read(api['trial-posts'].$post({ json: given }))),
  'start-trial-post',
)

export const changeTrialPost = action(
  async (id: string, revision: number, given: TrialPostChanged) =>
    after(
      await read(api['trial-posts'][':id'].$put({ param: { id }, json: given }, seen(revision))),
    ),
  'change-trial-post',
)

export const breakOffTrialPost = action(
  async (id: string, revision: number, given: BreakingOff) => {
    const route = api['trial-posts'][':id']['breaking-off']
    return after(await read(route.$post({ param: { id }, json: given }, seen(revision))))
  },
  'break-off-trial-post',
)

export const concludeTrialPost = action(async (id: string, revision: number, given: Conclusion) => {
  const route = api['trial-posts'][':id'].conclusion
  return after(await read(route.$post({ param: { id }, json: given }, seen(revision))))
}, 'conclude-trial-post')

export const countExperience = action(async (id: string, revision: number) => {
  const route = api['trial-posts'][':id'].experience
  return after(await read(route.$post({ param: { id } }, seen(revision))))
}, 'count-experience')

export const openEvaluation = action(
  async (given: Opening) => after(await read(api.evaluations.$post({ json: given }))),
  'open-evaluation',
)

export const replaceCodes = action(
  async (id: string) => after(await read(api.evaluations[':id'].codes.$post({ param: { id } }))),
  'replace-codes',
)

export const enterPapers = action(
  async (id: string, given: Papers) =>
    after(await read(api.evaluations[':id'].papers.$post({ param: { id }, json: given }))),
  'enter-papers',
)

export const closeEvaluation = action(
  async (id: string) => after(await read(api.evaluations[':id'].closing.$post({ param: { id } }))),
  'close-evaluation',
)

/** Nothing of either is kept by the browser. */
export const lookUpCode = (code: string) =>
  read(api.evaluations['look-up'].$post({ json: { code } }))
export const sendAnswer = (code: string, marks: Marks) =>
  read(api.evaluations.answer.$post({ json: { code, marks } }))

const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

/** A status may have changed with it, so that lists of people are read anew. */
function after<T>(answer: T) {
  const own = [trialPostsOf.key, trialPostsOfPerson.key, trialPostOf.key]
  return json(answer, { revalidate: [...own, talentOf.key, talentsOf.key] })
}
