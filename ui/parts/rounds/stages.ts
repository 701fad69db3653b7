import type { Round } from '../../rounds.ts'

/** Reserves are not elected: nothing behind the notice concerns them. */
const OF_ELECTIONS = ['approval', 'election', 'filing']

export function stagesFor<Stage extends { kind: string }>(
  kind: Round['kind'],
  stages: readonly Stage[],
): Stage[] {
  return stages.filter((stage) => kind === 'term-change' || !OF_ELECTIONS.includes(stage.kind))
}
