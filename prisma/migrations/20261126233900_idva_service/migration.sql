-- AlterTable
ALTER TABLE "case" ADD COLUMN     "abuse_stopped" TEXT,
ADD COLUMN     "advisers" JSONB,
ADD COLUMN     "felt_safer" TEXT,
ADD COLUMN     "first_engaged_at" TIMESTAMPTZ(3),
ADD COLUMN     "support_end" TEXT,
ADD COLUMN     "without_plan" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "contact_attempt" ADD COLUMN     "reason_id" UUID;

-- CreateTable
CREATE TABLE "adviser_profile" (
    "practitioner_id" UUID NOT NULL,
    "fte_percent" INTEGER NOT NULL,
    "kinds" TEXT[],
    "languages" TEXT[],
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adviser_profile_pkey" PRIMARY KEY ("practitioner_id")
);

-- CreateTable
CREATE TABLE "caseload_handover" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "caseload_handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "caseload_handover_case" (
    "command_id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "caseload_handover_case_pkey" PRIMARY KEY ("command_id")
);

-- CreateTable
CREATE TABLE "case_adviser" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "adviser_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "over_capacity" BOOLEAN NOT NULL,
    "content_id" UUID,
    "allocated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_adviser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_plan" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject_ids" UUID[],
    "seq" INTEGER NOT NULL,
    "by_id" UUID,
    "content_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_plan_review" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "content_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_plan_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_review" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "assessment_id" UUID,
    "change" TEXT NOT NULL,
    "count_before" INTEGER,
    "count_now" INTEGER,
    "content_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "victim_view" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "content_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "victim_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "caseload_handover_service_id_made_at_idx" ON "caseload_handover"("service_id", "made_at");

-- CreateIndex
CREATE UNIQUE INDEX "caseload_handover_case_handover_id_case_id_kind_key" ON "caseload_handover_case"("handover_id", "case_id", "kind");

-- CreateIndex
CREATE INDEX "case_adviser_case_id_idx" ON "case_adviser"("case_id");

-- CreateIndex
CREATE INDEX "case_adviser_adviser_id_ended_at_idx" ON "case_adviser"("adviser_id", "ended_at");

-- CreateIndex
CREATE INDEX "safety_plan_case_id_idx" ON "safety_plan"("case_id");

-- CreateIndex
CREATE INDEX "safety_plan_review_case_id_idx" ON "safety_plan_review"("case_id");

-- CreateIndex
CREATE INDEX "risk_review_case_id_idx" ON "risk_review"("case_id");

-- CreateIndex
CREATE INDEX "victim_view_case_id_idx" ON "victim_view"("case_id");

-- CreateIndex
CREATE INDEX "absence_cover_id_idx" ON "absence"("cover_id");

-- CreateIndex
CREATE INDEX "clock_agency_id_owner_id_status_overdue_at_id_idx" ON "clock"("agency_id", "owner_id", "status", "overdue_at", "id");

-- CreateIndex
CREATE INDEX "clock_area_id_agency_id_owner_id_status_overdue_at_id_idx" ON "clock"("area_id", "agency_id", "owner_id", "status", "overdue_at", "id");

-- Whoever advises now has the place of a community adviser, as the record of before is read (`seatBeforeKinds`).
UPDATE "case" SET advisers = CASE WHEN adviser_id IS NULL THEN '{}' ELSE jsonb_build_object('community',
  jsonb_build_object('adviserId', adviser_id, 'allocationId', left(id::text, 32) || 'fffe')) END;
INSERT INTO case_adviser (id, case_id, adviser_id, kind, over_capacity, allocated_at)
SELECT (left(c.id::text, 32) || 'fffe')::uuid, c.id, c.adviser_id, 'community', false,
  coalesce((SELECT max(e.occurred_at) FROM audit_event e WHERE e.case_id = c.id AND e.type = 'adviserAllocated'), c.received_at)
FROM "case" c WHERE c.adviser_id IS NOT NULL;

-- The new tables are the application's to write: default privileges of the owner give it its rights.
