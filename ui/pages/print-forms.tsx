import { createAsync, useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { PrintFrame } from '../parts/print/frame.tsx'
import { idsOfList, MOST_FORMS, partOf } from '../parts/print/people.ts'
import { RegistrationForm } from '../parts/print/registration-form.tsx'
import { today } from '../parts/review/say.ts'
import { Blank, View } from '../parts/states.tsx'
import { placesOf, talentOf } from '../queries.ts'
import { t } from '../words/index.ts'

type Search = { people?: string; list?: string; part?: string }

/** 人选登记表: one page for each person, of some people or of a list. */
export function PrintForms() {
  return (
    <View rows={14}>
      <Page />
    </View>
  )
}

function Page() {
  const [search, setSearch] = useSearchParams<Search>()
  const places = createAsync(() => placesOf())
  const ids = createAsync(async () =>
    search.list ? idsOfList(search.list) : (search.people ?? '').split(',').filter(Boolean),
  )
  const part = () => partOf(ids()?.length ?? 0, Number(search.part))
  const people = createAsync(async () => {
    const chosen = (ids() ?? []).slice((part() - 1) * MOST_FORMS, part() * MOST_FORMS)
    return Promise.all(chosen.map((id) => talentOf(id)))
  })
  const back = () => {
    if (search.list) return { href: `/lists/${search.list}`, words: t().prints.toList }
    const [first] = ids() ?? []
    return { href: first ? `/talents/${first}` : '/talents', words: t().prints.toPerson }
  }
  return (
    <PrintFrame
      paper="registration-form"
      title={t().prints.form.title}
      back={back()}
      subjects={(people() ?? []).map(({ id }) => id)}
      fields={
        <Parts
          all={ids()?.length ?? 0}
          part={part()}
          choose={(next) => setSearch({ part: next === 1 ? null : String(next) })}
        />
      }
    >
      <Show when={places()}>
        {(known) => (
          <For
            each={people() ?? []}
            fallback={
              <Blank icon="people" title={t().prints.form.none} text={t().prints.form.noneText} />
            }
          >
            {(talent) => (
              <RegistrationForm
                talent={talent}
                referenceOn={known().referenceOn}
                policyVersion={known().policyVersion}
                today={today()}
              />
            )}
          </For>
        )}
      </Show>
    </PrintFrame>
  )
}

/** A long list is printed in parts: each person is a page, and a portrait that was looked at. */
function Parts(props: { all: number; part: number; choose: (part: number) => void }) {
  const count = () => Math.ceil(props.all / MOST_FORMS)
  return (
    <Show when={count() > 1}>
      <fieldset class="segments" aria-label={t().prints.form.parts}>
        <For each={Array.from({ length: count() }, (_, at) => at + 1)}>
          {(part) => (
            <button
              type="button"
              aria-pressed={part === props.part}
              onClick={() => props.choose(part)}
            >
              {t().prints.form.part(
                (part - 1) * MOST_FORMS + 1,
                Math.min(props.all, part * MOST_FORMS),
              )}
            </button>
          )}
        </For>
      </fieldset>
    </Show>
  )
}
