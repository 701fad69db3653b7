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
