import type { Dictionary } from '../zh-CN.ts'
import { count } from './count.ts'

export const talents: Dictionary['talents'] = {
  title: {
    county: 'People',
    township: 'People of the township',
    village: 'People of the village',
    mentor: 'My mentees',
  },
  hint: {
    mentor: 'Portrait and evidence, without identity and telephone numbers',
  },
  watched: 'Every look is recorded; the person can see it.',
  townshipFirst: 'Township first',
  list: 'List of people',
  name: 'Name',
  sex: 'Sex',
  age: 'Age',
  education: 'Education',
  party: 'Party status',
  home: 'Home',
  work: 'Office or occupation',
  sources: 'Sources',
  status: 'Status',
  statuses: {
    registered: 'Registered',
    'in-pool': 'In the pool',
    reserve: 'Reserve',
    'trial-post': 'Trial post',
    appointed: 'Appointed',
    left: 'Left',
  },
  shown: (n, hasMore) =>
    hasMore ? `${count(n, 'person', 'people')} listed, more follow` : count(n, 'person', 'people'),
  noMenteesTitle: 'No mentees yet',
  noMenteesText: 'They stand here once the organisation department makes you their mentor.',
  lookUp: 'Find by identity number',
  lookUpText:
    'To find double entries. The whole number is needed; it is used for this search only and never stands in the address. The search is recorded.',
  idNumber: 'Identity number',
  needNumber: 'Enter the whole number of 18 signs',
  find: 'Find',
  finding: 'Looking',
  found: (n) => `${count(n, 'person', 'people')} found`,
  foundNobody: 'Nobody in your scope has this number.',
  foundMany: 'More than one person has this number: check for a double entry.',
}
