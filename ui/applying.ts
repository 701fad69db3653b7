import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { ownRecordOf } from './people.ts'
import { toDoCounts, toDoOf } from './to-do.ts'

type Public = typeof api.applications
export type Open = InferResponseType<Public['open']['$get'], 200>
export type OpenRound = Open['rounds'][number]
export type TownshipToChoose = Open['townships'][number]
export type Application = InferRequestType<Public['$post']>['json']
export type ApplicationStanding = InferResponseType<Public['look-up']['$post'], 200>
export type Inbox = InferResponseType<Public['$get'], 200>
export type InboxRow = Inbox['applications'][number]
export type InboxState = InboxRow['state']
export type ApplicationView = InferResponseType<Public[':id']['$get'], 200>
export type Acceptance = InferRequestType<Public[':id']['acceptance']['$post']>['json']
type OwnApi = typeof api.record.nominations
export type OwnNomination = InferResponseType<OwnApi['$get'], 200>['nominations'][number]
export type OwnProposal = InferRequestType<OwnApi['$post']>['json']

export const openRoundsOf = query(() => read(api.applications.open.$get()), 'open-rounds')

/** Nothing that was read is other afterwards, and nothing of it is kept. */
export const handIn = (application: Application) =>
  read(api.applications.$post({ json: application }))

export const lookUpApplication = (receipt: string) =>
  read(api.applications['look-up'].$post({ json: { receipt } }))

export const withdrawApplication = (receipt: string) =>
  read(api.applications.withdrawal.$post({ json: { receipt } }))

export const inboxOf = query(
  (state: InboxState, page: number) =>
    read(api.applications.$get({ query: { state, page: String(page) } })),
  'applications',
)

export const applicationOf = query(
  (id: string) => read(api.applications[':id'].$get({ param: { id } })),
  'application',
)

export const revealOfApplication = (
  id: string,
  field: 'id-number' | 'phone',
  reason: string,
): Promise<{ value: string }> =>
  read(api.applications[':id'].reveals.$post({ param: { id }, json: { field, reason } }))

export const acceptApplication = action(
  async (id: string, given: Acceptance) =>
    json(
      await read(api.applications[':id'].acceptance.$post({ param: { id }, json: given })),
      decided(id),
    ),
  'accept-application',
)

export const refuseApplication = action(
  async (id: string, answer: string) =>
    json(
      await read(api.applications[':id'].refusal.$post({ param: { id }, json: { answer } })),
      decided(id),
    ),
  'refuse-application',
)

export const ownNominationsOf = query(() => read(api.record.nominations.$get()), 'own-nominations')

export const proposeOneself = action(
  async (proposal: OwnProposal) =>
    json(await read(api.record.nominations.$post({ json: proposal })), own()),
  'propose-oneself',
)

export const withdrawOneself = action(
  async (nominee: string, reason: string) =>
    json(
      await read(
        api.record.nominations[':nominee'].withdrawal.$post({
          param: { nominee },
          json: { reason },
        }),
      ),
      own(),
    ),
  'withdraw-oneself',
)

const decided = (id: string) => ({
  revalidate: [inboxOf.key, applicationOf.keyFor(id), toDoCounts.key, toDoOf.key],
})
const own = () => ({ revalidate: [ownNominationsOf.key, ownRecordOf.key] })
