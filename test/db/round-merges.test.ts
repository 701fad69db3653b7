import type { Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { insertRows } from '../../db/insert.ts'
import { moveBelongings } from '../../db/merges.ts'
import { findNomineeIn } from '../../db/nominees.ts'
import type { Database } from '../../db/schema.ts'
import { databases, type OpenDatabase } from '../databases.ts'
import { fillCounty } from './county.ts'
import { nomineeId, round, roundId } from './county-rounds.ts'

const scope = { countyCode: '990001' }
const [KEPT, OTHER] = ['990001101201-a', '990001101202-a']
const [MINE, THEIRS] = [nomineeId(KEPT), nomineeId(OTHER)]
const ROUND = roundId('990001')
const AT = '2026-11-25T08:00:00.000Z'
const STAGES = ['village-check', 'township-review', 'joint-review']

type Where = Pick<Database['nominees'], 'stage' | 'state'>
const open = (stage: string): Where => ({ stage, state: 'open' })

describe.each(databases)(
  'two nominees of one round who are one person on $engine',
  ({ open: of }) => {
    let opened: OpenDatabase
    let db: Db
    beforeAll(async () => {
      opened = await of()
      db = opened.db
      await fillCounty(db, '990001')
      await fillCounty(db, '990002')
      const procedure = { stages: STAGES.map((id) => ({ id })), departments: [] }
      await db
        .updateTable('rounds')
        .set({ procedure: JSON.stringify(procedure) })
        .execute()
    })
    afterAll(() => opened.close())

    /** Merges in a transaction that is taken back after a look. */
    async function merged(
      mine: Where,
      theirs: Where,
      look: (transaction: Transaction<Database>) => Promise<void>,
    ) {
      const transaction = await db.startTransaction().execute()
      try {
        for (const [id, where] of [
          [MINE, mine],
          [THEIRS, theirs],
        ] as const)
          await transaction.updateTable('nominees').set(where).where('id', '=', id).execute()
        await moveBelongings(transaction, scope, { kept: KEPT, other: OTHER, at: AT })
        await look(transaction)
      } finally {
        await transaction.rollback().execute()
      }
    }
    const about = <Table extends 'nominees' | 'nominations' | 'attachments' | 'messages'>(
      from: Db,
      table: Table,
      column: 'id' | 'nomineeId',
    ) =>
      from
        .selectFrom(table as 'nominations')
        .selectAll()
        .where(column, 'in', [MINE, THEIRS])
        .orderBy('id')
        .execute()

    test.each<{ mine: Where; theirs: Where; stays: string; left: string; why: string }>([
      {
        ...{ mine: open('joint-review'), theirs: open('village-check'), stays: MINE },
        ...{ left: 'withdrawn', why: 'the one that stays is further along' },
      },
      {
        ...{ mine: open('township-review'), theirs: open('joint-review'), stays: THEIRS },
        ...{ left: 'withdrawn', why: 'the one that goes is, and its way goes on' },
      },
      {
        ...{ mine: open('joint-review'), theirs: { stage: 'settled', state: 'settled' } },
        ...{ stays: THEIRS, left: 'withdrawn', why: 'somebody settled is at the end of the way' },
      },
      {
        ...{ mine: { stage: 'joint-review', state: 'stopped' }, theirs: open('village-check') },
        ...{
          stays: THEIRS,
          left: 'stopped',
          why: 'who was stopped stays so, and has come to an end',
        },
      },
      {
        ...{ mine: { stage: 'joint-review', state: 'withdrawn' }, stays: MINE, left: 'withdrawn' },
        ...{ theirs: { stage: 'village-check', state: 'withdrawn' }, why: 'none is on the way' },
      },
    ])('$mine and $theirs: $why', async ({ mine, theirs, stays, left }) => {
      const gone = stays === MINE ? THEIRS : MINE
      await merged(mine, theirs, async (transaction) => {
        const rows = await transaction
          .selectFrom('nominees')
          .selectAll()
          .where('id', 'in', [MINE, THEIRS])
          .execute()
        const byId = new Map(rows.map((row) => [row.id, row]))
        const before = stays === MINE ? mine : theirs
        expect(byId.get(stays)).toMatchObject({ ...before, talentId: KEPT, revision: 2 })
        expect(byId.get(gone)).toMatchObject({ state: left, talentId: KEPT })
        if (left === 'withdrawn' && (gone === MINE ? mine : theirs).state === 'open')
          expect(byId.get(gone)).toMatchObject({ waitsFor: 'nobody', dueOn: null, revision: 2 })
        for (const table of ['nominations', 'attachments', 'messages'] as const)
          expect(
            (await about(transaction, table, 'nomineeId')).map((row) => row.nomineeId),
            table,
          ).toEqual([stays, stays])
        const found = await findNomineeIn(transaction, scope, { roundId: ROUND, talentId: KEPT })
        if (before.state === 'open') expect(found?.id).toBe(stays)
      })
    })

    test('of two at one stage the first to come stays', async () => {
      await merged(open('village-check'), open('village-check'), async (transaction) => {
        const states = await transaction
          .selectFrom('nominees')
          .select(['id', 'state'])
          .where('id', 'in', [MINE, THEIRS])
          .execute()
        expect(states.filter(({ state }) => state === 'open')).toHaveLength(1)
      })
    })

    test('what was signed stays as it was signed, at the nominee of whom it was', async () => {
      const signed = (from: Db) =>
        from
          .selectFrom('reviewActs')
          .selectAll()
          .where('nomineeId', 'in', [MINE, THEIRS])
          .orderBy('id')
          .execute()
      const before = await signed(db)
      await merged(open('village-check'), open('joint-review'), async (transaction) => {
        expect(await signed(transaction)).toEqual(before)
      })
    })

    test('no department is asked about the one that withdrew', async () => {
      await merged(open('village-check'), open('joint-review'), async (transaction) => {
        const cases = await transaction
          .selectFrom('reviewCases')
          .select(['nomineeId', 'talentId', 'closedAt'])
          .where('nomineeId', 'in', [MINE, THEIRS])
          .execute()
        expect(cases).toContainEqual({ nomineeId: MINE, talentId: KEPT, closedAt: AT })
        expect(cases).toContainEqual({ nomineeId: THEIRS, talentId: KEPT, closedAt: null })
      })
    })

    test('in different rounds each goes on, and both are of the person', async () => {
      await insertRows(db, scope, 'rounds', [round('990001', { id: 'another', name: '另一轮' })])
      await db
        .updateTable('nominees')
        .set({ roundId: 'another' })
        .where('id', '=', THEIRS)
        .execute()
      await merged(open('village-check'), open('joint-review'), async (transaction) => {
        const rows = await transaction
          .selectFrom('nominees')
          .select(['id', 'talentId', 'state', 'revision'])
          .where('id', 'in', [MINE, THEIRS])
          .orderBy('id')
          .execute()
        expect(rows).toEqual([
          { id: MINE, talentId: KEPT, state: 'open', revision: 1 },
          { id: THEIRS, talentId: KEPT, state: 'open', revision: 1 },
        ])
      })
      await db.updateTable('nominees').set({ roundId: ROUND }).where('id', '=', THEIRS).execute()
    })

    test('nobody is on the way twice in one round', async () => {
      const twice = db
        .updateTable('nominees')
        .set({ talentId: KEPT })
        .where('id', '=', THEIRS)
        .execute()
      await expect(twice).rejects.toThrow()
    })
  },
)
