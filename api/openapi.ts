import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problemView } from '../contracts/views/problemView.ts';
import type { Route } from './defineRoute.ts';
import { routes } from './routes.ts';

const problems = {
  '400': 'Something in the request is not as it has to be.',
  '401': 'Sign in first, or again.',
  '403': 'You are not registered, or your role does not allow this.',
  '404': 'There is no such thing, or you have no part in it.',
  '422': 'Something named does not exist or cannot be so.',
  '429': 'Too many requests.',
  '503': 'Something this needs is away just now. Send it again with the same key.',
} as const;
const problemsOfCommands = {
  '409': 'It cannot be done as things stand.',
  '412': 'Somebody changed it since the version in If-Match.',
  '413': 'The body is too large.',
  '415': 'The body is not JSON.',
  '422': 'Something named does not exist or cannot be so, or the key was used for something else.',
} as const;

/** The OpenAPI 3.1 document of the whole interface, made from the routes and their schemas. */
export function openApiDocument() {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'MARAC Casework',
      version: '1',
      description:
        'Casework for multi-agency risk assessment conferences. Additive changes only below /api/v1. Every POST takes an ' +
        'Idempotency-Key: the same key with the same request gives the same answer, refusals too.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    paths: pathsOf(routes),
  });
}

function pathsOf(all: readonly Route[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of all) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { params, query, body } = route.schema;
  const refused = {
    ...problems,
    ...(route.mayConflict ? { '409': problemsOfCommands['409'] } : {}),
    ...(route.method === 'post' ? problemsOfCommands : {}),
  };
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    description: `Takes the permission \`${route.permission}\`. Noted as \`${route.audit}\`.`,
    tags: [route.tag],
    requestParams: {
      ...(params ? { path: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(route.method === 'post' ? { header: headersOf(route) } : {}),
    },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      ...Object.fromEntries(
        route.answers.map(({ status, description, schema, contentType = 'application/json' }) => [
          String(status),
          { description, content: { [contentType]: { schema } } },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(refused).map(([status, description]) => [status, problemAnswer(description)]),
      ),
      ...(route.ifMatch === 'required' ? { '428': problemAnswer('Send If-Match.') } : {}),
    },
  };
}

function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemView } } };
}

function headersOf({ ifMatch }: Route) {
  const version = z.string().meta({ description: 'The version you looked at, from its ETag.', example: '"7"' });
  return z.object({
    'Idempotency-Key': z.string().min(1).max(200).meta({
      description: 'Made up by you, another for every request; a repeat carries the same.',
      example: '0198c6f2-6b6e-7f3a-9a51-2f6f0b8f7a11',
    }),
    ...(ifMatch === 'required' ? { 'If-Match': version } : {}),
    ...(ifMatch === 'optional' ? { 'If-Match': version.optional() } : {}),
  });
}

/** A name for generated clients: `postCasesGrade` out of `POST /cases/:reference/grade`. */
function operationIdOf({ method, path }: Route): string {
  const words = path.split(/[/-]/).flatMap((part) => (part.startsWith(':') ? [] : [part]));
  const ofOne = [':reference', ':id', ':actionId', ':meetingId', ':practitioner'].some((end) => path.endsWith(end));
  const one = ofOne ? 'One' : '';
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('') + one;
}
