import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Address, wordsOf } from './address.ts'

/** A pause in typing that is taken for the end of it. */
const PAUSE_MS = 300

/**
 * The text in the box next to the words that are chips already. It is searched for while it is typed; the address
 * holds both as one text.
 */
export function createTyping(address: Address) {
  const [text, setText] = createSignal('')
  /** What of the typed text the address has. */
  const [sent, setSent] = createSignal<readonly string[]>([])
  let timer: number | undefined
  onCleanup(() => clearTimeout(timer))
  const words = () => address.words().slice(0, address.words().length - sent().length)
  const write = (typed: readonly string[]) => {
    clearTimeout(timer)
    const next = [...words(), ...typed]
    setSent(typed)
    if (next.join(' ') !== address.words().join(' '))
      address.change({ q: next.join(' ') || null, sort: null })
  }
  // Words that were changed elsewhere, by back or a saved search, are chips.
  createEffect(
    on(address.words, (now) => {
      const end = now.slice(now.length - sent().length).join(' ')
      if (end === sent().join(' ')) return
      clearTimeout(timer)
      setSent([])
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
      setSent([])
      setText('')
    },
    /** What was typed meant a condition instead. */
    forget: () => {
      write([])
      setText('')
    },
  }
}
