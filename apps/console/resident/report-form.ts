import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectSchema } from '../form/schema.ts';

const ways = ['web', 'phone', 'message', 'email', 'visit'] as const;

/** The form of a report, in the words of residents. The API takes the same fields (its action `reportMatter`). */
export function useReportForm(): { schema: ObjectSchema; headings: Record<string, string> } {
  const { t } = useTranslation();
  return useMemo(() => {
    const contact = {
      type: 'object',
      title: t('report.contact'),
      properties: {
        name: { type: 'string', title: t('report.name'), maxLength: 100 },
        phone: { type: 'string', title: t('report.phone'), pattern: '^\\+?[\\d \\-]{5,20}$' },
        email: { type: 'string', title: t('report.email'), pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 200 },
        address: { type: 'string', title: t('report.address'), maxLength: 200 },
      },
      required: [],
    };
    const answerBy = {
      oneOf: ways.map((way) => ({ const: way, title: t(`report.way.${way}`) })),
      title: t('report.answerBy'),
    };
    const schema: ObjectSchema = {
      properties: {
        place: { type: 'string', title: t('report.place'), 'x-options': '/api/v1/places' },
        kind: { type: 'string', title: t('report.kind'), 'x-options': '/api/v1/kinds' },
        words: { type: 'string', title: t('report.words'), maxLength: 4000, 'x-multiline': true },
        attachments: {
          type: 'array',
          title: t('report.photos'),
          maxItems: 9,
          'x-upload': '/api/v1/attachments',
        },
        answerBy,
        contact,
      },
      required: ['place', 'kind', 'words', 'answerBy'],
    };
    const headings = { place: t('report.where'), kind: t('report.what'), answerBy: t('report.you') };
    return { schema, headings };
  }, [t]);
}
