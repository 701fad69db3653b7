import { v7 as newId } from 'uuid'
import type { Database } from '../../../db/schema.ts'
import { TOWNSHIP } from '../holders.ts'
import { type Around, at, before, type Grower } from './people.ts'

type Course = Database['courses']
type Participant = Database['courseParticipants']
type Attendance = Database['courseAttendances']

type Given = {
  name: string
  level: Course['level']
  township: string | null
  /** Account that keeps it; null: the office. */
  trainer: string | null
  /** Days before today; negative ones are to come. */
  daysAgo: number
  /** Topic and hours of each day. */
  parts: [topic: string, hours: number][]
  criteria: string[]
  takes: (grower: Grower, at: number) => boolean
}

const COURSES: Given[] = [
  {
    ...{ name: '区级电商带头人培训班', level: 'county', township: null, trainer: 'demo-mentor' },
    ...{ daysAgo: 160, criteria: ['development'] },
    parts: [
      ['农产品上行与品牌', 6],
      ['直播实操', 6],
      ['仓储与售后', 4],
    ],
    takes: ({ township, mentorId }, at) =>
      mentorId === 'demo-mentor' || (at % 8 === 0 && township !== ''),
  },
  {
    ...{ name: '村级后备力量轮训班（第二期）', level: 'county', township: null, trainer: null },
    ...{ daysAgo: 75, criteria: ['political', 'coordination'] },
    parts: [
      ['换届纪律与工作流程', 6],
      ['“四议两公开”与村务监督', 6],
      ['群众工作与矛盾调解', 6],
      ['现场教学', 4],
    ],
    takes: (_, at) => at % 2 === 0,
  },
  {
    ...{ name: '北庄镇网格与防汛培训', level: 'township', township: TOWNSHIP, trainer: null },
    ...{ daysAgo: 110, criteria: ['service'] },
    parts: [['防汛预案与转移演练', 4]],
    takes: ({ township }) => township === TOWNSHIP,
  },
  {
    ...{ name: '市级乡村振兴示范培训', level: 'city', township: null, trainer: null },
    ...{ daysAgo: 40, criteria: ['development', 'potential'] },
    parts: [
      ['产业项目谋划', 6],
      ['集体经济经营', 6],
    ],
    takes: ({ zeal }) => zeal > 0.85,
  },
  {
    ...{
      name: '北庄镇年末集中培训',
      level: 'township',
      township: TOWNSHIP,
      trainer: 'demo-mentor',
    },
    ...{ daysAgo: 0, criteria: ['political'] },
    parts: [
      ['党的创新理论与政策学习', 4],
      ['村级财务与公开', 4],
    ],
    takes: ({ township }) => township === TOWNSHIP,
  },
]

/** Courses of this year with who took part; those to come have neither attendance nor results. */
export function coursesOf(around: Around) {
  const made = COURSES.map((given) => courseOf(given, around))
  return {
    courses: made.map(({ course }) => course),
    courseSessions: made.flatMap(({ parts }) => parts),
    courseParticipants: made.flatMap(({ participants }) => participants),
    courseAttendances: made.flatMap(({ attendances }) => attendances),
  }
}

function courseOf(given: Given, { countyCode, today, growers, accounts }: Around) {
  const { name, level, township, trainer, daysAgo, criteria } = given
  const office = accounts.get(township ? 'demo-township' : 'demo-county')!.id
  const isOver = daysAgo > 0
  const dayAt = (index: number) => before(today, daysAgo - index)
  const createdAt = at(before(today, Math.max(daysAgo, 0) + 20))
  const course: Course = {
    ...{ countyCode, id: newId(), name, level, townshipCode: township, criteria: list(criteria) },
    ...{ trainerId: trainer && accounts.get(trainer)!.id, organiser: organiserOf(township) },
    ...{ place: township ? '北庄镇党校' : '区委党校', startsOn: dayAt(0) },
    ...{ endsOn: dayAt(given.parts.length - 1), state: isOver ? 'finished' : 'planned' },
    ...{ finishedAt: isOver ? at(dayAt(given.parts.length)) : null, cancelledReason: null },
    ...{ createdAt, createdBy: office, revision: 1 },
  }
  const parts = given.parts.map(([topic, hours], index) => ({
    ...{ countyCode, id: newId(), courseId: course.id, heldOn: dayAt(index), fromMinute: 540 },
    ...{ hours, topic, place: course.place, codeDigest: null, codeUntil: null },
  }))
  const taking = growers.filter((grower, index) => given.takes(grower, index))
  const attendances = isOver
    ? taking.flatMap((grower) => parts.map((part) => attendanceOf(grower, part, office)))
    : []
  const participants = taking.map((grower, index): Participant => {
    const result = isOver ? resultOf(grower) : null
    const isPassed = result === 'passed' || result === 'excellent'
    const number = `${today.slice(0, 4)}${String(index + 1).padStart(4, '0')}`
    return {
      ...{ countyCode, courseId: course.id, talentId: grower.id, result },
      ...{ certificate: isPassed ? number : null, addedAt: createdAt, addedBy: office },
    }
  })
  return { course, parts, participants, attendances }
}

function attendanceOf(
  { id: talentId, random, zeal }: Grower,
  { countyCode, id, heldOn }: { countyCode: string; id: string; heldOn: string },
  accountId: string,
): Attendance {
  const isThere = random.chance(0.75 + 0.25 * zeal)
  const status = isThere ? 'present' : random.chance(0.6) ? 'excused' : 'absent'
  return {
    ...{ countyCode, courseSessionId: id, talentId, status, via: 'list', at: at(heldOn, '09:30') },
    accountId,
  }
}

function resultOf({ zeal, random }: Grower): Participant['result'] {
  const mark = random.normal(zeal, 0.12, 0, 1)
  return mark > 0.82 ? 'excellent' : mark > 0.35 ? 'passed' : 'failed'
}

const organiserOf = (township: string | null) => (township ? '北庄镇党委' : '区委组织部')
const list = (values: readonly string[]) => JSON.stringify(values)
