import type { Context } from 'hono'
import type { z } from 'zod'
import {
  findPolicy,
  findPolicyVersion,
  insertPolicy,
  removePolicyDraft,
} from '../../db/policies.ts'
import { changing } from '../auditing.ts'
import type { Env } from '../context.ts'
import { contradiction } from '../contradictions.ts'
import { recountLater } from '../cultivation/recounting.ts'
import { changedMeanwhile } from '../if-match.ts'
import { Problem } from '../problem.ts'
import { forgetCounty } from '../remembered.ts'
import type { NewVersion } from '../shapes/policy-work.ts'
import { contentHashOf } from './canonical.ts'
import { changesOf } from './changes.ts'
import type { Departments } from './said.ts'
import { departmentsOf, judgePolicy } from './sound-policy.ts'
import { objectOf, versionOf } from './version-shown.ts'

type Asked = z.infer<typeof NewVersion>

/** Makes what was written the policy in force, signed by the account; whoever saw an older one is refused. */
export async function signVersion(c: Context<Env>, { policy: body, basedOn, note }: Asked) {
  const { db, scope, clock, session } = c.var
  const version = basedOn + 1
  const departments = await departmentsOf(db, scope)
  const { errors } = judgePolicy(body, version, departments)
  if (errors.length > 0) throw contradiction(version, errors)
  const createdBy = session.account.id
  const createdAt = clock().toISOString()
  const contentHash = contentHashOf(body)
  const signing = changing(c, async (transaction, tell) => {
    const last = await findPolicy(transaction, scope)
    if (last?.version !== basedOn) throw changedMeanwhile()
    const changes = changesOf(objectOf(last.body), body, departments)
    if (changes.length === 0) throw nothingChanged(basedOn)
    const signed = { createdAt, createdBy, note, contentHash }
    await insertPolicy(transaction, scope, { version, body, ...signed })
    await removePolicyDraft(transaction, scope, createdBy)
    const pointers = changes.map(({ pointer }) => pointer)
    tell({ action: 'policy.signed', detail: { version, contentHash, changes: pointers } })
  })
  await signing.catch(async (error: unknown) => {
    // Two who sign at the same moment both saw the last version; the slower fails at the key of the next.
    throw (await overtaken(c, basedOn, departments)) ?? error
  })
  forgetCounty(db)
  recountLater(c.var)
  return { version, contentHash, createdAt }
}

/** The refusal with the version that came meanwhile, and what it changed since the one that the author saw. */
async function overtaken(c: Context<Env>, seen: number, departments: Departments) {
  const { db, scope } = c.var
  const last = await findPolicy(db, scope)
  if (!last || last.version === seen) return undefined
  const before = await findPolicyVersion(db, scope, seen)
  const inForce = await versionOf(c, last, before, departments)
  const by = inForce.createdBy?.name ?? ''
  return new Problem(
    'changed',
    {
      zh: `您起草期间，${by}已签发第 ${last.version} 版（${last.note ?? ''}）。您的草稿还在，请对照新版后再签发。`,
      en: `While you wrote, ${by} signed version ${last.version} (${last.note ?? ''}). Your draft is kept: compare it with the new version and sign then.`,
    },
    [],
    {},
    { inForce },
  )
}

function nothingChanged(version: number): Problem {
  return new Problem('conflict', {
    zh: `内容与在用的第 ${version} 版相同，不必签发新版。`,
    en: `It says the same as version ${version}, which is in force: there is nothing to sign.`,
  })
}
