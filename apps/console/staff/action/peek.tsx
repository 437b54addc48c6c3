import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAsk } from '../../api/asker.tsx';
import { Matter } from '../../api/matters.ts';
import { addressOf } from '../../api/processes.ts';
import { Attached } from '../../look/photo.tsx';
import { Trouble } from '../../look/trouble.tsx';

type Props = { href: string; ask?: string; to: string; state?: unknown };

/** What a task is about, so far as a simple one needs it: the words, the photos, and the way to the whole page. */
export function Peek({ href, ask, to, state }: Props) {
  const { t } = useTranslation('desk');
  return (
    <div className="peek">
      {ask !== undefined && ask !== '' && <p>{ask}</p>}
      {href.startsWith('/api/v1/matters/') && <Words href={href} />}
      <Link to={to} state={state}>
        {t('peek.whole')}
      </Link>
    </div>
  );
}

function Words({ href }: { href: string }) {
  const { t } = useTranslation('desk');
  const ask = useAsk();
  const id = addressOf(href).split('/').at(-1) ?? '';
  const { data, error } = useQuery({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => ask(Matter, href, { signal }),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <div className="waiting peek-waiting" role="status" />;
  return (
    <>
      <p className="hint">{[data.number ?? data.receipt, data.kind.title, data.place.title].join(' · ')}</p>
      <p className="said">{data.words ?? t('peek.noWords')}</p>
      {data.attachments.length > 0 && (
        <span className="photos">
          {data.attachments.map((file, i) => (
            <Attached key={file.id} href={file.href} name={`#${i + 1}`} />
          ))}
        </span>
      )}
    </>
  );
}
