import type { Nomination } from '../../db/nominations.ts'
import type { NomineeInRound } from '../../db/seat-nominees.ts'
import { patternOf, type Words } from '../../matching/index.ts'
import type { County } from '../candidacies.ts'
import { gateOf } from '../nominees/gate.ts'
import type { SKIPS } from '../shapes/nominations.ts'
import type { Proposal } from './proposals.ts'

export type Skip = { why: (typeof SKIPS)[number]; words: Words }
/** Who is in the round, and what stands about those of the village. */
export type InRound = {
  nominees: ReadonlyMap<string, NomineeInRound>
  nominations: ReadonlyMap<string, readonly Nomination[]>
}

/** Why somebody of a slate is not nominated; null: is. */
export function skipOf(county: County, proposal: Proposal, inRound: InRound): Skip | null {
  const { talent: id, village, posts } = proposal
  const talent = county.talents.get(id)
  if (!talent) return { why: 'gone', words: GONE }
  if (patternOf(posts) === undefined) return { why: 'posts', words: NO_PATTERN }
  if (talent.consent === 'withdrawn') return { why: 'consent', words: CONSENT }
  return ofGroup(county, proposal, inRound) ?? ofGate(county, proposal)

  function ofGate({ villages, policy }: County, _: Proposal): Skip | null {
    const place = villages.get(village)!.matching
    const elsewhere = { inRound: [], inOther: [] }
    const { findings } = gateOf({ talent: talent!, village: place, posts, policy, elsewhere })
    const breach = findings.find(({ outcome }) => outcome === 'breach')
    return breach ? { why: 'barred', words: breach.words } : null
  }
}

function ofGroup(county: County, { talent, village, posts }: Proposal, inRound: InRound) {
  const nominee = inRound.nominees.get(talent)
  if (!nominee) return null
  if (nominee.state !== 'open') return { why: 'ended' as const, words: ENDED }
  const standing = inRound.nominations.get(nominee.id) ?? []
  const seats = [nominee, ...standing]
  if (seats.some((seat) => seat.villageCode === village && isSame(seat.posts, posts)))
    return { why: 'same-seat' as const, words: SAME }
  if (nominee.villageCode !== null && nominee.villageCode !== village)
    return { why: 'other-village' as const, words: otherVillage(county, nominee.villageCode) }
  return null
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  new Set(a).symmetricDifference(new Set(b)).size === 0

function otherVillage({ villages }: County, code: string): Words {
  const name = villages.get(code)?.name
  return name === undefined
    ? { zh: '已在其他乡镇（街道）被提名', en: 'nominated in another township' }
    : { zh: `已被提名到${name}`, en: `nominated for ${name}` }
}

const GONE = {
  zh: '已不在人才库，或不在本账号的范围',
  en: 'no longer in the pool, or out of your reach',
}
const NO_PATTERN = {
  zh: '这几个岗位不能由一人同时担任',
  en: 'one person cannot hold these posts together',
}
const CONSENT = { zh: '本人已撤回同意', en: 'the person withdrew consent' }
const ENDED = {
  zh: '在本轮次已办结、退出或终止',
  en: 'settled, withdrawn or stopped in this round',
}
const SAME = {
  zh: '本轮次已被提名到同一岗位',
  en: 'nominated for the same seat in this round',
}
