/** One bank holiday as GOV.UK publishes it: title, date, and a note such as `Substitute day`. */
export interface BankHoliday {
  readonly title: string;
  readonly date: string;
  readonly notes: string;
}

/** The published list of one division of the United Kingdom, and which edition of it this is. */
export interface BankHolidays {
  readonly division: string;
  readonly version: string;
  /** First and last year the list speaks about; outside them no bank holiday is known. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly events: readonly BankHoliday[];
}

const newYear = 'New Year’s Day';
const early = 'Early May bank holiday';
const spring = 'Spring bank holiday';
const summer = 'Summer bank holiday';
const christmas = 'Christmas Day';
const boxing = 'Boxing Day';
const substitute = 'Substitute day';

const on = (title: string, date: string, notes = ''): BankHoliday => ({ title, date, notes });
const easter = (goodFriday: string, easterMonday: string): BankHoliday[] => [
  on('Good Friday', goodFriday),
  on('Easter Monday', easterMonday),
];
const maysAndSummer = (year: number, may: string, lateMay: string, august: string): BankHoliday[] => [
  on(early, `${year}-05-${may}`),
  on(spring, `${year}-05-${lateMay}`),
  on(summer, `${year}-08-${august}`),
];
const christmasOnWeekdays = (year: number): BankHoliday[] => [
  on(christmas, `${year}-12-25`),
  on(boxing, `${year}-12-26`),
];
/** Boxing Day falls on a Saturday. */
const boxingDayOnSaturday = (year: number): BankHoliday[] => [
  on(christmas, `${year}-12-25`),
  on(boxing, `${year}-12-28`, substitute),
];
/** Christmas Day falls on a Sunday. */
const christmasOnSunday = (year: number): BankHoliday[] => [
  on(boxing, `${year}-12-26`),
  on(christmas, `${year}-12-27`, substitute),
];
/** Christmas Day falls on a Saturday. */
const christmasOnSaturday = (year: number): BankHoliday[] => [
  on(christmas, `${year}-12-27`, substitute),
  on(boxing, `${year}-12-28`, substitute),
];

/**
 * Bank holidays in England and Wales, 2012 to 2028. Source: GOV.UK, "UK bank holidays" (statute and royal
 * proclamations), with the single days given for one year only: the jubilees, VE day's anniversary, the funeral, the coronation.
 */
export const bankHolidays: BankHolidays = {
  division: 'england-and-wales',
  version: 'england-and-wales-2012-2028.1',
  firstYear: 2012,
  lastYear: 2028,
  events: [
    on(newYear, '2012-01-02', substitute),
    ...easter('2012-04-06', '2012-04-09'),
    on(early, '2012-05-07'),
    on(spring, '2012-06-04', 'Moved from 28 May'),
    on('Queen’s Diamond Jubilee', '2012-06-05', 'Extra bank holiday'),
    on(summer, '2012-08-27'),
    ...christmasOnWeekdays(2012),

    on(newYear, '2013-01-01'),
    ...easter('2013-03-29', '2013-04-01'),
    ...maysAndSummer(2013, '06', '27', '26'),
    ...christmasOnWeekdays(2013),

    on(newYear, '2014-01-01'),
    ...easter('2014-04-18', '2014-04-21'),
    ...maysAndSummer(2014, '05', '26', '25'),
    ...christmasOnWeekdays(2014),

    on(newYear, '2015-01-01'),
    ...easter('2015-04-03', '2015-04-06'),
    ...maysAndSummer(2015, '04', '25', '31'),
    ...boxingDayOnSaturday(2015),

    on(newYear, '2016-01-01'),
    ...easter('2016-03-25', '2016-03-28'),
    ...maysAndSummer(2016, '02', '30', '29'),
    ...christmasOnSunday(2016),

    on(newYear, '2017-01-02', substitute),
    ...easter('2017-04-14', '2017-04-17'),
    ...maysAndSummer(2017, '01', '29', '28'),
    ...christmasOnWeekdays(2017),

    on(newYear, '2018-01-01'),
    ...easter('2018-03-30', '2018-04-02'),
    ...maysAndSummer(2018, '07', '28', '27'),
    ...christmasOnWeekdays(2018),

    on(newYear, '2019-01-01'),
    ...easter('2019-04-19', '2019-04-22'),
    ...maysAndSummer(2019, '06', '27', '26'),
    ...christmasOnWeekdays(2019),

    on(newYear, '2020-01-01'),
    ...easter('2020-04-10', '2020-04-13'),
    on('Early May bank holiday (VE day)', '2020-05-08', 'Moved from 4 May'),
    on(spring, '2020-05-25'),
    on(summer, '2020-08-31'),
    ...boxingDayOnSaturday(2020),

    on(newYear, '2021-01-01'),
    ...easter('2021-04-02', '2021-04-05'),
    ...maysAndSummer(2021, '03', '31', '30'),
    ...christmasOnSaturday(2021),

    on(newYear, '2022-01-03', substitute),
    ...easter('2022-04-15', '2022-04-18'),
    on(early, '2022-05-02'),
    on(spring, '2022-06-02', 'Moved from 30 May'),
    on('Platinum Jubilee bank holiday', '2022-06-03', 'Extra bank holiday'),
    on(summer, '2022-08-29'),
    on('Bank Holiday for the State Funeral of Queen Elizabeth II', '2022-09-19', 'Extra bank holiday'),
    ...christmasOnSunday(2022),

    on(newYear, '2023-01-02', substitute),
    ...easter('2023-04-07', '2023-04-10'),
    on(early, '2023-05-01'),
    on('Bank holiday for the coronation of King Charles III', '2023-05-08', 'Extra bank holiday'),
    on(spring, '2023-05-29'),
    on(summer, '2023-08-28'),
    ...christmasOnWeekdays(2023),

    on(newYear, '2024-01-01'),
    ...easter('2024-03-29', '2024-04-01'),
    ...maysAndSummer(2024, '06', '27', '26'),
    ...christmasOnWeekdays(2024),

    on(newYear, '2025-01-01'),
    ...easter('2025-04-18', '2025-04-21'),
    ...maysAndSummer(2025, '05', '26', '25'),
    ...christmasOnWeekdays(2025),

    on(newYear, '2026-01-01'),
    ...easter('2026-04-03', '2026-04-06'),
    ...maysAndSummer(2026, '04', '25', '31'),
    ...boxingDayOnSaturday(2026),

    on(newYear, '2027-01-01'),
    ...easter('2027-03-26', '2027-03-29'),
    ...maysAndSummer(2027, '03', '31', '30'),
    ...christmasOnSaturday(2027),

    on(newYear, '2028-01-03', substitute),
    ...easter('2028-04-14', '2028-04-17'),
    ...maysAndSummer(2028, '01', '29', '28'),
    ...christmasOnWeekdays(2028),
  ],
};
