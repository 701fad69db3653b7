import type { VillageTable } from '../schema.ts'
import type { SkillId } from './skills.ts'
import type { TradeName } from './trades.ts'

/** 北庄镇, the town of S2: 21 villages, five of them key and difficult, 78 seats on Party committees in all. */
export const BEIZHUANG = '370406104'

type Facts = {
  party: number
  committee: number
  isKey: boolean
  trades: TradeName[]
  row?: Partial<VillageTable>
  needs?: [SkillId, percent: number, zh: string, en: string][]
}

export const BEIZHUANG_VILLAGES: Record<string, Facts> = {
  北庄村: facts(5, 7, ['葡萄', '电商']),
  毛宅村: facts(3, 3, ['桃', '板栗'], 'key'),
  高庄村: facts(4, 5, ['樱桃', '冷库']),
  三道峪村: facts(3, 3, ['板栗', '核桃'], 'key'),
  杏峪村: facts(3, 3, ['樱桃', '乡村旅游']),
  后峪村: facts(3, 3, ['板栗', '花椒']),
  东洋泉村: facts(4, 3, ['葡萄', '乡村旅游']),
  青石岭村: facts(3, 3, ['花椒', '山羊'], 'key'),
  外峪子村: facts(3, 3, ['板栗']),
  东庄村: facts(5, 5, ['葡萄', '冷库']),
  徐洼村: facts(3, 3, ['地瓜', '山羊']),
  双山涧村: facts(4, 4, ['乡村旅游', '樱桃']),
  上十河村: facts(3, 3, ['葡萄', '地瓜'], 'key'),
  下十河村: facts(4, 3, ['葡萄', '桃']),
  半湖村: facts(5, 5, ['桃', '电商']),
  管理村: facts(5, 5, ['葡萄', '冷库']),
  洪门村: {
    ...facts(3, 5, ['葡萄', '乡村旅游']),
    row: { households: 402, population: 1286, partyMembers: 47, collectiveIncome: 386_000 },
    needs: [
      ['grape-growing', 30, '葡萄提档、冷链', 'Better grapes, kept cold'],
      ['e-commerce', 26, '电商销售', 'Selling online'],
      ['mediation', 20, '纠纷调解', 'Settling disputes'],
      ['bookkeeping', 14, '集体账目', 'Collective accounts'],
      ['tourism', 10, '旅游接待', 'Receiving tourists'],
    ],
  },
  铁山村: facts(4, 3, ['核桃', '樱桃']),
  羊栏村: facts(3, 3, ['山羊', '板栗'], 'key'),
  务后村: facts(5, 5, ['桃', '地瓜']),
  小西庄村: facts(3, 3, ['地瓜']),
}

export function factsOf(name: string): Facts | undefined {
  return BEIZHUANG_VILLAGES[name]
}

function facts(party: number, committee: number, trades: TradeName[], key?: 'key'): Facts {
  return { party, committee, trades, isKey: key === 'key' }
}
