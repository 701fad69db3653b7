import { createSignal, Show } from 'solid-js'
import type { ReportAnswer, ReportPart, Stage } from '../../types.ts'
import { t } from '../../words/index.ts'
import { RateChart } from './rate-chart.tsx'
import { RateTable } from './rate-table.tsx'
import { ratedStages } from './report-words.ts'
import { Segments } from './segments.tsx'

const words = () => t().shortlist.representation

/** Who goes on to a stage, group by group: the table first, the same as a chart beside it. */
export function RatesCard(props: { answer: ReportAnswer; part: ReportPart }) {
  const [chosen, setChosen] = createSignal<Stage>('eligible')
  const stages = () => ratedStages(props.answer)
  const shown = () => stages().find(({ stage }) => stage === chosen()) ?? stages()[0]
  return (
    <Show when={shown()}>
      {(one) => (
        <section class="card" aria-labelledby="rates">
          <div class="card-head">
            <h2 id="rates">{words().rates(words().stageName[one().stage])}</h2>
            <span class="hint">
              {words().ratesHint(words().stageName[one().base], words().stageName[one().stage])}
            </span>
            <span class="push paper-hidden">
              <Segments
                label={words().whichStage}
                choices={stages().map(({ stage }) => ({
                  id: stage,
                  name: words().stageName[stage],
                }))}
                value={one().stage}
                set={setChosen}
              />
            </span>
          </div>
          <div class="rates-grid">
            <section class="scroll" tabindex="0" aria-labelledby="rates">
              <RateTable part={props.part} stage={one().stage} base={one().base} />
            </section>
            <div class="rates-chart">
              <RateChart part={props.part} stage={one().stage} />
              <p class="hint">{words().chartHint}</p>
            </div>
          </div>
        </section>
      )}
    </Show>
  )
}
