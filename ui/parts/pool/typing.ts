import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'
import { type Address, wordsOf } from './address.ts'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300

/**
 * The text in the box next to the words that are chips already. It is searched for while it is typed; the address
 * holds both as one text.
 */
export function createTyping(address: Address) {
  const [text, setText] = createSignal('')
  const [words, setWords] = createSignal<readonly string[]>(address.words())
  /** What of the typed text the address has. */
  let sent: readonly string[] = []
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  const whole = () => [...words(), ...sent].join(' ')
  function write(typed: readonly string[]) {
    clearTimeout(timer)
    const before = whole()
    sent = typed
    if (whole() !== before) address.change({ q: whole() || null, sort: null })
  }
  // Words that were changed elsewhere, by a chip, by back or by a saved search, are chips.
  createEffect(
    on(address.words, (now) => {
      if (now.join(' ') === untrack(whole)) return
      clearTimeout(timer)
      sent = []
      setWords(now)
      setText('')
    }),
  )
  return {
    text,
    words,
    type: (next: string) => {
      setText(next)
      clearTimeout(timer)
      timer = window.setTimeout(() => write(wordsOf(next)), PAUSE_MS)
    },
    /** What was typed becomes a word of its own. */
    keep: () => {
      write(wordsOf(text()))
      setWords([...words(), ...sent])
      sent = []
      setText('')
    },
    /** What was typed meant a condition instead. */
    forget: () => {
      write([])
      setText('')
    },
  }
}
