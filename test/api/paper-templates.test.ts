import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultTemplate } from '../../api/papers/template/default.ts'
import { partsOf } from '../../api/papers/template/package.ts'
import { zipped } from '../../api/papers/template/zipped.ts'
import { settled } from '../../api/readiness/keeping.ts'
import { listIdsOfHome } from './papers-people.ts'
import {
  bookmarksIn,
  linksIn,
  paragraphsIn,
  seriesIn,
  tablesIn,
  taken,
  textsOf,
} from './papers-read.ts'
import { fewRows, ok, problemIn, type Served, serve } from './served.ts'

let served: Served
const REPORT = { kind: 'report', township: null, plan: null }
const DOCUMENT = 'word/document.xml'

beforeAll(async () => {
  served = await serve({ rows: fewRows() })
  await settled(served.given.db)
})
afterAll(() => served.close())

async function reported(asked: Record<string, unknown> = REPORT) {
  const { bytes, file } = await taken(served, asked)
  expect(file.status).toBe(200)
  return textsOf(bytes)
}

describe('the report', () => {
  test('has the figures of the first screen: in its tables, its charts and its sources', async () => {
    const { total, townships } = await ok(await served.api.overview.$get())
    const parts = await reported()
    const [byTownship, , worst, structure] = tablesIn(parts.get(DOCUMENT)!)
    expect(byTownship!.slice(1).map((row) => row.slice(0, 8))).toEqual(
      townships.map((it) => [
        it.township.name,
        ...[it.villages, it.red, it.yellow, it.green].map(String),
        ...[it.settled, it.willing, it.none].map(String),
      ]),
    )
    expect(worst!.slice(1)).toHaveLength(Math.min(20, total.red + total.yellow))
    expect(structure!.slice(1).length).toBeGreaterThan(8)
    const sources = sourcesIn(parts.get(DOCUMENT)!)
    for (const [name, value] of Object.entries({
      村数: total.villages,
      红色村数: total.red,
      黄色村数: total.yellow,
      绿色村数: total.green,
      无合适人选村数: total.none,
      后备人数: total.reserves,
      目标不可达村数: total.unreachable,
    }))
      expect(Number.parseFloat(sources.get(name)!)).toBe(value)
    const series = seriesIn(parts.get('word/charts/chart1.xml')!)
    expect(series.红).toEqual(Object.fromEntries(townships.map((it) => [it.township.name, it.red])))
    expect(Object.keys(series)).toEqual(['红', '黄', '绿'])
  })

  test('has the structure that the structure page has', async () => {
    const { groups } = await ok(await served.api.structure.$get({ query: {} }))
    const line = (id: string) => groups[0]!.lines.find((it) => it.id === id)!
    const rows = tablesIn((await reported()).get(DOCUMENT)!)[3]!
    const mean = rows.find(([name]) => name === '平均年龄')!
    expect(mean.slice(1, 3)).toEqual([
      `${Number(line('age.mean').before!.text)}岁`,
      `${Number(line('age.mean').after!.text)}岁`,
    ])
    expect(mean[4]).toBe(line('age.mean').change!.words.zh)
    // Nobody made a plan: what is not known is said, and is no 0.
    expect(rows.slice(1).every((row) => row[3] === '未知')).toBe(true)
  })

  test('every figure of the text leads to its row among the sources, and says the same there', async () => {
    const document = (await reported()).get(DOCUMENT)!
    const links = linksIn(document)
    const bookmarks = bookmarksIn(document)
    expect(links.length).toBeGreaterThan(20)
    expect(new Set(bookmarks).size).toBe(bookmarks.length)
    const rows = tablesIn(document).at(-1)!.slice(1)
    for (const { to, text } of links) {
      const at = bookmarks.indexOf(to)
      expect(at).toBeGreaterThanOrEqual(0)
      expect(rows[at]![2]).toBe(text)
    }
    // No digit stands in a sentence of counts that is not such a link.
    const counted = paragraphsIn(document).find((text) => text.startsWith('已测算的村中，绿色'))!
    const own = links.map(({ text }) => text)
    for (const figure of counted.match(/[\d.]+(个|%)/g)!) expect(own).toContain(figure)
  })

  test('has every gap of the first screen, with its villages', async () => {
    const { gaps } = await ok(await served.api.overview.$get())
    const rows = tableUnder(await reported(), '缺口')
    expect(gaps.length).toBeGreaterThan(0)
    expect(rows.map(([words, , villages]) => [words, villages])).toEqual(
      gaps.map(({ words, villages }) => [words.zh, String(villages.length)]),
    )
  })

  test('without an open round nobody waits, and it says so', async () => {
    const parts = await reported()
    expect(tableUnder(parts, '等谁办')).toEqual([])
    const text = paragraphsIn(parts.get(DOCUMENT)!).join('\n')
    expect(text).toContain('目前没有进行中的换届轮次，没有待审人选。')
  })

  test('a township has a report of its own; one that the account does not see is refused', async () => {
    const document = (await reported({ ...REPORT, township: '370406104' })).get(DOCUMENT)!
    expect(
      tablesIn(document)[0]!
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['北庄镇'])
    const township = await served.as('demo-township')
    const { file } = await taken(township, { ...REPORT, township: '370406103' })
    expect(file.status).toBe(404)
  })

  test('before anything is worked out it says that it is not known', async () => {
    const fresh = await serve({ rows: fewRows() })
    const { bytes } = await taken(fresh, REPORT)
    const text = paragraphsIn((await textsOf(bytes)).get(DOCUMENT)!).join('\n')
    await fresh.close()
    for (const said of ['各村换届准备度尚未测算，状况未知', '三张清单尚未测算', '缺口未知'])
      expect(text).toContain(said)
    expect(text).not.toMatch(/绿色（就绪）0个/)
  })
})

