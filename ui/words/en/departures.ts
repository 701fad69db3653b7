import type { Dictionary } from '../zh-CN.ts'

export const departures: Dictionary['departures'] = {
  title: 'Leaving the pool or an office',
  hint: 'Only added to: a wrong entry is put right by a new one',
  empty: 'Nobody has recorded that the person left.',
  kinds: {
    'own-wish': 'By own wish',
    left: 'Left the office or the place',
    dismissed: 'Dismissed',
    unfit: 'Not up to the work',
    returned: 'Back in the pool',
  },
  record: 'Record that the person left',
  bring: 'Bring back into the pool',
  recordTitle: (name) => `Record that ${name} left`,
  bringTitle: (name) => `Bring ${name} back`,
  kind: 'What happened',
  chooseKind: 'Choose',
  kindHint: {
    'own-wish': 'As the person wishes; nominations under way are withdrawn',
    left: 'End of term, another post, moved away; nominations under way stop',
    dismissed: 'Recorded by the county; nominations under way stop',
    unfit: 'Recorded by the county; nominations under way stop',
  },
  quickLabel: 'Usual reasons; more may be written behind them',
  quick: {
    'own-wish': ['Asked in writing to leave', 'Leaves to work elsewhere'],
    left: [
      'Out by rule: the age limit of the office',
      'Ordered out by the rules',
      'Early: before the end of the term',
      'Giving way to somebody abler',
      'With honour: the term is served',
    ],
    dismissed: ['Dismissed by the level that manages the office'],
    unfit: ['Found unfit by an assessment'],
    returned: ['Asked to come back', 'The entry was wrong and is put right'],
  },
  on: 'Day',
  onHint: 'From which day, not in the future',
  reason: 'Reason',
  reasonHint:
    '4 characters or more, no names and no numbers. It stays in the record and in the audit',
  needKind: 'Choose what happened',
  needReason: 'Say why (4 characters or more)',
  needOn: 'Give the day, not in the future',
  effect:
    'The person is ranked, listed and proposed no more. A later entry can bring back the status of today.',
  bringEffect:
    'The person has the status of before and is ranked again. Nominations that ended stay ended.',
  save: 'Record',
  saving: 'Recording',
  done: 'Recorded.',
  brought: 'The person is back in the pool.',
  stale: 'Somebody changed the record just now; nothing was recorded. Close this and look again.',
  by: (who) => `recorded by ${who}`,
}
