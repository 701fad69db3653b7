import { For, Show } from 'solid-js'
import type { TalentRecord } from '../../types.ts'
import { t } from '../../words/index.ts'

type Missing = TalentRecord['completeness']['missing'][number]

/** What a whole portrait still lacks, by name; each leads to where it is entered. */
export function Completeness(props: {
  talent: TalentRecord
  open?: ((field: Missing) => void) | undefined
}) {
  const share = () => props.talent.completeness.known / props.talent.completeness.of
  return (
    <section class="card" aria-labelledby="completeness">
      <div class="card-head">
        <h2 id="completeness">{t().portrait.completeness}</h2>
        <span class="hint push">
          {t().portrait.filled(props.talent.completeness.known, props.talent.completeness.of)}
        </span>
      </div>
      <div class="card-body stack">
        <span class="filled" aria-hidden="true">
          <i style={{ width: `${share() * 100}%` }} />
        </span>
        <Show
          when={props.talent.completeness.missing.length > 0}
          fallback={<p class="hint">{t().portrait.allFilled}</p>}
        >
          <p class="hint">
            {props.open ? t().portrait.stillMissing : t().portrait.stillMissingRead}
          </p>
          <ul class="missing-fields">
            <For each={props.talent.completeness.missing}>
              {(field) => (
                <li>
                  <Show
                    when={props.open}
                    fallback={<span class="chip open">{t().portrait.missing[field]}</span>}
                  >
                    {(open) => (
                      <button
                        type="button"
                        class="button slim missing-field"
                        onClick={() => open()(field)}
                      >
                        {t().portrait.missing[field]}
                      </button>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </section>
  )
}
