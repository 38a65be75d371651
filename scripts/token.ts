import { developmentPeople } from '../dev/identity/people.ts';
import { developmentPorts } from './launch/developmentPorts.ts';
import { issuer } from './launch/programEnvironment.ts';

// npm run -s token -- <person>: a bearer token for the API, on its own on standard output.
const [person = ''] = process.argv.slice(2);
const address = process.env['OIDC_ISSUER'] || issuer({ ports: developmentPorts(process.env) });

async function main(): Promise<number> {
  const body = new URLSearchParams({ subject: person });
  const response = await fetch(`${address}/development/token`, { method: 'POST', body }).catch(() => undefined);
  if (!response) {
    console.error(`The sign-in at ${address} does not answer: is the product running (npm start)?`);
    return 1;
  }
  if (!response.ok) {
    console.error(`Say whom: ${developmentPeople.map(({ subject }) => subject).join(', ')}`);
    return 1;
  }
  console.log(((await response.json()) as { access_token: string }).access_token);
  return 0;
}

process.exitCode = await main();
