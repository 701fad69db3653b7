import { INDICATORS, POINT_PRESETS } from '../../../matching/cultivation/index.ts'
import { type Field, figure, percent, row, type Section, UNITS } from '../field.ts'
import { OURS } from '../sources.ts'

const POINTS: Field = {
  pointer: '#/cultivation/points',
  words: null,
  kind: 'points',
  indicators: INDICATORS.map(({ id, words }) => ({ value: id, words })),
  presets: POINT_PRESETS.map((preset) => ({ ...preset })),
}
const MONTHS = { unit: { zh: '个月', en: 'months' }, min: 1, max: 60 }
const SUMMARIES = {
  zh: '换届方案与总结（S3.1）；天数为本产品默认',
  en: 'Plans and summaries (S3.1); the days are ours',
}

export const cultivation: Section = {
  id: 'cultivation',
  words: { zh: '培养', en: 'Cultivation' },
  help: {
    zh: '签发后按新值重新计算；已签字的记录不变',
    en: 'A new version counts anew; what was signed stays as it is',
  },
  rows: [
    row(
      'cultivation.mentees',
      { zh: '一名导师同时帮带', en: 'People of one mentor at once' },
      [figure('#/cultivation/menteesMax', { unit: UNITS.people, min: 1, max: 50 })],
      {
        help: {
          zh: '导师本人另有约定的，以导师资料为准；超过时提示，不拦截',
          en: 'A mentor’s own number goes before it',
        },
        source: {
          zh: '各县通行做法（一对一、“四加一”）',
          en: 'Practice of several counties: one to one, or four plus one',
        },
      },
    ),
    row(
      'cultivation.meetings',
      { zh: '两次帮带最多相隔', en: 'Longest time between two meetings' },
      [figure('#/cultivation/meetEveryDays', { unit: UNITS.days, min: 1, max: 366 })],
      {
        help: { zh: '到期提醒导师，超过即为逾期', en: 'Then the mentor is reminded' },
        source: OURS,
      },
    ),
    row(
      'cultivation.topics',
      { zh: '帮带主题', en: 'Topics of meetings' },
      [{ pointer: '#/cultivation/topics', words: null, kind: 'topics' }],
      {
        help: {
          zh: '手机上按这里的次序显示；去掉的主题，原有记录不受影响',
          en: 'In the order of the phone; entries keep a topic that is dropped',
        },
        source: OURS,
      },
    ),
    row(
      'cultivation.training',
      { zh: '每人每年应训', en: 'Training that everybody owes a year' },
      [
        figure('#/cultivation/trainingHours', {
          ...{ unit: { zh: '学时', en: 'hours' }, max: 500, step: 0.5 },
        }),
      ],
      {
        help: { zh: '按自然年计；填 0 即不规定', en: 'By calendar year; 0 asks for none' },
        source: {
          zh: '换届方案与总结（S3.1：每年轮训一遍）；学时为本产品默认',
          en: 'Plans and summaries (S3.1: everybody every year); the hours are ours',
        },
      },
    ),
    row(
      'cultivation.trial',
      { zh: '准岗期限', en: 'Length of a trial post' },
      [
        figure('#/cultivation/trial/monthsMin', MONTHS, { zh: '不少于', en: 'at least' }),
        figure('#/cultivation/trial/monthsMax', MONTHS, { zh: '不超过', en: 'at most' }),
      ],
      {
        source: {
          zh: '各县通行做法（三个月以上）；上限为本产品默认',
          en: 'Practice of several counties: three months or more; the most is ours',
        },
      },
    ),
    row(
      'cultivation.answers',
      { zh: '民主测评最少答卷', en: 'Answers that an evaluation needs' },
      [
        figure('#/cultivation/answersMin', {
          ...{ unit: { zh: '份', en: 'answers' }, min: 3, max: 100 },
        }),
      ],
      {
        help: {
          zh: '不足时只说明份数太少，不出均分，以免认出是谁答的',
          en: 'With fewer nothing is shown, so that nobody is recognised',
        },
        source: OURS,
      },
    ),
    row(
      'cultivation.checks',
      { zh: '考核完成期限', en: 'When checks are late' },
      [
        figure(
          '#/cultivation/checkDays',
          { unit: UNITS.days, min: 1, max: 92 },
          { zh: '季度考核：季末后', en: 'check of a quarter: after its end' },
        ),
        figure(
          '#/cultivation/yearDays',
          { unit: UNITS.days, min: 1, max: 366 },
          { zh: '年度结论：年末后', en: 'conclusion of a year: after its end' },
        ),
      ],
      { source: SUMMARIES },
    ),
    row(
      'cultivation.grades',
      { zh: '等次折算', en: 'What a grade is worth' },
      [
        score('grades/excellent', { zh: '优', en: 'excellent' }),
        score('grades/good', { zh: '良', en: 'good' }),
        score('grades/fair', { zh: '中', en: 'fair' }),
        score('grades/poor', { zh: '差', en: 'poor' }),
      ],
      {
        help: {
          zh: '满分 100；考核、任务和准岗的等次按此作为材料的分值',
          en: 'Of 100, as evidence; grades of checks, items and trial posts',
        },
        source: OURS,
      },
    ),
    row(
      'cultivation.progress',
      { zh: '进步程度折算', en: 'What a mark of progress is worth' },
      [
        score('progress/clear', { zh: '明显', en: 'clear' }),
        score('progress/some', { zh: '一般', en: 'some' }),
        score('progress/none', { zh: '不明显', en: 'none' }),
      ],
      {
        help: { zh: '导师没有选的按未了解，不计', en: 'What a mentor leaves open counts nothing' },
        source: OURS,
      },
    ),
    row(
      'cultivation.strengths',
      { zh: '各类记录的分量', en: 'How much entries count as evidence' },
      [
        strength('session', { zh: '帮带记录（一季合计）', en: 'meetings of a quarter' }),
        strength('item', { zh: '培养安排', en: 'an item' }),
        strength('training', { zh: '培训', en: 'training' }),
        strength('trial', { zh: '准岗结论', en: 'a trial post' }),
        strength('evaluation', { zh: '准岗测评', en: 'its evaluation' }),
        strength('quarter', { zh: '季度考核', en: 'a check of a quarter' }),
        strength('year', { zh: '年度结论', en: 'a conclusion of a year' }),
        strength('attendance', { zh: '出勤（一季合计）', en: 'attendance of a quarter' }),
      ],
      {
        help: {
          zh: '相当于一份新的正式材料的多少；逐年淡化见“材料时效”',
          en: 'Against a fresh official paper; it fades by the half-lives above',
        },
        source: OURS,
      },
    ),
    row(
      'cultivation.fullness',
      { zh: '多少才算充分', en: 'How much is enough' },
      [
        figure(
          '#/cultivation/meetingsHalfAt',
          { unit: { zh: '天', en: 'days' }, min: 0.5, max: 60, step: 0.5 },
          { zh: '一季帮带达一半分量', en: 'days of meetings for half the strength' },
        ),
        figure(
          '#/cultivation/courseHours',
          { unit: { zh: '学时', en: 'hours' }, min: 1, max: 200 },
          { zh: '一个班达全部分量', en: 'hours of a course for all of it' },
        ),
      ],
      {
        help: {
          zh: '同一天的多次帮带按一天算，次数再多也不会超过全部分量',
          en: 'Several meetings of a day are one; no number of them counts more than all',
        },
        source: OURS,
      },
    ),
    row('cultivation.points', { zh: '成长积分', en: 'Growth points' }, [POINTS], {
      help: {
        zh: '每季一算，只用于培养提醒和乡镇内比较，不进入适配度；填 0 分即不计这一项',
        en: 'Of one quarter, for reminders and comparison within a township; never part of the fit. 0 points: not counted',
      },
      source: {
        zh: '各县“成长积分卡”做法（26 项指标）；项目与分值为本产品默认',
        en: 'Growth cards of several counties (26 indicators); which and how much is ours',
      },
    }),
  ],
}

function score(path: string, words: { zh: string; en: string }): Field {
  return figure(`#/cultivation/${path}`, { scale: 100, max: 100 }, words)
}

function strength(kind: string, words: { zh: string; en: string }): Field {
  return percent(`#/cultivation/strengths/${kind}`, words)
}
