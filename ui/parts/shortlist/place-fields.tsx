import { createAsync } from '@solidjs/router'
import { Show } from 'solid-js'
import { placeName } from '../../names.ts'
import { placesOf } from '../../queries.ts'
import { POSTS } from '../../types.ts'
import { t } from '../../words/index.ts'
import { SelectField } from '../account/fields.tsx'
import type { AskedFor } from './asked.ts'

/** For which post, and where; a township's account chooses among its villages. */
export function PlaceFields(props: { asked: AskedFor }) {
  const places = createAsync(async () => placesOf().catch(() => undefined), {
    initialValue: undefined,
  })
  const townships = () => places.latest?.townships ?? []
  const villages = () =>
    townships().find(({ code }) => code === props.asked.township())?.villages ?? []
  return (
    <>
      <SelectField
        label={t().shortlist.post}
        value={props.asked.post()}
        choices={POSTS.map((one) => ({ value: one, name: t().shortlist.postName[one] }))}
        set={(post) => props.asked.change({ post })}
      />
      <Show when={!props.asked.isFixed()}>
        <SelectField
          label={t().shortlist.township}
          value={props.asked.township()}
          none={t().shortlist.county}
          choices={townships().map(named)}
          set={(code) => props.asked.change({ township: code || null, village: null, plan: null })}
        />
      </Show>
      <SelectField
        label={t().shortlist.village}
        value={props.asked.village()}
        none={
          props.asked.township() === '' ? t().shortlist.townshipFirst : t().shortlist.wholeTownship
        }
        choices={villages().map(named)}
        isDisabled={props.asked.township() === ''}
        set={(code) => props.asked.change({ village: code || null })}
      />
    </>
  )
}

const named = ({ code, name }: { code: string; name: string }) => ({
  value: code,
  name: placeName(name),
})
