import { For, Show } from 'solid-js'
import { personName, placeName } from '../../names.ts'
import type { SolvedPlan } from '../../types.ts'
import { t } from '../../words/index.ts'
import { Refusal } from '../account/notices.tsx'
import type { createSending } from '../account/sending.ts'
import { Icon } from '../icon.tsx'
import type { Draft } from './draft.ts'

/** Pins and exclusions gathered for the next computation, each to be taken back. */
export function DraftCard(props: {
  draft: Draft
  solved: SolvedPlan
  sending: Pick<ReturnType<typeof createSending>, 'isBusy' | 'problem'>
  compute: (isLeast: boolean) => void
}) {
  const chips = () => chipsOf(props.draft, props.solved)
  return (
    <Show when={props.draft.isChanged()}>
      <section class="card draft-card" aria-labelledby="plan-draft">
        <div class="card-head">
          <h2 id="plan-draft">{t().planning.draft.title}</h2>
          <span class="hint">{t().planning.draft.hint}</span>
        </div>
        <div class="card-body spaced">
          <ul class="draft-chips">
            <For each={chips()}>
              {(chip) => (
                <li class={`chip ${chip.kind}`}>
                  <Icon name={chip.kind === 'pin' ? 'pin' : 'exclude'} />
                  <span>{chip.text}</span>
                  <button
                    type="button"
                    class="link-button"
                    aria-label={t().planning.draft.takeBack(chip.text)}
                    onClick={() => props.draft.release(chip.talent, chip.village)}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              )}
            </For>
          </ul>
          <div class="row wrap">
            <button
              type="button"
              class="button primary"
              aria-disabled={props.sending.isBusy()}
              onClick={() => props.compute(true)}
            >
              {t().planning.draft.least}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={props.sending.isBusy()}
              onClick={() => props.compute(false)}
            >
              {t().planning.draft.anew}
            </button>
            <button type="button" class="button plain" onClick={() => props.draft.clear()}>
              {t().planning.draft.clear}
            </button>
            <span class="hint">{t().planning.replan.hint}</span>
          </div>
          <Refusal problem={props.sending.problem()} />
        </div>
      </section>
    </Show>
  )
}

type Chip = { kind: 'pin' | 'out'; talent: string; village: string; text: string }

/** One chip for a person in a village, whatever number of posts is pinned. */
function chipsOf({ wishes }: Draft, { people, villages }: SolvedPlan): Chip[] {
  const nameOf = new Map(people.map(({ id, name }) => [id, personName(name)]))
  const placeOf = new Map(villages.map((village) => [village.code, village]))
  const words = t().planning.draft
  const about = (talent: string, village: string) =>
    `${nameOf.get(talent) ?? words.somebody} ${placeName(placeOf.get(village)?.name ?? village)}`
  const { pins, exclusions } = wishes()
  const byPerson = Map.groupBy(pins, ({ talent, village }) => `${talent} ${village}`)
  return [
    ...[...byPerson.values()].flatMap((own): Chip[] => {
      const [first] = own
      if (!first) return []
      const kind = placeOf.get(first.village)?.kind ?? 'village'
      const posts = own.map(({ post }) => t().postIn[kind][post]).join(t().comma)
      const text = `${words.pinned} ${about(first.talent, first.village)} ${posts}`
      return [{ kind: 'pin', talent: first.talent, village: first.village, text }]
    }),
    ...exclusions.map(
      ({ talent, village }): Chip => ({
        ...{ kind: 'out', talent, village },
        text: `${words.excluded} ${about(talent, village)}`,
      }),
    ),
  ]
}
