import { Controller, Get, Inject } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { ApiExcludeEndpoint, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { Action } from './door/action.ts';
import { NEEDS, schemaIn } from './matters/form.ts';
import { Problem } from './problem.ts';

/** The description of the API in OpenAPI 3.1, made once from the routes and their zod schemas. */
export class ApiDocument {
  content: OpenAPIObject | undefined;
}

@Controller('api/v1/openapi.json')
export class DocumentController {
  constructor(@Inject(ApiDocument) private readonly document: ApiDocument) {}

  @Get()
  @Action('service:look')
  @ApiExcludeEndpoint()
  read() {
    return this.document.content;
  }
}

const about = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('Minqing 民情')
  .setDescription(
    'Residents’ matters as durable processes. Whatever may be done with a thing stands in its `actions`: follow their ' +
      '`href` and fill in their `input`. Every refusal is a problem document (RFC 9457).',
  )
  .setVersion('1')
  .addBearerAuth()
  .addCookieAuth('minqing')
  .build();

/** Describes an application that has been initialised. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: unmarked(schemaIn(schema, 'en', schemaType)) } : undefined,
  });
  const components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema() },
  };
  const security: OpenAPIObject['security'] = [{ bearer: [] }, { cookie: [] }, {}];
  return { ...document, security, components, paths: withProblems(document.paths) };
}

/** Where the choices are listed stands in each form that is given out; here it would say nothing. */
const unmarked = (schema: object): object =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === NEEDS ? undefined : value))));

const problemSchema = () => schemaIn(Problem, 'en', 'output');

const refused = {
  description: 'A problem document: what was wrong, in the caller’s language',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function withProblems(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  const methods = ['get', 'post', 'patch', 'put', 'delete'] as const;
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const changed = methods.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        return [[method, { ...operation, responses: { ...operation.responses, default: refused } }]];
      });
      return [path, { ...item, ...Object.fromEntries(changed) }];
    }),
  );
}
