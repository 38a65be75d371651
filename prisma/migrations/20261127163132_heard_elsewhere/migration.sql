-- AlterTable
ALTER TABLE "case" ADD COLUMN     "heard_elsewhere_id" UUID;
