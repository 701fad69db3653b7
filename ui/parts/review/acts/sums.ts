import { percent } from '../../../format.ts'
import { t } from '../../../words/index.ts'
import { type ActDraft, countOf, type Sum, VOTES, type VoteCount, voteKey } from './field.ts'

/** Of a vote among people: what came back, and whether the three answers make the valid ballots. */
export function votesSums(field: string, draft: ActDraft): Sum[] {
  const of = (count: VoteCount) => countOf(draft, voteKey(field, count))
  const [issued, returned, valid, ...answers] = VOTES.map(of)
  const say = (state: Sum['state'], text: string): Sum => ({ at: field, state, text })
  const { sum } = t().review
  return [
    ...(isKnown(issued) && isKnown(returned) ? [returnedSum(issued, returned, say)] : []),
    ...(isKnown(returned) && isKnown(valid) && valid > returned
      ? [say('missed', sum.validMore)]
      : []),
    ...(isKnown(valid) && answers.every(isKnown)
      ? [answersSum(valid, answers.filter(isKnown), say)]
      : []),
  ]
}

/** A meeting with more than half of those entitled decides by more than half of them. */
export function studySums(draft: ActDraft): Sum[] {
  const { sum } = t().review
  const of = (id: string) => countOf(draft, id)
  const [entitled, present] = [of('entitled'), of('present')]
  const answers = [of('for'), of('against'), of('abstain')]
  const total = answers.filter(isKnown).reduce((all, one) => all + one, 0)
  const given = of('for')
  const at = 'figures'
  return [
    ...(isKnown(entitled) && isKnown(present)
      ? [
          2 * present > entitled
            ? { at, state: 'met' as const, text: sum.quorum(present, entitled) }
            : { at, state: 'missed' as const, text: sum.noQuorum(moreThanHalf(entitled)) },
        ]
      : []),
    ...(isKnown(present) && answers.every(isKnown) && total !== present
      ? [{ at, state: 'missed' as const, text: sum.meetingOff(total, present) }]
      : []),
    ...(isKnown(entitled) && isKnown(given) ? [majoritySum(given, entitled)] : []),
  ]
}

/** LAW 15: more than half of the voters vote, more than half of the votes cast elect; a third in a later vote. */
export function electionSums(draft: ActDraft): Sum[] {
  const { sum } = t().review
  const [voters, cast, given] = ['voters', 'cast', 'for'].map((id) => countOf(draft, id))
  const round = draft.round
  const at = 'figures'
  return [
    { at, state: 'unknown' as const, text: sum.law },
    ...(isKnown(voters) && isKnown(cast)
      ? [
          2 * cast > voters
            ? { at, state: 'met' as const, text: sum.turnout(percent(cast / voters)) }
            : { at, state: 'missed' as const, text: sum.noTurnout(moreThanHalf(voters)) },
        ]
      : []),
    ...(isKnown(cast) && isKnown(given) && round ? [votesSum(given, neededOf(cast, round))] : []),
  ]
}

const isKnown = (count: number | null | undefined): count is number => typeof count === 'number'
const moreThanHalf = (of: number) => Math.floor(of / 2) + 1
const neededOf = (cast: number, round: string) =>
  round === '1' ? moreThanHalf(cast) : Math.ceil(cast / 3)

type Say = (state: Sum['state'], text: string) => Sum

function returnedSum(issued: number, returned: number, say: Say): Sum {
  const { sum } = t().review
  if (returned > issued) return say('missed', sum.returnedMore)
  return say('unknown', sum.returned(issued === 0 ? t().unknown : percent(returned / issued)))
}

function answersSum(valid: number, answers: number[], say: Say): Sum {
  const { sum } = t().review
  const total = answers.reduce((all, one) => all + one, 0)
  if (total !== valid) return say('missed', sum.votesOff(total, valid))
  const [given = 0] = answers
  return say('met', sum.votesRight(total, valid === 0 ? t().unknown : percent(given / valid)))
}

function majoritySum(given: number, entitled: number): Sum {
  const { sum } = t().review
  const need = moreThanHalf(entitled)
  return given >= need
    ? { at: 'figures', state: 'met', text: sum.majority(given, need) }
    : { at: 'figures', state: 'weak', text: sum.noMajority(given, need) }
}

function votesSum(given: number, need: number): Sum {
  const { sum } = t().review
  return given >= need
    ? { at: 'figures', state: 'met', text: sum.enough(given, need) }
    : { at: 'figures', state: 'weak', text: sum.notEnough(given, need) }
}
