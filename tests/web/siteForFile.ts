import { afterAll, beforeAll } from 'vitest';
import { officeForFile, type FileOffice } from '../api/officeForFile.ts';
import { begun } from '../environment/begun.ts';
import { startSiteForTest, type TestSite } from './siteForTest.ts';

/** The product, its interface and its pages: begun before the tests of a file, ended after them. */
export interface FileSite extends FileOffice {
  readonly site: TestSite;
}

/** Begins them for the file that asks; what it does before its first test it does in a `beforeAll` of its own, below this. */
export function siteForFile(): FileSite {
  const office = officeForFile();
  let site: TestSite | undefined;
  beforeAll(async () => {
    site = await startSiteForTest(office.product);
  }, 240_000);
  afterAll(() => site?.stop());
  return {
    as: office.as,
    get app() {
      return office.app;
    },
    get product() {
      return office.product;
    },
    get site() {
      return begun(site);
    },
  };
}
