import fs from 'node:fs';
import express from 'express';
import pg from 'pg';
import { newId } from '../../platform/ids.ts';
import type { CaughtPage } from '../caughtPage.ts';

// One route: all the SQL of a page at once, and the very page as it was made before.
const { DATABASE_URL, PORT, PAGE_FILE = '' } = process.env;
const { html, reads, noted } = JSON.parse(fs.readFileSync(PAGE_FILE, 'utf8')) as CaughtPage;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16, options: '-c timezone=UTC' });
const app = express();
app.disable('x-powered-by').disable('etag');
app.get('/', async (_request, response) => {
  const entered = noted.values.map((value, place) =>
    place === noted.placeOfIds && Array.isArray(value) ? value.map(newId) : value,
  );
  await Promise.all([
    ...reads.map(({ text, values }, place) => pool.query({ name: `read-${place}`, text, values: [...values] })),
    pool.query({ name: 'noted', text: noted.text, values: entered }),
  ]);
  response.type('html').send(html);
});
app.listen(Number(PORT), '127.0.0.1');
