/** How a part is called, what is said of it when all is well and when it is not, and what to do then. */
export type Words = { title: string; ok: string; bad: string; advice: string };

export const zh = {
  database: {
    title: '数据库',
    ok: 'PostgreSQL 正常。',
    bad: 'PostgreSQL 没有应答。',
    advice: '查看数据库服务和磁盘；恢复后系统自动继续，不会丢失事项。',
  },
  migrations: {
    title: '数据结构',
    ok: '数据结构与程序版本一致。',
    bad: '数据结构与程序版本不一致。',
    advice: '重新启动，启动时自动升级；仍不一致的，核对程序版本。',
  },
  temporal: {
    title: 'Temporal',
    ok: 'Temporal 正常。',
    bad: 'Temporal 没有应答：事项照常接收，流程暂停前进。',
    advice: '查看 Temporal 服务；恢复后积压的操作自动继续。',
  },
  worker: {
    title: '工作进程',
    ok: '{count} 个工作进程在线。',
    bad: '没有发现在线的工作进程：流程、通知和期限都不会前进。',
    advice: '启动工作进程（npm start 或服务管理器），并查看其日志。',
  },
  outbox: {
    title: '待发事务',
    ok: '没有积压。',
    bad: '{count} 项待发事务已到时间而没有处理（{lanes}）。',
    advice: '先看工作进程和 Temporal 是否正常；都正常的，查看工作进程日志。',
  },
  lanes: {
    title: '反复失败的事务',
    ok: '没有反复失败的事务。',
    bad: '{count} 项事务反复失败，最多已试 {most} 次（{lanes}）。',
    advice: '查看工作进程日志中的原因；原因消除后自动重试。',
  },
  commands: {
    title: '未了结的操作',
    ok: '没有未了结的操作。',
    bad: '{count} 个操作已接收而没有结果。',
    advice: '通常是 Temporal 或工作进程停了；恢复后自动补办，并按接收时间计时。',
  },
  notices: {
    title: '待送达的通知',
    ok: '通知按时送达。',
    bad: '{count} 条通知已到时间而没有送达。',
    advice: '查看邮件和短信服务的设置与连接。',
  },
  failed: {
    title: '送达失败的通知',
    ok: '近 {days} 天没有送达失败的通知。',
    bad: '近 {days} 天有 {count} 条通知送达失败。',
    advice: '在“人员与岗位”核对工作邮箱；消息在本系统内仍可看到。',
  },
  mail: {
    title: '邮件',
    ok: '近 {days} 天有 {count} 条通知因没有设置邮件服务器而只在系统内送达。',
    bad: '近 {days} 天有 {count} 条通知因没有设置邮件服务器而只在系统内送达。',
    advice: '需要发送邮件的，设置邮件服务器（MINQING_SMTP_URL）。',
  },
  nobody: {
    title: '无人可办的任务',
    ok: '每项任务都有人办。',
    bad: '{count} 项任务没有任何人可办。',
    advice: '请安全管理员为相关单位和上级授予岗位。',
  },
  standIns: {
    title: '由上级代办的任务',
    ok: '没有因岗位空缺而上转的任务。',
    bad: '{count} 项任务因岗位空缺或离岗而转由上级办理。',
    advice: '补齐 A 岗和 B 岗，或取消过期的离岗登记。',
  },
  vacant: {
    title: '没有 A 岗的单位',
    ok: '承办单位都有 A 岗。',
    bad: '{count} 个承办单位没有 A 岗。',
    advice: '请安全管理员授予 A 岗；不再承办的，请系统管理员修改单位。',
  },
  rules: {
    title: '规则包',
    ok: '各地都有生效的规则包。',
    bad: '{count} 个地区没有生效的规则包：那里的事项不能办理。',
    advice: '请督查室提出并批准规则包。',
  },
  calendar: {
    title: '工作日历',
    ok: '节假日已公布至 {until}，还有 {count} 天。',
    bad: '节假日只公布到 {until}，还有 {count} 天；之后的期限按周末推算并注明。',
    advice: '国务院公布下一年安排后，请督查室提出并批准新日历。',
  },
  proposals: {
    title: '待批准的规则',
    ok: '没有久等的规则提案（共 {count} 件待批）。',
    bad: '{count} 件规则提案等待第二人批准。',
    advice: '请另一位督查人员批准或退回。',
  },
  archive: {
    title: '归档',
    ok: '办结的流程按时归档。',
    bad: '{count} 个办结的流程还没有归档。',
    advice: 'Temporal 只保留一段时间的过程记录，请尽快恢复归档。',
  },
  locked: {
    title: '锁定的账号',
    ok: '没有锁定的账号。',
    bad: '{count} 个账号因密码连续输错而锁定。',
    advice: '核实是否本人输错；数量异常的，可能有人在试密码。',
  },
  schedules: {
    title: '定期开始的流程',
    ok: '{wanted} 处定期流程都已按时开始。',
    bad: '{late} 处本期还没有开始，{missing} 处没有排定。',
    advice: '先看 Temporal 和工作进程；系统每两分钟自动补排。',
  },
  skew: {
    title: '时钟',
    ok: '数据库与服务的时钟一致。',
    bad: '数据库与服务的时钟相差 {count} 秒，期限判断会受影响。',
    advice: '检查两台机器的时间同步（NTP）。',
  },
  disk: {
    title: '磁盘',
    ok: '还有 {count} GB 可用。',
    bad: '只剩 {count} GB 可用，写满后数据库会停止。',
    advice: '清理或扩充磁盘。',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Name = keyof typeof zh;

/** The lanes of the outbox. */
export const lanesZh: Readonly<Record<string, string>> = {
  start: '启动流程',
  message: '流程之间的消息',
  notice: '通知',
  archive: '归档',
};
