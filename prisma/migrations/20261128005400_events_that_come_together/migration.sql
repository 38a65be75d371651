-- AlterTable
ALTER TABLE "case" ADD COLUMN     "escalation_days" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "lone_assessment" ADD COLUMN     "escalation_days" TEXT[] DEFAULT ARRAY[]::TEXT[];
