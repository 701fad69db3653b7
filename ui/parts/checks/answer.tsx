import { For, type JSX, Show } from 'solid-js'
import { t } from '../../words/index.ts'
import { type Aspect, aspectName, valueName } from './aspects.ts'
import { answerTo } from './drafts.ts'
import { arrowsFor, digitOf } from './keys.ts'

type Answer = Parameters<typeof answerTo>[0]

/**
 * Every aspect as a row of choices, nothing chosen beforehand. Digits choose and lead on; arrows lead to the next aspect
 * and to the next person.
 */
export function AnswerGroups(props: {
  answer: Answer
  aspects: readonly Aspect[]
  choose: (aspect: Aspect, value: string | null) => void
  /** The next person (1), or the one before (-1). */
  move?: ((step: 1 | -1) => void) | undefined
  same?: (() => void) | undefined
  children?: JSX.Element
}) {
  let groups: HTMLDivElement | undefined
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    const group = (event.target as HTMLElement).closest<HTMLElement>('[data-aspect]')
    const at = props.aspects.findIndex(({ id }) => id === group?.dataset.aspect)
    const aspect = props.aspects[at]
    if (!aspect) return
    const arrow = arrowsFor(event.key)
    const digit = digitOf(event.key, aspect)
    if (arrow?.person) props.move?.(arrow.person)
    else if (arrow?.aspect) focusAspect(groups, at + arrow.aspect)
    else if (event.key.toLowerCase() === 'm' && props.same) sayTheSame(props.same)
    else if (digit !== undefined) choose(aspect, digit, at)
    else return
    event.preventDefault()
  }
  /** What the mentor left open comes next: the grade over all. */
  function sayTheSame(same: () => void) {
    same()
    const at = props.aspects.findIndex((aspect) => answerTo(props.answer, aspect) === undefined)
    if (at !== -1) focusAspect(groups, at)
  }
  /** By the keyboard the next aspect follows, behind the last the next person. */
  function choose(aspect: Aspect, value: string | null, at: number) {
    props.choose(aspect, value)
    if (at + 1 < props.aspects.length) focusAspect(groups, at + 1)
    else props.move?.(1)
  }
  return (
    <div class="answer-groups" ref={groups}>
      <For each={props.aspects}>
        {(aspect) => (
          <fieldset class="answer-group" data-aspect={aspect.id}>
            <legend>{aspectName(aspect.id)}</legend>
            <Choices
              aspect={aspect}
              value={answerTo(props.answer, aspect)}
              choose={(value) => props.choose(aspect, value)}
              onKeyDown={onKeyDown}
            />
          </fieldset>
        )}
      </For>
      {props.children}
    </div>
  )
}

function Choices(props: {
  aspect: Aspect
  value: string | null | undefined
  choose: (value: string | null) => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const values = () => [...props.aspect.values, ...(props.aspect.isOverall ? [] : [null])]
  /** One stop of the tab key for each aspect: what is chosen, else the first. */
  const isStop = (value: string | null) =>
    props.value === undefined ? value === values()[0] : value === props.value
  return (
    <div class="segments">
      <For each={values()}>
        {(value) => (
          <button
            type="button"
            aria-pressed={props.value === value}
            tabindex={isStop(value) ? 0 : -1}
            onClick={() => props.choose(value)}
            onKeyDown={(event) => props.onKeyDown(event)}
          >
            {valueName(value)}
          </button>
        )}
      </For>
    </div>
  )
}

/** Leads the focus to what is chosen of an aspect, else to its first choice. */
export function focusAspect(within: HTMLElement | undefined, at: number): void {
  const groups = within?.querySelectorAll<HTMLElement>('[data-aspect]') ?? []
  groups[at]?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
}

/** What the keys do, for whoever signs sixty people in a sitting. */
export function KeyHelp(props: { keys: readonly (readonly string[])[] }) {
  return (
    <Show when={props.keys.length > 0}>
      <p class="key-help desk-only">
        <span>{t().checks.keysLabel}</span>
        <For each={props.keys}>
          {([key, what]) => (
            <span>
              <kbd>{key}</kbd> {what}
            </span>
          )}
        </For>
      </p>
    </Show>
  )
}
