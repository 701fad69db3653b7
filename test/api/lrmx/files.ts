import { deflateSync } from 'node:zlib'
import { checkDigit } from '../../../db/identity-number.ts'

/** An invented identity number (area 990406). */
export function numberOf(birth: string, sequence: string): string {
  const head = `990406${birth}${sequence}`
  return `${head}${checkDigit(head)}`
}

export type Texts = Record<string, string>

/** A form as its editor writes it, with these texts instead of its own; a text is XML. */
export function lrmx(texts: Texts = {}, { head = '', tail = '' } = {}): string {
  const all: Texts = { ...FULL, ...texts }
  const elements = Object.entries(all).map(([name, text]) => `  <${name}>${text}</${name}>`)
  return `<?xml version="1.0" encoding="utf-8"?>\r\n${head}<Person>\r\n${elements.join('\r\n')}\r\n${tail}</Person>\r\n`
}

const FULL: Texts = {
  XingMing: '苗春雨',
  XingBie: '女',
  ChuShengNianYue: '199103',
  MinZu: '汉族',
  JiGuan: '山东枣庄',
  ChuShengDi: '山东滕州',
  RuDangShiJian: '201506',
  CanJiaGongZuoShiJian: '201307',
  JianKangZhuangKuang: '健康',
  ZhuanYeJiShuZhiWu: '农艺师',
  ShuXiZhuanYeYouHeZhuanChang: '果树栽培',
  QuanRiZhiJiaoYu_XueLi: '大学',
  QuanRiZhiJiaoYu_XueWei: '农学学士',
  QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '山东农业大学园艺专业',
  QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: '山东农业大学园艺专业',
  ZaiZhiJiaoYu_XueLi: '',
  ZaiZhiJiaoYu_XueWei: '',
  ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '',
  ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi: '',
  XianRenZhiWu: '北庄村果蔬合作社理事长',
  NiRenZhiWu: '北庄村党支部书记',
  NiMianZhiWu: '',
  JianLi:
    '2009.09--2013.07  山东农业大学园艺专业学习\r\n2013.07--2019.05  青岛农业公司技术员\r\n                （其间：2016.03--2016.06在省委党校培训）\r\n2019.05--          北庄村果蔬合作社理事长',
  JiangChengQingKuang: '2022.05 被镇党委评为优秀共产党员',
  NianDuKaoHeJieGuo: '2024年度称职',
  RenMianLiYou: '换届',
  JiaTingChengYuan:
    '<Item><ChengWei>丈夫</ChengWei><XingMing>贺　峰</XingMing><ChuShengRiQi>198909</ChuShengRiQi><ZhengZhiMianMao>群众</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>个体工商户</GongZuoDanWeiJiZhiWu></Item>' +
    '<Item><ChengWei>父亲</ChengWei><XingMing>苗长河</XingMing><ChuShengRiQi>196501</ChuShengRiQi><ZhengZhiMianMao>中共党员</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>北庄村村民</GongZuoDanWeiJiZhiWu></Item>' +
    '<Item><ChengWei></ChengWei><XingMing></XingMing><ChuShengRiQi></ChuShengRiQi><ZhengZhiMianMao></ZhengZhiMianMao><GongZuoDanWeiJiZhiWu></GongZuoDanWeiJiZhiWu></Item>',
  ChengBaoDanWei: '北庄镇党委',
  JiSuanNianLingShiJian: '20260901',
  TianBiaoShiJian: '202609',
  TianBiaoRen: '王芳',
  ShenFenZheng: numberOf('19910312', '004'),
  ZhaoPian: '',
  Version: '3.2.1.16',
}

/** A picture of these pixels with noise in it, so that it has about three bytes a pixel. */
export function png(side: number): Buffer {
  let seed = 7
  const noise = Buffer.alloc((side * 3 + 1) * side)
  for (let at = 0; at < noise.length; at++) {
    seed = (seed * 48_271) % 2_147_483_647
    noise[at] = at % (side * 3 + 1) === 0 ? 0 : seed & 0xff
  }
  const size = Buffer.alloc(8)
  size.writeUInt32BE(side, 0)
  size.writeUInt32BE(side, 4)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    chunk('IDAT', deflateSync(noise)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([length, named, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

export const base64 = (bytes: string | Uint8Array) =>
  Buffer.from(bytes as string).toString('base64')
