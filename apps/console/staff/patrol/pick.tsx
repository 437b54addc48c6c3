import { useTranslation } from 'react-i18next';

type Choice = { value: string; title: string };

type Props = {
  labelId: string;
  name: string;
  value: string;
  /** Under the thumb. */
  first: readonly Choice[];
  /** All of them, in groups, for what is not under the thumb. */
  groups: ReadonlyMap<string, readonly Choice[]>;
  moreTitle: string;
  onPick: (value: string) => void;
};

/** One of many: the likely ones as large buttons, the others in a list. */
export function Pick({ labelId, name, value, first, groups, moreTitle, onPick }: Props) {
  const { t } = useTranslation('site');
  const isFirst = first.some((one) => one.value === value);
  return (
    <div className="patrol-pick" role="radiogroup" aria-labelledby={labelId}>
      {first.map((one) => (
        <label key={one.value} className="choice">
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={value === one.value}
            onChange={() => onPick(one.value)}
          />
          <span>{one.title}</span>
        </label>
      ))}
      {groups.size > 0 && (
        <select
          className="input"
          aria-label={moreTitle}
          value={isFirst ? '' : value}
          onChange={(event) => onPick(event.target.value)}
        >
          <option value="">{`${moreTitle} · ${t('act.choose')}`}</option>
          {[...groups].map(([group, choices]) => (
            <optgroup key={group} label={group}>
              {choices.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </div>
  );
}

/** Choices gathered under what they belong to, in the order of the list. */
export function gathered<T extends Choice>(
  list: readonly T[],
  groupOf: (one: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  return groups;
}
