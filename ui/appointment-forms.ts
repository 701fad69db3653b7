import { action, json } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, type ProblemDetails, read } from './client.ts'
import { talentsOf } from './people.ts'
import { historyOf } from './portrait.ts'
import { talentOf } from './queries.ts'
import { language, t } from './words/index.ts'

type Route = (typeof api)['appointment-forms']
export type FormReading = InferResponseType<Route['reading']['$post'], 200>['files'][number]
export type FormRead = NonNullable<FormReading['read']>
export type Candidate = FormRead['people'][number]
export type Comparison = FormRead['asNew']
export type FormTaking = InferRequestType<Route['$post']>['json']
export type FormField = FormTaking['take'][number]
export type NewByForm = NonNullable<FormTaking['person']>

/** A form with the photograph beside it, as it lies on this computer. */
export type FormFile = { form: File; picture: File | undefined }

/** Files that go together; what a request may hold is bounded. */
const MOST_FILES = 40
const MOST_BYTES = 6_000_000
export const MOST_FORMS = 200

/** Forms and, by the same name, the photographs beside them. */
export function pairsOf(files: readonly File[]): FormFile[] {
  const pictures = new Map(
    files.filter(({ name }) => /\.pic$/i.test(name)).map((file) => [stem(file.name), file]),
  )
  return files
    .filter(({ name }) => /\.lrmx?$/i.test(name))
    .map((form) => ({ form, picture: pictures.get(stem(form.name)) }))
}

/** Some files after the other, each batch as large as one request may be; told as they come. */
export async function readForms(
  files: readonly FormFile[],
  told: (file: FormFile, reading: FormReading) => void,
): Promise<void> {
  for (const batch of batchesOf(files)) {
    const body = { files: await Promise.all(batch.map(bodyOf)) }
    const { files: readings } = await read(api['appointment-forms'].reading.$post({ json: body }))
    for (const [at, file] of batch.entries()) told(file, readings[at]!)
  }
}

/** Writes what was chosen of one form; the pages that show the person are read anew. */
export const writeForm = action(
  async (file: FormFile, asked: Omit<FormTaking, 'file'>, revision: number | null) => {
    const body = { ...asked, file: await bodyOf(file) }
    const headers = revision === null ? {} : { 'if-match': `"${revision}"` }
    const answer = await read(
      api['appointment-forms'].$post({ json: body }, { headers: { ...spoken(), ...headers } }),
    )
    const changed = [talentsOf.key, talentOf.keyFor(answer.id), historyOf.keyFor(answer.id)]
    return json(answer, { revalidate: changed })
  },
  'write-form',
)

type Picture = { id: string; revision: number }

export const removePhotograph = action(async ({ id, revision }: Picture) => {
  const headers = { ...spoken(), 'if-match': `"${revision}"` }
  const param = { id }
  const answer = await read(api.talents[':id'].photograph.$delete({ param }, { headers }))
  return json(answer, { revalidate: [talentOf.keyFor(id), historyOf.keyFor(id)] })
}, 'remove-photograph')

export const restorePhotograph = action(async ({ id, revision }: Picture) => {
  const headers = { ...spoken(), 'if-match': `"${revision}"` }
  const param = { id }
  const answer = await read(api.talents[':id'].photograph.restoration.$post({ param }, { headers }))
  return json(answer, { revalidate: [talentOf.keyFor(id), historyOf.keyFor(id)] })
}, 'restore-photograph')

/** The form of one person, saved under the name that the server gives it; answers the name. */
export async function saveForm(id: string, purpose: string, hasIdNumber: boolean): Promise<string> {
  const asked = { purpose, ...(hasIdNumber && { idNumber: '1' as const }) }
  const address = api.talents[':id']['appointment-form.lrmx'].$path({ param: { id }, query: asked })
  const answer = await fetch(address, { headers: spoken() }).catch((cause: unknown) => {
    throw failure({ ...lost(), detail: String(cause) })
  })
  if (!answer.ok) throw failure(await answer.json().catch(lost))
  const name = nameIn(answer.headers.get('content-disposition') ?? '')
  save(await answer.blob(), name)
  return name
}

function batchesOf(files: readonly FormFile[]): FormFile[][] {
  const batches: FormFile[][] = []
  let bytes = 0
  for (const file of files) {
    const own = file.form.size + (file.picture?.size ?? 0)
    const last = batches.at(-1)
    if (last && last.length < MOST_FILES && bytes + own <= MOST_BYTES) {
      last.push(file)
      bytes += own
    } else {
      batches.push([file])
      bytes = own
    }
  }
  return batches
}

async function bodyOf({ form, picture }: FormFile) {
  return {
    name: form.name,
    bytes: await base64Of(form),
    ...(picture && { picture: await base64Of(picture) }),
  }
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader()
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve)
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })
  return String(reader.result).split(',')[1] ?? ''
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}

const KEEP_MS = 60_000
const stem = (name: string) => name.replace(/\.[^.]*$/, '')
const spoken = () => ({ 'accept-language': language() })

/** RFC 6266: the name in UTF-8, which may be Chinese. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : 'yanzhen.lrmx'
}

const failure = (details: ProblemDetails) => new Error(details.title, { cause: details })

const lost = (): ProblemDetails => ({
  ...{ type: 'network', title: t().appointmentForms.export.failed, status: 0, detail: '' },
  instance: '',
})
