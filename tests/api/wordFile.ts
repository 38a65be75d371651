import type { Express } from 'express';
import request from 'supertest';
import { paragraphsOf } from '../environment/filesInZip.ts';

/** What somebody gets who asks for a paper: the paragraphs of the Word file with their styles, none where it is refused. */
export async function wordFile(app: Express, who: string, path: string) {
  const sent = await request(app)
    .get(`/api/v1${path}`)
    .set('Authorization', `Bearer ${who}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  const paragraphs = sent.status === 200 ? paragraphsOf(sent.body as Buffer) : [];
  const text = paragraphs.map((paragraph) => paragraph.text).join('|');
  return { status: sent.status, name: sent.get('content-disposition'), paragraphs, text };
}
