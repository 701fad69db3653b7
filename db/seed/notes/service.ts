import { note } from './note.ts'

export const service = [
  note('代办医保、养老认证{60~420}人次', '网格平台记录', {
    skills: ['grid-work', 'social-work', 'computing'],
  }),
  note('任期内便民服务代办{120~680}件', '乡镇年度考核', { isSitting: true }),
  note('包联{20~60}户，每季走访一遍', '乡镇年度考核', { isSitting: true }),
  note('照看独居老人{3~12}户，每周上门', '志愿服务记录', {
    groups: ['volunteer', 'womens-federation', 'social-worker'],
  }),
  note('志愿服务累计{60~480}小时', '志愿服务记录', {
    groups: ['volunteer', 'graduate', 'social-worker'],
  }),
  note('组织妇女技能班{1~4}期，{20~90}人参加', '乡镇核实', { groups: ['womens-federation'] }),
  note('义诊{4~20}次，建健康档案{80~400}份', '单位鉴定', { skills: ['medicine'] }),
  note('暑期免费辅导学生{8~40}名', '志愿服务记录', { skills: ['teaching'] }),
  note('幸福食堂帮厨{30~160}次', '志愿服务记录', { skills: ['elderly-care'] }),
  note('防汛抢险出动{2~8}次，转移{6~40}人', '乡镇核实', { groups: ['veteran'] }),
  note('免费为{20~120}户检修农机、电路', '群众座谈', { skills: ['machinery', 'construction'] }),
  note('为社员统一配送农资{2~6}年，无质量投诉', '合作社台账', {
    groups: ['cooperative-head', 'wealth-creator'],
  }),
  note('捐建路灯{6~30}盏、健身器材{2~8}件', '乡镇核实', { groups: ['merchant', 'returnee'] }),
  note('教老人用手机挂号、缴费{30~160}人次', '志愿服务记录', { ages: [20, 40] }),
  note('退下后仍帮村里跑项目手续{3~12}次', '乡镇核实', { groups: ['retired-official'] }),
  note('驻村走访{80~260}户，办实事{6~24}件', '单位鉴定', {
    groups: ['posted-in', 'degree-official'],
  }),
  note('汛期、节假日值班{12~60}班', '志愿服务记录'),
  note('雨后清淤、清雪参加{3~12}次', '群众座谈'),
]
