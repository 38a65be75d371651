-- AlterTable
ALTER TABLE "further_abuse_report" ADD COLUMN     "taken_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "taken_out_by_id" UUID,
ADD COLUMN     "taken_out_of_id" UUID,
ADD COLUMN     "taken_out_reason_id" UUID,
ADD COLUMN     "taken_out_repeat_id" UUID;
