import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKeyring, isSame, newKey, versionOfBytes } from '../../db/keyring.ts'
import { keyringOf } from './audited.ts'

const PLACE = '990001/li-wenbo/id-number'
const VALUE = '99040619880312001X'

describe('a keyring with files', () => {
  const keyring = keyringOf(1)
  const place = 'attachment 990001 a'
  const bytes = Buffer.from([0, 255, 80, 75, 3, 4])

  test('reads whatever it has hidden, at its place, with the version at its head', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (any, where) => {
        const cipher = keyring.encryptBytes(any, where)
        expect([...keyring.decryptBytes(cipher, where)]).toEqual([...any])
        expect(versionOfBytes(cipher)).toBe(1)
        expect(cipher).toHaveLength(any.length + 32)
      }),
    )
  })

  test('finds out that any byte of what is stored was altered', () => {
    const cipher = keyring.encryptBytes(bytes, place)
    const both = createKeyring(new Map([1, 2].map((it) => [it, new Uint8Array(32).fill(it)])))
    for (let at = 0; at < cipher.length; at++) {
      const altered = Buffer.from(cipher)
      altered[at]! ^= 1
      expect(() => both.decryptBytes(altered, place), String(at)).toThrow()
    }
  })

  test.each([
    { cipher: Buffer.alloc(0), where: place, why: 'nothing' },
    { cipher: keyring.encryptBytes(bytes, place).subarray(0, 31), where: place, why: 'a part' },
    { cipher: keyring.encryptBytes(bytes, place), where: 'attachment 990001 b', why: 'another’s' },
    {
      cipher: keyring.encryptBytes(bytes, place),
      where: 'attachment 990002 a',
      why: 'elsewhere’s',
    },
  ])('does not read $why', ({ cipher, where }) => {
    expect(() => keyring.decryptBytes(cipher, where)).toThrow()
  })
})

describe('a keyring', () => {
  const keyring = keyringOf(1)

  test('reads whatever it has hidden, at its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const cipher = keyring.encrypt(text, place)
        expect(keyring.decrypt(cipher, place)).toBe(text)
        expect(cipher).toMatch(/^1\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/)
      }),
    )
  })

  test('hides the same value differently each time', () => {
    const ciphers = Array.from({ length: 100 }, () => keyring.encrypt(VALUE, PLACE))
    expect(new Set(ciphers).size).toBe(100)
    expect(ciphers.join()).not.toContain(VALUE)
  })

  const parts = ['version', 'nonce', 'tag', 'text']
  test.each(parts)('finds out that the %s of what is stored was altered', (part) => {
    const [version, ...rest] = keyring.encrypt(VALUE, PLACE).split('.')
    const bytes = rest.map((it) => Buffer.from(it, 'base64url'))
    const altered = (position: number) => {
      const changed = bytes.map((it) => Buffer.from(it))
      const own = changed[parts.indexOf(part) - 1]
      if (own) own[position % own.length]! ^= 1
      const number = own ? version : '2'
      return [number, ...changed.map((it) => it.toString('base64url'))].join('.')
    }
    const both = createKeyring(new Map([1, 2].map((it) => [it, new Uint8Array(32).fill(it)])))
    for (let position = 0; position < 18; position++)
      expect(() => both.decrypt(altered(position), PLACE)).toThrow()
  })

  test.each([
    { cipher: '', why: 'nothing' },
    { cipher: '1', why: 'a version alone' },
    { cipher: '1...', why: 'all of it empty' },
    { cipher: VALUE, why: 'a value that nobody has hidden' },
    { cipher: shortTag(), why: 'a tag cut to four bytes, which GCM itself would allow' },
  ])('does not read $why', ({ cipher }) => {
    expect(() => keyring.decrypt(cipher, PLACE)).toThrow()
  })

  test.each([
    { place: '990001/song-yanan/id-number', why: 'of another person' },
    { place: '990001/li-wenbo/phone', why: 'in another field' },
    { place: '990002/li-wenbo/id-number', why: 'in another county' },
    { place: '', why: 'nowhere' },
  ])('does not read a value that stands $why', ({ place }) => {
    const cipher = keyring.encrypt(VALUE, PLACE)
    expect(() => keyring.decrypt(cipher, place)).toThrow()
  })

  test('does not read what another key has hidden', () => {
    const cipher = keyring.encrypt(VALUE, PLACE)
    const other = createKeyring(new Map([[1, newKey()]]))
    expect(() => other.decrypt(cipher, PLACE)).toThrow()
    expect(() => keyringOf(2).decrypt(cipher, PLACE)).toThrow(/version 1/)
  })

  test('has a digest that differs by kind, by value and by key, and never changes else', () => {
    const digests = [
      keyring.digest('id-number', VALUE),
      keyring.digest('phone', VALUE),
      keyring.digest('id-number', VALUE.slice(0, -1)),
      keyring.seal(VALUE),
      keyring.check(1),
      keyringOf(2).digest('id-number', VALUE),
    ]
    expect(new Set(digests).size).toBe(digests.length)
    expect(keyringOf(1).digest('id-number', VALUE)).toBe(digests[0])
  })

  test('without a key is none', () => {
    expect(() => createKeyring(new Map())).toThrow(RangeError)
  })
})

