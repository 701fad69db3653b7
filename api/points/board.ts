import type { Context } from 'hono'
import type { z } from 'zod'
import { listCultivated } from '../../db/in-cultivation.ts'
import { quartersTo, quarterToCheck, requireQuarter } from '../checks/period.ts'
import { townshipAsked } from '../checks/place.ts'
import { quarterOfPeople } from '../checks/quarter.ts'
import { RANKED_FROM } from '../checks/ranking.ts'
import type { Env } from '../context.ts'
import { placeNames, policyInForce } from '../people-by-id.ts'
import { Problem } from '../problem.ts'
import type { PointsBoard } from '../shapes/checks.ts'

type Answer = z.infer<typeof PointsBoard>
type Asked = { quarter?: string | undefined; township?: string | undefined }

/** Everybody under cultivation in a township by points, most first; of whom nothing was kept comes last, without any. */
export async function pointsBoardOf(c: Context<Env>, asked: Asked): Promise<Answer> {
  const { cultivation: scheme } = await policyInForce(c)
  const today = c.var.today()
  const quarter = asked.quarter ?? quarterToCheck(today, scheme.checkDays)
  requireQuarter(c, quarter, '?quarter')
  const township = await townshipAsked(c, asked.township)
  if (township === null) throw new Problem('not-found', NO_TOWNSHIP)
  const people = await listCultivated(c.var.db, c.var.scope, { townshipCode: township.code })
  const { points, ranks } = await quarterOfPeople(c, people, {
    ...{ quarter, scheme, townshipCode: township.code },
  })
  const names = await placeNames(c)
  const shown = people.map(({ id, name, status, homeVillageCode }) => ({
    ...{ talent: { id, name }, status, points: points.get(id) ?? null },
    village: { code: homeVillageCode, name: names.get(homeVillageCode) ?? '' },
    rank: ranks.get(id)?.rank ?? null,
    isLastTenth: ranks.get(id)?.isLastTenth ?? false,
  }))
  return {
    ...{ quarter, quarters: quartersTo(today), township, rankedFrom: RANKED_FROM },
    counts: { all: people.length, kept: points.size },
    ranked: points.size >= RANKED_FROM ? points.size : null,
    people: shown.sort(
      (a, b) =>
        (b.points ?? Number.NEGATIVE_INFINITY) - (a.points ?? Number.NEGATIVE_INFINITY) || 0,
    ),
  }
}

const NO_TOWNSHIP = {
  zh: '请选择乡镇（街道）。',
  en: 'Choose a township.',
}
