import { note } from './note.ts'

export const conduct = [
  note('年度村账审计无问题，账目清楚', '村账核查', { isSitting: true }),
  note('任期内村务公开{16~40}期，无漏项', '乡镇年度考核', { isSitting: true }),
  note('年度述职测评满意率{82~98}%', '村民代表测评', { isSitting: true }),
  note('村民代表座谈评价公道正派', '群众座谈'),
  note('家庭被评为“好媳妇、好婆婆”示范户', '乡镇核实', {
    groups: ['womens-federation', 'volunteer'],
  }),
  note('“美丽庭院”星级户', '乡镇核实'),
  note('经营{3~12}年无失信、无欠薪', '乡镇核实', {
    groups: ['merchant', 'wealth-creator', 'cooperative-head', 'returnee'],
  }),
  note('社员分红、用工工资按期结清', '合作社台账', {
    groups: ['cooperative-head', 'wealth-creator'],
  }),
  note('退役军人事务站反映作风过硬', '乡镇核实', { groups: ['veteran'] }),
  note('服役期间获嘉奖{1~3}次', '部队鉴定', { groups: ['veteran'] }),
  note('师德、医德考核{2~5}年合格以上', '单位鉴定', { groups: ['doctor-or-teacher'] }),
  note('在校期间无违纪，获奖学金{1~3}次', '学校鉴定', { groups: ['graduate'] }),
  note('原单位年度考核{2~4}次优秀', '单位鉴定', {
    groups: ['posted-in', 'retired-official', 'degree-official'],
  }),
  note('带头移风易俗，婚丧从简', '群众座谈', { ages: [28, 64] }),
  note('主动让出争议宅基地{1~2}米，邻里认可', '群众座谈', { ages: [35, 64] }),
  note('党员先锋岗亮诺践诺{2~6}项', '支部民主评议', { isMember: true }),
  note('社区居民评议“守信用、好说话”', '村民代表测评', { groups: ['social-worker'] }),
  note('参加廉洁教育{1~4}次，签订承诺书', '培训结业'),
]
