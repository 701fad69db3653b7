import { INDICATOR_WORDS, READINESS_INDICATORS } from '../../../matching/readiness/index.ts'
import type { Words } from '../../../matching/types.ts'
import { type Field, figure, flag, percent, row, type Section, UNITS } from '../field.ts'
import { OURS } from '../sources.ts'

const SOURCES = {
  audit: { zh: '换届实施方案（S1）', en: 'Plan of a term change (S1)' },
  depth: {
    zh: '换届方案与总结（S3.1 未定人数）；数字为本产品默认',
    en: 'Plans and summaries (S3.1 leaves the number open); the figures are ours',
  },
  team: { zh: '三色预警做法（S3.5）', en: 'Practice of three colours (S3.5)' },
  candidates: { zh: '换届实施意见（S4）', en: 'Guidance on term changes (S4)' },
} satisfies Record<string, Words>

export const readiness: Section = {
  id: 'readiness',
  words: { zh: '换届准备度', en: 'Readiness for the term change' },
  help: {
    zh: '签发后各村颜色按新值重新测算；已登记的办理和签字不变',
    en: 'Colours are worked out anew; what was logged and signed stays',
  },
  rows: [
    row('readiness.weights', { zh: '指标权重', en: 'Weight of each indicator' }, each('weight'), {
      help: {
        zh: '未知和不涉及的指标不计分；填 0 即不计分，但仍提示',
        en: 'Unknown indicators and those not concerned do not count; 0 counts nothing and is still shown',
      },
      source: OURS,
    }),
    row('readiness.decides', { zh: '一票定红', en: 'Red by itself' }, each('decides'), {
      help: {
        zh: '勾选的指标为红，全村即为红',
        en: 'When such an indicator is red the village is red',
      },
      source: OURS,
    }),
    row(
      'readiness.actions',
      { zh: '须登记办理才销号', en: 'Closes by a logged action only' },
      each('needsAction'),
      {
        help: {
          zh: '不勾选的，事实补齐即自动销号',
          en: 'Others close as soon as the facts are mended',
        },
        source: SOURCES.audit,
      },
    ),
    row(
      'readiness.red',
      { zh: '低于多少分为红', en: 'Score below which a village is red' },
      [percent('#/readiness/redBelow')],
      {
        help: {
          zh: '得分为已知指标的加权平均：绿 1、黄 0.5、红 0',
          en: 'The weighted mean of what is known: green 1, yellow 0.5, red 0',
        },
        source: OURS,
      },
    ),
    row(
      'readiness.audit',
      { zh: '离任审计结果公示', en: 'Notices of the departure audit' },
      [
        whole('audit/notices', { zh: '次', en: 'times' }, [1, 6], { zh: '不少于', en: 'at least' }),
        whole('audit/noticeDays', UNITS.days, [1, 60], { zh: '每次不少于', en: 'each at least' }),
      ],
      { source: SOURCES.audit },
    ),
    row(
      'readiness.depth',
      { zh: '每村后备', en: 'Reserves of a village' },
      [
        whole('depth/reserves', UNITS.people, [1, 20], { zh: '够数', en: 'enough' }),
        whole('depth/redBelow', UNITS.people, [0, 20], { zh: '少于此数为红', en: 'red below' }),
      ],
      { source: SOURCES.depth },
    ),
    row(
      'readiness.singles',
      { zh: '目标系于一人', en: 'Targets that rest on one person' },
      [flag('#/readiness/teams/singlesWarn', { zh: '提示为黄', en: 'make the village yellow' })],
      { source: OURS },
    ),
    row(
      'readiness.team',
      { zh: '现班子测评', en: 'Survey of the sitting team' },
      [
        percent('#/readiness/team/coverage', { zh: '覆盖户数不少于', en: 'households at least' }),
        percent('#/readiness/team/approval', { zh: '满意率不低于', en: 'approval at least' }),
      ],
      { source: SOURCES.team },
    ),
    row(
      'readiness.candidates',
      { zh: '候选人测评', en: 'Survey about the candidates' },
      [percent('#/readiness/candidates/approval', { zh: '满意率不低于', en: 'approval at least' })],
      { source: SOURCES.candidates },
    ),
    row(
      'readiness.surveys',
      { zh: '测评有效期', en: 'How long a survey counts' },
      [whole('surveyMonths', { zh: '个月', en: 'months' }, [1, 60])],
      { help: { zh: '超过即为未知', en: 'Behind it nothing is known' }, source: OURS },
    ),
  ],
}

function each(part: 'weight' | 'decides' | 'needsAction'): Field[] {
  return READINESS_INDICATORS.map((id) => {
    const pointer = `#/readiness/indicators/${id}/${part}`
    const words = INDICATOR_WORDS[id]
    return part === 'weight' ? figure(pointer, { max: 10, step: 0.5 }, words) : flag(pointer, words)
  })
}

function whole(
  path: string,
  unit: Words,
  [min, max]: [number, number],
  words: Words | null = null,
): Field {
  return figure(`#/readiness/${path}`, { unit, min, max }, words)
}
