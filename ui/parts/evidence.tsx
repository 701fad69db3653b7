import { For, type JSX, Show } from 'solid-js'
import { fitPoints, wholePercent } from '../format.ts'
import { personName } from '../names.ts'
import type { TalentRecord } from '../types.ts'
import { say, t } from '../words/index.ts'

/** Dated material, newest first, each proven or claimed. */
export function EvidenceList(props: { talent: TalentRecord; isCard?: boolean }) {
  const newest = () => [...props.talent.evidence].sort((a, b) => b.on.localeCompare(a.on))
  return (
    <section>
      <Heading isCard={props.isCard}>{t().person.evidence}</Heading>
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

export function SkillList(props: { talent: TalentRecord; isCard?: boolean }) {
  return (
    <section>
      <Heading isCard={props.isCard}>{t().person.skills}</Heading>
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

export function FamilyList(props: { talent: TalentRecord; isCard?: boolean }) {
  return (
    <section>
      <Heading isCard={props.isCard}>{t().person.family}</Heading>
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
function relationText(relation: string): string {
  const words: Record<string, string> = t().person.relation
  return words[relation] ?? relation
}

/** In a drawer the list stands below a heading of its own; as a card it is one of the page's. */
function Heading(props: { isCard: boolean | undefined; children: JSX.Element }) {
  return (
    <Show when={props.isCard} fallback={<h3>{props.children}</h3>}>
      <h2>{props.children}</h2>
    </Show>
  )
}
