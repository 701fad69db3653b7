import { action, json, query } from '@solidjs/router'
import type { InferResponseType } from 'hono/client'
import { api, read, readFile } from './client.ts'
import { language } from './words/index.ts'

export type ToDo = InferResponseType<(typeof api)['to-do']['$get'], 200>
export type ToDoGroup = ToDo['groups'][number]
export type ToDoItem = ToDoGroup['items'][number]
export type GroupKind = ToDoGroup['kind']
export type MessagesAnswer = InferResponseType<typeof api.messages.$get, 200>
export type Message = MessagesAnswer['messages'][number]
export type Handover = InferResponseType<typeof api.handovers.$get, 200>

export const toDoOf = query(() => read(api['to-do'].$get()), 'to-do')

/** Figures alone, so that the frame of every page may ask for them. */
export const toDoCounts = query(() => read(api['to-do'].counts.$get()), 'to-do-counts')

export const messagesOf = query(() => read(api.messages.$get()), 'messages')

const told = () => ({ revalidate: [messagesOf.key, toDoCounts.key] })

export const readMessages = action(
  async (ids: string[]) => json(await read(api.messages.reading.$post({ json: { ids } })), told()),
  'read-messages',
)

export const readAllMessages = action(
  async () => json(await read(api.messages.reading.$post({ json: { all: true } })), told()),
  'read-all-messages',
)

export const calendarFile = () =>
  readFile(
    api['to-do']['calendar.ics'].$get({ query: { language: language() === 'en' ? 'en' : 'zh' } }),
  )

export const handoverOf = query(
  (from: string, to: string) => read(api.handovers.$get({ query: { from, to } })),
  'handover',
)

export const handOver = action(
  async (from: string, to: string) =>
    json(await read(api.handovers.$post({ json: { from, to } })), {
      revalidate: [handoverOf.key, ...told().revalidate],
    }),
  'hand-over',
)
