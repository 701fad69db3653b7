import type { Open } from '../../applying.ts'
import { t } from '../../words/index.ts'
import { TextArea } from '../talent/text-area.tsx'
import { StepForm } from './form.tsx'
import { PlaceFields } from './place-fields.tsx'
import type { StepProps } from './step-props.ts'
import { WishFields } from './wish-fields.tsx'

/** Where and as what somebody wishes to serve, and why. */
export function WhereStep(props: StepProps & { open: Open; back: () => void }) {
  return (
    <StepForm
      step="where"
      title={t().apply.where.title}
      verb={t().apply.next}
      back={() => props.back()}
      submit={() => props.next()}
    >
      <PlaceFields
        open={props.open}
        value={props.draft}
        set={(place) => props.set(place)}
        errorAt={props.errorAt}
      />
      <WishFields
        value={props.draft}
        set={(wish) => props.set(wish)}
        error={props.errorAt('posts')}
      />
      <div data-field="reason">
        <TextArea
          label={t().apply.where.reason}
          hint={t().apply.where.reasonHint}
          name="reason"
          rows={5}
          maxlength={1000}
          value={props.draft.reason}
          set={(reason) => props.set({ reason })}
          error={props.errorAt('reason')}
        />
      </div>
    </StepForm>
  )
}
