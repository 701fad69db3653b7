import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../api/log.ts'
import { Problem } from '../../api/problem.ts'
import { requireVerified } from '../../api/solver/index.ts'
import type { PlanAnswer } from '../../api/solver/messages.ts'
import { HONGMEN } from '../cast.ts'
import { ok, type Served, serve } from './served.ts'

describe('the solver’s threads', () => {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.close())
  const slate = async () => ok(await served.api.slates.$post({ json: { village: HONGMEN } }))

  test('a worker that died while idle is replaced, and the answer is the same', async () => {
    const before = await slate()
    await served.given.solver.kill()
    const after = await slate()
    expect({ ...after, seconds: 0 }).toEqual({ ...before, seconds: 0 })
  })

  test('a worker that dies at work is replaced and the question asked again', async () => {
    const answer = slate()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await served.given.solver.kill()
    expect((await answer).status).toBe('solved')
  })

  test('a long plan keeps no slate waiting', async () => {
    const response = await served.api.plans.$post({ json: { township: null } })
    const { id } = await response.json()
    expect((await slate()).status).toBe('solved')
    const plan = await ok(await served.api.plans[':id'].$get({ param: { id } }))
    expect(['queued', 'running']).toContain(plan.status)
    await served.post(`/plans/${id}/cancellation`, {})
    await (await served.app.request(`/api/v1/plans/${id}/events`)).text()
  })

  test('a slate whose reader is gone is cancelled and leaves the worker for the next', async () => {
    const gone = new AbortController()
    const asked = served.app.request('/api/v1/slates', {
      method: 'POST',
      body: JSON.stringify({ village: HONGMEN }),
      headers: { 'content-type': 'application/json' },
      signal: gone.signal,
    })
    gone.abort()
    expect((await asked).status).toBe(503)
    expect((await slate()).status).toBe('solved')
  })
})

test('an answer that breaks a demand is refused, never shown', () => {
  const answer: PlanAnswer = {
    kind: 'plan',
    result: { status: 'impossible', conflicts: [] },
    explanations: {},
    problemHash: '',
    violations: [],
  }
  const log = createLog('silent')
  expect(requireVerified(answer, log).kind).toBe('plan')
  const broken = { ...answer, violations: [{ village: HONGMEN, what: 'two kin sit together' }] }
  expect(() => requireVerified(broken, log)).toThrow(Problem)
  expect(() => requireVerified(broken, log)).toThrow(/unverified-answer/)
})
