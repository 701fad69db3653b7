import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { rankingOf, talentOf } from './queries.ts'

type One = (typeof api.talents)[':id']
type Items = (typeof api)['cultivation-items']
export type PersonCultivation = InferResponseType<One['cultivation']['$get'], 200>
export type CultivationItem = PersonCultivation['items'][number]
export type CultivationPlan = NonNullable<PersonCultivation['plan']>
export type ItemKind = CultivationItem['kind']
export type Suggestions = InferResponseType<One['cultivation']['suggestions']['$get'], 200>
export type Suggestion = Suggestions['suggestions'][number]
export type PlanBody = InferRequestType<One['cultivation-plan']['$post']>['json']
export type ItemBody = Omit<InferRequestType<Items['$post']>['json'], 'talent'>
export type ItemsPage = InferResponseType<Items['$get'], 200>
export type ListedItem = ItemsPage['items'][number]
export type ItemTab = keyof ItemsPage['counts']
export type Templates = InferResponseType<(typeof api)['plan-templates']['$get'], 200>
export type Template = Templates['templates'][number]
export type TemplateBody = InferRequestType<(typeof api)['plan-templates']['$post']>['json']
export type BulkResult = InferResponseType<
  (typeof api)['cultivation-plans']['bulk']['$post'],
  200
>['results'][number]
type Grade = NonNullable<CultivationItem['grade']>

export const cultivationOf = query(
  (id: string) => read(api.talents[':id'].cultivation.$get({ param: { id } })),
  'cultivation',
)

export type SuggestionsQuery = InferRequestType<One['cultivation']['suggestions']['$get']>['query']

export const suggestionsOf = query(
  (id: string, asked: SuggestionsQuery) =>
    read(api.talents[':id'].cultivation.suggestions.$get({ param: { id }, query: asked })),
  'cultivation-suggestions',
)

/** What is shared of the latest meetings of a person. */
export const sessionsOfPerson = query(
  (id: string) => read(api.talents[':id'].sessions.$get({ param: { id }, query: {} })),
  'person-sessions',
)

/** Opinions, checks and conclusions about a person. */
export const appraisalsOf = query(
  (id: string) => read(api.talents[':id'].checks.$get({ param: { id } })),
  'person-checks',
)

export const templatesOf = query(() => read(api['plan-templates'].$get()), 'plan-templates')

export type ItemsQuery = InferRequestType<Items['$get']>['query']
export const itemsOf = query(
  (asked: ItemsQuery) => read(api['cultivation-items'].$get({ query: asked })),
  'cultivation-items',
)

export const makePlan = action(
  async (id: string, body: PlanBody) =>
    after(
      id,
      await read(api.talents[':id']['cultivation-plan'].$post({ param: { id }, json: body })),
    ),
  'make-cultivation-plan',
)

export const makePlans = action(
  async (body: { template: string; talents: string[]; startsOn: string }) =>
    json(await read(api['cultivation-plans'].bulk.$post({ json: body })), {
      revalidate: [cultivationOf.key, itemsOf.key],
    }),
  'make-cultivation-plans',
)

type PlanChange = InferRequestType<(typeof api)['cultivation-plans'][':id']['$put']>['json']

export const changePlan = action(
  async (talent: string, { id, revision }: Seen, body: PlanChange) =>
    after(
      talent,
      await read(
        api['cultivation-plans'][':id'].$put({ param: { id }, json: body }, seen(revision)),
      ),
    ),
  'change-cultivation-plan',
)

export const closePlan = action(
  async (talent: string, { id, revision }: Seen, reason: string) =>
    after(
      talent,
      await read(
        api['cultivation-plans'][':id'].closing.$post(
          { param: { id }, json: { reason } },
          seen(revision),
        ),
      ),
    ),
  'close-cultivation-plan',
)

export const addItem = action(
  async (talent: string, body: ItemBody) =>
    after(talent, await read(api['cultivation-items'].$post({ json: { talent, ...body } }))),
  'add-cultivation-item',
)

export const changeItem = action(
  async (talent: string, { id, revision }: Seen, body: ItemBody) =>
    after(
      talent,
      await read(
        api['cultivation-items'][':id'].$put({ param: { id }, json: body }, seen(revision)),
      ),
    ),
  'change-cultivation-item',
)

export const reportItem = action(
  async (talent: string, { id, revision }: Seen, body: { result: string; doneOn: string }) =>
    after(
      talent,
      await read(
        api['cultivation-items'][':id'].report.$post({ param: { id }, json: body }, seen(revision)),
      ),
    ),
  'report-cultivation-item',
)

type Confirmation = { grade: Grade | null; result?: string; doneOn?: string }

export const confirmItem = action(
  async (talent: string, { id, revision }: Seen, body: Confirmation) =>
    after(
      talent,
      await read(
        api['cultivation-items'][':id'].confirmation.$post(
          { param: { id }, json: body },
          seen(revision),
        ),
      ),
    ),
  'confirm-cultivation-item',
)

export type ReasonedAct = 'return' | 'drop' | 'reopen'

/** What takes a reason: returned, dropped, taken up again. */
export const turnItem = action(
  async (talent: string, { id, revision }: Seen, act: ReasonedAct, reason: string) => {
    const given = { param: { id }, json: { reason } }
    const route = api['cultivation-items'][':id']
    const send = {
      return: () => route.return.$post(given, seen(revision)),
      drop: () => route.dropping.$post(given, seen(revision)),
      reopen: () => route.reopening.$post(given, seen(revision)),
    }
    return after(talent, await read(send[act]()))
  },
  'turn-cultivation-item',
)

export const addTemplate = action(
  async (body: TemplateBody) =>
    json(await read(api['plan-templates'].$post({ json: body })), { revalidate: templatesOf.key }),
  'add-plan-template',
)

export const changeTemplate = action(
  async ({ id, revision }: Seen, body: TemplateBody) =>
    json(
      await read(api['plan-templates'][':id'].$put({ param: { id }, json: body }, seen(revision))),
      { revalidate: templatesOf.key },
    ),
  'change-plan-template',
)

export const addPresets = action(
  async () =>
    json(await read(api['plan-templates'].presets.$post()), { revalidate: templatesOf.key }),
  'add-preset-templates',
)

export type Seen = { id: string; revision: number }
const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

/** Items become evidence: the portrait and rankings are asked anew as well. */
const after = <T>(id: string, answer: T) =>
  json(answer, {
    revalidate: [
      ...[cultivationOf.keyFor(id), talentOf.keyFor(id), itemsOf.key],
      ...[rankingOf.key, 'criteria', 'cultivation-suggestions'],
    ],
  })
