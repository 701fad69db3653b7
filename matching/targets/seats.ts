import { committeeSeatsHeld, everyone, inCommittee, seatsHeld, seatsOfTwo } from './measure.ts'
import type { Target } from './target.ts'

export const seatsByLaw: Target = {
  id: 'seats.law',
  words: { zh: '村委会法定职数', en: 'committee seats by law' },
  source: 'LAW 6',
  unit: 'seats',
  levels: ['village'],
  form: ({ bound, village }) => ({
    bound: Math.min(bound, village?.seats.committee ?? bound),
    perPattern: inCommittee,
    perMember: everyone,
    atLeast: Math.min(bound, village?.seats.committee ?? bound),
    isWhole: true,
  }),
  value: committeeSeatsHeld,
}

export const seatsFilled: Target = {
  id: 'seats',
  words: { zh: '两委职数', en: 'seats filled' },
  source: 'LAW 6, S3.4',
  unit: 'seats',
  levels: ['village'],
  form: ({ village }) => {
    const seats = village === null ? 0 : village.seats.party + village.seats.committee
    return {
      bound: seats,
      perPattern: seatsOfTwo,
      perMember: everyone,
      atLeast: seats,
      isWhole: true,
    }
  },
  value: seatsHeld,
}
