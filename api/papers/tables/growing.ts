import { z } from 'zod'
import { COURSE_LEVELS, Courses } from '../../shapes/courses.ts'
import { Mentorships } from '../../shapes/mentorship.ts'
import { TrialPostList, type TrialPostRow, TrialPostsAsked } from '../../shapes/trial-posts.ts'
import { Code } from '../../validate.ts'
import { type Column, day, defineTable, everyPage, queryOf, tableOf } from './table.ts'
import { GRADE_WORDS } from './words.ts'

type Trial = z.infer<typeof TrialPostRow>
const TRIAL_STATES = { running: '进行中', concluded: '已结论', 'broken-off': '提前结束' }
const TRIAL_KINDS: Record<Trial['kind'], string> = {
  ...{ 'trial-post': '准岗', 'secretary-assistant': '书记助理', 'chair-assistant': '主任助理' },
  ...{ 'committee-assistant': '委员助理', shadowing: '跟岗学习' },
}
const TRIALS: Column<Trial>[] = [
  { header: '姓名', of: ({ talent }) => talent.name },
  { header: '村（社区）', of: ({ village }) => village.name, width: 18 },
  { header: '类型', of: ({ kind }) => TRIAL_KINDS[kind], width: 12 },
  { header: '职责', of: ({ duties }) => duties, width: 40 },
  { header: '开始日期', of: ({ startsOn }) => day(startsOn), width: 12 },
  { header: '结束日期', of: ({ endsOn }) => day(endsOn), width: 12 },
  { header: '状态', of: ({ state }) => TRIAL_STATES[state] },
  { header: '已任月数', of: ({ months }) => months },
  { header: '剩余天数', of: ({ daysLeft }) => daysLeft },
  { header: '测评', of: evaluationOf, width: 20 },
  { header: '结论', of: conclusionOf },
  { header: '结论内容', of: ({ conclusion }) => conclusion?.text ?? '', width: 50 },
  { header: '签署人', of: ({ conclusion }) => conclusion?.name ?? '' },
  { header: '签署日期', of: ({ conclusion }) => day(conclusion?.signedOn ?? null), width: 12 },
]

export const trialPosts = defineTable({
  name: { zh: '准岗与测评', en: 'Trial posts' },
  filters: TrialPostsAsked.pick({ village: true }).extend({
    state: z.enum(['running', 'concluded', 'broken-off']).optional(),
    township: Code.optional(),
  }),
  async read(ask, { township, ...filters }) {
    const { rows } = await everyPage(
      (next) => ask(`/trial-posts${queryOf({ ...filters, page: next ?? '1' })}`, TrialPostList),
      ({ trialPosts: own }) => own,
      ({ page, pageSize, trialPosts: own }) => (own.length === pageSize ? String(page + 1) : null),
    )
    const own = rows.filter(({ village }) => !township || village.code.startsWith(township))
    return tableOf(TRIALS, own, {
      subjects: [...new Set(own.map(({ talent }) => talent.id))],
      conditions: [['状态', TRIAL_STATES[filters.state ?? 'running']]],
    })
  },
})

function evaluationOf({ evaluation }: Trial): string {
  if (!evaluation) return '未测评'
  const { state, answers, asked, answersMin } = evaluation
  if (state === 'open') return `测评中 ${answers}/${asked}`
  return answers < answersMin ? `份数不足：${answers}/${answersMin}` : `已测评 ${answers} 份`
}

function conclusionOf({ state, conclusion }: Trial): string {
  if (state === 'broken-off') return TRIAL_STATES[state]
  return conclusion?.grade ? (GRADE_WORDS[conclusion.grade] ?? '') : '未结论'
}

type Course = z.infer<typeof Courses>['courses'][number]
const LEVELS = { city: '市级示范', county: '县级常规', township: '乡镇经常性' }
const COURSE_STATES = { planned: '进行中', finished: '已结业', cancelled: '已取消' }
const COURSES: Column<Course>[] = [
  { header: '培训班', of: ({ name }) => name, width: 34 },
  { header: '级别', of: ({ level }) => LEVELS[level], width: 14 },
  { header: '举办乡镇（街道）', of: ({ township }) => township?.name ?? '', width: 18 },
  { header: '主办单位', of: ({ organiser }) => organiser, width: 24 },
  { header: '授课老师', of: ({ trainer }) => trainer ?? '' },
  { header: '开始日期', of: ({ startsOn }) => day(startsOn), width: 12 },
  { header: '结束日期', of: ({ endsOn }) => day(endsOn), width: 12 },
  { header: '地点', of: ({ place }) => place, width: 24 },
  { header: '学时', of: ({ hours }) => hours },
  { header: '学员', of: ({ participants }) => participants },
  { header: '课次', of: ({ parts }) => parts },
  { header: '已登记考勤', of: ({ entered }) => entered },
  { header: '状态', of: ({ state }) => COURSE_STATES[state] },
]

export const courses = defineTable({
  name: { zh: '培训班', en: 'Courses' },
  filters: z.object({
    year: z
      .string()
      .regex(/^20\d\d$/)
      .optional(),
    level: z.enum(COURSE_LEVELS).optional(),
    township: Code.optional(),
  }),
  async read(ask, { year: asked, level, township }) {
    const { year, courses: all } = await ask(`/courses${queryOf({ year: asked })}`, Courses)
    const own = all.filter(
      (it) => (!level || it.level === level) && (!township || it.township?.code === township),
    )
    return tableOf(COURSES, own, {
      of: year,
      conditions: [
        ['年度', year],
        ['级别', level ? LEVELS[level] : '全部'],
      ],
    })
  },
})

type Pair = z.infer<typeof Mentorships>['mentorships'][number]
const PAIRS: Column<Pair>[] = [
  { header: '导师', of: ({ mentor }) => mentor.name },
  { header: '导师职务', of: ({ mentor }) => mentor.position ?? '', width: 30 },
  { header: '帮带对象', of: ({ talent }) => talent.name },
  { header: '开始日期', of: ({ startedOn }) => day(startedOn), width: 12 },
  { header: '结束日期', of: ({ endedOn }) => day(endedOn), width: 12 },
  { header: '状态', of: ({ endedOn }) => (endedOn === null ? '帮带中' : '已结束') },
]

export const mentorships = defineTable({
  name: { zh: '导师帮带', en: 'Mentorships' },
  filters: z.object({}),
  async read(ask) {
    const { mentorships: all } = await ask('/mentorships', Mentorships)
    const sorted = all.toSorted(
      (a, b) =>
        Number(a.endedOn !== null) - Number(b.endedOn !== null) ||
        a.mentor.name.localeCompare(b.mentor.name, 'zh'),
    )
    return tableOf(PAIRS, sorted, {
      subjects: [...new Set(all.map(({ talent }) => talent.id))],
      conditions: [['进行中的', String(all.filter(({ endedOn }) => endedOn === null).length)]],
    })
  },
})
