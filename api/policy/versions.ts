import { Hono } from 'hono'
import { z } from 'zod'
import { findPolicyVersion, listPolicies } from '../../db/policies.ts'
import { may } from '../access.ts'
import type { Env } from '../context.ts'
import { describe } from '../describe.ts'
import { Problem } from '../problem.ts'
import { MOST_INTEGER, NewVersion, Signed, VersionAnswer, Versions } from '../shapes/policy-work.ts'
import { valid } from '../validate.ts'
import { signVersion } from './signing.ts'
import { departmentsOf } from './sound-policy.ts'
import { objectOf, versionOf } from './version-shown.ts'

/** Every version of the policy: signed once, never changed. */
export const versions = new Hono<Env>()
  .get(
    '/',
    describe('Every version, newest first, with what it changed', { schema: Versions }),
    may('policy.read'),
    async (c) => {
      const rows = await listPolicies(c.var.db, c.var.scope)
      const departments = await departmentsOf(c.var.db, c.var.scope)
      const shown = []
      for (const [at, row] of rows.entries())
        shown.push(await versionOf(c, row, rows[at + 1], departments))
      return c.json({ versions: shown })
    },
  )
  .get(
    '/:version',
    describe('One version as a whole', { schema: VersionAnswer }, 404),
    may('policy.read'),
    valid(
      'param',
      z.object({
        version: z.coerce.number().int().min(1).max(MOST_INTEGER),
      }),
    ),
    async (c) => {
      const { version } = c.req.valid('param')
      const { db, scope } = c.var
      const row = await findPolicyVersion(db, scope, version)
      if (!row) throw noVersion(version)
      const before = await findPolicyVersion(db, scope, version - 1)
      const shown = await versionOf(c, row, before, await departmentsOf(db, scope))
      return c.json({ ...shown, policy: objectOf(row.body) })
    },
  )
  .post(
    '/',
    describe(
      'Signs the next version: in force for everybody, from the next request on',
      { status: 201, schema: Signed },
      ...([409, 412, 422] as const),
    ),
    may('policy.write'),
    valid('json', NewVersion),
    async (c) => {
      const signed = await signVersion(c, c.req.valid('json'))
      c.header('location', `/api/v1/policy/versions/${signed.version}`)
      return c.json(signed, 201)
    },
  )

function noVersion(version: number): Problem {
  return new Problem('not-found', {
    zh: `政策没有第 ${version} 版。请从版本列表中选择。`,
    en: `The policy has no version ${version}. Choose one from the list.`,
  })
}
