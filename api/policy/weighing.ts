import { Hono } from 'hono'
import {
  comparisonsOf,
  disturbances,
  judgesOf,
  type Weighting,
  weightsOf,
} from '../../matching/index.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { WeightingShape } from '../shapes/policy.ts'
import { WeighedAnswer } from '../shapes/policy-work.ts'
import { invalid, valid } from '../validate.ts'
import { faultsOf } from './weighting-faults.ts'

/** Comparisons that are worth another look. */
const WORST = 3

/** What a weighting comes to, while it is still being thought about; nothing is kept. */
export const weighing = new Hono<Env>().post(
  '/',
  describe(
    'The weights of a weighting, how consistent it is, and the comparisons that disturb most',
    { schema: WeighedAnswer },
    422,
  ),
  may('policy.read'),
  valid('json', WeightingShape),
  (c) => {
    const weighting = c.req.valid('json')
    const errors = faultsOf(weighting, '#')
    if (errors.length > 0) throw invalid(errors)
    return c.json({
      ...weightsOf(weighting),
      judges: weighting.method === 'judges' ? judgesOf(weighting) : [],
      disturbances: disturbancesOf(weighting),
    })
  },
)

function disturbancesOf(weighting: Weighting) {
  const { method } = weighting
  return method === 'ahp' || method === 'judges'
    ? disturbances(comparisonsOf(weighting), WORST)
    : []
}
