import { createAsync, useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { TextField } from '../parts/account/fields.tsx'
import { PrintFrame } from '../parts/print/frame.tsx'
import { noticeGroups } from '../parts/print/notice-groups.ts'
import { NoticeSheet } from '../parts/print/notice-sheet.tsx'
import { today } from '../parts/review/say.ts'
import { Blank, View } from '../parts/states.tsx'
import { DayField } from '../parts/trial-posts/day-field.tsx'
import { noticeTextOf } from '../prints.ts'
import { deadlineOf } from '../review.ts'
import { useSession } from '../session.ts'
import { t } from '../words/index.ts'

/** 公示: the text about everybody of a round who is in public notice, a sheet for each span of days. */
export function PrintNotices() {
  return (
    <View rows={14}>
      <Page />
    </View>
  )
}

function Page() {
  const params = useParams<{ round: string }>()
  const { account, county } = useSession()
  const words = () => t().prints.notice
  const notice = createAsync(() => noticeTextOf(params.round))
  const [from, setFrom] = createSignal(today())
  const [contact, setContact] = createSignal('')
  const groups = () => noticeGroups(notice())
  const isPlanned = () => groups().some(({ published }) => published === null)
  // Read by its latest: a wait would take the field that is typed in from the page.
  const planned = createAsync(() => endsOf(from(), isPlanned() ? groups() : []), {
    initialValue: new Map<number, string>(),
  })
  const people = () => groups().flatMap((group) => group.people)
  const lacks = () => (isPlanned() && from() === '' ? words().needFrom : null)
  const by = () => {
    const { township } = account()
    return township ? words().byTownship(township.name) : words().byCounty(county().name)
  }
  return (
    <PrintFrame
      paper="notice-text"
      title={words().page}
      back={{ href: `/rounds/${params.round}/board`, words: t().prints.toRound }}
      subjects={people().map(({ nominee }) => nominee)}
      lacks={lacks()}
      fields={
        <Show when={people().length > 0}>
          <div class="print-fields">
            <Show when={isPlanned()}>
              <DayField label={words().from} name="from" value={from()} set={setFrom} />
            </Show>
            <TextField
              label={words().contactField}
              hint={words().contactHint}
              name="contact"
              maxlength={100}
              value={contact()}
              set={setContact}
            />
          </div>
        </Show>
      }
    >
      <Show when={notice()}>
        {(known) => (
          <For
            each={groups()}
            fallback={<Blank icon="paper" title={words().none} text={words().noneText} />}
          >
            {({ stage, published, people: own }) => (
              <NoticeSheet
                round={known().round}
                stage={stage}
                startsOn={published?.startsOn ?? from()}
                endsOn={published?.endsOn ?? planned.latest.get(stage.days) ?? null}
                days={published?.days ?? stage.days}
                place={published?.place ?? ''}
                contact={contact().trim()}
                by={by()}
                people={own}
              />
            )}
          </For>
        )}
      </Show>
    </PrintFrame>
  )
}

/** The last of so many working days, by how many. */
async function endsOf(day: string, groups: ReturnType<typeof noticeGroups>) {
  const days = day === '' ? [] : [...new Set(groups.map(({ stage }) => stage.days))]
  const ends = await Promise.all(days.map((count) => deadlineOf(day, count)))
  return new Map(days.map((count, at): [number, string] => [count, ends[at]!.endsOn]))
}
