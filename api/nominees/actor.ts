import type { Context } from 'hono'
import type { Role } from '../../db/schema.ts'
import type { Env } from '../context.ts'
import type { Actor } from '../workflow/file.ts'

/** Who acts, as the workflow knows them; roles that have no part in it never reach it (`access.ts`). */
export function actorOf(c: Context<Env>): Actor {
  const { id, name, position, role, signsAs, departmentId } = c.var.session.account
  return {
    ...{ account: id, name, position, level: LEVEL[role] ?? 'person' },
    ...{ signsAs: signsAs ?? null, department: departmentId },
  }
}

const LEVEL: Partial<Record<Role, Actor['level']>> = {
  county: 'county',
  township: 'township',
  village: 'village',
  reviewer: 'department',
  talent: 'person',
}
