import { NAMESPACES, XML } from './words.ts'

/** Letters of official papers (GB/T 9704): title, headings, text; sizes in half points. */
const FONTS = { title: '方正小标宋简体', heading: '黑体', text: '仿宋_GB2312', plain: '宋体' }
/** What a machine without them takes instead. */
const INSTEAD: Record<string, string> = {
  方正小标宋简体: '方正小标宋_GBK;小标宋;华文中宋;宋体;Noto Serif CJK SC',
  黑体: 'SimHei;Noto Sans CJK SC',
  仿宋_GB2312: '仿宋;FangSong;方正仿宋简体;Noto Serif CJK SC',
  宋体: 'SimSun;Noto Serif CJK SC',
}

type Font = keyof typeof FONTS
type Look = { font: Font; size: number; isBold?: boolean; paragraph: string }

const LOOKS: Record<string, Look> = {
  // Lines of 28 points, two characters in: the standard's 22 lines of 28 characters.
  BodyText: {
    ...{ font: 'text', size: 32 },
    paragraph:
      '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
  },
  Title: {
    ...{ font: 'title', size: 44 },
    paragraph:
      '<w:spacing w:before="240" w:after="240" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
  },
  Subtitle: {
    ...{ font: 'text', size: 28 },
    paragraph: '<w:spacing w:after="360"/><w:jc w:val="center"/>',
  },
  Heading1: {
    ...{ font: 'heading', size: 32 },
    paragraph:
      '<w:keepNext/><w:spacing w:before="120" w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/>',
  },
  Caption: {
    ...{ font: 'heading', size: 24 },
    paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="60"/><w:jc w:val="center"/>',
  },
  TableHead: {
    ...{ font: 'heading', size: 21 },
    paragraph: '<w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>',
  },
  TableText: { font: 'plain', size: 21, paragraph: '<w:spacing w:before="20" w:after="20"/>' },
  Remark: {
    ...{ font: 'plain', size: 21 },
    paragraph:
      '<w:spacing w:before="60" w:after="120"/><w:ind w:firstLineChars="200" w:firstLine="420"/>',
  },
}

export function stylesXml(): string {
  const styles = Object.entries(LOOKS).map(
    ([id, { font, size, paragraph }]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${NAMES[id] ?? id}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${fonts(font)}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  )
  const normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>${fonts('text')}<w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>`
  // Figures that lead to their source: a dotted line, so that a printed page stays quiet.
  const figure = `<w:style w:type="character" w:styleId="Figure"><w:name w:val="Figure"/><w:rPr><w:u w:val="dotted" w:color="7F7F7F"/></w:rPr></w:style>`
  return `${XML}<w:styles ${NAMESPACES}>${normal}${styles.join('')}${figure}</w:styles>`
}

/** Names that Word shows and knows as its own. */
const NAMES: Record<string, string> = {
  ...{ Title: 'Title', Subtitle: 'Subtitle', Heading1: 'heading 1', BodyText: 'Body Text' },
  ...{ Caption: 'caption' },
}

export function fontsXml(): string {
  const each = Object.entries(INSTEAD).map(
    ([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/></w:font>`,
  )
  return `${XML}<w:fonts ${NAMESPACES}>${each.join('')}</w:fonts>`
}

function fonts(font: Font): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS[font]}" w:cs="Times New Roman"/>`
}
