import { query } from '@solidjs/router'
import { api, read } from './client.ts'

/** Policies that a plan can be made by: every version, and whether the account keeps a draft. */
export const policiesToPlanBy = query(async (mayDraft: boolean) => {
  const { versions } = await read(api.policy.versions.$get())
  const draft = mayDraft ? (await read(api.policy.draft.$get())).draft : null
  return {
    versions: versions.map(({ version, createdAt }) => ({ version, createdAt })),
    hasDraft: draft !== null && draft.errors.length === 0,
  }
}, 'policies-to-plan-by')
