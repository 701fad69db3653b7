import { readdirSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { flipped, jpeg, PROGRAM, pdf, png, stream, upload, ZIP_END } from './paper-files.ts'
import { nominated, openRound, type Round } from './reviewed.ts'
import { problemIn } from './served.ts'

const MIB = 1024 * 1024

type Refused = { why: string; bytes: () => Buffer; name?: string; fault: string; says: RegExp }

const REFUSED: Refused[] = [
  {
    why: 'a program named .jpg',
    bytes: () => PROGRAM,
    fault: 'program',
    says: /可执行程序.*不要打开/,
  },
  { why: 'an empty file', bytes: () => Buffer.alloc(0), fault: 'empty', says: /0 字节/ },
  {
    ...{ why: 'SVG', bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ...{ fault: 'svg', says: /导出为 PNG/ },
  },
  {
    ...{ why: 'a web page', bytes: () => Buffer.from('<!DOCTYPE html><script>1</script>') },
    ...{ fault: 'html', says: /打印成 PDF/ },
  },
  { why: 'an archive', bytes: () => ZIP_END, fault: 'archive', says: /先解压/ },
  {
    ...{ why: 'text', bytes: () => Buffer.from('推荐宋雅楠同志'), name: '推荐.pdf' },
    ...{ fault: 'unknown', says: /只收照片/ },
  },
  {
    ...{ why: 'a GIF', bytes: () => Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1') },
    ...{ fault: 'other-picture', says: /另存为 JPEG/ },
  },
  {
    ...{
      why: 'a picture of an iPhone',
      bytes: () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    },
    ...{ fault: 'heic', says: /兼容性最佳/ },
  },
  {
    ...{ why: 'a photo that was cut short', bytes: () => jpeg().subarray(0, -3) },
    ...{ fault: 'broken', says: /不完整/ },
  },
  {
    ...{
      why: 'a photo with a web page behind it',
      bytes: () => Buffer.concat([jpeg(), Buffer.from('<script>1</script>')]),
    },
    ...{ fault: 'more-behind', says: /动态照片/ },
  },
  {
    ...{ why: 'a photo that is an archive as well', bytes: () => Buffer.concat([jpeg(), ZIP_END]) },
    ...{ fault: 'two-in-one', says: /重新拍照/ },
  },
  {
    ...{
      why: 'a photo that is a PDF as well',
      bytes: () =>
        Buffer.concat([
          jpeg().subarray(0, 6),
          Buffer.from('%PDF-1.4'),
          jpeg().subarray(6),
          Buffer.from('%%EOF'),
        ]),
    },
    ...{ fault: 'two-in-one', says: /另一种文件/ },
  },
  {
    ...{ why: 'a photo of no height', bytes: () => jpeg({ height: 0 }), fault: 'dimensions' },
    says: /尺寸/,
  },
  {
    ...{
      why: 'a picture that would fill the memory',
      bytes: () => png({ width: 60_000, height: 60_000 }),
    },
    ...{ fault: 'dimensions', says: /1.2 亿像素/ },
  },
  {
    ...{ why: 'a picture with a byte that was altered', bytes: () => flipped(png(), 45) },
    ...{ fault: 'broken', says: /已损坏/ },
  },
  {
    ...{ why: 'a picture without its end', bytes: () => png().subarray(0, -12) },
    ...{ fault: 'broken', says: /不完整/ },
  },
  {
    ...{ why: 'a PDF that was cut short', bytes: () => pdf().subarray(0, -8) },
    ...{ fault: 'broken', says: /不完整/ },
  },
  ...['/S /JavaScript /JS (app.alert(1))', '/S /Launch /F (cmd.exe)', '/Type /EmbeddedFile'].map(
    (what) => ({
      ...{ why: `a PDF with ${what}`, bytes: () => pdf(`9 0 obj\n<< ${what} >>\nendobj\n`) },
      ...{ fault: 'active', says: /打印为 PDF/ },
    }),
  ),
  {
    ...{ why: 'a PDF whose script has its name in numbers' },
    bytes: () => pdf('9 0 obj\n<< /S /J#61vaScript /J#53 (1) >>\nendobj\n'),
    ...{ fault: 'active', says: /脚本/ },
  },
  {
    ...{ why: 'a PDF whose script lies among compressed objects' },
    bytes: () =>
      pdf(stream('/Type /ObjStm /Filter /FlateDecode', deflateSync('9 0 << /S /JavaScript >>'))),
    ...{ fault: 'active', says: /脚本/ },
  },
  {
    ...{ why: 'a PDF whose compressed objects would fill the memory' },
    bytes: () =>
      pdf(
        Buffer.concat(
          Array.from({ length: 5 }, () =>
            stream('/Type /ObjStm', deflateSync(Buffer.alloc(8 * MIB))),
          ),
        ),
      ),
    ...{ fault: 'active', says: /看不到的部分/ },
  },
  {
    ...{ why: 'a PDF of so many compressed objects that nobody has the time to look' },
    bytes: () => pdf(Buffer.alloc(2 * MIB, stream('/Type /ObjStm', deflateSync('')))),
    ...{ fault: 'active', says: /看不到的部分/ },
  },
  {
    ...{ why: 'a PDF whose compressed objects nobody can look at' },
    bytes: () => pdf(stream('/Type /ObjStm', Buffer.from('encrypted'))),
    ...{ fault: 'active', says: /看不到的部分/ },
  },
]

const TAKEN: { why: string; bytes: () => Buffer; media: string }[] = [
  {
    ...{
      why: 'a photo with a smaller one behind it, as telephones make them',
      media: 'image/jpeg',
    },
    bytes: () => Buffer.concat([jpeg(), Buffer.alloc(100), jpeg({ width: 160, height: 120 })]),
  },
  {
    ...{ why: 'a picture that is padded to the end of a block', media: 'image/png' },
    bytes: () => Buffer.concat([png(), Buffer.alloc(512)]),
  },
  {
    ...{ why: 'a PDF whose picture holds the bytes of /JS by chance', media: 'application/pdf' },
    bytes: () => pdf(stream('/Subtype /Image', Buffer.from('\x01/JS\x02\x03', 'latin1'))),
  },
  {
    ...{ why: 'a PDF with harmless compressed objects', media: 'application/pdf' },
    bytes: () => pdf(stream('/Type /ObjStm', deflateSync('9 0 << /Type /Font >>'))),
  },
]

let round: Round
let nominee: string
beforeAll(async () => {
  round = await openRound()
  nominee = await nominated(round)
})
afterAll(() => round.served.close())
beforeEach(async () => {
  const { db, attachments } = round.served.given
  await db.deleteFrom('attachments').execute()
  for (const id of await attachments.list()) await attachments.remove(id)
})

const add = (bytes: Buffer, name = '照片.jpg') => upload(round.township, nominee, { bytes, name })
const everyFile = () =>
  readdirSync(round.served.given.attachments.folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map(({ name }) => name)
const onDisk = () => round.served.given.attachments.list()

describe('what a file is decides its content, and no name', () => {
  test.each(REFUSED)(
    '$why is refused: $fault',
    async ({ bytes, name = '照片.jpg', fault, says }) => {
      const answer = await add(bytes(), name)
      const body = await answer.json()
      expect({ status: answer.status, fault: body.fault }).toEqual({ status: 422, fault })
      expect(body.detail).toMatch(says)
      expect(await onDisk()).toEqual([])
    },
  )

  test.each(TAKEN)('$why is taken', async ({ bytes, media }) => {
    expect(await (await add(bytes(), 'x')).json()).toMatchObject({ media })
  })

  test.each([
    { name: '../../etc/passwd.pdf', kept: '_.._etc_passwd.pdf', why: 'a path' },
    { name: '推荐表.jpg', kept: '推荐表.pdf', why: 'an end that its content is not' },
    { name: 'gpj.‮exe.pdf', kept: 'gpj._exe.pdf', why: 'a sign that turns the writing round' },
    { name: '承诺书', kept: '承诺书.pdf', why: 'no end at all' },
    { name: '.pdf', kept: 'yanzhen.pdf', why: 'an end alone' },
    {
      name: `${'长'.repeat(90)}.pdf`,
      kept: `${'长'.repeat(60)}.pdf`,
      why: 'longer than a disk takes',
    },
  ])('$why: “$name” is kept as $kept', async ({ name, kept }) => {
    expect((await (await add(pdf(), name)).json()).name).toBe(kept)
  })
})

describe('a scan of 200 MB', () => {
  const send = (headers: Record<string, string>, body: BodyInit) =>
    round.served.bare.request(`/api/v1/nominees/${nominee}/attachments?name=scan.pdf`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { cookie: round.township.cookie, 'content-type': 'application/pdf', ...headers },
    } as RequestInit)

  test('is refused by its length before a byte of it is read', async () => {
    let pulled = 0
    const body = endless(() => pulled++)
    const problem = await problemIn(await send({ 'content-length': String(200 * MIB) }, body))
    expect(problem).toMatchObject({ status: 413, type: '/problems/too-large' })
    expect(problem.detail).toMatch(/20 MB.*200–300 dpi/)
    expect(pulled, 'one chunk waits in the stream').toBeLessThanOrEqual(1)
  })

  test('is refused while it streams, once it is over the bound, and leaves nothing', async () => {
    let pulled = 0
    const answer = await send(
      {},
      endless(() => pulled++),
    )
    expect(answer.status).toBe(413)
    expect(answer.headers.get('connection')).toBe('close')
    expect(pulled).toBeLessThanOrEqual(23)
    expect(await round.served.given.attachments.list()).toEqual([])
    expect(everyFile()).toEqual([])
  })

  test('20 MB are taken, one byte more is not', async () => {
    const filled = (size: number) => {
      const rest = size - pdf(stream('', Buffer.alloc(0))).length
      const digits = (length: number) => String(length).length - 1
      return pdf(stream('', Buffer.alloc(rest - digits(rest), 0x20)))
    }
    expect(filled(20 * MIB)).toHaveLength(20 * MIB)
    expect((await send({}, new Blob([new Uint8Array(filled(20 * MIB))]))).status).toBe(201)
    expect((await send({}, new Blob([new Uint8Array(filled(20 * MIB + 1))]))).status).toBe(413)
  })

  test('a form cannot send a file, nor can another origin', async () => {
    const form = await send({ 'content-type': 'multipart/form-data; boundary=x' }, 'x')
    expect(form.status).toBe(415)
    const foreign = await send(
      { origin: 'http://elsewhere.example' },
      new Blob([new Uint8Array(pdf())]),
    )
    expect(foreign.status).toBe(403)
  })

  test('other routes of the nominee take no large body', async () => {
    const large = JSON.stringify({ act: { kind: 'pass', note: 'x'.repeat(MIB) } })
    const answer = await round.township.post(`/nominees/${nominee}/acts`, large)
    expect(answer.status).toBe(413)
  })
})

/** 200 chunks of a mebibyte. */
function endless(pulled: () => void): ReadableStream<Uint8Array> {
  let left = 200
  return new ReadableStream({
    pull(controller) {
      pulled()
      controller.enqueue(new Uint8Array(MIB))
      if (--left === 0) controller.close()
    },
  })
}
