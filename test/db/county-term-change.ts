import type { Rows } from './county.ts'
import { NOW } from './county-offices.ts'
import { roundId } from './county-rounds.ts'

/** Rows of every table of the term change. */
export type TermChangeRows = Pick<
  Rows,
  | 'villageEntries'
  | 'villageFiles'
  | 'villageMergers'
  | 'settledTerms'
  | 'listDecisions'
  | 'readinessActions'
  | 'warnings'
  | 'villageStandings'
  | 'standingChanges'
  | 'villageTeams'
  | 'paperTemplates'
  | 'appointmentForms'
  | 'photographs'
>
type Given = Pick<Rows, 'villages' | 'talents'>

export const AUDITED_ON = '2026-10-20'

/** Of every village and every person one row of each; the first person of a village is decided for its list. */
export function termChangeRows(countyCode: string, { villages, talents }: Given): TermChangeRows {
  const accountId = `${countyCode}-county`
  const words = '{"zh":"公示只有三日","en":"Published for three days"}'
  const at = <Row>(rowOf: (of: { countyCode: string; villageCode: string }) => Row) =>
    villages.map(({ code }) => rowOf({ countyCode, villageCode: code }))
  const about = <Row>(rowOf: (of: { countyCode: string; talentId: string }) => Row) =>
    talents.map(({ id }) => rowOf({ countyCode, talentId: id }))
  const first = new Map(
    talents.toReversed().map(({ id, homeVillageCode }) => [homeVillageCode, id]),
  )
  return {
    villageEntries: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-entry`, kind: 'audit', onDay: AUDITED_ON, source: '审计' },
      ...{ body: '{"office":"书记","notices":[]}', createdAt: NOW, createdBy: accountId },
      ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
    })),
    villageFiles: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-file`, entryId: `${of.villageCode}-entry` },
      ...{ name: '审计报告.pdf', media: 'application/pdf', size: 1, contentHash: 'hash' },
      ...{ addedAt: NOW, addedBy: accountId, removedAt: null, removedBy: null },
    })),
    villageMergers: [],
    settledTerms: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-settled`, roundId: roundId(countyCode) },
      ...{ termId: `${of.villageCode}-2021`, enteredAt: NOW, enteredBy: accountId },
      ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
    })),
    listDecisions: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-decision`, list: 'willing', remedy: null },
      ...{ talentId: first.get(of.villageCode) ?? null, reason: '已谈话', at: NOW },
      ...{ accountId, accountName: '某某', position: null },
      ...{ takenBackAt: null, takenBackBy: null, takenBackReason: null },
    })),
    readinessActions: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-action`, indicator: 'audit', what: '补公示' },
      ...{ assigneeId: null, assigneeName: '农经站', dueOn: '2026-11-30', assignedAt: NOW },
      ...{ assignedBy: accountId, doneOn: null, result: null, closedAt: null, closedBy: null },
      ...{ isDropped: 0, revision: 1 },
    })),
    warnings: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-warning`, indicator: 'audit', colour: 'red', words },
      ...{ raisedAt: NOW, clearedAt: null, closedAt: null, closedBy: null, reopensId: null },
    })),
    villageStandings: villages.map(({ code, townshipCode }) => ({
      ...{ countyCode, villageCode: code, townshipCode, colour: 'red', score: 0.5, words },
      ...{ indicators: '[]', list: 'willing', listStanding: STANDING, reserves: 1, people: 2 },
      ...{ stale: 0, isReachable: 1, singles: 0, asked: 2, answered: 1, late: 0, countedAt: NOW },
    })),
    standingChanges: at((of) => ({
      ...{ ...of, id: `${of.villageCode}-change`, colourBefore: null, colour: 'red', words },
      ...{ listBefore: null, list: 'willing', at: NOW },
    })),
    villageTeams: at((of) => ({
      ...{ ...of, fingerprint: 'print', countedAt: NOW },
      outlook: '{"on":"2026-11-23","law":[],"policy":[],"singles":[],"seats":[]}',
    })),
    paperTemplates: [
      { countyCode, version: 1, name: '报告.docx', body: 'UEs=', createdAt: NOW, createdBy: 'it' },
    ],
    appointmentForms: about((of) => ({
      ...{ ...of, cipher: `${of.talentId}-form`, readAt: NOW, readBy: accountId },
    })),
    photographs: about((of) => ({
      ...{ ...of, id: `${of.talentId}-photograph`, name: '照片.jpg', media: 'image/jpeg', size: 1 },
      ...{ contentHash: 'hash', addedAt: NOW, addedBy: accountId },
      ...{ removedAt: null, removedBy: null },
    })),
  }
}

const STANDING =
  '{"list":"willing","talents":[],"by":"facts","on":"2026-11-23","words":{"zh":"","en":""}}'
