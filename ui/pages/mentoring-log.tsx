import { A, createAsync, useNavigate, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { mentoringOf } from '../mentoring.ts'
import { type Entry, entryOf } from '../offline/entries.ts'
import { Icon } from '../parts/icon.tsx'
import { type Draft, draftOf, newDraft } from '../parts/mentoring/draft.ts'
import { LogForm } from '../parts/mentoring/log-form.tsx'
import { Blank, View } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { t } from '../words/index.ts'

type Begin = { draft: Draft | undefined; entry: Entry | undefined }

/** Logging with a thumb: the form alone, saved at the foot of the screen. */
export function MentoringLog() {
  const [search] = useSearchParams<{ entry?: string }>()
  const title = () => (search.entry ? t().mentoring.form.mend : t().mentoring.log)
  return (
    <div class="log-page">
      <Title text={title()} />
      <div class="log-head">
        <A class="button plain icon-only" href="/mentoring" aria-label={t().mentoring.form.cancel}>
          <Icon name="left" />
        </A>
        <h1>{title()}</h1>
      </div>
      <View rows={8}>
        <Form />
      </View>
    </div>
  )
}

function Form() {
  const [search] = useSearchParams<{ talent?: string; entry?: string }>()
  const navigate = useNavigate()
  const answer = createAsync(() => mentoringOf())
  const begin = createAsync<Begin | undefined>(async () => {
    const known = answer()
    if (!known) return undefined
    const { talent } = newDraft(known.home, search.talent ?? null)
    const entry = search.entry ? await entryOf(search.entry) : undefined
    return { entry, draft: entry ? undefined : await draftOf(talent) }
  })
  return (
    <Show when={answer()}>
      {(known) => (
        <Show when={known().home.mentees.length > 0} fallback={<Nobody />}>
          <Show when={begin()}>
            {(found) => (
              <LogForm
                home={known().home}
                talent={search.talent ?? null}
                kept={found().draft}
                entry={found().entry}
                onSaved={() => navigate('/mentoring')}
              />
            )}
          </Show>
        </Show>
      )}
    </Show>
  )
}

function Nobody() {
  return (
    <section class="card">
      <Blank icon="cap" title={t().mentoring.empty.title} text={t().mentoring.empty.text}>
        <A class="button" href="/mentoring">
          {t().mentoring.form.cancel}
        </A>
      </Blank>
    </section>
  )
}
