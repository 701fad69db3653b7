import { Workbook } from '@cj-tech-master/excelts'
import type { Page } from 'playwright-core'
import { inventedNumber } from './roster-file.ts'
import { asking } from './server.ts'
import type { Shot } from './shots.ts'

const [ASKING, FAULTY, WRITTEN, DAMAGED] = [
  '返乡人员名单.xlsx',
  '洪门村后备人才.xlsx',
  '村级后备摸底.xlsx',
  '退役军人.xlsx',
]

/** The wizard in each of its states, the list of imports and the export. */
export const IMPORT_SHOTS: Shot[] = [
  { name: 'imports', path: '/imports' },
  { name: 'imports-empty', path: '/imports', as: 'demo-township' },
  { name: 'import-questions', path: '/imports', act: (page) => open(page, ASKING) },
  { name: 'import-preview', path: '/imports', act: (page) => open(page, FAULTY) },
  { name: 'import-mend', path: '/imports', act: mend },
  { name: 'import-columns', path: '/imports', act: columns },
  { name: 'import-result', path: '/imports', act: (page) => open(page, WRITTEN) },
  { name: 'import-undo', path: '/imports', act: undo },
  { name: 'import-failed', path: '/imports', act: (page) => open(page, DAMAGED) },
]

/** Imports of invented people, one in each state. */
export async function makeImports(address: string): Promise<void> {
  const { cookie, post, get } = await asking(address, 'demo-county')
  const send = async (name: string, body: Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(
      `${address}/api/v1/imports?kind=people&name=${encodeURIComponent(name)}`,
      { method: 'POST', headers: { cookie, 'content-type': 'application/octet-stream' }, body },
    )
    const { id } = (await answer.json()) as { id: string }
    // The stream ends with the work.
    await (await get(`/imports/${id}/events`)).text()
    return id
  }
  await send(ASKING, await roster(['姓名', '出生年月', '户籍地', '工作年限'], [UNCLEAR]))
  await send(FAULTY, await roster(HEADERS, [...FAULTLESS, ...FAULTS]))
  await send(DAMAGED, new TextEncoder().encode('not a spreadsheet'))
  const written = await send(WRITTEN, await roster(HEADERS, FAULTLESS))
  await post(`/imports/${written}/writing`)
  await (await get(`/imports/${written}/events`)).text()
}

const HEADERS = [
  '姓名',
  '性别',
  '出生年月',
  '身份证号',
  '村',
  '学历',
  '政治面貌',
  '专长',
  '联系电话',
]
const FAULTLESS = [
  ['褚一鸣', '男', '1990-05-16', inventedNumber('1990-05-16', '301'), '洪门村'],
  ['柏若溪', null, '1993-11-02', inventedNumber('1993-11-02', '302'), '洪门村'],
  ['米嘉树', '男', '1987-02-20', inventedNumber('1987-02-20', '303'), '洪门村'],
].map((row) => [...row, '大专', '中共党员', '电商', '12080001234'])
const FAULTS = [
  ['闵思齐', '女', '1992-02-30', null, '洪门村'],
  ['盛怀远', '男', '1985-08-08', '990406198508083', '洪门村'],
  ['季新雨', '女', '1991-10-10', inventedNumber('1991-10-10', '304'), '蓬莱仙境村'],
  ['席慕云', '女', '2014-06-01', null, '洪门村'],
].map((row) => [...row, '本科', '群众', '养殖', '12080005678'])
const UNCLEAR = ['安宁远', '1988-09', '洪门村', 3]

async function roster(
  headers: string[],
  rows: (string | number | null)[][],
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new Workbook()
  const sheet = book.addWorksheet('花名册')
  sheet.addRow(['后备人才花名册'])
  sheet.addRow(headers)
  for (const row of rows) sheet.addRow(row)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function open(page: Page, file: string): Promise<void> {
  await page.getByRole('link', { name: file }).first().click()
  await page.getByRole('heading', { level: 1, name: file }).waitFor()
}

async function mend(page: Page): Promise<void> {
  await open(page, FAULTY)
  await page.locator('.row-acts .button').first().click()
}

async function columns(page: Page): Promise<void> {
  await open(page, FAULTY)
  await page.locator('.columns-card > summary').click()
  await page.locator('.columns-card').scrollIntoViewIfNeeded()
}

async function undo(page: Page): Promise<void> {
  await open(page, WRITTEN)
  await page.locator('.result .danger').click()
}
