import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBytes } from '../../api/roster/bytes.ts'
import { RosterProblem } from '../../api/roster/problems.ts'
import { archive, byHand, RELATIONS, sheetOf, WORKBOOK } from './by-hand.ts'
import { csv, xlsx } from './lists.ts'

const refusal = async (bytes: Uint8Array): Promise<RosterProblem> => {
  const problem = await readBytes(bytes, undefined, async () => {}).catch((error) => error)
  expect(problem).toBeInstanceOf(RosterProblem)
  return problem
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ole = (inside: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from(OLE), Buffer.alloc(504), Buffer.from(inside, 'utf16le')]),
  )
const text = (it: string) => new TextEncoder().encode(it)
describe('a file that is no list is refused', () => {
  const rows = [
    {
      bytes: () => ole('Workbook'),
      kind: 'old-xls',
      says: '.xls',
      why: 'Excel 97–2003, whatever its name',
    },
    {
      bytes: () => ole('EncryptedPackage'),
      kind: 'protected',
      says: '密码',
      why: 'a password of Excel locks the package',
    },
    {
      bytes: () => text('<html><table><tr><td>姓名</td></tr></table></html>'),
      kind: 'not-a-spreadsheet',
      says: '网页',
      why: 'a web page that a system calls .xls',
    },
    {
      bytes: () => text('%PDF-1.7 …'),
      kind: 'not-a-spreadsheet',
      says: '不是可以读取的表格',
      why: 'a PDF',
    },
    {
      bytes: () => archive({ 'a.txt': 'x' }),
      kind: 'not-a-spreadsheet',
      says: '压缩包',
      why: 'an archive of something else',
    },
    {
      bytes: () =>
        archive({ '_rels/.rels': relTo('word/document.xml'), 'word/document.xml': '<x/>' }),
      kind: 'not-a-spreadsheet',
      says: 'Word',
      why: 'a Word file',
    },
    {
      bytes: () => archive({ '_rels/.rels': relTo('xl/workbook.bin'), 'xl/workbook.bin': 'x' }),
      kind: 'not-a-spreadsheet',
      says: '.xlsb',
      why: 'a binary workbook',
    },
    {
      bytes: async () =>
        (
          await xlsx([
            ['姓名', '性别'],
            ['王伟', '男'],
          ])
        ).slice(0, 900),
      kind: 'damaged',
      says: '损坏',
      why: 'half of an upload',
    },
    {
      bytes: () => byHand('<worksheet><sheetData><row r="1"><c r="A1"'),
      kind: 'damaged',
      says: '损坏',
      why: 'a sheet that breaks off',
    },
    { bytes: () => new Uint8Array(), kind: 'empty', says: '没有可以导入的内容', why: 'no bytes' },
    {
      bytes: () => csv(['', ' ', '']),
      kind: 'empty',
      says: '没有可以导入的内容',
      why: 'blank lines',
    },
    { bytes: () => xlsx([]), kind: 'empty', says: '没有可以导入的内容', why: 'a new workbook' },
    {
      bytes: () => xlsx([['姓名', '性别', '所在村']]),
      kind: 'empty',
      says: '没有可以导入的内容',
      why: 'a header and nobody',
    },
    {
      bytes: () =>
        xlsx([
          ['王伟', '男', '北庄村'],
          ['李娜', '女', '毛宅村'],
        ]),
      kind: 'no-header',
      says: '没有找到表头',
      why: 'people without a header',
    },
    {
      bytes: () =>
        xlsx([
          ['产品', '单价'],
          ['复合肥', 120],
        ]),
      kind: 'no-header',
      says: '没有找到表头',
      why: 'a spreadsheet of another kind',
    },
    {
      bytes: () => new Uint8Array([0x81, 0x20, 0xff, 0xff, 0x2c, 0xfe, 0xff]),
      kind: 'encoding',
      says: '编码',
      why: 'neither UTF-8 nor GB18030',
    },
    {
      bytes: () => csv(['姓名,性别', '"王伟,男', '李娜,女']),
      kind: 'damaged',
      says: '引号',
      why: 'a quotation mark that is never closed',
    },
    {
      bytes: () =>
        csv([`姓名,${Array(400).fill('x').join()}`, `王伟,${Array(400).fill('y').join()}`]),
      kind: 'no-header',
      says: '表头',
      why: 'columns that mean nothing',
    },
    {
      bytes: () => csv([`姓名,性别,${Array(400).fill('项').join()}`, '王伟,男']),
      kind: 'too-many-columns',
      says: '列数过多',
      why: 'four hundred columns',
    },
    {
      bytes: () => csv(['姓名,性别', ...Array(200_001).fill('王伟,男')]),
      kind: 'too-many-rows',
      says: '按乡镇拆成',
      why: 'more rows than an import takes',
    },
  ] as const
  test.each(rows)('$kind: $why', async ({ bytes, kind, says }) => {
    const problem = await refusal(await bytes())
    expect(problem.kind).toBe(kind)
    expect(problem.words.zh).toContain(says)
    expect(problem.words.en).toMatch(/\.$/)
  })
})

