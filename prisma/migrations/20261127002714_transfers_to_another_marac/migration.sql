-- AlterTable
ALTER TABLE "case" ADD COLUMN     "transferred_at" TIMESTAMPTZ(3),
ADD COLUMN     "transferred_from_id" UUID;

-- CreateTable
CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_area_id" UUID NOT NULL,
    "to_area_id" UUID,
    "outside_id" UUID,
    "status" TEXT NOT NULL,
    "reason_id" UUID NOT NULL,
    "pack" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer_id" UUID,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "transfer_case_id_idx" ON "transfer"("case_id");

-- CreateIndex
CREATE INDEX "transfer_to_area_id_status_idx" ON "transfer"("to_area_id", "status");

-- CreateIndex
CREATE INDEX "transfer_from_area_id_status_idx" ON "transfer"("from_area_id", "status");
