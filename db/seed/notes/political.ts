import { note } from './note.ts'

export const political = [
  note('支部民主评议连续{2~4}年优秀', '支部民主评议', { isMember: true }),
  note('民主评议党员合格，无缺席主题党日', '支部民主评议', { isMember: true }),
  note('带头缴纳党费、参加组织生活{10~14}次', '支部民主评议', { isMember: true }),
  note('讲授微党课{2~6}场，听课{60~180}人次', '乡镇核实', { isMember: true }),
  note('任期内“三会一课”记录完整，抽查{3~6}次均合格', '乡镇年度考核', { isSitting: true }),
  note('重大事项按“四议两公开”办理{6~18}件', '乡镇年度考核', { isSitting: true }),
  note('服役期间政治表现评定优秀', '部队鉴定', { groups: ['veteran'] }),
  note('退役后任民兵骨干，点验到位{2~5}次', '乡镇核实', { groups: ['veteran'] }),
  note('在校任团支部书记，推优入党材料完整', '学校鉴定', {
    groups: ['graduate', 'degree-official'],
  }),
  note('参加区委党校发展对象培训{3~5}天，结业', '培训结业', { ages: [20, 45] }),
  note('原单位政治鉴定良好，无不良反映', '单位鉴定', {
    groups: ['posted-in', 'retired-official', 'degree-official'],
  }),
  note('组织留守党员学习小组，每月{1~3}次', '支部民主评议', {
    groups: ['retired-official', 'doctor-or-teacher'],
  }),
  note('流动党员期间按季度向支部报到', '支部民主评议', {
    groups: ['returnee', 'merchant'],
    isMember: true,
  }),
  note('递交入党申请书{2~5}年，按期汇报思想', '支部民主评议', { isMember: false, ages: [22, 50] }),
  note('参加政策宣讲{3~9}场，入户{30~120}户', '乡镇核实'),
  note('在汛期值守和防火封山中服从调度', '乡镇核实'),
  note('参加镇党校冬训{2~4}天，考试{82~98}分', '培训结业'),
  note('支持村级重大决策，按时参加户代表会议', '群众座谈'),
]
