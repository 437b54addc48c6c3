// One's own account: posts and who shares them, absences, password, devices, language.
// Everything on it is the reader's own; nobody else's account is touched here.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { z } from 'zod';
import { pageOf } from '../../api/action.ts';
import { at } from '../../api/ask.ts';
import { useAsk } from '../../api/asker.tsx';
import type { Session } from '../../api/session.ts';
import { useTitle } from '../../look/title.ts';
import { When } from '../../look/when.tsx';
import { speak } from '../../text/i18n.ts';
import { useName } from '../../text/name.ts';
import { Away } from './away.tsx';
import { Devices } from './devices.tsx';
import { FirstPassword } from './first-password.tsx';
import { Password } from './password.tsx';
import './account.css';

export function Account() {
  const { t } = useTranslation('staff');
  const { mustChangePassword } = useOutletContext<Session>();
  useTitle(t('account.title'));
  if (mustChangePassword) return <FirstPassword />;
  return (
    <div className="page account narrow">
      <h1>{t('account.title')}</h1>
      <Posts />
      <Away />
      <Password />
      <Language />
      <Devices />
    </div>
  );
}

const Post = z.object({
  id: z.string(),
  role: z.string(),
  rank: z.string(),
  unit: z.string().nullable(),
  place: z.string(),
  partners: z.array(z.object({ value: z.string(), title: z.string(), rank: z.string() })),
});

function Posts() {
  const { t } = useTranslation('staff');
  const name = useName();
  const ask = useAsk();
  const asked = useQuery({
    queryKey: ['posts'],
    queryFn: ({ signal }) => ask(pageOf(Post), at('posts'), { signal }),
  });
  return (
    <section className="panel">
      <h2>{t('account.posts')}</h2>
      <When asked={asked} waiting={null}>
        {({ items }) => (
          <ul className="posts">
            {items.map(({ id, role, rank, unit, place, partners }) => (
              <li key={id}>
                <strong>{name('term', 'role', role)}</strong> {unit ?? place}{' '}
                <span className="tag">{t('account.rank', { rank })}</span> <Marks id={id} />
                {partners.length > 0 && (
                  <p className="hint">
                    {t('account.partners', {
                      names: partners.map((one) => `${one.title} (${one.rank})`).join('、'),
                    })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
    </section>
  );
}

/** What a post brings besides its role. */
function Marks({ id }: { id: string }) {
  const { t } = useTranslation('staff');
  const post = useOutletContext<Session>().posts.find((one) => one.id === id);
  return (
    <>
      {post?.isHead && <span className="tag">{t('account.head')}</span>}
      {post?.callBack && <span className="tag">{t('account.callBack')}</span>}
    </>
  );
}

const languages = [
  ['zh', '中文'],
  ['en', 'English'],
] as const;

function Language() {
  const { t, i18n } = useTranslation('staff');
  return (
    <section className="panel">
      <h2 id="language-heading">{t('account.language')}</h2>
      <div className="choices" role="radiogroup" aria-labelledby="language-heading">
        {languages.map(([code, title]) => (
          <label key={code} className="choice" lang={code === 'zh' ? 'zh-CN' : 'en'}>
            <input
              type="radio"
              name="language"
              checked={i18n.language === code}
              onChange={() => void speak(code)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </section>
  );
}
