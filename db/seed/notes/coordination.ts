import { note } from './note.ts'

export const coordination = [
  note('调解纠纷{6~58}件，双方签字', '司法所核实', { skills: ['mediation', 'law'] }),
  note('化解山林地界争议{2~9}起，无反复', '司法所核实', { skills: ['mediation', 'forestry'] }),
  note('任期内调处邻里、赡养纠纷{8~40}件', '司法所核实', { isSitting: true }),
  note('组织土地流转签约{30~160}户，无遗留', '乡镇年度考核', { isSitting: true }),
  note('牵头修路协调青苗补偿{12~60}户', '乡镇核实', { isSitting: true }),
  note('协调{3~8}家企业用工，签约{20~90}人', '乡镇核实', { groups: ['merchant', 'returnee'] }),
  note('统一{12~70}户社员的收购价和标准', '合作社台账', {
    groups: ['cooperative-head', 'wealth-creator'],
  }),
  note('组织退役军人服务队{8~24}人应急出动{2~7}次', '乡镇核实', { groups: ['veteran'] }),
  note('牵头“美丽庭院”评比，{40~180}户参加', '乡镇核实', { groups: ['womens-federation'] }),
  note('为婆媳、夫妻矛盾上门{6~30}次，和解{4~20}件', '群众座谈', {
    groups: ['womens-federation', 'volunteer'],
  }),
  note('协调物业与业主矛盾{5~26}件', '网格平台记录', { groups: ['social-worker'] }),
  note('网格事项流转{40~260}件，办结{90~99}%', '网格平台记录', {
    skills: ['grid-work', 'social-work'],
  }),
  note('在镇专班负责征迁联络{15~60}户', '单位鉴定', {
    groups: ['posted-in', 'retired-official', 'degree-official'],
  }),
  note('协助组织户代表会议{3~8}次，记录齐全', '乡镇核实'),
  note('参加群众工作方法培训{2~4}天，结业', '培训结业'),
  note('用水高峰排班，{20~90}户无争执', '群众座谈', {
    skills: ['water-works', 'grape-growing', 'fruit-growing'],
  }),
  note('牵线家校联系{20~80}户', '单位鉴定', { groups: ['doctor-or-teacher'] }),
  note('红白理事会主持操办{6~30}场，从简', '群众座谈', { ages: [47, 64] }),
]
