import { latestOf } from './entries.ts'
import type { VillageFacts } from './facts.ts'
import type { Finding } from './finding.ts'

/** Overhaul of a weak organisation (S0, S3): a village on no list is not concerned. */
export function overhaul({ entries }: VillageFacts): Finding {
  const [latest] = latestOf(entries, 'overhaul')
  if (!latest) return NOT_CONCERNED
  const { source, on, body } = latest
  const said = { zh: source, en: source }
  if (body.acceptedOn !== null)
    return {
      ...{ state: 'green', value: 1, on: body.acceptedOn, source: said, next: null },
      short: { zh: '已验收', en: 'accepted' },
      words: {
        zh: `软弱涣散整顿已于 ${body.acceptedOn} 验收`,
        en: `The overhaul was accepted on ${body.acceptedOn}`,
      },
    }
  return {
    ...{ state: 'red', value: 0, on, source: said },
    short: { zh: '未验收', en: 'not accepted' },
    words: {
      zh: `${on} 列入软弱涣散整顿，尚未验收`,
      en: `Listed for an overhaul on ${on}, not accepted yet`,
    },
    next: { zh: '推进整顿并申请验收', en: 'Carry it through and ask for acceptance' },
  }
}

const NOT_CONCERNED: Finding = {
  ...{ state: 'not-applicable', value: null, on: null, next: null },
  short: { zh: '不涉及', en: 'not concerned' },
  words: { zh: '未列入软弱涣散整顿', en: 'On no list of weak organisations' },
  source: { zh: '无', en: 'none' },
}
