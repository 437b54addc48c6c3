import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Action } from '../../api/action.ts';
import { Trouble } from '../../look/trouble.tsx';
import { lately, rememberPlace, useFilled } from './filled.ts';
import type { Mended } from './mended.ts';
import { Kinds, PhotoField, Places, Words } from './report-fields.tsx';
import { pressReport } from './report-sent.ts';
import type { Grid } from './round.ts';

type Props = {
  person: string;
  action: Action;
  grid: Grid;
  /** When the grid was asked for, by the phone's clock. */
  seenAt: string | undefined;
  /** The server could not be asked just now. */
  isAway: boolean;
  mended: Mended | null;
};

/** Kind, place, photo, words, and one button under the thumb. */
export function ReportForm(props: Props) {
  const { t } = useTranslation('patrol');
  const { person, grid, mended } = props;
  const { filled, set, auto, isTried, error, send } = useReport(props);
  const parts = { person, grid, filled, set, isTried };
  return (
    <form
      className="patrol-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {mended?.refusal !== undefined && <p className="trouble">{mended.refusal}</p>}
      <Kinds {...parts} />
      <Places {...parts} />
      <PhotoField {...parts} />
      <Words {...parts} auto={auto} />
      {error !== undefined && <Trouble error={error} />}
      <button type="submit" className="button primary patrol-main">
        {t('report.send')}
      </button>
    </form>
  );
}

/** What is filled in, and how it goes: kept on this phone, and from there to the server. */
function useReport({ person, grid, mended, ...seen }: Props) {
  const { t } = useTranslation('patrol');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const place = search.get('place') ?? lately(person)[0] ?? onlyOne(grid);
  const { filled, set, done } = useFilled(mended?.id ?? 'patrol', { place, ...mended?.filled });
  const [error, setError] = useState<unknown>();
  const [isTried, setTried] = useState(false);
  const kind = grid.kinds.find(({ value }) => value === filled.kind);
  const where = grid.places.find(({ value }) => value === filled.place);
  const auto = kind === undefined ? '' : t('report.auto', { kind: kind.title });

  async function send() {
    setTried(true);
    if (kind === undefined || where === undefined) return;
    const said = { kind, where, words: filled.words.trim() || auto, photos: filled.photos };
    try {
      await pressReport({ ...seen, ...said, person, grid, mended: mended?.id });
    } catch (failure) {
      return setError(failure); // nothing can be kept on this phone: the form stays as it is
    }
    rememberPlace(person, where.value);
    done();
    await navigate('/patrol?show=unsent', { replace: true });
  }
  return { filled, set, auto, isTried, error, send };
}

/** Where there is only one place there is nothing to choose. */
const onlyOne = ({ places }: Grid): string => (places.length === 1 ? (places[0]?.value ?? '') : '');
