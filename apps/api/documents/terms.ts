import type { Language } from '../language.ts';

/** What a code is called in each language. */
type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What the codes of the field are called on paper and in files, by the list that they belong to. */
const TERMS = {
  status: {
    received: ['已收到', 'received'],
    open: ['在办', 'open'],
    ending: ['正在收尾', 'ending'],
    closed: ['已办结', 'closed'],
  },
  colour: {
    red: ['红', 'red'],
    orange: ['橙', 'orange'],
    yellow: ['黄', 'yellow'],
    blue: ['蓝', 'blue'],
    green: ['绿', 'green'],
  },
  size: { small: ['小事', 'small'], big: ['大事', 'big'], hard: ['难事', 'hard'] },
  degree: { 1: ['一般', 'ordinary'], 2: ['较高', 'high'], 3: ['很高', 'very high'] },
  mode: {
    team: ['组团', 'by a team'],
    digital: ['数字', 'digital'],
    onBehalf: ['代办', 'on behalf'],
    appointment: ['预约', 'by appointment'],
    offHours: ['错时', 'off hours'],
  },
  rating: {
    unsolved: ['未解决', 'not solved'],
    dissatisfied: ['不满意', 'not satisfied'],
    basically: ['基本满意', 'basically satisfied'],
    satisfied: ['满意', 'satisfied'],
    none: ['未评议', 'no rating'],
  },
  card: {
    yellow: ['黄牌', 'yellow card'],
    red: ['红牌', 'red card'],
    letter: ['督办函', 'letter of supervision'],
  },
  way: {
    cadre: ['干部了解', 'a cadre learned of it'],
    resident: ['群众反映', 'a resident reported it'],
    system: ['信息化采集', 'an information system'],
  },
  channel: {
    web: ['网上', 'web'],
    console: ['本系统', 'here'],
    patrol: ['巡查', 'patrol'],
    phone: ['电话', 'phone'],
    visit: ['来访', 'visit'],
    hotline: ['热线', 'hotline'],
    email: ['邮件', 'e-mail'],
    system: ['系统对接', 'system'],
    letter: ['书面', 'letter'],
    message: ['短信', 'message'],
  },
  request: {
    return: ['退单', 'return'],
    extension: ['延期', 'extension'],
    suspension: ['挂起', 'suspension'],
    reassignment: ['改派', 'reassignment'],
  },
  verdict: {
    open: ['待批', 'open'],
    granted: ['同意', 'granted'],
    refused: ['不同意', 'refused'],
    void: ['作废', 'void'],
  },
  ended: {
    returned: ['退单', 'returned'],
    reassigned: ['改派', 'reassigned'],
    cancelled: ['取消', 'cancelled'],
    expired: ['到期关闭', 'window over'],
    excused: ['免除协办', 'excused'],
    stopped: ['随事项终止', 'ended with the matter'],
  },
  ending: {
    closed: ['办结归档', 'closed and archived'],
    done: ['完成', 'done'],
    notAccepted: ['不予受理', 'not accepted'],
    merged: ['并案', 'merged'],
    split: ['拆分', 'split'],
    dissolved: ['拆回需求', 'taken apart'],
    withdrawn: ['撤回', 'withdrawn'],
    cancelled: ['撤销', 'cancelled'],
    carriedOver: ['结转', 'carried over'],
    accepted: ['已采纳', 'accepted'],
    refused: ['不予办理', 'refused'],
    rejected: ['退回', 'rejected'],
    excused: ['免予到场', 'excused'],
    heard: ['已登记', 'taken down'],
    lifted: ['撤销', 'lifted'],
  },
  role: {
    gridWorker: ['网格员', 'grid worker'],
    community: ['社区', 'community'],
    subdistrict: ['街道', 'subdistrict'],
    department: ['部门', 'department'],
    supervisor: ['督查室', 'supervision office'],
    deputy: ['人大代表', 'deputy'],
    resident: ['居民', 'resident'],
    system: ['信息系统', 'information system'],
  },
  level: {
    district: ['区', 'district'],
    subdistrict: ['街道', 'subdistrict'],
    community: ['社区', 'community'],
    estate: ['小区', 'estate'],
    building: ['楼栋', 'building'],
  },
  isTrue: { true: ['是', 'yes'], false: ['否', 'no'] },
} as const satisfies Record<string, Words>;

const books: Readonly<Record<string, Words>> = TERMS;

/** What a code is called; the code itself where it has no name, null for none. */
export function termOf(
  list: keyof typeof TERMS,
  code: string | number | boolean | null | undefined,
  language: Language,
): string | null {
  if (code === null || code === undefined) return null;
  const [zh, en] = books[list]?.[String(code)] ?? [String(code), String(code)];
  return language === 'zh' ? zh : en;
}
