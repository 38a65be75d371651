import fs from 'node:fs';
import path from 'node:path';
import { roleNames } from '../../domain/access/role.ts';
import { developmentPeople } from '../../dev/identity/people.ts';
import type { Launch } from './launch.ts';
import { apiUrl, inboxUrl, issuer, webUrl, type Servers } from './programEnvironment.ts';

/** What a person who has just started the product needs: where it is, whom to act as, what to try first. */
export function closingBlock(launch: Launch, servers: Servers): string {
  const width = Math.max(...developmentPeople.map(({ subject }) => subject.length));
  const people = developmentPeople.map(({ subject, name, appointments }) => {
    const roles = appointments.map(({ role, areaCodes, agencyCode }) => {
      const where = [areaCodes && shortList(areaCodes), agencyCode].filter(Boolean).join('; ');
      return `${roleNames[role]}${where ? ` (${where})` : ''}`;
    });
    return `  ${subject.padEnd(width)}  ${name}, ${roles.join(' and ')}`;
  });
  const first = developmentPeople.find(({ appointments }) => appointments.some(({ role }) => role === 'coordinator'));
  return [
    '',
    'MARAC Casework is running, for development, with invented people.',
    `  Pages    ${webUrl(launch)}      sign in as anybody below`,
    `  API      ${apiUrl(launch)}/api/v1      description: ${apiUrl(launch)}/api/openapi.json`,
    `  Inbox    ${inboxUrl(launch)}      every mail the product sends`,
    `  Sign-in  ${issuer(launch)}      no passwords`,
    `  Engine   ${servers.temporalAddress}, namespace ${servers.namespace}`,
    `  Logs     ${path.join(launch.dataDir, 'logs')}`,
    '',
    'People you can act as:',
    ...people,
    '',
    'Try first:',
    `  curl -H "Authorization: Bearer $(npm run -s token -- ${first?.subject})" ${apiUrl(launch)}/api/v1/cases`,
    '',
    'Ctrl-C here, or `npm stop` anywhere in this checkout, stops everything; the data stays.',
  ].join('\n');
}

function shortList(codes: readonly string[]): string {
  return codes.length > 3 ? `${codes.length} areas` : codes.join(', ');
}

function noteFile(dataDir: string): string {
  return path.join(dataDir, 'started.txt');
}

/** Keeps the block for a second start, which says the same. */
export function noteStarted(launch: Launch, block: string): void {
  fs.writeFileSync(noteFile(launch.dataDir), block);
}

export function forgetStarted(dataDir: string): void {
  fs.rmSync(noteFile(dataDir), { force: true });
}

/** The block of the start that runs now; undefined while it is still on its way up, or already on its way down. */
export function notedStart(dataDir: string): string | undefined {
  try {
    return fs.readFileSync(noteFile(dataDir), 'utf8');
  } catch {
    return undefined;
  }
}
