import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { signed, whole } from '../../format.ts'
import { personName } from '../../names.ts'
import type { SeatDepth } from '../../studies.ts'
import { say, t } from '../../words/index.ts'
import { type Named, villageIn } from './names.ts'
import { Shorter } from './shorter.tsx'

/** Who comes next for every seat: seats without anybody first, then by what the fit loses. */
export function NextOfSeats(props: { seats: SeatDepth[]; named: Named }) {
  const words = () => t().gaps.depth
  const ordered = () => [...props.seats].sort((a, b) => differenceOf(a) - differenceOf(b))
  const without = () => props.seats.filter(({ next }) => next === null).length
  const nameOf = (id: string) => personName(props.named.people.get(id)?.name ?? id)
  return (
    <details class="study-part">
      <summary>
        <h3>{words().seats}</h3>
        <span class="hint">{words().seatsHint(whole(without()), whole(props.seats.length))}</span>
      </summary>
      <div class="scroll">
        <table class="table seats-next" aria-label={words().seats}>
          <thead>
            <tr>
              <th scope="col">{words().village}</th>
              <th scope="col">{words().post}</th>
              <th scope="col">{words().seated}</th>
              <th scope="col">{words().next}</th>
              <th scope="col" class="number">
                {words().difference}
              </th>
              <th scope="col" class="wide">
                {words().why}
              </th>
            </tr>
          </thead>
          <Shorter items={ordered()} most={15} columns={6} more={words().moreSeats}>
            {(seat) => (
              <tr>
                <th scope="row">
                  <A href={`/villages/${seat.village}`}>{villageIn(props.named, seat.village)}</A>
                </th>
                <td class="small">{t().shortlist.postName[seat.post]}</td>
                <td>{nameOf(seat.talent)}</td>
                <td>
                  <Show when={seat.next} fallback={<span class="hint">{words().noNext}</span>}>
                    {(next) => <A href={`/talents/${next().talent}`}>{nameOf(next().talent)}</A>}
                  </Show>
                </td>
                <td class="number">
                  {seat.next ? signed(Math.round(100 * seat.next.difference)) : t().dash}
                </td>
                <td class="small second wide">{seat.next ? say(seat.next.whyNot) : ''}</td>
              </tr>
            )}
          </Shorter>
        </table>
      </div>
    </details>
  )
}

const differenceOf = ({ next }: SeatDepth) => (next === null ? -Infinity : next.difference)
