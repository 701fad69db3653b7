import type { Configuration } from './configuration.ts'

/** What the operator of the machine set for this server. */
export type Installation = Pick<Configuration, 'data' | 'backups' | 'backupAt' | 'backupKeep'> & {
  /** The file of the database is encrypted as a whole. */
  isEncrypted: boolean
}

export function installationOf(configuration: Configuration): Installation {
  const { data, backups, backupAt, backupKeep, databaseKey } = configuration
  const isEncrypted = databaseKey !== undefined
  return { data, backups, backupKeep, isEncrypted, ...(backupAt && { backupAt }) }
}
