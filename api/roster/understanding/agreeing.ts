import type { Cell, Row } from '../row.ts'

/** What the list lacks was taken from the identity number. */
export function taken(row: Row, field: 'sex' | 'bornOn', zh: string, en: string) {
  const isSex = field === 'sex'
  row.missing(
    field,
    isSex ? 'sex.taken' : 'born-on.taken',
    {
      zh: `没有填写${isSex ? '性别' : '出生日期'}，按身份证号登记为 ${zh}。`,
      en: `${isSex ? 'The sex' : 'The birth'} is missing and was taken from the identity number: ${en}.`,
    },
    'notice',
  )
}

/** Registers may differ from the card; the county's strictness says whether that holds the row up. */
export function differs(row: Row, cell: Cell, kind: string, zh: string, en: string) {
  const level = row.context.identityCheck === 'warn' ? 'notice' : 'error'
  row.wrong(
    cell,
    kind,
    `与身份证号不一致，身份证号为 ${zh}。请对照证件核对，改正其中一处。`,
    `the identity number says ${en}. Check the card and mend one of them.`,
    level,
  )
}
