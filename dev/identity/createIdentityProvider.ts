import express, { type Express } from 'express';
import { Provider, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import type { DevelopmentPerson } from './people.ts';
import { signInPage } from './signInPage.ts';
import type { SigningKeys } from './signingKeys.ts';

export interface IdentityOptions {
  readonly issuer: string;
  readonly people: readonly DevelopmentPerson[];
  readonly keys: SigningKeys;
  /** Where the product's pages are: only they may be signed in to. */
  readonly publicUrl: string;
  /** What the pages show that it is they who ask. */
  readonly clientSecret: string;
}

const webClient = 'marac-web';
const apiResource = 'urn:marac:api';
const apiServer = {
  audience: 'marac-api',
  scope: 'api',
  accessTokenFormat: 'jwt',
  accessTokenTTL: 12 * 3600,
  jwt: { sign: { alg: 'ES256' } },
} satisfies ResourceServer;

/** The sign-in of development: a real OpenID provider whose accounts are invented people without passwords. */
export function createIdentityProvider(options: IdentityOptions): Express {
  const provider = new Provider(options.issuer, configuration(options));
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    // A page elsewhere that makes its own name point here must not be able to read a token.
    if (request.headers.host === new URL(options.issuer).host) next();
    else response.status(421).end();
  });
  const form = express.urlencoded({ extended: false });
  app.get('/', (_request, response) => response.redirect(options.publicUrl));
  app.get('/interaction/:uid', async (request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    response.send(signInPage(options.people, `/interaction/${uid}`));
  });
  app.post('/interaction/:uid', form, async (request, response) => {
    const login = { accountId: chosenSubject(request.body) };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  });
  app.post('/development/token', form, async (request, response) => {
    const token = await tokenFor(provider, options, chosenSubject(request.body));
    if (token) response.json({ access_token: token, token_type: 'Bearer', expires_in: apiServer.accessTokenTTL });
    else response.status(404).json({ error: 'unknown_person', people: options.people.map(({ subject }) => subject) });
  });
  app.use(provider.callback());
  return app;
}

function configuration({ people, keys, publicUrl, clientSecret }: IdentityOptions): Configuration {
  const accountOf = (_context: unknown, subject: string) => {
    const person = people.find((one) => one.subject === subject);
    if (!person) return undefined;
    const { name, email } = person;
    return { accountId: subject, claims: () => ({ sub: subject, name, email }) };
  };
  return {
    jwks: { keys: [...keys.tokens] },
    cookies: { keys: [...keys.cookies] },
    clients: [
      {
        client_id: webClient,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    pkce: { required: () => true },
    findAccount: accountOf,
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: firstPartyGrant,
    ttl: { AccessToken: 12 * 3600, Session: 12 * 3600, Grant: 12 * 3600, Interaction: 3600, IdToken: 3600 },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => apiServer,
      },
    },
  };
}

/** The product's own pages ask nobody for consent. */
async function firstPartyGrant(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
  grant.addOIDCScope('openid profile email');
  grant.addResourceScope(apiResource, 'api');
  await grant.save();
  return grant;
}

/** A signed token for the API, as signing in on a page would give one. */
async function tokenFor(provider: Provider, options: IdentityOptions, subject: string): Promise<string | undefined> {
  if (!options.people.some((person) => person.subject === subject)) return undefined;
  const client = await provider.Client.find(webClient);
  if (!client) throw new Error(`The client ${webClient} is not configured.`);
  const grant = new provider.Grant({ clientId: webClient, accountId: subject });
  grant.addResourceScope(apiResource, 'api');
  const token = new provider.AccessToken({
    client,
    accountId: subject,
    grantId: await grant.save(),
    gty: 'authorization_code',
    scope: 'api',
  });
  token.resourceServer = new provider.ResourceServer(apiResource, apiServer);
  return token.save();
}

function chosenSubject(body: unknown): string {
  const { subject } = (body ?? {}) as { subject?: unknown };
  return typeof subject === 'string' ? subject : '';
}
