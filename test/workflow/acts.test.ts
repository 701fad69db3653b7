import { describe, expect, test } from 'vitest'
import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { decide, mayDo } from '../../api/workflow/decide.ts'
import type { Actor, File } from '../../api/workflow/file.ts'
import {
  actor,
  asked,
  CLEAR,
  ELECTION,
  fileOf,
  INSPECTION,
  PASS,
  PUBLISH,
  SEVEN,
  STUDY,
} from './files.ts'

type Row = { file: File; act: ReviewAct; by: Actor; gives: object | string; why: string }
const at = (stage: string, given: Parameters<typeof fileOf>[0] = {}) =>
  fileOf({ departments: CLEAR, ...given, nominee: { stage, ...given.nominee } })

const BARRED = {
  eligibility: 'barred' as const,
  findings: [{ rule: 'age.max', outcome: 'breach' as const, words: { zh: '超龄', en: 'Too old' } }],
}
const UNKNOWN = {
  eligibility: 'unknown' as const,
  findings: [
    { rule: 'fitness', outcome: 'unknown' as const, words: { zh: '未知', en: 'Unknown' } },
  ],
}
const RELAXABLE = {
  eligibility: 'relaxable' as const,
  findings: [
    {
      ...{ rule: 'age.max', outcome: 'relaxable' as const, words: { zh: '超龄', en: 'Too old' } },
      approvedBy: 'county' as const,
    },
  ],
}
const APPROVED: ReviewAct = {
  ...{ kind: 'relaxation', rule: 'age.max', document: '组字〔2026〕12 号' },
  approvedOn: '2026-11-20',
}

const ON_PAPER: ReviewAct = { kind: 'pass', note: '', document: '', isOnPaper: true }

const CHECKS: Row[] = [
  {
    ...{ file: fileOf(), act: PASS, by: actor('village'), gives: { stage: 'township-review' } },
    why: 'the village checks its own',
  },
  {
    ...{ file: fileOf(), act: ON_PAPER, by: actor('township') },
    ...{ gives: { stage: 'township-review' }, why: 'a clerk writes down what was signed on paper' },
  },
  {
    ...{ file: fileOf(), act: PASS, by: actor('county'), gives: 'wrong-level' },
    why: 'the county does not sign for a village',
  },
  {
    ...{ file: at('township-review'), act: PASS, by: actor('village'), gives: 'wrong-level' },
    why: 'nor a village for its township',
  },
  {
    ...{ file: at('township-review'), act: ON_PAPER, by: actor('village') },
    ...{ gives: 'wrong-level', why: 'paper is entered by the township alone' },
  },
  {
    ...{ file: fileOf({ gate: BARRED }), act: PASS, by: actor('village'), gives: 'obstacles' },
    why: 'a bar stops at every stage',
  },
  {
    ...{ file: fileOf({ gate: UNKNOWN }), act: PASS, by: actor('village') },
    ...{ gives: { stage: 'township-review' }, why: 'the first stage stops for bars alone' },
  },
  {
    ...{ file: at('township-review', { gate: UNKNOWN }), act: PASS, by: actor('township') },
    ...{ gives: 'obstacles', why: 'the township asks for the missing paper' },
  },
  {
    ...{ file: at('township-review', { gate: RELAXABLE }), act: PASS, by: actor('township') },
    ...{ gives: 'obstacles', why: 'a relaxation needs the approval of its level' },
  },
  {
    file: at('township-review', { gate: RELAXABLE, acts: [{ body: APPROVED }] }),
    ...{ act: PASS, by: actor('township'), gives: { stage: 'joint-review' } },
    why: 'with the approval it goes on',
  },
  {
    ...{ file: at('township-review', { gate: RELAXABLE }), act: APPROVED, by: actor('township') },
    ...{ gives: 'not-relaxable', why: 'a township cannot approve what the county has to' },
  },
  {
    ...{ file: fileOf({ isClosed: true }), act: PASS, by: actor('village'), gives: 'closed' },
    why: 'nothing is signed in a closed round',
  },
  {
    ...{ file: fileOf({ nominee: { state: 'stopped' } }), act: PASS, by: actor('village') },
    ...{ gives: 'ended', why: 'nor about somebody who was stopped' },
  },
]

