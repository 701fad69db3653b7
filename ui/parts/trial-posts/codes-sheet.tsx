import { For } from 'solid-js'
import { encode } from 'uqr'
import { personName, placeName } from '../../names.ts'
import type { Slips } from '../../trial-posts.ts'
import { t } from '../../words/index.ts'
import { Qr } from '../account/qr.tsx'

const words = () => t().trialPosts.paper
const AUDIENCES = ['colleague', 'representative'] as const

/** Slips to cut apart, those of each audience together. Nothing on them says which was made first. */
export function CodesSheet(props: { slips: Slips }) {
  const of = (audience: (typeof AUDIENCES)[number]) =>
    props.slips.codes.filter((one) => one.audience === audience).map(({ code }) => code)
  return (
    <article class="code-sheet">
      <For each={AUDIENCES.filter((audience) => of(audience).length > 0)}>
        {(audience) => (
          <section>
            <h2>
              {words().codesTitle}
              {t().separator}
              {t().trialPosts.audience[audience]} {of(audience).length}
              <small>{words().cut}</small>
            </h2>
            <ul class="code-slips">
              <For each={of(audience)}>
                {(code) => <SlipShown slips={props.slips} code={code} audience={audience} />}
              </For>
            </ul>
          </section>
        )}
      </For>
    </article>
  )
}

function SlipShown(props: {
  slips: Slips
  code: string
  audience: 'colleague' | 'representative'
}) {
  const { trial, closesOn } = props.slips
  const address = `${location.origin}/evaluate`
  return (
    <li class="code-slip">
      <Qr rows={pictureOf(`${address}#${props.code}`)} label={words().scan(props.code)} />
      <div>
        <p>
          <b>{words().slip}</b>
          <span class="code-audience">{t().trialPosts.audience[props.audience]}</span>
        </p>
        <p>
          {words().slipFor(
            personName(trial.talent.name),
            placeName(trial.village.name),
            t().trialPosts.kinds[trial.kind],
          )}
        </p>
        <p class="code-signs">{props.code}</p>
        <p class="code-small">{words().slipScan}</p>
        <p class="code-small">{address}</p>
        <p class="code-small">{words().slipUntil(closesOn)}</p>
      </div>
    </li>
  )
}

function pictureOf(text: string): string[] {
  return encode(text).data.map((row) => row.map(Number).join(''))
}
