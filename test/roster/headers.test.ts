import { describe, expect, test } from 'vitest'
import { WATERMARK } from '../../api/roster/guard.ts'
import { book, csv, kindsOf, read, understandAll, xlsx } from './lists.ts'

const HEADER = ['序号', '姓名', '性别', '所在村']
const WANG = [1, '王伟', '男', '北庄村']
/** What is left of an identity number of 18 digits in a cell of figures. */
const RUINED = Number('990406198503120211')
const LI = [2, '李娜', '女', '毛宅村']

const headersOf = async (bytes: Uint8Array) => {
  const { reading, lines } = await read(bytes)
  return [reading.columns.map(({ header }) => header), lines.map(({ line }) => line)]
}

describe('the header', () => {
  test('stands in the first line of a plain list', async () => {
    expect(await headersOf(await xlsx([HEADER, WANG, LI]))).toEqual([HEADER, [2, 3]])
  })

  test('stands under a merged title and a line with unit and date', async () => {
    const rows = [
      ['北庄镇花名册'],
      ['填报单位：北庄镇', null, '填报日期：2026年10月'],
      HEADER,
      WANG,
    ]
    const bytes = await xlsx(rows, (sheet) => sheet.mergeCells('A1:D1'))
    expect(await headersOf(bytes)).toEqual([HEADER, [4]])
  })

  test('has two levels: a group over its columns, others merged down', async () => {
    const rows = [
      ['姓名', '基本情况', null, '所在村'],
      [null, '性别', '民族', null],
      ['王伟', '男', '汉', '北庄村'],
    ]
    const bytes = await xlsx(rows, (sheet) => {
      for (const range of ['A1:A2', 'B1:C1', 'D1:D2']) sheet.mergeCells(range)
    })
    const known = await read(bytes)
    const headers = known.reading.columns.map(({ header }) => header)
    expect(headers).toEqual(['姓名', '基本情况／性别', '基本情况／民族', '所在村'])
    expect(understandAll(known).mapping).toEqual({
      0: 'name',
      1: 'sex',
      2: 'ethnicity',
      3: 'village',
    })
  })

  test('has two levels in a text file, where nothing is merged', async () => {
    const rows = ['姓名,学历,,所在村', ',全日制,在职,', '王伟,高中,大专,北庄村']
    expect(await headersOf(csv(rows))).toEqual([
      ['姓名', '学历／全日制', '学历／在职', '所在村'],
      [3],
    ])
  })

  test('is broken over lines, starred and spaced out', async () => {
    const known = await read(
      await xlsx([
        ['姓  名*', '出生\n年月', '所在村\n（社区）'],
        ['王伟', '1985.03', '北庄村'],
      ]),
    )
    expect(Object.values(understandAll(known).mapping)).toEqual(['name', 'bornOn', 'village'])
  })

  test('is the one of the list, not of the guide before it', async () => {
    const guide = [['填表说明'], ['1.姓名填写全名；2.性别填男或女。']]
    const bytes = await book({ 填表说明: guide, 花名册: [HEADER, WANG], 空表: [] })
    const { reading } = await read(bytes)
    expect([reading.sheet, reading.sheets]).toEqual(['花名册', ['填表说明', '花名册', '空表']])
  })

  test('of one list, where each village has a sheet: the others are named', async () => {
    const bytes = await book({ 北庄村: [HEADER, WANG], 毛宅村: [HEADER, LI], 说明: [['填表说明']] })
    const { reading } = await read(bytes)
    expect([reading.sheet, reading.notes.map(({ zh }) => zh)]).toEqual([
      '北庄村',
      ['本次读取工作表“北庄村”。“毛宅村”也像名册，请逐张选择，分别导入。'],
    ])
  })

  test('is of the sheet that was asked for', async () => {
    const bytes = await book({ 甲: [HEADER, WANG], 乙: [HEADER, LI] })
    expect((await read(bytes, '乙')).lines[0]!.cells[1]).toBe('李娜')
    await expect(read(bytes, '丙')).rejects.toMatchObject({ kind: 'no-such-sheet' })
  })

  test('may lack a name over a column that has values', async () => {
    const { reading } = await read(
      await xlsx([
        ['姓名', '所在村', null],
        ['王伟', '北庄村', '党员'],
      ]),
    )
    expect(reading.columns[2]!.header).toBe('（C 列，无标题）')
  })
})

