import express, { type RequestHandler } from 'express';
import type { Dependencies } from '../usecases/dependencies.ts';
import { readiness } from '../usecases/readiness.ts';

/** `/healthz` says that this process is alive; `/readyz` that everything a decision needs is there, part by part. */
export function health(deps: Dependencies): RequestHandler {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    const parts = await readiness(deps);
    const ready = Object.values(parts).every(Boolean);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'notReady', parts });
  });
  return router;
}
