import type { Context } from 'hono'
import { findLastAudit } from '../../db/audit-reading.ts'
import { findCounty } from '../../db/counties.ts'
import { DICTIONARIES, listEntries, listFreeSkills } from '../../db/dictionaries.ts'
import { schemaFacts } from '../../db/migrate.ts'
import { findSettings } from '../../db/settings.ts'
import { countImports, countPlansAtWork, databaseFacts } from '../../db/system.ts'
import { listTownships } from '../../db/townships.ts'
import { listVillages } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import { settingsOf } from '../county-settings.ts'
import { PROGRAM_VERSION } from '../plan-certificates.ts'
import { countingOf } from '../readiness/keeping.ts'
import type { SystemState } from '../shapes/system.ts'
import { accountFacts } from './accounts.ts'
import { auditFacts } from './audit.ts'
import { backupFacts } from './backups.ts'
import { diskFacts } from './disk.ts'
import { needsOf } from './needs.ts'

type Part<Key extends keyof SystemState> = Promise<SystemState[Key]>

/** All of it is read anew: an administrator who mended something looks again. */
export async function systemState(c: Context<Env>): Promise<SystemState> {
  const { installation, db, isSecure } = c.var
  const { countyCode, clock } = c.var
  const facts = {
    program: {
      ...{ version: PROGRAM_VERSION, node: process.versions.node, isSecure },
      startedAt: new Date(clock().getTime() - process.uptime() * 1_000).toISOString(),
    },
    schema: await schemaOf(c),
    database: await databaseOf(c),
    disk: installation ? await diskFacts(installation) : null,
    backups: installation ? await backupFacts(db, countyCode, installation, clock()) : null,
    accounts: await accountFacts(c),
    audit: await auditFacts(c),
    places: await placesOf(c),
    dictionaries: await dictionariesOf(c),
    settings: await settingsFacts(c),
    work: await workOf(c),
  }
  return { needs: needsOf(facts, clock()), ...facts }
}

async function schemaOf(c: Context<Env>): Part<'schema'> {
  const { last, ...counts } = await schemaFacts(c.var.db)
  return { ...counts, last: last ?? null }
}

async function databaseOf({ var: { db, keyring, installation } }: Context<Env>): Part<'database'> {
  const isEncrypted = installation?.isEncrypted ?? null
  return { ...(await databaseFacts(db)), isEncrypted, keyVersion: keyring.version }
}

async function placesOf(c: Context<Env>): Part<'places'> {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const county = await findCounty(db, scope)
  const isDemonstration = county?.isDemonstration === 1
  const began = isDemonstration ? 'demonstration.filled' : 'county.set-up'
  const imports = await countImports(db, scope)
  const done = imports.find(({ kind, state }) => kind === 'villages' && state === 'done')
  return {
    county: { code: countyCode, name: county?.name ?? countyCode },
    isDemonstration,
    townships: (await listTownships(db, scope)).length,
    villages: (await listVillages(db, scope)).length,
    enteredAt: (await findLastAudit(db, scope, began))?.at ?? null,
    importedAt: done?.finishedAt ?? null,
  }
}

async function dictionariesOf(c: Context<Env>): Part<'dictionaries'> {
  const { db, countyCode } = c.var
  const scope = { countyCode }
  const lists = []
  for (const id of DICTIONARIES) {
    const entries = await listEntries(db, scope, id)
    const retired = entries.filter(({ isRetired }) => isRetired === 1).length
    lists.push({ id, entries: entries.length - retired, retired })
  }
  return {
    lists,
    freeSkills: (await listFreeSkills(db, scope)).size,
    changedAt: (await findLastAudit(db, scope, 'dictionary.changed'))?.at ?? null,
  }
}

async function settingsFacts({ var: { db, countyCode } }: Context<Env>): Part<'settings'> {
  const { version, settings } = await settingsOf(db, countyCode)
  const { secondFactorFor, hasCalendarFile } = settings
  const changedAt = (await findSettings(db, { countyCode }))?.createdAt ?? null
  return { version, changedAt, secondFactorFor, hasCalendarFile }
}

const BY_ITSELF = ['reading', 'checking', 'writing', 'undoing']
const FOR_SOMEBODY = ['asking', 'checked']

async function workOf(c: Context<Env>): Part<'work'> {
  const { db, countyCode, paperRuns } = c.var
  const imports = await countImports(db, { countyCode })
  const of = (states: string[]) =>
    imports.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0)
  return {
    plans: await countPlansAtWork(db, { countyCode }),
    papers: paperRuns.atWork(),
    imports: { running: of(BY_ITSELF), waiting: of(FOR_SOMEBODY) },
    standings: countingOf(db),
  }
}
