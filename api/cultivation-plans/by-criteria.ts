import {
  type CriterionId,
  criterionWords,
  type Entry,
  type Evidence,
  type ItemKind,
  piecesOf,
  postWords,
  sharesOf,
  type Words,
  weightsOf,
} from '../../matching/index.ts'
import type { ShownSuggestion } from '../shapes/cultivation-plans.ts'
import type { About } from './by-rules.ts'

type Practice = {
  criterion: CriterionId
  kind: ItemKind
  aim: Words
  evidence: Words
  dueInDays: number
}
/** More would be a list of everything. */
const MOST = 4
/** A skill below is not worth calling one. */
const SKILLED = 0.5

/** The practice that lifts the fit for the first post most, by the formula that rankings use. */
export function byCriteria(about: About): ShownSuggestion[] {
  const { talent, village, posts, policy } = about
  const { weights } = weightsOf(policy.weights[posts[0]!])
  const shares = sharesOf(talent, village, weights, policy)
  const before = sum(shares)
  const rated = PRACTICES.map((practice) => {
    const evidence = [...talent.evidence, ...confirmed(practice, about)]
    const gain = sum(sharesOf({ ...talent, evidence }, village, weights, policy)) - before
    const share = shares.find(({ criterion }) => criterion === practice.criterion)!
    return { practice, gain, share }
  })
  return rated
    .filter(({ gain }) => gain * 100 >= LEAST_POINTS)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, MOST)
    .map(({ practice: { criterion, ...practice }, gain, share }) => ({
      ...{ ...practice, id: `practice-${criterion}`, from: 'criterion' as const, gain },
      ...{ criteria: [criterion], rules: [] },
      why: whyOf(about, share, gain),
    }))
}

/** Less would be shown as nothing. */
const LEAST_POINTS = 0.05

/** What the village needs most and the person has no skill for: learnt in a course, then entered in the portrait. */
export function byNeed({ talent, village }: About): ShownSuggestion[] {
  const has = (skill: string) =>
    talent.skills.some((one) => one.skill === skill && one.level >= SKILLED)
  const [need] = village.needs.toSorted((a, b) => b.weight - a.weight)
  if (need === undefined || has(need.skill)) return []
  const { zh, en } = need.words
  return [
    {
      ...{ id: `need-${need.skill}`, from: 'need', kind: 'training', dueInDays: 270, gain: null },
      aim: { zh: `参加“${zh}”专题培训`, en: `Take a course on ${en}` },
      evidence: {
        zh: '结业证书；结业后在档案中登记这项专长',
        en: 'Certificate; the skill is then entered in the portrait',
      },
      ...{ criteria: ['development'], rules: [] },
      why: {
        zh: `${village.name}最需要“${zh}”，本人档案中还没有这项专长`,
        en: `${village.name} needs ${en} most, and no such skill is on record`,
      },
    },
  ]
}

type Share = ReturnType<typeof sharesOf>[number]

const sum = (shares: readonly Share[]) => shares.reduce((all, { share }) => all + share, 0)

/** The evidence that the item would become: done today, graded good. */
function confirmed({ criterion, kind }: Practice, { policy, today }: About): Evidence[] {
  const entry: Entry = {
    ...{ kind: 'item' as const, id: 'suggested', on: today, dueOn: today, itemKind: kind },
    ...{ aim: '', criteria: [criterion], isConfirmed: true, grade: 'good' as const },
  }
  return piecesOf([entry], policy.cultivation).map(
    ({ criterion, value, strength, standing, on, source, note }) => ({
      ...{ id: `suggested/${criterion}`, criterion, value, strength, standing, on, source, note },
    }),
  )
}

function whyOf({ posts }: About, { criterion, weight, missing }: Share, gain: number): Words {
  const [name, post] = [criterionWords[criterion], postWords[posts[0]!]]
  const [part, known] = [Math.round(weight * 100), Math.round((1 - missing) * 100)]
  const points = (gain * 100).toFixed(1)
  const told =
    known === 0
      ? { zh: '还没有材料', en: 'nothing on record tells of it' }
      : { zh: `现有材料只说明 ${known}%`, en: `what is on record tells ${known}% of it` }
  return {
    zh: `“${name.zh}”占${post.zh}权重的 ${part}%，${told.zh}；完成并评“良”，适配度约高 ${points} 分`,
    en: `${name.en} is ${part}% of the weight for ${post.en}; ${told.en}. Done and graded good, the fit rises by about ${points}`,
  }
}

/** One for each criterion that evidence tells; aims and papers are ours. */
const PRACTICES: Practice[] = [
  practice('political', 'task', 90, {
    aim: ['牵头组织一次主题党日或政策宣讲', 'Lead a day of the Party branch or explain a policy'],
    evidence: ['活动方案、签到表', 'Plan and attendance list'],
  }),
  practice('development', 'task', 270, {
    aim: ['牵头一个产业或增收项目', 'Lead a project of trade or income'],
    evidence: ['项目台账，写明带动户数', 'Books of the project with the households it helped'],
  }),
  practice('coordination', 'urgent-task', 180, {
    aim: ['牵头完成一项需多方配合的急难任务', 'Lead an urgent task that needs several parties'],
    evidence: ['乡镇（街道）出具的任务说明', 'Statement of the township'],
  }),
  practice('service', 'village-affairs', 120, {
    aim: ['包联一个网格，走访农户并办结代办事项', 'Look after a grid: visit homes, run errands'],
    evidence: ['走访、代办台账', 'Record of visits and errands'],
  }),
  practice('conduct', 'village-affairs', 150, {
    aim: ['参与村集体“三资”清理和财务公开', 'Take part in clearing assets and publishing accounts'],
    evidence: ['清理台账、公开照片', 'Books and photographs of the notice'],
  }),
  practice('record', 'task', 240, {
    aim: ['承担一项年度重点工作并按期办结', 'Take on one of the year’s main tasks and finish it'],
    evidence: ['任务清单、办结说明', 'List of tasks, statement of completion'],
  }),
  practice('reputation', 'village-affairs', 210, {
    aim: ['牵头办好一件民生实事，向村民代表报告', 'Do one thing for the villagers and report it'],
    evidence: ['会议记录、满意度记录', 'Minutes, record of approval'],
  }),
  practice('potential', 'shadowing', 150, {
    aim: ['跟岗一个月，写出跟岗小结', 'Shadow an office holder for a month and report'],
    evidence: ['跟岗小结，带岗人签字', 'Report signed by the office holder'],
  }),
]

type Pair = readonly [zh: string, en: string]

function practice(
  criterion: CriterionId,
  kind: ItemKind,
  dueInDays: number,
  { aim, evidence }: { aim: Pair; evidence: Pair },
): Practice {
  const words = ([zh, en]: Pair): Words => ({ zh, en })
  return { criterion, kind, dueInDays, aim: words(aim), evidence: words(evidence) }
}
