import type { Day, Words } from '../types.ts'
import type { ReviewStanding, VillageFacts } from './facts.ts'
import { type Finding, unknown } from './finding.ts'
import type { ReadinessScheme } from './scheme.ts'

const SOURCE: Words = { zh: '部门联审', en: 'joint review' }
const NONE: Words = { zh: '尚无提名，联审未开展', en: 'Nobody is nominated yet' }
const NOMINATE: Words = { zh: '提名人选', en: 'Nominate people' }

/** Joint review of the village's nominees: every department answered, and the answers still stand. */
export function review({ review: of }: VillageFacts, _: ReadinessScheme, today: Day): Finding {
  if (of === null || of.asked === 0) return unknown(NONE, NOMINATE)
  const basis = { source: SOURCE, on: today, value: of.answered / of.asked }
  const short = { zh: `${of.answered}/${of.asked}`, en: `${of.answered} of ${of.asked}` }
  const open = openPoint(of)
  if (open) return { ...basis, short, ...open }
  return {
    ...{ ...basis, short, state: 'green', next: null },
    words: {
      zh: `${of.nominees} 人联审全部答复`,
      en: `Every department answered about all ${of.nominees}`,
    },
  }
}

function openPoint({ asked, answered, late, lapsed, objections }: ReviewStanding) {
  if (late > 0)
    return {
      state: 'red' as const,
      words: { zh: `${late} 份联审答复已逾期`, en: `${late} answers are overdue` },
      next: { zh: '催办联审部门', en: 'Press the departments' },
    }
  if (lapsed > 0)
    return {
      state: 'yellow' as const,
      words: { zh: `${lapsed} 份联审答复已过有效期`, en: `${lapsed} answers have ended` },
      next: { zh: '重新征求意见', en: 'Ask again' },
    }
  if (objections > 0)
    return {
      state: 'yellow' as const,
      words: { zh: `${objections} 份答复有异议，待研究`, en: `${objections} objections are open` },
      next: { zh: '研究异议并作出决定', en: 'Decide about the objections' },
    }
  if (answered < asked)
    return {
      state: 'yellow' as const,
      words: {
        zh: `联审还差 ${asked - answered} 份答复`,
        en: `${asked - answered} answers lack`,
      },
      next: { zh: '催办联审部门', en: 'Press the departments' },
    }
  return null
}
