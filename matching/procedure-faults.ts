import type { Procedure, ReviewStage } from './procedure.ts'
import type { Words } from './types.ts'

/** Something that nobody could follow, or that the law does not allow. */
export type ProcedureFault = {
  /** Place within the procedure, such as `stages/2/days`. */
  at: string
  words: Words
}

/** S3.1: a public notice runs for five working days or more. */
export const LEAST_NOTICE_DAYS = 5
const MOST_NOTICE_DAYS = 60
const MOST_DAYS = 365

/** All that is wrong with a procedure; none: it can be followed. */
export function procedureFaults(procedure: Procedure): ProcedureFault[] {
  const { stages, validDays } = procedure
  return [
    ...stages.flatMap((stage, at) => stageFaults(stage, at, procedure)),
    ...kindFaults(stages),
    ...orderFaults(stages),
    ...signerFaults(procedure),
    ...unless(isWhole(validDays, 1, MOST_DAYS), 'validDays', {
      zh: `答复有效期应为 1 到 ${MOST_DAYS} 的整数（日）。`,
      en: `An answer stands for a whole number of days from 1 to ${MOST_DAYS}.`,
    }),
  ]
}

/** Acts that a position can sign: at other kinds one account records what a meeting or an election brought. */
export const SIGNED_KINDS: ReviewStage['kind'][] = ['check', 'approval']

function stageFaults(stage: ReviewStage, at: number, { stages, signers }: Procedure) {
  const { id, kind, words, level, days, noticeDays } = stage
  const here = `stages/${at}`
  const known = new Set(signers.map((signer) => signer.id))
  const strangers = stage.signers.filter((signer) => !known.has(signer))
  const name = words.zh.trim() || `第 ${at + 1} 个环节`
  const english = words.en.trim() || `Stage ${at + 1}`
  const tell = (zh: string, en: string): Words => ({
    zh: `${name}：${zh}`,
    en: `${english}: ${en}`,
  })
  return [
    ...unless(stages.findIndex((one) => one.id === id) === at, `${here}/id`, {
      zh: `环节编号 ${id} 重复。`,
      en: `The id ${id} of a stage stands twice.`,
    }),
    ...unless(isNamed(words), `${here}/words`, {
      zh: `第 ${at + 1} 个环节的中英文名称都须填写。`,
      en: `Stage ${at + 1} needs a name in both languages.`,
    }),
    ...unless(
      isWhole(days, 1, MOST_DAYS),
      `${here}/days`,
      tell(
        `时限应为 1 到 ${MOST_DAYS} 的整数（工作日）。`,
        `the time limit is a whole number of working days from 1 to ${MOST_DAYS}.`,
      ),
    ),
    ...unless(
      kind === 'notice'
        ? isWhole(noticeDays, LEAST_NOTICE_DAYS, MOST_NOTICE_DAYS)
        : noticeDays === null,
      `${here}/noticeDays`,
      kind === 'notice'
        ? tell(
            `公示不少于 ${LEAST_NOTICE_DAYS} 个工作日（S3.1），不超过 ${MOST_NOTICE_DAYS} 个。`,
            `a notice runs for ${LEAST_NOTICE_DAYS} working days or more (S3.1), ${MOST_NOTICE_DAYS} at most.`,
          )
        : tell('只有公示环节规定公示天数。', 'only a notice has days of publication.'),
    ),
    ...unless(
      strangers.length === 0,
      `${here}/signers`,
      tell(
        `签字职务清单中没有 ${strangers.join('、')}。`,
        `the list of positions has no ${strangers.join(', ')}.`,
      ),
    ),
    ...unless(
      new Set(stage.signers).size === stage.signers.length,
      `${here}/signers`,
      tell('同一职务只签一次。', 'a position signs once.'),
    ),
    ...unless(
      stage.signers.length === 0 || (level === 'township' && SIGNED_KINDS.includes(kind)),
      `${here}/signers`,
      tell(
        '指定职务签字只用于乡镇（街道）办理的审核、批复环节。',
        'positions sign only where a township reviews or approves.',
      ),
    ),
  ]
}

