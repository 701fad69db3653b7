import type { Context } from 'hono'
import { type Account, listAccounts } from '../../db/accounts.ts'
import { listSignatures, listUnanswered } from '../../db/reminders.ts'
import { listRounds, type Round } from '../../db/rounds.ts'
import type { listNomineesAmong } from '../../db/to-do.ts'
import type { Env } from '../context.ts'
import { stageIn } from '../to-do/stages.ts'
import { signersFor } from '../workflow/path.ts'

export type Row = Awaited<ReturnType<typeof listNomineesAmong>>[number]

/** Of each nominee the accounts that have to act on them now, as far as they are below whoever asks. */
export async function whomToRemind(c: Context<Env>, rows: readonly Row[]) {
  const { db, countyCode, session } = c.var
  const all = { countyCode }
  const ids = rows.map(({ id }) => id)
  const accounts = await listAccounts(db, all)
  const known: Known = {
    active: accounts.filter(({ state }) => state === 'active'),
    rounds: new Map((await listRounds(db, all)).map((round) => [round.id, round])),
    signed: signedBy(await listSignatures(db, all, ids)),
    asked: Map.groupBy(await listUnanswered(db, all, ids), ({ nomineeId }) => nomineeId),
  }
  return new Map(rows.map((row) => [row.id, toldBy(session.account, row, known)]))
}

type Known = {
  active: Account[]
  rounds: Map<string, Round>
  /** Nominee and position. */
  signed: Set<string>
  asked: Map<string, { departmentId: string }[]>
}

/** Nobody is reminded by themselves: an account of the same office knows as much. */
function toldBy(account: Account, row: Row, known: Known): Account[] | null {
  if (!isBelow(row, account)) return null
  return whom(row, known).filter(({ role }) => role !== account.role)
}

function signedBy(rows: { nomineeId: string; signer: string | null }[]): Set<string> {
  return new Set(rows.map(({ nomineeId, signer }) => `${nomineeId} ${signer}`))
}

/** A township reminds its villages, the county all others. */
function isBelow({ waitsFor }: Row, { role }: Account): boolean {
  if (role === 'township') return waitsFor === 'village'
  return ['village', 'township', 'departments'].includes(waitsFor)
}

function whom(row: Row, { active, rounds, signed, asked }: Known): Account[] {
  if (row.waitsFor === 'departments') {
    const departments = new Set(asked.get(row.id)?.map(({ departmentId }) => departmentId))
    return active.filter(
      (one) => one.role === 'reviewer' && departments.has(one.departmentId ?? ''),
    )
  }
  const office = active.filter(
    ({ role, townshipCode }) => role === 'township' && townshipCode === row.townshipCode,
  )
  if (row.waitsFor === 'village') {
    const own = active.filter(({ villageCodes }) => villageCodes.includes(row.villageCode ?? ''))
    // Nobody signs in for the village: the township enters what is signed on paper.
    return own.length > 0 ? own : office
  }
  const open = openSigners(row, rounds, signed)
  const named = office.filter(({ signsAs }) => signsAs !== null && open.includes(signsAs))
  // Where no account signs for a position the office itself has to see to it.
  return named.length > 0 ? named : office
}

function openSigners(row: Row, rounds: Known['rounds'], signed: Known['signed']): string[] {
  const stage = stageIn(rounds.get(row.roundId), row.stage)
  if (stage?.level !== 'township') return []
  return signersFor(stage, row).filter((signer) => !signed.has(`${row.id} ${signer}`))
}
