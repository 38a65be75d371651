-- CreateTable
CREATE TABLE "outage" (
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outage_pkey" PRIMARY KEY ("from_at")
);

-- CreateTable
CREATE TABLE "outage_deadline" (
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "overdue_at" TIMESTAMPTZ(3) NOT NULL,
    "due" JSONB NOT NULL,

    CONSTRAINT "outage_deadline_pkey" PRIMARY KEY ("from_at","clock_id")
);

-- CreateIndex
CREATE INDEX "outage_deadline_overdue_at_clock_id_idx" ON "outage_deadline"("overdue_at", "clock_id");
