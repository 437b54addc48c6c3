import { t } from '../process/field.ts';

/** What people and the kit did, with the names of the task, the thing or the step in the gaps. */
export const event = {
  stepEntered: t('进入“{step}”', 'Step “{step}”'),
  taskClaimed: t('签收“{task}”', '“{task}” claimed'),
  taskReleased: t('退回待签收：“{task}”', '“{task}” released'),
  taskCompleted: t('{outcome}（{task}）', '{outcome} ({task})'),
  taskReopened: t('“{task}”退回重办', '“{task}” sent back'),
  urged: t('催办“{task}”', '“{task}” urged'),
  commented: t('留言', 'Comment'),
  messageSent: t('通知关联流程', 'A related process was told'),
  itemAdded: t('登记{item}', '{item} added'),
  itemChanged: t('{item}：{what}', '{item}: {what}'),
  itemClosed: t('{item}办结：{ending}', '{item} settled: {ending}'),
  began: t('发起“{process}”', '“{process}” begun'),
  adopted: t('改按新规则执行：{policy}', 'Another version of the policy counts from here on: {policy}'),
} as const;

/** How a task ended that nobody completed, as a sentence. */
export const taskEnded = {
  returned: t('“{task}”退单', '“{task}” returned'),
  reassigned: t('“{task}”改派', '“{task}” reassigned'),
  cancelled: t('“{task}”取消', '“{task}” cancelled'),
  expired: t('“{task}”到期未办，自动关闭', '“{task}” closed by itself at the end of its window'),
  excused: t('“{task}”免除协办', '“{task}” excused'),
  stopped: t('“{task}”随事项终止', '“{task}” ended with the matter'),
} as const;

/** What a matter notes of itself. */
export const noted = {
  reporterLeft: t('一位反映人撤回', 'One reporter withdrew'),
  corrected: t('更正信息', 'Facts corrected'),
  reporterAdded: t('并入一位反映人', 'A reporter was added'),
  followed: t('反映人跟进先前的事项，并案', 'The reporter follows an earlier matter: merged'),
  undelivered: t('答复未能送达', 'A message could not be delivered'),
  merged: t('并案', 'Merged'),
  dispatched: t('派单', 'Dispatched'),
  reassigned: t('改派', 'Reassigned'),
  rated: t('评议完成', 'Rated'),
  rehandled: t('重新办理', 'Handled again'),
  scored: t('考核得分 {total}', 'Score {total}'),
  excluded: t('考评剔除', 'Excluded from assessment'),
} as const;

/** What the people who reported a matter were told. */
export const told = {
  registered: t('告知居民：已受理', 'Resident told: accepted'),
  notAccepted: t('告知居民：不予受理', 'Resident told: not accepted'),
  merged: t('告知居民：已并案', 'Resident told: merged'),
  extended: t('告知居民：已延期', 'Resident told: extended'),
  suspended: t('告知居民：已挂起', 'Resident told: suspended'),
  result: t('告知居民：办理结果', 'Resident told: the result'),
  cancelled: t('告知居民：已撤销', 'Resident told: cancelled'),
  closedWithReasons: t('告知居民：说明理由办结', 'Resident told: closed with reasons'),
  received: t('告知居民：已收到', 'Resident told: received'),
} as const;
