import fs from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';
import { z } from 'zod';

const manifestSchema = z.record(z.string(), z.string());

/** Style sheets, scripts and icons under names that change with what is in them, so that a browser keeps each for ever. */
export interface Assets {
  /** The address of an asset by its plain name; throws where there is none. */
  readonly addressOf: (name: string) => string;
  readonly handler: RequestHandler;
}

const compressions = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The assets in a folder that `scripts/assets/buildAssets.ts` has made. */
export function openAssets(folder: string): Assets {
  const manifest = manifestSchema.parse(JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8')));
  const files = express.static(folder, { index: false, immutable: true, maxAge: '365d', redirect: false });
  return {
    addressOf: (name) => {
      const built = manifest[name];
      if (built === undefined) throw new Error(`There is no asset ${name}.`);
      return `/assets/${built}`;
    },
    handler: (request, response, next) => {
      const name = request.path.slice(1);
      if (!Object.values(manifest).includes(name)) return void response.status(404).end();
      response.vary('Accept-Encoding');
      const found = compressions.find(
        ([encoding, ending]) =>
          request.acceptsEncodings(encoding) === encoding && fs.existsSync(path.join(folder, `${name}${ending}`)),
      );
      if (found) {
        response.type(path.extname(name)).set('Content-Encoding', found[0]);
        request.url = `/${name}${found[1]}`;
      }
      files(request, response, next);
    },
  };
}
