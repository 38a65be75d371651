-- AlterTable
ALTER TABLE "case" ADD COLUMN     "two_areas" BOOLEAN NOT NULL DEFAULT false;

-- What the facts on record say already.
UPDATE "case" SET "two_areas" = true WHERE "id" IN (SELECT "case_id" FROM "audit_event" WHERE "type" = 'twoAreasNoted');

-- CreateIndex
CREATE INDEX "case_two_areas_idx" ON "case"("area_id") WHERE (two_areas AND (stage = ANY (ARRAY['listed'::text, 'heard'::text])) AND (closed_at IS NULL) AND (NOT frozen));

-- CreateIndex
CREATE INDEX "case_perpetrator_id_idx" ON "case"("perpetrator_id");
