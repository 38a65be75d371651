import { describe, expect, it } from 'vitest';
import { type PlaceCover, placesOf, servicesOfChild } from './servicesOfChild.ts';

const medway = { authorityId: 'medway', servicesAgencyId: 'services-medway' };
const kent = { authorityId: 'kent', servicesAgencyId: 'services-kent' };
const cover: PlaceCover = {
  kept: true,
  of: (postcode) => (postcode === 'ME4 4TT' ? medway : postcode === 'ME15 6YE' ? kent : null),
  authorityOf: (services) => (services === 'services-kent' ? 'kent' : null),
};
const nothingKept: PlaceCover = { kept: false, of: () => null, authorityOf: () => null };
const at = (postcode: string | null, named: string | null = null) =>
  servicesOfChild({ named, postcode }, 'services-kent', cover);

describe('the children’s services of a child', () => {
  it('are those of the address, though the case is another area’s', () => {
    expect(at('ME4 4TT')).toEqual({ ...medway, servicesBy: 'address' });
    expect(at('ME15 6YE')).toEqual({ ...kent, servicesBy: 'address' });
  });

  it('are to be found by somebody where no services cover the address; those of the area only stand in', () => {
    expect(at('AB10 1XG')).toEqual({ servicesAgencyId: 'services-kent', servicesBy: 'nobody', authorityId: null });
  });

  it('are those of the area where no address is known, or where places are not kept at all', () => {
    expect(at(null)).toEqual({ ...kent, servicesBy: 'area' });
    const unkept = servicesOfChild({ named: null, postcode: 'AB10 1XG' }, 'services-kent', nothingKept);
    expect(unkept).toEqual({ servicesAgencyId: 'services-kent', servicesBy: 'area', authorityId: null });
  });

  it('are those the referrer has named, whatever the address; the schools stay those of the address', () => {
    const named = { servicesAgencyId: 'services-essex', servicesBy: 'named' };
    expect(at('ME4 4TT', 'services-essex')).toEqual({ ...named, authorityId: 'medway' });
    expect(at('AB10 1XG', 'services-essex')).toEqual({ ...named, authorityId: null });
  });
});

describe('the places of a postcode', () => {
  it.each([
    ['ME4 4TT', ['ME4 4', 'ME4']],
    ['me44tt', ['ME4 4', 'ME4']],
    ['ME15 6YE', ['ME15 6', 'ME15']],
    ['W1A 1AA', ['W1A 1', 'W1A']],
  ])('%s', (postcode, places) => {
    expect(placesOf(postcode)).toEqual(places);
  });
});
