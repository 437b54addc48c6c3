import { useTranslation } from 'react-i18next';
import type { Post } from './account.ts';

/** What somebody holds, a line each; or that it is nothing yet. */
export function Posts({ posts }: { posts: readonly Post[] }) {
  const { t } = useTranslation('admin');
  if (posts.length === 0) return <span className="hint">{t('people.noPost')}</span>;
  return (
    <ul className="held">
      {posts.map((post) => (
        <li key={post.id}>
          {post.role.title} · {post.unit?.title ?? post.place.title}{' '}
          <span className="hint">
            {[
              t('people.rank', { rank: post.rank }),
              post.isHead && t('people.head'),
              post.callBack && t('people.callBack'),
            ]
              .filter((part) => part !== false)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
