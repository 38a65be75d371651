-- AlterTable
ALTER TABLE "further_abuse_report" ADD COLUMN     "settled_as" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "settled_reason_id" UUID;
