/** Every report, by its address: one navigation over all of them. */
export const reports = [
  { href: '/durations', name: 'Durations', about: 'How long cases take, where they wait, and how that is spread.' },
  { href: '/reports/punctuality', name: 'Punctuality', about: 'Which duties are done in time, by duty and agency.' },
  { href: '/reports/escalations', name: 'Escalations', about: 'How often each rung of a ladder was reached.' },
  {
    href: '/reports/return',
    name: 'Quarterly return',
    about: 'What is sent to SafeLives, by area and meeting, and as it may be published.',
  },
  {
    href: '/reports/assessments',
    name: 'Assessments',
    about: 'Assessments beside referrals: where high ones never became one.',
  },
  {
    href: '/reports/idva',
    name: 'IDVA',
    about: 'Referrals to the services, engagement, and what victims said at the end.',
  },
  { href: '/reports/repeats', name: 'Repeats', about: 'Cases that came again, beside those they repeat.' },
  { href: '/reports/overrides', name: 'Overrides', about: 'Grades raised by judgement, and what became of each case.' },
  {
    href: '/reports/outages',
    name: 'Outages',
    about: 'What fell due while the product was down, once each, with when it was due and what became of it.',
  },
] as const;
export type ReportAddress = (typeof reports)[number]['href'];

/** The navigation of reports with the one that is open marked. */
export function reportNavigation(open: ReportAddress) {
  return reports.map(({ href, name }) => ({ href, name, active: href === open }));
}
