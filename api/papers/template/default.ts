import { type ChartOf, chartSheet, chartXml } from './chart.ts'
import { fontsXml, stylesXml } from './styles.ts'
import { chartPlace, NAMESPACES, paragraph, RELATIONSHIPS, table, XML } from './words.ts'
import { zipped } from './zipped.ts'

/** The template of the report that every county begins with, written from code: text and fields are below. */
export function defaultTemplate(): Promise<Buffer> {
  made ??= build()
  return made
}
let made: Promise<Buffer> | undefined

const CHARTS: ChartOf[] = [
  {
    ...{ field: '颜色图', direction: 'bar', grouping: 'stacked' },
    series: [
      { name: '红', colour: 'B3261E' },
      { name: '黄', colour: 'E0A100' },
      { name: '绿', colour: '2E7D4F' },
    ],
  },
  {
    ...{ field: '结构图', direction: 'bar', grouping: 'clustered' },
    series: [
      { name: '上届', colour: '9AA5B1' },
      { name: '现任', colour: '5B7FA6' },
      { name: '方案', colour: '1F4E79' },
    ],
  },
]

/** 15.6 cm are the width of the text. */
const WIDTH = 5_616_000
const SIZES: [number, number][] = [
  [WIDTH, 4_320_000],
  [WIDTH, 5_040_000],
]

/** One paragraph each: what is between the marks repeats with the paragraph around it. */
const loop = (name: string) =>
  paragraph('BodyText', `{#${name} [loopOver:"paragraph"]}{段}{/${name}}`)
const whether = (name: string, text: string) =>
  paragraph('Remark', `{#${name} [loopOver:"paragraph"]}${text}{/${name}}`)
const column = (head: string, field: string, width: number) => ({ head, field, width })
const number = (head: string, field: string, width: number) => ({
  ...column(head, field, width),
  isNumber: true,
})

const BODY = [
  paragraph('Title', '{地名}村（社区）“两委”换届分析报告'),
  paragraph('Subtitle', '{报告日期}'),
  paragraph('Heading1', '一、总体情况'),
  loop('总体情况'),
  paragraph('Heading1', '二、换届准备度'),
  loop('准备度'),
  paragraph('Caption', '表1　各乡镇（街道）换届准备度与三张清单'),
  table('乡镇表', [
    column('乡镇（街道）', '乡镇', 1500),
    number('村数', '乡镇村数', 640),
    ...[number('■红', '红', 640), number('▲黄', '黄', 640), number('●绿', '绿', 640)],
    ...[number('已落实', '已落实', 760), number('有意向', '有意向', 760)],
    number('无合适人选', '无合适人选', 820),
    number('后备达标村', '后备达标', 820),
    number('联审答复', '联审', 900),
    number('联审逾期', '联审逾期', 720),
  ]),
  paragraph('Remark', '注：颜色为换届准备度，红为存在硬缺口，黄为尚需补齐，绿为就绪。'),
  chartPlace(1, 'rId10', SIZES[0]!),
  paragraph('Caption', '图1　各乡镇（街道）红黄绿村数'),
  paragraph('Heading1', '三、三张清单'),
  loop('三张清单'),
  paragraph('Caption', '表2　“一肩挑”无合适人选的村'),
  table('无人选村表', [
    number('序号', '序号', 640),
    column('村（社区）', '村', 1600),
    column('乡镇（街道）', '所属乡镇', 1500),
    column('情况', '情况', 2800),
    column('下一步', '下一步', 2300),
  ]),
  whether('没有无人选村', '没有无合适人选的村。'),
  paragraph('Heading1', '四、需重点推进的村'),
  paragraph('Caption', '表3　准备度最差的村、原因和下一步'),
  table('问题村表', [
    number('序号', '序号', 560),
    column('村（社区）', '村', 1300),
    column('乡镇（街道）', '所属乡镇', 1200),
    number('颜色', '颜色', 760),
    column('原因', '原因', 3220),
    column('下一步', '下一步', 1800),
  ]),
  whether('有未列问题村', '另有红色、黄色村{其余问题村}个，未逐一列出，可在程序“总览”中查看。'),
  whether('没有问题村', '没有红色或黄色的村。'),
  paragraph('Heading1', '五、班子结构变化'),
  loop('班子结构变化'),
  paragraph('Caption', '表4　村（社区）“两委”班子结构'),
  table('结构表', [
    column('指标', '指标', 2300),
    number('上届就任时', '上届', 1500),
    number('现任', '现任', 1500),
    number('换届方案', '方案', 1500),
    number('与上届相比', '变化', 2040),
  ]),
  chartPlace(2, 'rId11', SIZES[1]!),
  paragraph('Caption', '图2　班子结构对比'),
  paragraph('Heading1', '六、缺口与措施'),
  loop('缺口与措施'),
  paragraph('Caption', '表5　人才缺口（按各村单独测算）'),
  table('缺口表', [
    column('缺口', '缺口', 3400),
    number('层级', '层级', 760),
    number('村数', '缺口村数', 760),
    column('乡镇（街道）及村数', '缺口乡镇', 3920),
  ]),
  whether('有未列缺口', '另有缺口{其余缺口}项，未逐一列出，可在程序“总览”中查看。'),
  whether('没有缺口', '没有缺口，或班子尚未测算。'),
  paragraph(
    'Remark',
    '注：与程序“总览”的人才缺口相同，按各村单独测算：只用本村和可选派人员，怎样配备都达不到的目标；一村可有几项。乡镇或全县统筹配备后仍有的缺口，见换届方案的缺口清单。',
  ),
  paragraph('Heading1', '七、待审情况'),
  loop('待审情况'),
  paragraph('Caption', '表6　待审人选停在哪里、等谁办、停留多久'),
  table('待审表', [
    column('乡镇（街道）', '待审乡镇', 1700),
    column('环节', '待审环节', 2340),
    column('等谁办', '等谁办', 1900),
    number('人数', '待审人数', 900),
    number('逾期（人）', '待审逾期', 900),
    number('最早的已停留（天）', '停留天数', 1100),
  ]),
  whether('有未列待审', '另有{其余待审}行未逐一列出，可在程序“换届轮次·看板”中查看。'),
  whether('没有待审', '没有待审人选。'),
  whether('有待审', '注：只列人数，不列姓名。■ 为已过应办日期。'),
  paragraph('Heading1', '八、时间进度'),
  paragraph('Caption', '表7　换届轮次各环节进度'),
  table('进度表', [
    column('环节', '环节', 2600),
    number('应完成日期', '应完成日期', 2240),
    ...[number('已过（人）', '已过', 1300), number('在办（人）', '在办', 1300)],
    number('逾期（人）', '进度逾期', 1400),
  ]),
  whether('没有轮次', '目前没有进行中的换届轮次。'),
  paragraph('Heading1', '附：数据来源'),
  paragraph('Remark', '正文中带点线的数据均可点击，跳转到本表对应的一行。'),
  table('数据来源', [
    number('序号', '来源序号', 560),
    column('指标', '来源指标', 1700),
    number('数值', '来源数值', 900),
    column('算式', '算式', 1360),
    column('口径', '口径', 2320),
    column('程序位置', '程序位置', 1100),
    column('政策版本', '来源政策', 900),
  ]),
  paragraph(
    'Remark',
    '数据时间：{数据时间}。制表：{制表人}。用途：{用途}。报告由系统按当时数据生成，供研究参考；建议人选以法定选举和组织决定为准。',
  ),
]

