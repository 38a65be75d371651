// Who may import whom. Each room of the house lists what it may use; everything else is an error.
const path = require('node:path');

/** `folders` are first-party, `typesOnly` only with `import type`, `packages` come from npm, `node` allows Node's own. */
const rooms = {
  domain: { folders: ['domain'], packages: ['temporal-polyfill'] },
  contracts: { folders: ['contracts', 'domain'], packages: ['zod'] },
  workflows: {
    folders: ['workflows', 'domain'],
    typesOnly: ['contracts', 'activities'],
    packages: ['@temporalio/workflow', 'temporal-polyfill'],
  },
  store: {
    folders: ['store', 'domain', 'contracts'],
    packages: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'uuid'],
    node: true,
  },
  activities: {
    // The reconciler does again what a use case did, a breach is reported as anybody reports, and what comes round by itself is
    // put to cases and meetings as commands: these, and what they are given.
    folders: [
      'activities',
      'domain',
      'contracts',
      'store',
      'platform',
      'workflows/messages',
      'usecases/(meetings/makeCalendar|idva/endPlacesOfLeavers|resendUnresolved|dependencies|furtherAbuse/reportBreach)',
    ],
    packages: ['@temporalio/activity', '@temporalio/common', '@temporalio/client'],
    node: true,
  },
  usecases: {
    folders: ['usecases', 'domain', 'contracts', 'store', 'platform', 'workflows/messages'],
    packages: ['zod'],
    typesOnlyPackages: ['pino'],
    node: true,
  },
  api: {
    folders: ['api', 'usecases', 'contracts', 'domain', 'platform/(config|log|ids|requestLog)'],
    packages: ['express', 'zod', 'zod-openapi', 'jose', 'helmet', 'express-rate-limit', 'pino-http', 'swagger-ui-dist'],
    node: true,
  },
  web: {
    folders: ['web', 'usecases', 'contracts', 'domain', 'platform/(config|log|ids|requestLog)'],
    packages: [
      'express',
      'zod',
      'helmet',
      'express-rate-limit',
      'nunjucks',
      'openid-client',
      'csv-stringify',
      '@observablehq/plot',
      'linkedom',
    ],
    node: true,
  },
  worker: {
    folders: ['worker', 'activities', 'store', 'platform', 'domain'],
    packages: ['@temporalio/worker', '@temporalio/client', '@temporalio/common'],
    node: true,
  },
  platform: {
    // What is said to the engine is defined beside the workflows that hear it.
    folders: ['platform', 'domain', 'contracts', 'workflows/messages'],
    packages: [
      '@temporalio/client',
      '@temporalio/common',
      '@temporalio/proto',
      'csv-parse',
      'docx',
      'nodemailer',
      'pino',
      'uuid',
      'zod',
    ],
    typesOnlyPackages: ['express'],
    node: true,
  },
};

/** Where a program is put together: it makes what the room itself only receives. */
const mainFiles = { api: ['store', 'platform'], web: ['store', 'platform'], worker: [] };

const production = { pathNot: ['\\.test\\.ts$', '/main\\.ts$'] };
const firstParty = `^(${[...Object.keys(rooms), 'dev', 'scripts', 'tests', 'bench'].join('|')})/`;
const inFolders = (folders) => folders.map((folder) => `^${folder}(/|\\.ts$)`);
const inPackages = (packages) => packages.map((name) => `node_modules/(@types/)?${name.replace('@', '@?')}/`);

const rules = Object.entries(rooms).flatMap(([room, allowed]) => {
  const from = { path: `^${room}/`, ...production };
  const { folders, typesOnly = [], packages, typesOnlyPackages = [], node = false } = allowed;
  return [
    {
      name: `${room}-imports-only-its-own`,
      severity: 'error',
      from,
      to: { path: firstParty, pathNot: inFolders([...folders, ...typesOnly]) },
    },
    ...(typesOnly.length > 0
      ? [
          {
            name: `${room}-takes-only-types`,
            severity: 'error',
            from,
            to: { path: inFolders(typesOnly), dependencyTypesNot: ['type-only'] },
          },
        ]
      : []),
    {
      name: `${room}-uses-only-its-packages`,
      severity: 'error',
      from,
      to: { path: 'node_modules/', pathNot: inPackages([...packages, ...typesOnlyPackages]) },
    },
    ...(typesOnlyPackages.length > 0
      ? [
          {
            name: `${room}-takes-only-types-of-packages`,
            severity: 'error',
            from,
            to: { path: inPackages(typesOnlyPackages), dependencyTypesNot: ['type-only'] },
          },
        ]
      : []),
    ...(node ? [] : [{ name: `${room}-is-free-of-node`, severity: 'error', from, to: { dependencyTypes: ['core'] } }]),
  ];
});

const programs = Object.entries(mainFiles).map(([room, more]) => ({
  name: `${room}-main-imports-only-its-own`,
  severity: 'error',
  from: { path: `^${room}/main\\.ts$` },
  to: { path: firstParty, pathNot: inFolders([...rooms[room].folders, ...more]) },
}));

module.exports = {
  forbidden: [
    ...rules,
    ...programs,
    {
      name: 'production-does-not-import-tests-or-scripts',
      severity: 'error',
      from: { path: `^(${Object.keys(rooms).join('|')})/`, pathNot: ['\\.test\\.ts$'] },
      to: { path: '^(tests|scripts|bench|dev)/' },
    },
    {
      // Measuring stands at the end of everything: only its own program begins it.
      name: 'only-its-program-imports-bench',
      severity: 'error',
      from: { path: firstParty, pathNot: ['^bench/', '^scripts/bench\\.ts$'] },
      to: { path: '^bench/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // Imports of types count: they say who knows whom.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: path.join(__dirname, 'tsconfig.json') },
    // What the browser loads is put together by scripts/assets.
    exclude: { path: '^(store/generated|web/assets)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default', 'require'],
    },
  },
};
