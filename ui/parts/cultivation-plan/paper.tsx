import { For, Show } from 'solid-js'
import type { CultivationItem, PersonCultivation } from '../../cultivation-plan.ts'
import { dayAndTime } from '../../format.ts'
import { personName, placeName } from '../../names.ts'
import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'

/** Black on white: who, what for, each item with its day and paper, and who signs. */
export function PlanPaper(props: { answer: PersonCultivation }) {
  const { account } = useSession()
  const words = () => t().cultivationPlan.paper
  const items = () =>
    props.answer.items.filter(
      ({ plan, state }) => plan === (props.answer.plan?.id ?? null) && state !== 'dropped',
    )
  return (
    <article class="paper-form plan-paper">
      <h1>{words().title}</h1>
      <table>
        <tbody>
          <Facts answer={props.answer} />
        </tbody>
      </table>
      <Show when={props.answer.plan} fallback={<p class="paper-note">{words().none}</p>}>
        <table class="paper-items">
          <thead>
            <tr>
              <For each={words().columns}>{(name) => <th scope="col">{name}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={items()}>{(item, at) => <ItemRow item={item} at={at() + 1} />}</For>
          </tbody>
        </table>
      </Show>
      <table class="paper-signers">
        <tbody>
          <tr>
            <For each={words().signers}>
              {(signer) => (
                <td>
                  {signer}
                  <span class="paper-day">{words().day}</span>
                </td>
              )}
            </For>
          </tr>
        </tbody>
      </table>
      <p class="paper-note">{words().note}</p>
      <p class="paper-foot">
        {words().printed(personName(account().name), dayAndTime(new Date().toISOString()))}
      </p>
    </article>
  )
}

function Facts(props: { answer: PersonCultivation }) {
  const words = () => t().cultivationPlan.paper
  const plan = () => props.answer.plan
  const posts = () =>
    plan()
      ?.posts.map((post) => t().shortlist.postName[post])
      .join(t().comma)
  const village = () => plan()?.village?.name
  const span = () => plan() && t().cultivationPlan.plan.span(plan()!.startsOn, plan()!.endsOn)
  return (
    <>
      <tr>
        <th scope="row">{words().name}</th>
        <td>{personName(props.answer.talent.name)}</td>
        <th scope="row">{words().home}</th>
        <td>{placeName(props.answer.talent.village.name)}</td>
      </tr>
      <tr>
        <th scope="row">{words().posts}</th>
        <td>{posts() || t().cultivationPlan.plan.anyPost}</td>
        <th scope="row">{words().village}</th>
        <td>{village() ? placeName(village()!) : t().cultivationPlan.plan.anyVillage}</td>
      </tr>
      <tr>
        <th scope="row">{words().span}</th>
        <td colSpan={3}>{span() ?? t().dash}</td>
      </tr>
    </>
  )
}

function ItemRow(props: { item: CultivationItem; at: number }) {
  const done = () => {
    const { state, result, doneOn, grade } = props.item
    if (state === 'open') return ''
    const words = t().cultivationPlan
    return [result, doneOn, grade && words.item.graded(words.grade[grade])]
      .filter(Boolean)
      .join(' ')
  }
  return (
    <tr>
      <td>{props.at}</td>
      <td class="text">{props.item.aim}</td>
      <td>{t().cultivationPlan.kind[props.item.kind]}</td>
      <td class="nowrap">{props.item.dueOn}</td>
      <td class="text">{props.item.evidence}</td>
      <td class="text">{done()}</td>
    </tr>
  )
}
