import { describe, expect, test } from 'vitest'
import type { ReviewAct } from '../../api/shapes/review-acts.ts'
import { orderFaults } from '../../api/workflow/order.ts'
import { ELECTION, fileOf, INSPECTION, PUBLISH, STUDY } from './files.ts'

const FILE = fileOf({
  nominee: { stage: 'filing' },
  acts: [
    { body: INSPECTION },
    { body: STUDY },
    { body: PUBLISH },
    { body: { kind: 'objection', raisedOn: '2026-11-18', isNamed: true, paper: '1 号' } },
    { body: ELECTION },
    { body: { kind: 'stop', reason: '本人条件变化' }, at: '2026-11-21T02:00:00.000Z' },
  ],
})
type Row = { act: ReviewAct; at: string | null; why: string }
const reply = { kind: 'reply', objection: 'act-4', isUpheld: false, paper: '2 号' } as const

describe('days that follow from each other', () => {
  test.each<Row>([
    { act: { ...STUDY, metOn: '2026-11-17' }, at: 'metOn', why: 'studied before it was inspected' },
    { act: STUDY, at: null, why: 'after the inspection' },
    { act: { ...ELECTION, heldOn: '2020-01-01' }, at: 'heldOn', why: 'elected before the notice' },
    { act: { ...ELECTION, termEndsOn: '2099-01-01' }, at: 'termEndsOn', why: 'for 73 years' },
    {
      act: { kind: 'filing', number: '1 号', filedOn: '2026-11-21' },
      at: 'filedOn',
      why: 'filed first',
    },
    {
      act: { ...reply, repliedOn: '2026-11-17' },
      at: 'repliedOn',
      why: 'answered before it was raised',
    },
    { act: { ...reply, repliedOn: '2026-11-18' }, at: null, why: 'on the same day' },
    {
      act: { kind: 'talk', talkedOn: '2026-11-20', by: '孟庆华', note: '' },
      ...{ at: 'talkedOn', why: 'talked about before it happened' },
    },
    { act: { ...PUBLISH, startsOn: '2026-09-30' }, at: 'startsOn', why: 'before the round' },
  ])('$act.kind: $why', ({ act, at }) => {
    expect(orderFaults(FILE, act).map(({ pointer }) => pointer)).toEqual(at ? [`#/act/${at}`] : [])
  })
})
