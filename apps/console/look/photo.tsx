import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fileAt } from '../api/ask.ts';
import { useAsker } from '../api/asker.tsx';

/** A file that needs the reader's right: a picture is shown, anything else is offered to be saved. */
export function Attached({ href, name }: { href: string; name: string }) {
  const asker = useAsker();
  const { data } = useQuery({
    queryKey: ['file', href, asker.token],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const blob = await fileAt(asker, href, signal);
      return { url: URL.createObjectURL(blob), isPicture: blob.type.startsWith('image/') };
    },
  });
  useEffect(() => () => URL.revokeObjectURL(data?.url ?? ''), [data]);
  if (data === undefined) return <span className="photo" aria-hidden="true" />;
  return (
    <a
      className="photo"
      href={data.url}
      target="_blank"
      rel="noreferrer"
      download={data.isPicture ? undefined : name}
    >
      {data.isPicture ? <img src={data.url} alt={name} /> : name}
    </a>
  );
}
