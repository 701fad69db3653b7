import type { Context } from 'hono'
import type { z } from 'zod'
import { findAccount } from '../../db/accounts.ts'
import { listMenteesOf } from '../../db/mentees.ts'
import { endMentorship, findMentorship, holdMentor } from '../../db/mentorships.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { kinAmong } from '../mentoring/cautions.ts'
import { policyInForce } from '../people-by-id.ts'
import { requireImpersonal } from '../reasons.ts'
import type { HandoverBody, HandoverDone } from '../shapes/mentoring.ts'
import { invalid } from '../validate.ts'
import { beginMentorships } from './beginning.ts'
import { type Mentor, mentorOf, noMentor } from './mentors.ts'

type Given = z.infer<typeof HandoverBody>
type Mentee = Awaited<ReturnType<typeof listMenteesOf>>[number]
type Move = { talent: Mentee; to: Mentor }

/**
 * The people of a mentor who leaves go to one or several others, all of it or nothing, within everybody's limit. Sessions
 * stay what they are; private notes stay with their author and are passed on to nobody.
 */
export async function handMenteesOver(
  c: Context<Env>,
  given: Given,
): Promise<z.infer<typeof HandoverDone>> {
  const { from, reason } = given
  await requireMentor(c, from)
  const mentees = await listMenteesOf(c.var.db, c.var.scope, from)
  for (const { name } of mentees) requireImpersonal(reason, name)
  const moves = await movesOf(c, given, mentees)
  const policyMax = (await policyInForce(c)).cultivation.menteesMax
  const groups = [...Map.groupBy(moves, ({ to }) => to.line.id).values()].toSorted((a, b) =>
    a[0]!.to.line.id < b[0]!.to.line.id ? -1 : 1,
  )
  await changing(c, async (transaction, tell) => {
    const ids = [from, ...groups.map(([first]) => first!.to.line.id)].sort()
    for (const id of ids) await holdMentor(transaction, { countyCode: c.var.countyCode }, id)
    for (const group of groups) {
      const mentor = group[0]!.to.line
      const talentIds: string[] = []
      for (const { talent } of group) {
        const ending = { mentorId: from, talentId: talent.id, endedOn: c.var.today() }
        await endMentorship(transaction, c.var.scope, ending)
        const pair = { mentorId: mentor.id, talentId: talent.id }
        const going = await findMentorship(transaction, c.var.scope, pair)
        if (going?.endedOn !== null) talentIds.push(talent.id)
      }
      if (talentIds.length > 0)
        await beginMentorships(c, { transaction, tell, mentor, talentIds, policyMax })
    }
    const subjects = [...ids, ...moves.map(({ talent }) => talent.id)]
    tell({ action: 'mentorship.handed-over', subjects, reason })
  })
  const left = mentees.filter(({ id }) => !moves.some(({ talent }) => talent.id === id))
  return { moved: await movedShown(c, moves), left: left.map(({ id, name }) => ({ id, name })) }
}

/** An account that is or was a mentor's; closed ones have nobody left. */
async function requireMentor(c: Context<Env>, id: string): Promise<void> {
  const account = await findAccount(c.var.db, { countyCode: c.var.countyCode }, id)
  if (account?.role !== 'mentor') throw noMentor()
}

async function movesOf(c: Context<Env>, given: Given, mentees: readonly Mentee[]): Promise<Move[]> {
  const { from, to: rest, moves } = given
  const targets = new Map<string, Mentor>()
  for (const id of new Set([...moves.map(({ to }) => to), ...(rest === null ? [] : [rest])])) {
    if (id === from) throw invalid([{ pointer: '#/to', detail: SAME }])
    targets.set(id, await mentorOf(c, id))
  }
  const strays = moves.flatMap(({ talent }, at) =>
    mentees.some(({ id }) => id === talent)
      ? []
      : [{ pointer: `#/moves/${at}/talent`, detail: NO_MENTEE }],
  )
  if (strays.length > 0) throw invalid(strays)
  const named = new Map(moves.map(({ talent, to }) => [talent, to]))
  const found = mentees.flatMap((talent): Move[] => {
    const to = targets.get(named.get(talent.id) ?? rest ?? '')
    return to ? [{ talent, to }] : []
  })
  if (found.length === 0) throw invalid([{ pointer: '#/moves', detail: NOBODY }])
  return found
}

async function movedShown(c: Context<Env>, moves: readonly Move[]) {
  const mentors = moves.map(({ to: { line, profile } }) => ({
    ...{ id: line.id, name: line.name, talentId: profile?.talentId ?? null },
  }))
  const kin = await kinAmong(
    c,
    mentors,
    moves.map(({ talent }) => talent),
  )
  return moves.map(({ talent, to: { line } }) => ({
    talent: { id: talent.id, name: talent.name },
    to: { id: line.id, name: line.name },
    cautions: kin(line.id, talent.id),
  }))
}

const SAME = {
  zh: '交接的对方不能是同一位导师，请另选一位。',
  en: 'The people go to another mentor, not to the same one.',
}
const NO_MENTEE = {
  zh: '此人不在该导师的帮带对象中，或不在本账号的范围内。',
  en: 'This person is none of the mentor’s mentees, or out of your scope.',
}
const NOBODY = {
  zh: '没有可以交接的帮带对象。请选择对象和接手的导师。',
  en: 'Nobody would be handed over: choose people and who takes them.',
}
