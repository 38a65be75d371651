-- CreateTable
CREATE TABLE "calendar_feed" (
    "practitioner_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("practitioner_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- One address a person; taking it back removes it.
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO marac_app;
