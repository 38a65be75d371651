import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { withClient } from '../postgres/prepareDatabases.ts';
import { engineConnection, type EngineConnection } from './engineConnection.ts';

export type SchemaEngine = glue.SchemaEngine;

/**
 * Runs something with Prisma's schema engine on one database. The engine is the WebAssembly build that npm brings:
 * the native one is fetched from elsewhere at install time, which a machine without that access cannot do.
 * With `atomic` the whole of it is one transaction, committed only when it succeeded: a kill leaves nothing half done.
 */
export async function withSchemaEngine<T>(
  where: { url: string; schemaFile: string; atomic: boolean },
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const opened: EngineConnection[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => {
      const connection = await engineConnection(where.url, { atomic: where.atomic });
      opened.push(connection);
      return connection.adapter;
    },
    connectToShadowDb: () => shadowDatabase(where.url),
  });
  const datamodels: [string, string][] = [[where.schemaFile, fs.readFileSync(where.schemaFile, 'utf8')]];
  const engine = await glue.SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    const result = await use(engine);
    if (where.atomic) for (const connection of opened) await connection.commit();
    return result;
  } catch (error) {
    const failure = opened.map((connection) => connection.scriptFailure()).find(Boolean);
    throw failure ? new Error(`A migration failed and nothing was changed: ${failure.message}`) : error;
  } finally {
    engine.free();
    for (const connection of opened) await connection.adapter.dispose().catch(() => undefined);
  }
}

/** An empty database in which the engine replays the migrations to see what they build; dropped when it has looked. */
async function shadowDatabase(url: string): Promise<SqlDriverAdapter> {
  const name = `shadow_${randomUUID().replaceAll('-', '')}`;
  const quoted = pg.escapeIdentifier(name);
  await withClient(url, (client) => client.query(`create database ${quoted}`));
  const there = new URL(url);
  there.pathname = `/${name}`;
  const { adapter } = await engineConnection(there.href, { atomic: false });
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await withClient(url, (client) => client.query(`drop database if exists ${quoted} with (force)`));
  };
  return adapter;
}

/** Node has it; the types that come with `lib: ES2024` alone do not say so. */
interface WithWebAssembly {
  readonly WebAssembly: {
    instantiate(
      program: Uint8Array,
      imports: Record<string, object>,
    ): Promise<{ instance: { exports: Record<string, () => void> } }>;
  };
}

let loaded: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: {
        set_message: (message: string) => {
          throw new Error(`The schema engine broke down: ${message}`);
        },
      },
    });
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const program = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
    const { WebAssembly } = globalThis as unknown as WithWebAssembly;
    const { instance } = await WebAssembly.instantiate(program, { './schema_engine_bg.js': glue });
    const bound = glue as unknown as { __wbg_set_wasm(exports: object): void };
    bound.__wbg_set_wasm(instance.exports);
    instance.exports['__wbindgen_start']?.();
  })();
  return loaded;
}
