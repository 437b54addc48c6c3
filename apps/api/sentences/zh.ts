// What people are told when a door stays shut: one title and one sentence per code, in Chinese and in English.
// `{name}` is filled from the facts of the refusal.
import type { Sentence } from './words.ts';

export const zh: Readonly<Record<string, Sentence>> = {
  malformed: ['填写有误', '请求的内容不符合要求，请按 errors 中逐项修改。'],
  'bad-input': ['填写不符合规则', '填写的内容与现行规则不符：{code}。'],
  'not-yours': ['无权办理', '您的岗位无权进行此项操作。'],
  'not-now': ['当前不能办理', '事项目前所处的环节不能进行此项操作：{code}。'],
  refused: ['不予办理', '规则不允许此项操作：{code}。'],
  'not-signed-in': ['请先登录', '请先登录，或您的登录已失效。'],
  'sign-in-failed': ['登录未成功', '账号或密码不正确。'],
  'account-locked': ['账号已暂时锁定', '密码连续输错次数过多，请在 {seconds} 秒后再试。'],
  'receipt-unknown': ['无法查询', '回执编号或查询码不正确。'],
  'password-wrong': ['密码不正确', '原密码不正确，密码没有修改。'],
  'not-found': ['没有找到', '没有您要找的内容。'],
  'method-not-allowed': ['方法不允许', '此地址不接受这种请求方法。'],
  'too-often': ['请求过于频繁', '请求过于频繁，请在 {seconds} 秒后再试。'],
  'too-large': ['内容过大', '内容超过允许的大小（文件不超过 10 MB）。'],
  'file-missing': ['没有文件', '请以 multipart/form-data 的 file 字段上传一个文件。'],
  'file-empty': ['文件为空', '上传的文件没有内容。'],
  'wrong-type': ['类型不支持', '不支持这种内容类型。'],
  'file-type': ['文件类型不支持', '只接受 JPEG、PNG、WebP 图片和 PDF 文件；HEIC 照片请先转换为 JPEG。'],
  'file-broken': ['文件无法读取', '文件已损坏，或与其类型不符。'],
  'cross-site': ['来源不符', '请求来自其他网站，已拒绝。'],
  'idempotency-key-missing': [
    '缺少 Idempotency-Key',
    '新建和办理都须带请求头 Idempotency-Key（8 至 128 个可见字符）。',
  ],
  'idempotency-key-reused': ['Idempotency-Key 已被使用', '同一个 Idempotency-Key 已用于另一项内容。'],
  'still-running': ['正在处理', '同一请求仍在处理中，请稍后再问。'],
  'cursor-unknown': ['游标无效', '游标无效，请从第一页重新开始。'],
  'not-a-system': ['不是系统账号', '只能为信息系统账号签发令牌。'],
  'absence-order': ['起止时间有误', '结束时间须晚于开始时间。'],
  'database-away': ['服务暂不可用', '数据库暂时无法访问，本次操作没有执行，请稍后重试。'],
  'not-available': ['服务暂不可用', '所需的服务暂时无法访问，请稍后重试。'],
  internal: ['系统内部错误', '系统出错，已记录。请把编号 {request} 告诉管理员。'],
};
