import type { Transaction } from 'kysely'
import { findNomineeIn, type Nominee } from '../../db/nominees.ts'
import { holdOpenRound } from '../../db/rounds.ts'
import type { Database } from '../../db/schema.ts'
import type { Scope } from '../../db/scope.ts'
import { Problem } from '../problem.ts'
import { REFUSALS } from '../workflow/words.ts'

/**
 * Who is taken up again is so in an open round. Merged records may have left two nominees of one person in it: one at
 * most is on its way.
 */
export async function requireAlone(
  transaction: Transaction<Database>,
  { countyCode }: Scope,
  { id, roundId, talentId }: Nominee,
): Promise<void> {
  if (!(await holdOpenRound(transaction, { countyCode }, roundId)))
    throw new Problem('conflict', REFUSALS.closed, [], {}, { code: 'closed' })
  const known = await findNomineeIn(transaction, { countyCode }, { roundId, talentId })
  if (known?.state === 'open' && known.id !== id) throw new Problem('conflict', OTHER_OPEN)
}

const OTHER_OPEN = {
  zh: '档案合并后，此人在本轮次已有另一份在办的提名，请在那一份上办理。',
  en: 'Since records were merged, another nomination of this person is open in this round: go on with that one.',
}
