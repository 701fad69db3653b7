import { useNavigate } from '@solidjs/router'
import { createEffect } from 'solid-js'

/** An old code is answered with the village that it became part of: the address follows. */
export function Renamed(props: { asked: string; code: string; page?: string }) {
  const navigate = useNavigate()
  createEffect(() => {
    if (props.code !== props.asked)
      navigate(`/villages/${props.code}${props.page ?? ''}`, { replace: true })
  })
  return null
}
