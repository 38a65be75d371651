import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface SigningKeys {
  /** Private keys that tokens are signed with. */
  readonly tokens: readonly JWK[];
  readonly cookies: readonly string[];
}

/** The keys of this checkout's sign-in; kept, so that a token outlives a restart. */
export async function signingKeys(dir: string): Promise<SigningKeys> {
  const file = path.join(dir, 'keys.json');
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')) as SigningKeys;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const id = randomBytes(8).toString('hex');
  const keys: SigningKeys = {
    tokens: [{ ...(await exportJWK(privateKey)), kid: id, alg: 'ES256', use: 'sig' }],
    cookies: [randomBytes(32).toString('base64url')],
  };
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  fs.writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
  return keys;
}
