import { note } from './note.ts'

export const development = [
  note('办{trade}合作社{3~9}年，带动{18~86}户', '合作社台账', { groups: ['cooperative-head'] }),
  note('合作社年销售{80~460}万元，社员分红{6~38}万元', '合作社台账', {
    groups: ['cooperative-head'],
  }),
  note('种植大棚{3~16}座，年纯收入{12~60}万元', '乡镇核实', { groups: ['wealth-creator'] }),
  note('流转土地{40~260}亩，用工{8~40}人', '乡镇核实', {
    groups: ['wealth-creator', 'cooperative-head'],
  }),
  note('返乡办加工点，吸纳{6~30}人就近就业', '乡镇核实', { groups: ['returnee', 'merchant'] }),
  note('回乡投资{20~180}万元建{trade}基地', '乡镇核实', { groups: ['returnee', 'merchant'] }),
  note('直播带货{12~90}场，销售{8~66}万元', '合作社台账', { skills: ['e-commerce'] }),
  note('开网店{2~7}年，年发货{3000~26000}单', '合作社台账', { skills: ['e-commerce'] }),
  note('葡萄避雨栽培示范{6~40}亩，亩增收{1200~3600}元', '乡镇核实', { skills: ['grape-growing'] }),
  note('果树高接换头{300~1600}株，成活{88~97}%', '乡镇核实', {
    skills: ['fruit-growing', 'forestry'],
  }),
  note('存栏山羊{80~420}只，带{4~16}户代养', '乡镇核实', { skills: ['livestock'] }),
  note('冷库{1~3}座，库容{120~800}吨，错季销售', '合作社台账', { skills: ['cold-chain'] }),
  note('农家乐接待{1200~9000}人次，用工{3~12}人', '乡镇核实', { skills: ['tourism'] }),
  note('粉条、煎饼加工点年产{12~90}吨', '合作社台账', { skills: ['food-processing'] }),
  note('申报衔接资金项目{1~4}个，到位{20~160}万元', '乡镇核实', { skills: ['project-funding'] }),
  note('任期内村集体年增收{3~16}万元', '村账核查', { isSitting: true }),
  note('盘活闲置校舍、厂房{1~3}处，年租金{2~9}万元', '村账核查', { isSitting: true }),
  note('农机作业服务{600~3800}亩次', '合作社台账', { skills: ['machinery'] }),
  note('参加高素质农民培训{5~15}天，结业', '培训结业'),
  note('写出本村产业调研报告{1~2}份，镇里采用', '乡镇核实', {
    groups: ['graduate', 'degree-official', 'posted-in', 'doctor-or-teacher'],
  }),
  note('帮{6~24}户销售{trade}等农产品{3~20}万元', '群众座谈'),
]
