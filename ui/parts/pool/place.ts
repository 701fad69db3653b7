/** Where somebody was in a list when a portrait was opened: how many were listed, and the row at its height. */
export type Place = { list: string; listed: number; id: string; top: number }

const KEY = 'yanzhen.pool.place'

export function keepPlace(place: Place) {
  sessionStorage.setItem(KEY, JSON.stringify(place))
}

/** The place kept for this address, once: whoever comes to the list another way begins at its top. */
export function takePlace(list: string): Place | null {
  const place = read(sessionStorage.getItem(KEY))
  sessionStorage.removeItem(KEY)
  return place?.list === list ? place : null
}

function read(text: string | null): Place | null {
  try {
    return JSON.parse(text ?? 'null') as Place | null
  } catch {
    return null
  }
}
