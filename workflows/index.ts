export { maracCase } from './maracCase/maracCase.ts';
export { repeatWatch } from './repeatWatch/repeatWatch.ts';
