import { Hono } from 'hono'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { Places } from './shapes/places.ts'

export const places = new Hono<Env>().get(
  '/',
  describe('The county with its townships and villages', { schema: Places }),
  may('places.read'),
  async (c) => {
    const { code, name, townships, policy } = await c.var.county()
    return c.json({
      county: { code, name },
      townships: [...townships.values()].map((township) => ({
        code: township.code,
        name: township.name,
        villages: township.villages.map(({ code, name, kind, isKey }) => ({
          code,
          name,
          kind,
          isKey,
        })),
      })),
      referenceOn: policy.referenceOn,
      policyVersion: policy.version,
    })
  },
)
