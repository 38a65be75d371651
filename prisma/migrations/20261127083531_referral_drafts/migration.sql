-- CreateTable
CREATE TABLE "referral_draft" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "reference" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "referral_draft_practitioner_id_saved_at_idx" ON "referral_draft"("practitioner_id", "saved_at");

-- CreateIndex
CREATE INDEX "referral_draft_saved_at_idx" ON "referral_draft"("saved_at");

-- Saved, emptied when sent, and removed: it is no part of the record.
GRANT SELECT, INSERT, UPDATE, DELETE ON referral_draft TO marac_app;
