-- CreateTable
CREATE TABLE "page_session" (
    "token_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "form_token" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "held_form" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_form_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "page_session_subject_idx" ON "page_session"("subject");

-- CreateIndex
CREATE INDEX "page_session_began_at_idx" ON "page_session"("began_at");

-- CreateIndex
CREATE INDEX "held_form_held_at_idx" ON "held_form"("held_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON page_session, held_form TO marac_app;
