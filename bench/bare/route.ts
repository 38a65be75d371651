import express from 'express';
import pg from 'pg';
import type { Statement } from '../overdueStatement.ts';

// One route, one statement, as little around it as there can be.
const { DATABASE_URL, PORT, STATEMENT = '' } = process.env;
const { text, values } = JSON.parse(STATEMENT) as Statement;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 16, options: '-c timezone=UTC' });
const app = express();
app.disable('x-powered-by');
app.get('/', async (_request, response) => {
  const { rows } = await pool.query(text, [...values]);
  response.json({ items: rows.slice(0, 50) });
});
app.listen(Number(PORT), '127.0.0.1');
