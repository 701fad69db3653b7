import { zip } from '@cj-tech-master/excelts/archive'

export const archive = async (files: Record<string, string | Uint8Array>) => {
  const made = zip()
  for (const [path, content] of Object.entries(files)) made.add(path, content)
  return made.bytes()
}

export const WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>'
export const RELATIONS =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
export const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
/** A workbook made by hand, for what a writer would never write. */
export const byHand = (
  sheet: string | Uint8Array,
  more: Record<string, string | Uint8Array> = {},
) =>
  archive({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  })
