import { listFormerIncumbents } from '../../../db/terms.ts'
import {
  findVillageEntry,
  listEntriesOfVillages,
  listKeptEntries,
} from '../../../db/village-entries.ts'
import { findVillageFile, listFilesOfVillageEntries } from '../../../db/village-files.ts'
import { findFormerVillage, listFormerVillages } from '../../../db/villages.ts'
import type { Seen } from '../oracle.ts'
import type { Reader } from '../readers.ts'

const entryOf = (village: string) => `${village}-entry`
const fileOf = (village: string) => `${village}-file`
const recorded = ({ recorded }: Seen) => [...recorded]
const former = ({ former }: Seen) => [...former]

/** Every query that reads what is on record about villages; `places` of the probes are townships and villages. */
export const VILLAGE_ENTRIES: Reader[] = [
  {
    name: 'listEntriesOfVillages',
    read: async (db, scope) =>
      (await listEntriesOfVillages(db, scope, null)).map(({ villageCode }) => villageCode),
    expected: recorded,
  },
  {
    name: 'listEntriesOfVillages of some',
    read: async (db, scope, { places }) =>
      (await listEntriesOfVillages(db, scope, places)).map(({ villageCode }) => villageCode),
    expected: recorded,
  },
  {
    name: 'listKeptEntries',
    read: async (db, scope, { places }) =>
      (await listKeptEntries(db, scope, places)).map(({ villageCode }) => villageCode),
    expected: recorded,
  },
  {
    name: 'findVillageEntry',
    read: async (db, scope, { places }) => {
      const found = await Promise.all(
        places.map((code) => findVillageEntry(db, scope, entryOf(code))),
      )
      return found.flatMap((entry) => (entry ? [entry.villageCode] : []))
    },
    expected: recorded,
  },
  {
    name: 'listFilesOfVillageEntries',
    read: async (db, scope, { places }) =>
      (await listFilesOfVillageEntries(db, scope, places.map(entryOf))).map(
        ({ villageCode }) => villageCode,
      ),
    expected: recorded,
  },
  {
    name: 'findVillageFile',
    read: async (db, scope, { places }) => {
      const found = await Promise.all(
        places.map((code) => findVillageFile(db, scope, fileOf(code))),
      )
      return found.flatMap((file) => (file ? [file.villageCode] : []))
    },
    expected: recorded,
  },
  {
    name: 'listFormerVillages',
    read: async (db, scope) => (await listFormerVillages(db, scope)).map(({ code }) => code),
    expected: former,
  },
  {
    name: 'findFormerVillage',
    read: async (db, scope, { places }) => {
      const found = await Promise.all(places.map((code) => findFormerVillage(db, scope, code)))
      return found.flatMap((village) => (village ? [village.code] : []))
    },
    expected: former,
  },
  {
    name: 'listFormerIncumbents',
    read: async (db, scope) =>
      (await listFormerIncumbents(db, scope)).map(({ villageCode, talentId }) =>
        [villageCode, talentId].join(' '),
      ),
    expected: ({ rows, scope, former }) => {
      if (scope.isWithoutPeople) return []
      const latest = (village: string) =>
        rows.terms
          .filter(({ villageCode }) => villageCode === village)
          .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn))[0]?.id
      return rows.incumbents
        .filter(
          ({ villageCode, termId }) => former.has(villageCode) && termId === latest(villageCode),
        )
        .map(({ villageCode, talentId }) => [villageCode, talentId].join(' '))
    },
  },
]
