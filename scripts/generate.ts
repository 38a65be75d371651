import path from 'node:path';
import { generateClient } from './migrations/generateClient.ts';

const root = path.resolve(import.meta.dirname, '..');
const outcome = await generateClient(root);
console.log(outcome === 'current' ? 'The database client is up to date.' : 'The database client was generated anew.');
