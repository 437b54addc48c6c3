import { t } from '../../../workflows/process/field.ts';
import type { Language } from '../language.ts';
import type { ShownAction } from '../matters/shown-action.ts';
import { offer } from './offer.ts';
import { ChangedPerson, NewAway, NewPerson } from './person.ts';
import { NewPost } from './post.ts';

type Post = {
  id: string;
  role: { title: string };
  rank: string;
  unit: { title: string } | null;
  place: { title: string };
};

/** A person as far as the offers go. */
type About = {
  row: {
    id: string;
    name: string;
    name_en: string;
    email: string | null;
    locale: string;
    away_from: Date | null;
    sessions: number;
  };
  state: string;
  posts: readonly Post[];
  isSelf: boolean;
};

const hrefOf = (id: string) => `/api/v1/register/people/${id}`;

const add = { name: 'addPerson', title: t('新增人员', 'Add a person'), input: NewPerson };
const modify = { name: 'changePerson', title: t('修改', 'Change'), input: ChangedPerson };
const end = { name: 'endPerson', title: t('停用账号', 'Close the account'), isFinal: true };
const restore = { name: 'restorePerson', title: t('恢复账号', 'Open the account again') };
const give = { name: 'givePost', title: t('授予岗位', 'Give a post'), input: NewPost };
const reset = { name: 'resetPassword', title: t('重设密码', 'Reset the password'), isFinal: true };
const unlock = { name: 'unlockAccount', title: t('解除锁定', 'Unlock') };
const endSessions = { name: 'endSessions', title: t('退出全部登录', 'End all sessions') };
const setAway = { name: 'setAway', title: t('登记离岗', 'Set away'), input: NewAway };
const endAway = { name: 'endAway', title: t('取消离岗', 'End being away') };

export const adding = (language: Language): ShownAction[] => [
  offer(add, '/api/v1/register/people', language),
];

/** What the system administrator may do: the account, and nothing of what it may do. */
export function keeping({ row, state, isSelf }: About, language: Language): ShownAction[] {
  const href = hrefOf(row.id);
  if (state === 'ended') return [offer(restore, `${href}/restore`, language)];
  const { name, name_en: nameEn, email, locale } = row;
  return [
    offer(modify, `${href}/change`, language, { name, nameEn, email, locale }),
    ...(isSelf ? [] : [offer(end, `${href}/end`, language)]),
  ];
}

/** What the security administrator may do: posts, passwords, locks, sessions; never to himself. */
export function securing({ row, state, posts, isSelf }: About, language: Language): ShownAction[] {
  if (state === 'ended' || isSelf) return [];
  const href = hrefOf(row.id);
  const away = row.away_from === null ? setAway : endAway;
  return [
    offer(give, `${href}/posts`, language),
    ...(state === 'locked' ? [offer(unlock, `${href}/unlock`, language)] : []),
    offer(reset, `${href}/password`, language),
    ...posts.map((post) => offer(ending(post), `/api/v1/register/posts/${post.id}/end`, language)),
    offer(away, `${href}/${row.away_from === null ? 'away' : 'back'}`, language),
    ...(row.sessions > 0 ? [offer(endSessions, `${href}/sessions/end`, language)] : []),
  ];
}

const ending = ({ role, unit, place, rank }: Post) => {
  const called = [role.title, (unit ?? place).title, rank].join(' · ');
  return { name: 'endPost', title: t(`免去岗位：${called}`, `End post: ${called}`), isFinal: true };
};
