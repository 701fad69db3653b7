import type { Words } from '../../matching/types.ts'
import { isNothing, plain, tidy } from '../roster/text.ts'
import { dayOf } from './days.ts'
import type { FieldRead } from './types.ts'

/** The eight democratic parties, in the short and the full form (GB/T 4762). */
const OTHERS =
  /民革|民盟|民建|民进|农工|致公|九三|台盟|中国国民党革命|民主同盟|民主建国|民主促进|台湾民主自治/

/**
 * 入党时间 is a text: a month, the name of a democratic party, or both (`2015.06；民盟`). Of a democratic party alone the
 * portrait says that the person is no member; which one it is stays in the form.
 */
export function partyOf(text: string): FieldRead {
  const parts = tidy(text)
    .split(/[;；,，、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0 || isNothing(tidy(text))) return null
  const days = parts.map((part) => dayOf(part.replace(/[（(]?(预备|加入|入党)[）)]?$/, '')))
  const joined = days.find((day) => day !== null)
  const isOther = parts.some((part) => OTHERS.test(plain(part)))
  if (joined !== undefined && joined !== null) {
    const isProbationary = parts.some((part) => part.includes('预备'))
    const values = {
      partyJoinedOn: joined,
      partyStatus: isProbationary ? 'probationary' : 'full',
    } as const
    return { values, ...(isOther && { caution: BOTH }) }
  }
  if (isOther) return { values: { partyStatus: 'none', partyJoinedOn: null }, caution: OTHER }
  return { caution: UNREADABLE }
}

const BOTH: Words = {
  zh: '同时写有民主党派，画像只记入党时间，党派名称留在审批表中。',
  en: 'A democratic party stands there as well: the portrait keeps the day of joining, the form the name of the party.',
}
const OTHER: Words = {
  zh: '写的是民主党派，不是中共党员；党派名称留在审批表中。',
  en: 'A democratic party and not the Communist Party: its name stays in the form.',
}
const UNREADABLE: Words = {
  zh: '读不出入党时间（应如 201506），不能写入画像；画像没有此项时，导出照原文写回。',
  en: 'No day of joining that can be read (201506 is expected): it is not taken, and written back as it stands while the portrait has nothing.',
}
