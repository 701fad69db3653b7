import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from 'vitest'
import { faultsFile } from '../../api/roster/faults-file.ts'
import { FAULT_HEADER } from '../../api/roster/fields.ts'
import { templateOf } from '../../api/roster/template.ts'
import type { RawCell, Reading } from '../../api/roster/types.ts'
import { BEIZHUANG, book, CONTEXT, kindsOf, read, understandAll } from './lists.ts'

const KINDS = ['people', 'villages', 'incumbents'] as const
const FORMATS = ['xlsx', 'csv'] as const
const open = async (bytes: Uint8Array) => {
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  return workbook
}

describe('the template', () => {
  const all = KINDS.flatMap((kind) => FORMATS.map((format) => ({ kind, format })))

  test.each(all)(
    'of $kind as $format: filled in, every column is known',
    async ({ kind, format }) => {
      const { reading, lines } = await read(await filled(kind, format))
      const { questions, mapping } = understandAll({ reading, lines }, {}, kind)
      expect([questions, Object.values(mapping).includes(null)]).toEqual([[], false])
    },
  )

  test.each(all)('of $kind as $format: its example is nobody', async ({ kind, format }) => {
    const bytes = await templateOf(kind, CONTEXT, format)
    if (kind !== 'villages') await expect(read(bytes)).rejects.toMatchObject({ kind: 'empty' })
    const { reading } = await read(await filled(kind, format))
    expect(reading.leftOut.map(({ why }) => why)).toEqual(['example'])
  })

  test('of people: the example itself holds no fault', async () => {
    const { reading, lines } = await read(await filled('people', 'xlsx', '王伟'))
    const { rows } = understandAll({ reading, lines })
    expect(rows.map((it) => kindsOf(it, 'error'))).toEqual([[]])
    expect(rows[0]!.values).toMatchObject({ sex: 'male', willingness: 'township' })
  })

  test('of villages: they are there already, with their codes', async () => {
    const { lines } = await read(await templateOf('villages', CONTEXT))
    expect(lines.length).toBe(CONTEXT.villages.length)
  })

  test('offers the words of the dictionaries, and numbers stay text', async () => {
    const workbook = await open(await templateOf('people', CONTEXT))
    const sheet = workbook.getWorksheet('名册')!
    const headers = (sheet.getRow(3).values as string[]).slice(1)
    const cell = (header: string) => sheet.getRow(5).getCell(headers.indexOf(header) + 1)
    expect(cell('性别').dataValidation).toMatchObject({ type: 'list', showErrorMessage: true })
    expect(cell('人员类别').dataValidation).toMatchObject({ type: 'list' })
    expect(cell('身份证号码').numFmt).toBe('@')
    expect(cell('联系电话').numFmt).toBe('@')
    const offered = workbook.getWorksheet('选项')!
    expect(offered.state).toBe('hidden')
    const words = JSON.stringify(offered.getSheetValues())
    for (const { zh } of CONTEXT.sources) expect(words).toContain(zh)
  })

  /** The template with a row behind its example; `name` turns the example itself into somebody. */
  async function filled(kind: (typeof KINDS)[number], format: 'xlsx' | 'csv', name?: string) {
    const bytes = await templateOf(kind, CONTEXT, format)
    if (format === 'csv') return new Uint8Array(Buffer.concat([bytes, Buffer.from('王伟,女\n')]))
    const workbook = await open(bytes)
    const sheet = workbook.getWorksheet('名册')!
    if (name) sheet.getCell('A4').value = name
    else sheet.addRow(['王伟', '女', '王伟'])
    return new Uint8Array(await workbook.xlsx.writeBuffer())
  }
})

