-- The hand-over of a case to another service, and the cases that the IDVA service still has because nobody else has taken them on.
ALTER TABLE "case" ADD COLUMN "handed_over_id" UUID;

-- Cases that were handed over by the release before: whoever was handed them last and has not said that they take them on.
UPDATE "case" c SET handed_over_id = h.id, with_idva = h.acknowledged_at IS NULL
FROM (SELECT DISTINCT ON (case_id) id, case_id, to_agency_id, acknowledged_at FROM "handover"
  WHERE kind = 'standardRisk' ORDER BY case_id, made_at DESC, id DESC) h
WHERE h.case_id = c.id AND c.stage = 'handedOver' AND h.to_agency_id <> c.idva_service_id;

DROP INDEX "case_unallocated_idx";
CREATE INDEX "case_unallocated_idx" ON "case"("area_id") WHERE ((adviser_id IS NULL) AND (support_ended_at IS NULL) AND (NOT frozen) AND ((stage = ANY (ARRAY['received'::text, 'returned'::text, 'accepted'::text, 'graded'::text, 'listed'::text, 'heard'::text])) OR ((stage = 'handedOver'::text) AND with_idva)) AND (ended_at IS NULL));
