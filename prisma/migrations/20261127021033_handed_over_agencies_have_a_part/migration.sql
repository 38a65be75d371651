-- Whoever was handed something has a part in the case: what was handed over before gets one now.
INSERT INTO "case_agency" ("id", "case_id", "agency_id", "part")
SELECT DISTINCT ON (h."case_id", h."to_agency_id") h."id", h."case_id", h."to_agency_id", 'handover'
FROM "handover" h
ORDER BY h."case_id", h."to_agency_id", h."made_at", h."id"
ON CONFLICT DO NOTHING;
