import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { defaultPolicy } from '../../matching/index.ts'
import { HONGMEN } from '../cast.ts'
import { ELECTION, INSPECTION, PASS, PUBLISH, STUDY } from '../workflow/files.ts'
import {
  begun,
  DEPARTMENTS,
  follow,
  leads,
  type Model,
  SIGNERS,
  STAGES,
  type Who,
} from './review-model.ts'
import { answered, openRound, type Round, signed } from './reviewed.ts'
import { ok, type SignedInClient } from './served.ts'

const START = '2026-11-23'
/** Enough sequences to reach every stage and every ending; the seed makes a failure come again. */
const RUNS = 30
const LENGTH = 45
const SEED = 20261126

let day = START
/** Sessions end by the clock: it stands still, and the days alone pass. */
const NOON = new Date(`${START}T04:00:00Z`)
const reached = new Set<string>()
const policy = {
  ...defaultPolicy,
  review: {
    ...defaultPolicy.review,
    departments: [...DEPARTMENTS],
    stages: defaultPolicy.review.stages.map((stage) =>
      stage.id === 'township-review' ? { ...stage, signers: [...SIGNERS] } : stage,
    ),
  },
}

type Real = { round: Round; clients: Map<Who, SignedInClient>; nominee: string }
type Review = {
  state: string
  outcome: string | null
  stage: string
  revision: number
  acts: { id: string; kind: string; stage: string; isSuperseded: boolean }[]
}

const dated = (act: ReviewAct): ReviewAct =>
  Object.fromEntries(
    Object.entries(act).map(([key, value]) => [key, DAYS.includes(key) ? day : value]),
  ) as ReviewAct
const DAYS = [
  'startedOn',
  'endedOn',
  'metOn',
  'startsOn',
  'heldOn',
  'filedOn',
  'raisedOn',
  'repliedOn',
  'talkedOn',
  'termStartsOn',
]

type Command = fc.AsyncCommand<Model, Real>

/** Somebody signs something; the model says what has to come of it. */
function signing(who: Who, drawn: ReviewAct, isStale: boolean): Command {
  const told = `${who}${isStale ? ' (stale)' : ''}: ${JSON.stringify(drawn)}`
  return {
    check: () => true,
    toString: () => told,
    run: async (model, real) => {
      const before = await fileOf(real)
      const act = withObjection(dated(drawn), before)
      const client = real.clients.get(who)!
      if (isStale && isOffice(who)) {
        const late = await signed(client, real.nominee, act, before.revision - 1)
        expect(late.status, told).toBe(412)
        return expect(await fileOf(real)).toEqual(before)
      }
      const expected = follow(model, who, act)
      const answer =
        act.kind === 'answer' && !isOffice(who)
          ? await said(client, real.nominee, act)
          : await signed(client, real.nominee, act, before.revision)
      expect(answer.status, `${told} at ${before.stage}, ${before.state}`).toBe(expected)
      const after = await fileOf(real)
      if (expected !== 200) expect(after).toEqual(before)
      if (expected === 200 && act.kind === 'objection')
        model.objections.set(after.acts.at(-1)!.id, 'open')
      expect(placeOf(after), told).toEqual(expectedPlace(model))
      reached.add(after.state === 'open' ? after.stage : after.state)
    },
  }
}

/**
 * What leads on, by whoever may: without it sequences would stay at the first stages. Or too early, or by somebody
 * else: what the rules are there to refuse.
 */
function leading(by: 'whoever may' | 'too early' | Who): Command {
  const isDue = by === 'whoever may'
  return {
    check: (model) => leads(model, !isDue) !== null,
    toString: () => `what leads on, by ${by}`,
    run: async (model, real) => {
      const [due, kind] = leads(model, !isDue)!
      const who = isDue || by === 'too early' ? due : by
      const act = kind === 'answer' ? answers[0]! : ACTS.find((one) => one.kind === kind)!
      await signing(who, act, false).run(model, real)
    },
  }
}

