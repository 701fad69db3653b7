import { For, Show } from 'solid-js'
import { shareOf, whole } from '../../format.ts'
import type { ReportAnswer, Stage } from '../../types.ts'
import { t } from '../../words/index.ts'

/** From everybody recorded to those in a plan. */
export function StageTable(props: { answer: ReportAnswer }) {
  const words = () => t().shortlist.representation
  const peopleAt = (stage: Stage) =>
    props.answer.stages.find((one) => one.stage === stage)?.people ?? 0
  return (
    <section class="card" aria-labelledby="stages">
      <div class="card-head">
        <h2 id="stages">{words().stages}</h2>
      </div>
      <section class="scroll" tabindex="0" aria-label={words().stages}>
        <table class="table stages" data-density="compact" aria-labelledby="stages">
          <thead>
            <tr>
              <th scope="col">{words().stage}</th>
              <th scope="col" class="number">
                {words().people}
              </th>
              <th scope="col">{words().rate}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.answer.stages}>
              {({ stage, people, base }) => (
                <tr>
                  <th scope="row">
                    {words().stageName[stage]}{' '}
                    <span class="hint block">{words().stageHint[stage]}</span>
                  </th>
                  <td class="number strong">{whole(people)}</td>
                  <td class="nowrap second">
                    {base === null
                      ? t().dash
                      : `${words().of(words().stageName[base])} ${shareOf(people, peopleAt(base))}`}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <Show when={props.answer.plan?.elsewhere}>
        {(n) => <p class="table-foot hint">{words().elsewhere(n())}</p>}
      </Show>
    </section>
  )
}
