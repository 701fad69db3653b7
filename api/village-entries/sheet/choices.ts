import { plain } from '../../roster/text.ts'
import { readYes } from '../../roster/values/fixed-words.ts'

/** Words of a choice; the first of each is what the sheet offers. */
export const CHOICES = {
  committee: {
    party: ['党组织', '党支部', '党总支', '支部', '村党组织', '党委', '支委会', '党支部委员会'],
    committee: ['村（居）委会', '村委会', '居委会', '村民委员会', '居民委员会', '村委'],
    supervision: ['村（居）务监督委员会', '监委会', '监督委员会', '村务监督委员会', '村监委'],
  },
  method: {
    'direct-nomination': ['海选提名直接选举', '海选', '直接选举', '有候选人海选'],
    candidates: ['提名候选人选举', '候选人选举', '有候选人选举', '差额选举'],
    'two-recommendations': ['两推一选'],
    'public-recommendation': ['公推直选'],
    'party-congress': ['党员大会选举', '党员大会', '党员选举'],
    representatives: [
      '户代表或居民代表选举',
      '户代表选举',
      '居民代表选举',
      '代表选举',
      '村民代表选举',
    ],
  },
  conclusion: {
    clear: ['没有问题', '无问题', '未发现问题', '通过', '合格', '无'],
    'to-mend': ['需要整改', '整改', '有问题需整改', '限期整改', '责令整改'],
    'handed-over': ['移交处理', '移交', '移送', '移送处理', '移送纪检'],
  },
  about: {
    team: ['现任班子', '班子', '两委班子', '村两委班子', '现班子'],
    candidates: ['换届初步人选', '候选人', '初步人选', '人选', '候选人初步人选'],
  },
} satisfies Record<string, Record<string, string[]>>
export type ChoiceField = keyof typeof CHOICES
export const YES_NO = ['是', '否'] as const

const KNOWN = new Map(
  Object.entries(CHOICES).flatMap(([field, of]) =>
    Object.entries(of).flatMap(([id, words]) =>
      words.map((word) => [`${field} ${plain(word)}`, id] as const),
    ),
  ),
)

/** The id of what a cell says; undefined where it is none of the choices. */
export function readChoice(field: string, text: string): string | undefined {
  return KNOWN.get(`${field} ${plain(text)}`)
}

export function readYesNo(text: string): boolean | null {
  const said = plain(text)
  if (/^(有效|已结束|结束)$/.test(said)) return true
  if (/^(无效|未结束|在任)$/.test(said)) return false
  return readYes(text)
}
