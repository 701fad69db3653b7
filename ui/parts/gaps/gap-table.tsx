import { createSignal, For, Show } from 'solid-js'
import { oneDecimal, whole } from '../../format.ts'
import type { Gap, GapsAnswer } from '../../studies.ts'
import type { TargetId, Tier } from '../../types.ts'
import { TIERS } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { targetName } from '../ages.ts'
import { Icon } from '../icon.tsx'
import { namedIn } from './names.ts'
import { Openings } from './openings.tsx'
import { Shorter } from './shorter.tsx'

/** One row for each profile, which opens to its villages. */
export function GapTable(props: { gaps: Gap[]; answer: GapsAnswer; isAll: boolean }) {
  const words = () => t().gaps.list
  const named = namedIn(props.answer)
  return (
    <div class="scroll">
      <table class="table gaps" aria-label={words().table}>
        <thead>
          <tr>
            <th scope="col" class="wide">
              {words().profile}
            </th>
            <th scope="col" class="number">
              {words().people}
            </th>
            <th scope="col" class="number">
              {words().places}
            </th>
            <th scope="col" class="number">
              {words().each}
            </th>
            <th scope="col" class="wide">
              {words().mends}
            </th>
            <th scope="col" class="number">
              {words().near}
            </th>
          </tr>
        </thead>
        <Shorter
          items={props.gaps}
          most={FIRST}
          columns={6}
          more={words().moreKinds}
          isAll={props.isAll}
        >
          {(gap) => <GapRows gap={gap} named={named} isAll={props.isAll} />}
        </Shorter>
      </table>
    </div>
  )
}

const FIRST = 12

function GapRows(props: { gap: Gap; named: ReturnType<typeof namedIn>; isAll: boolean }) {
  const [isOpened, setOpened] = createSignal(false)
  const isOpen = () => isOpened() || props.isAll
  const places = () => new Set(props.gap.openings.map(({ village }) => village)).size
  const near = () => props.gap.openings.reduce((sum, opening) => sum + opening.near.length, 0)
  return (
    <>
      <tr classList={{ open: isOpen() }}>
        <th scope="row" class="wide">
          <button
            type="button"
            class="expand gap-profile"
            aria-expanded={isOpen()}
            aria-label={t().gaps.list.expand(say(props.gap.words))}
            onClick={() => setOpened((now) => !now)}
          >
            <Icon name={isOpen() ? 'down' : 'right'} />
            <span>{say(props.gap.words)}</span>
          </button>
        </th>
        <td class="number">{whole(props.gap.people)}</td>
        <td class="number">{whole(places())}</td>
        <td class="number">{oneDecimal(props.gap.perPerson)}</td>
        <td class="wide">
          <span class="gap-targets">
            <For each={talliedOf(props.gap)}>
              {({ target, tier, count }) => (
                <span class="chip" classList={{ law: tier === 'law', wish: tier === 'wish' }}>
                  {targetName(target)}
                  {t().separator}
                  {t().tier[tier]} ×{count}
                </span>
              )}
            </For>
          </span>
        </td>
        <td class="number">{whole(near())}</td>
      </tr>
      <Show when={isOpen()}>
        <tr class="detail">
          <td colspan="6">
            <Openings gap={props.gap} named={props.named} isAll={props.isAll} />
          </td>
        </tr>
      </Show>
    </>
  )
}

/** How often each target is mended, the heaviest tier first. */
function talliedOf({ openings }: Gap): { target: TargetId; tier: Tier; count: number }[] {
  const mends = openings.flatMap((opening) => opening.mends)
  return [...Map.groupBy(mends, ({ target }) => target).values()]
    .map((same) => ({ target: same[0]!.target, tier: same[0]!.tier, count: same.length }))
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.count - a.count)
}
