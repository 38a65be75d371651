import type { Response } from 'express';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { SessionTools } from '../usecases/sessions/sessionTools.ts';
import type { Assets } from './assets.ts';
import type { Oidc } from './signIn/oidc.ts';
import type { Limits } from './limits.ts';
import { localsOf } from './locals.ts';
import { navigationFor } from './navigation.ts';
import type { Page } from './definePage.ts';
import { takeNotice } from './cookies.ts';
import type { Render } from './render.ts';

/** Everything the site is given; made once when the program starts. */
export interface Site {
  readonly deps: Dependencies;
  readonly sessions: SessionTools;
  readonly oidc: Oidc;
  readonly pages: readonly Page[];
  readonly assets: Assets;
  readonly render: Render;
  /** Where people reach the product. Whether it begins with https decides how cookies are guarded. */
  readonly publicUrl: string;
  readonly issuerOrigin: string;
  readonly trustedProxies: number;
  readonly development: boolean;
  /** Where mail ends up during development; null where it goes to people. */
  readonly inboxUrl: string | null;
  readonly limits: Limits;
}

/** Renders a view in the site's frame: who is signed in, where they can go, and what was just done. */
export function sendView(site: Site, response: Response, status: number, view: string, data: object): void {
  const { signedIn, cspNonce } = localsOf(response);
  const context = {
    ...data,
    cspNonce,
    frame: {
      now: site.deps.clock.now(),
      development: site.development,
      inbox: site.inboxUrl,
      person: signedIn ? { name: signedIn.actor.name, token: signedIn.formToken } : null,
      navigation: signedIn ? navigationFor(site.pages, signedIn.actor, response.req.path) : null,
      notice: takeNotice(site, response),
    },
  };
  response.status(status).type('html').send(site.render(view, context));
}
