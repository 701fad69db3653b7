import { Show } from 'solid-js'
import type { Open } from '../../applying.ts'
import { say, t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { StepForm } from './form.tsx'
import type { StepProps } from './step-props.ts'

/** What happens with what is typed, before anything is; the tick is the person's own word. */
export function NoticeStep(props: StepProps & { notice: NonNullable<Open['notice']> }) {
  return (
    <StepForm
      step="notice"
      title={t().apply.notice.title}
      verb={t().apply.notice.go}
      submit={() => props.next()}
    >
      <p class="second">{t().apply.notice.what}</p>
      <section aria-label={t().apply.notice.version(props.notice.version)}>
        <h3>{t().apply.notice.version(props.notice.version)}</h3>
        <p class="reading boxed apply-notice" tabindex="0">
          {say(props.notice)}
        </p>
      </section>
      <div data-field="hasConsented">
        <label class="choice-card" classList={{ chosen: props.draft.hasConsented }}>
          <input
            type="checkbox"
            name="consent"
            checked={props.draft.hasConsented}
            aria-describedby="consent-about"
            {...(props.errorAt('hasConsented') && { 'aria-invalid': true })}
            onChange={(event) => props.set({ hasConsented: event.currentTarget.checked })}
          />
          <span>{t().apply.notice.agree}</span>
        </label>
        <div id="consent-about">
          <Show when={props.errorAt('hasConsented')}>
            {(text) => (
              <p class="field-error">
                <Icon name="warning" />
                {text()}
              </p>
            )}
          </Show>
        </div>
      </div>
    </StepForm>
  )
}