describe('open reviews in the report', () => {
  let round: string
  beforeAll(async () => {
    const days = { opensOn: '2026-11-01', closesOn: '2026-12-31' }
    const term = { termStartsOn: '2027-01-01', termEndsOn: '2031-12-31' }
    const given = { kind: 'term-change', name: '换届', ...days, ...term }
    round = ((await ok(await served.post('/rounds', given))) as { id: string }).id
    for (const [township, count] of [
      ['370406104', 3],
      ['370406103', 2],
    ] as const)
      for (const talent of (await listIdsOfHome(served.given.db, township)).slice(0, count))
        await nominated(talent)
    // One of them has been there for long.
    const long = { stageSince: '2026-09-01T00:00:00.000Z', dueOn: '2026-09-20' }
    const [first] = await listIdsOfHome(served.given.db, '370406103')
    await served.given.db.updateTable('nominees').set(long).where('talentId', '=', first!).execute()
  })

  test('are the lines of the board: who waits where and how long, what is late first and marked', async () => {
    const { townships, round: shown } = await ok(await served.get(`/rounds/${round}/board`))
    const parts = await reported()
    const rows = tableUnder(parts, '等谁办')
    const words = new Map(shown.stages.map((it: Stage) => [it.id, it.words.zh]))
    const lines = townships.flatMap(({ township, cells }: Line) =>
      cells.map(({ stage, count, late, oldestDays }) => [
        ...[township.name, words.get(stage), `${count}人`],
        ...[late > 0 ? `■ ${late}` : '0', String(oldestDays)],
      ]),
    )
    const told = rows.map(([township, stage, , ...rest]) => [township, stage, ...rest])
    expect(told.toSorted()).toEqual(lines.toSorted())
    expect(rows[0]![4]).toBe('■ 1')
    expect(Number(rows[0]![5])).toBeGreaterThan(60)
    const sources = sourcesIn(parts.get(DOCUMENT)!)
    expect(sources.get('待审人选数')).toBe('5人')
    expect(sources.get('待审逾期人数')).toBe('1人')
    expect(sources.get(`待审：${rows[0]![0]}·${rows[0]![1]}`)).toBe(rows[0]![3])
  })

  test('name nobody', async () => {
    const text = (await reported()).get(DOCUMENT)!
    const people = await served.given.db
      .selectFrom('nominees')
      .innerJoin('talents', 'talents.id', 'nominees.talentId')
      .select('talents.name')
      .where('roundId', '=', round)
      .execute()
    expect(people).toHaveLength(5)
    for (const { name } of people) expect(text).not.toContain(name)
  })

  test('of a township are its own; how many are past a stage is the county’s and not said', async () => {
    const parts = await reported({ ...REPORT, township: '370406104' })
    const rows = tableUnder(parts, '等谁办')
    expect(new Set(rows.map(([township]) => township))).toEqual(new Set(['北庄镇']))
    expect(rows.reduce((sum, row) => sum + Number.parseInt(row[3]!, 10), 0)).toBe(3)
    const stages = tableUnder(parts, '应完成日期')
    expect(stages.every(([, , past]) => past === '未统计')).toBe(true)
    expect(stages.reduce((sum, [, , , there]) => sum + Number(there), 0)).toBe(3)
  })

  type Stage = { id: string; words: { zh: string } }
  type Line = {
    township: { name: string }
    cells: { stage: string; count: number; late: number; oldestDays: number }[]
  }
  const nominated = async (talent: string) => {
    const reason = '群众基础好，带富能力强'
    const given = { id: crypto.randomUUID(), round, talent, village: null, posts: [], reason }
    const by = { channel: 'discovered', nominator: '组织二科' }
    const answer = await served.post('/nominations', { ...given, ...by })
    expect(answer.ok, await answer.clone().text()).toBe(true)
  }
})

