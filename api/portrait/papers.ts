import type { CriterionId, Strengths, Village, Words } from '../../matching/index.ts'
import { findSource } from '../evidence-sources.ts'

type Told = Exclude<CriterionId, 'expertise' | 'tie'>

/** The paper that says most of each criterion and can be asked for in a village: its source, what it is, from whom. */
const PAPERS = {
  political: {
    source: '支部民主评议',
    zh: '请党支部出具民主评议结论（含政治表现）',
    en: 'Ask the Party branch for its democratic appraisal, with political conduct',
  },
  development: {
    source: '乡镇核实',
    zh: '请乡镇农业办核实带动产业、增收的台账',
    en: 'Ask the township’s agriculture office to verify the books on trade and income',
  },
  coordination: {
    source: '乡镇年度考核',
    zh: '请乡镇出具年度考核中牵头协调事项的评价',
    en: 'Ask the township for what its annual assessment says of matters that were coordinated',
  },
  service: {
    source: '网格平台记录',
    zh: '请乡镇综治中心调取网格平台的代办、走访记录',
    en: 'Ask the township for the record of the grid platform on visits and errands',
  },
  conduct: {
    source: '司法所核实',
    zh: '请司法所出具守法守纪情况核实材料',
    en: 'Ask the judicial office to verify that laws and discipline were kept',
  },
  record: {
    source: '乡镇年度考核',
    zh: '请乡镇出具上年度考核结果',
    en: 'Ask the township for the result of last year’s assessment',
  },
  reputation: {
    source: '村民代表测评',
    zh: '请乡镇组织村民代表测评并登记满意率',
    en: 'Ask the township to hold a vote of villagers’ representatives and record it',
  },
  potential: {
    source: '培训结业',
    zh: '请县、乡党校出具培训结业材料',
    en: 'Ask the Party school of county or township for the certificate of a training',
  },
} satisfies Record<Told, Words & { source: string }>

export const paperStrengths: Strengths = Object.fromEntries(
  Object.entries(PAPERS).map(([criterion, { source }]) => [
    criterion,
    findSource(source)!.strength,
  ]),
)

/** Which kind of paper would settle a criterion, from whom. */
export function paperWords(
  criterion: CriterionId,
  skill: string | null,
  { needs }: Village,
): Words {
  if (criterion === 'tie') return HOME
  if (criterion !== 'expertise') return { zh: PAPERS[criterion].zh, en: PAPERS[criterion].en }
  const need = needs.find((one) => one.skill === skill)
  if (!need) return SKILLS
  return {
    zh: `请本人提供“${need.words.zh}”所需专长的证书或业绩材料，由乡镇核实`,
    en: `Ask the person for a certificate or work that proves the skill for “${need.words.en}”, and the township to verify it`,
  }
}

const SKILLS = {
  zh: '请本人填报专长，并附证书或由村“两委”核实',
  en: 'Ask the person for their skills, with certificates or verified by the village committees',
}
const HOME = { zh: '户籍（常住）已登记', en: 'The home is on record' }
