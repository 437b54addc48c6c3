import { useTranslation } from 'react-i18next';
import { Where } from '../../look/where.tsx';
import type { Action } from '../../api/action.ts';
import type { Item, TargetedAction } from '../../api/matters.ts';
import type { Process } from '../../api/processes.ts';
import { fieldsOf } from '../../form/field.ts';
import type { Values } from '../../form/values.ts';
import { ActionButtons } from '../action/buttons.tsx';
import type { Column } from '../list/table.tsx';
import { useProcess } from '../process/names.ts';
import { orderOf, wordsOf } from '../process/about-item.tsx';
import { FactsShown } from '../process/form-shown.tsx';
import { CourseOf } from './course-of.tsx';
import { ItemState } from './item-state.tsx';

/** What may be done with one thing on the list. */
const actionsOf = ({ actions }: Process, { id }: Item): readonly TargetedAction[] =>
  actions.filter(({ item }) => item === id);

/** A choice that was made before stands in the form again. */
const initialOf =
  ({ facts }: Item) =>
  ({ input }: Action): Values =>
    Object.fromEntries(
      fieldsOf(input).flatMap(({ path, kind, options }) => {
        const fact = facts[path];
        const isChoice = kind === 'choice' && options.some(({ value }) => value === fact);
        return isChoice && typeof fact === 'string' ? [[path, fact]] : [];
      }),
    );

/** What has a column of its own, or says nothing to people; nothing counted is nothing said. */
const OWN = ['words', 'place', 'unit', 'course', 'stage', 'dueAt'];
const without = ({ facts }: Item): string[] => [
  ...OWN,
  ...Object.keys(facts).filter((key) => facts[key] === 0),
];

/** A letter is printed from its number. */
function Number({ item: { id, href, number }, isLetter }: { item: Item; isLetter: boolean }) {
  const { t } = useTranslation('process');
  if (number === null) return `#${orderOf(id)}`;
  if (!isLetter) return number;
  return (
    <a href={`${href}/letter.pdf`} target="_blank" rel="noreferrer" title={t('letter', { number })}>
      {number}
    </a>
  );
}

/** Two in sight and the rest behind "more"; a single one takes no more room than that button would. */
function Actions({ item, actions }: { item: Item; actions: readonly TargetedAction[] }) {
  const most = actions.length <= 3 ? 3 : 2;
  return <ActionButtons actions={actions} most={most} initialOf={initialOf(item)} isSmall />;
}

/** The columns for things of one kind; those that would be empty, or the same in every row, are left out. */
export function useItemColumns(process: Process, items: readonly Item[]): readonly Column<Item>[] {
  const { t } = useTranslation('process');
  const { hasLetters } = useProcess(process.process);
  const hasUnit = items.some(({ unit, facts }) => unit !== null && typeof facts['words'] === 'string');
  const hasPlace = items.some(({ place }) => place.value !== process.place.value);
  const hasCourse = process.children.some(({ item }) => items.some(({ id }) => id === item));
  const mayAct = items.some((item) => actionsOf(process, item).length > 0);
  const columns: (Column<Item> & { isThere?: boolean })[] = [
    {
      name: 'number',
      title: t('number'),
      isTight: true,
      show: (item) => <Number item={item} isLetter={hasLetters} />,
    },
    {
      name: 'what',
      title: t('what'),
      isMain: true,
      show: (item) => <span className="said">{wordsOf(item)}</span>,
      note: (item) => (
        <FactsShown
          process={process.process}
          facts={item.facts}
          names={process.names}
          isItem
          without={without(item)}
        />
      ),
    },
    { name: 'place', title: t('place'), isThere: hasPlace, show: ({ place }) => <Where place={place} /> },
    { name: 'unit', title: t('unit'), isTight: true, isThere: hasUnit, show: ({ unit }) => unit?.title },
    { name: 'state', title: t('state'), show: (item) => <ItemState item={item} of={process} /> },
    {
      name: 'course',
      title: t('course'),
      isThere: hasCourse,
      show: (item) => <CourseOf item={item} kins={process.children} />,
    },
    {
      name: 'act',
      title: t('act'),
      isThere: mayAct,
      isPinned: true,
      show: (item) => <Actions item={item} actions={actionsOf(process, item)} />,
    },
  ];
  return columns.filter(({ isThere }) => isThere !== false);
}
