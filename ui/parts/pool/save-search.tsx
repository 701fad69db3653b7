import { useAction } from '@solidjs/router'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { changeSearch, saveSearch } from '../../pool.ts'
import { useRoles } from '../../session.ts'
import type { SavedSearch } from '../../types.ts'
import { t } from '../../words/index.ts'
import { TextField } from '../account/fields.tsx'
import { createSending } from '../account/sending.ts'
import { Panel } from '../layers.tsx'
import { DialogForm } from '../talent/dialog-form.tsx'
import { conditionsOf } from './chips.tsx'
import { usePool } from './context.ts'

/** Signs of a name. */
const LONGEST = 60

/** Keeps the conditions of now under a name, or changes the name, the sharing and the conditions of a kept one. */
export function SaveSearch(props: {
  isOpen: boolean
  search: SavedSearch | null
  close: () => void
}) {
  return (
    <Panel
      isOpen={props.isOpen}
      onClose={props.close}
      title={
        props.search ? t().pool.saved.changeTitle(props.search.name) : t().pool.saved.saveTitle
      }
    >
      <Form search={props.search} close={props.close} />
    </Panel>
  )
}

function Form(props: { search: SavedSearch | null; close: () => void }) {
  const pool = usePool()
  const has = useRoles()
  const save = useAction(saveSearch)
  const change = useAction(changeSearch)
  const [name, setName] = createSignal('')
  const [isShared, setShared] = createSignal(false)
  const [isNew, setNew] = createSignal(false)
  const [isNameless, setNameless] = createSignal(false)
  createEffect(
    on(
      () => props.search,
      (search) => {
        setName(search?.name ?? suggested())
        setShared(search?.isShared ?? false)
      },
    ),
  )
  const suggested = () =>
    conditionsOf(pool, pool.address.words())
      .map(({ words }) => words)
      .join(' ')
      .slice(0, LONGEST)
  const sending = createSending(async () => {
    const { search } = props
    const query = search && !isNew() ? search.query : pool.address.saved()
    const given = { name: name().trim(), query, isShared: isShared() }
    await (search ? change(search.id, given) : save(given))
    pool.say(search ? t().pool.saved.changed(given.name) : t().pool.saved.saved(given.name))
    props.close()
  })
  function submit() {
    setNameless(name().trim() === '')
    if (!isNameless()) void sending.start()
  }
  return (
    <DialogForm
      sending={sending}
      fields={['name']}
      verb={props.search ? t().pool.saved.change : t().pool.saved.do}
      busy={t().pool.bulk.working}
      submit={submit}
      cancel={props.close}
    >
      <TextField
        label={t().pool.saved.name}
        hint={t().pool.saved.nameHint}
        error={isNameless() ? t().pool.saved.needName : sending.errorAt('name')}
        name="name"
        maxlength={LONGEST}
        value={name()}
        set={setName}
      />
      <Show when={has('county', 'township')}>
        <label class="tick">
          <input
            type="checkbox"
            class="box"
            checked={isShared()}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          {t().pool.saved.share}
        </label>
        <p class="hint">{t().pool.saved.shareHint}</p>
      </Show>
      <Show when={props.search && pool.address.saved() !== ''}>
        <label class="tick">
          <input
            type="checkbox"
            class="box"
            checked={isNew()}
            onChange={(event) => setNew(event.currentTarget.checked)}
          />
          {t().pool.saved.overwrite}
        </label>
      </Show>
    </DialogForm>
  )
}
