/** What a template may ask for. `text`: one value; `figure`: one with a link to its source; `list`: repeats; `when`: shown or not; `chart`: in a chart's title. */
export type Field = {
  kind: 'text' | 'figure' | 'list' | 'when' | 'chart'
  says: string
  example: string
  /** Of a list, by name. */
  fields?: Record<string, Field>
}

const text = (says: string, example: string): Field => ({ kind: 'text', says, example })
const figure = (says: string, example: string): Field => ({ kind: 'figure', says, example })
const when = (says: string): Field => ({ kind: 'when', says, example: '条件成立时显示' })
const list = (says: string, fields: Record<string, Field>): Field => ({
  ...{ kind: 'list', says, fields },
  example: `{#…}{${Object.keys(fields)[0]}}{/…}`,
})
const chart = (says: string): Field => ({ kind: 'chart', says, example: '写在图表标题里' })
const sentences = (says: string) =>
  list(says, { 段: text('一段文字，数据带有通往数据来源的链接', '绿色（就绪）128个（占45.7%）') })

/** Figures that a report always has; the rest depends on what is known, and is empty where it is not. */
const COUNTS: Record<string, Field> = {
  乡镇数: figure('报告范围内的乡镇（街道）数', '10个'),
  村数: figure('村（社区）数', '280个'),
  已测算村数: figure('已得出换届准备度的村数', '280个'),
  未测算村数: figure('尚未测算的村数', '0个'),
  红色村数: figure('红色村数', '32个'),
  黄色村数: figure('黄色村数', '120个'),
  绿色村数: figure('绿色村数', '128个'),
  红色占比: figure('红色村占已测算村的比例', '11.4%'),
  黄色占比: figure('黄色村占已测算村的比例', '42.9%'),
  绿色占比: figure('绿色村占已测算村的比例', '45.7%'),
  已落实村数: figure('“一肩挑”人选已落实的村数', '150个'),
  有意向村数: figure('“一肩挑”人选有意向的村数', '98个'),
  无合适人选村数: figure('“一肩挑”无合适人选的村数', '32个'),
  已落实占比: figure('已落实的村占已测算村的比例', '53.6%'),
  有意向占比: figure('有意向的村占已测算村的比例', '35%'),
  无合适人选占比: figure('无合适人选的村占已测算村的比例', '11.4%'),
  在库人数: figure('人才库人数', '3200人'),
  后备人数: figure('后备人数', '640人'),
  材料较旧人数: figure('最近材料已较旧的人数', '210人'),
  每村后备标准: figure('政策规定的每村后备人数', '2人'),
  后备达标村数: figure('后备达标的村数', '240个'),
  后备不足村数: figure('后备不足的村数', '40个'),
  目标可达村数: figure('法定和政策目标都可达的村数', '230个'),
  目标不可达村数: figure('目标不可达的村数', '50个'),
  班子未测算村数: figure('班子尚未测算的村数', '0个'),
  系于一人村数: figure('班子系于一人的村数', '36个'),
  联审征求数: figure('已征求的联审意见', '900项'),
  联审答复数: figure('已答复的联审意见', '620项'),
  联审答复率: figure('已答复占已征求的比例', '68.9%'),
  联审逾期数: figure('逾期未答复的联审意见', '14项'),
  办理中事项: figure('已交办、未办结的事项', '25项'),
  逾期事项: figure('逾期未办结的事项', '3项'),
  提名人选数: figure('本轮换届已提名的人选', '410人'),
  待审人选数: figure('本轮换届尚在办理的人选', '120人'),
  待审逾期人数: figure('其中逾期的人选', '9人'),
  最长停留天数: figure('停在同一环节最久的天数', '31天'),
  班子未知村数: figure('现任班子成员未知的村数', '0个'),
}

const IN_TOWNSHIP = {
  乡镇: text('乡镇（街道）名称', '北庄镇'),
  乡镇村数: text('村数', '21'),
  红: text('红色村数', '3'),
  黄: text('黄色村数', '10'),
  绿: text('绿色村数', '8'),
  未测算: text('尚未测算的村数', '0'),
  已落实: text('人选已落实的村数', '12'),
  有意向: text('人选有意向的村数', '7'),
  无合适人选: text('无合适人选的村数', '2'),
  后备: text('后备人数', '48'),
  后备达标: text('后备达标的村数', '19'),
  联审: text('联审已答复/已征求', '60/72'),
  联审逾期: text('联审逾期未答复', '2'),
  办理中: text('办理中的事项', '4'),
  事项逾期: text('逾期的办理事项', '1'),
}
const IN_VILLAGE = {
  序号: text('序号', '1'),
  村: text('村（社区）名称', '洪门村'),
  所属乡镇: text('乡镇（街道）名称', '北庄镇'),
  颜色: text('换届准备度', '红'),
  原因: text('主要原因', '离任审计未公示'),
  下一步: text('下一步办理', '补做第二次公示'),
}

