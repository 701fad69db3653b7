import { describe, expect, test } from 'vitest'
import { archive, byHand, sheetOf } from './by-hand.ts'
import { read } from './lists.ts'

const text = (it: string) => `<c t="inlineStr"><is><t>${it}</t></is></c>`
const HEADER = `<row>${['姓名', '性别', '所在村'].map(text).join('')}</row>`

describe('workbooks as other programs write them', () => {
  const cells = async (bytes: Uint8Array) => (await read(bytes)).lines.map((it) => it.cells)

  test('rows and cells without their addresses are counted', async () => {
    const bytes = await byHand(
      sheetOf(`${HEADER}<row>${['王伟', '男', '北庄村'].map(text).join('')}</row>`),
    )
    expect((await read(bytes)).lines).toEqual([{ line: 2, cells: ['王伟', '男', '北庄村'] }])
  })

  test('cells that are left out leave their column empty', async () => {
    const row =
      '<row r="7"><c r="A7" t="str"><v>王伟</v></c><c r="C7" t="str"><v>北庄村</v></c></row>'
    expect(await cells(await byHand(sheetOf(HEADER + row)))).toEqual([['王伟', null, '北庄村']])
  })

  test('names carry a prefix', async () => {
    const sheet = sheetOf(`${HEADER}<row>${text('王伟')}</row>`).replace(/<(\/?)(?=\w)/g, '<$1x:')
    expect(await cells(await byHand(sheet))).toEqual([['王伟']])
  })

  test('texts are shared, in pieces of several fonts, with their sounds beside', async () => {
    const strings = `<sst><si><r><t>王</t></r><r><t xml:space="preserve"> 伟</t></r><rPh><t>おう</t></rPh></si><si><t>甲_x000D_乙&amp;丙</t></si></sst>`
    const row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c></row>'
    const bytes = await byHand(sheetOf(HEADER + row), { 'xl/sharedStrings.xml': strings })
    expect(await cells(bytes)).toEqual([['王 伟', '甲\r乙&丙']])
  })

  test('parts are named from the root, in the strict form', async () => {
    const bytes = await archive({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></Relationships>',
      'book/main.xml':
        '<workbook xmlns:q="r"><workbookPr date1904="true"/><sheets><sheet name="名册" sheetId="1" q:id="s"/></sheets></workbook>',
      'book/_rels/main.xml.rels':
        '<Relationships><Relationship Id="s" Target="/book/one.xml"/><Relationship Id="t" Target="styles.xml"/></Relationships>',
      'book/styles.xml':
        '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="57"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      // Counted from 1904, 24127 is 21 January 1970; style 57 of Chinese Excel shows no day.
      'book/one.xml': sheetOf(
        '<row><c t="str"><v>姓名</v></c><c t="str"><v>出生年月</v></c></row><row><c t="str"><v>王伟</v></c><c s="2"><v>24127</v></c></row><row><c t="str"><v>李娜</v></c><c s="1"><v>24107</v></c></row>',
      ),
    })
    expect(await cells(bytes)).toEqual([
      ['王伟', { d: '1970-01-21' }],
      ['李娜', { d: '1970-01' }],
    ])
  })
})
