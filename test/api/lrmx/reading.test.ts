import { describe, expect, test } from 'vitest'
import { besideOf, familyBeside, keptBeside } from '../../../api/lrmx/comparing.ts'
import { type ReadForm, readForm } from '../../../api/lrmx/reading.ts'
import { childrenOf, textOf } from '../../../api/lrmx/tree.ts'
import { lrmx, numberOf, png, type Texts } from './files.ts'

describe('what is no appointment form, or reaches for more, is refused in words', () => {
  test.each([
    { why: 'nothing in it', bytes: '', says: '空的' },
    { why: 'another XML', bytes: '<?xml version="1.0"?><Persons/>', says: '不是任免审批表' },
    { why: 'no XML at all', bytes: 'PK\x03\x04 something', says: '损坏' },
    { why: 'cut off while copying', bytes: lrmx().slice(0, 900), says: '损坏' },
    {
      why: 'an external entity reads a file of the server',
      bytes: lrmx(
        { XingMing: '&x;' },
        { head: '<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/hostname">]>' },
      ),
      says: 'DOCTYPE',
    },
    {
      why: 'an external DTD is fetched from elsewhere',
      bytes: lrmx({}, { head: '<!DOCTYPE Person SYSTEM "http://203.0.113.1/x.dtd">' }),
      says: 'DOCTYPE',
    },
    {
      why: 'entities of entities fill the memory',
      bytes: lrmx({}, { head: '<!doctype Person [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' }),
      says: 'DOCTYPE',
    },
    {
      why: 'elements within elements without end',
      bytes: `<Person>${'<a>'.repeat(2_000)}${'</a>'.repeat(2_000)}</Person>`,
      says: '损坏',
    },
    {
      why: 'a hundred thousand elements',
      bytes: lrmx({ ChengBaoDanWei: '<a/>'.repeat(100_000) }),
      says: '不合常理',
    },
    {
      why: 'a text of two megabytes',
      bytes: lrmx({ RenMianLiYou: '好'.repeat(2_000_000) }),
      says: '不合常理',
    },
    {
      why: 'more than 20 MB',
      bytes: lrmx({ ZhaoPian: 'A'.repeat(21 * 1024 * 1024) }),
      says: '20 MB',
    },
    {
      why: 'a name that would change every object of the program',
      bytes: lrmx({}, { tail: '<__proto__><polluted>1</polluted></__proto__><constructor/>' }),
      says: '损坏',
    },
    {
      why: 'neither UTF-8, UTF-16 nor GBK',
      bytes: Buffer.from([0x3c, 0xff, 0xff, 0x80, 0xff]),
      says: '编码',
    },
    { why: 'a record of some other program', bytes: '"苗春雨","女"', says: '不是任免审批表' },
  ])('$why', async ({ bytes, says }) => {
    const read = await readForm({ bytes: Buffer.from(bytes as string) })
    expect('fault' in read && read.fault.zh).toContain(says)
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('odd files are read, and what is odd about them is said', () => {
  test.each([
    { why: 'a byte order mark', bytes: Buffer.from(`\ufeff${lrmx()}`), says: null },
    {
      why: 'UTF-16 of older Windows',
      bytes: Buffer.from(`\ufeff${lrmx()}`, 'utf16le'),
      says: null,
    },
    { why: 'says UTF-8 and holds GBK', bytes: gbk(lrmx()), says: 'GBK' },
    {
      why: 'says GBK and holds it',
      bytes: gbk(lrmx().replace('encoding="utf-8"', 'encoding="GB2312"')),
      says: null,
    },
    { why: 'three bytes are broken', bytes: broken(lrmx()), says: '损坏' },
    { why: 'a photograph of 10 MB', bytes: lrmx({ ZhaoPian: photograph(1_900) }), says: '10.3 MB' },
    {
      why: 'a photograph that is a program',
      bytes: lrmx({ ZhaoPian: base64('MZ\x90\x00\x03') }),
      says: '照片没有读入',
    },
    {
      why: 'a photograph cut short',
      bytes: lrmx({ ZhaoPian: photograph(60).slice(0, 800) }),
      says: '照片没有读入',
    },
    { why: 'a small photograph', bytes: lrmx({ ZhaoPian: photograph(60) }), says: null },
    {
      why: 'a photograph as browsers write it',
      bytes: lrmx({ ZhaoPian: `data:image/png;base64,${photograph(60)}` }),
      says: null,
    },
    {
      why: 'line ends within the photograph, and CDATA',
      bytes: lrmx({ ZhaoPian: `<![CDATA[${photograph(60).replace(/.{76}/g, '$&\r\n')}]]>` }),
      says: null,
    },
    {
      why: 'an element twice',
      bytes: lrmx({}, { tail: '<XingMing>另一人</XingMing>' }),
      says: '多次',
    },
    {
      why: 'blank elements that hold a line end',
      bytes: lrmx({ NiMianZhiWu: '\n', RenMianLiYou: '\r\n  ' }),
      says: null,
    },
    { why: 'names as CDATA', bytes: lrmx({ XingMing: '<![CDATA[苗春雨]]>' }), says: null },
    { why: 'a comment', bytes: lrmx({}, { tail: '<!-- 导出 -->' }), says: null },
  ])('$why', async ({ bytes, says }) => {
    const read = await soundly(bytes)
    expect(read.form.name).toBe('Person')
    expect(saidOf(read, 'XingMing')).toBe('苗春雨')
    const said = read.cautions.map(({ zh }) => zh).join()
    if (says === null) expect(said).toBe('')
    else expect(said).toContain(says)
  })

  test('only what is a picture by its content and of 2 MB at most is kept', async () => {
    const small = await soundly(lrmx({ ZhaoPian: photograph(60) }))
    expect(small.picture).toMatchObject({ media: 'image/png', bytes: png(60) })
    expect((await soundly(lrmx({ ZhaoPian: photograph(1_900) }))).picture).toBeNull()
  })

  const NUMBER = numberOf('19910312', '004')
  test.each<{ why: string; tail?: string; texts?: Texts; gone?: string }>([
    {
      why: 'health below an element that no form has',
      tail: '<QiTa><JianKangZhuangKuang>高血压</JianKangZhuangKuang></QiTa>',
      gone: '高血压',
    },
    {
      why: 'health in small letters',
      tail: '<jiankangzhuangkuang>高血压</jiankangzhuangkuang>',
      gone: '高血压',
    },
    { why: 'health as an attribute', tail: '<QiTa JianKangZhuangKuang="高血压"/>', gone: '高血压' },
    {
      why: 'an attribute of what is emptied',
      tail: '<jianKangZhuangKuang said="高血压"/>',
      gone: '高血压',
    },
    { why: 'the number by another name', tail: `<ShenFenZhengHao>${NUMBER}</ShenFenZhengHao>` },
    {
      why: 'a photograph below another element',
      tail: '<QiTa><zhaopian>AAAA</zhaopian></QiTa>',
      gone: 'AAAA',
    },
    { why: 'the number in an element of any name', tail: `<QiTa><H>证号${NUMBER}。</H></QiTa>` },
    { why: 'the number as an attribute', tail: `<QiTa h="${NUMBER}"/>` },
    { why: 'the number in the résumé', texts: { JianLi: `2013.07--  务农（${NUMBER}）` } },
    {
      why: 'the number of a relative',
      texts: { RenMianLiYou: `其子 ${numberOf('20150312', '003')}` },
      gone: numberOf('20150312', '003'),
    },
    {
      why: 'the number with spaces and a small x',
      tail: `<H>${numberOf('19910312', '008')
        .toLowerCase()
        .replace(/(.{6})/, '$1 ')}</H>`,
      gone: '19910312',
    },
    {
      why: 'the number parted among elements',
      tail: `<H>${NUMBER.slice(0, 9)}<b/>${NUMBER.slice(9)}</H>`,
      gone: NUMBER.slice(9),
    },
    { why: 'the number in full width', tail: `<H>${wide(NUMBER)}</H>`, gone: wide(NUMBER) },
  ])(
    'nor does anything like them stay elsewhere: $why',
    async ({ tail = '', texts = {}, gone = NUMBER }) => {
      const read = await soundly(lrmx(texts, { tail }))
      expect(JSON.stringify(read.form)).not.toContain(gone)
      expect(read.cautions.map(({ zh }) => zh).join()).toContain('没有保留')
      expect(saidOf(read, 'ZhuanYeJiShuZhiWu')).toBe('农艺师')
    },
  )

  test('eighteen digits that are no identity number stay, and so does what stands around one', async () => {
    const other = `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}`
    const texts = { RenMianLiYou: `换届（${NUMBER}）`, NiMianZhiWu: `文号${other}` }
    const read = await soundly(lrmx(texts))
    expect(saidOf(read, 'NiMianZhiWu')).toBe(texts.NiMianZhiWu)
    expect(saidOf(read, 'RenMianLiYou')).toBe('换届（）')
  })

  test('health is not read, nor are number and photograph left in the form', async () => {
    const read = await soundly(lrmx({ JianKangZhuangKuang: '高血压', ZhaoPian: photograph(60) }))
    for (const name of ['JianKangZhuangKuang', 'ShenFenZheng', 'ZhaoPian'])
      expect(saidOf(read, name)).toBe('')
    expect(JSON.stringify(read.form)).not.toContain('高血压')
    expect(keptBeside(read.form).map(({ element }) => element)).not.toContain('JianKangZhuangKuang')
  })
})

describe('what a text of the form says to the portrait', () => {
  test.each<{ why: string; texts: Texts; field: string; state: string; values?: unknown }>([
    {
      why: 'a name stretched to three places',
      texts: { XingMing: '苗　雨' },
      field: 'name',
      state: 'new',
    },
    { why: 'no code', texts: { XingBie: '2' }, field: 'sex', state: 'unreadable' },
    { why: 'with dots', texts: { ChuShengNianYue: '1991.03' }, field: 'bornOn', state: 'new' },
    { why: 'a whole day', texts: { ChuShengNianYue: '19910312' }, field: 'bornOn', state: 'new' },
    {
      why: 'a year alone',
      texts: { ChuShengNianYue: '1991' },
      field: 'bornOn',
      state: 'unreadable',
    },
    {
      why: 'a thirteenth month',
      texts: { ChuShengNianYue: '199113' },
      field: 'bornOn',
      state: 'unreadable',
    },
    { why: 'without 族', texts: { MinZu: '回' }, field: 'ethnicity', state: 'new' },
    {
      why: 'the editor’s own 其他',
      texts: { MinZu: '其他' },
      field: 'ethnicity',
      state: 'unreadable',
    },
    { why: 'a month', texts: { RuDangShiJian: '201506' }, field: 'party', state: 'new' },
    {
      why: 'and a democratic party',
      texts: { RuDangShiJian: '2015.06；民盟' },
      field: 'party',
      state: 'new',
    },
    {
      why: 'a democratic party alone',
      texts: { RuDangShiJian: '九三学社' },
      field: 'party',
      state: 'new',
    },
    { why: 'no date', texts: { RuDangShiJian: '已入党' }, field: 'party', state: 'unreadable' },
    {
      why: 'the Party school’s',
      texts: { ZaiZhiJiaoYu_XueLi: '中央党校大学' },
      field: 'inServiceEducation',
      state: 'new',
    },
    {
      why: 'not finished',
      texts: { ZaiZhiJiaoYu_XueLi: '大专肄业' },
      field: 'inServiceEducation',
      state: 'unreadable',
    },
    {
      why: 'lines parted by <br>',
      texts: { JianLi: '2009.09--2013.07  学习<br>2013.07--  务农' },
      field: 'resume',
      state: 'new',
    },
    {
      why: 'lines parted by &lt;br/&gt;',
      texts: { JianLi: '2009.09--2013.07  学习&lt;br/&gt;2013.07--  务农' },
      field: 'resume',
      state: 'new',
    },
    {
      why: 'a line that wraps',
      texts: { JianLi: '2009.09--2013.07  在某某大学\r\n                  某某专业学习' },
      field: 'resume',
      state: 'new',
    },
    {
      why: 'no period at all',
      texts: { JianLi: '一直在村务农' },
      field: 'resume',
      state: 'unreadable',
    },
    {
      why: 'an end before its beginning',
      texts: { JianLi: '2013.07--2009.09  学习' },
      field: 'resume',
      state: 'unreadable',
    },
    {
      why: 'an office of 120 characters',
      texts: { XianRenZhiWu: '村'.repeat(120) },
      field: 'occupation',
      state: 'unreadable',
    },
  ])('$field: $why', async ({ texts, field, state }) => {
    const read = await soundly(lrmx(texts))
    const beside = besideOf(read.form, null).find((it) => it.field === field)
    expect(beside?.state).toBe(state)
    if (state === 'unreadable') expect(beside?.caution?.zh).toBeTruthy()
  })

  test('what is left open is no field', async () => {
    const read = await soundly(lrmx({ RuDangShiJian: '', MinZu: '\n', XianRenZhiWu: '无' }))
    const fields = besideOf(read.form, null).map(({ field }) => field)
    expect(fields).not.toContain('party')
    expect(fields).not.toContain('ethnicity')
  })

  test('relatives: empty slots are none, and a row without a name stays in the form', async () => {
    const row = (name: string, born: string) =>
      `<Item><ChengWei>母亲</ChengWei><XingMing>${name}</XingMing><ChuShengRiQi>${born}</ChuShengRiQi></Item>`
    const read = await soundly(
      lrmx({ JiaTingChengYuan: `${row('', '196601')}${row('李桂兰', '58岁')}<Item/>` }),
    )
    expect(familyBeside(read.form, [])).toMatchObject([
      { row: 0, state: 'unreadable', caution: { zh: expect.stringContaining('姓名') } },
      {
        row: 1,
        state: 'new',
        form: '母亲 李桂兰',
        caution: { zh: expect.stringContaining('出生') },
      },
    ])
  })
})

describe('the form 2.0', () => {
  const record = [
    ...['苗春雨', '女', '199103', '汉族', '山东枣庄', '201506', '健康', '山东滕州', '201307'],
    ...[
      '大学#农学学士@中央党校研究生#',
      '山东农业大学园艺专业#@中央党校#',
      '农艺师',
      '',
      '',
      '',
      '',
    ],
    ...['果树栽培', '2009.09--2013.07  学习\r\n2013.07--  务农, "兼"会计', '', '2024年度称职'],
    ...['丈夫@父亲@@@', '贺峰@苗长河@@@', '198909@196501@@@', '群众@中共党员@@@', '个体@村民@@@'],
    ...['合作社理事长', '支部书记', '', '换届', '北庄镇党委', '20260901', '王芳', '20260910'],
  ]
  const file = record.map((it) => `"${it}"`).join(',')

  test('is read from GBK with the picture beside it; commas and line ends are text', async () => {
    const read = await soundly(gbk(file), png(60))
    const fields = Object.fromEntries(besideOf(read.form, null).map((it) => [it.field, it.form]))
    expect(fields).toMatchObject({
      ...{ name: '苗春雨', bornOn: '199103', fullTimeEducation: '大学', degree: '农学学士' },
      ...{ inServiceEducation: '中央党校研究生', inServiceSchool: '中央党校' },
      resume: '2009.09--2013.07  学习\r\n2013.07--  务农, "兼"会计',
    })
    expect(familyBeside(read.form, []).map(({ form }) => form)).toEqual([
      '丈夫 贺峰 1989.09 群众 个体',
      '父亲 苗长河 1965.01 中共党员 村民',
    ])
    expect(read.picture?.media).toBe('image/png')
    expect(saidOf(read, 'JianKangZhuangKuang')).toBe('')
    expect(read.cautions).toEqual([])
  })
})

test('identity numbers of invented people are sound', async () => {
  const read = await soundly(lrmx())
  expect(read.idNumber).toBe(numberOf('19910312', '004'))
})

async function soundly(bytes: string | Buffer, picture?: Buffer): Promise<ReadForm> {
  const read = await readForm({ bytes: Buffer.from(bytes as string), picture })
  if ('fault' in read) throw new Error(read.fault.zh)
  return read
}

function saidOf({ form }: ReadForm, name: string): string {
  return textOf(childrenOf(form).find((it) => it.name === name))
}

const wide = (text: string) =>
  text.replace(/[\dX]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))
const photograph = (side: number) => png(side).toString('base64')
const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')

function broken(text: string): Buffer {
  const bytes = Buffer.from(text)
  for (const mark of ['农艺师', '换届', '称职']) bytes[bytes.indexOf(mark) + 1] = 0x20
  return bytes
}

/** Node writes no GBK: every pair of it is read once and turned round. */
function gbk(text: string): Buffer {
  const parts = [...text].map((sign) => (sign < '\x80' ? Buffer.from(sign) : pairs().get(sign)!))
  return Buffer.concat(parts)
}

let known: Map<string, Buffer> | undefined
function pairs(): Map<string, Buffer> {
  known ??= new Map(
    Array.from({ length: 0x7e * 0xbf }, (_, at) => {
      const pair = Buffer.from([0x81 + Math.floor(at / 0xbf), 0x40 + (at % 0xbf)])
      return [new TextDecoder('gb18030').decode(pair), pair] as const
    }),
  )
  return known
}
