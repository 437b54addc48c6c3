import { useTranslation } from 'react-i18next';

type Props = { name: string; onKeep: (name: string) => void; onCancel: () => void };

/** A name for a view, asked for in its place. */
export function ViewName({ name, onKeep, onCancel }: Props) {
  const { t } = useTranslation(['desk', 'site']);
  return (
    <form
      className="view-name"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('name');
        if (typeof typed === 'string' && typed.trim() !== '') onKeep(typed.trim());
      }}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <input
        name="name"
        className="input"
        autoFocus
        required
        maxLength={30}
        defaultValue={name}
        aria-label={t('views.name')}
        placeholder={t('views.name')}
      />
      <button type="submit" className="button primary">
        {t('views.save')}
      </button>
      <button type="button" className="quiet" onClick={onCancel}>
        {t('site:act.cancel')}
      </button>
    </form>
  );
}
