-- AlterTable
ALTER TABLE "access_log" ADD COLUMN     "address" TEXT,
ADD COLUMN     "as_roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "entered_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "entered_in" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "row_ids" UUID[],
    "row_hashes" BYTEA NOT NULL,
    "last_in" xid8 NOT NULL,
    "last_id" UUID NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "audit_seal_kind_last_in_last_id_idx" ON "audit_seal"("kind", "last_in", "last_id");

-- CreateIndex
CREATE INDEX "access_log_at_id_idx" ON "access_log"("at", "id");

-- CreateIndex
CREATE INDEX "access_log_entered_in_id_idx" ON "access_log"("entered_in", "id");

-- CreateIndex
CREATE INDEX "audit_event_entered_in_id_idx" ON "audit_event"("entered_in", "id");

-- Which transaction a row was entered in is said by the database and by nobody else: it is the order in which rows are
-- sealed. Decisions are written with every column named, so a default would not be enough.
CREATE FUNCTION entered_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.entered_in := pg_current_xact_id();
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_event_entered BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION entered_now();
CREATE TRIGGER access_log_entered BEFORE INSERT ON access_log FOR EACH ROW EXECUTE FUNCTION entered_now();

-- Rights of the application: seals are added and read, never changed.
GRANT SELECT, INSERT ON audit_seal TO marac_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal FROM marac_app;
