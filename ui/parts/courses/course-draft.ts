import type { Course, CourseGiven } from '../../courses.ts'
import type { CriterionId } from '../../types.ts'
import { t } from '../../words/index.ts'
import type { Errors } from '../account/sending.ts'

export type PartDraft = {
  id: string | null
  day: string
  from: string
  hours: string
  topic: string
  place: string
}
export type CourseDraft = {
  name: string
  level: Course['level']
  township: string
  organiser: string
  place: string
  trainer: string
  criteria: CriterionId[]
  parts: PartDraft[]
}
export type CourseField = 'name' | 'organiser' | 'place' | 'criteria' | 'sessions' | 'township'

export const LEVELS = ['township', 'county', 'city'] as const
/** Those that training can move; the others are matched with the village. */
export const CRITERIA: CriterionId[] = [
  'development',
  'political',
  'coordination',
  'service',
  'conduct',
  'potential',
]
export const MOST_CRITERIA = 4

/** Of nothing, or of a course as it was read; a township makes its own. */
export function draftOf(course: Course | null, township: string): CourseDraft {
  if (course === null)
    return {
      ...{ name: '', level: township === '' ? 'county' : 'township', township },
      ...{ organiser: '', place: '', trainer: '', criteria: ['development'] },
      parts: [blankPart()],
    }
  const { name, level, organiser, place, criteria, sessions } = course
  return {
    ...{ name, level, organiser, place, criteria },
    township: course.township?.code ?? '',
    trainer: course.trainer?.id ?? '',
    parts: sessions.map((part) => ({
      ...{ id: part.id, day: part.heldOn, from: timeOf(part.fromMinute) },
      ...{ hours: String(part.hours), topic: part.topic, place: part.place },
    })),
  }
}

export function blankPart(before?: PartDraft): PartDraft {
  const { from = '', hours = '4', place = '' } = before ?? {}
  return { id: null, day: '', from, hours, topic: '', place }
}

export function givenOf(draft: CourseDraft): CourseGiven {
  const { name, level, organiser, place, criteria, township, trainer, parts } = draft
  return {
    ...{ name: name.trim(), level, organiser: organiser.trim(), place: place.trim(), criteria },
    township: level === 'township' ? township || null : null,
    trainer: trainer || null,
    sessions: parts.map((part) => ({
      ...{ id: part.id, heldOn: part.day, fromMinute: minuteOf(part.from) },
      ...{ hours: Number(part.hours), topic: part.topic.trim(), place: part.place },
    })),
  }
}

export function errorsOf(draft: CourseDraft): Errors<CourseField> {
  const words = t().courses.form
  const isPartOff = draft.parts.some(
    ({ day, hours, topic }) => day === '' || topic.trim() === '' || !(Number(hours) > 0),
  )
  const found: Record<CourseField, string | undefined> = {
    name: draft.name.trim().length < 2 ? words.needName : undefined,
    organiser: draft.organiser.trim().length < 2 ? words.needOrganiser : undefined,
    place: draft.place.trim() === '' ? words.needPlace : undefined,
    criteria: draft.criteria.length === 0 ? words.needCriteria : undefined,
    township:
      draft.level === 'township' && draft.township === '' ? words.chooseTownship : undefined,
    sessions: draft.parts.length === 0 ? words.needParts : isPartOff ? words.partOff : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== undefined))
}

const timeOf = (minute: number | null) =>
  minute === null
    ? ''
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(time: string): number | null {
  const [hour, minute] = time.split(':').map(Number)
  return hour === undefined || minute === undefined ? null : hour * 60 + minute
}
