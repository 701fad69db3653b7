import { action, json, query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

type One = (typeof api.courses)[':id']
export type Courses = InferResponseType<typeof api.courses.$get, 200>
export type CourseOfList = Courses['courses'][number]
export type Course = InferResponseType<One['$get'], 200>
export type CoursePart = Course['sessions'][number]
export type Participant = Course['participants'][number]
export type Attendance = Participant['attendance'][string]
export type Result = NonNullable<Participant['result']>
export type CourseGiven = InferRequestType<typeof api.courses.$post>['json']
export type CodeShown = InferResponseType<One['sessions'][':part']['code']['$post'], 200>
export type SheetPreview = InferResponseType<One['sheet']['$post'], 200>
export type SheetRow = SheetPreview['rows'][number]
export type SheetEntry = InferRequestType<One['entries']['$post']>['json']['entries'][number]
type Marks = InferRequestType<One['attendance']['$post']>['json']
type Results = InferRequestType<One['results']['$put']>['json']['results']
export type HoursQuery = InferRequestType<(typeof api)['training-hours']['$get']>['query']
export type TrainingHours = InferResponseType<(typeof api)['training-hours']['$get'], 200>
export type HoursOfPerson = TrainingHours['people'][number]

export const coursesOf = query(
  (year: string | undefined) => read(api.courses.$get({ query: year ? { year } : {} })),
  'courses',
)
export const courseOf = query(
  (id: string) => read(api.courses[':id'].$get({ param: { id } })),
  'course',
)
export const trainersOf = query(() => read(api.courses.trainers.$get()), 'course-trainers')
export const hoursOf = query(
  (asked: HoursQuery) => read(api['training-hours'].$get({ query: asked })),
  'training-hours',
)
/** The page after the one that ended there; nothing else keeps it. */
export const moreHours = (asked: HoursQuery, after: string) =>
  read(api['training-hours'].$get({ query: { ...asked, after } }))

export const makeCourse = action(
  async (given: CourseGiven) => after(await read(api.courses.$post({ json: given }))),
  'make-course',
)
export const changeCourse = action(async (id: string, revision: number, given: CourseGiven) => {
  const seen = { headers: { 'if-match': `"${revision}"` } }
  return after(await read(api.courses[':id'].$put({ param: { id }, json: given }, seen)), id)
}, 'change-course')

export const addParticipants = action(
  async (id: string, talents: string[], list: string | null) =>
    after(
      await read(api.courses[':id'].participants.$post({ param: { id }, json: { talents, list } })),
      id,
    ),
  'add-participants',
)
export const removeParticipant = action(
  async (id: string, talent: string) =>
    after(
      await read(api.courses[':id'].participants[':talent'].$delete({ param: { id, talent } })),
      id,
    ),
  'remove-participant',
)

export const enterAttendance = action(
  async (id: string, given: Marks) =>
    after(await read(api.courses[':id'].attendance.$post({ param: { id }, json: given })), id),
  'enter-attendance',
)
export const enterResults = action(
  async (id: string, results: Results) =>
    after(await read(api.courses[':id'].results.$put({ param: { id }, json: { results } })), id),
  'enter-results',
)
export const writeSheet = action(
  async (id: string, entries: SheetEntry[]) =>
    after(await read(api.courses[':id'].entries.$post({ param: { id }, json: { entries } })), id),
  'write-course-sheet',
)

export const finishCourse = action(
  async (id: string) =>
    after(await read(api.courses[':id'].finishing.$post({ param: { id } })), id),
  'finish-course',
)
export const reopenCourse = action(
  async (id: string) =>
    after(await read(api.courses[':id'].reopening.$post({ param: { id } })), id),
  'reopen-course',
)
export const cancelCourse = action(
  async (id: string, reason: string) =>
    after(
      await read(api.courses[':id'].cancellation.$post({ param: { id }, json: { reason } })),
      id,
    ),
  'cancel-course',
)
export const restoreCourse = action(
  async (id: string) =>
    after(await read(api.courses[':id'].restoration.$post({ param: { id } })), id),
  'restore-course',
)

export const showCode = action(
  async (id: string, part: string, minutes: number) =>
    after(
      await read(
        api.courses[':id'].sessions[':part'].code.$post({ param: { id, part }, json: { minutes } }),
      ),
      id,
    ),
  'show-course-code',
)
export const endCode = action(
  async (id: string, part: string) =>
    after(
      await read(api.courses[':id'].sessions[':part'].code.$delete({ param: { id, part } })),
      id,
    ),
  'end-course-code',
)
/** Asked every few seconds while a code is shown; nothing keeps it. */
export const signInsOf = (id: string, part: string) =>
  read(api.courses[':id'].sessions[':part']['sign-ins'].$get({ param: { id, part } }))

export const signInToCourse = action(
  async (code: string) =>
    json(await read(api.record.courses['sign-in'].$post({ json: { code } })), { revalidate: [] }),
  'sign-in-to-course',
)

/** Each look is recorded: only what changed is read again. */
function after<T>(answer: T, id?: string) {
  const course = id === undefined ? [] : [courseOf.keyFor(id)]
  return json(answer, { revalidate: [coursesOf.key, hoursOf.key, ...course] })
}
