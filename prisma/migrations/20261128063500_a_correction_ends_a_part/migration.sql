-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "corrected_at" TIMESTAMPTZ(3);