const JOINT: Row[] = [
  {
    file: at('joint-review', { departments: [asked('police', 'pass'), asked('court', null)] }),
    ...{
      act: PASS,
      by: actor('county'),
      gives: 'obstacles',
      why: 'one department has not answered',
    },
  },
  {
    file: at('joint-review'),
    ...{ act: PASS, by: actor('county'), gives: { stage: 'inspection' }, why: 'all have passed' },
  },
  {
    file: at('joint-review', { departments: [asked('police', 'objection')] }),
    ...{ act: PASS, by: actor('county'), gives: 'obstacles', why: 'an objection stands' },
  },
  {
    file: at('joint-review', {
      departments: [asked('police', 'objection', { code: 'sanction-in-force' })],
      nominee: { isIncumbent: true },
      acts: [{ body: { kind: 'sanction', keeps: true, document: '党委纪要 3 号', note: '' } }],
    }),
    ...{ act: PASS, by: actor('county'), gives: { stage: 'inspection' } },
    why: 'S3.4: the township Party committee keeps a sitting member under a light sanction',
  },
  {
    file: at('joint-review', {
      departments: [asked('police', 'objection', { code: 'sanction-in-force' })],
    }),
    act: { kind: 'sanction', keeps: true, document: '党委纪要 3 号', note: '' },
    ...{ by: actor('township'), gives: 'no-sanction', why: 'but only a sitting one' },
  },
  {
    file: at('joint-review', { departments: [asked('police', 'pass', { factsHash: 'other' })] }),
    ...{
      act: PASS,
      by: actor('county'),
      gives: 'obstacles',
      why: 'the answer is about other facts',
    },
  },
  {
    file: at('study', { departments: [asked('police', 'pass', { validUntil: '2026-11-22' })] }),
    ...{ act: STUDY, by: actor('county'), gives: 'obstacles' },
    why: 'an answer that ended yesterday holds up every later stage (review.clear)',
  },
  {
    file: at('study', { departments: [asked('police', 'pass', { validUntil: '2026-11-23' })] }),
    ...{ act: STUDY, by: actor('county'), gives: { stage: 'public-notice' } },
    why: 'its last day still counts',
  },
  {
    file: at('joint-review', { departments: [asked('police', null)] }),
    act: { kind: 'answer', answer: 'pass', code: null, note: '' },
    ...{ by: actor('department'), why: 'an answer stands for 90 days' },
    gives: { validUntil: '2027-02-21', case: { department: 'police', does: 'answered' } },
  },
  {
    file: at('joint-review', { departments: [asked('police', null)] }),
    act: { kind: 'answer', answer: 'pass', code: null, note: '' },
    ...{ by: actor('department', { department: 'court' }), gives: 'not-asked' },
    why: 'a department answers its own cases alone',
  },
  {
    file: at('joint-review', { departments: [asked('police', null)] }),
    act: { kind: 'excuse', department: 'police', reason: '机构改革' },
    ...{ by: actor('county'), gives: 'not-dropped' },
    why: 'nobody is left out who still takes part',
  },
  {
    file: at('joint-review', { departments: [asked('police', null, { isDropped: true })] }),
    act: { kind: 'excuse', department: 'police', reason: '机构改革' },
    ...{ by: actor('county'), gives: { case: { department: 'police', does: 'dropped' } } },
    why: 'a department that was taken off the list in mid-round',
  },
  {
    file: at('joint-review'),
    act: { kind: 'ask-again', department: 'police' },
    ...{ by: actor('county'), gives: 'still-valid', why: 'asked again only when facts changed' },
  },
]

const SEAT = { village: '370406104218', posts: ['chair' as const] }
const TWO_PLACES = {
  eligibility: 'unknown' as const,
  findings: [{ rule: 'oneplace', outcome: 'unknown' as const, words: { zh: '两村', en: 'Two' } }],
}
const STOPPED = { state: 'stopped' as const, outcome: 'not-chosen' as const }

