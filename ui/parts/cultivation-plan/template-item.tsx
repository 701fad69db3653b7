import type { Template, Templates } from '../../cultivation-plan.ts'
import { t } from '../../words/index.ts'
import { SelectField, TextField } from '../account/fields.tsx'
import { Icon } from '../icon.tsx'
import { KINDS, kindChoices } from './kinds.ts'
import { Moves } from './moves.tsx'
import { MovesField, rulesFor } from './moves-field.tsx'

type Item = Template['items'][number]

/** One item of a template, with its place among the others. */
export function TemplateItemFields(props: {
  at: number
  item: Item
  count: number
  moves: Templates['moves']
  daysError?: string | undefined
  error?: string | undefined
  put: (item: Item) => void
  move: (by: -1 | 1) => void
  remove: () => void
}) {
  const words = () => t().cultivationPlan
  const number = () => props.at + 1
  const put = (change: Partial<Item>) => props.put({ ...props.item, ...change })
  function choose(text: string) {
    const kind = KINDS.find((one) => one === text) ?? props.item.kind
    const may = rulesFor(props.moves, kind)
    const rules = (props.item.rules ?? []).filter((rule) => may.includes(rule))
    put({ kind, rules, criteria: props.moves.kinds[kind] })
  }
  const moved = () => ({ criteria: props.item.criteria ?? [], rules: props.item.rules ?? [] })
  return (
    <li class="template-item">
      <div class="row">
        <b>{words().templates.item(number())}</b>
        <span class="push" />
        <button
          type="button"
          class="button plain slim icon-only"
          aria-label={words().templates.up(number())}
          disabled={props.at === 0}
          onClick={() => props.move(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button plain slim icon-only"
          aria-label={words().templates.down(number())}
          disabled={props.at === props.count - 1}
          onClick={() => props.move(1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button plain slim icon-only"
          aria-label={words().templates.removeItem(number())}
          onClick={() => props.remove()}
        >
          <Icon name="close" />
        </button>
      </div>
      <TextField
        label={words().form.aim}
        name={`aim-${props.at}`}
        maxlength={200}
        value={props.item.aim}
        set={(aim) => put({ aim })}
      />
      <div class="template-row">
        <SelectField
          label={words().form.kind}
          value={props.item.kind}
          choices={kindChoices()}
          set={choose}
        />
        <TextField
          label={words().templates.dueInDays}
          name={`days-${props.at}`}
          inputmode="numeric"
          maxlength={4}
          error={props.daysError}
          value={String(props.item.dueInDays || '')}
          set={(text) => put({ dueInDays: Number(text.replace(/\D/g, '')) })}
        />
      </div>
      <TextField
        label={words().form.evidence}
        name={`evidence-${props.at}`}
        maxlength={200}
        value={props.item.evidence ?? ''}
        set={(evidence) => put({ evidence })}
      />
      <details class="draft-moves" open={props.error !== undefined}>
        <summary>
          {words().making.details} <Moves {...moved()} />
        </summary>
        <MovesField kind={props.item.kind} moved={moved()} error={props.error} set={put} />
      </details>
    </li>
  )
}
