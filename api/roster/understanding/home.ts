import { findTownships, findVillages, nearVillages, type Village } from '../places.ts'
import type { Cell, Row } from '../row.ts'
import { plain, tidy } from '../text.ts'

export type Home = { villageCode?: string; townshipCode?: string }

/** The village of a row with its township; asked where it may be several, a fault where there is none. */
export function readHome(row: Row, field = 'village'): Home {
  const township = readTownship(row)
  if (township === 'fault') return {}
  const cell = row.one(field === 'village' && row.one('villageCode') ? 'villageCode' : field)
  if (cell === null) {
    if (field === 'village') noVillage(row)
    return {}
  }
  const village = settle(row, cell, township)
  return village === null ? {} : { villageCode: village.code, townshipCode: village.townshipCode }
}

/** Code of the township that the row names; null when it names none. */
export function readTownship(row: Row): string | null | 'fault' {
  const { context } = row
  const cell = row.one('township')
  if (cell === null) return context.townshipCode
  const found = findTownships(cell.text, context)
  const inScope = found.filter(({ code }) => code === (context.townshipCode ?? code))
  if (inScope.length === 1) return inScope[0]!.code
  if (found.length > 0 && context.townshipCode !== null) {
    outside(row, cell, 'township.outside')
    return 'fault'
  }
  const names = context.townships.map(({ name }) => name)
  row.wrong(
    cell,
    'township.unknown',
    `没有这个乡镇（街道）。可填：${names.slice(0, 12).join('、')}${names.length > 12 ? '等' : ''}。`,
    `there is no such township. It may be: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' …' : ''}.`,
  )
  return 'fault'
}

function settle(row: Row, cell: Cell, township: string | null): Village | null {
  const { context } = row
  const found = findVillages(cell.text, context)
  const [only, ...others] = found.filter((it) => it.townshipCode === (township ?? it.townshipCode))
  if (only && others.length === 0) return only
  const reach = context.villages.filter((it) => it.townshipCode === (township ?? it.townshipCode))
  const text = questionText(cell, township, row)
  const answered = reach.find(({ code }) => code === context.places[text])
  if (answered) return answered
  if (only) return ambiguous(row, cell, text, [only, ...others])
  if (found.length > 0) return elsewhere(row, cell)
  return unknown(row, cell, text, nearVillages(cell.text, reach))
}

/** Asked once for each way of writing, within a township when the row names one. */
function questionText(cell: Cell, township: string | null, { context, one }: Row): string {
  const named =
    one('township') === null ? undefined : context.townships.find((it) => it.code === township)
  const text = tidy(cell.text).replace(/\s/g, '')
  return named && !plain(text).includes(plain(named.name)) ? `${named.name}${text}` : text
}

function ambiguous(row: Row, cell: Cell, text: string, villages: readonly Village[]): null {
  row.ask({ text, guesses: guessesOf(row, villages) })
  const names = guessesOf(row, villages)
  row.wrong(
    cell,
    'village.ambiguous',
    `有 ${villages.length} 个同名的村（社区）：${names.map((it) => it.township + it.name).join('、')}。请选定一个，或补填乡镇名称。`,
    `${villages.length} villages are called so: ${names.map((it) => `${it.township} ${it.name}`).join(', ')}. Choose one, or add the township.`,
  )
  return null
}

function unknown(row: Row, cell: Cell, text: string, near: readonly Village[]): null {
  const names = guessesOf(row, near)
  if (near.length > 0) row.ask({ text, guesses: names })
  const zh = names.map((it) => it.township + it.name).join('、')
  const en = names.map((it) => `${it.township} ${it.name}`).join(', ')
  row.wrong(
    cell,
    'village.unknown',
    near.length > 0
      ? `没有这个村（社区）。相近的有：${zh}。请核对村名。`
      : '没有这个村（社区）。请核对村名，或填写 12 位村代码。',
    near.length > 0
      ? `there is no such village. Near it are: ${en}. Check the name.`
      : 'there is no such village. Check the name, or give its 12-digit code.',
  )
  return null
}

function elsewhere(row: Row, cell: Cell): null {
  if (row.context.townshipCode !== null) outside(row, cell, 'village.outside')
  else
    row.wrong(
      cell,
      'village.not-in-township',
      `该村（社区）不在「${row.one('township')?.text ?? ''}」。请核对乡镇和村名。`,
      `it does not lie in “${row.one('township')?.text ?? ''}”. Check township and village.`,
    )
  return null
}

function outside({ wrong, context }: Row, cell: Cell, kind: string) {
  const name = context.townships.find(({ code }) => code === context.townshipCode)?.name ?? ''
  wrong(
    cell,
    kind,
    `不在本账号管理的${name}范围内，不能导入。请删去此行，由所在乡镇（街道）报送。`,
    `it lies outside of ${name}, which this account looks after. Take the row out; its own township reports it.`,
  )
}

function noVillage({ missing }: Row) {
  missing('village', 'village.missing', {
    zh: '没有填写所在村（社区）。请填写村名或 12 位村代码。',
    en: 'The village is missing. Give its name or its 12-digit code.',
  })
}

function guessesOf({ context }: Row, villages: readonly Village[]) {
  return villages.map(({ code, name, townshipCode }) => ({
    code,
    name,
    township: context.townships.find((it) => it.code === townshipCode)?.name ?? '',
  }))
}
