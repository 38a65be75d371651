import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';
import { openApiDocument } from './openapi.ts';

const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>MARAC Casework: the interface</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<main id="interface"></main>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/begin.js"></script>
</body>
</html>
`;
const begin = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#interface', deepLinking: true });\n`;

/** The description of the interface, and a page to read it on; everything is served from here. */
export function docs(): RequestHandler {
  const document = JSON.stringify(openApiDocument());
  const viewer = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));
  const router = express.Router({ strict: true });
  router.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(document);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/docs/begin.js', (_request, response) => {
    response.type('text/javascript').send(begin);
  });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(join(viewer, file)));
  return router;
}
