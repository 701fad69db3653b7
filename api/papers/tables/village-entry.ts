import type { EntryView } from '../../shapes/village-entries.ts'
import { FIELD_WORDS, fieldWords } from '../../village-entries/field-words.ts'
import { CHOICES } from '../../village-entries/sheet/choices.ts'
import { percentOf } from './words.ts'

type Entry = EntryView
type Body<K extends Entry['kind']> = Extract<Entry, { kind: K }>['body']

/** What an entry is called in the list of the page. */
export function titleOf(entry: Entry): string {
  if (entry.kind === 'election') return CHOICES.committee[entry.body.committee][0]!
  if (entry.kind === 'audit') return entry.body.office
  if (entry.kind === 'overhaul') return entry.body.cause
  if (entry.kind === 'survey') return CHOICES.about[entry.body.about][0]!
  if (entry.kind === 'leader')
    return [entry.body.name, entry.body.position].filter((it) => it !== '').join('，')
  return entry.kind === 'note' ? entry.body.title : '统计'
}

/** An entry in one cell: what is not known is left out, shares are worked out, as on the page. */
export function saidOf(entry: Entry, noticeDays: number): string {
  const of = (said: (string | null)[]) => said.filter((it) => it !== null && it !== '').join('；')
  if (entry.kind === 'statistics') return of(statistics(entry.body))
  if (entry.kind === 'election') return of(election(entry.body))
  if (entry.kind === 'audit') return of(audit(entry.body, noticeDays))
  if (entry.kind === 'overhaul') return of(overhaul(entry.body))
  if (entry.kind === 'survey') return of(survey(entry.body))
  if (entry.kind === 'leader') return entry.body.isEnded ? '已结束包村' : '包村中'
  return entry.body.text
}

/** Income in units of ten thousand yuan, as the field says it. */
export function figureOf(field: string, value: number): string | number {
  return field === 'collectiveIncome' ? `${Math.round(value / 1000) / 10} 万元` : value
}

function statistics(body: Body<'statistics'>) {
  return Object.entries(body).map(([field, value]) =>
    value === null ? null : `${FIELD_WORDS.statistics[field]!.zh}${figureOf(field, value)}`,
  )
}

function election(body: Body<'election'>) {
  const { method, voters, cast, valid, rounds, isValid } = body
  return [
    CHOICES.method[method][0]!,
    ...numbers('election', { voters, cast, valid }),
    voters && cast !== null ? `参选率${percentOf(cast, voters)}` : null,
    ...numbers('election', { rounds }),
    isValid ? null : '■ 选举无效',
  ]
}

function audit(body: Body<'audit'>, noticeDays: number) {
  const { auditor, finishedOn, conclusion, mendedOn, notices } = body
  return [
    told('auditor', auditor),
    finishedOn === null ? '▲ 审计进行中' : told('finishedOn', finishedOn),
    told('conclusion', conclusion && CHOICES.conclusion[conclusion][0]!),
    told('mendedOn', mendedOn),
    conclusion === 'to-mend' && mendedOn === null ? '▲ 整改尚未验收' : null,
    ...notices.map(({ from, to }, at) => {
      const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
      const short = days < noticeDays ? `（■ 不足 ${noticeDays} 天，不计）` : ''
      return `${fieldWords('audit', `notices.${at}`).zh}${from} 至 ${to}，${days} 天${short}`
    }),
  ]
  function told(field: string, text: string | null) {
    return text ? `${FIELD_WORDS.audit[field]!.zh}：${text}` : null
  }
}

function overhaul({ measures, acceptedOn, acceptedBy }: Body<'overhaul'>) {
  const accepted = acceptedOn === null ? '▲ 尚未验收' : `验收日期：${acceptedOn}`
  return [measures, accepted, acceptedBy === '' ? null : `验收单位：${acceptedBy}`]
}

function survey({ households, issued, returned, approving }: Body<'survey'>) {
  return [
    ...numbers('survey', { issued, returned, approving }),
    `收回率${percentOf(returned, issued)}`,
    returned > 0 ? `满意（赞成）率${percentOf(approving, returned)}` : null,
    households ? `占户数${percentOf(returned, households)}` : null,
  ]
}

function numbers(kind: Entry['kind'], values: Record<string, number | null>) {
  return Object.entries(values).map(([field, value]) =>
    value === null ? null : `${FIELD_WORDS[kind][field]!.zh}${value}`,
  )
}
