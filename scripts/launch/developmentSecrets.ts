import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Passwords and keys of one checkout's development data, made up at its first start. */
export interface DevelopmentSecrets {
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  readonly enginePassword: string;
  readonly payloadKeys: string;
  readonly contentWrappingKeys: string;
  readonly matchKey: string;
  readonly sessionKeys: string;
  /** What the pages show the sign-in of development to be known by. */
  readonly webClientSecret: string;
}

/** Reads the secrets kept in the data folder; those not there yet are made and kept, readable by their owner alone. */
export function developmentSecrets(dataDir: string): DevelopmentSecrets {
  const file = path.join(dataDir, 'secrets.json');
  const kept = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<DevelopmentSecrets>) : {};
  const secrets = { ...made(), ...kept };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) {
    const draft = `${file}.new`;
    fs.rmSync(draft, { force: true });
    fs.writeFileSync(draft, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
    fs.renameSync(draft, file);
  }
  return secrets;
}

function made(): DevelopmentSecrets {
  // Letters and digits only: some programs put a password into an address without escaping it.
  const password = () => randomBytes(18).toString('hex');
  const key = () => randomBytes(32).toString('base64');
  return {
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    enginePassword: password(),
    payloadKeys: `dev:${key()}`,
    contentWrappingKeys: `dev:${key()}`,
    matchKey: key(),
    sessionKeys: `dev:${key()}`,
    webClientSecret: password(),
  };
}
