import { createSignal } from 'solid-js'
import { entries, isLasting } from '../../offline/entries.ts'
import { cautionsOf } from '../../offline/sending.ts'
import { say, t } from '../../words/index.ts'

type Saved = { id: string; name: string }
type Said = { saved: Saved } | { text: string }

const [said, setSaid] = createSignal<Said | null>(null)

export const sayNothing = () => setSaid(null)
/** Follows the session: what was said to wait is said to have arrived once it has. */
export const saySaved = (saved: Saved) => setSaid({ saved })
export const sayText = (text: string) => setSaid({ text })

export function saidNow(): { text: string | null; isWeak: boolean } {
  const now = said()
  if (!now) return { text: null, isWeak: false }
  return 'text' in now ? { text: now.text, isWeak: false } : ofSaved(now.saved)
}

function ofSaved({ id, name }: Saved) {
  const words = t().mentoring.said
  const entry = entries().find(({ body }) => body.id === id)
  if (entry?.why) return { text: words.refused(name), isWeak: true }
  if (entry) return { text: isLasting() ? words.waiting(name) : words.onPage(name), isWeak: true }
  const cautions = cautionsOf(id)
  const text = [words.saved(name), ...cautions.map((one) => say(one.words))].join(' ')
  return { text, isWeak: cautions.length > 0 }
}
