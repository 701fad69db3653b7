import { createSignal } from 'solid-js'
import { useSession } from '../../session.ts'
import { t } from '../../words/index.ts'
import { Icon } from '../icon.tsx'
import { Panel } from '../layers.tsx'
import { sayText } from '../mentoring/said.ts'
import { View } from '../states.tsx'
import { ProfileForm } from './profile-form.tsx'

/** A mentor's own profile, one tap away. */
export function OwnProfile() {
  const { account } = useSession()
  const [isOpen, setOpen] = createSignal(false)
  const words = () => t().mentorships.profile
  return (
    <>
      <button
        type="button"
        class="button self-start"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="person" />
        {words().open}
      </button>
      <Panel isOpen={isOpen()} onClose={() => setOpen(false)} title={words().open}>
        <View rows={6}>
          <ProfileForm
            account={account().id}
            done={(text) => {
              setOpen(false)
              sayText(text)
            }}
          />
        </View>
      </Panel>
    </>
  )
}
