import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { problem } from '../contracts/problemCode.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { onBehalfOf } from '../usecases/onBehalfOf.ts';
import { signIn } from '../usecases/signIn.ts';
import type { Authenticate } from './authenticate.ts';
import { docs } from './docs.ts';
import { handle } from './handle.ts';
import { health } from './health.ts';
import { generousLimits, limitByActor, limitByAddress, type Limits } from './limits.ts';
import { onError } from './onError.ts';
import { sendProblem } from './problems.ts';
import { requestLog } from '../platform/requestLog.ts';
import { routes } from './routes.ts';

export interface AppOptions {
  readonly deps: Dependencies;
  readonly authenticate: Authenticate;
  readonly limits?: Limits;
}

/** Referrals with every field filled in stay well below this. */
const largestBody = '256kb';

/** The whole interface, in the order a request goes through it. */
export function createApp({ deps, authenticate, limits = generousLimits }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(requestLog(deps.log));
  app.use(helmet());
  app.use(health(deps));
  app.use('/api', docs());
  app.use('/api/v1', limitByAddress(limits), whoIsIt(authenticate, deps), limitByActor(limits), routesOf(deps));
  app.use((_request, response) => sendProblem(response, problem('NO_SUCH_ADDRESS')));
  app.use(onError(deps.log));
  return app;
}

function whoIsIt(authenticate: Authenticate, deps: Dependencies): RequestHandler {
  return async (request, response, next) => {
    const authenticated = await authenticate(request.get('authorization'));
    if (!authenticated.ok) return sendProblem(response, authenticated);
    const signedIn = await signIn(deps, authenticated.subject);
    if (!signedIn.ok) return sendProblem(response, signedIn);
    (response.locals as { actor?: unknown }).actor = signedIn.actor;
    onBehalfOf(signedIn.actor, request.ip, next);
  };
}

function routesOf(deps: Dependencies): RequestHandler {
  const router = express.Router({ strict: true, caseSensitive: true });
  const readBytes = express.raw({ type: 'application/json', limit: largestBody, inflate: false });
  for (const route of routes)
    router[route.method](route.path, ...(route.method === 'post' ? [readBytes] : []), handle(route, deps));
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    router.all(path, (_request, response) => {
      response.set('Allow', methods.join(', '));
      sendProblem(response, problem('METHOD_NOT_ALLOWED'));
    });
  }
  return router;
}
