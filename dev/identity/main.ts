import { createLog } from '../../platform/log.ts';
import { createIdentityProvider } from './createIdentityProvider.ts';
import { developmentPeople } from './people.ts';
import { requireDevelopment } from '../requireDevelopment.ts';
import { signingKeys } from './signingKeys.ts';

const { IDENTITY_PORT, IDENTITY_DIR, PUBLIC_URL, OIDC_CLIENT_SECRET } = requireDevelopment(
  process.env,
  'The sign-in for development',
  ['IDENTITY_PORT', 'IDENTITY_DIR', 'PUBLIC_URL', 'OIDC_CLIENT_SECRET'],
);
const log = createLog('sign-in', { level: 'info', development: true });
const issuer = `http://127.0.0.1:${IDENTITY_PORT}`;
const keys = await signingKeys(IDENTITY_DIR);
const app = createIdentityProvider({
  issuer,
  people: developmentPeople,
  keys,
  publicUrl: PUBLIC_URL,
  clientSecret: OIDC_CLIENT_SECRET,
});
const server = app.listen(Number(IDENTITY_PORT), '127.0.0.1', () => log.info({ issuer }, 'ready'));
server.once('error', (err) => {
  log.fatal({ err }, 'cannot listen');
  process.exit(1);
});
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