/** A4 with the margins of official papers. */
const SECTION =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId20"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'

const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

async function build(): Promise<Buffer> {
  const charts = await Promise.all(
    CHARTS.map(
      async (chart, at): Promise<[string, string | Buffer][]> => [
        [`word/charts/chart${at + 1}.xml`, chartXml(chart)],
        [`word/charts/_rels/chart${at + 1}.xml.rels`, relations([sheetRelation(at + 1)])],
        [`word/embeddings/sheet${at + 1}.xlsx`, await zipped(chartSheet(chart))],
      ],
    ),
  )
  return zipped({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${BODY.join('')}${SECTION}</w:body></w:document>`,
    'word/styles.xml': stylesXml(),
    'word/fontTable.xml': fontsXml(),
    'word/footer1.xml': footerXml(),
    'word/_rels/document.xml.rels': relations([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'fontTable', 'fontTable.xml'],
      ...CHARTS.map((_, at): Relation => [`rId${10 + at}`, 'chart', `charts/chart${at + 1}.xml`]),
      ['rId20', 'footer', 'footer1.xml'],
    ]),
    ...Object.fromEntries(charts.flat()),
  })
}

type Relation = [id: string, type: string, target: string]
const sheetRelation = (at: number): Relation => ['rId1', 'package', `../embeddings/sheet${at}.xlsx`]

function relations(all: readonly Relation[]): string {
  const each = all.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** — 1 — */
function footerXml(): string {
  const look = '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
  return `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${look}<w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r>${look}<w:t>1</w:t></w:r></w:fldSimple><w:r>${look}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}

function contentTypes(): string {
  const parts: [string, string][] = [
    ['/word/document.xml', `${PART}.document.main+xml`],
    ['/word/styles.xml', `${PART}.styles+xml`],
    ['/word/fontTable.xml', `${PART}.fontTable+xml`],
    ['/word/footer1.xml', `${PART}.footer+xml`],
    ...CHARTS.map((_, at): [string, string] => [
      `/word/charts/chart${at + 1}.xml`,
      'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    ]),
  ]
  const each = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${each.join('')}</Types>`
}
