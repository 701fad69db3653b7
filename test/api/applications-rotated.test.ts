import { describe, expect, test } from 'vitest'
import { createApp } from '../../api/app.ts'
import { openKeyring } from '../../api/keys.ts'
import { rotate } from '../../api/rotation.ts'
import { databases } from '../databases.ts'
import { openPage } from './applied.ts'
import { KEYS, ok, signedIn } from './served.ts'

describe.each(databases)('keys that change while applications wait, on $engine', ({ open }) => {
  test('they are read and accepted by the new key, and a further one of the number is known as such', async () => {
    const page = await openPage({ open })
    for (let i = 0; i < 4; i++) await page.handIn()
    const { db, countyCode } = page.round.served.given
    const keys = `${KEYS},2:${Buffer.alloc(32, 9).toString('base64')}`
    const source = { database: '', keyFile: '', keys }
    expect(await rotate(page.round.served.given, source)).toMatchObject({
      kind: 'finished',
      version: 2,
    })
    const ciphers = (await page.stored()).flatMap(({ cipher }) => cipher ?? [])
    expect(ciphers.map((cipher) => cipher[0])).toEqual(['2', '2', '2'])
    const keyring = await openKeyring(db, countyCode, source)
    const app = createApp({ ...page.round.served.given, keyring })
    const clerk = await signedIn(app, 'demo-township')
    const rows = (await page.inbox(clerk)).applications
    const kept = rows.find(({ name }: { name: string | null }) => name === page.form().name)
    expect(rows.map(({ sameNumber }: { sameNumber: number }) => sameNumber)).toEqual([3, 3, 3, 3])
    expect(await ok(await page.accept(kept.id, null, clerk))).toMatchObject({
      nominee: expect.any(String),
    })
    expect((await page.inbox(clerk)).total).toBe(0)
    await page.close()
  })
})
