-- AlterTable
ALTER TABLE "case" ADD COLUMN     "schools_owed" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "child" ADD COLUMN     "authority_id" UUID,
ADD COLUMN     "of_school_age" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "school_at" TIMESTAMPTZ(3),
ADD COLUMN     "school_note_id" UUID,
ADD COLUMN     "school_result" TEXT,
ADD COLUMN     "services_by" TEXT;

-- CreateTable
CREATE TABLE "local_authority" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "childrens_services_id" UUID NOT NULL,

    CONSTRAINT "local_authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "covered_place" (
    "place" TEXT NOT NULL,
    "authority_id" UUID NOT NULL,

    CONSTRAINT "covered_place_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "school_year" (
    "id" UUID NOT NULL,
    "authority_id" UUID NOT NULL,
    "year" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "closed" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_by_id" UUID,

    CONSTRAINT "school_year_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "local_authority_code_key" ON "local_authority"("code");

-- CreateIndex
CREATE INDEX "covered_place_authority_id_idx" ON "covered_place"("authority_id");

-- CreateIndex
CREATE UNIQUE INDEX "school_year_authority_id_year_edition_key" ON "school_year"("authority_id", "year", "edition");

-- What was once entered of terms is never lost: dates were counted by it.
GRANT SELECT, INSERT, UPDATE, DELETE ON local_authority, covered_place TO marac_app;
GRANT SELECT, INSERT ON school_year TO marac_app;
REVOKE UPDATE, DELETE, TRUNCATE ON school_year FROM marac_app;
