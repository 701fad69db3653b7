import { say, t } from '../../../words/index.ts'
import {
  type ActContext,
  type ActField,
  type ActForm,
  type OfficeAct,
  oneOf,
  textOf,
} from './field.ts'
import { FIGURE_FORMS } from './figure-forms.ts'
import { ruleWords } from './rules.ts'
import { TARGET_FORM } from './target-form.ts'

const f = () => t().review.field
const YES_NO = ['yes', 'no'] as const
const isYes = (value: string | undefined) => oneOf(YES_NO, value) === 'yes'

const noteField = (): ActField => ({
  ...{ id: 'note', kind: 'area', isOptional: true, maxlength: 500 },
  label: () => f().noteOptional,
})
const areaField = (id: string, label: () => string): ActField => ({
  ...{ id, kind: 'area', maxlength: 500, label },
})
const textField = (id: string, label: () => string, more: Partial<ActField> = {}): ActField => ({
  ...{ id, kind: 'text', maxlength: 80, label, ...more },
})
const dateField = (id: string, label: () => string): ActField => ({ id, kind: 'date', label })
const choiceField = (
  id: string,
  label: () => string,
  names: () => Readonly<Record<string, string>>,
): ActField => ({
  ...{ id, kind: 'choice', label },
  choices: () => Object.entries(names()).map(([value, name]) => ({ value, name })),
})

/** Every act that an office signs, with exactly the fields of its body. */
export const ACT_FORMS: Record<OfficeAct, ActForm> = {
  ...FIGURE_FORMS,
  target: TARGET_FORM,
  pass: {
    fields: (context) => [
      textField('document', () => f().documentOptional, { isOptional: true }),
      noteField(),
      ...(isForVillage(context) ? [tick('isOnPaper', () => f().isOnPaper)] : []),
    ],
    body: (draft) => ({
      ...{ kind: 'pass', note: textOf(draft, 'note'), document: textOf(draft, 'document') },
      isOnPaper: draft.isOnPaper === 'yes',
    }),
  },
  ask: {
    fields: () => [areaField('note', () => f().what)],
    body: (draft) => ({ kind: 'ask', note: textOf(draft, 'note') }),
  },
  supplement: {
    fields: (context) => [
      ...(askers(context).length > 1 ? [whoAsked(context)] : []),
      areaField('note', () => f().supplied),
    ],
    begin: (context) => {
      const [only, ...others] = askers(context)
      return only && others.length === 0 ? { department: only.value } : {}
    },
    body: (draft) => ({
      ...{ kind: 'supplement', note: textOf(draft, 'note') },
      department: draft.department === OFFICE ? null : textOf(draft, 'department'),
    }),
  },
  stop: {
    isDanger: true,
    fields: () => [areaField('reason', () => f().reason)],
    body: (draft) => ({ kind: 'stop', reason: textOf(draft, 'reason') }),
  },
  withdraw: {
    isDanger: true,
    fields: () => [
      { ...areaField('reason', () => f().reasonOptional), isOptional: true },
      tick('isOnPaper', () => f().isWithdrawnOnPaper),
    ],
    body: (draft) => ({
      ...{ kind: 'withdraw', reason: textOf(draft, 'reason') },
      isOnPaper: draft.isOnPaper === 'yes',
    }),
  },
  resume: {
    fields: () => [areaField('reason', () => f().reason)],
    body: (draft) => ({ kind: 'resume', reason: textOf(draft, 'reason') }),
  },
  relaxation: {
    fields: (context) => [
      ...(context.given.rule ? [] : [ruleField(context)]),
      textField('document', () => f().document),
      dateField('approvedOn', () => f().approvedOn),
    ],
    body: (draft, { nominee }) => ({
      ...{ kind: 'relaxation', rule: oneOf(nominee?.relaxable ?? [], draft.rule) },
      ...{ document: textOf(draft, 'document'), approvedOn: textOf(draft, 'approvedOn') },
    }),
  },
  excuse: {
    fields: (context) => [...departmentField(context), areaField('reason', () => f().reason)],
    body: (draft) => ({
      ...{ kind: 'excuse', reason: textOf(draft, 'reason') },
      department: textOf(draft, 'department'),
    }),
  },
  'ask-again': {
    fields: (context) => departmentField(context),
    body: (draft) => ({ kind: 'ask-again', department: textOf(draft, 'department') }),
  },
  sanction: {
    answer: 'keeps',
    fields: () => [
      choiceField(
        'keeps',
        () => f().keeps,
        () => t().review.choice.keeps,
      ),
      textField('document', () => f().document),
      noteField(),
    ],
    body: (draft) => ({
      ...{ kind: 'sanction', keeps: isYes(draft.keeps), document: textOf(draft, 'document') },
      note: textOf(draft, 'note'),
    }),
  },
  'end-notice': {
    fields: () => [noteField()],
    body: (draft) => ({ kind: 'end-notice', note: textOf(draft, 'note') }),
  },
  filing: {
    fields: () => [textField('number', () => f().number), dateField('filedOn', () => f().filedOn)],
    body: (draft) => ({
      ...{ kind: 'filing', number: textOf(draft, 'number'), filedOn: textOf(draft, 'filedOn') },
    }),
  },
  talk: {
    fields: () => [
      dateField('talkedOn', () => f().talkedOn),
      textField('by', () => f().by),
      noteField(),
    ],
    body: (draft) => ({
      ...{ kind: 'talk', talkedOn: textOf(draft, 'talkedOn'), by: textOf(draft, 'by') },
      note: textOf(draft, 'note'),
    }),
  },
}

/** Stands for the level above, which has no id among departments. */
const OFFICE = 'office'

function tick(id: string, label: () => string): ActField {
  return { id, kind: 'tick', label }
}

function isForVillage({ nominee, account }: ActContext): boolean {
  return (
    account.role === 'township' &&
    nominee?.path.find(({ state }) => state === 'now')?.level === 'village'
  )
}

function askers({ nominee }: ActContext) {
  const departments = (nominee?.departments ?? []).filter(({ state }) => state === 'more')
  return [
    ...(nominee?.question ? [{ value: OFFICE, name: f().office }] : []),
    ...departments.map(({ id, words }) => ({ value: id, name: say(words) })),
  ]
}

function whoAsked(context: ActContext): ActField {
  return {
    ...{ id: 'department', kind: 'choice', label: () => f().whoAsked },
    choices: () => askers(context),
  }
}

function ruleField({ nominee }: ActContext): ActField {
  return {
    ...{ id: 'rule', kind: 'choice', label: () => f().rule },
    choices: () =>
      (nominee?.relaxable ?? []).map((rule) => ({ value: rule, name: ruleWords(nominee, rule) })),
  }
}

function departmentField({ nominee, given }: ActContext): ActField[] {
  if (given.department) return []
  const open = (nominee?.departments ?? []).filter(
    ({ state, isDropped }) => isDropped || state === 'expired' || state === 'stale',
  )
  const choices = () => open.map(({ id, words }) => ({ value: id, name: say(words) }))
  return [{ id: 'department', kind: 'choice', label: () => f().department, choices }]
}
