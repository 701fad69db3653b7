import { action, json, query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import { api, read } from './client.ts'
import { missesOf, placesOf, plansOf, rankingOf, slateOf, talentOf, villageOf } from './queries.ts'
import type { CorrectedField, PrivateField } from './types.ts'

/** Which people; nothing in it is everybody of the own scope. */
export type TalentFilter = { q?: string; township?: string; village?: string }
type Signed = InferRequestType<(typeof api.talents)[':id']['consents']['$post']>['json']
type Enrolment = InferRequestType<typeof api.enrolments.$post>['json']
type NoticeText = InferRequestType<typeof api.notice.$put>['json']

export const talentsOf = query(
  (filter: TalentFilter) => read(api.talents.$get({ query: filter })),
  'talents',
)

/** The number goes in the body: addresses are logged and remembered. */
export const lookUp = (idNumber: string) =>
  read(api.talents['look-ups'].$post({ json: { idNumber } }))

/** Looks, not changes: written down by the server, and nothing is to be read anew. */
export const reveal = (id: string, field: PrivateField, reason: string) =>
  read(api.talents[':id'].reveals.$post({ param: { id }, json: { field, reason } }))

export const revealProposed = (id: string, reason: string) =>
  read(api.corrections[':id'].reveals.$post({ param: { id }, json: { reason } }))

export const changePrivate = action(
  async (id: string, field: PrivateField, value: string | null, revision: number) =>
    after(
      await read(
        api.talents[':id'].private[':field'].$put(
          { param: { id, field }, json: { value } },
          { headers: { 'if-match': `"${revision}"` } },
        ),
      ),
      talentOf.keyFor(id),
    ),
  'change-private',
)

/** Answers the code, which nothing else ever tells again. */
export const invite = action(
  async (id: string) => after(await read(api.talents[':id'].invitations.$post({ param: { id } }))),
  'invite',
)

export const recordConsent = action(
  async (id: string, signed: Signed) =>
    after(
      await read(api.talents[':id'].consents.$post({ param: { id }, json: signed })),
      talentOf.keyFor(id),
      ...teams(),
    ),
  'record-consent',
)

/** The portrait itself is not read again: there is none any more. */
export const erase = action(
  async (id: string, reason: string) =>
    after(
      await read(api.talents[':id'].erasure.$post({ param: { id }, json: { reason } })),
      ...[talentsOf.key, dueOf.key, correctionsOf.key, mentorshipsOf.key],
      ...[placesOf.key, villageOf.key, plansOf.key, ...teams()],
    ),
  'erase',
)

export const noticeOf = query(() => read(api.notice.$get()), 'notice')

export const changeNotice = action(
  async (text: NoticeText) => after(await read(api.notice.$put({ json: text })), noticeOf.key),
  'change-notice',
)

export const ownRecordOf = query(() => read(api.record.$get()), 'own-record')

export const looksOf = query(() => read(api.record.looks.$get({ query: {} })), 'looks')

export const earlierLooks = (before: number) =>
  read(api.record.looks.$get({ query: { before: String(before) } }))

export const giveConsent = action(
  async (noticeVersion: number) =>
    after(await read(api.record.consent.$post({ json: { noticeVersion } })), ownRecordOf.key),
  'give-consent',
)

export const withdrawConsent = action(
  async () => after(await read(api.record['consent-withdrawal'].$post()), ownRecordOf.key),
  'withdraw-consent',
)

export const askCorrection = action(
  async (asked: { field: CorrectedField; proposed: string; note: string }) =>
    after(await read(api.record.corrections.$post({ json: asked })), ownRecordOf.key),
  'ask-correction',
)

export const correctionsOf = query(() => read(api.corrections.$get({ query: {} })), 'corrections')

export const answerCorrection = action(
  async (id: string, given: { isAccepted: boolean; answer: string }) =>
    after(
      await read(api.corrections[':id'].answer.$post({ param: { id }, json: given })),
      ...[correctionsOf.key, talentsOf.key, talentOf.key, ...teams()],
    ),
  'answer-correction',
)

export const lookUpInvitation = (code: string) =>
  read(api.enrolments['look-up'].$post({ json: { code } }))

export const enrol = action(
  async (enrolment: Enrolment) => after(await read(api.enrolments.$post({ json: enrolment }))),
  'enrol',
)

export const dueOf = query(() => read(api.retention.$get()), 'due')

export const keepLonger = action(
  async (id: string, given: { keepUntil: string; reason: string }) =>
    after(await read(api.retention[':id'].$post({ param: { id }, json: given })), dueOf.key),
  'keep-longer',
)

export const mentorshipsOf = query(() => read(api.mentorships.$get({ query: {} })), 'mentorships')

export const mentorsOf = query(
  (talent: string) => read(api.mentorships.$get({ query: { talent } })),
  'mentors',
)

export const beginMentorship = action(
  async (mentor: string, talent: string) =>
    after(
      await read(api.mentorships[':mentor'][':talent'].$put({ param: { mentor, talent } })),
      ...[mentorshipsOf.key, mentorsOf.key],
    ),
  'begin-mentorship',
)

export const endMentorship = action(
  async (mentor: string, talent: string) =>
    after(
      await read(api.mentorships[':mentor'][':talent'].$delete({ param: { mentor, talent } })),
      ...[mentorshipsOf.key, mentorsOf.key],
    ),
  'end-mentorship',
)

/** What was stored changes what these queries answered; the rest is not asked again, since each look is recorded. */
const after = <T>(answer: T, ...revalidate: string[]) => json(answer, { revalidate })

/** Queries about whom a village may have. */
const teams = () => [rankingOf.key, slateOf.key, missesOf.key]
