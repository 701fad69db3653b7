import type { AuditEntry } from '../../db/audit.ts'
import { createKeyring, type Keyring } from '../../db/keyring.ts'

/** A keyring of some versions; their keys guard nothing. */
export function keyringOf(...versions: number[]): Keyring {
  return createKeyring(new Map(versions.map((it) => [it, new Uint8Array(32).fill(it)])))
}

/** An entry with something in every field. */
export function auditEntry(own: Partial<AuditEntry> = {}): AuditEntry {
  return {
    ...{ at: '2026-11-23T08:00:00.000Z', actor: 'zhou', role: 'county', outcome: 'done' },
    ...{ action: 'portrait.read', subjects: ['li-wenbo'], scope: { townshipCode: '990001101' } },
    ...{ reason: '换届考察', policyVersion: 1, ruleBook: 'rules', requestId: 'request' },
    detail: { fields: ['name'] },
    ...own,
  }
}
