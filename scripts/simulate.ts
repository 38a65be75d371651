import { simulate } from '../tests/builders/simulation/simulate.ts';

// node scripts/run.mjs simulate [case-years] [first seed]: lives whole case-years by the rules alone and looks at every step.
const [years = '10000', seed] = process.argv.slice(2).filter((word) => word !== '--');
const caseYears = Number(years);
const firstSeed = seed === undefined ? (Date.now() % 1_000_000_000) * 2 : Number(seed);
if (!(caseYears > 0) || !Number.isSafeInteger(firstSeed)) {
  console.error('Say how many case-years, and perhaps the first seed: npm run simulate -- 10000 42');
  process.exit(2);
}

const stopAfter = 5;
console.log(`${caseYears} case-years from seed ${firstSeed}`);
const simulated = simulate({ firstSeed, caseYears, stopAfter, told: (lived) => console.log(`  ${lived} case-years`) });
for (const { seed: again, wrong, story } of simulated.found) {
  console.log(`\nSeed ${again}: ${wrong}\n  after ${story.join(' → ')}`);
  console.log(`  again with: node scripts/run.mjs simulate 0.001 ${again}`);
}
const { user, system } = process.cpuUsage();
const seconds = (user + system) / 1_000_000;
const lived = `${simulated.lives} lives, ${Math.floor(simulated.caseYears)} case-years, ${simulated.facts} facts`;
const speed = `${Math.round(seconds)} s of one core, ${Math.round(simulated.caseYears / seconds)} case-years a second`;
console.log(`${lived} in ${speed}; ${simulated.found.length} wrong`);
process.exitCode = simulated.found.length === 0 ? 0 : 1;
