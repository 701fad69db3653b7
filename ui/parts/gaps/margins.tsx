import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { whole } from '../../format.ts'
import type { VillageDepth } from '../../studies.ts'
import { t } from '../../words/index.ts'
import { StateWord } from '../mark.tsx'
import { type Named, postsText, townshipIn, villageIn } from './names.ts'
import { Shorter } from './shorter.tsx'

/** Villages that are short of candidates, reserves or runners-up. */
export function Margins(props: { villages: VillageDepth[]; named: Named }) {
  const words = () => t().gaps.depth
  const short = () =>
    props.villages
      .filter(
        ({ candidates, reserves, withoutRunnerUp }) =>
          candidates.isShort || reserves.isShort || withoutRunnerUp.length > 0,
      )
      .sort((a, b) => lackOf(b) - lackOf(a))
  const count = (of: (one: VillageDepth) => boolean) => whole(props.villages.filter(of).length)
  return (
    <details class="study-part">
      <summary>
        <h3>{words().margins}</h3>
        <span class="hint">
          {words().marginsHint(
            count(({ candidates }) => candidates.isShort),
            count(({ reserves }) => reserves.isShort),
          )}
        </span>
      </summary>
      <Show when={short().length > 0} fallback={<p class="card-body">{words().marginsNone}</p>}>
        <div class="scroll">
          <table class="table margins" aria-label={words().margins}>
            <thead>
              <tr>
                <th scope="col">{words().village}</th>
                <th scope="col">{words().candidates}</th>
                <th scope="col">{words().reserves}</th>
                <th scope="col" class="wide">
                  {words().withoutRunnerUp}
                </th>
              </tr>
            </thead>
            <Shorter items={short()} most={12} columns={4} more={words().moreVillages}>
              {(one) => (
                <tr>
                  <th scope="row">
                    <A href={`/villages/${one.village}`}>{villageIn(props.named, one.village)}</A>
                    <span class="hint block">{townshipIn(props.named, one.village)}</span>
                  </th>
                  <td>
                    <MarginCell margin={one.candidates} isHeavy={true} />
                  </td>
                  <td>
                    <MarginCell margin={one.reserves} isHeavy={false} />
                  </td>
                  <td class="small wide">{postsText(one.withoutRunnerUp) || t().dash}</td>
                </tr>
              )}
            </Shorter>
          </table>
        </div>
      </Show>
    </details>
  )
}

function MarginCell(props: { margin: VillageDepth['candidates']; isHeavy: boolean }) {
  const { have, asked } = props.margin
  const figures = asked === null ? whole(have) : t().gaps.depth.against(whole(have), whole(asked))
  const state = props.margin.isShort ? (props.isHeavy ? 'missed' : 'weak') : 'met'
  return (
    <>
      {figures}{' '}
      <Show when={asked !== null}>
        <StateWord state={state}>
          {props.margin.isShort
            ? t().gaps.depth.short(whole(asked! - have))
            : t().gaps.depth.enough}
        </StateWord>
      </Show>
    </>
  )
}

function lackOf({ candidates, reserves, withoutRunnerUp }: VillageDepth): number {
  const short = ({ have, asked }: VillageDepth['candidates']) => Math.max(0, (asked ?? 0) - have)
  return 10 * short(candidates) + short(reserves) + withoutRunnerUp.length
}