/** Rows of the table that has this word in a cell of its head. */
function tableUnder(parts: Map<string, string>, head: string): string[][] {
  const isIt = ([first]: string[][]) => first!.includes(head)
  return tablesIn(parts.get(DOCUMENT)!).find(isIt)!.slice(1)
}

describe('the county’s own template', () => {
  test('is taken, filled, kept in versions, and left for the default', async () => {
    const edited = await changed((text) => text.replace('换届分析报告', '换届情况专报'))
    expect(await put(edited, '专报.docx', 0)).toMatchObject({ inForce: 1, newest: 1 })
    const title = async () => paragraphsIn((await reported()).get(DOCUMENT)!)[0]
    expect(await title()).toContain('换届情况专报')
    const back = await served.remove('/paper-templates', undefined, { 'if-match': '"1"' })
    expect(await ok(back)).toMatchObject({ inForce: null, newest: 2 })
    expect(await title()).toContain('换届分析报告')
    const again = await served.post('/paper-templates/1/restoration', {}, { 'if-match': '"2"' })
    const { inForce, versions } = await ok(again)
    expect(inForce).toBe(3)
    expect(versions.map(({ isDefault }: { isDefault: boolean }) => isDefault)).toEqual([
      false,
      true,
      false,
    ])
    const file = await served.get('/paper-templates/1/file')
    expect(Buffer.from(await file.arrayBuffer()).equals(edited)).toBe(true)
    await served.remove('/paper-templates', undefined, { 'if-match': '"3"' })
  })

  test('fields may be missing; without the sources nothing leads to them', async () => {
    const newest = (await ok(await served.api['paper-templates'].$get())).newest
    const body = '<w:p><w:r><w:t>{地名}有红色村{红色村数}。</w:t></w:r></w:p>'
    await put(await changed((text) => withBody(text, body)), '短.docx', newest)
    const document = (await reported()).get(DOCUMENT)!
    const { total } = await ok(await served.api.overview.$get())
    expect(paragraphsIn(document)).toEqual([`山亭区有红色村${total.red}个。`])
    expect(linksIn(document)).toEqual([])
    await served.remove('/paper-templates', undefined, { 'if-match': `"${newest + 1}"` })
  })

  test('a change that somebody did not see is refused', async () => {
    expect((await sent(await defaultTemplate(), '旧.docx', 0)).status).toBe(412)
  })

  test('the list of fields documents every field with an example', async () => {
    const { fields } = await ok(await served.api['paper-templates'].fields.$get())
    const names = fields.flatMap(({ name, fields: own }) => [name, ...own.map((it) => it.name)])
    for (const { says, example } of fields) {
      expect(says.length).toBeGreaterThan(2)
      expect(example.length).toBeGreaterThan(0)
    }
    const used = [...(await textsOf(await defaultTemplate())).values()].join('')
    for (const [, name] of used.matchAll(/\{#?([一-龥\d]+)[ }]/g)) expect(names).toContain(name)
  })

  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  test.each([
    {
      text: '共有{红色村书}',
      says: ['正文', '{红色村书}', '{红色村数}'],
      why: 'a field by another name',
    },
    {
      text: '{#乡镇表}{红色}{/乡镇表}',
      says: ['{红色}', '{红'],
      why: 'a field that a row has not',
    },
    { text: '{乡镇}', says: ['{乡镇}'], why: 'a field of a row outside of its list' },
    { text: '{#乡镇}{/乡镇}', says: ['{#乡镇表}'], why: 'a list by another name' },
    { text: '{颜色图}', says: ['图表标题'], why: 'a chart in the text' },
    { text: '{#乡镇表}{乡镇}', says: ['{/乡镇表}'], why: 'a list without its end' },
    { text: '{地名', says: ['大括号'], why: 'a brace without its pair' },
  ])('is refused with what would be right: $why', async ({ text, says }) => {
    const file = await changed((document) => withBody(document, paragraph(text)))
    const answer = await refusalOf(file)
    expect(answer.status).toBe(422)
    for (const said of says) expect(answer.text).toContain(said)
  })

  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const PACKAGED = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const ofWord = `${['settings', 'numbering', 'theme/theme1']
    .map(
      (name, at) =>
        `<Relationship Id="rId8${at}" Type="${REL}/${name.split('/')[0]}" Target="${name}.xml"/>`,
    )
    .join(
      '',
    )}<Relationship Id="rId89" Type="${REL}/image" Target="media/image1.png"/></Relationships>`
  const codeOf = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const field = (code: string) => `<w:p>${codeOf(code)}</w:p>`
  const relation = (type: string, target: string, mode: string) =>
    `<Relationship Id="rId90" Type="${REL}/${type}" Target="${target}"${mode}/></Relationships>`
  test.each([
    { why: 'no zip', make: async () => Buffer.from('PDF'), says: 'Word' },
    { why: 'a zip that is no document', make: () => zipped({ 'a.txt': 'x' }), says: '正文' },
    {
      why: 'macros',
      make: () => withPart('word/vbaProject.bin', 'x'),
      says: '宏',
    },
    {
      why: 'a picture that is fetched from elsewhere',
      make: () =>
        withRelation(relation('image', 'http://127.0.0.1/x.png', ' TargetMode="External"')),
      says: '外部',
    },
    {
      why: 'a template of its own behind it',
      make: () =>
        withRelation(relation('attachedTemplate', 'file:///c:/x.dotm', ' TargetMode="External"')),
      says: '外部',
    },
    {
      why: 'a field that draws a file in, its code parted among runs',
      make: () =>
        changed((text) =>
          withBody(
            text,
            '<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:\\x"</w:instrText></w:r></w:p>',
          ),
        ),
      says: '外部',
    },
    {
      why: 'an entity',
      make: () =>
        changed((text) => text.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
      says: '损坏',
    },
    {
      why: 'XML that is not well-formed',
      make: () => changed((text) => text.replace('</w:body>', '')),
      says: '损坏',
    },
    {
      why: 'an embedded document',
      make: () => withPart('word/embeddings/oleObject1.doc', 'x'),
      says: '嵌入',
    },
    {
      why: 'more inside than a template holds',
      make: () => withPart('word/media/a.xml', `<a>${' '.repeat(45_000_000)}</a>`),
      says: '庞大',
    },
    ...[
      {
        why: 'in single quotes',
        body: `<w:fldSimple w:instr='INCLUDEPICTURE "http://203.0.113.1/x.png"'/>`,
      },
      {
        why: 'by the number of a sign',
        body: field('INCLUDEPICTUR&#69; "http://203.0.113.1/x.png"'),
      },
      { why: 'as CDATA', body: field('<![CDATA[DDEAUTO c:\\cmd.exe "/k calc"]]>') },
      { why: 'parted by a comment', body: field('INCLUDE<!-- -->TEXT "c:\\x"') },
      {
        why: 'by another prefix',
        body: `<x:p xmlns:x="${MAIN}"><x:r><x:fldChar x:fldCharType="begin"/><x:instrText>INCLUDETEXT "c:\\x"</x:instrText><x:fldChar x:fldCharType="end"/></x:r></x:p>`,
      },
      {
        why: 'made by another field',
        body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codeOf('QUOTE "INCLUDETEXT"')}${codeOf(' PAGE')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      },
      {
        why: 'to an address behind a bookmark',
        body: field('HYPERLINK \\l "a" "http://203.0.113.1"'),
      },
      {
        why: 'a drawing that is fetched',
        body: '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://203.0.113.1/x.png"/></w:pict></w:r></w:p>',
      },
    ].map(({ why, body }) => ({
      why: `a field that fetches, ${why}`,
      make: () => changed((text) => withBody(text, body)),
      says: '外部',
    })),
    {
      why: 'a web page as a part, its relationship in single quotes',
      make: async () => {
        const end = `<Relationship Id='rId90' Type='${REL}/aFChunk' Target='chunk.htm'/></Relationships>`
        const parts = await partsOf(await withRelation(end))
        return zipped({ ...Object.fromEntries(parts), 'word/chunk.htm': '<html/>' })
      },
      says: '嵌入',
    },
    {
      why: 'a relationship whose type is written with the number of a sign',
      make: () => withRelation(relation('&#97;FChunk', 'media/x.png', '')),
      says: '嵌入',
    },
    {
      why: 'relationships in a part whose name is in capitals',
      make: () =>
        withPart(
          'word/_rels/footer1.xml.RELS',
          `<Relationships xmlns="${PACKAGED}"><Relationship Id="rId1" Type="${REL}/image" Target="http://203.0.113.1/x.png" TargetMode="External"/></Relationships>`,
        ),
      says: '外部',
    },
    {
      why: 'an address that does not say that it is outside',
      make: () => withRelation(relation('image', 'http://203.0.113.1/x.png', '')),
      says: '外部',
    },
    {
      why: 'a text under the name of a picture',
      make: () => withPart('word/media/x.png', '<w:hdr/>'),
      says: '嵌入',
    },
    {
      why: 'a part that says that it is a web page',
      make: () =>
        withTypes('<Override PartName="/word/chunk.xml" ContentType="application/xhtml+xml"/>'),
      says: '嵌入',
    },
    {
      why: 'a text that other parts would be read for',
      make: () =>
        withTypes(
          '<Default Extension="png" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
        ),
      says: '嵌入',
    },
    {
      why: 'two parts whose names differ in capitals alone',
      make: () => withPart('word/Document.xml', '<a/>'),
      says: '损坏',
    },
    {
      why: 'a text in another encoding than it seems',
      make: () => withPart('word/settings.xml', '<?xml version="1.0" encoding="UTF-7"?><a/>'),
      says: '损坏',
    },
    {
      why: 'a workbook that fetches',
      make: async () => {
        const path = 'word/embeddings/sheet1.xlsx'
        const own = await partsOf((await partsOf(await defaultTemplate())).get(path)!)
        const sheet = own.get('xl/worksheets/sheet1.xml')!.toString('utf8')
        const asked = sheet.replace('<v>1</v>', '<f>cmd|&apos;/c calc&apos;!A0</f><v>1</v>')
        const book = { ...Object.fromEntries(own), 'xl/worksheets/sheet1.xml': asked }
        return withPart(path, await zipped(book))
      },
      says: '外部',
    },
  ])('is refused: $why', async ({ make, says }) => {
    const { status, text } = await refusalOf(await make())
    expect(status).toBe(422)
    expect(text).toContain(says)
  })

  test.each([
    { why: 'numbers of pages', body: field(' PAGE \\* MERGEFORMAT ') + field('NUMPAGES') },
    { why: 'a day', body: field(' DATE \\@ "yyyy年M月d日" ') },
    { why: 'a link to a bookmark', body: field(' HYPERLINK \\l "_Toc1" \\h ') },
    {
      why: 'a table of contents with the links in it',
      body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${codeOf('HYPERLINK \\l "_Toc1"')}${codeOf('PAGEREF _Toc1 \\h')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    },
    {
      why: 'a code parted among runs',
      body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PA</w:instrText></w:r><w:r><w:instrText>GE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    },
  ])('is taken: $why', async ({ body }) => {
    const { newest } = await ok(await served.api['paper-templates'].$get())
    const file = await changed((text) => withBody(text, body))
    expect(await put(file, '域.docx', newest)).toMatchObject({ inForce: newest + 1 })
    await served.remove('/paper-templates', undefined, { 'if-match': `"${newest + 1}"` })
  })

  test('is taken as Word saves it: settings, theme, numbering, properties, a picture', async () => {
    const { newest } = await ok(await served.api['paper-templates'].$get())
    const own = Object.fromEntries(await partsOf(await withRelation(ofWord)))
    const types = own['[Content_Types].xml']!.toString('utf8')
    const word = 'application/vnd.openxmlformats-officedocument'
    const file = await zipped({
      ...own,
      '[Content_Types].xml': types.replace(
        '</Types>',
        `<Default Extension="png" ContentType="image/png"/><Override PartName="/word/settings.xml" ContentType="${word}.wordprocessingml.settings+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="${word}.theme+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.wordprocessingml.numbering+xml"/><Override PartName="/docProps/app.xml" ContentType="${word}.extended-properties+xml"/></Types>`,
      ),
      'word/settings.xml': '<w:settings xmlns:w="x"/>',
      'word/theme/theme1.xml': '<a:theme xmlns:a="x"/>',
      'word/numbering.xml': '<w:numbering xmlns:w="x"/>',
      'docProps/app.xml': '<Properties/>',
      'word/media/image1.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    })
    expect(await put(file, 'Word.docx', newest)).toMatchObject({ inForce: newest + 1 })
    await served.remove('/paper-templates', undefined, { 'if-match': `"${newest + 1}"` })
  })

  test('more than 5 MB are refused while they come', async () => {
    const { status } = await refusalOf(Buffer.alloc(5 * 1024 ** 2 + 1, 0x50))
    expect(status).toBe(413)
  })
})

function sourcesIn(document: string): Map<string, string> {
  const rows = tablesIn(document).at(-1)!.slice(1)
  return new Map(rows.map(([, name, value]) => [name!, value!]))
}

/** The default with another document. */
async function changed(change: (document: string) => string): Promise<Buffer> {
  const parts = await partsOf(await defaultTemplate())
  const document = change(parts.get(DOCUMENT)!.toString('utf8'))
  return zipped({ ...Object.fromEntries(parts), [DOCUMENT]: document })
}

async function withTypes(end: string): Promise<Buffer> {
  const path = '[Content_Types].xml'
  const own = (await partsOf(await defaultTemplate())).get(path)!.toString('utf8')
  return withPart(path, own.replace('</Types>', `${end}</Types>`))
}

async function withPart(path: string, content: string | Uint8Array): Promise<Buffer> {
  return zipped({ ...Object.fromEntries(await partsOf(await defaultTemplate())), [path]: content })
}

async function withRelation(end: string): Promise<Buffer> {
  const path = 'word/_rels/document.xml.rels'
  const parts = await partsOf(await defaultTemplate())
  const own = parts.get(path)!.toString('utf8').replace('</Relationships>', end)
  return zipped({ ...Object.fromEntries(parts), [path]: own })
}

const withBody = (document: string, body: string) =>
  document.replace(/<w:body>.*<w:sectPr>/s, `<w:body>${body}<w:sectPr>`)

function sent(bytes: Uint8Array, name: string, seen: number): Promise<Response> {
  return Promise.resolve(
    served.app.request(`/api/v1/paper-templates?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      body: new Blob([bytes as BlobPart]),
      headers: { 'content-type': 'application/octet-stream', 'if-match': `"${seen}"` },
    }),
  )
}

async function put(bytes: Uint8Array, name: string, seen: number) {
  return ok(await sent(bytes, name, seen))
}

async function refusalOf(bytes: Uint8Array) {
  const { newest } = await ok(await served.api['paper-templates'].$get())
  const answer = await sent(bytes, '模板.docx', newest)
  const copy = answer.clone()
  const { status } = await problemIn(answer)
  return { status, text: await copy.text() }
}
