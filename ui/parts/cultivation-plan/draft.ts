import type { ItemBody, Suggestion, Template } from '../../cultivation-plan.ts'
import { say } from '../../words/index.ts'

/** A row of a plan that is being made. */
export type Draft = {
  key: string
  from: 'template' | Suggestion['from'] | 'own'
  isIn: boolean
  kind: ItemBody['kind']
  aim: string
  evidence: string
  dueOn: string
  criteria: NonNullable<ItemBody['criteria']>
  rules: NonNullable<ItemBody['rules']>
  why: string
}
export type Edits = Record<string, Partial<Draft>>

/** Items of one plan. */
export const MOST_ITEMS = 30

export function draftsOf(
  template: Template | undefined,
  suggestions: readonly Suggestion[],
  startsOn: string,
): Draft[] {
  const asked = suggestions.map((one): Draft => {
    const { id: key, from, kind, criteria, rules, dueInDays } = one
    const text = { aim: say(one.aim), evidence: say(one.evidence), why: say(one.why) }
    // What a rule or a gap list asks for is taken unless somebody takes it out.
    const isIn = from === 'rule' || from === 'gap'
    return { key, from, isIn, kind, ...text, dueOn: later(startsOn, dueInDays), criteria, rules }
  })
  const given = (template?.items ?? []).map((one, at): Draft => {
    const { kind, aim, evidence = '', criteria = [], rules = [], dueInDays } = one
    const dueOn = later(startsOn, dueInDays)
    const key = `${template!.id}/${at}`
    return {
      key,
      from: 'template',
      isIn: true,
      kind,
      aim,
      evidence,
      dueOn,
      criteria,
      rules,
      why: '',
    }
  })
  const byRules = asked.filter(({ from }) => from === 'rule' || from === 'gap')
  const covers = (one: Draft) => given.find((it) => isCovered(one, it))
  // The reason of a suggestion goes to the item of the template that answers it.
  for (const one of asked) {
    const item = covers(one)
    if (item && item.why === '') item.why = one.why
  }
  const others = asked.filter((one) => !byRules.includes(one) && !covers(one))
  return [...byRules, ...given, ...others]
}

/** An item of the same kind that moves the same criterion already. */
function isCovered({ from, kind, criteria }: Draft, item: Draft): boolean {
  const isSame = item.kind === kind && criteria.every((it) => item.criteria.includes(it))
  return from === 'criterion' && isSame
}

export function ownDraft(key: string, startsOn: string): Draft {
  return {
    ...{ key, from: 'own', isIn: true, kind: 'task', aim: '', evidence: '', why: '' },
    ...{ dueOn: later(startsOn, 90), criteria: ['record'], rules: [] },
  }
}

export const bodyOf = ({ kind, aim, evidence, dueOn, criteria, rules }: Draft): ItemBody => ({
  ...{ kind, aim: aim.trim(), evidence: evidence.trim(), dueOn, criteria, rules },
})

/** So many days after a day. */
export function later(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? '' : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

export const latest = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b), '')
