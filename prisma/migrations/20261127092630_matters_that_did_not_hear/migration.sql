-- CreateTable
CREATE TABLE "unheard_matter" (
    "id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unheard_matter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "clock_next_rung_at_idx" ON "clock"("next_rung_at");

-- What the application may do with it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "unheard_matter" TO marac_app;
