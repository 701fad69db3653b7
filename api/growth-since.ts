import {
  changeSince,
  type Day,
  type FitChange,
  inReach,
  type Policy,
  type Talent,
  type Village,
  type Weights,
} from '../matching/index.ts'

type Asked = { weights: Weights; policy: Policy; since: Day }
export type ShownChange = Omit<FitChange, 'steps'> & {
  steps: (Omit<FitChange['steps'][number], 'evidence'> & { source: string; note: string })[]
}

/** How the fit of people in reach moved since a day by evidence that is new; whoever has none is left out. */
export function changesSince(talents: readonly Talent[], village: Village, asked: Asked) {
  return talents
    .filter((talent) => talent.evidence.some(({ on }) => on > asked.since))
    .filter((talent) => inReach(talent, village))
    .map((talent) => ({ talent: talent.id, ...changeOf(talent, asked) }))
}

/** What each new piece did, in the words of the evidence. */
export function changeOf(talent: Talent, { weights, policy, since }: Asked): ShownChange {
  const { change, steps } = changeSince(talent, weights, policy, since)
  const byId = new Map(talent.evidence.map((piece) => [piece.id, piece]))
  return {
    change,
    steps: steps.map(({ evidence, ...step }) => {
      const { source, note } = byId.get(evidence)!
      return { ...step, source, note }
    }),
  }
}
