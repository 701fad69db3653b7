import type { Words } from '../types.ts'

type Indicator = {
  id: string
  words: Words
  /** Ours; a county edits them. */
  points: number
  /** Of one quarter. */
  most: number
}
const indicator = <const Id extends string>(
  id: Id,
  zh: string,
  en: string,
  points: number,
  most: number,
) => ({ id, words: { zh, en }, points, most }) satisfies Indicator

/** The growth card (26 indicators, domain §10): what is counted of a quarter. Which they are is ours: no source lists them. */
export const INDICATORS = [
  indicator('meeting', '参加导师帮带一次', 'A meeting with the mentor', 2, 12),
  indicator('meeting.clear', '导师评价进步明显', 'The mentor saw clear progress', 1, 6),
  indicator('meeting.two-mentors', '得到两位以上导师帮带', 'Met two mentors or more', 1, 1),
  indicator('item.village-affairs', '完成村务实践', 'Village affairs done', 3, 9),
  indicator('item.shadowing', '完成跟岗学习', 'Shadowing done', 3, 6),
  indicator('item.urgent-task', '完成急难险重任务', 'An urgent or hard task done', 5, 15),
  indicator('item.training', '完成学习计划', 'A study item done', 2, 6),
  indicator('item.degree', '学历提升取得进展', 'Progress towards a degree', 4, 4),
  indicator('item.posting', '完成挂任助理任务', 'Posting done', 4, 8),
  indicator('item.trial-post', '完成准岗任务', 'An item of the trial post done', 4, 8),
  indicator('item.task', '完成交办任务', 'A task done', 2, 8),
  indicator('item.excellent', '任务评为优', 'An item graded excellent', 2, 6),
  indicator('item.late', '任务逾期完成', 'An item done late', -1, 4),
  indicator('training.hour', '培训学时（每学时）', 'An hour of training', 0.5, 12),
  indicator('training.passed', '培训考核合格', 'A course passed', 2, 6),
  indicator('training.excellent', '培训考核优秀', 'A course passed with distinction', 2, 4),
  indicator('training.absent', '培训无故缺席', 'Absent from training', -2, 6),
  indicator('trial.month', '准岗满一个月', 'A month on a trial post', 2, 6),
  indicator('trial.excellent', '准岗结论为优', 'A trial post concluded as excellent', 6, 6),
  indicator('attendance.full', '当月满勤', 'A month without absence', 2, 6),
  indicator('attendance.low', '当月出勤不足八成', 'A month with less than 80 % attendance', -2, 6),
  indicator('meetings-of-organisation', '参加组织生活一次', 'A meeting of organisation life', 1, 6),
  indicator('organisation.absent', '缺席组织生活一次', 'Absent from organisation life', -1, 3),
  indicator('check.excellent', '季度考核为优', 'The check of the quarter is excellent', 8, 8),
  indicator('check.good', '季度考核为良', 'The check of the quarter is good', 5, 5),
  indicator('check.poor', '季度考核为差', 'The check of the quarter is poor', -5, 5),
] as const
export type IndicatorId = (typeof INDICATORS)[number]['id']
