import {
  type Cultivation,
  ENTRY_KINDS,
  GRADES,
  INDICATORS,
  PROGRESS_MARKS,
} from '../../matching/cultivation/index.ts'
import type { Policy } from '../../matching/types.ts'
import type { ProblemError } from '../problem.ts'
import { unless } from './unless.ts'

/** Figures of cultivation that nothing can be counted with, or that would tell who answered. */
export function cultivationFaults({ cultivation }: Policy): ProblemError[] {
  return [limits, trial, worth, topics, points].flatMap((faultsOf) => faultsOf(cultivation))
}

function limits(of: Cultivation): ProblemError[] {
  return [
    ...whole(of.menteesMax, 'menteesMax', 1, 50, '一名导师帮带的人数', 'People of one mentor'),
    ...whole(
      of.meetEveryDays,
      'meetEveryDays',
      1,
      366,
      '两次帮带相隔的天数',
      'Days between meetings',
    ),
    ...whole(of.checkDays, 'checkDays', 1, 92, '季度考核的期限', 'Days for the check of a quarter'),
    ...whole(
      of.yearDays,
      'yearDays',
      1,
      366,
      '年度结论的期限',
      'Days for the conclusion of a year',
    ),
    ...within(of.trainingHours, 'trainingHours', 0, 500, '每年学时', 'Hours of training a year'),
    ...within(of.meetingsHalfAt, 'meetingsHalfAt', 0.5, 60, '帮带天数', 'Days of meetings'),
    ...within(of.courseHours, 'courseHours', 1, 200, '一个班的学时', 'Hours of a course'),
    ...unless(isWhole(of.answersMin, 3, 100), '#/cultivation/answersMin', {
      zh: '民主测评最少答卷应为 3 到 100 的整数：再少就能认出是谁答的。',
      en: 'An evaluation needs a whole number from 3 to 100 answers: with fewer one knows who gave them.',
    }),
  ]
}

function trial({ trial: { monthsMin, monthsMax } }: Cultivation): ProblemError[] {
  return [
    ...whole(monthsMin, 'trial/monthsMin', 1, 60, '准岗期限的下限', 'The least months of a trial'),
    ...whole(monthsMax, 'trial/monthsMax', 1, 60, '准岗期限的上限', 'The most months of a trial'),
    ...unless(!(monthsMin > monthsMax), '#/cultivation/trial/monthsMax', {
      zh: '准岗期限的上限不能小于下限。',
      en: 'A trial post cannot last less at most than at least.',
    }),
  ]
}

function worth({ grades, progress, strengths }: Cultivation): ProblemError[] {
  return [
    ...GRADES.flatMap((id) => within(grades[id], `grades/${id}`, 0, 1, ...SCORE)),
    ...PROGRESS_MARKS.flatMap((id) => within(progress[id], `progress/${id}`, 0, 1, ...SCORE)),
    ...[...ENTRY_KINDS, 'evaluation' as const].flatMap((id) =>
      within(strengths[id], `strengths/${id}`, 0, 1, '记录的分量', 'What an entry counts'),
    ),
    ...falling(
      GRADES.map((id) => grades[id]),
      'grades',
      {
        zh: '等次应从优到差依次不增：优不低于良，良不低于中，中不低于差。',
        en: 'Grades fall from excellent to poor.',
      },
    ),
    ...falling(
      PROGRESS_MARKS.map((id) => progress[id]),
      'progress',
      {
        zh: '进步程度应从明显到不明显依次不增。',
        en: 'Marks of progress fall from clear to none.',
      },
    ),
  ]
}
const SCORE = ['折算分值', 'What it is worth'] as const

function topics({ topics }: Cultivation): ProblemError[] {
  const ids = topics.map(({ id }) => id)
  const names = topics.map(({ words }) => words.zh.trim())
  return [
    ...unless(topics.length > 0, '#/cultivation/topics', {
      zh: '至少要有一个帮带主题。',
      en: 'There is one topic at least.',
    }),
    ...topics.flatMap(({ id, words }, at) => [
      ...unless(
        words.zh.trim() !== '' && words.en.trim() !== '',
        `#/cultivation/topics/${at}/words`,
        {
          zh: `第 ${at + 1} 个主题的中文和英文名称都要填写。`,
          en: `Topic ${at + 1} needs a name in both languages.`,
        },
      ),
      ...unless(ids.indexOf(id) === at, `#/cultivation/topics/${at}/id`, {
        zh: `主题编号 ${id} 重复。`,
        en: `The id ${id} of a topic stands twice.`,
      }),
      ...unless(
        names[at] === '' || names.indexOf(names[at]!) === at,
        `#/cultivation/topics/${at}/words/zh`,
        {
          zh: `主题“${words.zh}”重复。`,
          en: `The topic “${words.zh}” stands twice.`,
        },
      ),
    ]),
  ]
}

/** More than this would let one indicator outweigh all others. */
const MOST_POINTS = 100

function points({ points }: Cultivation): ProblemError[] {
  return INDICATORS.flatMap(({ id, words }) => {
    const { points: each, most } = points[id]
    const at = `#/cultivation/points/${id}`
    return [
      ...unless(Math.abs(each) <= MOST_POINTS, `${at}/points`, {
        zh: `${words.zh}：每次分值应在 -${MOST_POINTS} 到 ${MOST_POINTS} 之间。`,
        en: `${words.en}: points lie between -${MOST_POINTS} and ${MOST_POINTS}.`,
      }),
      ...unless(most >= Math.abs(each) && most <= 10 * MOST_POINTS, `${at}/most`, {
        zh: `${words.zh}：每季最多应不少于一次的分值，不超过 ${10 * MOST_POINTS}（扣分也填正数）。`,
        en: `${words.en}: the most of a quarter is at least what one gives and at most ${10 * MOST_POINTS}; of points taken off it is above zero, too.`,
      }),
    ]
  })
}

type Ends = [least: number, most: number, zh: string, en: string]

function within(value: number, path: string, ...[least, most, zh, en]: Ends): ProblemError[] {
  return unless(value >= least && value <= most, `#/cultivation/${path}`, {
    zh: `${zh}应在 ${least} 到 ${most} 之间。`,
    en: `${en}: between ${least} and ${most}.`,
  })
}

function whole(value: number, path: string, ...[least, most, zh, en]: Ends): ProblemError[] {
  return unless(isWhole(value, least, most), `#/cultivation/${path}`, {
    zh: `${zh}应为 ${least} 到 ${most} 的整数。`,
    en: `${en}: a whole number from ${least} to ${most}.`,
  })
}

function falling(values: number[], path: string, words: { zh: string; en: string }) {
  const falls = values.every((value, at) => at === 0 || !(value > values[at - 1]!))
  return unless(falls, `#/cultivation/${path}`, words)
}

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most
