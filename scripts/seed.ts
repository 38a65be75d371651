import { seedDevelopment } from '../dev/seedDevelopment.ts';
import { seedPlaces } from '../dev/seedPlaces.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createStore } from '../store/prismaClient.ts';

/** Fills the database of a developer's machine with areas, agencies, invented people and meetings; repeatable. */
const config = readConfig(process.env, 'migrate');
if (!config.development) throw new Error('Invented people are for development only: NODE_ENV is not development.');
const store = createStore(config.databaseOwnerUrl, { max: 1 });
try {
  const { areas, agencies, practitioners, meetings } = await seedDevelopment(store, systemClock.now());
  const authorities = await seedPlaces(store, systemClock.now());
  console.log(
    `New: ${areas} areas, ${authorities} local authorities, ${agencies} agencies, ${practitioners} people, ${meetings} meetings.`,
  );
} finally {
  await store.close();
}
