-- AlterTable
ALTER TABLE "command" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 1;
