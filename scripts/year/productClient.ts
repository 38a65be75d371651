/** What the product answered. */
export interface ProductAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ProductRequest {
  /** The subject of whoever sends it. */
  readonly as: string;
  /** Below `/api/v1`. */
  readonly path: string;
  /** Present on what changes something. */
  readonly key?: string;
  readonly ifMatch?: number | undefined;
  readonly body?: unknown;
}

export interface ProductAddresses {
  readonly api: string;
  readonly identity: string;
  /** Where somebody has signed in already, in place of the sign-in of development. */
  readonly token?: string;
}

/** The interface of a running product as somebody signed in uses it. */
export interface ProductClient {
  /** Sends one request; tries again with the same key where the product is away, busy or asks to wait. */
  send(request: ProductRequest): Promise<ProductAnswer>;
}

const triesBeforeGivingUp = 40;
/** A command that is not decided yet is looked for this often before that counts as a failure, too. */
const looksForADecision = 240;

/** A client over HTTP; connections are kept and used again. */
export function productClient(addresses: ProductAddresses): ProductClient {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (subject: string): Promise<string> => {
    const { token, identity } = addresses;
    const known = tokens.get(subject) ?? (token ? Promise.resolve(token) : tokenFor(identity, subject));
    tokens.set(subject, known);
    return known;
  };
  const once = async ({ as, path, key, ifMatch, body }: ProductRequest): Promise<Response> =>
    fetch(`${addresses.api}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await tokenOf(as)}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${String(ifMatch)}"` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
  const send = async (request: ProductRequest): Promise<ProductAnswer> => {
    for (let tries = 1; ; tries += 1) {
      const response = await once(request).catch((error: unknown) => error as Error);
      if (!(response instanceof Error)) {
        const answer = await read(response);
        if (!isPassing(answer)) return answer.status === 202 ? untilDecided(request, answer) : answer;
        if (answer.status === 401) tokens.delete(request.as);
      }
      if (tries === triesBeforeGivingUp) {
        const why = response instanceof Error ? response.message : `status ${String(response.status)}`;
        throw new Error(`The product at ${addresses.api} does not answer ${request.path}: ${why}`);
      }
      await pause(Math.min(250 * tries, 5_000));
    }
  };
  /** What was kept and is not decided yet shows its decision at an address of its own. */
  const untilDecided = async ({ as }: ProductRequest, pending: ProductAnswer): Promise<ProductAnswer> => {
    const path = `/commands/${String(pending.body['commandId'])}`;
    for (let looks = 0; looks < looksForADecision; looks += 1) {
      const { body, status } = await send({ as, path });
      if (body['status'] === 'recorded') return { status: 200, body };
      if (body['status'] !== 'pending') return { status: status === 200 ? 409 : status, body };
      await pause(500);
    }
    return pending;
  };
  return { send };
}

/** Away, busy, asked to wait, or a token that has run out: the same request is sent again. */
function isPassing({ status }: ProductAnswer): boolean {
  return status === 429 || status === 503 || status === 401;
}

/** A bearer token of the development sign-in for somebody, by their subject. */
export async function tokenFor(identity: string, subject: string): Promise<string> {
  const response = await fetch(`${identity}/development/token`, {
    method: 'POST',
    body: new URLSearchParams({ subject }),
  });
  if (!response.ok) throw new Error(`The sign-in at ${identity} gives no token for ${subject}.`);
  return ((await response.json()) as { access_token: string }).access_token;
}

async function read(response: Response): Promise<ProductAnswer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as ProductAnswer['body']) };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
