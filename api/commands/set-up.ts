import { readConfiguration } from '../configuration.ts'
import { readDivisions } from '../division-file.ts'
import { oneTimePasswordText } from '../one-time-password.ts'
import { setUp as run } from '../set-up.ts'
import { wrongUse } from '../start-failure.ts'
import { defineCommand } from './command.ts'

export const setUp = defineCommand(
  {
    options: {
      county: { type: 'string' },
      divisions: { type: 'string' },
      name: { type: 'string' },
    },
  },
  async ({ county, divisions: file, name }, env) => {
    if (!county || !/^\d{6}$/.test(county) || !file) throw incomplete()
    if (name !== undefined && !/\S/.test(name)) throw incomplete()
    const configuration = readConfiguration(env)
    const divisions = readDivisions(file, county, name?.trim())
    const administrator = await run(configuration, divisions)
    const title = '首位系统管理员 first administrator'
    process.stdout.write(
      `${summary(configuration.database, divisions)}\n${oneTimePasswordText(title, administrator)}\n${next(configuration.keyFile, configuration.keys)}`,
    )
  },
)

type Divisions = ReturnType<typeof readDivisions>

function summary(database: string, { county, townships, villages }: Divisions): string {
  const communities = villages.filter(({ kind }) => kind === 'community').length
  const unlike = villages.filter(({ code }) => /[45]\d\d$/.test(code))
  const named = unlike.slice(0, 10).map(({ code, name }) => `${code} ${name}`)
  const check =
    unlike.length === 0
      ? ''
      : `  待核对 to check: ${unlike.length}
    ${named.join('\n    ')}${unlike.length > named.length ? '\n    …' : ''}
    代码末三位为 400–599 的多是开发区、农场等，不一定设村（居）委会；不设的请从文件中删去，移走数据目录后重建。
    Codes ending in 400–599 are mostly development zones and farms, perhaps without a committee; take such lines out
    of the file, move the data folder away and set up again.
`
  return `已建立 ${county.name}（${county.code}，${county.province}） The county is set up.
  数据库 database: ${database}
  乡镇（街道） townships: ${townships.length}
  村 villages: ${villages.length - communities}
  社区 communities: ${communities}
  职数 seats: 暂按最少数：村党组织 3、村委会 3；社区党组织 5、居委会 7；监督委员会 3。请县里核定各村实际职数后改正。
              the fewest for now: Party 3 and committee 3 in a village, 5 and 7 in a community, supervision 3. The
              county should correct them to what is fixed for each village.
  字典、政策、告知书、安全设置已按默认值建立，请管理员和县级账号逐项核对。
  Dictionaries, policy, notice and settings begin with their defaults; look through them.
${check}`
}

function next(keyFile: string, keys: string | undefined): string {
  const where = keys === undefined ? keyFile : 'YANZHEN_KEYS'
  return `密钥 keys: ${where}
  请立即另行备份密钥：丢失后身份证号等无法恢复。Keep a copy of it apart: without it identity numbers are lost.
接着 next: npm start
`
}

function incomplete() {
  return wrongUse(
    '须写明县代码和区划文件，如 set-up --county 370406 --divisions codes.csv --name 山亭区（名称可不写）。',
    'Name the county and the file of codes: set-up --county 370406 --divisions codes.csv --name NAME (the name may be left out).',
  )
}
