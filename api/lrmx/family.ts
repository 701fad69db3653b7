import type { RelativeFacts } from '../../db/relatives.ts'
import type { Words } from '../../matching/types.ts'
import { isNothing, plain, tidy } from '../roster/text.ts'
import { dayOf, isSameDay, monthText } from './days.ts'
import { RELATIVE_ELEMENTS, type RelativeElement } from './elements.ts'
import { nameOf } from './fields.ts'
import { childrenOf, type Element, plainElement, textOf } from './tree.ts'

export type RelativeRead = { item: Element; facts: RelativeFacts | null; caution: Words | null }

const MOST = { relation: 20, name: 50, politicalStatus: 20, work: 100 }

/** Rows of the family that say anything; those of empty slots are none. */
export function relativesOf(family: Element | undefined): RelativeRead[] {
  return childrenOf(family ?? plainElement('JiaTingChengYuan', ''))
    .map((item) => ({ item, texts: textsOf(item) }))
    .filter(({ texts }) => Object.values(texts).some((text) => text !== ''))
    .map(({ item, texts }) => ({ item, ...readRelative(texts) }))
}

/** A row by what the portrait knows. */
export function itemOf({ relation, name, bornOn, politicalStatus, work }: RelativeFacts): Element {
  const texts: Record<RelativeElement, string> = {
    ChengWei: relation,
    XingMing: name,
    ChuShengRiQi: monthText(bornOn),
    ZhengZhiMianMao: politicalStatus ?? '',
    GongZuoDanWeiJiZhiWu: work ?? '',
  }
  const content = RELATIVE_ELEMENTS.map((element) => plainElement(element, texts[element]))
  return { ...plainElement('Item', ''), content }
}

/** The same human being by name, and by birth or by what they are called. */
export function isSameRelative(one: RelativeFacts, other: RelativeFacts): boolean {
  if (nameOf(one.name) !== nameOf(other.name)) return false
  const isBirthKnown = one.bornOn !== null && other.bornOn !== null
  return one.relation === other.relation || (isBirthKnown && isSameDay(one.bornOn, other.bornOn))
}

/** What the form says beside what the pool has: only where it says something, and something else. */
export function changedRelative(said: RelativeFacts, known: RelativeFacts): Partial<RelativeFacts> {
  const isOther = (field: keyof RelativeFacts) =>
    said[field] !== null && said[field] !== known[field]
  return {
    ...(isOther('relation') && { relation: said.relation }),
    ...(said.bornOn !== null && !isSameDay(said.bornOn, known.bornOn) && { bornOn: said.bornOn }),
    ...(isOther('politicalStatus') && { politicalStatus: said.politicalStatus }),
    ...(isOther('work') && { work: said.work }),
  }
}

function textsOf(item: Element): Record<RelativeElement, string> {
  const of = (name: RelativeElement) =>
    tidy(textOf(childrenOf(item).find((it) => it.name === name))).replaceAll('\n', ' ')
  return Object.fromEntries(RELATIVE_ELEMENTS.map((name) => [name, of(name)])) as Record<
    RelativeElement,
    string
  >
}

function readRelative(texts: Record<RelativeElement, string>): Omit<RelativeRead, 'item'> {
  const relation = plain(texts.ChengWei)
  const name = nameOf(texts.XingMing)
  const said = (text: string) => (text === '' || isNothing(text) ? null : text)
  const [politicalStatus, work] = [said(texts.ZhengZhiMianMao), said(texts.GongZuoDanWeiJiZhiWu)]
  if (relation === '' || name === '') return { facts: null, caution: NO_NAME }
  const isLong =
    relation.length > MOST.relation ||
    name.length > MOST.name ||
    (politicalStatus?.length ?? 0) > MOST.politicalStatus ||
    (work?.length ?? 0) > MOST.work
  if (isLong) return { facts: null, caution: TOO_LONG }
  const bornOn = dayOf(texts.ChuShengRiQi)
  const caution = bornOn === null && texts.ChuShengRiQi !== '' ? NO_BIRTH : null
  return { facts: { relation, name, bornOn, politicalStatus, work }, caution }
}

const NO_NAME = {
  zh: '缺称谓或姓名，不能写入画像，原样留在审批表中。',
  en: 'No relation or no name: the row stays in the form alone.',
}
const TOO_LONG = {
  zh: `称谓、姓名、政治面貌或单位职务过长（单位职务最多 ${MOST.work} 字），原样留在审批表中。`,
  en: `Too long for the portrait (office: ${MOST.work} characters at most): the row stays in the form alone.`,
}
const NO_BIRTH = {
  zh: '读不出出生年月，写入时留空，原文留在审批表中。',
  en: 'No birth that can be read: it is left open, and the text stays in the form.',
}
