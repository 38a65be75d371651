-- The board of what is overdue, read in groups of a kind of duty and by how far ladders are.
CREATE INDEX "clock_running_kind_idx" ON "clock"("kind", "overdue_at", "id") WHERE (status = 'running');
CREATE INDEX "clock_running_rungs_idx" ON "clock"("rungs_fired" DESC, "overdue_at", "id") WHERE (status = 'running');
