/** The nationalities of GB/T 3304-1991, as the printed form writes them. */
export const ETHNICITIES: readonly string[] = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
  '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
)
  .split(' ')
  .map((name) => `${name}族`)

/** The full name of what was typed, `回` for `回族`; null when there is no such nationality. */
export function ethnicityOf(typed: string): string | null {
  const name = typed.endsWith('族') ? typed : `${typed}族`
  return ETHNICITIES.includes(name) ? name : null
}

/** What the law counts (LAW 6); never anything else. */
export function nationalityOf(ethnicity: string | null): 'han' | 'minority' | null {
  if (ethnicity === null) return null
  return ethnicity === '汉族' ? 'han' : 'minority'
}
