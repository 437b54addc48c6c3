import type { DefaultOptionType } from 'antd/es/select';
import { grouped } from '../../form/options.ts';
import type { Option } from '../../form/field.ts';

const labelled = ({ value, title }: Option) => ({ value, label: title });

/** Options as antd wants them: in groups where there are any. */
export const asTree = (options: readonly Option[]): DefaultOptionType[] =>
  grouped(options).flatMap(([group, inner]): DefaultOptionType[] =>
    group === '' ? inner.map(labelled) : [{ label: group, title: group, options: inner.map(labelled) }],
  );
