// The desks of deputies, stations, member units and subdistricts.
export const town = {
  none: '没有这个工作台。',
  mine: { title: '现在要我办的', none: '这里现在没有要您办的事。' },
  running: {
    title: '正在进行',
    none: '现在没有正在进行的。',
    all: '全部 {{n}} 项',
    due: '期限 {{at}}',
    meeting: '打开联席会议',
    funnel: '办到哪一步',
  },
  ended: { title: '最近结束的' },
  lists: { all: '清单上的事项', ours: '本单位承办的事项', more: '全部', open: '办理中' },
  loads: {
    title: '成员单位 {{n}} 个，尚未认领 {{without}} 个',
    own: '{{unit}}已承担 {{n}} 项，最多 {{of}} 项。',
    full: '已到上限，不能再认领。',
  },
  meeting: {
    title: '联席会议',
    back: '返回流程',
    free: '无人承办 {{n}} 项',
    allGiven: '每一项都已有承办单位或已作决定，可以结束会议。',
    given: '已有承办单位 {{n}} 项',
    units: '各单位承办数',
    notNow: '现在不是会议环节，正处于“{{step}}”。可以取用以下清单：',
  },
};
