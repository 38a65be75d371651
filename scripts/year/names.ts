/** Names as storybooks have them: old or bent given names, and family names put together from two halves. */
const womens =
  'Adelwyn Amorette Briselle Calenne Cordwyn Damaris Deverra Elisenne Elowenna Fennella Florise Galiena Halwyn Idonya ' +
  'Ilsabet Jocosa Kestrel Laurenne Linnetta Maristel Merewyn Morwella Nerissa Odelyn Orlantha Petronel Quenby Rosenwyn ' +
  'Sabeline Selwenna Sidony Tamsila Thessaly Ursalyn Verenne Wilmet Wynfreda Yselda Zarenne Averil';
const mens =
  'Aldric Anselm Barnwell Bertolf Cadoc Corvin Dunmore Edrich Ellard Emrick Fabron Garrick Gawen Hadric Hartwin Idris ' +
  'Joscelin Kenelm Lambert Leoric Lorimer Marden Merrick Neville Odric Osbern Peregrin Quillon Radulf Rowland Selby ' +
  'Sewell Tancred Torquil Ulric Vaughan Warin Wystan Yorick Zebulon';
const familyBeginnings =
  'Alder Amber Barley Beacon Bramble Candle Copper Cotter Drift Ember Fallow Fennel Glimmer Harrow Hollow Juniper Kettle ' +
  'Lantern Larkin Marrow Mallow Nettle Oaken Pebble Pepper Quarry Quill Raven Saffron Saddle Tallow Thistle Timber ' +
  'Umber Velvet Wander Whistle Willow Winter Yarrow';
const familyEndings =
  'acre beck bourne by combe croft dale fleet gate hurst ley low mead mere more ridge shaw stead thwaite wick';

/** Roads that run through no town. */
export const roads: readonly string[] = (
  'Applecart Lane,Bellwether Road,Clocktower Rise,Dandelion Close,Eiderdown Way,Firefly Crescent,Gingerbread Row,' +
  'Honeypot Drive,Inkwell Street,Jackdaw Walk,Kingfisher Yard,Lamplighter Avenue,Moonraker Hill,Nightjar Terrace,' +
  'Orchard Folly,Pinwheel Gardens'
).split(',');

export const givenNames = { female: womens.split(' '), male: mens.split(' ') } as const;

export const familyNames: readonly string[] = familyBeginnings
  .split(' ')
  .flatMap((beginning) => familyEndings.split(' ').map((ending) => `${beginning}${ending}`));
