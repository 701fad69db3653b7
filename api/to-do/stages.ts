import type { Round } from '../../db/rounds.ts'
import type { Words } from '../../matching/index.ts'
import type { RoundProcedure } from '../nominees/loading.ts'

/** What a stage of a round is called; null behind the last. */
export function stageWords(round: Round | undefined, id: string): Words | null {
  return stageIn(round, id)?.words ?? null
}

export function stageIn(round: Round | undefined, id: string) {
  return (round?.procedure as RoundProcedure | undefined)?.stages.find((one) => one.id === id)
}
