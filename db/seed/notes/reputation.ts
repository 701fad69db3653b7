import { note } from './note.ts'

export const reputation = [
  note('村民代表测评满意率{72~97}%', '村民代表测评'),
  note('党员推荐得票{40~92}%', '支部民主评议', { isMember: true }),
  note('群众推荐{12~90}票，列全村前{2~6}名', '村民代表测评'),
  note('现班子满意度测评{70~96}%，覆盖{60~88}%的户', '村民代表测评', { isSitting: true }),
  note('换届前民意调查支持率{56~93}%', '乡镇核实', { isSitting: true }),
  note('入户访谈{10~30}户，{8~10}成好评', '群众座谈'),
  note('社员大会满意度{80~98}%', '合作社台账', { groups: ['cooperative-head'] }),
  note('患者、家长评议{85~99}分', '单位鉴定', { groups: ['doctor-or-teacher'] }),
  note('居民议事会推荐为楼长', '村民代表测评', { groups: ['social-worker', 'volunteer'] }),
  note('被推选为村民代表{1~3}届', '村民代表测评', { ages: [30, 64] }),
  note('被推选为红白理事会成员', '群众座谈', { ages: [46, 64] }),
  note('妇女议事会上{80~97}%同意推荐', '村民代表测评', { groups: ['womens-federation'] }),
  note('退役军人之家评为“身边好战友”', '群众座谈', { groups: ['veteran'] }),
  note('“最美返乡青年”网络投票{600~5200}票', '乡镇核实', {
    groups: ['returnee', 'graduate'],
    ages: [20, 40],
  }),
  note('帮工还工，邻里评议“靠得住”', '群众座谈'),
  note('老干部座谈一致认可', '群众座谈', { groups: ['retired-official', 'posted-in'] }),
]
