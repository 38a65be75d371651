-- AlterTable
ALTER TABLE "case" ADD COLUMN     "with_idva" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "content_id" UUID,
ADD COLUMN     "instead_of_id" UUID,
ADD COLUMN     "reason_id" UUID,
ADD COLUMN     "refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_at" TIMESTAMPTZ(3),
ADD COLUMN     "settled_reason_id" UUID;
