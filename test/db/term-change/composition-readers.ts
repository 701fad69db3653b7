import { listRoundOutcomes } from '../../../db/settled-nominees.ts'
import { listFieldBefore } from '../../../db/term-people.ts'
import { findSettledTerm, listSettledTerms, listTermTeams } from '../../../db/term-teams.ts'
import { NOW } from '../county-offices.ts'
import { roundId } from '../county-rounds.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const talentsOf = (rows: readonly { talentId: string }[]) => rows.map(({ talentId }) => talentId)
const villagesOf = (rows: readonly { villageCode: string }[]) =>
  rows.map(({ villageCode }) => villageCode)
const recorded = ({ recorded: seen }: Seen) => [...seen]

/** Terms that results of a round became: what is on record about places. */
export const SETTLED_TERMS: Reader[] = [
  {
    name: 'listSettledTerms',
    read: async (db, scope) =>
      villagesOf(await listSettledTerms(db, scope, roundId(scope.countyCode))),
    expected: recorded,
  },
  {
    name: 'findSettledTerm',
    read: async (db, scope, { places }) => {
      const found = []
      for (const code of places) found.push(await findSettledTerm(db, scope, `${code}-settled`))
      return villagesOf(found.flatMap((it) => it ?? []))
    },
    expected: recorded,
  },
]

/** Who came to an outcome, who sat in which term, and what they were before. */
export const TERM_PEOPLE: Reader[] = [
  {
    name: 'listRoundOutcomes',
    read: async (db, scope) =>
      talentsOf(await listRoundOutcomes(db, scope, roundId(scope.countyCode))),
    expected: ({ rows, nominees }) =>
      talentsOf(
        rows.nominees.filter(
          ({ id, villageCode, state }) =>
            nominees.has(id) && villageCode !== null && (state === 'open' || state === 'settled'),
        ),
      ),
  },
  {
    name: 'listTermTeams',
    read: async (db, scope, { places }) => talentsOf(await listTermTeams(db, scope, places)),
    expected: ({ rows, villages, scope }) =>
      scope.isWithoutPeople
        ? []
        : talentsOf(rows.incumbents.filter(({ villageCode }) => villages.has(villageCode))),
  },
  {
    name: 'listFieldBefore',
    read: async (db, scope) =>
      talentsOf(await listFieldBefore(db, scope, { field: 'occupation', at: NOW })),
    expected: ({ rows, people }) =>
      talentsOf(
        rows.talentHistory.filter(
          ({ field, at, talentId }) => field === 'occupation' && at === NOW && people.has(talentId),
        ),
      ),
  },
]
