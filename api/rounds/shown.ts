import type { Context } from 'hono'
import type { z } from 'zod'
import { listEntries } from '../../db/dictionaries.ts'
import { countNomineesOfRounds } from '../../db/nominee-lists.ts'
import { findRound, type Round } from '../../db/rounds.ts'
import type { Words } from '../../matching/index.ts'
import type { Env } from '../context.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import { Problem } from '../problem.ts'
import type { RoundShape } from '../shapes/rounds.ts'

type Shown = z.infer<typeof RoundShape>

export async function roundOf(c: Context<Env>, id: string): Promise<Round> {
  const round = await findRound(c.var.db, c.var.scope, id)
  if (round) return round
  throw new Problem('not-found', {
    zh: `没有编号为 ${id} 的轮次。请从轮次列表中选。`,
    en: `No round has the id ${id}. Choose one of the list.`,
  })
}

export function requireOpen({ state, name }: Round): void {
  if (state === 'open') return
  throw new Problem('conflict', {
    zh: `“${name}”已结束，不能再改。确需继续的，请另建轮次。`,
    en: `“${name}” is closed and stays as it is. Open another round to go on.`,
  })
}

/** One round, with its revision as ETag. */
export async function roundShown(c: Context<Env>, round: Round): Promise<Shown> {
  c.header('etag', `"${round.revision}"`)
  const [shown] = await roundsShown(c, [round])
  return shown!
}

export async function roundsShown(c: Context<Env>, rounds: readonly Round[]): Promise<Shown[]> {
  const { db, scope, countyCode } = c.var
  const counts = await countNomineesOfRounds(db, scope)
  const entries = await listEntries(db, { countyCode }, 'departments')
  const words = new Map(entries.map(({ id, zh, en }) => [id, { zh, en }]))
  return rounds.map((round) => {
    const { id, kind, name, opensOn, closesOn, termStartsOn, termEndsOn, state } = round
    const { policyVersion, createdAt, closedAt, revision } = round
    const { all = 0, open = 0 } = counts.get(id) ?? {}
    return {
      ...{ id, kind, name, opensOn, closesOn, state, policyVersion, createdAt, closedAt, revision },
      term: termStartsOn && termEndsOn ? { startsOn: termStartsOn, endsOn: termEndsOn } : null,
      ...{ ...procedureShown(round, words), window: windowOf(round, c.var.today()) },
      ...{ mayNominate: mayNominate(c, round), nominees: all, open },
    }
  })
}

function procedureShown({ procedure }: Round, words: Map<string, Words>) {
  const { stages, departments } = procedure as RoundProcedure
  return {
    stages: stages.map(({ id, kind, words: called, level, days }) => ({
      ...{ id, kind, words: called, level, days },
    })),
    departments: departments.map((id) => ({ id, words: words.get(id) ?? { zh: id, en: id } })),
  }
}

function windowOf({ opensOn, closesOn }: Round, today: string): Shown['window'] {
  if (today < opensOn) return 'ahead'
  return today > closesOn ? 'over' : 'running'
}

function mayNominate(c: Context<Env>, round: Round): boolean {
  const isRunning = windowOf(round, c.var.today()) === 'running'
  return round.state === 'open' && (isRunning || c.var.session.account.role === 'county')
}
