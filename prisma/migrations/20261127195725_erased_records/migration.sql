-- AlterTable
ALTER TABLE "case" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- A case that has ended is parked too where the review of its record is.
DROP INDEX "case_parked_idx";

-- CreateIndex
CREATE INDEX "case_parked_idx" ON "case"("area_id") WHERE (parked);
