import { z } from 'zod';
import { faultsIn } from '../../../apps/console/form/check.ts';
import { fieldsOf } from '../../../apps/console/form/field.ts';
import { ObjectSchema } from '../../../apps/console/form/schema.ts';
import { assemble } from '../../../apps/console/form/values.ts';

const schema = (properties: object, required: string[] = []) =>
  ObjectSchema.parse({ type: 'object', properties, required });

describe('a form drawn from JSON Schema', () => {
  it.each([
    ['one line', { type: 'string' }, 'text'],
    ['several lines', { type: 'string', 'x-multiline': true }, 'words'],
    ['a number', { type: 'integer' }, 'number'],
    ['yes or no', { type: 'boolean' }, 'yesNo'],
    ['a day', { type: 'string', format: 'date' }, 'date'],
    ['a moment', { type: 'string', format: 'date-time' }, 'dateTime'],
    ['one of a few', { oneOf: [{ const: 'a', title: 'A' }] }, 'choice'],
    ['one behind a link', { type: 'string', 'x-options': '/api/v1/units' }, 'choice'],
    [
      'several behind a link',
      { type: 'array', items: { type: 'string', 'x-options': '/api/v1/units' } },
      'choices',
    ],
    ['files', { type: 'array', items: { type: 'string' }, 'x-upload': '/api/v1/attachments' }, 'files'],
    ['a place', { type: 'string', 'x-options': '/api/v1/places' }, 'place'],
  ])('asks for %s', (_what, property, kind) => {
    expect(fieldsOf(schema({ field: property })).map((field) => field.kind)).toEqual([kind]);
  });

  it('reads what zod writes', () => {
    const written = z.toJSONSchema(
      z.strictObject({
        grounds: z.string().min(1).max(4000).meta({ title: 'Grounds', 'x-multiline': true }),
        on: z.iso.date().optional(),
      }),
      { io: 'input' },
    );
    expect(fieldsOf(ObjectSchema.parse(written))).toMatchObject([
      { path: 'grounds', kind: 'words', title: 'Grounds', isRequired: true, maxLength: 4000 },
      { path: 'on', kind: 'date', isRequired: false },
    ]);
  });

  it('sends numbers as numbers, nests groups again and leaves out what is empty', () => {
    const fields = fieldsOf(
      schema({
        importance: {
          oneOf: [
            { const: 1, title: '1' },
            { const: 2, title: '2' },
          ],
        },
        contact: { type: 'object', properties: { name: { type: 'string' }, phone: { type: 'string' } } },
        remark: { type: 'string' },
        happenedAt: { type: 'string', format: 'date-time' },
      }),
    );
    const values = { importance: '2', 'contact/name': ' Li ', remark: '  ', happenedAt: '2026-03-02T09:30' };
    expect(assemble(fields, values)).toEqual({
      importance: 2,
      contact: { name: 'Li' },
      happenedAt: '2026-03-02T09:30:00+08:00',
    });
  });

  it('names what is missing, too short, too long or no number', () => {
    const fields = fieldsOf(
      schema(
        {
          words: { type: 'string', 'x-multiline': true },
          short: { type: 'string', minLength: 3 },
          long: { type: 'string', maxLength: 2 },
          count: { type: 'number', maximum: 5 },
          other: { type: 'number' },
        },
        ['words'],
      ),
    );
    const faults = faultsIn(fields, { short: 'ab', long: 'abc', count: '7', other: 'x' });
    expect(Object.fromEntries(Object.entries(faults).map(([path, { key }]) => [path, key]))).toEqual({
      words: 'required',
      short: 'tooShort',
      long: 'tooLong',
      count: 'tooLarge',
      other: 'notNumber',
    });
  });

  it('asks for the parts of an optional group only when the group is begun', () => {
    const contact = {
      type: 'object',
      properties: { name: { type: 'string' }, phone: { type: 'string' } },
      required: ['phone'],
    };
    const fields = fieldsOf(schema({ contact }));
    expect(faultsIn(fields, {})).toEqual({});
    expect(Object.keys(faultsIn(fields, { 'contact/name': 'Li' }))).toEqual(['contact/phone']);
  });
});