describe('bombs are noticed while they unpack', () => {
  const blank = (megabytes: number) => Buffer.alloc(megabytes * 1024 ** 2, ' ')

  test('a sheet of blanks that shrank to a thousandth', async () => {
    const bytes = await byHand(new Uint8Array(blank(40)))
    expect(bytes.length).toBeLessThan(1024 ** 2)
    expect((await refusal(bytes)).kind).toBe('too-much-inside')
  })

  test('one that lies about its size', async () => {
    const bytes = lying(deflateRawSync(blank(40)))
    expect((await refusal(bytes)).kind).toBe('too-much-inside')
  })

  test('thousands of parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`xl/p${at}`, 'x']))
    expect((await refusal(await byHand(sheetOf(''), many))).kind).toBe('too-much-inside')
  })

  test('entities that multiply stay what they are', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')}`
    expect((await refusal(await byHand(bomb))).kind).toBe('damaged')
  })

  test('one long text that every cell points to', async () => {
    const strings = `<sst><si><t>${'长'.repeat(30_000)}</t></si><si><t>姓名</t></si><si><t>性别</t></si></sst>`
    const cells = (of: number) => `<c t="s"><v>${of}</v></c>`.repeat(100)
    const rows = `<row>${'<c t="s"><v>1</v></c><c t="s"><v>2</v></c>'}</row><row>${cells(0)}</row>`
    const bytes = await byHand(sheetOf(rows), { 'xl/sharedStrings.xml': strings })
    expect((await refusal(bytes)).kind).toBe('too-much-inside')
  })

  test('a merge over the whole sheet costs nothing', async () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>题</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`
    expect((await refusal(await byHand(sheet))).kind).toBe('no-header')
  })
})

describe('what would keep the reader busy for ever is refused at once', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`
  const LIST = row('姓名', '性别') + row('王伟', '男')
  const read = (bytes: Uint8Array) => readBytes(bytes, undefined, async () => {})

  test.each(['-Infinity', '-100000000', 'x'])('columns that are hidden from %s on', async (min) => {
    const columns = `<cols><col min="${min}" max="5" hidden="1"/></cols>`
    const sheet = `<worksheet>${columns}<sheetData>${LIST}</sheetData></worksheet>`
    expect((await read(await byHand(sheet))).rows).toBe(1)
  })

  test('thousands of merges over one another', async () => {
    const merges = '<mergeCell ref="A2:XFD1048576"/>'.repeat(20_000)
    const sheet = sheetOf(LIST + row('李娜', '女').repeat(50))
    const merged = sheet.replace('</worksheet>', `<mergeCells>${merges}</mergeCells></worksheet>`)
    expect((await refusal(await byHand(merged))).kind).toBe('damaged')
  })

  test('a million brackets that never close', async () => {
    const brackets = '('.repeat(1_000_000)
    const startedAt = performance.now()
    expect((await read(csv([`姓名,性别,${brackets}`, '王伟,男,x']))).rows).toBe(1)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  test.each(['2', '0', '-3', '1e9', 'x'])(
    'a row whose number is %s after row 2',
    async (number) => {
      const sheet = sheetOf(`${LIST}<row r="${number}">${cell('李娜')}${cell('女')}</row>`)
      expect((await refusal(await byHand(sheet))).kind).toBe('damaged')
    },
  )

  test('a workbook part that is no XML', async () => {
    const bytes = await byHand(sheetOf(LIST), { 'xl/workbook.xml': '<workbook><sheets>&x;</y>' })
    expect((await refusal(bytes)).kind).toBe('damaged')
  })
})

function relTo(target: string): string {
  return `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="${target}"/></Relationships>`
}

/** One stored workbook part and a sheet whose header claims ten bytes. */
function lying(sheet: Buffer): Uint8Array {
  const parts = [
    { path: 'xl/workbook.xml', body: Buffer.from(WORKBOOK), method: 0, size: WORKBOOK.length },
    { path: 'xl/_rels/workbook.xml.rels', body: Buffer.from(RELATIONS), method: 0, size: 0 },
    { path: 'xl/worksheets/sheet1.xml', body: sheet, method: 8, size: 10 },
  ]
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  for (const { path, body, method, size } of parts) {
    const name = Buffer.from(path)
    const fixed = Buffer.alloc(26)
    fixed.writeUInt16LE(20, 0)
    fixed.writeUInt16LE(method, 4)
    fixed.writeUInt32LE(body.length, 14)
    fixed.writeUInt32LE(method === 0 ? body.length : size, 18)
    fixed.writeUInt16LE(name.length, 22)
    const at = Buffer.concat(local).length
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fixed, name, body)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    const entry = Buffer.concat([Buffer.from([20, 0]), fixed, Buffer.alloc(0)])
    central.push(
      Buffer.from('PK\x01\x02', 'latin1'),
      entry.subarray(0, 28),
      Buffer.alloc(2),
      tail.subarray(2),
      name,
    )
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(Buffer.concat(local).length, 12)
  return new Uint8Array(
    Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]),
  )
}
