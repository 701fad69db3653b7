import type { Words } from '../../matching/types.ts'

/** The documents that targets cite, in full. */
const DOCUMENTS: Record<string, Words> = {
  'LAW 6': {
    zh: '《村民委员会组织法》第六条',
    en: 'Organic Law of the Villagers’ Committees, article 6',
  },
  'LAW 32': {
    zh: '《村民委员会组织法》第三十二条',
    en: 'Organic Law of the Villagers’ Committees, article 32',
  },
  S0: { zh: '自治区换届工作讲话（S0）', en: 'speech on the term change (S0)' },
  S2: { zh: '乡镇材料汇编（S2）', en: 'papers of townships (S2)' },
  'S3.1': { zh: '换届方案与总结（S3.1）', en: 'plans and summaries (S3.1)' },
  'S3.2': { zh: '换届方案与总结（S3.2）', en: 'plans and summaries (S3.2)' },
  'S3.4': {
    zh: '街道“两委”换届方案（S3.4）',
    en: 'term-change plan of an urban street (S3.4)',
  },
  'S3.5': { zh: '换届方案与总结（S3.5）', en: 'plans and summaries (S3.5)' },
}

/** `LAW 6, S3.4` as people read it; what has no words here is shown as it is cited. */
export function sourceWords(cited: string): Words {
  const found = cited.split(', ').map((code) => DOCUMENTS[code] ?? { zh: code, en: code })
  return { zh: found.map(({ zh }) => zh).join('、'), en: found.map(({ en }) => en).join('; ') }
}

/** No document gives it. */
export const OURS: Words = {
  zh: '文件未规定，为本产品默认值',
  en: 'No document says; the default is ours',
}
