import type { z } from 'zod'
import { ageOn } from '../../matching/index.ts'
import type { Words } from '../../matching/types.ts'
import { isDayOrMonth, isPast } from '../days.ts'
import type { ProblemError } from '../problem.ts'
import type { Change } from '../shapes/portrait-input.ts'
import { ethnicityOf } from './ethnicities.ts'
import { readResume } from './resume.ts'

/** Who can be in a pool at all; whom a post takes is for rules. */
const [YOUNGEST, OLDEST, PARTY_AGE] = [16, 90, 18]

type Given = Partial<z.infer<typeof Change>>
type Known = { bornOn: string | null; partyStatus: string | null; partyJoinedOn: string | null }

/** What is wrong with values that somebody typed, seen beside what the record has. */
export function faultsOf(given: Given, before: Known | null, today: string): ProblemError[] {
  const { bornOn, partyStatus, partyJoinedOn } = { ...(before ?? EMPTY), ...given }
  const after: Known = {
    bornOn: bornOn ?? null,
    partyStatus: partyStatus ?? null,
    partyJoinedOn: partyJoinedOn ?? null,
  }
  const faults: (ProblemError | false)[] = [
    given.name !== undefined && !NAME.test(given.name) && fault('name', NO_NAME),
    typeof given.bornOn === 'string' && birthFault(given.bornOn, today),
    joiningFault(given, after, today),
    typeof given.ethnicity === 'string' &&
      ethnicityOf(given.ethnicity) === null &&
      fault('ethnicity', NO_ETHNICITY),
    resumeFault(given.resume),
    needsReason(given) && fault('reason', NO_REASON),
  ]
  return faults.filter((one) => one !== false)
}

function needsReason({ status, reason }: Given): boolean {
  return (status === 'left' || status === 'appointed') && reason === undefined
}

function birthFault(bornOn: string, today: string): ProblemError | false {
  if (!isDayOrMonth(bornOn) || !isPast(bornOn, today)) return fault('bornOn', NO_BIRTH)
  const age = ageOn(bornOn, today)
  return (age < YOUNGEST || age > OLDEST) && fault('bornOn', ageWords(age))
}

/** Looked at whenever one of the three is typed, since each may be what is wrong. */
function joiningFault(given: Given, after: Known, today: string): ProblemError | false {
  const { bornOn, partyStatus, partyJoinedOn } = after
  const isTouched = [given.bornOn, given.partyStatus, given.partyJoinedOn].some(
    (value) => value !== undefined,
  )
  if (!isTouched || partyJoinedOn === null) return false
  const at = given.partyJoinedOn === undefined ? 'partyStatus' : 'partyJoinedOn'
  if (!isDayOrMonth(partyJoinedOn) || !isPast(partyJoinedOn, today)) return fault(at, NO_JOINING)
  if (partyStatus !== null && partyStatus !== 'full' && partyStatus !== 'probationary')
    return fault(at, NO_MEMBER)
  const joined = partyJoinedOn.length === 7 ? `${partyJoinedOn}-31` : partyJoinedOn
  const isTooYoung = bornOn !== null && isDayOrMonth(bornOn) && ageOn(bornOn, joined) < PARTY_AGE
  return isTooYoung && fault(given.partyJoinedOn === undefined ? 'bornOn' : at, TOO_YOUNG)
}

function resumeFault(resume: string | null | undefined): ProblemError | false {
  if (typeof resume !== 'string') return false
  const read = readResume(resume)
  return 'detail' in read && fault('resume', read.detail)
}

const fault = (field: string, detail: Words): ProblemError => ({ pointer: `#/${field}`, detail })

const EMPTY: Known = { bornOn: null, partyStatus: null, partyJoinedOn: null }

/** Hanzi with the dot of some names of smaller nationalities, or Latin letters. */
const NAME = /^(?=.{1,50}$)\p{L}[\p{L}·• ]*$/u

const NO_NAME = {
  zh: '姓名只能由文字组成（少数民族姓名可用间隔号“·”），最多 50 个字。',
  en: 'A name has letters, and dots or spaces between them; 50 at most.',
}
const NO_BIRTH = {
  zh: '出生日期应为真实日期，写作 1990-05-01，只知道月份时写作 1990-05，且不晚于今天。',
  en: 'A birth is a real day, written 1990-05-01, or 1990-05 where only the month is known, and not in the future.',
}
const ageWords = (age: number) => ({
  zh: `按出生日期今天 ${age} 周岁，入库人员应为 ${YOUNGEST} 至 ${OLDEST} 周岁，请核对年份。`,
  en: `By this birth the person is ${age}; people of the pool are ${YOUNGEST} to ${OLDEST}: check the year.`,
})
const NO_JOINING = {
  zh: '入党时间应为真实日期，写作 2010-07-01 或 2010-07，且不晚于今天。',
  en: 'The day of joining the Party is real, written 2010-07-01 or 2010-07, and not in the future.',
}
const NO_MEMBER = {
  zh: '只有正式党员、预备党员填写入党时间；请核对政治面貌，或清除入党时间。',
  en: 'Only members and probationary members have a day of joining: check the political status, or take the day away.',
}
const TOO_YOUNG = {
  zh: `入党时未满 ${PARTY_AGE} 周岁（党章第一条），请核对出生日期与入党时间。`,
  en: `Nobody joins the Party under ${PARTY_AGE} (Party constitution, article 1): check the birth and the day of joining.`,
}
const NO_ETHNICITY = {
  zh: '民族请填写规范名称，如“汉族”“回族”。',
  en: 'Give the name of the nationality as the standard has it, such as 汉族 or 回族.',
}
const NO_REASON = {
  zh: '转为“任用”或“出库”须填写事由（4 字以上）。',
  en: 'Say why (4 characters or more) when somebody takes office or leaves the pool.',
}
