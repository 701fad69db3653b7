import { type Tag, type TemplateData, type XmlNode, xml } from 'easy-template-x'
import type { ProblemError } from '../../problem.ts'
import { FIELDS, type Field } from '../report/fields.ts'
import { linked } from '../report/linked.ts'
import { distanceOf } from './distance.ts'
import { fieldsIn, filled } from './fill.ts'
import { refused } from './refused.ts'
import { requireSafe } from './safe.ts'

/** A template that a report can be filled into, or a refusal that names what is wrong, where, and what would be right. */
export async function requireTemplate(bytes: Uint8Array): Promise<void> {
  const torn = tornIn(await requireSafe(bytes))
  if (torn.length > 0) throw refused(wordsOf(torn), torn)
  const tags = await fieldsIn(bytes).catch((error: unknown) => {
    throw refused(BRACES, [{ pointer: '#', detail: saidBy(error) }])
  })
  const errors = faultsOf(tags)
  if (errors.length > 0) throw refused(wordsOf(errors), errors)
  await filled(bytes, EXAMPLE).catch((error: unknown) => {
    throw refused(BRACES, [{ pointer: '#', detail: saidBy(error) }])
  })
}

/** Braces without their pair, by paragraph: what stands behind them would be printed as it is. */
function tornIn(parts: ReadonlyMap<string, Buffer>): ProblemError[] {
  const own = [...parts].filter(([path]) =>
    /^word\/(document|header\d*|footer\d*)\.xml$/.test(path),
  )
  return own.flatMap(([, content]) => {
    const paragraphs = content.toString('utf8').match(/<w:p[ >].*?<\/w:p>/gs) ?? []
    const texts = paragraphs.map((it) =>
      [...it.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''),
    )
    const torn = texts.filter((text) => /[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
    return torn.map((text) => ({ pointer: '#/正文', detail: unpaired(text) }))
  })
}

const unpaired = (text: string) => ({
  zh: `“${text.slice(0, MOST_TOLD)}”中的大括号不成对，请补齐“{”或“}”。`,
  en: `A brace has no pair in “${text.slice(0, MOST_TOLD)}”: add “{” or “}”.`,
})

/** Letters of the paragraph that are told. */
const MOST_TOLD = 24

type Open = { name: string; root: XmlNode; fields: Record<string, Field> }

function faultsOf(tags: readonly Tag[]): ProblemError[] {
  const open: Open[] = []
  const faults: ProblemError[] = []
  for (const tag of tags) {
    const found = faultOf(tag, open)
    if (found) faults.push({ pointer: `#${whereOf(tag)}`, detail: found })
  }
  for (const { name } of open)
    faults.push({
      pointer: '#',
      detail: {
        zh: `“{#${name}}”没有结束，请在其后加上“{/${name}}”。`,
        en: `“{#${name}}” is not closed: add “{/${name}}”.`,
      },
    })
  return faults
}

function faultOf(tag: Tag, open: Open[]) {
  const { name, disposition, rawText } = tag
  const at = placeOf(tag)
  if (disposition === 'Close') {
    const last = open.pop()
    const isSame = last && (name === last.name || name === '') && last.root === rootOf(tag)
    return isSame ? null : misplaced(rawText, at)
  }
  const scope = Object.assign({}, FIELDS, ...open.map(({ fields }) => fields)) as typeof FIELDS
  const field = Object.hasOwn(scope, name) ? scope[name]! : undefined
  const repeats = field?.kind === 'list' || field?.kind === 'when'
  if (disposition === 'Open') {
    open.push({ name, root: rootOf(tag), fields: field?.fields ?? {} })
    if (repeats) return null
    return unknown(
      rawText,
      at,
      nearest(name, scope, (it) => it === 'list' || it === 'when'),
      '#',
    )
  }
  if (!field || repeats) {
    const isChart = isInChart(tag)
    return unknown(
      rawText,
      at,
      nearest(name, scope, (it) => (isChart ? it === 'chart' : it === 'text' || it === 'figure')),
    )
  }
  if ((field.kind === 'chart') !== isInChart(tag)) return chartOnly(rawText, at)
  return null
}

function nearest(
  name: string,
  scope: Record<string, Field>,
  fits: (kind: Field['kind']) => boolean,
): string {
  const names = Object.keys(scope).filter((it) => fits(scope[it]!.kind))
  return names.toSorted((a, b) => distanceOf(name, a) - distanceOf(name, b))[0]!
}

const unknown = (raw: string, at: string, right: string, sign = '') => ({
  zh: `${at}：没有字段“${raw}”，最接近的是“{${sign}${right}}”。`,
  en: `${at}: there is no field “${raw}”; the nearest is “{${sign}${right}}”.`,
})
const misplaced = (raw: string, at: string) => ({
  zh: `${at}：“${raw}”与前面的开始标记不对应，请检查“{#…}”和“{/…}”是否成对。`,
  en: `${at}: “${raw}” closes nothing: see that each “{#…}” has its “{/…}”.`,
})
const chartOnly = (raw: string, at: string) => ({
  zh: `${at}：“${raw}”放错了地方：图表字段只能写在图表标题里，文字字段不能写在图表里。`,
  en: `${at}: “${raw}” is in the wrong place: chart fields stand in a chart's title alone, others outside of charts.`,
})

const BRACES = {
  zh: '模板中的字段写法有误，未采用。请检查大括号是否成对、字段名是否完整。',
  en: 'The fields of the template cannot be read: see that braces are in pairs and names are whole.',
}

function wordsOf(errors: readonly ProblemError[]) {
  const [first] = errors
  const more = errors.length > 1 ? `（共 ${errors.length} 处）` : ''
  return {
    zh: `模板未采用。${first!.detail.zh}${more}`,
    en: `The template was not taken. ${first!.detail.en}${more && ` (${errors.length} places)`}`,
  }
}

function saidBy(error: unknown) {
  const text = error instanceof Error ? error.message.slice(0, 200) : ''
  return { zh: `模板引擎提示：${text}`, en: text }
}

const PARTS: Record<string, string> = {
  'w:document': '正文',
  'w:hdr': '页眉',
  'w:ftr': '页脚',
  'c:chartSpace': '图表',
}
function placeOf(tag: Tag): string {
  const text = paragraphOf(tag)
  const part = PARTS[rootOf(tag).nodeName] ?? '正文'
  return `${part}“${text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)}…` : text}”`
}

const whereOf = (tag: Tag) => `/${PARTS[rootOf(tag).nodeName] ?? '正文'}`

const nodeOf = (tag: Tag): XmlNode => (tag.placement === 'TextNode' ? tag.xmlTextNode : tag.xmlNode)

function rootOf(tag: Tag): XmlNode {
  let node = nodeOf(tag)
  while (node.parentNode) node = node.parentNode
  return node
}

function isInChart(tag: Tag): boolean {
  return (
    xml.query.findParentByName(nodeOf(tag), 'c:chart') !== null &&
    rootOf(tag).nodeName === 'c:chartSpace'
  )
}

function paragraphOf(tag: Tag): string {
  const node = nodeOf(tag)
  const own = ['w:p', 'a:p'].map((name) => xml.query.findParentByName(node, name)).find(Boolean)
  return own ? textIn(own) : tag.rawText
}

function textIn(node: XmlNode): string {
  if (node.nodeType === 'Text') return node.textContent
  return (node.childNodes ?? []).map(textIn).join('')
}

/** What every field shows in the list of fields: enough to see that a template can be filled. */
const EXAMPLE = exampleOf(FIELDS)

function exampleOf(fields: Record<string, Field>): TemplateData {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind, example, fields: own }]) => [
      name,
      kind === 'list'
        ? [exampleOf(own ?? {})]
        : kind === 'when'
          ? true
          : kind === 'chart'
            ? {
                _type: 'chart',
                title: example,
                categories: { names: ['甲', '乙'] },
                series: [{ name: '例', values: [1, 2] }],
              }
            : kind === 'figure' || name === '段'
              ? linked([{ text: example }])
              : example,
    ]),
  ) as TemplateData
}
