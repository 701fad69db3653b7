import { createSignal, Show } from 'solid-js'
import type { DictionaryEntry, DictionaryName } from '../../types.ts'
import { say, t } from '../../words/index.ts'
import { Drawer } from '../layers.tsx'
import { TextField } from './fields.tsx'
import { Refusal } from './notices.tsx'
import { createSending, type Errors, hasErrors } from './sending.ts'

type Draft = Pick<DictionaryEntry, 'id' | 'zh' | 'en'>

/** A new entry, or other words for one; the id follows the English words until it is typed itself. */
export function EntryDrawer(props: {
  of: DictionaryName
  entry: DictionaryEntry | null
  others: DictionaryEntry[]
  store: (entry: DictionaryEntry) => Promise<void>
  close: () => void
}) {
  const isNew = () => props.entry === null
  const [draft, setDraft] = createSignal<Draft>(props.entry ?? { id: '', zh: '', en: '' })
  const [isIdTyped, setIdTyped] = createSignal(false)
  const [errors, setErrors] = createSignal<Errors<keyof Draft>>({})
  const sending = createSending(async () => {
    const { id, zh, en } = draft()
    const isRetired = props.entry?.isRetired ?? false
    await props.store({ id, zh: zh.trim(), en: en.trim(), isRetired })
    props.close()
  })
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  function submit() {
    setErrors(errorsOf(draft(), isNew() ? props.others : []))
    if (!hasErrors(errors())) void sending.start()
  }
  return (
    <Drawer
      isOpen
      onClose={props.close}
      title={
        isNew() ? t().dictionaries.addTo(t().dictionaries.names[props.of]) : t().dictionaries.change
      }
      footer={
        <>
          <button type="button" class="button" onClick={() => props.close()}>
            {t().accounts.cancel}
          </button>
          <button
            type="submit"
            form="entry"
            class="button primary push"
            aria-disabled={sending.isBusy()}
          >
            {sending.isBusy() ? t().dictionaries.saving : t().dictionaries.save}
          </button>
        </>
      }
    >
      <form
        id="entry"
        class="form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Refusal problem={sending.problem()} fields={['zh', 'en']} />
        <TextField
          label={t().dictionaries.zh}
          name="zh"
          maxlength={60}
          value={draft().zh}
          set={(zh) => set({ zh })}
          error={errors().zh ?? sending.errorAt('zh')}
        />
        <TextField
          label={t().dictionaries.en}
          name="en"
          maxlength={120}
          value={draft().en}
          set={(en) => set(isNew() && !isIdTyped() ? { en, id: idFrom(en) } : { en })}
          error={errors().en ?? sending.errorAt('en')}
        />
        <Show
          when={isNew()}
          fallback={
            <p class="hint">
              {t().dictionaries.id} {draft().id}
              {t().separator}
              {t().dictionaries.idKept}
            </p>
          }
        >
          <TextField
            label={t().dictionaries.id}
            name="id"
            hint={t().dictionaries.idHint}
            maxlength={63}
            value={draft().id}
            set={(id) => {
              setIdTyped(id !== '')
              set({ id })
            }}
            error={errors().id}
          />
        </Show>
      </form>
    </Drawer>
  )
}

/** As the server takes them: at most 63 signs. */
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/

const idFrom = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 63)
    .replace(/-+$/, '')

/** A new entry under an id in use would change that entry. */
function errorsOf({ id, zh, en }: Draft, others: DictionaryEntry[]): Errors<keyof Draft> {
  const other = others.find((one) => one.id === id)
  return {
    ...(!zh.trim() && { zh: t().dictionaries.needZh }),
    ...(!en.trim() && { en: t().dictionaries.needEn }),
    ...(!ID.test(id) && { id: t().dictionaries.needId }),
    ...(other && { id: t().dictionaries.idTaken(say(other)) }),
  }
}
