-- AlterTable
ALTER TABLE "case" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "child" ADD COLUMN     "parted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "case_merged_into_id_idx" ON "case"("merged_into_id");
