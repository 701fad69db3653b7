import { daysBetween } from '../day.ts'
import type { Day, Words } from '../types.ts'
import { type Audit, latestOf, type VillageEntryOf } from './entries.ts'
import type { VillageFacts } from './facts.ts'
import { type Finding, unknown } from './finding.ts'
import type { ReadinessScheme } from './scheme.ts'

/** Departure audit (S1): finished, without anything left to mend, its result published as often and as long as asked. */
export function audit(facts: VillageFacts, { audit: asked }: ReadinessScheme, today: Day): Finding {
  const [latest] = latestOf(facts.entries, 'audit')
  if (!latest) return unknown(NONE, START)
  const basis = { source: sourceOf(latest), on: latest.body.finishedOn ?? latest.on }
  const open = openPoint(latest.body)
  if (open) return { ...basis, ...open, value: 0 }
  return { ...basis, ...published(latest.body, asked, today) }
}

/** What stands before the notices. */
function openPoint(body: Audit) {
  if (body.finishedOn === null || body.conclusion === null) return GOES_ON
  if (body.conclusion === 'handed-over') return HANDED_OVER
  if (body.conclusion === 'to-mend' && body.mendedOn === null) return TO_MEND
  return null
}

function published({ notices }: Audit, asked: ReadinessScheme['audit'], today: Day) {
  const lengths = notices.map(({ from, to }) => daysBetween(from, to) + 1)
  const good = notices.filter(({ to }, at) => lengths[at]! >= asked.noticeDays && to < today)
  const value = good.length
  const short = words(`公示 ${value}/${asked.notices}`, `${value} of ${asked.notices} notices`)
  if (value >= asked.notices)
    return {
      ...{ state: 'green' as const, value, short, next: null },
      words: words(
        `审计已完成，结果公示 ${value} 次，每次不少于 ${asked.noticeDays} 日`,
        `Audited; the result was published ${value} times for ${asked.noticeDays} days or more`,
      ),
    }
  const running = notices.find(({ to }, at) => lengths[at]! >= asked.noticeDays && to >= today)
  if (running)
    return {
      ...{ state: 'yellow' as const, value, short },
      words: words(
        `第 ${value + 1} 次公示 ${running.to} 期满`,
        `Notice ${value + 1} ends on ${running.to}`,
      ),
      next: words('公示期满后登记结果', 'Record the result when the notice has ended'),
    }
  const tooShort = lengths.find((days) => days < asked.noticeDays)
  if (tooShort !== undefined)
    return {
      ...{ state: 'red' as const, value, short },
      words: words(
        `公示只有 ${tooShort} 日，不足 ${asked.noticeDays} 日`,
        `Published for ${tooShort} days only, ${asked.noticeDays} are asked`,
      ),
      next: words(
        `重新公示，不少于 ${asked.noticeDays} 日`,
        `Publish again for ${asked.noticeDays} days or more`,
      ),
    }
  return {
    ...{ state: 'yellow' as const, value, short },
    words: words(
      `审计已完成，还差 ${asked.notices - value} 次公示`,
      `Audited; public notices still to come: ${asked.notices - value}`,
    ),
    next: words(
      `公示审计结果，不少于 ${asked.noticeDays} 日`,
      `Publish the result for ${asked.noticeDays} days or more`,
    ),
  }
}

const words = (zh: string, en: string): Words => ({ zh, en })

function sourceOf({ source, body }: VillageEntryOf<'audit'>): Words {
  const said = source || body.auditor
  return words(said, said)
}

const NONE = words('没有离任审计记录', 'No departure audit on record')
const START = words('启动离任审计并登记', 'Begin the departure audit and record it')
const GOES_ON = {
  state: 'yellow' as const,
  short: words('审计中', 'under way'),
  words: words('离任审计尚未出具结论', 'The departure audit has no conclusion yet'),
  next: words('催办审计结论', 'Press for the conclusion'),
}
const HANDED_OVER = {
  state: 'red' as const,
  short: words('移交', 'handed over'),
  words: words('审计问题已移交，未有处理结论', 'The audit was handed over and is not settled'),
  next: words('跟进处理结论后登记', 'Follow it up and record how it ended'),
}
const TO_MEND = {
  state: 'yellow' as const,
  short: words('待整改', 'to mend'),
  words: words('审计发现问题尚未整改到位', 'What the audit found is not mended yet'),
  next: words('督促整改并登记验收日期', 'See it mended and record the day'),
}
