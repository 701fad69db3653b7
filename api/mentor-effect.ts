import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { type Account, findAccount } from '../db/accounts.ts'
import { listCultivated } from '../db/in-cultivation.ts'
import { listMenteesOf } from '../db/mentees.ts'
import { listMentorships } from '../db/mentorships.ts'
import { listJudged } from '../db/portraits.ts'
import { COMPARED_FROM, effectOf } from '../matching/index.ts'
import { may } from './access.ts'
import { record, recordMiss } from './auditing.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { SEEN } from './mentoring/choices.ts'
import { policyInForce } from './people-by-id.ts'
import { Problem } from './problem.ts'
import { MentorEffectAnswer } from './shapes/mentor-effect.ts'
import { talentOf } from './talent-rows.ts'
import { valid } from './validate.ts'

/** Before and after of a mentor's mentees: read by the mentor alone and by the county. */
export const mentorEffect = new Hono<Env>().get(
  '/effect',
  describe(
    'How the mentees of a mentor changed since the mentorship began; no proof of a cause',
    { schema: MentorEffectAnswer },
    404,
    422,
  ),
  may('mentor-effect.read'),
  valid('query', z.object({ mentor: z.string().max(64).optional() })),
  async (c) => {
    const { id, name } = await mentorOf(c, c.req.valid('query').mentor)
    const { db, scope } = c.var
    const today = c.var.today()
    const links = await listMenteesOf(db, scope, id)
    const talents = await talentsOf(
      c,
      links.map((link) => link.id),
    )
    const others = await othersOf(
      c,
      [...talents.values()].map(({ homeTownship }) => homeTownship),
    )
    const mentees = links.flatMap(({ id, startedOn }) => {
      const talent = talents.get(id)
      return talent ? [{ id, evidence: talent.evidence, since: startedOn }] : []
    })
    const policy = await policyInForce(c)
    const effect = effectOf(mentees, others, policy, { criteria: SEEN, today })
    const names = new Map(links.map((link) => [link.id, link.name]))
    await record(c, { action: 'mentor-effect.read', subjects: links.map((link) => link.id) })
    return c.json({
      ...{ today, mentor: { id, name }, criteria: [...SEEN] },
      mentees: effect.mentees.map(({ talent, ...levels }) => ({
        talent: { id: talent, name: names.get(talent) ?? '' },
        ...levels,
      })),
      ...{ change: effect.change, others: effect.others },
      isFew: mentees.length < COMPARED_FROM,
    })
  },
)

/** A mentor reads the own; the county says whose. */
async function mentorOf(c: Context<Env>, asked: string | undefined): Promise<Account> {
  const { db, countyCode } = c.var
  const { account } = c.var.session
  if (account.role === 'mentor' && (asked === undefined || asked === account.id)) return account
  const id = asked ?? ''
  const found = account.role === 'county' ? await findAccount(db, { countyCode }, id) : undefined
  if (found?.role === 'mentor') return found
  await recordMiss(c, 'mentor-effect.missed', id)
  throw new Problem('not-found', NO_MENTOR)
}

async function talentsOf(c: Context<Env>, ids: readonly string[]) {
  const rows = await listJudged(c.var.db, c.var.scope, { ids })
  return new Map(rows.map((row) => [row.id, talentOf(row)]))
}

/**
 * People under cultivation in the townships of the mentees whom nobody looks after. A mentor reads no more of them than
 * how many they are and how they changed together.
 */
async function othersOf(c: Context<Env>, townships: readonly string[]) {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const going = (await listMentorships(db, scope)).filter(({ endedOn }) => endedOn === null)
  const looked = new Set(going.map(({ talentId }) => talentId))
  const ids: string[] = []
  for (const townshipCode of new Set(townships))
    for (const { id } of await listCultivated(db, scope, { townshipCode }))
      if (!looked.has(id)) ids.push(id)
  return (await listJudged(db, scope, { ids })).map(talentOf)
}

const NO_MENTOR = {
  zh: '没有这位导师，或不在本账号的范围内。请从导师名单中选择。',
  en: 'There is no such mentor in the reach of your account: choose one of the list.',
}