describe('lines that are nobody', () => {
  const leftOut = async (line: readonly (string | number | null)[]) => {
    const known = await read(await xlsx([HEADER, WANG, line, LI]))
    return [known.lines.map((it) => it.line), known.reading.leftOut.map(({ why }) => why)]
  }
  const rows = [
    { line: [3, null, null, null], why: 'blank', says: 'numbered before anybody was entered' },
    { line: [3, null, null, '毛宅村'], why: 'blank', says: 'its village was there before anybody' },
    { line: HEADER, why: 'title', says: 'the header again on the next page' },
    { line: [1, 2, 3, 4], why: 'title', says: 'numbers of the columns' },
    { line: ['填表人：李某', null, '审核人：张某', null], why: 'footer', says: 'signatures' },
    { line: ['合计', '2人', null, null], why: 'footer', says: 'a sum' },
    { line: [null, '合计', 2, null], why: 'footer', says: 'a sum under the names' },
    { line: ['备注：以上人员均已本人同意。', null, null, null], why: 'footer', says: 'a remark' },
    { line: ['注：1.按姓氏笔画排序', null, null, null], why: 'footer', says: 'a note' },
    { line: ['以上为第一批推荐人选', null, null, null], why: 'footer', says: 'a sentence' },
    {
      line: [null, '（示例）张三', '男', '北庄村'],
      why: 'example',
      says: 'the example of a template',
    },
    {
      line: [`${WATERMARK} 县委组织部 2026-11-25`, null, null, null],
      why: 'watermark',
      says: 'our own export',
    },
  ]
  test.each(rows)('$line: $says', async ({ line, why }) => {
    expect(await leftOut(line)).toEqual([[2, 4], [why]])
  })

  test('somebody without a name is a row with a fault, not left out', async () => {
    const known = await read(await xlsx([HEADER, [1, null, '男', '北庄村']]))
    expect(kindsOf(understandAll(known).rows[0]!)).toContain('name.missing')
  })
})

describe('what a spreadsheet hides', () => {
  test('hidden rows are read, marked and said', async () => {
    const bytes = await xlsx([HEADER, WANG, LI], (sheet) => {
      sheet.getRow(3).hidden = true
    })
    const { reading, lines } = await read(bytes)
    expect(lines.map(({ isHidden }) => isHidden)).toEqual([undefined, true])
    expect(reading.notes[0]!.zh).toContain('1 个隐藏行（第 3 行）')
  })

  test('formulas are read by their last result, errors as errors', async () => {
    const bytes = await xlsx([HEADER, WANG, LI], (sheet) => {
      sheet.getCell('C2').value = { formula: 'IF(1,"男","女")', result: '男' }
      sheet.getCell('C3').value = { formula: 'VLOOKUP(1,A1,1)', result: { error: '#N/A' } }
    })
    const { reading, lines } = await read(bytes)
    expect(lines.map(({ cells }) => cells[2])).toEqual([{ f: '男' }, { f: { e: '#N/A' } }])
    expect(reading.notes[0]!.zh).toContain('公式')
  })

  test('dates keep what their style shows, figures what was typed', async () => {
    const day = new Date('1985-03-12T00:00:00Z')
    const first = new Date('1985-03-01T00:00:00Z')
    const head = ['姓名', '出生年月', '入党时间', '身份证号', '性别']
    const bytes = await xlsx([head, ['王伟', first, day, RUINED, '男']], (sheet) => {
      sheet.getCell('B2').numFmt = 'yyyy"年"m"月"'
      sheet.getCell('C2').numFmt = 'yyyy/m/d'
    })
    const { lines } = await read(bytes)
    expect(lines[0]!.cells.slice(1, 4)).toEqual([
      { d: '1985-03' },
      { d: '1985-03-12' },
      { n: RUINED, shown: '9.90406E+17' },
    ])
  })

  test('a merge over rows is marked as reaching there', async () => {
    const bytes = await xlsx([HEADER, WANG, [2, '李娜', '女', null]], (sheet) => {
      sheet.mergeCells('D2:D3')
    })
    const { lines } = await read(bytes)
    expect(lines[1]!.cells[3]).toEqual({ m: '北庄村', from: 'above' })
  })
})

describe('text files', () => {
  const rows = [
    { bytes: csv(['\uFEFF姓名,所在村', '王𬭎,北庄村']), encoding: 'utf-8', why: 'with a mark' },
    { bytes: csv(['姓名,所在村', '王𬭎,北庄村']), encoding: 'utf-8', why: 'without' },
    { bytes: csv(['姓名\t所在村', '王𬭎\t北庄村']), encoding: 'utf-8', why: 'parted by tabs' },
    { bytes: csv(['姓名;所在村', '王𬭎;北庄村']), encoding: 'utf-8', why: 'parted by semicolons' },
    {
      bytes: new Uint8Array(Buffer.from('\uFEFF姓名\t所在村\r\n王𬭎\t北庄村', 'utf16le')),
      encoding: 'utf-16le',
      why: 'Unicode text of Excel',
    },
    {
      // 姓名,所在村 and 王𬭎,北庄村; 𬭎 takes four bytes.
      bytes: new Uint8Array(
        Buffer.from('d0d5c3fb2ccbf9d4dab4e50d0acdf59933a9322cb1b1d7afb4e5', 'hex'),
      ),
      encoding: 'gb18030',
      why: 'as Chinese Windows saves it',
    },
  ]
  test.each(rows)('$why', async ({ bytes, encoding }) => {
    const { reading, lines } = await read(bytes)
    expect([reading.encoding, lines[0]!.cells]).toEqual([encoding, ['王𬭎', '北庄村']])
  })

  test('cells with line breaks and commas stay whole, rows keep their number', async () => {
    const { lines } = await read(
      csv(['姓名,简历,所在村', '', '王伟,"2010.07--\n在家, 务农",北庄村']),
    )
    expect(lines).toMatchObject([{ line: 3, cells: ['王伟', '2010.07--\n在家, 务农', '北庄村'] }])
  })
})
