-- AlterTable
ALTER TABLE "live_date" ADD COLUMN     "adjourned_because" TEXT,
ADD COLUMN     "adjourned_from_id" UUID,
ADD COLUMN     "adjourned_to_id" UUID,
ADD COLUMN     "agency_id" UUID,
ADD COLUMN     "authorised_by" TEXT,
ADD COLUMN     "companion_ids" JSONB,
ADD COLUMN     "conditions" JSONB,
ADD COLUMN     "end_content_id" UUID,
ADD COLUMN     "proceeding_id" UUID,
ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "starts_at" TIMESTAMPTZ(3),
ADD COLUMN     "told_at" TIMESTAMPTZ(3),
ADD COLUMN     "told_result" TEXT;

-- CreateTable
CREATE TABLE "proceeding" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "specialist" BOOLEAN NOT NULL,
    "started_on" DATE NOT NULL,
    "outcome" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "content_id" UUID,

    CONSTRAINT "proceeding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "proceeding_id" UUID NOT NULL,
    "milestone" TEXT NOT NULL,
    "result" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "content_id" UUID,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "breach" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "live_date_id" UUID NOT NULL,
    "conditions" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "content_id" UUID NOT NULL,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proceeding_case_id_idx" ON "proceeding"("case_id");

-- CreateIndex
CREATE INDEX "milestone_case_id_idx" ON "milestone"("case_id");

-- CreateIndex
CREATE INDEX "breach_case_id_idx" ON "breach"("case_id");

-- Read model only: a rebuild deletes and writes these rows again.
GRANT SELECT, INSERT, UPDATE, DELETE ON proceeding, milestone, breach TO marac_app;
