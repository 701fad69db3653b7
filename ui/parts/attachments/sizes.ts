import { oneDecimal, whole } from '../../format.ts'
import { t } from '../../words/index.ts'

/** Bytes that the server takes. */
export const MOST_BYTES = 20 * 1024 * 1024
export const MOST_FILES = 20

export function sizeText(bytes: number): string {
  const mebibytes = bytes / 1024 / 1024
  if (mebibytes >= 1) return t().papers.mebibytes(oneDecimal(mebibytes))
  return t().papers.kibibytes(whole(Math.max(1, Math.round(bytes / 1024))))
}

/** Why a file is not even sent; null when it may be. What it is, the server looks at. */
export function refusalOf({ size }: File): string | null {
  if (size === 0) return t().papers.emptyFile
  if (size > MOST_BYTES) return t().papers.tooLarge(sizeText(size))
  return null
}
