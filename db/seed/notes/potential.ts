import { note } from './note.ts'

export const potential = [
  note('村级后备干部培训班{3~7}天，考核{80~97}分', '培训结业'),
  note('区级“电商带头人”培训{3~7}天，结业', '培训结业', { skills: ['e-commerce', 'computing'] }),
  note('市级示范培训{5~10}天，结业优秀', '培训结业', { ages: [22, 45] }),
  note('任书记助理试岗{3~6}个月，评定称职', '导师评语', { ages: [22, 42] }),
  note('跟岗学习{1~3}个月，独立办理事项{6~30}件', '导师评语', { ages: [22, 40] }),
  note('导师季度评语：接受快，能独立处理一般事务', '导师评语'),
  note('导师季度评语：群众工作还需多练', '导师评语'),
  note('自学考取社会工作者证书', '培训结业', {
    groups: ['social-worker', 'graduate', 'volunteer'],
  }),
  note('在读函授{1~3}年，课程合格', '学校鉴定', { ages: [22, 48] }),
  note('考取会计、农艺类证书{1~2}项', '培训结业', {
    skills: ['bookkeeping', 'grape-growing', 'fruit-growing', 'forestry'],
  }),
  note('承担急难任务{2~6}项，按期完成', '乡镇核实'),
  note('连续{2~4}个季度考察排名上升', '乡镇核实', { ages: [22, 48] }),
  note('退役军人适应性培训{5~12}天，结业', '培训结业', { groups: ['veteran'] }),
  note('高素质农民研修{5~15}天，论文良好', '培训结业', {
    groups: ['wealth-creator', 'cooperative-head', 'returnee'],
  }),
  note('女干部培训班{2~4}天，发言获好评', '培训结业', { groups: ['womens-federation'] }),
  note('本届任内参加履职培训{2~5}次', '培训结业', { isSitting: true }),
  note('传帮带年轻干部{1~3}名', '乡镇核实', { groups: ['retired-official'] }),
  note('选调、下派期间评语：能吃苦，思路清', '单位鉴定', {
    groups: ['posted-in', 'degree-official'],
  }),
]
