import { For, Show } from 'solid-js'
import { fitPoints, wholePercent } from '../format.ts'
import { personName } from '../names.ts'
import type { TalentRecord } from '../types.ts'
import { say, t } from '../words/index.ts'

/** Dated material, newest first, each proven or claimed. */
export function EvidenceList(props: { talent: TalentRecord }) {
  const newest = () => [...props.talent.evidence].sort((a, b) => b.on.localeCompare(a.on))
  return (
    <section>
      <h3>{t().person.evidence}</h3>
      <ul class="evidence">
        <For each={newest()} fallback={<li class="hint">{t().person.noEvidence}</li>}>
          {(piece) => (
            <li>
              <span class="row wrap">
                <i class={`standing ${piece.standing}`} />
                <b>{t().criterion[piece.criterion]}</b>
                <span class="chip" classList={{ open: piece.standing === 'claimed' }}>
                  {t().person[piece.standing]}
                </span>
                <span class="hint push">{piece.on}</span>
              </span>
              <p>{piece.note}</p>
              <p class="hint">
                {piece.source}
                {t().separator}
                {t().person.value} {fitPoints(piece.value)}
                {t().separator}
                {t().person.strength} {wholePercent(piece.strength)}
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

export function SkillList(props: { talent: TalentRecord }) {
  return (
    <section>
      <h3>{t().person.skills}</h3>
      <span class="chips">
        <For each={props.talent.skills} fallback={<span class="hint">{t().person.noSkills}</span>}>
          {(skill) => (
            <span class="chip" classList={{ open: skill.standing === 'claimed' }}>
              {say(skill.words)} {fitPoints(skill.level)}
              <Show when={skill.standing === 'claimed'}>
                {t().separator}
                {t().person.claimed}
              </Show>
            </span>
          )}
        </For>
      </span>
    </section>
  )
}

export function FamilyList(props: { talent: TalentRecord }) {
  return (
    <section>
      <h3>{t().person.family}</h3>
      <ul class="bullets">
        <For each={props.talent.family} fallback={<li class="hint">{t().person.noFamily}</li>}>
          {(kin) => (
            <li>
              {personName(kin.person.name)} <span class="hint">{relationText(kin.relation)}</span>{' '}
              <Show when={kin.isBarred}>
                <span class="chip">{t().person.barredKin}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** A relation that the dictionary does not know is shown as it was written. */
export function relationText(relation: string): string {
  const words: Record<string, string> = t().person.relation
  return words[relation] ?? relation
}
