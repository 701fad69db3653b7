import { For, Show } from 'solid-js'
import type { Nominee } from '../../review.ts'
import { say, t } from '../../words/index.ts'
import type { State } from '../mark.tsx'
import { StateWord } from '../mark.tsx'
import type { Acting } from './acts/act-panel.tsx'

type Finding = Nominee['findings'][number]

const STATES: Record<Finding['outcome'], State> = {
  met: 'met',
  caution: 'weak',
  relaxable: 'weak',
  unknown: 'unknown',
  breach: 'missed',
}
/** The worst first. */
const ORDER: readonly Finding['outcome'][] = ['breach', 'unknown', 'relaxable', 'caution', 'met']

/** What the rules find today, and where an approval lacks that this account may record. */
export function GateCard(props: { nominee: Nominee; act: (acting: Acting) => void }) {
  const findings = () =>
    props.nominee.findings.toSorted((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome))
  const isRecordable = (rule: string) =>
    props.nominee.may.includes('relaxation') && props.nominee.relaxable.some((it) => it === rule)
  return (
    <section class="card" aria-labelledby="gate">
      <div class="card-head">
        <h2 id="gate">{t().review.gate}</h2>
        <span class="hint">{t().review.gateHint}</span>
      </div>
      <div class="card-body">
        <ul class="gate">
          <For
            each={findings()}
            fallback={
              <li class="none">
                <StateWord state="met">{t().review.empty.noFindings}</StateWord>
              </li>
            }
          >
            {(finding) => (
              <li>
                <StateWord state={finding.isApproved ? 'met' : STATES[finding.outcome]}>
                  {finding.isApproved ? t().review.approved : t().review.finding[finding.outcome]}
                </StateWord>
                <span>{say(finding.words)}</span>
                <Show when={isRecordable(finding.rule)}>
                  <button
                    type="button"
                    class="button slim"
                    onClick={() => props.act({ kind: 'relaxation', given: { rule: finding.rule } })}
                  >
                    {t().review.record}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}
