-- CreateTable
CREATE TABLE "lone_assessment" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "victim_id" UUID NOT NULL,
    "perpetrator_id" UUID NOT NULL,
    "tool" TEXT NOT NULL,
    "tool_version" TEXT NOT NULL,
    "count" INTEGER,
    "police_grade" TEXT,
    "content_id" UUID,
    "grade" TEXT NOT NULL,
    "history" BOOLEAN NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "case_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "reason_id" UUID,
    "silent" BOOLEAN NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "last_hash" TEXT NOT NULL,
    "parked" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lone_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lone_assessment_pair_id_idx" ON "lone_assessment"("pair_id");

-- CreateIndex
CREATE INDEX "lone_assessment_area_id_taken_at_idx" ON "lone_assessment"("area_id", "taken_at");

-- CreateIndex
CREATE INDEX "lone_assessment_status_taken_at_id_idx" ON "lone_assessment"("status", "taken_at", "id");
