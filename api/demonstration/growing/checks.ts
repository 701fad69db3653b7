import { v7 as newId } from 'uuid'
import type { Database } from '../../../db/schema.ts'
import {
  type Grade,
  type ProgressMark,
  quarterBefore,
  quarterOf,
  YEAR_ASPECTS,
} from '../../../matching/index.ts'
import { daysAfter } from '../../days.ts'
import { TOWNSHIP } from '../holders.ts'
import { type Around, at, type Grower } from './people.ts'

type Appraisal = Database['appraisals']
type Attendance = Database['attendances']

/**
 * Checks of the last two quarters and what the county concluded of last year; in the quarter that goes on mentors have
 * said what they think of some, and the townships have still to check.
 */
export function appraisalsOf(around: Around): Appraisal[] {
  const { today, growers, accounts } = around
  const now = quarterOf(today)
  const past = [quarterBefore(quarterBefore(now)), quarterBefore(now)]
  const year = String(Number(today.slice(0, 4)) - 1)
  const sign = signer(around)
  return growers.flatMap((grower) => {
    const { township, random, mentorId } = grower
    // What is known of the named cast is told by its stories (docs/demonstration.md): nobody has appraised them yet.
    if (mentorId === 'demo-mentor') return []
    const isChecked = township === TOWNSHIP || random.chance(0.8)
    const checks = past.flatMap((period) =>
      isChecked
        ? [sign(grower, 'quarter', period, afterQuarter(period, random), 'demo-township')]
        : [],
    )
    const concluded = random.chance(0.5)
      ? [sign(grower, 'year', year, `${today.slice(0, 4)}-01-20`, 'demo-county')]
      : []
    const opinion =
      mentorId !== null &&
      accounts.has(mentorId) &&
      mentorId !== 'demo-mentor' &&
      random.chance(0.5)
        ? [sign(grower, 'mentor', now, daysAfter(today, -random.integer(0, 6)), mentorId)]
        : []
    return [...checks, ...concluded, ...opinion]
  })
}

function afterQuarter(period: string, random: Grower['random']): string {
  const ends = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[
    Number(period[6]) as 1 | 2 | 3 | 4
  ]
  return daysAfter(`${period.slice(0, 4)}-${ends}`, random.integer(2, 14))
}

function signer({ countyCode, accounts }: Around) {
  return (
    grower: Grower,
    kind: Appraisal['kind'],
    period: string,
    on: string,
    by: string,
  ): Appraisal => {
    const account = accounts.get(by)!
    const grade = kind === 'mentor' ? null : gradeOf(grower)
    const grades = kind === 'year' ? yearGrades(grower) : quarterGrades(grower)
    return {
      ...{ countyCode, id: newId(), talentId: grower.id, kind, period, grade, remarks: '' },
      ...{ grades: JSON.stringify(grades), accountId: account.id, accountName: account.name },
      ...{ position: account.position, signedAt: at(on, '02:20'), supersededAt: null },
    }
  }
}

function yearGrades(grower: Grower) {
  const known = YEAR_ASPECTS.filter((aspect) => aspect !== 'reputation' || !isUnheard(grower))
  return Object.fromEntries(known.map((aspect) => [aspect, gradeOf(grower)]))
}

/** Of the named cast nobody knows yet what the village says of her (docs/demonstration.md). */
const isUnheard = ({ name }: Grower) => name === '宋雅楠'

function quarterGrades(grower: Grower) {
  const growth: ProgressMark = grower.zeal > 0.75 ? 'clear' : grower.zeal > 0.5 ? 'some' : 'none'
  return {
    ...{ attitude: gradeOf(grower), tasks: gradeOf(grower), growth },
    // What people of the village say a clerk often does not know.
    public: isUnheard(grower) || grower.random.chance(0.4) ? null : gradeOf(grower),
  }
}

function gradeOf({ zeal, random }: Grower): Grade {
  const mark = random.normal(zeal, 0.12, 0, 1)
  return mark > 0.8 ? 'excellent' : mark > 0.52 ? 'good' : mark > 0.3 ? 'fair' : 'poor'
}

/** Months of the last half-year as villages keep them; the last one is not entered everywhere yet. */
export function attendancesOf({ countyCode, today, growers, accounts }: Around): Attendance[] {
  const updatedBy = accounts.get('demo-village')!.id
  const months = Array.from({ length: 6 }, (_, back) => monthBefore(today, back + 1))
  return growers.flatMap(({ id: talentId, village: villageCode, random, zeal }) =>
    months.flatMap((month, back): Attendance[] => {
      if (random.chance(back === 0 ? 0.5 : 0.1)) return []
      const present = (due: number) =>
        Array.from({ length: due }).filter(() => random.chance(0.8 + 0.2 * zeal)).length
      return [
        {
          ...{ countyCode, talentId, month, villageCode, daysDue: 8, daysPresent: present(8) },
          ...{ meetingsDue: 2, meetingsPresent: present(2), remarks: '' },
          ...{ updatedAt: at(`${month}-28`, '03:00'), updatedBy, revision: 1 },
        },
      ]
    }),
  )
}

function monthBefore(today: string, months: number): string {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