/** Every field of the report, by the name that stands between braces in a template. */
export const FIELDS: Record<string, Field> = {
  地名: text('县（市、区）或乡镇（街道）名称', '山亭区'),
  报告日期: text('生成报告的日期', '2026年11月26日'),
  数据时间: text('数据的时间', '2026/11/26 09:30:00'),
  政策版本: text('生成时执行的政策版本', '第 3 版'),
  制表人: text('生成报告的账号', '王敏（wangmin）'),
  用途: text('生成时填写的用途', '换届工作调度会'),
  ...COUNTS,
  总体情况: sentences('总体情况的文字'),
  准备度: sentences('换届准备度的文字'),
  三张清单: sentences('三张清单的文字'),
  班子结构变化: sentences('班子结构变化的文字'),
  缺口与措施: sentences('缺口与措施的文字'),
  待审情况: sentences('待审情况的文字'),
  乡镇表: list('每个乡镇（街道）一行', IN_TOWNSHIP),
  问题村表: list('准备度最差的村，每村一行', IN_VILLAGE),
  其余问题村: text('没有逐一列出的红色、黄色村数', '12'),
  无人选村表: list('无合适人选的村，每村一行', {
    ...{ 序号: IN_VILLAGE.序号, 村: IN_VILLAGE.村, 所属乡镇: IN_VILLAGE.所属乡镇 },
    情况: text('清单上的情况', '本村没有符合资格的人选'),
    下一步: IN_VILLAGE.下一步,
  }),
  结构表: list('班子结构每项一行', {
    指标: text('指标', '平均年龄'),
    上届: text('上届就任时', '45.2岁'),
    现任: text('现任', '46.1岁'),
    方案: text('换届方案', '42.1岁'),
    变化: text('与上届相比的变化', '下降4.0岁'),
  }),
  缺口表: list('每类缺口一行', {
    缺口: text('缺什么', '村委会没有女性成员'),
    层级: text('法定或政策', '法定'),
    缺口村数: text('村数', '6'),
    缺口乡镇: text('在哪些乡镇（街道）', '北庄镇3、徐庄镇3'),
  }),
  其余缺口: text('没有逐一列出的缺口数', '2'),
  待审表: list('每个乡镇（街道）每个有人的环节一行，逾期多、停留久的在前', {
    待审乡镇: text('乡镇（街道）名称', '北庄镇'),
    待审环节: text('停在哪个环节', '部门联审'),
    等谁办: text('等谁办理', '联审部门'),
    待审人数: figure('停在这一环节的人选', '12人'),
    待审逾期: text('其中逾期的，前加 ■', '■ 3'),
    停留天数: text('最早的已停留天数', '18'),
  }),
  其余待审: text('没有逐一列出的待审行数', '6'),
  进度表: list('换届轮次每个环节一行', {
    环节: text('环节', '部门联审'),
    应完成日期: text('按流程应完成的日期', '2026年12月20日'),
    已过: text('已过这一环节的人选', '120'),
    在办: text('正在这一环节的人选', '46'),
    进度逾期: text('其中逾期的', '3'),
  }),
  数据来源: list('报告中每个数据一行，是文字中链接的去处', {
    来源序号: text('序号，链接的去处', '1'),
    来源指标: text('指标', '红色村数'),
    来源数值: text('数值', '32个'),
    算式: text('怎样算出', '32 ÷ 280 × 100'),
    口径: text('统计口径', '换届准备度为红色的村'),
    程序位置: text('在程序中哪里能看到', '总览（/）'),
    来源时间: text('数据时间', '2026/11/26 09:30:00'),
    来源政策: text('政策版本', '第 3 版'),
  }),
  颜色图: chart('各乡镇（街道）红黄绿村数'),
  结构图: chart('班子结构上届、现任与方案对比'),
  有问题村: when('有红色或黄色的村'),
  没有问题村: when('没有红色或黄色的村'),
  有未列问题村: when('还有没有逐一列出的红色、黄色村'),
  有无人选村: when('有无合适人选的村'),
  没有无人选村: when('没有无合适人选的村'),
  有缺口: when('有怎样配备都达不到的目标'),
  没有缺口: when('没有缺口，或尚未测算'),
  有未列缺口: when('还有没有逐一列出的缺口'),
  有待审: when('有待审人选'),
  没有待审: when('没有待审人选'),
  有未列待审: when('还有没有逐一列出的待审行'),
  有轮次: when('有进行中的换届轮次'),
  没有轮次: when('没有进行中的换届轮次'),
}
