import { type ItemKind, type RuleId, ruleBook } from '../../matching/index.ts'
import { daysAfter, isDay } from '../days.ts'
import type { ProblemError } from '../problem.ts'
import type { GivenItem } from '../shapes/cultivation-plans.ts'
import { isMovable, MOVED_BY } from './moves.ts'

/** Days of which nothing later is planned where there is no plan: what a term has. */
const FARTHEST = 5 * 366

type Moving = Pick<GivenItem, 'kind' | 'criteria' | 'rules'>
type Span = { startsOn: string; endsOn: string }

/** What an item says that it moves and cannot. */
export function movingFaults({ kind, criteria, rules }: Moving, at: string): ProblemError[] {
  const faults: ProblemError[] = []
  criteria.forEach((criterion, index) => {
    if (!isMovable(criterion))
      faults.push({ pointer: `${at}/criteria/${index}`, detail: NOT_EVIDENCE })
    else if (criteria.indexOf(criterion) < index)
      faults.push({ pointer: `${at}/criteria/${index}`, detail: TWICE })
  })
  rules.forEach((rule, index) => {
    const pointer = `${at}/rules/${index}`
    if (!MOVED_BY[rule]?.includes(kind)) faults.push({ pointer, detail: unmoved(rule, kind) })
    else if (rules.indexOf(rule) < index) faults.push({ pointer, detail: TWICE })
  })
  return faults
}

/** `startsOn` and `endsOn` of a plan. */
export function spanFaults(
  { startsOn, endsOn }: Span,
  { today, termYears }: { today: string; termYears: number },
): ProblemError[] {
  if (!isDay(startsOn)) return [{ pointer: '#/startsOn', detail: NO_DAY }]
  if (!isDay(endsOn)) return [{ pointer: '#/endsOn', detail: NO_DAY }]
  if (endsOn <= startsOn) return [{ pointer: '#/endsOn', detail: BACKWARDS }]
  if (endsOn < today) return [{ pointer: '#/endsOn', detail: OVER }]
  const most = daysAfter(startsOn, termYears * 366)
  return endsOn > most ? [{ pointer: '#/endsOn', detail: tooLong(termYears) }] : []
}

/** The day by which an item is due: not past, and within its plan. */
export function dueFaults(
  dueOn: string,
  at: string,
  { today, span }: { today: string; span: Span | null },
): ProblemError[] {
  const pointer = `${at}/dueOn`
  if (!isDay(dueOn)) return [{ pointer, detail: NO_DAY }]
  if (dueOn < today) return [{ pointer, detail: PAST }]
  if (span && dueOn > span.endsOn) return [{ pointer, detail: afterPlan(span.endsOn) }]
  if (span && dueOn < span.startsOn) return [{ pointer, detail: beforePlan(span.startsOn) }]
  return !span && dueOn > daysAfter(today, FARTHEST) ? [{ pointer, detail: FAR }] : []
}

/** The day on which something was done: not in the future, and not before there was anything to do. */
export function doneFaults(
  doneOn: string,
  { today, since }: { today: string; since: string },
): ProblemError[] {
  const pointer = '#/doneOn'
  if (!isDay(doneOn)) return [{ pointer, detail: NO_DAY }]
  if (doneOn > today) return [{ pointer, detail: FUTURE }]
  return doneOn < since ? [{ pointer, detail: tooEarly(since) }] : []
}

function unmoved(rule: RuleId, kind: ItemKind) {
  const { title } = ruleBook.find(({ id }) => id === rule)!
  if (MOVED_BY[rule] === undefined)
    return {
      zh: `“${title.zh}”不是培养能够改变的条件，请去掉。`,
      en: `No cultivation changes “${title.en}”: take it out.`,
    }
  return {
    zh: `这类培养安排不能帮助达到“${title.zh}”，请换一类安排，或去掉这项条件。`,
    en: `An item of the kind “${kind}” does not help to meet “${title.en}”: choose another kind, or take the rule out.`,
  }
}

const NOT_EVIDENCE = {
  zh: '“需求匹配”和“与村联系”按村的需求和户籍计算，培养安排不能改变，请去掉。',
  en: 'The match with needs and the tie to the place follow from the village: no item moves them.',
}
const TWICE = { zh: '同一项写了两次，请去掉一个。', en: 'It is there twice: take one out.' }
const NO_DAY = {
  zh: '日期应为真实日期，写作 2026-11-26。',
  en: 'A real day is expected, written 2026-11-26.',
}
const BACKWARDS = {
  zh: '结束日期应晚于开始日期。',
  en: 'The plan ends after it begins.',
}
const OVER = {
  zh: '结束日期已经过去，请填今天以后的日期。',
  en: 'The end has passed: choose a day to come.',
}
const PAST = {
  zh: '完成期限早于今天，请填今天或以后的日期。',
  en: 'It would be due before today: choose today or later.',
}
const FAR = {
  zh: '完成期限在五年以后，请核对年份。',
  en: 'It would be due in more than five years: check the year.',
}
const FUTURE = {
  zh: '完成日期不能晚于今天。',
  en: 'What was done was done today or earlier.',
}

function tooLong(years: number) {
  return {
    zh: `培养计划最长一届（${years}年），请缩短，到期再续。`,
    en: `A plan lasts a term at most (${years} years): make it shorter and another one afterwards.`,
  }
}

function afterPlan(endsOn: string) {
  return {
    zh: `完成期限晚于计划结束日（${endsOn}），请提前，或先延长计划。`,
    en: `It would be due after the plan ends (${endsOn}): bring it forward or make the plan longer.`,
  }
}

function beforePlan(startsOn: string) {
  return {
    zh: `完成期限早于计划开始日（${startsOn}），请推后。`,
    en: `It would be due before the plan begins (${startsOn}): choose a later day.`,
  }
}

function tooEarly(since: string) {
  return {
    zh: `完成日期早于这项安排开始的日子（${since}），请核对。`,
    en: `It would have been done before there was anything to do (${since}): check the day.`,
  }
}
