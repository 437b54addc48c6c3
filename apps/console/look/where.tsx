/** How the API parts a place that it tells from the community down. */
const BETWEEN = ' · ';

/** A place in a list: what tells it from its neighbours first, the community below it, and the whole in its title. */
export function Where({ place }: { place: { title: string } | null | undefined }) {
  if (place === null || place === undefined) return null;
  const [community, ...inner] = place.title.split(BETWEEN);
  return (
    <span className="where" title={place.title}>
      {inner.length === 0 ? community : inner.join(BETWEEN)}
      {inner.length > 0 && <small className="hint">{community}</small>}
    </span>
  );
}
