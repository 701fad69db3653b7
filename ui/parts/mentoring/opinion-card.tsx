import { Show, Suspense } from 'solid-js'
import { type MentoringHome, opinionsOf } from '../../mentoring.ts'
import { personName } from '../../names.ts'
import { t } from '../../words/index.ts'
import { partsOfQuarter, quarterOf } from './days.ts'
import { FromServer } from './needs-network.tsx'
import { OpinionForm } from './opinion-form.tsx'

/** The mentor's opinion of one quarter of one person. */
export function OpinionCard(props: {
  home: MentoringHome
  talent: { id: string; name: string }
  quarter?: string
}) {
  const quarter = () => props.quarter ?? dueQuarter(props.home, props.talent.id)
  const title = () => t().mentoring.opinion.title(nameOfQuarter(quarter()))
  const key = () => `${quarter()} ${props.talent.id}`
  return (
    <section class="card opinion-card" aria-labelledby={`opinion-${props.talent.id}`}>
      <div class="card-head">
        <h2 id={`opinion-${props.talent.id}`}>{title()}</h2>
        <span class="hint">{personName(props.talent.name)}</span>
      </div>
      <Suspense fallback={<p class="hint card-body">{t().shell.loading}</p>}>
        <Show when={key()} keyed>
          {(_) => (
            <FromServer read={() => opinionsOf(quarter())}>
              {(board) => (
                <OpinionForm
                  quarter={quarter()}
                  talent={props.talent}
                  dueOn={board().dueOn}
                  own={board()
                    .people.find(({ talent }) => talent.id === props.talent.id)
                    ?.opinions.find(({ isOwn }) => isOwn)}
                />
              )}
            </FromServer>
          )}
        </Show>
      </Suspense>
    </section>
  )
}

/** The one before, as long as it is due; else the one that runs. */
export function dueQuarter(home: MentoringHome, talent: string): string {
  const due = home.due.find((one) => one.kind === 'check' && one.talent.id === talent)
  return due && quarterOf(due.on) !== home.quarter ? quarterOf(due.on) : home.quarter
}

export const nameOfQuarter = (quarter: string) =>
  t().mentoring.opinion.quarters[partsOfQuarter(quarter).at] ?? ''
