import { createSignal, onCleanup } from 'solid-js'
import { v7 as newId } from 'uuid'
import type { MentoringHome, Progress, SessionBody, Way } from '../../mentoring.ts'
import { shelf } from '../../offline/entries.ts'
import { t } from '../../words/index.ts'
import { dayInChina, daysLater } from './days.ts'

type Seen = SessionBody['seen'][number]

/** A session as it is being written. */
export type Draft = {
  talent: string
  way: Way
  topic: string
  /** Null: today, also when it is saved after midnight. */
  heldOn: string | null
  minutes: number
  agreed: string
  progress: Progress | null
  seen: Seen[]
  nextOn: string
  aim: string
  dueOn: string
  /** JPEG in base64. */
  photos: string[]
}

/** What the phone remembers of the last session. */
export type Last = Pick<
  Draft,
  'talent' | 'way' | 'topic' | 'minutes' | 'agreed' | 'progress' | 'seen'
>

/** Minutes that are chosen with one tap. */
export const LENGTHS = { half: 30, hour: 60, halfDay: 240 } as const
const [LEAST, MOST] = [5, 720]
/** Days after which a task is due where nobody says otherwise. */
const TASK_DAYS = 7
/** A pause in typing after which the draft is kept, in milliseconds. */
const PAUSE = 400

export function newDraft(home: MentoringHome, talent: string | null): Draft {
  const { last, topics, mentees } = home
  const isMentee = (id: string | null | undefined) => mentees.some((one) => one.talent.id === id)
  const first = [talent, last?.talent].find(isMentee) ?? mentees[0]?.talent.id ?? ''
  return {
    ...{ talent: first, way: last?.way ?? 'on-site', minutes: LENGTHS.hour, heldOn: null },
    topic: topics.find(({ id }) => id === last?.topic)?.id ?? topics[0]?.id ?? '',
    ...{ agreed: '', progress: null, seen: [], nextOn: '', aim: '', dueOn: '', photos: [] },
  }
}

/** One that was refused, to be mended. */
export function draftOfBody(body: SessionBody): Draft {
  const { talent, way, topic, heldOn, minutes, agreed, seen } = body
  return {
    ...{ talent, way, topic, heldOn, minutes, agreed, seen, progress: body.progress ?? null },
    ...{ nextOn: body.nextOn ?? '', aim: body.next?.aim ?? '', dueOn: body.next?.dueOn ?? '' },
    photos: [],
  }
}

export type Field = 'talent' | 'day' | 'minutes' | 'agreed' | 'aim' | 'dueOn'

export function faultsOf(draft: Draft): Partial<Record<Field, string>> {
  const words = t().mentoring.form
  const { talent, heldOn, minutes, agreed, aim, dueOn } = draft
  const isLength = Number.isInteger(minutes) && minutes >= LEAST && minutes <= MOST
  return {
    ...(talent === '' && { talent: words.needPerson }),
    ...((heldOn === '' || (heldOn ?? '') > dayInChina()) && { day: words.needDay }),
    ...(!isLength && { minutes: words.needMinutes }),
    ...(agreed.trim() === '' && { agreed: words.needAgreed }),
    ...(aim.trim() === '' && dueOn !== '' && { aim: words.needAim }),
    ...(aim.trim() !== '' && dueOn === '' && { dueOn: words.needDueOn }),
  }
}

/** As it is signed. The id is made here, on the phone, so that it arrives once however often it is sent. */
export function bodyOf(draft: Draft, id = newId()): SessionBody {
  const { talent, way, topic, minutes, progress, nextOn, dueOn } = draft
  const aim = draft.aim.trim()
  return {
    ...{ id, talent, way, topic, minutes, progress, agreed: draft.agreed.trim() },
    heldOn: draft.heldOn ?? dayInChina(),
    seen: progress === null ? [] : draft.seen,
    nextOn: nextOn === '' ? null : nextOn,
    next: aim === '' ? null : { aim, dueOn },
    keptAt: new Date().toISOString(),
    isAnother: false,
  }
}

export const taskDueOn = () => daysLater(dayInChina(), TASK_DAYS)

/** What is being written stays through a reload, a call, or the way back, sealed like everything else. */
export function createDraft(begin: Draft, isKept: boolean) {
  const [value, setValue] = createSignal(begin)
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => void keepDraft(value()).catch(() => {})
  const hide = () => document.visibilityState === 'hidden' && isKept && keep()
  document.addEventListener('visibilitychange', hide)
  onCleanup(() => {
    document.removeEventListener('visibilitychange', hide)
    if (timer) keep()
    clearTimeout(timer)
  })
  return {
    value,
    set(change: Partial<Draft>) {
      const before = value().talent
      setValue((now) => ({ ...now, ...change }))
      if (!isKept) return
      if (change.talent && change.talent !== before) void forgetDraft(before)
      clearTimeout(timer)
      timer = setTimeout(keep, PAUSE)
    },
    restart(next: Draft) {
      clearTimeout(timer)
      timer = undefined
      setValue(next)
    },
  }
}

const nameOf = (talent: string) => `draft-${talent}`

export const draftOf = async (talent: string): Promise<Draft | undefined> =>
  (await shelf()).get<Draft>('data', nameOf(talent)).catch(() => undefined)

export const forgetDraft = async (talent: string) =>
  (await shelf()).remove('data', nameOf(talent)).catch(() => {})

export const keepLast = async ({ photos: _, ...last }: Draft) =>
  (await shelf()).put('data', 'last', last satisfies Last).catch(() => {})

export const lastOf = async () => (await shelf()).get<Last>('data', 'last').catch(() => undefined)

async function keepDraft(draft: Draft): Promise<void> {
  const isEmpty = `${draft.agreed}${draft.aim}`.trim() === '' && draft.photos.length === 0
  if (isEmpty) await forgetDraft(draft.talent)
  else await (await shelf()).put('data', nameOf(draft.talent), draft)
}
