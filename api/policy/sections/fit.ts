import { criterionWords, postWords } from '../../../matching/index.ts'
import { CRITERIA, POSTS } from '../../../matching/types.ts'
import { type Field, figure, percent, row, type Section, UNITS } from '../field.ts'
import { OURS } from '../sources.ts'

export const weights: Section = {
  id: 'weights',
  words: { zh: '要素权重', en: 'Weights of the criteria' },
  help: null,
  rows: POSTS.map((post) =>
    row(`weights.${post}`, postWords[post], [
      { pointer: `#/weights/${post}`, words: null, kind: 'weighting' },
    ]),
  ),
}

export const criteria: Section = {
  id: 'criteria',
  words: { zh: '材料时效', en: 'How evidence ages' },
  help: {
    zh: '过了半衰期，一份材料的分量减半；文件未规定，为本产品默认值',
    en: 'After its half-life a piece of evidence counts half; no document says, the defaults are ours',
  },
  rows: CRITERIA.map((id) =>
    row(`criteria.${id}`, criterionWords[id], [
      figure(`#/criteria/${id}/halfLifeYears`, {
        ...{ unit: UNITS.years, min: 0.5, max: 30, step: 0.5 },
      }),
    ]),
  ),
}

const credibility = {
  zh: '可信度模型：Bühlmann，ASTIN Bulletin 4 (1967)；数值为本产品默认',
  en: 'Credibility: Bühlmann, ASTIN Bulletin 4 (1967); the figures are ours',
}

export const evidence: Section = {
  id: 'evidence',
  words: { zh: '材料认定', en: 'What evidence is worth' },
  help: null,
  rows: [
    row(
      'prior',
      { zh: '未知项的假定值', en: 'Value of the unknown' },
      [score('#/evidence/prior')],
      {
        help: {
          zh: '满分 100；没有材料时按它计，并显示区间',
          en: 'Of 100; assumed without evidence, with its interval',
        },
        source: credibility,
      },
    ),
    row(
      'claimedShare',
      { zh: '自述材料的折算', en: 'What a claim counts' },
      [percent('#/evidence/claimedShare')],
      { help: { zh: '相当于已证明材料的多少', en: 'Against the same when proven' }, source: OURS },
    ),
    row(
      'halfKnownAt',
      { zh: '知道一半所需的材料', en: 'Evidence for half' },
      [figure('#/evidence/halfKnownAt', { min: 0.05, max: 10, step: 0.05 })],
      {
        help: {
          zh: '材料分量合计到此数，该要素算知道一半；一份新的正式材料最多为 1',
          en: 'Evidence adding up to this makes half of a criterion known; a fresh official paper counts 1 at most',
        },
        source: credibility,
      },
    ),
  ],
}

function score(pointer: string): Field {
  return figure(pointer, { unit: { zh: '分', en: 'of 100' }, scale: 100, max: 100 })
}
