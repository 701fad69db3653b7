import { action, json, query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, read } from './client.ts'

export type Attachment = InferResponseType<
  (typeof api.attachments)[':id']['restoration']['$post'],
  200
>
export type Calendar = InferResponseType<typeof api.calendar.$get, 200>
export type CalendarDay = Calendar['days'][number]
export type Deadline = InferResponseType<typeof api.calendar.deadline.$get, 200>

/** The page that shows a nominee reads it again by itself. */
const nothingElse = { revalidate: [] }

export const removeAttachment = action(
  async (id: string) =>
    json(await read(api.attachments[':id'].$delete({ param: { id } })), nothingElse),
  'remove-attachment',
)

export const restoreAttachment = action(
  async (id: string) =>
    json(await read(api.attachments[':id'].restoration.$post({ param: { id } })), nothingElse),
  'restore-attachment',
)

/** Where a browser fetches the file itself. */
export const addressOf = (id: string) => api.attachments[':id'].$path({ param: { id } })

export const calendarOf = query(
  (year: number) => read(api.calendar.$get({ query: { year: String(year) } })),
  'calendar',
)

export const deadlineOf = query(
  (from: string, days: number) =>
    read(api.calendar.deadline.$get({ query: { from, days: String(days) } })),
  'deadline',
)

export const putDay = action(
  async (day: string, change: { isWorking: boolean; name: string }) =>
    changed(await read(api.calendar[':day'].$put({ param: { day }, json: change }))),
  'put-calendar-day',
)

export const followDay = action(
  async (day: string) => changed(await read(api.calendar[':day'].$delete({ param: { day } }))),
  'follow-calendar-day',
)

/** Terms are counted by the days. */
const changed = <T>(answer: T) => json(answer, { revalidate: [calendarOf.key, deadlineOf.key] })