/** Days pass: a notice comes to its end. */
function waiting(days: number): Command {
  return {
    check: () => true,
    toString: () => `${days} days pass`,
    run: async (model) => {
      model.day += days
      const from = Date.parse(`${START}T00:00:00Z`)
      day = new Date(from + model.day * 86_400_000).toISOString().slice(0, 10)
    },
  }
}

const isOffice = (who: Who) => !(DEPARTMENTS as readonly string[]).includes(who)

function withObjection(act: ReviewAct, { acts }: Review): ReviewAct {
  if (act.kind !== 'reply') return act
  const objection = acts.findLast((one) => one.kind === 'objection')?.id ?? 'none'
  return { ...act, objection }
}

async function said(
  client: SignedInClient,
  nominee: string,
  act: Extract<ReviewAct, { kind: 'answer' }>,
) {
  const seen = await client.get(`/review-cases/${nominee}`)
  if (!seen.ok) return seen
  const { answer, note } = act
  return answered(client, nominee, { answer, note }, (await seen.json()).case.revision)
}

async function fileOf({ round, nominee }: Real): Promise<Review> {
  return ok(await round.county.get(`/nominees/${nominee}`))
}

function placeOf({ stage, state, outcome }: Review) {
  return { stage: state === 'settled' ? 'settled' : stage, state, outcome }
}

function expectedPlace({ at, state, outcome }: Model) {
  const stage = state === 'settled' ? 'settled' : STAGES[at]
  // Elected, the way is not at its end before it is filed.
  return { stage, state, outcome: state === 'open' ? null : outcome }
}

const OFFICES: Who[] = ['county', 'township', 'police-head', 'village']
const ACTS: ReviewAct[] = [
  ...[PASS, { ...PASS, isOnPaper: true } as ReviewAct],
  { kind: 'ask', note: '请补材料' },
  { kind: 'supplement', note: '已补', department: null },
  ...DEPARTMENTS.map((department): ReviewAct => ({ kind: 'supplement', note: '已补', department })),
  { kind: 'stop', reason: '不符合条件' },
  { kind: 'withdraw', reason: '本人意愿', isOnPaper: true },
  { kind: 'resume', reason: '重新考虑' },
  ...[INSPECTION, { ...INSPECTION, conclusion: 'unfit' } as ReviewAct],
  ...[STUDY, { ...STUDY, decision: 'reject' } as ReviewAct],
  { ...STUDY, decision: 'defer' } as ReviewAct,
  PUBLISH,
  { kind: 'objection', raisedOn: START, isNamed: false, paper: '异议 1 号' },
  { kind: 'reply', objection: '', isUpheld: false, paper: '答复 1 号', repliedOn: START },
  { kind: 'reply', objection: '', isUpheld: true, paper: '答复 2 号', repliedOn: START },
  { kind: 'end-notice', note: '' },
  ...[ELECTION, { ...ELECTION, isElected: false } as ReviewAct],
  { kind: 'filing', number: '备 1 号', filedOn: START },
  { kind: 'talk', talkedOn: START, by: '孟庆华', note: '' },
]
const LEADING = ACTS.filter(({ kind }) => !['stop', 'withdraw', 'resume', 'ask'].includes(kind))
const answers = (['pass', 'pass', 'pass', 'more', 'objection'] as const).map(
  (answer): ReviewAct => ({
    kind: 'answer',
    answer,
    code: null,
    note: answer === 'more' ? '补' : '',
  }),
)

