export const NO_ACTION = {
  zh: '没有这项办理事项，或不在本账号管理范围内。请回到办理事项重新选择。',
  en: 'There is no such action in your reach. Choose from the list again.',
}
export const CLOSED = {
  zh: '这项办理事项已经办结或撤销。请刷新页面看现在的情况。',
  en: 'The action is done or dropped already. Load the page again.',
}
export const TWICE = {
  zh: '同样的事项已经交办，尚未办结。请在办理事项中查看，或改写要办的事。',
  en: 'The same is assigned already and not done. See the actions, or write what else is to be done.',
}
export const LOGGED_TWICE = {
  zh: '其中有的村已经登记过同样的办结结果，本次没有登记任何一项。请在办理事项中查看，或改写结果。',
  en: 'The same result of the same day is logged already for one of the villages, so nothing was logged. See the actions, or write what else came of it.',
}
export const NOT_ALL = {
  zh: '其中有的事项已登记、修改或撤销，因此没有撤销任何一项。请在办理事项中逐项处理。',
  en: 'Some of them were logged, changed or dropped meanwhile, so none was dropped. See the actions one by one.',
}
export const NO_DUE = {
  zh: '办理期限应为真实日期，不早于今天；没有期限的请留空。',
  en: 'The day is real and not before today; leave it empty where there is none.',
}
export const NO_DONE = {
  zh: '办结日期应为真实日期，不晚于今天，也不早于一年前。',
  en: 'The day on which it was done is real, not in the future, and within the last year.',
}
export function noVillage(code: string) {
  return {
    zh: `${code} 不是本账号管理范围内的村（社区）。`,
    en: `${code} is no village or community in the reach of your account.`,
  }
}
