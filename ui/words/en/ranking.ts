import type { Dictionary } from '../zh-CN.ts'

export const robustness: Dictionary['robustness'] = {
  column: 'How firm',
  first: (share) => `First in ${share}`,
  top: (k, share) => `Of the first ${k} in ${share}`,
  within: (points) => `±${points}`,
  below: 'under 1%',
  above: 'over 99%',
  expected: (place) => `Place ${place} on average over the samples`,
  open: 'Order open',
  openShare: (share) =>
    `The order with the next person is open: turned round in ${share} of the samples`,
  working: 'Sampling',
  workingLong: 'Drawing samples to see how firm the order is; the ranking can be read meanwhile',
  how: 'How this is computed',
  howSampled: (samples) =>
    `Fit is an interval: what lacks evidence may be high or low. Weights vary around the policy’s as well, by a quarter on average. Within these limits the program draws ${samples} samples and ranks everybody anew in each.`,
  howCounted: (samples, times) =>
    `“First in 63%” means first in ${times} of ${samples} samples; ± is the error of sampling in percentage points.`,
  howOpen:
    'Where two neighbours change places in more than a third of the samples, their order is marked as open: look at both.',
  howSeed: 'The same evidence and the same weights always give the same answer.',
  howNot:
    'It says how far today’s evidence settles the order. It judges nobody and decides nothing.',
  title: 'What would make it firmer',
  settled: (k) =>
    k === 1 ? 'Who comes first is all but settled.' : `The first ${k} are all but settled.`,
  leads: (name, share, next, nextShare) =>
    `By today’s evidence ${name} comes first in ${share} of the samples, ${next} in ${nextShare}.`,
  uncertain: (k, places) =>
    `Of the first ${k} places about ${places} may still go to somebody else.`,
  papers: 'Papers that would settle most',
  papersHint: 'Each helps alone; not all are needed',
  gain: (part) => `makes the order ${part} less open on average`,
  look: (name) => `Look at ${name}`,
  noPapers: 'No single paper would make the order much firmer.',
  noPapersText:
    'Several people are close together, or much evidence is missing: complete several papers, or compare them in person and decide together.',
  second: 'Checked by another method',
  secondHint:
    'TOPSIS orders by the distance to the best and the worst of each criterion; strengths make up for weaknesses less than in the fit',
  same: (k) =>
    k === 1 ? 'Both methods put the same person first.' : `Both methods agree on the first ${k}.`,
  sameFirst: (name, k) =>
    `Both methods put ${name} first; the order of the first ${k} is not the same.`,
  differ: (fit, other) =>
    `The methods disagree: ${fit} is first by fit, ${other} by TOPSIS. The order alone should not decide: set out what speaks for each and decide together.`,
  agreement: (tau) => `Agreement over everybody ${tau} (1 the same order, 0 unrelated)`,
  noAgreement: 'Too few people to tell how far they agree',
  byFit: 'By fit',
  byOther: 'By TOPSIS',
}

export const ranking: Dictionary['ranking'] = {
  title: 'People ranked for each post',
  hint: 'Those who could serve here, by fit; order may flip where intervals overlap',
  legend: 'Length is the contribution to fit',
  proven: 'proven',
  claimed: 'claimed by the person',
  missing: 'evidence missing',
  weight: 'Weight',
  contributes: 'Adds',
  place: 'Place',
  name: 'Person',
  contribution: 'Contribution of each criterion',
  reason: 'Reason and remarks',
  unknown: (n) => `${n} to be verified`,
  unknownHint: 'papers are missing; not proposed until they are in',
  barred: (n) => `${n} not eligible`,
  barredHint: 'with every reason',
  showAll: (n) => `Show all ${n}`,
  showTop: 'First 10 only',
  none: 'Nobody is eligible',
  noneText: 'Open “to be verified” below to see which papers would change this.',
  inSlate: 'proposed',
  criteria: 'Criteria',
  ratio: (cr) => `Consistency of weights ${cr}`,
  ratioBad: ' (not consistent enough, review)',
  ratioGood: ' (usable)',
  missingPaper: 'Missing',
  home: 'from here',
}
