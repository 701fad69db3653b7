import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { v4 as newId } from 'uuid'
import { newKey, type Sealed, seal, unseal } from './seal.ts'
import type { Box, Shelf } from './shelf.ts'
import { isShelfInUse, noteInUse } from './signs.ts'

/** The account's id and its key; `id` changes with every key. */
type Owner = { id: string; account: string; key: CryptoKey }
type Schema = DBSchema & {
  owner: { key: string; value: Owner }
  sealed: { key: string; value: Sealed }
}
type Database = IDBPDatabase<Schema>

const NAME = 'yanzhen.offline'

let opening: Promise<Database> | undefined

export async function openSealed(account: string): Promise<Shelf> {
  const db = await database()
  const owner = await ownerOf(db, account)
  const unsealed = <T>(key: string, value: Sealed) => unseal<T>(owner.key, key, value)
  return {
    isLasting: true,
    async put(box, name, value) {
      const key = keyOf(box, name)
      await write(db, owner, key, await seal(owner.key, key, value))
    },
    async get<T>(box: Box, name: string) {
      const found = await db.get('sealed', keyOf(box, name))
      return found && unsealed<T>(keyOf(box, name), found)
    },
    async all<T>(box: Box) {
      const range = IDBKeyRange.bound(keyOf(box, ''), keyOf(box, '\uffff'))
      const reading = db.transaction('sealed')
      const [keys, values] = await Promise.all([
        reading.store.getAllKeys(range),
        reading.store.getAll(range),
      ])
      return Promise.all(keys.map((key, at) => unsealed<T>(key, values[at]!)))
    },
    remove: (box, name) => db.delete('sealed', keyOf(box, name)),
  }
}

/** Whose shelf this is, without its key; null: nobody's. */
export async function ownerOfShelf(): Promise<string | null> {
  if (!isShelfInUse()) return null
  return (await (await database()).get('owner', 'owner'))?.account ?? null
}

export async function closeShelf(): Promise<void> {
  if (!isShelfInUse()) return
  const clearing = (await database()).transaction(['owner', 'sealed'], 'readwrite')
  await Promise.all([
    clearing.objectStore('owner').clear(),
    clearing.objectStore('sealed').clear(),
    clearing.done,
  ])
  noteInUse(false)
}

const keyOf = (box: Box, name: string) => `${box}/${name}`

function database(): Promise<Database> {
  noteInUse(true)
  opening ??= openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('owner')
      db.createObjectStore('sealed')
    },
    terminated() {
      opening = undefined
    },
  })
  return opening
}

/** The key of the account: one that is there, else a new one over an empty shelf. */
async function ownerOf(db: Database, account: string): Promise<Owner> {
  // Made before the transaction, which would not wait for it.
  const made: Owner = { id: newId(), account, key: await newKey() }
  const taking = db.transaction(['owner', 'sealed'], 'readwrite')
  const found = await taking.objectStore('owner').get('owner')
  if (found?.account === account) return found
  await Promise.all([
    taking.objectStore('sealed').clear(),
    taking.objectStore('owner').put(made, 'owner'),
    taking.done,
  ])
  return made
}

/** Another tab may have wiped the shelf meanwhile: nothing is put under a key that is gone. */
async function write(db: Database, owner: Owner, key: string, value: Sealed): Promise<void> {
  const writing = db.transaction(['owner', 'sealed'], 'readwrite')
  const now = await writing.objectStore('owner').get('owner')
  const isOwn = now?.id === owner.id
  if (isOwn) await writing.objectStore('sealed').put(value, key)
  await writing.done
  if (!isOwn) throw new Error('signed out in another tab')
}
