import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { openDependencies } from '../usecases/openDependencies.ts';
import type { Limits } from '../web/limits.ts';
import { openSite } from '../web/openSite.ts';

// The site as web/main.ts starts it, but for the limits that keep one person from asking as much as a bench does.
const config = readConfig(process.env, 'web');
const log = createLog('web', { level: config.logLevel, development: config.development });
const { deps } = openDependencies(config, systemClock, log);
const none: Limits = { perAddress: 1e9, perPerson: 1e9, signIns: 1e9 };
openSite(config, deps, none).listen(config.port, config.host);
