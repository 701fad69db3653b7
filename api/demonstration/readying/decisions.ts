import { v7 as newId } from 'uuid'
import type { ListDecisionTable } from '../../../db/schema.ts'
import { assess, type Talent } from '../../../matching/index.ts'
import type { County } from '../../candidacies.ts'
import { before, type Readied } from './village.ts'

type Signer = { id: string; name: string; position: string | null }
type Around = {
  county: County
  homes: ReadonlyMap<string, Talent[]>
  today: string
  signer: Signer
}

const SEATS = ['secretary', 'chair'] as const
const REMEDIES = ['another-village', 'posted-in', 'recruited'] as const

/**
 * Signed decisions about who takes the combined role: for most villages where somebody may, the incumbent first; where
 * nobody may, here and there what is being tried.
 */
export function decisionsOf(village: Readied, around: Around): ListDecisionTable[] {
  const { county, homes, today, signer } = around
  const { random, code } = village
  const { matching } = county.villages.get(code)!
  const able = (homes.get(code) ?? []).filter((talent) =>
    SEATS.every((post) =>
      assess(talent, matching, post, county.policy).every(({ outcome }) => outcome === 'caution'),
    ),
  )
  const inOffice = able.find(({ incumbency }) => incumbency?.posts.includes('secretary'))
  const chosen = inOffice ?? able.find(({ status }) => status === 'reserve')
  const isSigned = random.chance(chosen ? 0.66 : 0.3)
  if (!isSigned) return []
  return [
    {
      ...{ countyCode: county.code, id: newId(), villageCode: code, talentId: chosen?.id ?? null },
      ...{ list: chosen ? ('settled' as const) : ('none' as const) },
      remedy: chosen ? null : random.pick(REMEDIES),
      reason: chosen ? '镇党委研究，群众认可，本人同意' : '本村党员中暂无合适人选，正在物色',
      ...{ at: `${before(today, random.integer(3, 20))}T07:00:00.000Z`, accountId: signer.id },
      ...{ accountName: signer.name, position: signer.position },
      ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
    },
  ]
}
