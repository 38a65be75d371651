-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "board" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_practitioner_id_board_name_key" ON "saved_view"("practitioner_id", "board", "name");

-- One's own to keep, to change and to remove: it is no part of the record.
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO marac_app;
