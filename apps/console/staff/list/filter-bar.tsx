import { Select } from 'antd';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Field, Option } from '../../form/field.ts';
import { useOptions } from '../../form/options.ts';
import { asTree } from './tree.ts';

/** One way to narrow a list; its value stands in the address under `name`. */
export type Filter = {
  name: string;
  title: string;
  options?: readonly Option[];
  href?: string;
  /** Typed, not chosen. */
  isText?: boolean;
};

/** Sets or clears values of the address, so that every view can be kept and passed on. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return { search, set };
}

/** The filters of a list, and a way to clear them. */
export function FilterBar({ filters }: { filters: readonly Filter[] }) {
  const { t } = useTranslation('staff');
  const { search, set } = useAddress();
  const active = filters.filter(({ name }) => search.has(name));
  const cleared = Object.fromEntries(active.map(({ name }) => [name, undefined]));
  return (
    <div className="filters" role="group" aria-label={t('list.filters')}>
      {filters.map((filter) => {
        const Control = filter.isText === true ? TypedFilter : OneFilter;
        return (
          <Control
            key={filter.name}
            filter={filter}
            value={search.get(filter.name) ?? undefined}
            onChange={(value) => set({ [filter.name]: value })}
          />
        );
      })}
      {active.length > 0 && (
        <button type="button" className="quiet" onClick={() => set(cleared)}>
          {t('list.clear')}
        </button>
      )}
    </div>
  );
}

type OneProps = { filter: Filter; value: string | undefined; onChange: (value: string | undefined) => void };

function OneFilter({ filter: { title, options, href }, value, onChange }: OneProps) {
  const id = useId();
  const { options: listed, isLoading } = useOptions(asField(href, options));
  return (
    <span className="filter">
      <label htmlFor={id} className="unseen">
        {title}
      </label>
      <Select
        id={id}
        aria-label={title}
        allowClear
        placeholder={title}
        value={value}
        options={asTree(listed)}
        loading={isLoading}
        popupMatchSelectWidth={false}
        showSearch={listed.length > 8 ? { optionFilterProp: 'label' } : false}
        onChange={(chosen: string | undefined) => onChange(chosen)}
      />
    </span>
  );
}

/** What is typed narrows the list when it is sent, or left. */
function TypedFilter({ filter: { title }, value = '', onChange }: OneProps) {
  const input = useRef<HTMLInputElement>(null);
  const look = () => {
    const typed = input.current?.value.trim() ?? '';
    if (typed !== value) onChange(typed);
  };
  return (
    <form
      className="filter"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <input
        ref={input}
        key={value}
        className="input"
        type="search"
        minLength={2}
        aria-label={title}
        placeholder={title}
        defaultValue={value}
        onBlur={look}
      />
    </form>
  );
}

const asField = (href: string | undefined, options: readonly Option[] = []): Field => ({
  path: '',
  kind: 'choice',
  title: '',
  isRequired: false,
  isNumber: false,
  options,
  href,
});
