import { describe, expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes.ts';

describe('the description of the interface', () => {
  test('is the one that is committed (npx vitest run api/openapi -u writes it anew)', async () => {
    await expect(`${JSON.stringify(openApiDocument(), null, 2)}\n`).toMatchFileSnapshot('../docs/openapi.json');
  });

  test('describes every route, under a name of its own', () => {
    const paths = Object.values(openApiDocument().paths ?? {}) as Record<string, { operationId: string }>[];
    const names = paths.flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(names).toHaveLength(routes.length);
    expect(new Set(names).size).toBe(routes.length);
  });

  test('no two routes are the same', () => {
    const all = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
  });

  test('every route that changes something says what it is noted as', () => {
    for (const route of routes) expect(route.audit).toMatch(/^[a-z][A-Za-z]+$/);
  });
});
