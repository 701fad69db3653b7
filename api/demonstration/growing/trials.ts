import { randomBytes } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { Database } from '../../../db/schema.ts'
import { daysAfter } from '../../days.ts'
import { QUESTION_IDS } from '../../evaluations/questions.ts'
import { type Around, at, before, type Grower } from './people.ts'

type Trial = Database['trialPosts']

/**
 * Whoever is on trial now; a tenth of the others were earlier this year, asked about and concluded. 宋雅楠 assists the
 * chair of 洪门村 in the fifth month.
 */
export function trialsOf(around: Around) {
  const { today, growers } = around
  const running = growers.filter(({ status, name, mentorId }) =>
    isOnTrial({ status, name, mentorId }),
  )
  const earlier = growers.filter((one) => !running.includes(one) && one.random.chance(0.1))
  const trials = [
    ...running.map((grower) => trialOf(around, grower, before(today, 140))),
    ...earlier.map((grower) => concluded(around, grower)),
  ]
  const over = trials.filter(({ state }) => state === 'concluded')
  const evaluations = over.map((trial) => evaluationOf(around, trial))
  const zeals = new Map(growers.map((grower) => [grower.id, grower]))
  return {
    trialPosts: trials,
    evaluations,
    evaluationAnswers: evaluations.flatMap((evaluation) =>
      answersOf(evaluation, zeals.get(evaluation.talentId)!),
    ),
    /** Who is on trial from now on. */
    onTrial: running.filter(({ status }) => status !== 'trial-post').map(({ id }) => id),
  }
}

function isOnTrial({ status, name, mentorId }: Pick<Grower, 'status' | 'name' | 'mentorId'>) {
  return status === 'trial-post' || (name === '宋雅楠' && mentorId === 'demo-mentor')
}

function trialOf({ countyCode, accounts }: Around, grower: Grower, startsOn: string): Trial {
  return {
    ...{ countyCode, id: newId(), talentId: grower.id, villageCode: grower.village },
    ...{ kind: 'chair-assistant', duties: '协助主任办理村务公开、便民服务和合作社事务' },
    ...{ startsOn, endsOn: daysAfter(startsOn, 183), state: 'running', endedOn: null, grade: null },
    ...{ conclusion: '', signedBy: null, signedName: null, signedPosition: null, signedAt: null },
    ...{ statusBefore: 'reserve', superseded: '[]', countedAt: null, createdAt: at(startsOn) },
    ...{ createdBy: accounts.get('demo-township')!.id, revision: 1 },
  }
}

function concluded(around: Around, grower: Grower): Trial {
  const { today, accounts } = around
  const { id, name, position } = accounts.get('demo-township')!
  const trial = trialOf(around, grower, before(today, grower.random.integer(200, 300)))
  const endedOn = daysAfter(trial.startsOn, grower.random.integer(100, 180))
  const grade = grower.zeal > 0.75 ? 'excellent' : grower.zeal > 0.5 ? 'good' : 'fair'
  return {
    ...{ ...trial, endsOn: endedOn, endedOn, state: 'concluded', grade },
    ...{ conclusion: '履职认真，能独立办理日常村务。', signedBy: id, signedName: name },
    ...{ signedPosition: position, signedAt: at(daysAfter(endedOn, 3)) },
  }
}

function evaluationOf({ countyCode, accounts }: Around, { id, talentId, endedOn }: Trial) {
  const createdAt = at(daysAfter(endedOn!, -12))
  return {
    ...{ countyCode, id: newId(), trialPostId: id, talentId, opensOn: daysAfter(endedOn!, -10) },
    ...{ closesOn: daysAfter(endedOn!, -3), answersMin: 5, state: 'closed' as const },
    ...{ createdAt, createdBy: accounts.get('demo-township')!.id },
  }
}

/** Between six and fourteen answers of colleagues and representatives. */
function answersOf(
  { countyCode, id: evaluationId }: { countyCode: string; id: string },
  { random, zeal }: Grower,
): Database['evaluationAnswers'][] {
  const mark = () => Math.round(random.normal(1 + 4 * zeal, 0.7, 1, 5))
  return Array.from({ length: random.integer(12, 16) }, (_, index) => ({
    ...{ countyCode, id: randomBytes(16).toString('hex'), evaluationId, isOnPaper: 0 as const },
    audience: index % 2 === 0 ? ('colleague' as const) : ('representative' as const),
    marks: JSON.stringify(Object.fromEntries(QUESTION_IDS.map((question) => [question, mark()]))),
  }))
}
