import {
  INDICATOR_WORDS,
  READINESS_INDICATORS,
  type ReadinessScheme,
} from '../../matching/readiness/index.ts'
import type { Policy } from '../../matching/types.ts'
import type { ProblemError } from '../problem.ts'
import { unless } from './unless.ts'

/** Figures of readiness by which no village could be judged, or every village the same. */
export function readinessFaults({ readiness }: Policy): ProblemError[] {
  return [weights, shares, counts].flatMap((faultsOf) => faultsOf(readiness))
}

function weights({ indicators }: ReadinessScheme): ProblemError[] {
  const all = READINESS_INDICATORS.map((id) => indicators[id].weight)
  return [
    ...READINESS_INDICATORS.flatMap((id) =>
      within(indicators[id].weight, `indicators/${id}/weight`, [0, 10], {
        zh: `${INDICATOR_WORDS[id].zh}的权重`,
        en: `The weight of ${INDICATOR_WORDS[id].en}`,
      }),
    ),
    ...unless(
      all.some((weight) => weight > 0),
      '#/readiness/indicators',
      {
        zh: '至少要有一项指标的权重大于零，否则没有得分。',
        en: 'One indicator at least weighs more than nothing, or there is no score.',
      },
    ),
  ]
}

function shares({ redBelow, team, candidates }: ReadinessScheme): ProblemError[] {
  return [
    ...within(redBelow, 'redBelow', [0, 1], { zh: '为红的得分', en: 'The score of red' }),
    ...within(team.coverage, 'team/coverage', [0, 1], {
      zh: '现班子测评的覆盖率',
      en: 'The share of households',
    }),
    ...within(team.approval, 'team/approval', [0, 1], {
      zh: '现班子的满意率',
      en: 'Approval of the sitting team',
    }),
    ...within(candidates.approval, 'candidates/approval', [0, 1], {
      zh: '候选人的满意率',
      en: 'Approval of the candidates',
    }),
  ]
}

function counts({ audit, depth, surveyMonths }: ReadinessScheme): ProblemError[] {
  return [
    ...whole(audit.notices, 'audit/notices', [1, 6], { zh: '公示次数', en: 'Notices' }),
    ...whole(audit.noticeDays, 'audit/noticeDays', [1, 60], {
      zh: '每次公示的天数',
      en: 'Days of a notice',
    }),
    ...whole(depth.reserves, 'depth/reserves', [1, 20], { zh: '每村后备', en: 'Reserves' }),
    ...whole(depth.redBelow, 'depth/redBelow', [0, 20], {
      zh: '为红的后备数',
      en: 'Reserves below which it is red',
    }),
    ...unless(!(depth.redBelow > depth.reserves), '#/readiness/depth/redBelow', {
      zh: '为红的人数不能多于够数的人数。',
      en: 'Red cannot begin above what is enough.',
    }),
    ...whole(surveyMonths, 'surveyMonths', [1, 60], {
      zh: '测评有效期的月数',
      en: 'Months of a survey',
    }),
  ]
}

type Ends = [least: number, most: number]
type Named = { zh: string; en: string }

function within(value: number, path: string, [least, most]: Ends, name: Named): ProblemError[] {
  return unless(value >= least && value <= most, `#/readiness/${path}`, {
    zh: `${name.zh}应在 ${shown(least, most)} 之间。`,
    en: `${name.en}: between ${least} and ${most}.`,
  })
}

function whole(value: number, path: string, [least, most]: Ends, name: Named): ProblemError[] {
  const isWhole = Number.isInteger(value) && value >= least && value <= most
  return unless(isWhole, `#/readiness/${path}`, {
    zh: `${name.zh}应为 ${shown(least, most)} 的整数。`,
    en: `${name.en}: a whole number from ${least} to ${most}.`,
  })
}

const shown = (least: number, most: number) => `${least} 到 ${most}`
