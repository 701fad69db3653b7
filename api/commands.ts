import { account } from './commands/account.ts'
import { backup } from './commands/backup.ts'
import type { Command, Environment } from './commands/command.ts'
import { migrate, seed } from './commands/database.ts'
import { plan } from './commands/plan.ts'
import { quota } from './commands/quota.ts'
import { restore } from './commands/restore.ts'
import { rotateKeys } from './commands/rotate-keys.ts'
import { setUp } from './commands/set-up.ts'
import { verifyAudit } from './commands/verify-audit.ts'
import { wrongUse } from './start-failure.ts'

const COMMANDS: Record<string, Command> = {
  plan,
  quota,
  migrate,
  seed,
  account,
  backup,
  restore,
  'set-up': setUp,
  'verify-audit': verifyAudit,
  'rotate-keys': rotateKeys,
}

const HELP = `雁阵 Yanzhen

  npm run plan -- --township CODE     一个乡镇各村的建议班子  the proposed teams of a township
  npm run plan -- --county CODE       全县  of the whole county
      --json                          输出一个 JSON 对象  print one JSON object
      --lang en                       语言 zh 或 en  language, zh or en
      --out FILE                      写入文件  write to a file
      --mps FILE                      另将完整模型写成 MPS 文件，供其他求解器核对
                                      also write the full model as MPS, for other solvers to verify

  npm run yanzhen -- quota --features FILE.csv --people FILE.csv --select N
                                      按配额选人，只读文件：特征表 feature,value,min,max，人员表每个特征一列
                                      choose people under quotas, from files alone: feature,value,min,max and a
                                      column for each feature
      --weights FILE.csv              权重表 id,weight，合计最大  weights whose sum is to be the most
      --json                          输出一个 JSON 对象  print one JSON object

  npm run yanzhen -- set-up --county CODE --divisions FILE.csv
                                      在空数据库中建立一个真实的县  a real county in an empty database
      --name NAME                     县名，默认取自文件  its name, as in the file when left out
  npm run yanzhen -- migrate          建立或升级数据库  create or upgrade the database
  npm run yanzhen -- seed             空数据库时装入演示县  add the demonstration county to an empty database

  npm run yanzhen -- backup           备份，服务运行时也可  copy the database, also while it serves
      --to FOLDER                     备份目录  the folder of copies
      --scheduled                     按定时备份处理，并删除过旧的  as the schedule does, which removes the oldest
  npm run yanzhen -- restore --from FILE
                                      恢复到空的数据目录并核对  check a copy and put it into an empty data folder
  npm run yanzhen -- verify-audit     核验审计链，有问题时退出码为 1  prove the audit chain, exit code 1 when broken
      --json                          输出一个 JSON 对象  print one JSON object
  npm run yanzhen -- rotate-keys      更换密钥，须先停止服务  change the keys, with the server stopped

  npm run yanzhen -- account list     全部账号  all accounts
  npm run yanzhen -- account reset NAME
                                      新的一次性口令，移除动态验证码，解除锁定
                                      a new one-time password, no second factor, no lock
  npm run yanzhen -- account unlock NAME
                                      解除锁定  forget failed sign-ins
  npm run yanzhen -- help             本页  this page

  数据目录 data folder: YANZHEN_DATA (默认 default ./data)
  备份目录 folder of copies: YANZHEN_BACKUPS (默认 default <data>-backups)
`

/** Runs one command and returns the exit code. Answers go to stdout, progress and failures to stderr. */
export async function runCommand(args: string[], env: Environment): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw wrongUse(`没有“${name}”这个命令。`, `There is no command “${name}”.`)
  return command(rest, env)
}
