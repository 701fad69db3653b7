export const village = {
  title: (name: string) => `${name} 班子方案`,
  households: '户籍',
  householdsValue: (households: string, population: string) => `${households} 户 ${population} 人`,
  partyMembers: '党员',
  income: '集体收入',
  incomeValue: (yuan: number) => `${(yuan / 10_000).toFixed(1)} 万元`,
  trades: '主业',
  terrain: '地形',
  lastTerm: '上届',
  lastTermValue: (rounds: number, turnout: string | null) =>
    `${rounds === 1 ? '一次选举成功' : `${rounds} 轮选举`}${turnout ? `，参选率 ${turnout}` : ''}`,
  incumbents: '现任',
  incumbentsValue: (people: number, age: string | null) =>
    `${people} 人${age ? `，平均 ${age} 岁` : ''}`,
  needs: '村的需求',
  needsHint: '权重与对应的建议人选',
  needsNobody: '无人对应',
  noNeeds: '没有登记需求；需求匹配按未知计。',
  deskOnly: '调整人选、权重请在电脑上操作',
  copyLink: '复制本页网址',
  copied: '网址已复制',
}
