-- CreateIndex
CREATE INDEX "command_parked_idx" ON "command"("staged_at") WHERE (status = 'parked');

-- CreateIndex
CREATE INDEX "case_received_at_id_idx" ON "case"("received_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "case_unallocated_idx" ON "case"("area_id") WHERE ((adviser_id IS NULL) AND (support_ended_at IS NULL) AND (NOT frozen) AND (stage = ANY (ARRAY['received'::text, 'returned'::text, 'accepted'::text, 'graded'::text, 'listed'::text, 'heard'::text])) AND (ended_at IS NULL));

-- CreateIndex
CREATE INDEX "case_suspended_idx" ON "case"("area_id") WHERE (contact_suspended and not frozen and ended_at is null);

-- CreateIndex
CREATE INDEX "case_incomplete_idx" ON "case"("area_id") WHERE (stage = 'returned' and ended_at is null);

-- CreateIndex
CREATE INDEX "case_parked_idx" ON "case"("area_id") WHERE (parked and ended_at is null);

-- CreateIndex
CREATE INDEX "case_no_meeting_idx" ON "case"("area_id") WHERE ((meeting_id IS NULL) AND (ended_at IS NULL) AND ((stage = 'graded'::text) OR ((stage = ANY (ARRAY['received'::text, 'accepted'::text])) AND (repeat_of_id IS NOT NULL))));

-- CreateIndex
CREATE INDEX "case_before_a_meeting_idx" ON "case"("pair_id", "area_id") WHERE ((stage = ANY (ARRAY['listed'::text, 'heard'::text])) AND (closed_at IS NULL) AND (NOT frozen));

-- CreateIndex
CREATE INDEX "rung_nobody_told_idx" ON "rung"("clock_id") WHERE (NOT (recipients @? '$[*]?(@."role" != "systemAdministrator")'::jsonpath));
