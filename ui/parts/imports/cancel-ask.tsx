import { useAction } from '@solidjs/router'
import { cancelImport } from '../../imports.ts'
import { t } from '../../words/index.ts'
import { Ask } from '../account/ask.tsx'

export function CancelAsk(props: {
  id: string
  /** Writing is stopped and taken back; the import itself stays. */
  isWriting?: boolean
  isOpen: boolean
  close: () => void
}) {
  const cancel = useAction(cancelImport)
  const words = () => t().imports[props.isWriting ? 'stopping' : 'giving']
  return (
    <Ask
      isOpen={props.isOpen}
      close={props.close}
      title={words().title}
      verb={words().do}
      isDangerous
      act={() => cancel(props.id)}
    >
      <p>{words().text}</p>
    </Ask>
  )
}
