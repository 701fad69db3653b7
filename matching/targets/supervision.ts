import { isDiscipline } from '../pattern.ts'
import { everyone } from './measure.ts'
import type { Target } from './target.ts'

export const supervisionSeats: Target = {
  id: 'supervision.seats',
  words: { zh: '监督委员会职数', en: 'supervision seats filled' },
  source: 'LAW 32, S3.4',
  unit: 'seats',
  levels: ['village'],
  form: ({ village }) => {
    const seats = village?.seats.supervision ?? 0
    return {
      bound: seats,
      perPattern: ({ supervision }) => (supervision === null ? 0 : 1),
      perMember: everyone,
      atLeast: seats,
      isWhole: true,
    }
  },
  value: (team) => team.filter(({ pattern }) => pattern.supervision !== null).length,
}

/** In principle the head is the discipline member of the party committee; a village without either has nothing to ask. */
export const supervisionHead: Target = {
  id: 'supervision.head',
  words: { zh: '纪检委员任监督委员会主任', en: 'discipline member heads supervision' },
  source: 'LAW 32, S3.4',
  unit: 'villages',
  levels: ['village'],
  form: ({ bound, village }) =>
    village === null || village.seats.supervision === 0 || village.seats.party < 2
      ? null
      : {
          perPattern: (pattern) => (isDiscipline(pattern) ? 1 : 0),
          perMember: everyone,
          atLeast: bound,
          isWhole: true,
        },
  value: (team) => team.filter(({ pattern }) => isDiscipline(pattern)).length,
}
