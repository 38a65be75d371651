-- AlterTable
ALTER TABLE "lone_assessment" ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "handed_over_at" TIMESTAMPTZ(3),
ADD COLUMN     "refusal_reason_id" UUID,
ADD COLUMN     "to_agency_id" UUID;

-- CreateIndex
CREATE INDEX "lone_assessment_to_agency_id_status_idx" ON "lone_assessment"("to_agency_id", "status");
