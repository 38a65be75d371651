-- AlterTable
ALTER TABLE "case" ADD COLUMN     "last_action_ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "meeting_on" DATE;

-- What the fold over the record would have written for the cases that stand already.
UPDATE "case" c SET "meeting_on" = m."on_date" FROM "meeting" m WHERE m."id" = c."meeting_id";
UPDATE "case" c SET "last_action_ended_at" = ended."at"
  FROM (SELECT "case_id", max("occurred_at") AS "at" FROM (
      SELECT DISTINCT ON ("case_id", "data"->>'actionId') "case_id", "occurred_at" FROM "audit_event"
      WHERE "type" IN ('actionCompleted', 'actionNotPossible', 'actionNotDone')
      ORDER BY "case_id", "data"->>'actionId', "seq") first_outcome GROUP BY "case_id") ended
  WHERE ended."case_id" = c."id";
UPDATE "case" SET "actions_ended_at" = greatest("heard_at", "last_action_ended_at") WHERE "actions_ended_at" IS NOT NULL;
