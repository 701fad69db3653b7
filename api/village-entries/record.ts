import type { Context } from 'hono'
import { listAccountsAmong } from '../../db/accounts.ts'
import { namesOfTalents } from '../../db/talents.ts'
import { listFormerIncumbents } from '../../db/terms.ts'
import { findTownship } from '../../db/townships.ts'
import { type KeptVillageEntry, listKeptEntries } from '../../db/village-entries.ts'
import { listFilesOfVillageEntries, type StoredVillageFile } from '../../db/village-files.ts'
import { listMergersInto } from '../../db/village-mergers.ts'
import { type FormerVillage, listFormerVillages } from '../../db/villages.ts'
import type { Env } from '../context.ts'
import type { EntryView, VillageFileView, VillageRecord } from '../shapes/village-entries.ts'
import { figuresOf } from './figures.ts'
import { kindsOf, type villageOf } from './reach.ts'

type Village = Awaited<ReturnType<typeof villageOf>>

/** Everything that is written down about a village, with what it has of villages that became part of it. */
export async function recordOf(c: Context<Env>, village: Village): Promise<VillageRecord> {
  const { db, scope, session } = c.var
  const county = await c.var.county()
  const former = await listFormerVillages(db, scope, village.code)
  const codes = [village.code, ...former.map(({ code }) => code)]
  const rows = await listKeptEntries(db, scope, codes)
  const { code, name, kind, trades, terrain } = village
  const township = await findTownship(db, { countyCode: scope.countyCode }, village.townshipCode)
  const own = county.villages.get(code)
  return {
    ...{ code, name, kind, trades, terrain },
    township: { code: village.townshipCode, name: township?.name ?? village.townshipCode },
    figures: figuresOf(village, rows),
    term: own?.term ?? null,
    committees: (own?.incumbents ?? []).map(({ talent, posts, tookOfficeOn }) => {
      const person = county.people.get(talent)
      return { talent: person ? { id: person.id, name: person.name } : null, posts, tookOfficeOn }
    }),
    former: await formerShown(c, village.code, former),
    entries: await entriesShown(c, rows),
    mayWrite: [...kindsOf(session.account.role)],
    noticeDays: county.policy.readiness.audit.noticeDays,
  }
}

/** Entries with who wrote them, and their files. */
export async function entriesShown(
  c: Context<Env>,
  rows: readonly KeptVillageEntry[],
): Promise<EntryView[]> {
  const { db, scope } = c.var
  const files = await listFilesOfVillageEntries(
    db,
    scope,
    rows.map(({ id }) => id),
  )
  const kept = files.filter(({ removedAt }) => removedAt === null)
  const names = await namesOf(c, [
    ...rows.flatMap(({ createdBy, takenBackBy }) => [createdBy, takenBackBy]),
    ...kept.map(({ addedBy }) => addedBy),
  ])
  const byEntry = Map.groupBy(kept, ({ entryId }) => entryId)
  return rows.map(({ takenBackAt, takenBackBy, takenBackReason, villageCode, ...row }) => ({
    ...({
      id: row.id,
      kind: row.kind,
      on: row.on,
      source: row.source,
      body: row.body,
    } as EntryView),
    ...{ village: villageCode, createdAt: row.createdAt, createdBy: names(row.createdBy) },
    takenBack:
      takenBackAt === null
        ? null
        : { at: takenBackAt, by: names(takenBackBy), reason: takenBackReason ?? '' },
    files: (byEntry.get(row.id) ?? []).map((file) => fileShown(file, names)),
  }))
}

export async function fileView(c: Context<Env>, file: StoredVillageFile): Promise<VillageFileView> {
  return fileShown(file, await namesOf(c, [file.addedBy]))
}

type Names = (id: string | null) => string | null

function fileShown(file: StoredVillageFile, names: Names): VillageFileView {
  const { id, entryId: entry, name, media, size, addedAt, addedBy } = file
  return { id, entry, name, media, size, addedAt, addedBy: names(addedBy) }
}

async function namesOf(
  { var: { db, countyCode } }: Context<Env>,
  ids: readonly (string | null)[],
): Promise<Names> {
  const known = ids.filter((id) => id !== null)
  const accounts = await listAccountsAmong(db, { countyCode }, known)
  return (id) => (id === null ? null : (accounts.get(id)?.name ?? null))
}

async function formerShown(c: Context<Env>, into: string, villages: readonly FormerVillage[]) {
  if (villages.length === 0) return []
  const { db, scope } = c.var
  const mergers = await listMergersInto(db, scope, into)
  const offices = await listFormerIncumbents(db, scope)
  const ids = offices.map(({ talentId }) => talentId)
  const names = await namesOfTalents(db, scope, ids)
  return villages.map(({ code, name, mergedOn }) => {
    const held = Map.groupBy(
      offices.filter(({ villageCode }) => villageCode === code),
      ({ talentId }) => talentId,
    )
    const reason = mergers.find(({ villageCode }) => villageCode === code)?.reason ?? null
    const committees = [...held].map(([id, rows]) => ({
      talent: names.has(id) ? { id, name: names.get(id)! } : null,
      posts: rows.map(({ post }) => post as string),
      tookOfficeOn: rows[0]!.tookOfficeOn,
    }))
    return { code, name, mergedOn, reason, committees }
  })
}
