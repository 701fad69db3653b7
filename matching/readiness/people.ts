import type { Day, Words } from '../types.ts'
import type { VillageFacts, VillageList } from './facts.ts'
import { COMPUTED, type Finding, POOL, unknown } from './finding.ts'
import type { ReadinessScheme } from './scheme.ts'

/** Reserves at home in the village who agreed (S3.1). */
export function depth({ reserves }: VillageFacts, scheme: ReadinessScheme, today: Day): Finding {
  const lacking = scheme.depth.reserves - reserves
  const state =
    lacking <= 0 ? 'green' : reserves < scheme.depth.redBelow ? ('red' as const) : 'yellow'
  const says = {
    zh: `后备 ${reserves} 人`,
    en: `${reserves} ${reserves === 1 ? 'reserve' : 'reserves'}`,
  }
  return {
    ...{ state, value: reserves, on: today, source: POOL },
    short: { zh: `${reserves} 人`, en: `${reserves}` },
    words: {
      zh: `${says.zh}${lacking > 0 ? `，不足 ${scheme.depth.reserves} 人` : ''}`,
      en: `${says.en}${lacking > 0 ? `, ${scheme.depth.reserves} are asked` : ''}`,
    },
    next: lacking > 0 ? { zh: `补后备 ${lacking} 人`, en: `Find ${lacking} more` } : null,
  }
}

const LIST_STATES = { settled: 'green', willing: 'yellow', none: 'red' } as const
const LIST_NEXT: Record<VillageList, Words | null> = {
  settled: null,
  willing: { zh: '谈话并走完提名、联审', en: 'Talk, nominate and have it reviewed' },
  none: {
    zh: '从外村选派、上级下派或公开选聘',
    en: 'From another village, posted in, or openly recruited',
  },
}
const LIST_SHORT: Record<VillageList, Words> = {
  settled: { zh: '已落实', en: 'settled' },
  willing: { zh: '有意向', en: 'willing' },
  none: { zh: '无合适人选', en: 'none' },
}

/** Which of the three lists the village is on; 'none' is red (S3.5). */
export function list({ list: standing }: VillageFacts): Finding {
  return {
    state: LIST_STATES[standing.list],
    value: standing.talents.length,
    short: LIST_SHORT[standing.list],
    words: standing.words,
    source: standing.by === 'decision' ? { zh: '签字决定', en: 'signed decision' } : COMPUTED,
    on: standing.on,
    next: LIST_NEXT[standing.list],
  }
}

/** Whether a team can meet law and policy, by the matcher. */
export function teams({ team }: VillageFacts, scheme: ReadinessScheme): Finding {
  if (team === null)
    return unknown({ zh: '尚未测算班子', en: 'Teams are not worked out yet' }, null)
  const missed = [...team.law, ...team.policy]
  const basis = { value: missed.length, source: COMPUTED, on: team.on }
  if (missed.length > 0)
    return {
      ...basis,
      state: team.law.length > 0 ? 'red' : 'yellow',
      short: { zh: `缺 ${missed.length} 项`, en: `${missed.length} missed` },
      words: joined(missed),
      next: { zh: '看缺口与补救办法', en: 'See what is missing and what mends it' },
    }
  const { length } = team.singles
  const rests = scheme.teams.singlesWarn && length > 0
  return {
    ...basis,
    state: rests ? 'yellow' : 'green',
    short: rests
      ? { zh: `系于 ${length} 人`, en: `rests on ${length}` }
      : { zh: '可达', en: 'met' },
    words:
      length > 0
        ? {
            zh: `可达，但其中 ${length} 人无人可替`,
            en: `Can be met, but ${length} people cannot be replaced`,
          }
        : { zh: '法定和政策目标都可达', en: 'Law and policy can be met' },
    next: rests
      ? { zh: '为无人可替的人选补后备', en: 'Find reserves for those who cannot be replaced' }
      : null,
  }
}

function joined(missed: readonly Words[]): Words {
  return {
    zh: missed.map(({ zh }) => zh).join('；'),
    en: missed.map(({ en }) => en).join('; '),
  }
}
