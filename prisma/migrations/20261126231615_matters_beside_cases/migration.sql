-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "about" TEXT DEFAULT 'case';

-- AlterTable
ALTER TABLE "clock" ADD COLUMN     "about" TEXT DEFAULT 'case';

-- AlterTable
ALTER TABLE "command" ADD COLUMN     "about" TEXT DEFAULT 'case',
ADD COLUMN     "cause_id" UUID;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "agenda_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "epoch" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "held_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_sent_at" TIMESTAMPTZ(3),
ADD COLUMN     "minutes_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "missing_services" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "parked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "quorate" BOOLEAN,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "silent" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "slot" TEXT;

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "about" TEXT DEFAULT 'case';

-- AlterTable
ALTER TABLE "rung" ADD COLUMN     "about" TEXT DEFAULT 'case';

-- CreateTable
CREATE TABLE "research_request" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "case_ids" UUID[],
    "urgent" BOOLEAN NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "silent_on" UUID[],

    CONSTRAINT "research_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "research_return" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "content_id" UUID,
    "returned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "research_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_at_meeting" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "taken" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "case_at_meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_table" (
    "id" UUID NOT NULL,
    "attendees" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_table_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_minutes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content_id" UUID,
    "reason_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_minutes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "research_request_meeting_id_agency_id_key" ON "research_request"("meeting_id", "agency_id");

-- CreateIndex
CREATE INDEX "research_return_meeting_id_idx" ON "research_return"("meeting_id");

-- CreateIndex
CREATE INDEX "case_at_meeting_meeting_id_case_id_idx" ON "case_at_meeting"("meeting_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_minutes_meeting_id_version_key" ON "meeting_minutes"("meeting_id", "version");

-- CreateIndex
CREATE INDEX "command_cause_id_idx" ON "command"("cause_id");
