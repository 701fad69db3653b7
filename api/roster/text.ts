/** Signs that nobody sees: zero-width spaces, marks of direction, a byte order mark within, soft hyphens. */
const UNSEEN = /[[\p{Cf}\p{Cc}]--[\n\r\t]]/gv

/** A cell as somebody meant it: without unseen signs, spaces of every kind as one, ends trimmed; lines stay. */
export function tidy(text: string): string {
  if (!/[\s\p{Cf}\p{Cc}]/u.test(text)) return text
  return text
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** Several lines as they were written: the spaces within stay, since a résumé parts its columns by two. */
export function tidyLines(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim()
}

/** What fixed words are compared by: half width, no spaces, traditional characters as simplified ones. */
export function plain(text: string): string {
  if (text.length > 40) return folded(text)
  const known = remembered.get(text)
  if (known !== undefined) return known
  // Lists repeat few words many times; names and numbers pass through.
  if (remembered.size > 5_000) remembered.clear()
  const made = folded(text)
  remembered.set(text, made)
  return made
}

const remembered = new Map<string, string>()

function folded(text: string): string {
  return tidy(text)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(TRADITIONAL, (sign) => SIMPLIFIED.get(sign)!)
}

/** As `plain`, without what a header carries beside its word: stars, brackets, quotes, strokes. */
export function headerKey(text: string): string {
  return plain(text)
    .replace(/\((必填|选填|必选|可选|下拉选择|单选|多选|必须填写)\)/g, '')
    .replace(/[*()[\]【】{}<>《》“”"'‘’「」、,，/／\\|·:：;；.。_-]/g, '')
    .toLowerCase()
}

/** The same without what stands in brackets. */
export function barehead(text: string): string {
  // Nothing so long heads a column, and brackets that never close would take minutes.
  if (text.length > 200) return headerKey(text)
  return headerKey(plain(text).replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, ''))
}

/** Words that stand for an empty cell. */
export function isNothing(text: string): boolean {
  return /^(无|暂无|没有|不详|未知|空|未填|[/\\—–-]+|n\/?a|null)$/i.test(plain(text))
}

/** Digits of an identity or telephone number hidden, so that samples and faults can be kept in the clear. */
export function hushed(text: string): string {
  return text.replace(/\d[\d\s-]{9,}[\dXx]/g, (found) => {
    const digits = found.replace(/[\s-]/g, '')
    if (digits.length < 11) return found
    return digits.slice(0, 3) + '*'.repeat(digits.length - 7) + digits.slice(-4)
  })
}

/** Levenshtein's distance, cut off above `most`. */
export function distance(a: string, b: string, most = 3): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let row = to.map((_, at) => at + 1)
  for (const [i, sign] of from.entries()) {
    const next = [i + 1]
    for (const [j, other] of to.entries()) {
      const changed = (j === 0 ? i : row[j - 1]!) + (sign === other ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j]! + 1))
    }
    row = next.slice(1)
  }
  return row.at(-1) ?? from.length
}

/** Traditional characters of headers and fixed words; names of people are never touched. */
const SIMPLIFIED = new Map(
  '黨党漢汉團团預预備备積积極极員员眾众無无學学歷历專专業业畢毕職职務务聯联繫系係系電电話话證证碼码號号級级鄉乡鎮镇個个體体經经營营軍军隊队長长書书記记會会財财農农滿满壯壮維维爾尔蒙蒙習习關关節节發发現现薦荐選选舉举領领導导類类別别歲岁齡龄時时間间處处縣县區区莊庄溝沟廟庙嶺岭橋桥樓楼灣湾東东馬马劉刘陳陈楊杨張张趙赵黃黄吳吴孫孙龍龙門门陽阳陰阴華华國国興兴義义衛卫術术藝艺種种養养殖殖電电貿贸創创業业醫医療疗護护師师範范碩硕機机構构組组織织監监督督舊旧戶户貧贫產产業业萬万億亿術术語语譯译簡简介介齊齐達达斡斡鄂鄂倫伦溫温拉拉蘇苏裕裕固固塔塔賓宾連连貴贵雲云賽赛賀贺邊边遠远錫锡羅罗納纳盧卢謝谢蘭兰麗丽傣傣黎黎僳僳佤佤畲畲撒撒毛毛保保安安鮮鲜烏乌茲兹別别克克俄俄瑤瑶侗侗彝彝苗苗藏藏'
    .match(/../gu)!
    .map((pair) => {
      const [from, to] = [...pair]
      return [from!, to!] as const
    })
    .filter(([from, to]) => from !== to),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'gu')
