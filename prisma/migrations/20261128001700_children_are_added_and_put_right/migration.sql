-- AlterTable
ALTER TABLE "child" ADD COLUMN     "added_at" TIMESTAMPTZ(3),
ADD COLUMN     "content_id" UUID;

-- CreateTable
CREATE TABLE "person_correction" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "replaces" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "match_keys" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_correction_person_id_idx" ON "person_correction"("person_id");

-- It is gone once it was applied, or with the person.
GRANT SELECT, INSERT, UPDATE, DELETE ON person_correction TO marac_app;
