import { For } from 'solid-js'
import { type ApplicationView, revealOfApplication } from '../../applying.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Revealable } from '../talent/revealable.tsx'

type Typed = NonNullable<ApplicationView['typed']>

/** What was typed, numbers by their ends. */
export function TypedCard(props: { view: ApplicationView; typed: Typed }) {
  const words = () => t().apply.who
  const ask = (field: 'id-number' | 'phone') => (reason: string) =>
    revealOfApplication(props.view.id, field, reason)
  const posts = () =>
    props.typed.posts.map((post) => t().shortlist.postName[post]).join(t().comma) ||
    t().apply.check.poolOnly
  const lines = () => [
    { name: words().sex, text: t().sex[props.typed.sex] },
    { name: words().bornOn, text: props.typed.bornOn },
    {
      name: words().education,
      text: `${t().education[props.typed.education]}${t().separator}${words().educationKinds[props.typed.educationKind]}`,
    },
    { name: words().partyStatus, text: t().partyStatus[props.typed.partyStatus] },
    { name: words().occupation, text: props.typed.occupation },
    { name: t().apply.check.post, text: posts() },
    { name: t().apply.where.reason, text: props.typed.reason },
  ]
  return (
    <section class="card" aria-labelledby="typed">
      <div class="card-head">
        <h2 id="typed">{t().apply.inbox.typed}</h2>
        <span class="hint push">{t().apply.inbox.notice(props.view.noticeVersion)}</span>
      </div>
      <For each={props.view.warnings}>
        {(warning) => (
          <p class="note weak inbox-warning">
            <Icon name="warning" />
            <span>{say(warning)}</span>
          </p>
        )}
      </For>
      <dl class="own-facts">
        <div>
          <dt>{words().phone}</dt>
          <dd>
            <Revealable
              masked={props.typed.phone}
              what={words().phone}
              whose={props.typed.name}
              quick={t().apply.inbox.phoneReasons}
              ask={ask('phone')}
            />
          </dd>
        </div>
        <div>
          <dt>{words().idNumber}</dt>
          <dd>
            <Revealable
              masked={props.typed.idNumber}
              what={words().idNumber}
              whose={props.typed.name}
              quick={t().apply.inbox.phoneReasons}
              ask={ask('id-number')}
            />
          </dd>
        </div>
        <For each={lines()}>
          {({ name, text }) => (
            <div>
              <dt>{name}</dt>
              <dd class="inbox-text">{text}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}
