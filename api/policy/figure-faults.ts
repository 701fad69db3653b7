import { procedureFaults } from '../../matching/index.ts'
import { CRITERIA, type Policy } from '../../matching/types.ts'
import type { ProblemError } from '../problem.ts'
import { cultivationFaults } from './cultivation-faults.ts'
import { readinessFaults } from './readiness-faults.ts'
import { unless } from './unless.ts'

/** Figures that are no figures, or lie where nothing can be counted with them. */
export function figureFaults(policy: Policy): ProblemError[] {
  const parts = [years, evidence, shortlist, review, procedure, cultivationFaults, readinessFaults]
  return parts.flatMap((faultsOf) => faultsOf(policy))
}

function years({ termYears, age, experience, criteria, replan }: Policy): ProblemError[] {
  const { female, male } = age.retirement
  return [
    ...unless(termYears > 0 && termYears <= 10, '#/termYears', {
      zh: '任期应大于 0，不超过 10 年。',
      en: 'A term is more than 0 and at most 10 years.',
    }),
    ...unless(isAge(age.max), '#/age/max', AGE),
    ...unless(isAge(female), '#/age/retirement/female', AGE),
    ...unless(isAge(male), '#/age/retirement/male', AGE),
    ...unless(isFrom(experience.communityYears, 0, 40), '#/experience/communityYears', {
      zh: '工作年限应在 0 到 40 年之间。',
      en: 'Years of work lie between 0 and 40.',
    }),
    ...CRITERIA.filter((id) => !(criteria[id].halfLifeYears > 0)).map((id) => ({
      pointer: `#/criteria/${id}/halfLifeYears`,
      detail: { zh: '证据半衰期须大于零。', en: 'The half-life of evidence must be above zero.' },
    })),
    ...unless(isFrom(replan.pricePerChange, 0, 10), '#/replan/pricePerChange', {
      zh: '换一个席位的代价应在 0 到 10 之间（适配合计）。',
      en: 'What a changed seat costs lies between 0 and 10 of total fit.',
    }),
  ]
}

const AGE = { zh: '年龄应在 18 到 100 岁之间。', en: 'An age lies between 18 and 100.' }

function evidence({ evidence }: Policy): ProblemError[] {
  return [
    ...unless(isFrom(evidence.prior, 0, 1), '#/evidence/prior', {
      zh: '未知项的假定值应在 0 到 1 之间。',
      en: 'The value assumed for the unknown lies between 0 and 1.',
    }),
    ...unless(isFrom(evidence.claimedShare, 0, 1), '#/evidence/claimedShare', {
      zh: '自报材料的折算应在 0 到 1 之间。',
      en: 'What a claim counts lies between 0 and 1.',
    }),
    ...unless(
      evidence.halfKnownAt > 0 && evidence.halfKnownAt < Infinity,
      '#/evidence/halfKnownAt',
      {
        zh: '“知道一半”所需的材料分量须大于零。',
        en: 'The evidence at which half is known must be above zero.',
      },
    ),
  ]
}

function shortlist({ shortlist: { size, shares } }: Policy): ProblemError[] {
  const groups = shares.map(({ group }) => group)
  return [
    ...unless(Number.isInteger(size) && isFrom(size, 1, 100), '#/shortlist/size', {
      zh: '名单人数应为 1 到 100 的整数。',
      en: 'A shortlist holds a whole number from 1 to 100 people.',
    }),
    ...shares.flatMap(({ group, min }, at) => [
      ...unless(isFrom(min, 0, 1), `#/shortlist/shares/${at}`, {
        zh: `${group}：最低占比应在 0 到 1 之间。`,
        en: `${group}: the least share lies between 0 and 1.`,
      }),
      ...unless(groups.indexOf(group) === at, `#/shortlist/shares/${at}`, {
        zh: `${group}：同一类人员只能规定一个占比。`,
        en: `${group}: a group has one least share.`,
      }),
    ]),
  ]
}

function review({ review: { departments } }: Policy): ProblemError[] {
  const twice = departments.filter((id, at) => id === '' || departments.indexOf(id) !== at)
  return unless(twice.length === 0, '#/review/departments', {
    zh: `联审部门重复：${twice.join('、')}。`,
    en: `A department stands twice: ${twice.join(', ')}.`,
  })
}

function procedure({ review }: Policy): ProblemError[] {
  return procedureFaults(review).map(({ at, words }) => ({
    pointer: `#/review/${at}`,
    detail: words,
  }))
}

const isAge = (value: number) => isFrom(value, 18, 100)
const isFrom = (value: number, least: number, most: number) => value >= least && value <= most
