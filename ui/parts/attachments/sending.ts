import { onCleanup } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { api, isOfType, problemOf } from '../../client.ts'
import type { Attachment } from '../../papers.ts'
import { t } from '../../words/index.ts'
import { sendFile } from '../send-file.ts'
import { refusalOf } from './sizes.ts'

/** A file on its way, or one that was not taken and says why. */
export type Sending = {
  key: number
  file: File
  /** Null while it waits for those before it. */
  share: number | null
  why: string | null
  /** The same file may be sent once more. */
  isAgain: boolean
  stop: () => void
}

type Told = (answer: { attachment: Attachment; isNew: boolean }) => void

/** Sends files one after another, so that each says for itself how it went. */
export function createUploads(nominee: () => string, told: Told) {
  const [files, setFiles] = createStore<Sending[]>([])
  let next = 0
  let isRunning = false
  const change = (key: number, how: Partial<Sending>) =>
    setFiles(({ key: own }) => own === key, how)
  const close = (key: number) =>
    setFiles(
      produce((list) => void list.splice(indexOf(list, key), indexOf(list, key) < 0 ? 0 : 1)),
    )
  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      const key = next++
      const why = refusalOf(file)
      const stop = () => close(key)
      setFiles(files.length, { ...{ key, file, share: null, why, isAgain: false, stop } })
    }
    void run()
  }
  async function run() {
    if (isRunning) return
    isRunning = true
    for (let one = waiting(files); one; one = waiting(files)) await send(one.key, one.file)
    isRunning = false
  }
  async function send(key: number, file: File) {
    const ending = new AbortController()
    change(key, { share: 0, stop: () => ending.abort() })
    try {
      told(await upload(nominee(), file, (share) => change(key, { share }), ending.signal))
      close(key)
    } catch (error) {
      if (ending.signal.aborted) return close(key)
      const problem = problemOf(error)
      const isAgain = problem.type === 'network' || isOfType(problem, 'too-many')
      const why = problem.type === 'network' ? t().problem.network : problem.detail
      change(key, { why, isAgain, stop: () => close(key) })
    }
  }
  const again = (key: number) => {
    change(key, { why: null, share: null, isAgain: false })
    void run()
  }
  onCleanup(() => {
    for (const { why, stop } of [...files]) if (why === null) stop()
  })
  return { files, add, again }
}

const indexOf = (list: readonly Sending[], key: number) => list.findIndex((one) => one.key === key)
const waiting = (list: readonly Sending[]) =>
  list.find(({ share, why }) => share === null && why === null)

async function upload(
  nominee: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) {
  const param = { id: nominee }
  const address = api.nominees[':id'].attachments.$path({ param, query: { name: file.name } })
  const failed = t().papers.notSent
  const { status, body } = await sendFile<Attachment>(address, file, { onProgress, signal, failed })
  return { attachment: body, isNew: status === 201 }
}
