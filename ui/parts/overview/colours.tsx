import { For, Show } from 'solid-js'
import { placeName } from '../../names.ts'
import type { VillageMark } from '../../overview.ts'
import { say, t } from '../../words/index.ts'
import { Mark, type State, StateWord } from '../mark.tsx'

export type Colour = VillageMark['colour']

/** A colour as the shape that carries it. */
export const STATE_OF = {
  red: 'missed',
  yellow: 'weak',
  green: 'met',
  none: 'unknown',
} as const satisfies Record<string, State>

export const markOf = (colour: Colour): State => STATE_OF[colour ?? 'none']

/** Mark and word of a village's colour. */
export function ColourWord(props: { colour: Colour }) {
  return (
    <StateWord state={markOf(props.colour)}>
      {t().overview.colour[props.colour ?? 'none']}
    </StateWord>
  )
}

/** What the marks mean. */
export function ColourLegend() {
  return (
    <span class="hint colour-legend" aria-hidden="true">
      <For each={['red', 'yellow', 'green'] as const}>
        {(colour) => (
          <span>
            <Mark state={STATE_OF[colour]} /> {t().overview.colourSays[colour]}
          </span>
        )}
      </For>
    </span>
  )
}

/** Name, colour and reason in one line, for a pointer that rests on a mark. */
export function saidOf({ name, colour, words }: VillageMark): string {
  const said = [placeName(name), t().overview.colour[colour ?? 'none']].join(t().separator)
  return words === null ? said : `${said}${t().colon}${say(words)}`
}

/** A count that opens what is behind it; nothing is behind a zero. */
export function Opens(props: { count: number; href: string; label: string; text: string }) {
  return (
    <Show when={props.count > 0} fallback={<span class="second">{props.text}</span>}>
      <a class="opens" href={props.href} aria-label={props.label}>
        {props.text}
      </a>
    </Show>
  )
}
