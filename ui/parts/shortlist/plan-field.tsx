import { createAsync } from '@solidjs/router'
import { instant } from '../../format.ts'
import { placeName } from '../../names.ts'
import { plansOf } from '../../queries.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import type { AskedFor } from './asked.ts'

/** A plan that has a result: the township's, or the county's. */
export function PlanField(props: { asked: AskedFor }) {
  const answer = createAsync(
    async () => plansOf(props.asked.township() || null).catch(() => undefined),
    { initialValue: undefined },
  )
  const choices = () =>
    (answer.latest?.plans ?? [])
      .filter(({ status, objective }) => status === 'done' && objective !== null)
      .map(({ id, createdAt, township }) => ({
        value: id,
        name: t().shortlist.representation.draft(
          instant(createdAt),
          township ? placeName(township.name) : t().shortlist.county,
        ),
      }))
  return (
    <SelectField
      label={t().shortlist.representation.plan}
      value={props.asked.plan()}
      none={t().shortlist.representation.noPlan}
      choices={choices()}
      set={(plan) => props.asked.change({ plan: plan || null })}
    />
  )
}
