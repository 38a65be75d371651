-- CreateTable
CREATE TABLE "safe_contact_proposal" (
    "id" UUID NOT NULL,
    "victim_id" UUID NOT NULL,
    "from_case_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "by_case_id" UUID,

    CONSTRAINT "safe_contact_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "safe_contact_proposal_victim_id_idx" ON "safe_contact_proposal"("victim_id");

-- Part of the read model, like safe_contact: made again from the record.
GRANT SELECT, INSERT, UPDATE, DELETE ON safe_contact_proposal TO marac_app;
