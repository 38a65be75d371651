import { type Agent, request } from 'node:http';

/** Loads one page over a kept connection and gives it; throws where it is not shown. */
export function loadPage(url: string, agent: Agent, cookie = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { cookie } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const html = Buffer.concat(parts).toString('utf8');
        if (response.statusCode === 200) resolve(html);
        else reject(new Error(`${url} was answered ${String(response.statusCode)}`));
      });
    });
    sent.once('error', reject);
    sent.end();
  });
}
