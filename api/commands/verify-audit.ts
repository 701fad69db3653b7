import { verifyAudit as walk } from '../../db/audit-chain.ts'
import { faultWords } from '../audit-faults.ts'
import { keptHeads } from '../audit-heads.ts'
import { readConfiguration } from '../configuration.ts'
import { openExisting } from '../existing-database.ts'
import { defineCommand } from './command.ts'

export const verifyAudit = defineCommand(
  { options: { json: { type: 'boolean' } } },
  async ({ json }, env) => {
    const configuration = readConfiguration(env)
    const { db, countyCode, countyName, keyring } = await openExisting(configuration)
    try {
      const kept = await keptHeads(db, countyCode, configuration.auditHeads)
      const found = await walk(db, keyring, { countyCode }, kept)
      const told = { ...found, keptHeads: kept.length }
      const place = `${countyCode} ${countyName}`
      process.stdout.write(
        json ? `${JSON.stringify(told)}\n` : report(told, place, configuration.auditHeads),
      )
      return found.fault ? 1 : 0
    } finally {
      await db.destroy()
    }
  },
)

type Told = Awaited<ReturnType<typeof walk>> & { keptHeads: number }

function report({ entries, fault, keptHeads: heads }: Told, place: string, file: string): string {
  const compared = `  库外留存的链头 heads kept outside: ${heads} (${file})\n`
  if (!fault)
    return `审计链完整 the audit chain stands
  县 county: ${place}
  已核验 proven: ${entries} 条 entries
${compared}`
  const { zh, en } = faultWords(fault)
  return `审计链不完整 the audit chain is broken
  县 county: ${place}
  ${zh}
  ${en}
  此前完好 sound before it: ${entries} 条 entries
${compared}请保护现场，立即报告，并与备份核对。Leave everything as it is, report it, and compare with a backup.
`
}
