import { For, Show } from 'solid-js'
import type { CriterionId, TalentRecord } from '../../types.ts'
import { CRITERIA } from '../../types.ts'
import { t } from '../../words/index.ts'

/** For each criterion whether there is evidence, and of which standing: what is missing is seen before it is missed. */
export function Coverage(props: { talent: TalentRecord }) {
  return (
    <section class="card" aria-labelledby="coverage">
      <div class="card-head">
        <h2 id="coverage">{t().talent.coverage}</h2>
        <span class="hint">{t().talent.coverageHint}</span>
      </div>
      <ul class="coverage">
        <For each={CRITERIA}>{(criterion) => <Row {...rowOf(props.talent, criterion)} />}</For>
      </ul>
      <p class="table-foot legend">
        <For each={['proven', 'claimed', 'missing'] as const}>
          {(kind) => (
            <span>
              <i class={kind} />
              {t().ranking[kind]}
            </span>
          )}
        </For>
      </p>
    </section>
  )
}

type Covered = { criterion: CriterionId; proven: number; claimed: number; newest: string | null }

function Row(props: Covered) {
  const isMissing = () => props.proven + props.claimed === 0
  return (
    <li>
      <span>{t().criterion[props.criterion]}</span>
      <span class="standings" aria-hidden="true">
        <For each={Array.from({ length: props.proven })}>{() => <i class="standing proven" />}</For>
        <For each={Array.from({ length: props.claimed })}>
          {() => <i class="standing claimed" />}
        </For>
        <Show when={isMissing()}>
          <i class="standing missing" />
        </Show>
      </span>
      <span classList={{ hint: isMissing() }}>
        {isMissing() ? t().talent.noPieces : t().talent.pieces(props.proven, props.claimed)}
      </span>
      <span class="hint number">{props.newest && t().talent.newest(props.newest)}</span>
    </li>
  )
}

function rowOf({ evidence }: TalentRecord, criterion: CriterionId): Covered {
  const pieces = evidence.filter((piece) => piece.criterion === criterion)
  const count = (standing: 'proven' | 'claimed') =>
    pieces.filter((piece) => piece.standing === standing).length
  const newest = pieces
    .map(({ on }) => on)
    .sort()
    .at(-1)
  return {
    criterion,
    proven: count('proven'),
    claimed: count('claimed'),
    newest: newest ?? null,
  }
}
