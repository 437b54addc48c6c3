import { Dropdown } from 'antd';
import { DownOutlined, QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { homeOf } from '../api/session.ts';
import type { Session } from '../api/session.ts';
import { useSignOut } from '../api/sign-out.ts';
import { LanguageButton } from '../look/language.tsx';
import { useNarrow } from '../look/narrow.ts';
import { useName } from '../text/name.ts';
import { askForHelp } from './keys/ask.ts';

/** The bar above everything: where we are, a search for numbers, who is signed in. */
export function Bar({ session }: { session: Session }) {
  const { t } = useTranslation(['staff', 'site']);
  return (
    <header className="bar no-print">
      <Link className="brand" to={homeOf(session)}>
        {t('site:name')} <small>{session.posts[0]?.place.title}</small>
      </Link>
      <Search />
      <div className="bar-end">
        <button
          type="button"
          className="quiet"
          aria-label={t('help.open')}
          title={t('help.open')}
          onClick={askForHelp}
        >
          <QuestionCircleOutlined aria-hidden />
        </button>
        <LanguageButton />
        <Person session={session} />
      </div>
    </header>
  );
}

function Search() {
  const { t } = useTranslation(['staff', 'site']);
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const q = new FormData(event.currentTarget).get('q');
    if (typeof q === 'string' && q.trim() !== '') void navigate(`/ledger?q=${encodeURIComponent(q.trim())}`);
  }
  return (
    <form role="search" className="bar-search" onSubmit={look}>
      <SearchOutlined aria-hidden />
      <input
        name="q"
        type="search"
        id="quick-search"
        aria-label={t('search.label')}
        placeholder={t(isNarrow ? 'search.brief' : 'search.hint')}
      />
    </form>
  );
}

function Person({ session }: { session: Session }) {
  const { t } = useTranslation(['staff', 'site']);
  const signOut = useSignOut();
  const name = useName();
  const post = session.posts[0];
  const items = [
    { key: 'account', label: <Link to="/account">{t('nav.account')}</Link> },
    { key: 'out', label: t('site:act.signOut'), onClick: () => void signOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="quiet person">
        <span className="person-name">{session.person?.title}</span>
        {post !== undefined && <small>{name('term', 'role', post.role)}</small>} <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}
