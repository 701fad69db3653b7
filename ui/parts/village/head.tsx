import { A } from '@solidjs/router'
import { type JSX, Show } from 'solid-js'
import { oneDecimal, percent, whole } from '../../format.ts'
import { placeName } from '../../names.ts'
import { useRoles } from '../../session.ts'
import type { Village } from '../../types.ts'
import { t } from '../../words/index.ts'
import { ReadinessPill } from '../readiness/pill.tsx'

export function VillageHead(props: { village: Village; children?: JSX.Element }) {
  const has = useRoles()
  return (
    <div class="page-head village-head">
      <div class="titles">
        <div class="row wrap">
          <h1>{placeName(props.village.name)}</h1>
          <Show when={props.village.isKey}>
            <span class="pill">{t().key}</span>
          </Show>
          <ReadinessPill code={props.village.code} />
          <span class="hint">
            <Show when={!has('village')} fallback={placeName(props.village.township.name)}>
              <A href={`/townships/${props.village.township.code}`}>
                {placeName(props.village.township.name)}
              </A>
            </Show>
            {t().separator}
            {t().kind[props.village.kind]}
            {t().separator}
            {props.village.code}
          </span>
        </div>
        <Facts village={props.village} />
      </div>
      <A class="button push" href={`/villages/${props.village.code}/record`}>
        {t().villageRecord.open}
      </A>
      {props.children}
    </div>
  )
}

function Facts(props: { village: Village }) {
  const words = () => t().village
  return (
    <dl class="village-facts">
      <Fact name={words().households}>{householdsOf(props.village)}</Fact>
      <Fact name={words().partyMembers}>{numberOr(props.village.partyMembers)}</Fact>
      <Fact name={words().income}>{incomeOf(props.village)}</Fact>
      <Fact name={words().trades}>{props.village.trades.join(t().comma) || t().unknown}</Fact>
      <Fact name={words().lastTerm}>{termOf(props.village)}</Fact>
      <Fact name={words().incumbents}>{incumbentsOf(props.village)}</Fact>
    </dl>
  )
}

function Fact(props: { name: string; children: JSX.Element }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

const numberOr = (value: number | null) => (value === null ? t().unknown : whole(value))

function householdsOf({ households, population }: Village): string {
  if (households === null || population === null) return t().unknown
  return t().village.householdsValue(whole(households), whole(population))
}

function incomeOf({ collectiveIncome }: Village): string {
  return collectiveIncome === null ? t().unknown : t().village.incomeValue(collectiveIncome)
}

function termOf({ term }: Village): string {
  if (!term || term.rounds === null) return t().unknown
  const turnout = term.turnout === null ? null : percent(term.turnout)
  return t().village.lastTermValue(term.rounds, turnout)
}

function incumbentsOf({ incumbents, lastTerm }: Village): string {
  if (incumbents.length === 0) return t().unknown
  const age = lastTerm?.meanAge == null ? null : oneDecimal(lastTerm.meanAge)
  return t().village.incumbentsValue(incumbents.length, age)
}
