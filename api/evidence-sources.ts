import { Hono } from 'hono'
import type { Words } from '../matching/types.ts'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { EvidenceSources } from './shapes/portrait.ts'

export type EvidenceSource = {
  /** As the portrait keeps it. */
  source: string
  words: Words
  /** 0 to 1: how much evidence of this kind says; ours, the seed's. */
  strength: number
  /** An office that answers for what it says; what comes from others needs a paper to stand proven. */
  isOffice: boolean
}

export const evidenceSources = new Hono<Env>().get(
  '/',
  describe('Where evidence may come from, and how much each kind says', {
    schema: EvidenceSources,
  }),
  may('portrait.read'),
  (c) => c.json({ sources: SOURCES }),
)

export const findSource = (source: string) => SOURCES.find((one) => one.source === source)

/** Some other source says as much as talks with people of the village. */
export const OTHER_STRENGTH = 0.5

const office = (source: string, en: string, strength: number): EvidenceSource => ({
  ...{ source, words: { zh: source, en }, strength, isOffice: true },
})
const other = (source: string, en: string, strength: number): EvidenceSource => ({
  ...{ source, words: { zh: source, en }, strength, isOffice: false },
})

export const SOURCES: EvidenceSource[] = [
  office('乡镇年度考核', 'Annual assessment by the township', 0.85),
  office('支部民主评议', 'Democratic appraisal of the Party branch', 0.7),
  office('村民代表测评', 'Vote of villagers’ representatives', 0.75),
  office('县级表彰', 'Commendation by the county', 0.9),
  office('乡镇核实', 'Verified by the township', 0.7),
  office('司法所核实', 'Verified by the judicial office', 0.8),
  office('村账核查', 'Check of the village accounts', 0.75),
  office('单位鉴定', 'Reference of the employer', 0.65),
  office('部队鉴定', 'Reference of the armed forces', 0.8),
  office('学校鉴定', 'Reference of the school', 0.6),
  office('网格平台记录', 'Record of the grid platform', 0.6),
  office('培训结业', 'Completed training', 0.45),
  other('合作社台账', 'Books of the cooperative', 0.7),
  other('志愿服务记录', 'Record of voluntary service', 0.55),
  other('群众座谈', 'Talks with villagers', 0.5),
  other('导师评语', 'Remark of the mentor', 0.55),
  other('本人填报', 'Said by the person', 0.3),
]
