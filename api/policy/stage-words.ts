import type { ReviewStage, Signer, Words } from '../../matching/index.ts'

/** What of a stage can be chosen, in words. */
export const KINDS = {
  check: { zh: '审核', en: 'Check' },
  'joint-review': { zh: '部门联审', en: 'Joint review' },
  inspection: { zh: '考察', en: 'Inspection' },
  study: { zh: '集体研究', en: 'Study in a meeting' },
  notice: { zh: '公示', en: 'Public notice' },
  approval: { zh: '批复', en: 'Approval' },
  election: { zh: '选举', en: 'Election' },
  filing: { zh: '备案', en: 'Filing' },
} satisfies Record<ReviewStage['kind'], Words>
export const LEVELS = {
  village: { zh: '村（社区）', en: 'Village' },
  township: { zh: '乡镇（街道）', en: 'Township' },
  county: { zh: '县（市、区）', en: 'County' },
} satisfies Record<ReviewStage['level'], Words>
export const CONCERNED = {
  everybody: { zh: '全部人选', en: 'Everybody' },
  posts: { zh: '拟任岗位的人选', en: 'Proposed for a post' },
  secretaries: { zh: '拟任书记的人选', en: 'Proposed for secretary' },
} satisfies Record<ReviewStage['for'], Words>
export const SIGNED_FOR = {
  everybody: { zh: '本环节全部人选', en: 'Everybody of the stage' },
  combined: { zh: '只限“一肩挑”人选', en: 'The combined role only' },
} satisfies Record<ReviewStage['signersFor'], Words>
export const GATES = {
  bars: { zh: '只拦“不符合”', en: 'Stops whom a rule bars' },
  whole: {
    zh: '“未知”“须批准”也拦',
    en: 'Stops also what is not known or not yet approved',
  },
} satisfies Record<ReviewStage['gate'], Words>

type Facet = { words: Words; said: Words }

/** All that a stage says but its place, each with its name. */
export function facetsOf(stage: ReviewStage, signers: readonly Signer[]): Record<string, Facet> {
  return {
    name: { words: { zh: '名称', en: 'Name' }, said: stage.words },
    kind: { words: { zh: '种类', en: 'Kind' }, said: KINDS[stage.kind] },
    level: { words: { zh: '谁办', en: 'Who answers' }, said: LEVELS[stage.level] },
    for: { words: { zh: '适用', en: 'For' }, said: CONCERNED[stage.for] },
    signers: { words: { zh: '签字', en: 'Signed by' }, said: signersWords(stage, signers) },
    days: { words: { zh: '时限', en: 'Within' }, said: workdays(stage.days) },
    gate: { words: { zh: '资格关', en: 'Gate' }, said: GATES[stage.gate] },
    noticeDays: {
      words: { zh: '公示期', en: 'Published for' },
      said: stage.noticeDays === null ? NONE : workdays(stage.noticeDays),
    },
  }
}

function signersWords(
  { signers: ids, signersFor }: ReviewStage,
  signers: readonly Signer[],
): Words {
  if (ids.length === 0) return { zh: '一个账号办理', en: 'one account' }
  const named = ids.map(
    (id) => signers.find((signer) => signer.id === id)?.words ?? { zh: id, en: id },
  )
  const whom = signersFor === 'combined' ? SIGNED_FOR.combined : null
  return {
    zh: `${named.map(({ zh }) => zh).join('、')}${whom ? `（${whom.zh}）` : ''}`,
    en: `${named.map(({ en }) => en).join(', ')}${whom ? ` (${whom.en})` : ''}`,
  }
}

function workdays(days: number): Words {
  return { zh: `${days} 个工作日`, en: `${days} working days` }
}

const NONE = { zh: '（无）', en: '(none)' }
