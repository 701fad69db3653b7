import type { Figure, Making } from './figure.ts'
import type { ReportRead } from './read.ts'

export type Counts = ReturnType<typeof countsOf>

const OVERVIEW = { address: '/', words: '总览' }
const LIST_MEANS = '三张清单：每个村在且只在一张清单上'
const TEAM_MEANS = '按本村及可选派人员测算，能否配出达到法定和政策目标的班子'

/** The counts of the report: those of the first screen, and shares and remainders of them. */
export function countsOf({ figure, share }: Making, read: ReportRead) {
  const { total, townships, overview } = read
  const where = OVERVIEW
  const villagesOf = (id: string, value: number, means: string, how: string | null = null) =>
    figure(id, value, '个', { name: id, how, means, where })
  const people = (id: string, value: number, means: string) =>
    figure(id, value, '人', { name: id, how: null, means, where })
  const matters = (id: string, value: number, means: string) =>
    figure(id, value, '项', { name: id, how: null, means, where })
  const villages = villagesOf('村数', total.villages, '现有的村和社区，已撤并的不计')
  const counted = villagesOf('已测算村数', total.counted, '已得出换届准备度的村')
  const [red, yellow, green] = [
    villagesOf('红色村数', total.red, '换届准备度为红色的村'),
    villagesOf('黄色村数', total.yellow, '换届准备度为黄色的村'),
    villagesOf('绿色村数', total.green, '换届准备度为绿色的村'),
  ]
  const [settled, willing, none] = [
    villagesOf('已落实村数', total.settled, `“一肩挑”人选已落实的村。${LIST_MEANS}`),
    villagesOf('有意向村数', total.willing, `“一肩挑”人选有意向的村。${LIST_MEANS}`),
    villagesOf('无合适人选村数', total.none, `“一肩挑”无合适人选的村。${LIST_MEANS}`),
  ]
  const part = (id: string, of: Figure) =>
    share(id, of, counted, { name: id, how: null, means: `${of.name}占已测算村数的比例`, where })
  const asked = matters('联审征求数', total.asked, '已向联审部门征求的意见')
  const answered = matters('联审答复数', total.answered, '联审部门已作出的答复')
  const { reservesAsked } = overview
  const less = (of: number) => `${total.counted} − ${of}`
  return {
    ...{ villages, counted, red, yellow, green, settled, willing, none, asked, answered },
    townships: figure('乡镇数', townships.length, '个', {
      ...{ name: '乡镇数', how: null, means: '报告范围内的乡镇（街道）', where },
    }),
    uncounted: villagesOf(
      '未测算村数',
      total.villages - total.counted,
      '尚未得出换届准备度的村，不作红黄绿统计',
      `${total.villages} − ${total.counted}`,
    ),
    ...{ redShare: part('红色占比', red), yellowShare: part('黄色占比', yellow) },
    ...{ greenShare: part('绿色占比', green), settledShare: part('已落实占比', settled) },
    ...{ willingShare: part('有意向占比', willing), noneShare: part('无合适人选占比', none) },
    people: people('在库人数', total.people, '家在本范围内各村的人才库人员'),
    reserves: people('后备人数', total.reserves, '列为后备、同意列入培养的人员'),
    stale: people('材料较旧人数', total.stale, '在库人员中最近一份材料已超过规定时间的'),
    reservesAsked: figure('每村后备标准', reservesAsked, '人', {
      ...{ name: '每村后备标准', how: null, means: '政策规定每村不少于的后备人数' },
      where: { address: '/policy', words: '政策设置' },
    }),
    nominees:
      overview.schedule === null || (read.isTownship && overview.townships.length > 1)
        ? null
        : people('提名人选数', overview.schedule.nominees, '本轮换届已提名、在办或办结的人选'),
    deep: villagesOf('后备达标村数', total.deep, `后备不少于 ${reservesAsked} 人的村`),
    shallow: villagesOf(
      '后备不足村数',
      total.counted - total.deep,
      `已测算的村中后备少于 ${reservesAsked} 人的`,
      less(total.deep),
    ),
    reachable: villagesOf('目标可达村数', total.reachable, TEAM_MEANS),
    unreachable: villagesOf('目标不可达村数', total.unreachable, TEAM_MEANS),
    unsolved: villagesOf(
      '班子未测算村数',
      total.unsolved,
      '班子尚未测算完的村，不作可达与否的结论',
    ),
    single: villagesOf('系于一人村数', total.single, '少了某一人就配不出达到目标的班子的村'),
    answeredShare: share('联审答复率', answered, asked, {
      ...{ name: '联审答复率', how: null, means: '已答复占已征求的比例', where },
    }),
    late: matters('联审逾期数', total.late, '已过应答日期、部门仍未答复的意见'),
    actionsOpen: matters('办理中事项', total.actionsOpen, '已交办、尚未登记办结的事项'),
    actionsLate: matters('逾期事项', total.actionsLate, '已过办理期限仍未办结的事项'),
  }
}
