import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { openKeyring } from '../../api/keys.ts'
import { rotate } from '../../api/rotation.ts'
import { databases } from '../databases.ts'
import { csv, importing, json } from './imported.ts'
import { fewRows, KEYS, type Served, serve, signedIn } from './served.ts'

const HEADER = ['姓名', '性别', '出生年月', '乡镇', '村（社区）', '从业情况']
const row = (name: string, work: string, sex = '男') => [
  ...[name, sex, '1981.02', '北庄镇', '洪门村', work],
]
const BOTH = `${KEYS},2:${Buffer.alloc(32, 9).toString('base64')}`

describe.each(databases)('keys that change while imports wait, on $engine', ({ open }) => {
  let served: Served
  beforeAll(async () => {
    served = await serve({ rows: fewRows(), open })
  })
  afterAll(() => served.close())

  const stored = async () => {
    const { db } = served.given
    const rows = await db.selectFrom('importRows').select(['cells', 'faults']).execute()
    const before = await db.selectFrom('importChanges').select('before').execute()
    const readings = await db.selectFrom('imports').select('reading').execute()
    return JSON.stringify([rows, before, readings]).match(/(?<=")\d(?=\.[\w-]{16}\.)/g) ?? []
  }

  test('what waits is mended and written, what was done is undone, all of it by the new key', async () => {
    const office = importing(served)
    await office.write((await office.begin(csv([HEADER, row('公孙甲', '会计')]))).id)
    const filled = await office.begin(csv([HEADER, row('公孙甲', '电工')]))
    const chosen = await json(await office.choose(filled, { known: 'update' }))
    await office.settled(chosen.id)
    await office.write(filled.id)
    const waiting = await office.begin(csv([HEADER, row('公孙乙', '木匠'), row('', '瓦工')]))
    expect(waiting.counts).toMatchObject({ new: 1, faulty: 1 })
    expect(new Set(await stored())).toEqual(new Set(['1']))

    const { db, countyCode } = served.given
    const source = { database: '', keyFile: '', keys: BOTH }
    expect(await rotate(served.given, source)).toMatchObject({ kind: 'finished', version: 2 })
    expect(new Set(await stored())).toEqual(new Set(['2']))

    const keyring = await openKeyring(db, countyCode, source)
    const app = createApp({ ...served.given, keyring })
    const later = importing(await signedIn(app, 'demo-county'))
    const client = await signedIn(app, 'demo-county')
    const cells = { name: '公孙丙' }
    const mended = await json(await client.put(`/imports/${waiting.id}/rows/3`, { cells }))
    expect(mended.counts).toMatchObject({ new: 2, faulty: 0 })
    expect((await later.write(waiting.id)).state).toBe('done')
    expect((await later.undo(filled.id)).counts.undone).toMatchObject({ restored: 1, left: [] })
    const { people } = await json(await client.get(`/talents?q=${encodeURIComponent('公孙甲')}`))
    expect(people[0]).toMatchObject({ name: '公孙甲', occupation: '会计' })
  })
})
