import { For, Show } from 'solid-js'
import { wholePercent } from '../../format.ts'
import type { Robustness } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { View } from '../states.tsx'
import { Explained } from './explained.tsx'
import { useRobust } from './robust.ts'
import { SecondOpinion } from './second-opinion.tsx'
import { shareText } from './share-text.ts'

type Given = { name: (id: string) => string; open: (id: string) => void }

/** More would be a list of everything. */
const SHOWN = 3
/** Below this so little is open that it is said to be settled. */
const SETTLED = 0.1

/** How much of the order is open, which papers would settle most, and what another method says. */
export function Firmness(props: Given) {
  const robust = useRobust()
  return (
    <section class="firmness" aria-labelledby="firmness">
      <div class="row">
        <h3 id="firmness">{t().robustness.title}</h3>
        <Explained />
      </div>
      <View rows={3}>
        <Show when={robust.shown()} fallback={<Working />}>
          {(known) => (
            <Show
              when={known().people.length > 1}
              fallback={<p class="hint">{t().robustness.settled(1)}</p>}
            >
              <HowOpen known={known()} name={props.name} />
              <div class="firmness-halves">
                <Papers {...props} known={known()} />
                <SecondOpinion known={known()} name={props.name} />
              </div>
            </Show>
          )}
        </Show>
      </View>
    </section>
  )
}

function Working() {
  return (
    <p class="hint working" role="status">
      <span class="working-bar" aria-hidden="true">
        <i />
      </span>
      {t().robustness.workingLong}
    </p>
  )
}

/** For one seat the two who may take it, for several how many places may change hands. */
function HowOpen(props: { known: Robustness; name: (id: string) => string }) {
  const byFirst = () => props.known.people.toSorted((a, b) => b.first.share - a.first.share)
  const sentence = () => {
    const { k, uncertainty } = props.known
    if (uncertainty < SETTLED) return t().robustness.settled(k)
    if (k > 1) return t().robustness.uncertain(k, uncertainty.toFixed(1))
    const [first, next] = byFirst()
    if (!first || !next) return t().robustness.settled(k)
    const [name, other] = [props.name(first.talent), props.name(next.talent)]
    return t().robustness.leads(name, shareText(first.first), other, shareText(next.first))
  }
  return <p>{sentence()}</p>
}

function Papers(props: Given & { known: Robustness }) {
  return (
    <div>
      <h4>{t().robustness.papers}</h4>
      <Show
        when={props.known.settles.length > 0}
        fallback={
          <p class="hint">
            <Show when={props.known.uncertainty >= SETTLED} fallback={t().robustness.noPapers}>
              {t().robustness.noPapers}
              {t().robustness.noPapersText}
            </Show>
          </p>
        }
      >
        <Show when={props.known.settles.length > 1}>
          <p class="hint">{t().robustness.papersHint}</p>
        </Show>
        <ol class="papers">
          <For each={props.known.settles.slice(0, SHOWN)}>
            {(paper) => (
              <li class="paper">
                <div>
                  <b>{props.name(paper.talent)}</b>{' '}
                  <span class="chip">{t().criterion[paper.criterion]}</span>
                  <span class="block second">{say(paper.words)}</span>
                  <span class="block hint">
                    {t().robustness.gain(wholePercent(paper.gain / props.known.uncertainty))}
                  </span>
                </div>
                <button type="button" class="button slim" onClick={() => props.open(paper.talent)}>
                  {t().robustness.look(props.name(paper.talent))}
                </button>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </div>
  )
}
