import { createWriteStream } from 'node:fs'
import { WorkbookWriter } from '@cj-tech-master/excelts'
import { checkDigit } from '../../db/identity-number.ts'
import { givenName } from '../../db/seed/names.ts'
import { createRandom, type Random } from '../../db/seed/random.ts'

type Options = {
  rows: number
  /** As a list writes them: 北庄镇 and 北庄村. */
  places: readonly { township: string; village: string }[]
  seed?: number
}

/**
 * Writes a roll list as townships send it: a merged title, a date line, 20 columns, a footer. No two people share an
 * identity number; all are invented.
 */
export async function writeRosterFile(path: string, options: Options): Promise<void> {
  const file = createWriteStream(path)
  const written = new Promise((resolve, reject) => file.on('close', resolve).on('error', reject))
  const workbook = new WorkbookWriter({ stream: file, useSharedStrings: true, useStyles: false })
  const sheet = workbook.addWorksheet('花名册')
  const title = sheet.addRow(['村（社区）后备人才花名册'])
  sheet.mergeCells(1, 1, 1, HEADER.length)
  title.commit()
  sheet
    .addRow(['填报单位：县委组织部', ...Array(14).fill(null), '填报日期：2026年10月15日'])
    .commit()
  sheet.addRow([...HEADER]).commit()
  const random = createRandom(options.seed ?? 1, 'roster-file')
  const orders = new Map<string, number>()
  for (let at = 0; at < options.rows; at++) {
    sheet
      .addRow(personRow(at, options.places[at % options.places.length]!, random, orders))
      .commit()
    // Lets what was written leave the memory.
    if (at % 2_000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  sheet.addRow(['填表人：']).commit()
  sheet.commit()
  await workbook.commit()
  await written
}

const HEADER =
  '序号 所在乡镇 村（社区） 姓名 性别 出生年月 民族 政治面貌 入党时间 全日制学历 在职学历 毕业院校及专业 身份证号码 联系电话 现任职务或从业情况 人员类别 专长 推荐方式 简历 备注'.split(
    ' ',
  )
const SURNAMES = [...'王张李刘孙赵杨徐陈马宋高朱周郭韩田于吴胡丁孔孟姜任董袁程贾秦彭冯邵段满谢梁']
const EDUCATION = { 初中: 3, 高中: 4, 中专: 2, 大专: 3, 本科: 2 }
const WORK = '村文书 电商店主 养殖户 在家务农 个体经营 村医 小学教师 葡萄种植合作社理事长'.split(
  ' ',
)
const GROUPS = '致富能手 返乡人员 退役军人 本土大学毕业生 合作社负责人 现任村干部 其他'.split(' ')
const SKILLS = '财务 果树种植 电商运营 法律 矛盾调解 农机 文字材料 养殖 工程管理 乡村旅游'.split(
  ' ',
)
const WAYS = ['组织发现', '个人自荐', '党员群众推荐', '党支部推荐']

function personRow(
  at: number,
  { township, village }: Options['places'][number],
  random: Random,
  orders: Map<string, number>,
): (string | number | null)[] {
  const sex = random.chance(0.35) ? ('female' as const) : ('male' as const)
  const year = random.integer(1972, 2004)
  const [month, day] = [two(random.integer(1, 12)), two(random.integer(1, 28))]
  const party = random.chance(0.6)
  const name = random.pick(SURNAMES) + givenName(sex, 2026 - year, random)
  const education = random.weighted(EDUCATION)
  return [
    ...[at + 1, township, village, name, sex === 'male' ? '男' : '女', `${year}.${month}`, '汉'],
    ...[party ? '中共党员' : '群众', party ? `${year + 20}.${month}` : null, education, null],
    education === '本科' ? '山东农业大学 园艺' : null,
    ...[identityNumber(`${year}${month}${day}`, sex, orders), phone(at), random.pick(WORK)],
    ...[random.pick(GROUPS), random.pick(SKILLS), random.pick(WAYS)],
    `${year + 20}.07--${year + 22}.06  ${village}${random.pick(WORK)}`,
    null,
  ]
}

/** People born on one day are told apart by their order, odd for men (GB 11643). */
function identityNumber(day: string, sex: 'female' | 'male', orders: Map<string, number>): string {
  const key = `${day}${sex}`
  const order = (orders.get(key) ?? (sex === 'male' ? 1 : 2)) % 1000
  orders.set(key, order + 2)
  const digits = `990406${day}${String(order).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

const phone = (at: number) => `120${String(at).padStart(8, '0')}`
const two = (number: number) => String(number).padStart(2, '0')
