import { Hono } from 'hono'
import { may } from './access.ts'
import type { Env } from './context.ts'
import { describe } from './describe.ts'
import { SystemShape } from './shapes/system.ts'
import { systemState } from './system/state.ts'

/** How the installation is: what an administrator looks at first. Of people it knows nothing. */
export const system = new Hono<Env>().get(
  '/',
  describe('How the installation is, and what needs a look', { schema: SystemShape }),
  may('system.read'),
  async (c) => c.json(await systemState(c)),
)