const stale = fc.integer({ min: 0, max: 14 }).map((it) => it === 0)
/** What leads on is drawn more often than what ends, so that sequences get far. */
const step = fc.oneof(
  { weight: 26, arbitrary: fc.constant('whoever may' as const).map(leading) },
  { weight: 6, arbitrary: fc.constantFrom('too early' as const, ...OFFICES).map(leading) },
  { weight: 2, arbitrary: fc.integer({ min: 3, max: 9 }).map(waiting) },
  { weight: 6, arbitrary: signs(OFFICES, LEADING) },
  { weight: 2, arbitrary: signs(OFFICES, ACTS) },
  { weight: 4, arbitrary: signs([...DEPARTMENTS], answers) },
  { weight: 3, arbitrary: signs(OFFICES, ofKinds('resume', 'talk')) },
  { weight: 4, arbitrary: signs(['county'], ofKinds('inspection', 'study')) },
  { weight: 1, arbitrary: signs([...DEPARTMENTS, ...OFFICES], [PASS, ...answers]) },
)

function ofKinds(...kinds: ReviewAct['kind'][]): ReviewAct[] {
  return ACTS.filter(({ kind }) => kinds.includes(kind))
}

function signs(who: Who[], acts: ReviewAct[]) {
  return fc
    .tuple(fc.constantFrom(...who), fc.constantFrom(...acts), stale)
    .map(([by, act, isStale]) => signing(by, act, isStale))
}

describe('no transition skips a signature or an answer', () => {
  let round: Round
  let clients: Map<Who, SignedInClient>
  let people: string[]
  beforeAll(async () => {
    round = await openRound({ policy, today: () => day, clock: () => NOON })
    const { served, county, township, village, reviewer, police } = round
    const policeHead = await served.as('demo-police-head')
    clients = new Map<Who, SignedInClient>([
      ...([
        ['county', county],
        ['township', township],
        ['village', village],
      ] as const),
      ...([
        ['police-head', policeHead],
        ['discipline-inspection', reviewer],
        ['police', police],
      ] as const),
    ])
    const { ranking } = await ok(
      await served.post('/rankings', { village: HONGMEN, post: 'secretary' }),
    )
    people = ranking.ranked
      .filter(({ eligibility }: { eligibility: string }) => eligibility === 'eligible')
      .map(({ talent }: { talent: string }) => talent)
    expect(people).not.toEqual([])
  })
  afterAll(() => round.served.close())

  test(`${RUNS} sequences of ${LENGTH} acts by random accounts end where the rules say`, async () => {
    const sequences = fc.commands([step], { maxCommands: LENGTH, size: 'max' })
    await fc.assert(
      fc.asyncProperty(sequences, async (commands) => {
        day = START
        const nominee = await nominatedNext(round, people)
        const model = begun()
        await fc.asyncModelRun(() => ({ model, real: { round, clients, nominee } }), commands)
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    // A check that stays at the first stages would check little.
    expect([...reached].sort()).toEqual([...STAGES, 'settled', 'stopped', 'withdrawn'].sort())
  }, 300_000)
})

/** In a round of its own, so that a person may come again. */
async function nominatedNext({ served }: Round, people: string[]): Promise<string> {
  const round = await made(served, '/rounds', {
    ...{
      kind: 'term-change',
      name: `第 ${count + 2} 轮`,
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
    },
    ...{ termStartsOn: '2027-01-15', termEndsOn: '2032-01-14' },
  })
  const talent = people[count % people.length]!
  await renamed(served, talent)
  const nomination = await made(served, '/nominations', {
    ...{ id: crypto.randomUUID(), round: round.id, talent, channel: 'discovered' },
    ...{ nominator: '区委组织部', reason: '实绩突出', village: HONGMEN, posts: ['secretary'] },
  })
  return nomination.nominee
}
let count = 0

/** Answers about the same facts would come along from an earlier round, and nobody would be asked. */
async function renamed(served: Round['served'], talent: string): Promise<void> {
  const etag = (await served.get(`/talents/${talent}`)).headers.get('etag')!
  const name = `宋雅${GIVEN[count++ % GIVEN.length]}`
  await ok(await served.patch(`/talents/${talent}`, { name }, { 'if-match': etag }))
}
const GIVEN = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北'

async function made(served: Round['served'], path: string, body: unknown) {
  const answer = await served.post(path, body)
  const read = await answer.json()
  if (!answer.ok) throw new Error(JSON.stringify(read))
  return read
}
