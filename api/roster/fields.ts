import { INCUMBENTS } from './fields/incumbents.ts'
import { PEOPLE } from './fields/people.ts'
import { VILLAGES } from './fields/villages.ts'
import type { Field, RosterKind } from './types.ts'

/** What the columns of each kind of list can mean. */
export const FIELDS: Readonly<Record<RosterKind, readonly Field[]>> = {
  people: PEOPLE,
  villages: VILLAGES,
  incumbents: INCUMBENTS,
}

/** The column that our own files put at the end: what is wrong with the row. */
export const FAULT_HEADER = '问题与处理办法（系统生成，重新导入时不读取）'

/**
 * Columns of lists that say nothing we keep: numbering, signatures, opinions of offices; and what the program must not
 * keep (health, religion, marriage).
 */
export const IGNORED: readonly string[] =
  '序号 编号 序 号 顺序号 No NO 行号 照片 相片 签字 签名 本人签字 本人签名 按手印 审核意见 审批意见 初审意见 复审意见 镇审核意见 乡镇审核意见 乡镇意见 镇党委意见 党委意见 县级审核意见 联审意见 组织部意见 村党组织意见 审核人 填表人 联系人 填报人 填报时间 填报日期 填表时间 健康状况 身体状况 婚姻状况 婚否 宗教信仰 信仰 错误原因 错误说明 校验结果'
    .split(' ')
    .concat(FAULT_HEADER)

/** Headers whose meaning differs from list to list: header → what it may be. */
export const UNCLEAR: Readonly<
  Partial<Record<RosterKind, Readonly<Record<string, readonly string[]>>>>
> = {
  people: {
    户籍地: ['village', 'residence', 'note'],
    户籍所在地: ['village', 'residence', 'note'],
    户口所在地: ['village', 'residence', 'note'],
    户籍地址: ['residence', 'village', 'note'],
    户籍: ['village', 'residence', 'note'],
    工作年限: ['experienceYears', 'note'],
    任职年限: ['experienceYears', 'note'],
    任职时间: ['note', 'ignored'],
    意愿: ['willingness', 'willing', 'adjustable'],
  },
  villages: {
    集体收入: ['collectiveIncomeWan', 'collectiveIncome'],
    村集体收入: ['collectiveIncomeWan', 'collectiveIncome'],
    村集体经济收入: ['collectiveIncomeWan', 'collectiveIncome'],
    集体经济收入: ['collectiveIncomeWan', 'collectiveIncome'],
    年集体收入: ['collectiveIncomeWan', 'collectiveIncome'],
    职数: ['seats.party', 'seats.committee'],
  },
  incumbents: {
    户籍地: ['homeVillage', 'residence', 'note'],
    户籍所在地: ['homeVillage', 'residence', 'note'],
    工作年限: ['experienceYears', 'note'],
    任职年限: ['experienceYears', 'note'],
  },
}