describe('the faulty rows of the roll list come back', () => {
  const list = readFileSync(join(import.meta.dirname, '..', 'rosters', 'beizhuang-roster.xlsx'))
  const faulty = async () => {
    const known = await read(list)
    const { rows } = understandAll(known, { townshipCode: BEIZHUANG })
    const lines = known.lines.map((line, at) => ({ ...line, faults: rows[at]!.faults }))
    const wrong = lines.filter(({ faults }) => faults.some(({ level }) => level === 'error'))
    return { ...known, wrong }
  }

  test.each(FORMATS)(
    'as %s: the same head and columns, with what is wrong at the end',
    async (format) => {
      const { reading, wrong } = await faulty()
      const again = await read(await faultsFile(reading, wrong, format))
      expect(again.reading.columns.map(({ header }) => header)).toEqual([
        ...reading.columns.map(({ header }) => header),
        FAULT_HEADER,
      ])
      expect(again.lines.length).toBe(4)
      expect(JSON.stringify(again.lines[1]!.cells.at(-1))).toContain('【须改】「身份证号码」')
    },
  )

  test.each(FORMATS)(
    'as %s: read again they say the same, and nothing is asked',
    async (format) => {
      const { reading, wrong } = await faulty()
      const again = await read(await faultsFile(reading, wrong, format))
      const { rows, questions } = understandAll(again, { townshipCode: BEIZHUANG })
      expect(questions).toEqual([])
      expect(rows.map((it) => kindsOf(it))).toEqual(
        wrong.map(({ faults }) => faults.map(({ kind }) => kind)),
      )
    },
  )

  test('mended there, they are sound', async () => {
    const { reading, wrong } = await faulty()
    const workbook = await open(await faultsFile(reading, wrong, 'xlsx'))
    const sheet = workbook.getWorksheet('花名册')!
    for (let row = 5; row <= 8; row++) sheet.getRow(row).getCell(8).value = '2020.06'
    sheet.getRow(6).getCell(12).value = '990406199104142805'
    const again = await read(new Uint8Array(await workbook.xlsx.writeBuffer()))
    const { rows } = understandAll(again, { townshipCode: BEIZHUANG, identityCheck: 'warn' })
    expect(rows.flatMap((it) => kindsOf(it, 'error'))).toEqual([])
  })

  test('returned twice, there is still one column of faults', async () => {
    const { reading, wrong } = await faulty()
    const once = await read(await faultsFile(reading, wrong, 'xlsx'))
    const lines = once.lines.map((line, at) => ({ ...line, faults: wrong[at]!.faults }))
    const twice = await read(await faultsFile(once.reading, lines, 'xlsx'))
    expect(twice.reading.columns).toEqual(once.reading.columns)
  })

  test('figures stay figures, a formula is none, a run of digits survives a spreadsheet', async () => {
    const reading: Pick<Reading, 'sheet' | 'head' | 'columns'> = {
      sheet: null,
      head: [{ line: 1, cells: ['姓名', '出生年月', '身份证号', '所在村'] }],
      columns: ['姓名', '出生年月', '身份证号', '所在村'].map((header, at) => ({
        at,
        header,
        samples: [],
      })),
    }
    const cells: RawCell[] = [
      '=cmd()',
      { n: 1985.1 },
      '990406197001218054',
      { m: '北庄村', from: 'above' },
    ]
    const lines = [{ line: 2, cells, faults: [] }]
    const text = new TextDecoder().decode(await faultsFile(reading, lines, 'csv'))
    expect(text.split('\n')[1]).toBe("'=cmd(),1985.1,'990406197001218054,北庄村,")
    const again = await read(await faultsFile(reading, lines, 'xlsx'))
    expect(again.lines[0]!.cells).toEqual(['=cmd()', { n: 1985.1 }, '990406197001218054', '北庄村'])
  })
})

test('a list whose own guide sheet looks like a list is still found', async () => {
  const bytes = await book({
    填表说明: [
      ['栏目', '填法'],
      ['姓名', '填写全名'],
      ['性别', '填男或女'],
    ],
    名册: [
      ['姓名', '性别', '所在村', '出生年月'],
      ['王伟', '男', '北庄村', '1985.03'],
    ],
  })
  expect((await read(bytes)).reading.sheet).toBe('名册')
})
