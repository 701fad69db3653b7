/** Words of tables, as the screens have them. */
export const STATUS_WORDS: Record<string, string> = {
  registered: '已登记',
  'in-pool': '在库',
  reserve: '后备',
  'trial-post': '准岗',
  appointed: '任用',
  left: '出库',
}
export const GRADE_WORDS: Record<string, string> = {
  excellent: '优',
  good: '良',
  fair: '中',
  poor: '差',
}
export const WAITS_WORDS: Record<string, string> = {
  village: '村级',
  township: '乡镇（街道）',
  county: '县级',
  departments: '联审部门',
}
export const COLOUR_WORDS = { red: '■ 红', yellow: '▲ 黄', green: '● 绿' } as const
export const LIST_WORDS = { settled: '已落实', willing: '有意向', none: '无合适人选' } as const
export const REMEDY_WORDS = {
  'another-village': '外村选派',
  'posted-in': '上级下派',
  recruited: '公开选聘',
} as const
export const FACTS = {
  sex: { female: '女', male: '男' },
  eligibility: {
    eligible: '符合资格',
    relaxable: '须批准放宽',
    unknown: '待核实',
    barred: '不符合',
  },
} as const
export const UNKNOWN = '未知'

/** The strongest point and the weak one, as the lists of the screens have them. */
export function briefly(reasons: readonly { zh: string }[]): string {
  const shown = reasons.length > 2 ? [reasons[0]!, reasons.at(-1)!] : reasons
  return shown.map(({ zh }) => zh).join('；')
}

/** 45.7%; of nothing there is no share. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? UNKNOWN : `${Math.round((part / whole) * 1000) / 10}%`
}

/** Fit in points of 100, as the screens show it. */
export const points = (fit: number): number => Math.round(fit * 100)
