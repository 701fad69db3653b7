import { createSignal } from 'solid-js'
import { unsent } from './entries.ts'
import { send } from './sending.ts'
import { leaveShelf } from './session.ts'

/** How long a last attempt may take, in milliseconds. */
const PATIENCE = 5000

type Question = { count: number; answer: (may: boolean) => void }
const [question, setQuestion] = createSignal<Question | null>(null)

/** Asked in the frame before somebody leaves entries behind. */
export const leavingQuestion = question

/** Wipes the machine, once nothing is lost by it or the mentor said so; false: stays signed in. */
export async function mayLeave(): Promise<boolean> {
  if (unsent() > 0) await Promise.race([send(), new Promise((done) => setTimeout(done, PATIENCE))])
  if (unsent() > 0 && !(await asked(unsent()))) return false
  await leaveShelf()
  return true
}

function asked(count: number): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (may: boolean) => {
      setQuestion(null)
      resolve(may)
    }
    setQuestion({ count, answer })
  })
}
