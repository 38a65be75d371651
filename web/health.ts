import express, { type RequestHandler } from 'express';
import type { Dependencies } from '../usecases/dependencies.ts';
import { readiness } from '../usecases/readiness.ts';

/** `/healthz` says that the pages are served; `/readyz` that everything behind them is there. */
export function health(deps: Dependencies): RequestHandler {
  const router = express.Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_request, response) => {
    const parts = await readiness(deps);
    const isReady = Object.values(parts).every(Boolean);
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'notReady', parts });
  });
  return router;
}
