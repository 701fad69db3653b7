import { v7 as newId } from 'uuid'
import type { Database } from '../../../db/schema.ts'
import type { CriterionId } from '../../../matching/index.ts'
import { type Around, at, before, type Grower } from './people.ts'

type Session = Database['mentoringSessions']
type Told = {
  way: Session['way']
  topic: string
  agreed: string
  seen: CriterionId[]
  minutes: number
}

/** What mentors wrote down; invented. */
const TOLD: Told[] = [
  told('talk', 'thought', '谈今年打算，愿意到村任职，先从网格做起。', ['potential'], 60),
  told('on-site', 'industry', '一起看合作社冷库，由本人讲解用电和损耗账。', ['development'], 90),
  told('phone', 'village-affairs', '商量监委会账目公示用语，当晚改好张贴。', ['service'], 30),
  told('shadowing', 'village-affairs', '旁听低保评议会，会后点评主持节奏。', ['coordination'], 120),
  told(
    'urgent',
    'mediation',
    '强降雨转移六户，本人负责二组联络。',
    ['coordination', 'service'],
    240,
  ),
  told('on-site', 'mediation', '两户宅基地边界当场丈量，双方签字。', ['coordination'], 120),
  told('talk', 'party-building', '帮着改主题党日方案，突出流动党员。', ['political'], 60),
  told('on-site', 'industry', '去直播间看选品，提醒售后先行赔付。', ['development'], 60),
  told('phone', 'policy', '讲清土地流转合同的三条风险。', [], 30),
  told('shadowing', 'policy', '跟办一件不动产登记，梳理所需材料清单。', ['service'], 90),
  told('urgent', 'village-affairs', '连夜抢修三组自来水主管，组织青壮年轮班。', ['service'], 240),
  told('talk', 'thought', '谈家里顾虑，配偶支持，老人有人照料。', [], 60),
]

function told(
  way: Session['way'],
  topic: string,
  agreed: string,
  seen: CriterionId[],
  minutes: number,
): Told {
  return { way, topic, agreed, seen, minutes }
}

/** Meetings since March, about one a month; the keener somebody is, the clearer the progress. */
export function meetingsOf({ countyCode, today, growers, accounts }: Around): Session[] {
  return growers.flatMap((grower) => {
    const mentor = grower.mentorId && accounts.get(grower.mentorId)
    if (!mentor) return []
    return daysOf(grower, today).map((heldOn): Session => {
      const { way, topic, agreed, seen, minutes } = grower.random.pick(TOLD)
      const progress = grower.random.chance(0.12) ? null : progressOf(grower)
      return {
        ...{ countyCode, id: newId(), mentorId: mentor.id, talentId: grower.id, heldOn, minutes },
        ...{ way, topic, agreed, progress, seen: JSON.stringify(seen), nextOn: null },
        ...{ keptAt: at(heldOn, '09:10'), createdAt: at(heldOn, '09:10'), isAnother: 0 },
        ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
      }
    })
  })
}

function progressOf({ zeal, random }: Grower): Session['progress'] {
  const mark = random.normal(zeal, 0.15, 0, 1)
  return mark > 0.7 ? 'clear' : mark > 0.45 ? 'some' : 'none'
}

function daysOf({ random, zeal }: Grower, today: string): string[] {
  const days: string[] = []
  const step = Math.round(50 - 25 * zeal)
  for (let ago = random.integer(3, 46); ago < 250; ago += random.integer(step - 8, step + 8))
    days.push(before(today, ago))
  return days
}