describe('a keyring with a newer key', () => {
  const [old, both, young] = [keyringOf(1), keyringOf(2, 1), keyringOf(2)]

  test('reads what the old one has hidden, and hides by the new one', () => {
    expect(both).toMatchObject({ version: 2, versions: [1, 2] })
    expect(both.decrypt(old.encrypt(VALUE, PLACE), PLACE)).toBe(VALUE)
    const cipher = both.encrypt(VALUE, PLACE)
    expect(young.decrypt(cipher, PLACE)).toBe(VALUE)
    expect(() => old.decrypt(cipher, PLACE)).toThrow(/version 2/)
  })

  test('looks up by the new key, seals by either, and tells each from a wrong one', () => {
    expect(both.digest('phone', VALUE)).toBe(young.digest('phone', VALUE))
    expect(both.seal(VALUE)).toBe(young.seal(VALUE))
    expect(both.seal(VALUE, 1)).toBe(old.seal(VALUE))
    expect(both.check(1)).toBe(old.check(1))
    expect(both.check(2)).toBe(young.check(2))
    expect(() => old.check(2)).toThrow(/version 2/)
  })
})

/**
 * The published vectors have keys and places of their own, which a keyring does not take. So a second implementation
 * of RFC 5869, RFC 2104 and NIST SP 800-38D, that of the Web Cryptography API, reads the same bytes.
 */
describe('what is stored follows the standards', () => {
  const text = new TextEncoder()
  const key = new Uint8Array(32).fill(1)
  const keyring = keyringOf(1)
  const derived = async (use: string) => {
    const base = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
    const info = text.encode(`yanzhen ${use}`)
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
    return crypto.subtle.deriveBits(how, base, 256)
  }

  test('AES-256-GCM by a derived key, with the place as further data', async () => {
    const [, nonce, tag, hidden] = keyring.encrypt(VALUE, PLACE).split('.')
    const bytes = (part = '') => Buffer.from(part, 'base64url')
    const raw = await derived('field')
    const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    const how = { name: 'AES-GCM', iv: bytes(nonce), additionalData: text.encode(PLACE) }
    const plain = await crypto.subtle.decrypt(how, own, Buffer.concat([bytes(hidden), bytes(tag)]))
    expect(new TextDecoder().decode(plain)).toBe(VALUE)
  })

  test.each([
    { use: 'lookup phone', made: keyring.digest('phone', VALUE) },
    { use: 'audit', made: keyring.seal(VALUE) },
  ])('HMAC-SHA-256 for $use', async ({ use, made }) => {
    const how = { name: 'HMAC', hash: 'SHA-256' }
    const own = await crypto.subtle.importKey('raw', await derived(use), how, false, ['sign'])
    const signed = await crypto.subtle.sign('HMAC', own, text.encode(VALUE))
    expect(made).toBe(Buffer.from(signed).toString('base64url'))
  })

  test('of a key is read for ever: values of the first release', () => {
    expect(keyring.digest('phone', '12010000000')).toBe(
      'OFKE7T-ADEz6eeF5HakgtaDBaGBC0yyXYMUukDdXFmQ',
    )
    expect(keyring.seal('1')).toBe('zf5lloROZoLt9v7icIjw0frBMpdewsunLs9Z7h4GWeU')
    expect(
      keyring.decrypt('1.3GH7_5C9CtV6viux.6vucb0GOyWIy7Hp1liZICw.RqwY_eKq4GUoflhJ6dNO77Hl', PLACE),
    ).toBe(VALUE)
  })
})

test('two texts are compared in a time that does not tell where they differ', () => {
  expect(isSame('seal', 'seal')).toBe(true)
  expect(isSame('seal', 'seam')).toBe(false)
  expect(isSame('seal', 'seals')).toBe(false)
  expect(isSame('', '')).toBe(true)
})

function shortTag(): string {
  const [version, nonce, tag, hidden] = keyringOf(1).encrypt(VALUE, PLACE).split('.')
  const short = Buffer.from(tag!, 'base64url').subarray(0, 4).toString('base64url')
  return [version, nonce, short, hidden].join('.')
}
