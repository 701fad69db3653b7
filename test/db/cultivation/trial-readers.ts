import type { Db } from '../../../db/connect.ts'
import * as evaluations from '../../../db/evaluations.ts'
import type { Scope } from '../../../db/scope.ts'
import * as trials from '../../../db/trial-posts.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const trialId = (talent: string) => `${talent}-trial`
const evaluationId = (talent: string) => `${talent}-evaluation`

/** Every query that reads trial posts, evaluations and what was answered. */
export const TRIALS: Reader[] = [
  {
    name: 'findTrialPost',
    read: each(async (db, scope, id) => {
      const found = await trials.findTrialPost(db, scope, trialId(id))
      return found ? [found.talentId] : []
    }),
    expected: onTrial,
  },
  {
    name: 'listTrialPostsOf',
    read: each(async (db, scope, id) =>
      (await trials.listTrialPostsOf(db, scope, id)).map(({ talentId }) => talentId),
    ),
    expected: onTrial,
  },
  {
    name: 'pageOfTrialPosts',
    read: async (db, scope) =>
      (await trials.pageOfTrialPosts(db, scope, { state: 'running', limit: 999, offset: 0 })).map(
        ({ talentId }) => talentId,
      ),
    expected: onTrial,
  },
  {
    name: 'countTrialPosts',
    read: async (db, scope) => counted((await trials.countTrialPosts(db, scope)).running),
    expected: (seen) => counted(onTrial(seen).length),
  },
  {
    name: 'findEvaluation',
    read: each(async (db, scope, id) => {
      const found = await evaluations.findEvaluation(db, scope, evaluationId(id))
      return found ? [found.talentId] : []
    }),
    expected: evaluated,
  },
  {
    name: 'listEvaluationsOf',
    read: async (db, scope, { people }) =>
      (await evaluations.listEvaluationsOf(db, scope, people.map(trialId))).map(
        ({ talentId }) => talentId,
      ),
    expected: evaluated,
  },
  {
    name: 'findEvaluationCode',
    read: each(async (db, scope, id) => {
      const found = await evaluations.findEvaluationCode(db, scope, [`${id}-digest`])
      return found ? [id] : []
    }),
    expected: evaluated,
  },
  {
    name: 'countIssuedCodes',
    read: each(async (db, scope, id) => {
      const { colleague, representative } = await evaluations.countIssuedCodes(
        db,
        scope,
        evaluationId(id),
      )
      return Array<string>(colleague + representative).fill(id)
    }),
    expected: evaluated,
  },
  {
    name: 'listEvaluationAnswers',
    read: each(async (db, scope, id) =>
      (await evaluations.listEvaluationAnswers(db, scope, evaluationId(id))).map(() => id),
    ),
    expected: evaluated,
  },
]

function onTrial({ rows, people }: Seen): string[] {
  return rows.trialPosts.map(({ talentId }) => talentId).filter((id) => people.has(id))
}

function evaluated({ rows, people }: Seen): string[] {
  return rows.evaluations.map(({ talentId }) => talentId).filter((id) => people.has(id))
}

type Find = (db: Db, scope: Scope, talent: string) => Promise<string[]>

/** A query about one person, asked about each. */
function each(find: Find): Reader['read'] {
  return async (db, scope, { people }) => {
    const found: string[] = []
    for (const id of people) found.push(...(await find(db, scope, id)))
    return found
  }
}

/** Nothing is nothing, so that a scope which sees nobody reads an empty list. */
function counted(count: number): string[] {
  return count === 0 ? [] : [`running: ${count}`]
}
