-- AlterTable
ALTER TABLE "case" ADD COLUMN     "reached_by" TEXT;

-- What the facts on record say already, counted from when another service took the case over, where one did.
UPDATE "case" c SET "reached_by" = CASE
  WHEN EXISTS (SELECT FROM "audit_event" e WHERE e.case_id = c.id AND e.seq > since.seq AND e.type = 'contactAttempted' AND e.data->>'result' = 'spoke') THEN 'call'
  WHEN (SELECT e.data->>'status' FROM "audit_event" e WHERE e.case_id = c.id AND e.seq > since.seq AND e.type = 'engagementRecorded' ORDER BY e.seq DESC LIMIT 1) <> 'unableToContact' THEN 'engagement'
END
FROM (SELECT k.id, COALESCE(MAX(e.seq), 0) AS seq FROM "case" k
  LEFT JOIN "audit_event" e ON e.case_id = k.id AND e.type = 'transferAccepted' AND e.data->>'previousIdvaServiceId' <> e.data->>'idvaServiceId'
  GROUP BY k.id) since
WHERE since.id = c.id;
