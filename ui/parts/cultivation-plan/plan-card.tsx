import { For, Show } from 'solid-js'
import type { CultivationItem, CultivationPlan, PersonCultivation } from '../../cultivation-plan.ts'
import { personName, placeName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { dayOf } from '../talent/when.ts'
import type { Acting } from './acting.ts'
import { ItemList } from './item-list.tsx'

/** The active plan with its items, then what was given besides. */
export function PlanCard(props: {
  answer: PersonCultivation
  plan: CultivationPlan
  acting: Acting
}) {
  const items = () => nextFirst(props.answer.items.filter(({ plan }) => plan === props.plan.id))
  const talent = () => props.answer.talent
  return (
    <section class="card" aria-labelledby="cultivation-plan">
      <div class="card-head">
        <h2 id="cultivation-plan">{t().cultivationPlan.title}</h2>
        <span class="hint">{spanOf(props.plan)}</span>
        <Show when={props.answer.mayWrite}>
          <span class="row wrap push">
            <button
              type="button"
              class="button slim"
              onClick={() =>
                props.acting.start({ act: 'plan', talent: talent().id, plan: props.plan })
              }
            >
              <Icon name="pencil" />
              {t().cultivationPlan.edit}
            </button>
            <button
              type="button"
              class="button slim danger"
              onClick={() =>
                props.acting.start({ act: 'close', talent: talent().id, plan: props.plan })
              }
            >
              {t().cultivationPlan.close}
            </button>
            <AddItem answer={props.answer} acting={props.acting} />
          </span>
        </Show>
      </div>
      <PlanFacts plan={props.plan} />
      <Show when={items().length > 0} fallback={<p class="card-body hint">{emptyText()}</p>}>
        <ItemList answer={props.answer} items={items()} acting={props.acting} />
      </Show>
    </section>
  )
}

const emptyText = () => t().cultivationPlan.item.emptyText

export function AddItem(props: { answer: PersonCultivation; acting: Acting }) {
  const { talent } = props.answer
  return (
    <button
      type="button"
      class="button slim"
      onClick={() => props.acting.start({ act: 'add', talent: talent.id, name: talent.name })}
    >
      <Icon name="plus" />
      {t().cultivationPlan.add}
    </button>
  )
}

/** Items of no plan: agreed at meetings, or given apart. */
export function BesideCard(props: { answer: PersonCultivation; acting: Acting }) {
  const items = () => nextFirst(props.answer.items.filter(({ plan }) => plan === null))
  return (
    <Show when={items().length > 0}>
      <section class="card" aria-labelledby="items-beside">
        <div class="card-head">
          <h2 id="items-beside">{t().cultivationPlan.plan.beside}</h2>
          <span class="hint">{t().cultivationPlan.plan.besideHint}</span>
        </div>
        <ItemList answer={props.answer} items={items()} acting={props.acting} />
      </section>
    </Show>
  )
}

/** Plans that are closed, each folded with its items. */
export function EarlierPlans(props: { answer: PersonCultivation; acting: Acting }) {
  return (
    <Show when={props.answer.earlier.length > 0}>
      <details class="card earlier-plans">
        <summary>{t().cultivationPlan.plan.earlier(props.answer.earlier.length)}</summary>
        <For each={props.answer.earlier}>
          {(plan) => (
            <section aria-label={spanOf(plan)}>
              <p class="card-body">
                <span class="medium">{spanOf(plan)}</span>{' '}
                <span class="hint">
                  {t().cultivationPlan.plan.closed(
                    dayOf(plan.closedAt ?? plan.createdAt),
                    plan.closedReason ?? '',
                  )}
                </span>
              </p>
              <PlanFacts plan={plan} />
              <ItemList
                answer={props.answer}
                items={props.answer.items.filter((item) => item.plan === plan.id)}
                acting={props.acting}
              />
            </section>
          )}
        </For>
      </details>
    </Show>
  )
}

function PlanFacts(props: { plan: CultivationPlan }) {
  const words = () => t().cultivationPlan.plan
  const posts = () => props.plan.posts.map((post) => t().shortlist.postName[post]).join(t().comma)
  const by = () =>
    props.plan.createdBy
      ? words().by(personName(props.plan.createdBy), dayOf(props.plan.createdAt))
      : words().madeOn(dayOf(props.plan.createdAt))
  return (
    <p class="plan-facts">
      <span>
        <span class="hint">{words().forPosts}</span> {posts() || words().anyPost}
      </span>
      <span>
        <span class="hint">{words().village}</span>{' '}
        {props.plan.village ? placeName(props.plan.village.name) : words().anyVillage}
      </span>
      <span class="hint">
        {[
          props.plan.template ? words().template(props.plan.template.name) : words().own,
          by(),
        ].join(t().separator)}
      </span>
    </p>
  )
}

const ORDER = { reported: 0, open: 1, done: 2, dropped: 3 } as const

/** What waits for somebody, then what is open by its day, then what is over. */
function nextFirst(items: readonly CultivationItem[]): CultivationItem[] {
  return items.toSorted((a, b) => ORDER[a.state] - ORDER[b.state])
}

const spanOf = ({ startsOn, endsOn }: CultivationPlan) =>
  t().cultivationPlan.plan.span(startsOn, endsOn)