const AGAIN: Row[] = [
  {
    ...{ file: fileOf(), act: PASS, by: actor('township'), gives: 'paper-needed' },
    why: 'a township signs for a village only what the village signed on paper',
  },
  {
    ...{ file: at('study'), act: { ...STUDY, decision: 'defer' }, by: actor('county') },
    ...{ gives: {}, why: 'deferred stays where it is' },
  },
  {
    ...{ file: fileOf({ nominee: STOPPED }), by: actor('township'), gives: 'wrong-level' },
    act: { kind: 'resume', reason: '材料已核实' },
    why: 'only the county takes somebody up again',
  },
  {
    ...{ file: fileOf({ nominee: STOPPED }), by: actor('county') },
    act: { kind: 'resume', reason: '材料已核实' },
    ...{ gives: { state: 'open', outcome: null }, why: 'and they stand where they were' },
  },
  {
    ...{ file: fileOf(), by: actor('county'), gives: 'not-ended' },
    act: { kind: 'resume', reason: '材料已核实' },
    why: 'nobody is taken up who is on the way',
  },
  {
    ...{ file: at('public-notice', { gate: TWO_PLACES }), by: actor('county') },
    act: { kind: 'target', ...SEAT, reason: '仍在本村' },
    gives: {},
    why: 'nominated elsewhere after the study: choosing the seat that was studied asks for nothing anew',
  },
  {
    ...{ file: at('public-notice', { gate: TWO_PLACES }), by: actor('county'), gives: 'too-late' },
    act: { kind: 'target', ...SEAT, posts: ['secretary'], reason: '改任书记' },
    why: 'but another seat was not studied',
  },
  {
    file: at('joint-review', {
      departments: [asked('police', 'objection', { answeredAt: '2026-11-19T01:00:00.000Z' })],
    }),
    act: { kind: 'ask-again', department: 'police' },
    ...{ by: actor('county'), gives: 'still-valid', why: 'an objection stands as it is' },
  },
  {
    file: at('joint-review', {
      departments: [asked('police', 'objection', { answeredAt: '2026-11-19T01:00:00.000Z' })],
      acts: [{ body: { kind: 'supplement', note: '已补结案证明', department: null } }],
    }),
    act: { kind: 'ask-again', department: 'police' },
    ...{ by: actor('county'), gives: { case: { department: 'police', does: 'asked' } } },
    why: 'once something was supplied since, the department is asked again',
  },
]

const LATER: Row[] = [
  {
    ...{ file: at('inspection'), act: INSPECTION, by: actor('county'), gives: { stage: 'study' } },
    why: 'a conclusion of fit leads on',
  },
  {
    ...{ file: at('inspection'), act: { ...INSPECTION, conclusion: 'unfit' }, by: actor('county') },
    ...{ gives: {}, why: 'unfit stays until the county stops or inspects anew' },
  },
  {
    ...{ file: at('study'), act: { ...STUDY, decision: 'reject' }, by: actor('county') },
    ...{ gives: { state: 'stopped', outcome: 'not-chosen' }, why: 'not approved is the end' },
  },
  {
    ...{ file: at('public-notice'), act: PUBLISH, by: actor('county') },
    ...{ gives: { validUntil: '2026-11-23' }, why: 'five working days after Monday the 16th' },
  },
  {
    file: at('public-notice', { acts: [{ stage: 'public-notice', body: PUBLISH }] }),
    act: { kind: 'end-notice', note: '' },
    ...{ by: actor('county'), gives: 'obstacles', why: 'it ends today: over only tomorrow' },
  },
  {
    file: at('public-notice', {
      today: '2026-11-24',
      acts: [{ stage: 'public-notice', body: PUBLISH }],
    }),
    act: { kind: 'end-notice', note: '' },
    ...{ by: actor('county'), gives: { stage: 'approval' }, why: 'the day after' },
  },
  {
    file: at('public-notice', {
      ...{ today: '2026-11-24', workdaysAfter: () => '2026-11-30' },
      acts: [{ stage: 'public-notice', validUntil: '2026-11-23', body: PUBLISH }],
    }),
    act: { kind: 'end-notice', note: '' },
    ...{ by: actor('county'), gives: 'obstacles' },
    why: 'a holiday was put into the period after it was published: it lasts longer',
  },
  {
    file: at('public-notice', {
      today: '2026-11-24',
      acts: [
        { stage: 'public-notice', body: PUBLISH },
        {
          stage: 'public-notice',
          body: { kind: 'objection', raisedOn: '2026-11-18', isNamed: true, paper: '异议 1 号' },
        },
      ],
    }),
    act: { kind: 'end-notice', note: '' },
    ...{ by: actor('county'), gives: 'obstacles', why: 'an objection waits for its reply' },
  },
  {
    ...{ file: at('election'), act: ELECTION, by: actor('township') },
    gives: { stage: 'settled', state: 'settled', outcome: 'elected' },
    why: 'elected, with the term',
  },
  {
    ...{ file: at('election'), act: { ...ELECTION, isElected: false }, by: actor('township') },
    ...{ gives: { state: 'settled', outcome: 'not-chosen' }, why: 'not elected' },
  },
  {
    ...{ file: at('election'), by: actor('township'), gives: 'party-only' },
    act: {
      ...{ kind: 'appointment', document: '任职文件', appointedOn: '2026-11-20' },
      ...{ termStartsOn: '2026-11-20', termEndsOn: '2031-11-19' },
    },
    why: 'LAW 11: nobody is appointed to a committee',
  },
  {
    file: at('election', { nominee: { posts: ['secretary'], isCommunity: true } }),
    ...{ by: actor('township'), gives: 'party-only' },
    act: {
      ...{ kind: 'appointment', document: '任职文件', appointedOn: '2026-11-20' },
      ...{ termStartsOn: '2026-11-20', termEndsOn: '2031-11-19' },
    },
    why: 'S0: nor a community secretary in place of the election',
  },
  {
    file: at('joint-review', { nominee: { posts: [] } }),
    ...{ act: PASS, by: actor('county') },
    ...{ gives: { state: 'settled', outcome: 'reserve' }, why: 'for the pool only: that was all' },
  },
  {
    ...{ file: at('public-notice'), by: actor('county'), gives: 'too-late' },
    act: { kind: 'target', village: null, posts: [], reason: '改为仅入库' },
    why: 'the seat was studied: another seat is another nomination',
  },
  {
    ...{ file: at('inspection'), by: actor('county'), why: 'all is signed anew for another seat' },
    act: { kind: 'target', village: '370406104219', posts: ['chair'], reason: '本人意愿' },
    gives: { stage: 'village-check', target: { village: '370406104219', posts: ['chair'] } },
  },
  {
    file: fileOf({ nominee: { state: 'stopped', outcome: 'not-chosen' } }),
    act: { kind: 'talk', talkedOn: '2026-11-22', by: '孟庆华', note: '' },
    ...{ by: actor('township'), gives: {}, why: 'whoever was not chosen is told in a talk' },
  },
]

