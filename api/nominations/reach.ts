import type { Context } from 'hono'
import { recordMiss } from '../auditing.ts'
import type { Env } from '../context.ts'
import type { NominationRequest } from '../shapes/nominations.ts'
import { invalid } from '../validate.ts'

type Proposing = Pick<NominationRequest, 'talent' | 'village'>

/**
 * Who may propose whom for where: the county anybody for anywhere in it, a township or village somebody whom it sees
 * for a village of its own. For the pool only, the person's home must be the township's; villages fill seats.
 */
export async function requireReach(c: Context<Env>, { talent, village }: Proposing): Promise<void> {
  const county = await c.var.county()
  const known = county.talents.get(talent)
  if (!known) {
    await recordMiss(c, 'portrait.missed', talent)
    throw invalid([{ pointer: '#/talent', detail: NOBODY }])
  }
  if (village !== null && !county.villages.has(village))
    throw invalid([{ pointer: '#/village', detail: NOT_OURS }])
  const { villageCodes } = c.var.scope
  if (village === null && villageCodes !== undefined)
    throw invalid([{ pointer: '#/village', detail: NO_POOL }])
  if (village === null && !county.townships.has(known.homeTownship))
    throw invalid([{ pointer: '#/village', detail: NOT_HOME }])
}

const NOBODY = {
  zh: '此人不在人才库中，或不在本账号的范围。请先登记此人，或请县级组织部门提名。',
  en: 'The person is not in the pool, or out of your reach: enter the person first, or ask the county.',
}
const NOT_OURS = {
  zh: '这个村（社区）不在本账号的范围。请选本辖区的村（社区）。',
  en: 'The village is out of your reach: choose one of your own.',
}
const NO_POOL = {
  zh: '村级账号提名须填拟任的村（社区）和岗位；仅入库的，请乡镇（街道）提名。',
  en: 'A village proposes for its own seats; for the pool only, ask the township.',
}
const NOT_HOME = {
  zh: '仅入库的提名由家所在乡镇（街道）办理。请填写拟任的村和岗位，或请其家所在乡镇提名。',
  en: 'For the pool only, the township of the home nominates. Name a village and posts instead.',
}
