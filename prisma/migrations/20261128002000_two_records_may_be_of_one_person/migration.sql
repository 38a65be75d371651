-- Two records of people that may be of one person: found when the second is made, asked about in a case, decided by somebody.
CREATE TABLE "likely_match" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "known_id" UUID NOT NULL,
    "reasons" TEXT[],
    "noted_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "by_case_id" UUID,

    CONSTRAINT "likely_match_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "likely_match_person_id_known_id_key" ON "likely_match"("person_id", "known_id");
CREATE INDEX "likely_match_known_id_idx" ON "likely_match"("known_id");

-- Every two records that were decided to be of one person, in both directions and through each other.
CREATE TABLE "same_person" (
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,

    CONSTRAINT "same_person_pkey" PRIMARY KEY ("person_id","other_id")
);

-- Kept by the database, so that a decision, its undoing and a rebuild all lead to the same.
CREATE FUNCTION join_same_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE together UUID[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.answer IS NULL THEN RETURN NULL; END IF;
  ELSIF OLD.answer IS NOT DISTINCT FROM NEW.answer THEN RETURN NULL;
  END IF;
  -- One after the other: two decisions at once might each miss whom the other joins.
  PERFORM pg_advisory_xact_lock(hashtextextended('same_person', 4));
  SELECT array_agg(DISTINCT id) INTO together FROM (
    SELECT unnest(ARRAY[NEW.person_id, NEW.known_id]) AS id
    UNION SELECT other_id FROM same_person WHERE person_id IN (NEW.person_id, NEW.known_id)) everybody;
  DELETE FROM same_person WHERE person_id = ANY(together);
  INSERT INTO same_person (person_id, other_id)
    WITH RECURSIVE bond AS (
      SELECT person_id AS one, known_id AS other FROM likely_match
        WHERE answer = 'same' AND (person_id = ANY(together) OR known_id = ANY(together))
      UNION SELECT known_id, person_id FROM likely_match
        WHERE answer = 'same' AND (person_id = ANY(together) OR known_id = ANY(together))),
    reach AS (SELECT one, other FROM bond UNION SELECT reach.one, bond.other FROM reach JOIN bond ON bond.one = reach.other)
    SELECT one, other FROM reach WHERE one <> other;
  RETURN NULL;
END $$;
CREATE TRIGGER likely_match_decided AFTER INSERT OR UPDATE ON likely_match
  FOR EACH ROW EXECUTE FUNCTION join_same_people();

-- Whose cases are kept from whom: the deny list, for every record of the same person; and already for records of which nobody has
-- decided yet, because what was shown cannot be taken back.
CREATE VIEW "denied_person" AS
  SELECT person_id, practitioner_id FROM deny_entry
  UNION ALL SELECT s.other_id, d.practitioner_id FROM deny_entry d JOIN same_person s ON s.person_id = d.person_id
  UNION ALL SELECT m.known_id, d.practitioner_id FROM deny_entry d JOIN likely_match m ON m.person_id = d.person_id
    WHERE m.answer IS NULL AND m.noted_at IS NOT NULL
  UNION ALL SELECT m.person_id, d.practitioner_id FROM deny_entry d JOIN likely_match m ON m.known_id = d.person_id
    WHERE m.answer IS NULL AND m.noted_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON likely_match, same_person TO marac_app;
GRANT SELECT ON denied_person TO marac_app;