describe.each([
  { name: 'checks', rows: CHECKS },
  { name: 'the joint review', rows: JOINT },
  { name: 'later stages', rows: LATER },
  { name: 'anew', rows: AGAIN },
])('$name', ({ rows }) => {
  test.each(rows)('$act.kind: $why', ({ file, act, by, gives }) => {
    const decision = decide(file, act, by)
    if (typeof gives === 'string') expect(decision).toMatchObject({ is: 'refused', code: gives })
    else expect(decision).toMatchObject({ is: 'taken', effect: gives })
  })
})

describe('seven signatures', () => {
  const combined = { posts: ['secretary', 'chair'], stage: 'township-review' }
  const signed = (...signers: string[]) =>
    fileOf({
      ...{ procedure: SEVEN, nominee: combined },
      acts: signers.map((signer) => ({ body: PASS, stage: 'township-review', signer })),
    })
  const six = SEVEN.signers.slice(0, 6).map(({ id }) => id)

  test('the seventh leads on, the sixth does not', () => {
    const last = actor('township', { signsAs: 'police-head' })
    expect(decide(signed(...six), PASS, last)).toMatchObject({ effect: { stage: 'joint-review' } })
    expect(decide(signed(...six.slice(1)), PASS, last)).toEqual({
      ...{ is: 'taken', effect: { signer: 'police-head' } },
    })
  })

  test.each([
    { signsAs: null, code: 'no-signer', why: 'an account without a position of the list' },
    { signsAs: 'township-head', code: 'signed', why: 'a position signs once' },
  ])('$code: $why', ({ signsAs, code }) => {
    expect(decide(signed(...six), PASS, actor('township', { signsAs }))).toMatchObject({ code })
  })

  test('an account signs for one position, whatever it is given afterwards', () => {
    const file = fileOf({
      ...{ procedure: SEVEN, nominee: combined },
      acts: [{ body: PASS, stage: 'township-review', signer: 'township-head', account: 'one' }],
    })
    const moved = actor('township', { signsAs: 'police-head', account: 'one' })
    expect(decide(file, PASS, moved)).toMatchObject({ is: 'refused', code: 'signed' })
  })

  test('whoever may not sign is not offered it', () => {
    expect(mayDo(signed(), actor('township'))).not.toContain('pass')
    expect(mayDo(signed(), actor('township', { signsAs: 'police-head' }))).toContain('pass')
  })
})
