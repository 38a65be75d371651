-- A meeting that was cancelled leaves its moment to another: fewer rows than before have to differ, so none can be in the way.
-- DropIndex
DROP INDEX "meeting_area_id_starts_at_key";

-- CreateIndex
CREATE UNIQUE INDEX "meeting_area_id_starts_at_key" ON "meeting"("area_id", "starts_at") WHERE (status <> 'cancelled');
