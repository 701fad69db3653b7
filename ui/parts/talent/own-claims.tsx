import { For, Show } from 'solid-js'
import { fitPoints } from '../../format.ts'
import type { OwnRecord } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { HonourLines } from './honour-lines.tsx'

/** What stands behind one's name, each proven or claimed, as it was valued; never how anybody ranks by it. */
export function OwnClaims(props: { own: OwnRecord }) {
  const byHand = () => props.own.evidence.filter(({ isDerived }) => !isDerived)
  const derived = () => props.own.evidence.filter(({ isDerived }) => isDerived)
  return (
    <section class="card" aria-labelledby="claims">
      <div class="card-head">
        <h2 id="claims">{t().record.claims}</h2>
        <span class="hint">{t().record.claimsHint}</span>
      </div>
      <div class="card-body stack">
        <h3>{t().person.skills}</h3>
        <ul class="lines">
          <For each={props.own.skills} fallback={<li class="hint">{t().person.noSkills}</li>}>
            {(skill) => (
              <li class="row wrap">
                <Stand standing={skill.standing} />
                {say(skill.words)} <span class="hint">{fitPoints(skill.level)}</span>
              </li>
            )}
          </For>
        </ul>
        <h3>{t().record.pieces}</h3>
        <Pieces pieces={byHand()} />
        <Show when={derived().length > 0}>
          <details class="own-part">
            <summary>
              <h3>{t().record.derived}</h3>
              <span class="chip">{derived().length}</span>
            </summary>
            <div class="stack">
              <p class="hint">{t().record.derivedHint}</p>
              <Pieces pieces={derived()} />
            </div>
          </details>
        </Show>
        <h3>{t().talent.honours}</h3>
        <HonourLines honours={props.own.honours} />
        <h3>{t().record.family}</h3>
        <p class="hint">{t().record.familyHint}</p>
        <ul class="lines">
          <For each={props.own.family} fallback={<li class="hint">{t().person.noFamily}</li>}>
            {({ relation, name }) => (
              <li>
                {name} <span class="hint">{relationName(relation)}</span>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}

function Pieces(props: { pieces: OwnRecord['evidence'] }) {
  return (
    <ul class="evidence">
      <For each={props.pieces} fallback={<li class="hint">{t().record.noPieces}</li>}>
        {(piece) => (
          <li>
            <p class="row wrap">
              <Stand standing={piece.standing} />
              <span class="medium">{t().criterion[piece.criterion]}</span>
              <span class="hint push">{piece.on}</span>
            </p>
            <p>{piece.note}</p>
            <p class="hint">
              {piece.source}
              {t().separator}
              {t().person.value} {fitPoints(piece.value)}
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Solid is proven, hatched is claimed; the word stands beside the shape. */
function Stand(props: { standing: 'proven' | 'claimed' }) {
  return (
    <span class="stand">
      <i class={`standing ${props.standing}`} aria-hidden="true" />
      {t().person[props.standing]}
    </span>
  )
}

function relationName(relation: string): string {
  const words: Record<string, string> = t().person.relation
  return words[relation] ?? relation
}
