import { action, query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import { api, read, readFile } from './client.ts'
import type { DictionaryEntry, DictionaryName, Settings } from './types.ts'

type Accounts = typeof api.accounts
export type NewAccount = InferRequestType<Accounts['$post']>['json']
export type AccountBody = InferRequestType<Accounts[':id']['$put']>['json']
export type AuditFilter = InferRequestType<typeof api.audit.export.$get>['query']

export const accountsOf = query(() => read(api.accounts.$get()), 'accounts')

export const makeAccount = action(
  (given: NewAccount) => read(api.accounts.$post({ json: given })),
  'make-account',
)

export const changeAccount = action(
  (id: string, revision: number, given: AccountBody) =>
    read(api.accounts[':id'].$put({ param: { id }, json: given }, seen(revision))),
  'change-account',
)

export const confirmAccount = action(
  (id: string, revision: number) =>
    read(api.accounts[':id'].confirmation.$post({ param: { id } }, seen(revision))),
  'confirm-account',
)

export const resetPassword = action(
  (id: string) => read(api.accounts[':id']['one-time-password'].$post({ param: { id } })),
  'reset-password',
)

export const removeFactor = action(
  (id: string) => read(api.accounts[':id']['second-factor-removal'].$post({ param: { id } })),
  'remove-factor',
)

export const unlockAccount = action(
  (id: string) => read(api.accounts[':id'].unlocking.$post({ param: { id } })),
  'unlock-account',
)

export const closeAccount = action(
  (id: string) => read(api.accounts[':id'].closure.$post({ param: { id } })),
  'close-account',
)

export const signOutEverywhere = action(
  (id: string) => read(api.accounts[':id'].sessions.$delete({ param: { id } })),
  'sign-out-everywhere',
)

export const dictionaryOf = query(
  (dictionary: DictionaryName) =>
    read(api.dictionaries[':dictionary'].$get({ param: { dictionary } })),
  'dictionary',
)

export const putEntry = action(
  (dictionary: DictionaryName, { id, ...entry }: DictionaryEntry) =>
    read(api.dictionaries[':dictionary'][':id'].$put({ param: { dictionary, id }, json: entry })),
  'put-entry',
)

/** How the installation is, and what needs a look. */
export const systemOf = query(() => read(api.system.$get()), 'system')

/** The last seven days for an auditor. */
export const auditSummaryOf = query(() => read(api.audit.summary.$get()), 'audit-summary')

export const settingsOf = query(() => read(api.settings.$get()), 'settings')

export const changeSettings = action(
  (version: number, settings: Settings) => read(api.settings.$put({ json: { version, settings } })),
  'change-settings',
)

/** The newest entries that the filter lets through, or those before a sequence. */
export const auditOf = query(
  (filter: AuditFilter, before: number | null) =>
    read(api.audit.$get({ query: { ...filter, ...(before && { before: String(before) }) } })),
  'audit',
)

/** Written down as well, so that it stands at the top of the list afterwards. */
export const verifyAudit = action(() => read(api.audit.verification.$get()), 'verify-audit')

export const exportAudit = action(
  (filter: AuditFilter) => readFile(api.audit.export.$get({ query: filter })),
  'export-audit',
)

/** The revision that the author saw: an edit of something older is refused. */
const seen = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })
