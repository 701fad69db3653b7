import { note } from './note.ts'

export const record = [
  note('年度考核{2~4}次“称职”以上', '乡镇年度考核', { isSitting: true }),
  note('主持修建生产路{1~6}公里', '乡镇年度考核', { isSitting: true }),
  note('任期内新打机井{1~4}眼，改善灌溉{80~400}亩', '乡镇核实', { isSitting: true }),
  note('负责人居环境整治，全镇评比前{3~8}名', '乡镇年度考核', { isSitting: true }),
  note('所办合作社评为县级示范社', '县级表彰', { groups: ['cooperative-head'] }),
  note('果蔬新品种试种成功，推广{30~180}亩', '乡镇核实', {
    skills: ['grape-growing', 'fruit-growing', 'vegetable-growing'],
  }),
  note('带{5~20}户脱贫户稳定增收', '乡镇核实', { groups: ['wealth-creator', 'cooperative-head'] }),
  note('在外务工{4~15}年，任班组长、项目经理', '单位鉴定', { groups: ['returnee'] }),
  note('承建村内工程{2~6}项，验收合格', '乡镇核实', { skills: ['construction'] }),
  note('服役{2~12}年，任班长以上职务', '部队鉴定', { groups: ['veteran'] }),
  note('任网格员{1~5}年，排查隐患{20~120}处', '网格平台记录', { skills: ['grid-work'] }),
  note('整理村级档案{40~160}卷，按期移交', '乡镇核实', { skills: ['writing', 'party-work'] }),
  note('代理村账{2~6}年，审计无差错', '村账核查', { skills: ['bookkeeping'] }),
  note('任教、行医{5~25}年，服务{3~8}个村', '单位鉴定', { groups: ['doctor-or-teacher'] }),
  note('在社区承接服务项目{1~5}个，结项合格', '单位鉴定', { groups: ['social-worker'] }),
  note('组织文艺、体育活动{4~16}场', '乡镇核实', { skills: ['culture'] }),
  note('任村妇联主席{2~8}年，镇里评比优秀', '乡镇核实', { groups: ['womens-federation'] }),
  note('任乡镇站所负责人{3~10}年', '单位鉴定', { groups: ['retired-official'] }),
  note('驻村{1~3}年，落实帮扶项目{2~6}个', '单位鉴定', { groups: ['posted-in'] }),
  note('参与村庄规划和土地确权，外业{20~60}天', '乡镇核实'),
  note('参加人口普查、经济普查入户{80~260}户', '乡镇核实'),
  note('在企业管理岗位{2~9}年，业绩合格', '单位鉴定', {
    groups: ['graduate', 'returnee', 'merchant'],
  }),
]
