import { v7 as newId } from 'uuid'
import type { ReadinessActionTable } from '../../../db/schema.ts'
import { before, type Readied } from './village.ts'

type Around = { countyCode: string; today: string; accountId: string }

/** What offices have given out to do so far: of every seventh village something, half of it done. */
export function actionsOf(village: Readied, { countyCode, today, accountId }: Around) {
  const { random, code, township } = village
  if (!random.chance(0.15)) return []
  const [indicator, what, office] = random.pick(GIVEN_OUT)
  const isDone = random.chance(0.5)
  const assigned = random.integer(8, 24)
  const row: ReadinessActionTable = {
    ...{ countyCode, id: newId(), villageCode: code, indicator, what, assigneeId: null },
    ...{ assigneeName: `${township}${office}`, dueOn: before(today, assigned - 14) },
    ...{ assignedAt: `${before(today, assigned)}T01:30:00.000Z`, assignedBy: accountId },
    ...(isDone
      ? {
          ...{ doneOn: before(today, 2), result: '已现场办结，材料存镇组织办' },
          ...{ closedAt: `${before(today, 1)}T03:00:00.000Z`, closedBy: accountId },
        }
      : { doneOn: null, result: null, closedAt: null, closedBy: null }),
    ...{ isDropped: 0, revision: isDone ? 2 : 1 },
  }
  return [row]
}

const GIVEN_OUT: [indicator: string, what: string, office: string][] = [
  ['audit', '督促完成第二次公示', '经管站'],
  ['satisfaction', '补测外出户，达到覆盖要求', '组织办'],
  ['depth', '从返乡人员中再物色一名后备', '组织办'],
  ['list', '与意向人选当面谈话', '党委'],
  ['review', '补齐联审材料', '组织办'],
]
