import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { toDoCounts } from './to-do.ts'

type Actions = typeof api.readiness.actions
type Lists = (typeof api)['village-lists']
export type VillageReadiness = InferResponseType<
  (typeof api.readiness.villages)[':code']['$get'],
  200
>
export type IndicatorView = VillageReadiness['indicators'][number]
export type IndicatorId = IndicatorView['id']
export type WarningView = VillageReadiness['warnings'][number]
export type DecisionView = VillageReadiness['decisions'][number]
export type ActionList = InferResponseType<Actions['$get'], 200>
export type ActionView = ActionList['actions'][number]
export type ActionState = keyof ActionList['counts']
export type ActionAssigned = InferRequestType<Actions['$post']>['json']
export type ActionLogged = InferRequestType<Actions['logged']['$post']>['json']
export type ActionChanged = InferRequestType<Actions[':id']['$put']>['json']
export type AssignedMany = InferResponseType<Actions['$post'], 201>
export type Checking = InferResponseType<Actions['checking']['$post'], 200>
export type CheckedVillage = Checking['villages'][number]
export type Assignee = ActionAssigned['assignee']
export type Closing = InferRequestType<Actions[':id']['closing']['$post']>['json']
export type VillageLists = InferResponseType<Lists['$get'], 200>
export type ListedVillage = VillageLists['villages'][number]
export type ListId = ListedVillage['list']
export type VillageListView = InferResponseType<Lists[':code']['$get'], 200>
export type Decision = InferRequestType<Lists['decisions']['$post']>['json']
export type Remedy = NonNullable<Decision['remedy']>

export const villageReadinessOf = query(
  (code: string) => read(api.readiness.villages[':code'].$get({ param: { code } })),
  'village-readiness',
)

export type ActionsAsked = {
  state: ActionState
  township: string | undefined
  mine: boolean
  page: number
}

export const actionsOf = query(
  ({ state, township, mine, page }: ActionsAsked) =>
    read(
      api.readiness.actions.$get({
        query: {
          ...{ state, mine: mine ? 'true' : 'false', page: String(page) },
          ...(township !== undefined && { township }),
        },
      }),
    ),
  'readiness-actions',
)

export const assigneesOf = query(
  (villages: readonly string[]) =>
    read(api.readiness.actions.assignees.$get({ query: { villages: villages.join(',') } })),
  'readiness-assignees',
)

/** What assigning would do at each of these villages; nothing is done by asking. */
export const checkingOf = query(
  (
    villages: readonly string[],
    indicator: IndicatorId,
    what: string,
    assignee: Assignee | null,
  ) => {
    const asked = { villages: [...villages], indicator, what, assignee }
    return read(api.readiness.actions.checking.$post({ json: asked }))
  },
  'readiness-checking',
)

export const villageListsOf = query(
  (list: ListId | undefined, township: string | undefined) =>
    read(
      api['village-lists'].$get({
        query: { ...(list && { list }), ...(township && { township }) },
      }),
    ),
  'village-lists',
)

export const villageListOf = query(
  (code: string) => read(api['village-lists'][':code'].$get({ param: { code } })),
  'village-list',
)

export const assignActions = action(
  async (given: ActionAssigned) => after(await read(api.readiness.actions.$post({ json: given }))),
  'assign-actions',
)

export const logActions = action(
  async (given: ActionLogged) =>
    after(await read(api.readiness.actions.logged.$post({ json: given }))),
  'log-actions',
)

export const changeAction = action(
  async ({ id, revision }: Seen, given: ActionChanged) =>
    after(
      await read(api.readiness.actions[':id'].$put({ param: { id }, json: given }, seen(revision))),
    ),
  'change-action',
)

export const closeAction = action(async ({ id, revision }: Seen, given: Closing) => {
  const route = api.readiness.actions[':id'].closing
  return after(await read(route.$post({ param: { id }, json: given }, seen(revision))))
}, 'close-action')

export const closeActions = action(
  async (actions: Seen[], given: Closing) =>
    after(await read(api.readiness.actions.closings.$post({ json: { ...given, actions } }))),
  'close-actions',
)

export const dropAction = action(async ({ id, revision }: Seen, reason: string) => {
  const route = api.readiness.actions[':id'].dropping
  return after(await read(route.$post({ param: { id }, json: { reason } }, seen(revision))))
}, 'drop-action')

export const dropActions = action(
  async (actions: Seen[], reason: string) =>
    after(await read(api.readiness.actions.droppings.$post({ json: { actions, reason } }))),
  'drop-actions',
)

export const decideList = action(
  async (given: Decision) =>
    after(await read(api['village-lists'].decisions.$post({ json: given }))),
  'decide-list',
)

export const takeBackDecision = action(async (id: string, reason: string) => {
  const route = api['village-lists'].decisions[':id']['taking-back']
  return after(await read(route.$post({ param: { id }, json: { reason } })))
}, 'take-back-decision')

type Seen = { id: string; revision: number }
const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

/** What shows where villages stand is read anew; their colours follow by events. */
export const READINESS_KEYS = [
  ...[villageReadinessOf.key, villageListsOf.key, villageListOf.key, actionsOf.key],
  ...['overview', 'township-board', 'to-do', toDoCounts.key, checkingOf.key],
]

function after<Answer>(answer: Answer) {
  return json(answer, { revalidate: READINESS_KEYS })
}
