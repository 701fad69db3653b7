import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'
import { mentorshipsOf, mentorsOf } from './people.ts'

export type MentorLine = InferResponseType<
  (typeof api)['mentor-profiles']['$get'],
  200
>['mentors'][number]
export type Suggested = InferResponseType<
  typeof api.mentorships.suggestions.$get,
  200
>['mentors'][number]
export type Proposal = InferResponseType<
  (typeof api)['mentorship-proposals']['$get'],
  200
>['proposals'][number]

/** Every mentor of the county with the load of now. */
export const mentorLinesOf = query(() => read(api['mentor-profiles'].$get()), 'mentor-lines')

export const suggestedMentorsOf = query(
  (talent: string) => read(api.mentorships.suggestions.$get({ query: { talent } })),
  'suggested-mentors',
)

export const openProposalsOf = query(
  () => read(api['mentorship-proposals'].$get({ query: { state: 'open' } })),
  'open-proposals',
)

export const proposePair = action(
  async (mentor: string, talent: string, reason: string) =>
    after(await read(api['mentorship-proposals'].$post({ json: { mentor, talent, reason } }))),
  'propose-pair',
)

/** What the mentor or the person said on paper. */
export const writeAnswerDown = action(
  async (id: string, who: 'mentor' | 'talent', answer: 'agreed' | 'refused') =>
    after(
      await read(
        api['mentorship-proposals'][':id'].answer.$post({ param: { id }, json: { who, answer } }),
      ),
    ),
  'write-answer-down',
)

export const withdrawPair = action(
  async (id: string) =>
    after(await read(api['mentorship-proposals'][':id'].withdrawal.$post({ param: { id } }))),
  'withdraw-pair',
)

export type ProfileGiven = InferRequestType<
  (typeof api)['mentor-profiles'][':account']['$put']
>['json']

export const mentorProfileOf = query(
  (account: string) => read(api['mentor-profiles'][':account'].$get({ param: { account } })),
  'mentor-profile',
)

export const changeMentorProfile = action(
  async (account: string, given: ProfileGiven, revision: number) =>
    after(
      await read(
        api['mentor-profiles'][':account'].$put(
          { param: { account }, json: given },
          { headers: { 'if-match': `"${revision}"` } },
        ),
      ),
    ),
  'change-mentor-profile',
)

/** All mentees of a mentor who leaves go to another. */
export const handMenteesOver = action(
  async (from: string, to: string, reason: string) =>
    after(await read(api.mentorships.handovers.$post({ json: { from, to, moves: [], reason } }))),
  'hand-mentees-over',
)

const after = <T>(answer: T) =>
  json(answer, {
    revalidate: [
      ...[mentorLinesOf.key, suggestedMentorsOf.key, openProposalsOf.key],
      ...[mentorshipsOf.key, mentorsOf.key, mentorProfileOf.key],
    ],
  })
