import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { dictionaryOf } from '../../administration.ts'
import type { Field } from '../../policy.ts'
import { say, t } from '../../words/index.ts'
import { type PointsField, PointsText } from './points-input.tsx'
import { textOf } from './say.ts'
import { sharesOf } from './shares-input.tsx'
import { nameOf, type StagesField, signersOf } from './stages.ts'
import { StagesText } from './stages-text.tsx'
import { topicsOf } from './topics.ts'
import { WeightingLine } from './weighting-line.tsx'

/** What a field holds, for readers. */
export function FieldText(props: { field: Field; value: unknown }) {
  const text = () => {
    const { field, value } = props
    const known = textOf(field, value)
    if (known !== null) return known
    if (field.kind !== 'shares') return null
    const shares = sharesOf(value)
    const named = field.groups.filter((group) => shares.some((one) => one.group === group.value))
    const min = (group: string) => shares.find((one) => one.group === group)?.min ?? 0
    return (
      named
        .map(({ value: group, words }) => `${say(words)} ${Math.round(min(group) * 100)}%`)
        .join(t().comma) || t().policy.shares.none
    )
  }
  return (
    <span class="policy-text">
      <Show when={props.field.words}>{(words) => <span class="second">{say(words())} </span>}</Show>
      <Show when={text() !== null}>{text()}</Show>
      <Show when={props.field.kind === 'departments'}>
        <DepartmentNames ids={props.value} />
      </Show>
      <Show when={props.field.kind === 'stages' && (props.field as StagesField)}>
        {(field) => <StagesText field={field()} value={props.value} />}
      </Show>
      <Show when={props.field.kind === 'signers'}>
        {signersOf(props.value).map(nameOf).join(t().comma) || t().procedure.noSigner}
      </Show>
      <Show when={props.field.kind === 'topics'}>
        {topicsOf(props.value).map(nameOf).join(t().comma) || t().policy.topics.none}
      </Show>
      <Show when={props.field.kind === 'points' && (props.field as PointsField)}>
        {(field) => <PointsText field={field()} value={props.value} />}
      </Show>
      <Show when={props.field.kind === 'weighting'}>
        <WeightingLine name="" pointer={props.field.pointer} value={props.value} />
      </Show>
    </span>
  )
}

function DepartmentNames(props: { ids: unknown }) {
  const answer = createAsync(() => dictionaryOf('departments'))
  const text = () => {
    const ids = Array.isArray(props.ids) ? props.ids : []
    const entry = (id: unknown) => answer.latest?.entries.find((one) => one.id === id)
    const names = ids.map((id) => {
      const found = entry(id)
      return found ? say(found) : String(id)
    })
    return names.join(t().comma) || t().policy.departments.all
  }
  return <>{text()}</>
}
