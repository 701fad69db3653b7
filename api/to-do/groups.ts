import type { Account } from '../../db/accounts.ts'
import type { Round } from '../../db/rounds.ts'
import type { At, Waiting } from '../../db/to-do.ts'
import { daysAfter } from '../days.ts'
import type { RoundProcedure } from '../nominees/loading.ts'
import type { GroupKind } from '../shapes/to-do.ts'

/** Days before an answer of a department ends in which the county is told. */
const ENDS_WITHIN = 14

type Asking = { account: Account; rounds: readonly Round[]; today: string }

/** Which nominees belong to each group of an account; groups that are not theirs are left out. */
export function groupsOf(asking: Asking): Partial<Record<GroupKind, Waiting[]>> {
  const { role } = asking.account
  if (role === 'county') return ofCounty(asking)
  if (role === 'township') return ofTownship(asking)
  return role === 'village' ? ofVillage(asking) : {}
}

function ofCounty({ today }: Asking): Partial<Record<GroupKind, Waiting[]>> {
  return {
    acts: [{ waitsFor: ['county'] }],
    expiring: [{ endsBy: daysAfter(today, ENDS_WITHIN) }],
    late: [{ waitsFor: ['village', 'township', 'departments'], dueBefore: today }],
  }
}

function ofTownship(asking: Asking): Partial<Record<GroupKind, Waiting[]>> {
  const { account, rounds, today } = asking
  const own = stagesOf(rounds).filter(({ stage }) => stage.level === 'township')
  const { signsAs } = account
  const isSigned = own.filter(({ stage }) => stage.signers.length > 0)
  const signed = isSigned.filter(({ stage }) => signsAs !== null && stage.signers.includes(signsAs))
  const above = stagesOf(rounds).filter(({ stage }) => stage.level === 'county')
  return {
    ...(signsAs !== null && {
      signatures: some(signed.map(needsSignatures), {
        ...{ waitsFor: ['township'], unsignedBy: signsAs },
      }),
    }),
    acts: some(own.flatMap(needsNoSignature), { waitsFor: ['township'] }),
    // What a village signs on paper the township enters, where nobody of the village signs in.
    paper: [{ waitsFor: ['village'], hasVillageAccount: false }],
    supplements: [...some(above.map(at), { waitsFor: ['township'] }), { isMoreAsked: true }],
    late: [{ waitsFor: ['village'], hasVillageAccount: true, dueBefore: today }],
  }
}

function ofVillage({ rounds }: Asking): Partial<Record<GroupKind, Waiting[]>> {
  const own = stagesOf(rounds).filter(({ stage }) => stage.level === 'village')
  const above = stagesOf(rounds).filter(({ stage }) => stage.level !== 'village')
  return {
    acts: some(own.map(at), { waitsFor: ['village'] }),
    supplements: some(above.map(at), { waitsFor: ['village'] }),
  }
}

type StageOfRound = { roundId: string; stage: RoundProcedure['stages'][number] }

function stagesOf(rounds: readonly Round[]): StageOfRound[] {
  return rounds
    .filter(({ state }) => state === 'open')
    .flatMap(({ id: roundId, procedure }) =>
      (procedure as RoundProcedure).stages.map((stage) => ({ roundId, stage })),
    )
}

const at = ({ roundId, stage }: StageOfRound): At => ({ roundId, stage: stage.id })

function needsSignatures(one: StageOfRound): At {
  return one.stage.signersFor === 'combined' ? { ...at(one), combined: true } : at(one)
}

function needsNoSignature(one: StageOfRound): At[] {
  if (one.stage.signers.length === 0) return [at(one)]
  return one.stage.signersFor === 'combined' ? [{ ...at(one), combined: false }] : []
}

/** No stage at all is asked for nobody, not for everybody. */
function some(stages: At[], one: Waiting): Waiting[] {
  return stages.length === 0 ? [] : [{ ...one, at: stages }]
}
