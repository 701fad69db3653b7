import { PROCEDURES, SEVEN_SIGNERS } from '../../../matching/index.ts'
import { choicesOf, type Field, figure, row, type Section, UNITS } from '../field.ts'
import { OURS } from '../sources.ts'
import { CONCERNED, GATES, KINDS, LEVELS, SIGNED_FOR } from '../stage-words.ts'

const STAGES: Field = {
  pointer: '#/review/stages',
  words: null,
  kind: 'stages',
  presets: Object.entries(PROCEDURES).map(([id, { words, source, stages }]) => ({
    ...{ id, words, source },
    stages: stages.map((stage) => ({ ...stage, signers: [...stage.signers] })),
  })),
  seven: SEVEN_SIGNERS,
  choices: {
    kind: choicesOf(KINDS),
    level: choicesOf(LEVELS),
    for: choicesOf(CONCERNED),
    signersFor: choicesOf(SIGNED_FOR),
    gate: choicesOf(GATES),
  },
}

export const procedure: Section = {
  id: 'procedure',
  words: { zh: '提名与审查流程', en: 'Nomination and review' },
  help: {
    zh: '新流程用于以后开设的轮次；已开设的轮次各存一份流程，不随新版改变',
    en: 'Rounds opened later follow it; a round that is open keeps the procedure it began with',
  },
  rows: [
    row('review.stages', { zh: '环节', en: 'Stages' }, [STAGES], {
      help: {
        zh: '从提名到任职依次经过；选举之后只能备案，任何环节不得代替选举',
        en: 'In order, from a nomination to an office; only a filing follows the election, and nothing takes its place',
      },
      source: {
        zh: '《村民委员会组织法》第十一条；换届工作讲话与方案（S0、S3.1、S3.2、S3.4）',
        en: 'Organic Law, article 11; speech and plans (S0, S3.1, S3.2, S3.4)',
      },
    }),
    row(
      'review.signers',
      { zh: '签字职务', en: 'Positions that sign' },
      [{ pointer: '#/review/signers', words: null, kind: 'signers', seven: SEVEN_SIGNERS }],
      {
        help: {
          zh: '账号登记其中一个职务后，才能在要求该职务的环节签字',
          en: 'An account signs for the position that is entered in it',
        },
        source: { zh: '七人签字（S3.5）', en: 'The seven who sign (S3.5)' },
      },
    ),
    row(
      'review.validDays',
      { zh: '联审答复有效期', en: 'An answer stands for' },
      [figure('#/review/validDays', { unit: UNITS.days, min: 1, max: 365 })],
      {
        help: {
          zh: '到期须重新征求该部门意见',
          en: 'After that the department is asked once more',
        },
        source: OURS,
      },
    ),
  ],
}
