/** The first that matches counts: browsers name the ones that they are like. */
const BROWSERS: [sign: RegExp, name: string][] = [
  [/wxwork\//i, 'WeCom'],
  [/MicroMessenger\//i, 'WeChat'],
  [/DingTalk\//i, 'DingTalk'],
  [/QQBrowser\//i, 'QQ'],
  [/\b360(SE|EE)\b|QIHU/i, '360'],
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HuaweiBrowser\//i, 'Huawei'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/[\d.]+ .*Safari\//, 'Safari'],
]
const SYSTEMS: [sign: RegExp, name: string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/UOS|Uniontech/i, 'UOS'],
  [/Kylin/i, 'Kylin'],
  [/Linux|X11/, 'Linux'],
]

export type Device = { browser: string | null; system: string | null }

/** What a browser says of itself (User-Agent), in the names that people know it by. */
export function deviceOf(agent: string | null): Device {
  return { browser: nameIn(BROWSERS, agent), system: nameIn(SYSTEMS, agent) }
}

function nameIn(names: [RegExp, string][], agent: string | null): string | null {
  return names.find(([sign]) => sign.test(agent ?? ''))?.[1] ?? null
}
