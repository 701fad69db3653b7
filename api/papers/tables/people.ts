import { z } from 'zod'
import { NOMINEE_TABS } from '../../../db/nominee-lists.ts'
import { postWords } from '../../../matching/words.ts'
import { STATES } from '../../checks/board.ts'
import { Board, PointsBoard, Quarter } from '../../shapes/checks.ts'
import { TrainingHours } from '../../shapes/courses.ts'
import { NomineeList } from '../../shapes/nominee-list.ts'
import { Code } from '../../validate.ts'
import { type Column, day, defineTable, everyPage, queryOf, tableOf } from './table.ts'
import { GRADE_WORDS, STATUS_WORDS, WAITS_WORDS } from './words.ts'

type Of<
  Shape extends z.ZodType,
  Key extends keyof z.infer<Shape>,
> = z.infer<Shape>[Key] extends (infer Row)[] ? Row : never

const HOURS: Column<Of<typeof TrainingHours, 'people'>>[] = [
  { header: '姓名', of: ({ talent }) => talent.name },
  { header: '乡镇（街道）', of: ({ township }) => township, width: 16 },
  { header: '村（社区）', of: ({ village }) => village, width: 18 },
  { header: '身份', of: ({ status }) => STATUS_WORDS[status] ?? status },
  { header: '培训班', of: ({ courses }) => courses },
  { header: '已修', of: ({ hours }) => hours },
  { header: '还差', of: ({ lacks }) => (lacks === null ? '不作要求' : lacks) },
]

export const trainingHours = defineTable({
  name: { zh: '年度学时', en: 'Training hours' },
  filters: z.object({
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    township: Code.optional(),
    q: z.string().max(40).optional(),
    short: z.literal('1').optional(),
  }),
  async read(ask, filters) {
    const { first, rows } = await everyPage(
      (after) => ask(`/training-hours${queryOf({ ...filters, after })}`, TrainingHours),
      ({ people }) => people,
      ({ next }) => next,
    )
    return tableOf(HOURS, rows, {
      of: first.year,
      subjects: rows.map(({ talent }) => talent.id),
      conditions: [
        ['年度', first.year],
        ['应修学时', String(first.duty)],
        ...(filters.short ? ([['范围', '只看未修满']] as [string, string][]) : []),
      ],
    })
  },
})

const POINTS: Column<Of<typeof PointsBoard, 'people'>>[] = [
  { header: '位次', of: ({ rank }) => rank },
  { header: '姓名', of: ({ talent }) => talent.name },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '积分', of: ({ points }) => (points === null ? '没有记录' : points) },
  { header: '提醒谈话', of: ({ isLastTenth }) => (isLastTenth ? '建议提醒谈话' : ''), width: 16 },
]

export const points = defineTable({
  name: { zh: '成长积分', en: 'Growth points' },
  filters: z.object({ quarter: Quarter.optional(), township: Code.optional() }),
  async read(ask, filters) {
    const board = await ask(`/points${queryOf(filters)}`, PointsBoard)
    return tableOf(POINTS, board.people, {
      of: `${board.township.name} ${board.quarter}`,
      subjects: board.people.map(({ talent }) => talent.id),
      conditions: [
        ['季度', board.quarter],
        ['乡镇（街道）', board.township.name],
      ],
    })
  },
})

const shared = (value: { due: number; present: number } | null) =>
  value === null ? '未知' : `${value.present}/${value.due}`
const CHECKS: Column<Of<typeof Board, 'people'>>[] = [
  { header: '姓名', of: ({ talent }) => talent.name },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '身份', of: ({ status }) => STATUS_WORDS[status] ?? status },
  { header: '帮带次数', of: ({ meetings }) => meetings.count },
  { header: '培养安排完成', of: ({ items }) => items.done },
  { header: '逾期', of: ({ items }) => items.overdue },
  { header: '学时', of: ({ hours }) => hours },
  { header: '出勤', of: ({ days }) => shared(days) },
  { header: '组织生活', of: ({ organisation }) => shared(organisation) },
  { header: '考核等次', of: ({ check }) => (check ? (GRADE_WORDS[check.grade] ?? '') : '未签') },
  { header: '签字日期', of: ({ check }) => day(check?.on ?? null), width: 12 },
]

export const checks = defineTable({
  name: { zh: '季度考核', en: 'Quarterly checks' },
  filters: z.object({
    quarter: Quarter.optional(),
    township: Code.optional(),
    village: Code.optional(),
    q: z.string().max(40).optional(),
    state: z.enum(STATES).optional(),
  }),
  async read(ask, filters) {
    const page = (number: number) => ask(`/checks${queryOf({ ...filters, page: number })}`, Board)
    const { first, rows } = await everyPage(
      (next) => page(Number(next ?? 1)),
      ({ people }) => people,
      ({ page, pageSize, total }) => (page * pageSize < total ? String(page + 1) : null),
    )
    const place = first.township?.name ?? ''
    return tableOf(CHECKS, rows, {
      of: `${place} ${first.quarter}`.trim(),
      subjects: rows.map(({ talent }) => talent.id),
      conditions: [
        ['季度', first.quarter],
        ['乡镇（街道）', place],
      ],
    })
  },
})

const NOMINEES: Column<Of<typeof NomineeList, 'nominees'>>[] = [
  { header: '人选', of: ({ talent }) => talent.name },
  { header: '乡镇（街道）', of: ({ target }) => target.township.name, width: 16 },
  { header: '村（社区）', of: ({ target }) => target.village?.name ?? '', width: 18 },
  {
    header: '拟任',
    of: ({ target }) => target.posts.map((post) => postWords[post].zh).join('、') || '仅入库',
    width: 30,
  },
  {
    header: '环节',
    of: ({ stageWords, state }) => stageWords?.zh ?? STATE_WORDS[state],
    width: 16,
  },
  { header: '等谁办', of: ({ waitsFor }) => WAITS_WORDS[waitsFor ?? ''] ?? '' },
  { header: '应办日期', of: ({ dueOn }) => day(dueOn), width: 12 },
  { header: '逾期天数', of: ({ lateDays }) => lateDays },
  { header: '联审已答复', of: ({ asked, passed }) => (asked > 0 ? `${passed}/${asked}` : '') },
  { header: '有异议', of: ({ objections }) => objections },
  { header: '答复有效期至', of: ({ validUntil }) => day(validUntil), width: 14 },
]
const STATE_WORDS = { open: '办理中', settled: '办结', withdrawn: '退出', stopped: '终止' }

export const nominees = defineTable({
  name: { zh: '人选办理', en: 'Nominees' },
  filters: z.object({
    round: z.string().max(64).optional(),
    tab: z.enum(NOMINEE_TABS).optional(),
    stage: z.string().max(64).optional(),
    township: Code.optional(),
    village: Code.optional(),
    post: z.string().max(40).optional(),
    q: z.string().max(40).optional(),
  }),
  async read(ask, filters) {
    const { rows } = await everyPage(
      (next) => ask(`/nominees${queryOf({ ...filters, page: next ?? '1' })}`, NomineeList),
      (page) => page.nominees,
      ({ page, pageSize, total }) => (page * pageSize < total ? String(page + 1) : null),
    )
    return tableOf(NOMINEES, rows, { subjects: rows.map(({ talent }) => talent.id) })
  },
})
