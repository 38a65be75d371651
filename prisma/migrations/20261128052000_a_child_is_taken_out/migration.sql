-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);
