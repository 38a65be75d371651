-- AlterTable
ALTER TABLE "area_policy_entry" ADD COLUMN     "entered_by_id" UUID,
ADD COLUMN     "put_to_running" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- CreateTable
CREATE TABLE "calendar_entry" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "events" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replanning" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "because" TEXT NOT NULL,
    "undoes" BOOLEAN NOT NULL,
    "by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "replanning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replanning_matter" (
    "command_id" UUID NOT NULL,
    "replanning_id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "about" TEXT NOT NULL,

    CONSTRAINT "replanning_matter_pkey" PRIMARY KEY ("command_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_entry_version_key" ON "calendar_entry"("version");

-- CreateIndex
CREATE UNIQUE INDEX "replanning_change_id_undoes_key" ON "replanning"("change_id", "undoes");

-- CreateIndex
CREATE UNIQUE INDEX "replanning_matter_replanning_id_matter_id_key" ON "replanning_matter"("replanning_id", "matter_id");
