import fs from 'node:fs';
import { createServer } from 'node:http';
import { startSmtpServer, type Treatment } from '../../../builders/smtpServer.ts';

// An SMTP server as a process of its own. How it treats messages is told over HTTP; what it took is on disk before it
// says so, so that a kill loses none of it.
const { MAIL_SMTP_PORT, MAIL_CONTROL_PORT, MAIL_TAKEN_FILE } = process.env;
let treatment: Treatment = 'take';
await startSmtpServer(
  () => treatment,
  Number(MAIL_SMTP_PORT),
  (mail) => fs.appendFileSync(String(MAIL_TAKEN_FILE), `${JSON.stringify({ ...mail, at: Date.now() })}\n`),
);
createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method === 'POST') treatment = JSON.parse(Buffer.concat(parts).toString()) as Treatment;
    response.end(JSON.stringify(treatment));
  });
}).listen(Number(MAIL_CONTROL_PORT), '127.0.0.1');
