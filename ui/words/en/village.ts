import type { Dictionary } from '../zh-CN.ts'
import { count } from './count.ts'

export const village: Dictionary['village'] = {
  title: (name) => `${name}: proposed team`,
  households: 'Registered',
  householdsValue: (households, population) => `${households} households, ${population} people`,
  partyMembers: 'Party members',
  income: 'Collective income',
  incomeValue: (yuan) => `¥${yuan.toLocaleString('en')}`,
  trades: 'Trades',
  terrain: 'Terrain',
  lastTerm: 'Last election',
  lastTermValue: (rounds, turnout) =>
    `${count(rounds, 'round')}${turnout ? `, turnout ${turnout}` : ''}`,
  incumbents: 'Incumbents',
  incumbentsValue: (people, age) => `${people}${age ? `, mean age ${age}` : ''}`,
  needs: 'Needs of the village',
  needsHint: 'weight, and who answers it',
  needsNobody: 'nobody answers it',
  noNeeds: 'No needs are recorded; the match counts as the prior.',
  deskOnly: 'Use a computer to change people or weights',
  copyLink: 'Copy address',
  copied: 'Address copied',
}