function kindFaults(stages: ReviewStage[]): ProcedureFault[] {
  const elections = placesOf(stages, 'election')
  const [election] = elections
  return [
    ...placesOf(stages, 'joint-review').slice(1).map(again),
    ...elections.slice(1).map(again),
    ...(election === undefined
      ? [{ at: 'stages', words: NO_ELECTION }]
      : unless(stages[election]!.for === 'posts', `stages/${election}/for`, FOR_POSTS)),
  ]
}

/** A chosen person is chosen: what could still refuse somebody comes before the election (LAW 11). */
function orderFaults(stages: ReviewStage[]): ProcedureFault[] {
  const [election = -1] = placesOf(stages, 'election')
  if (election === -1) return []
  return stages.flatMap(({ kind }, at) => {
    const here = `stages/${at}/kind`
    if (kind === 'filing') return unless(at > election, here, FILING_AFTER)
    if (kind === 'election') return []
    return unless(at < election, here, kind in BEFORE ? BEFORE[kind as Ahead] : ALL_BEFORE)
  })
}

function signerFaults({ signers }: Procedure): ProcedureFault[] {
  return signers.flatMap(({ id, words }, at) => [
    ...unless(
      id.trim() !== '' && signers.findIndex((one) => one.id === id) === at,
      `signers/${at}/id`,
      {
        zh: `签字职务编号 ${id} 为空或重复。`,
        en: `The id ${id} of a position is empty or stands twice.`,
      },
    ),
    ...unless(isNamed(words), `signers/${at}/words`, {
      zh: `第 ${at + 1} 个签字职务的中英文名称都须填写。`,
      en: `Position ${at + 1} needs a name in both languages.`,
    }),
  ])
}

function placesOf(stages: ReviewStage[], kind: ReviewStage['kind']): number[] {
  return stages.flatMap((stage, at) => (stage.kind === kind ? [at] : []))
}

function again(at: number): ProcedureFault {
  return {
    at: `stages/${at}/kind`,
    words: {
      zh: '部门联审、选举在一个流程中各只有一个环节。',
      en: 'A procedure has one joint review and one election at most.',
    },
  }
}

function unless(holds: boolean, at: string, words: Words): ProcedureFault[] {
  return holds ? [] : [{ at, words }]
}

function isNamed({ zh, en }: Words): boolean {
  return zh.trim() !== '' && en.trim() !== ''
}

function isWhole(value: number | null, least: number, most: number): boolean {
  return value !== null && Number.isInteger(value) && value >= least && value <= most
}

const NO_ELECTION = {
  zh: '流程中须有选举环节：村（居）委会成员由选举产生，任何组织或者个人不得指定、委派或者撤换（《村民委员会组织法》第十一条）。',
  en: 'The procedure needs an election: nobody may appoint, assign or replace members of a villagers’ committee (Organic Law, article 11).',
}
const FOR_POSTS = {
  zh: '选举环节适用于“拟任岗位的人选”：凡拟任岗位的都须经过选举，仅入库的不参加。',
  en: 'The election is for whoever is proposed for a post: all of them, and nobody for the pool only.',
}
type Ahead = keyof typeof BEFORE
const BEFORE = {
  'joint-review': {
    zh: '部门联审须在选举之前完成。',
    en: 'The joint review comes before the election.',
  },
  notice: { zh: '公示须在选举之前完成。', en: 'The notice comes before the election.' },
}
const ALL_BEFORE = {
  zh: '选举之后只能备案：当选结果不再由审查环节改变（《村民委员会组织法》第十一条）。',
  en: 'Only a filing follows the election: no review changes its result (Organic Law, article 11).',
}
const FILING_AFTER = { zh: '备案须在选举之后。', en: 'The filing comes after the election.' }
