import pg from 'pg';

/**
 * Puts a county's casework of years into the read model in bulk: so many cases over all areas and three years, each
 * with one action that is open and overdue in one of twenty, and five facts of its record. As in life those of the last
 * hundred days are worked on and the others closed, and one in 500 waits for an adviser; that the actions of closed cases are open too makes a
 * board of 100,000. Made by the database itself, the same way every time, for rows that measure reading.
 */
export async function addManyCases(ownerUrl: string, count: number, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT setseed(0.42)`);
    await client.query(cases, [count]);
    await client.query(clocks);
    await client.query(parts);
    await client.query(record);
    // As a database stands that has been at work for years: swept and counted.
    await client.query('VACUUM ANALYZE');
    say(`  ${count.toLocaleString('en-GB')} cases are there, each with an open action`);
  } finally {
    await client.end();
  }
}

const day = `interval '1 day'`;

const cases = `
  INSERT INTO "case" (id, reference, area_id, pair_id, victim_id, perpetrator_id, stage, epoch, seq, revision, last_hash,
    silent, adopted, route, grade, referrer_id, idva_service_id, adviser_id, engagement, open_action_ids, child_count, statistics,
    received_at, screened_at, accepted_at, first_attempt_at, first_spoke_at, listed_at, heard_at, actions_ended_at,
    closed_at, support_ended_at, recorded_at)
  SELECT gen_random_uuid(), 'B' || n, a.id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), s.stage, 1, 9, 9, '',
    false, false, (array['visibleHighRisk', 'professionalJudgement', 'repeat'])[1 + n % 3], 'high', gen_random_uuid(),
    a.idva_service_id, CASE WHEN n % 500 > 0 THEN gen_random_uuid() END, (array['engaged', 'none', 'declined'])[1 + n % 3], array[gen_random_uuid()], n % 3, '{}',
    r.at, r.at + ${day} * (1 + random()), r.at + ${day} * (1 + random()), r.at + ${day} * 2 * random(),
    CASE WHEN n % 4 > 0 THEN r.at + ${day} * 5 * random() END, r.at + ${day} * (2 + random()),
    CASE WHEN s.place > 1 THEN r.at + ${day} * (15 + 20 * random()) END,
    CASE WHEN s.place > 2 THEN r.at + ${day} * (36 + 30 * random()) END,
    CASE WHEN s.place > 3 THEN r.at + ${day} * (70 + 30 * random()) END,
    CASE WHEN d.old > 160 THEN r.at + ${day} * (70 + 90 * random()) END, r.at
  FROM generate_series(1, $1::int) n
    CROSS JOIN LATERAL (SELECT 5 + 1095 * random() + n * 0 AS old) d
    CROSS JOIN LATERAL (SELECT now() - ${day} * d.old AS at) r
    CROSS JOIN LATERAL (SELECT width_bucket(d.old, array[0, 35, 66, 100]::float8[]) AS place) p
    CROSS JOIN LATERAL (SELECT p.place, (array['listed', 'heard', 'heard', 'closed'])[p.place] AS stage) s
    JOIN (SELECT id, idva_service_id, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS areas FROM area) a
      ON a.place = n % a.areas`;

const clocks = `
  INSERT INTO clock (id, case_id, area_id, kind, subject_type, subject_id, status, anchor_at, overdue_at, next_rung_at,
    rungs_fired, agency_id, silent, data)
  SELECT k.id, c.id, c.area_id, 'action', 'action', c.open_action_ids[1], 'running', c.received_at, d.at, d.at, 0,
    agency.id, false,
    jsonb_build_object('id', k.id, 'kind', 'action', 'subject', jsonb_build_object('type', 'action', 'id', c.open_action_ids[1]),
      'anchor', c.received_at, 'due', d.due, 'originalDue', d.due, 'overdueAt', d.at, 'round', 1, 'putOff', 0,
      'reason', jsonb_build_object('rule', '10 working days after the action was set', 'source', 'assumption',
        'policyVersion', 'bench', 'calendarVersion', 'bench', 'skipped', '[]'::jsonb, 'provisional', false),
      'next', null, 'pauses', '[]'::jsonb, 'end', null)
  FROM "case" c CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id, substr(c.reference, 2)::int AS n) k
    CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + ${day} * CASE WHEN k.n % 20 = 0 THEN -(k.n % 97) ELSE 1 + k.n % 60 END AS at) e
    CROSS JOIN LATERAL (SELECT e.at, jsonb_build_object('type', 'day', 'date', to_char(e.at - ${day}, 'YYYY-MM-DD')) AS due) d
    JOIN (SELECT id, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS agencies FROM agency) agency
      ON agency.place = k.n % agency.agencies
  WHERE c.reference ~ '^B[0-9]+$'`;

const parts = `
  INSERT INTO case_agency (id, case_id, agency_id, part)
  SELECT gen_random_uuid(), c.id, k.agency_id, 'action' FROM "case" c JOIN clock k ON k.case_id = c.id
  WHERE c.reference ~ '^B[0-9]+$'`;

/** Some of the record of each case, one pause of a clock in every fifty cases among it: reports read it by type. */
const record = `
  INSERT INTO audit_event (id, case_id, seq, type, type_version, occurred_at, occurred_precision, recorded_at,
    policy_version, calendar_version, data, previous_hash, hash)
  SELECT gen_random_uuid(), c.id, e.seq, CASE WHEN e.seq = 3 AND substr(c.reference, 2)::int % 50 = 0 THEN 'clockResumed' ELSE 'contactAttempted' END,
    1, c.received_at, 'minute', c.received_at, 'bench', 'bench', jsonb_build_object('pausedMs', 86400000), '', md5(c.reference || e.seq)
  FROM "case" c CROSS JOIN generate_series(1, 5) e(seq) WHERE c.reference ~ '^B[0-9]+$'`;
