import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../form/field.ts';
import type { Field } from '../form/field.ts';
import type { ObjectSchema } from '../form/schema.ts';

const ways = ['web', 'phone', 'message', 'email', 'visit'] as const;

/** The fields of a report, in the words of residents. The API takes the same ones (its action `reportMatter`). */
export function useReportFields(): readonly Field[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const contact = {
      type: 'object',
      title: t('report.contact'),
      properties: {
        phone: { type: 'string', title: t('report.phone'), pattern: '^\\+?[\\d \\-]{5,20}$' },
        name: { type: 'string', title: t('report.name'), maxLength: 100 },
        email: { type: 'string', title: t('report.email'), pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 200 },
        address: { type: 'string', title: t('report.address'), maxLength: 200 },
      },
      required: [],
    };
    const answerBy = {
      oneOf: ways.map((way) => ({ const: way, title: t(`report.way.${way}`) })),
      title: t('report.answerBy'),
    };
    const photos = {
      ...{ type: 'array', title: t('report.photos'), maxItems: 9 },
      'x-upload': '/api/v1/attachments',
    };
    const schema: ObjectSchema = {
      properties: {
        words: { type: 'string', title: t('report.words'), maxLength: 4000, 'x-multiline': true },
        attachments: photos,
        kind: { type: 'string', title: t('report.kind'), 'x-options': '/api/v1/kinds' },
        place: { type: 'string', title: t('report.place'), 'x-options': '/api/v1/places' },
        follows: { type: 'string' },
        answerBy,
        contact,
      },
      required: ['place', 'kind', 'words', 'answerBy'],
    };
    return fieldsOf(schema);
  }, [t]);
}
