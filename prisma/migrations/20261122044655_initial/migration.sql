-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "childrens_services_id" UUID NOT NULL,
    "idva_service_id" UUID NOT NULL,
    "standard_risk_service_id" UUID NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_policy_entry" (
    "id" UUID NOT NULL,
    "area_id" UUID,
    "version" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "patch" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "area_policy_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practitioner" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "practitioner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "area_id" UUID,
    "agency_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "cover_id" UUID,
    "from_date" DATE NOT NULL,
    "until_date" DATE NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_key" (
    "subject_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_key_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "match_keys" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair" (
    "id" UUID NOT NULL,
    "victim_id" UUID NOT NULL,
    "perpetrator_id" UUID NOT NULL,
    "relationship" TEXT NOT NULL,

    CONSTRAINT "pair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "command_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safe_contact" (
    "victim_id" UUID NOT NULL,
    "content_id" UUID,
    "suspended_at" TIMESTAMPTZ(3),
    "by_case_id" UUID,

    CONSTRAINT "safe_contact_pkey" PRIMARY KEY ("victim_id")
);

-- CreateTable
CREATE TABLE "deny_entry" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "content_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deny_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_precision" TEXT NOT NULL,
    "expected_revision" INTEGER,
    "status" TEXT NOT NULL,
    "answer" JSONB,
    "staged_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "type_version" INTEGER NOT NULL,
    "actor_id" UUID,
    "command_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_precision" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "policy_version" TEXT NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "case_id" UUID,
    "outcome" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "area_id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "victim_id" UUID NOT NULL,
    "perpetrator_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "last_hash" TEXT NOT NULL,
    "silent" BOOLEAN NOT NULL,
    "adopted" BOOLEAN NOT NULL,
    "frozen" BOOLEAN NOT NULL DEFAULT false,
    "legal_hold" BOOLEAN NOT NULL DEFAULT false,
    "parked" BOOLEAN NOT NULL DEFAULT false,
    "route" TEXT NOT NULL,
    "assessed_count" INTEGER,
    "assessed_grade" TEXT,
    "grade" TEXT,
    "repeat_of_id" UUID,
    "referrer_id" UUID NOT NULL,
    "idva_service_id" UUID NOT NULL,
    "adviser_id" UUID,
    "engagement" TEXT NOT NULL DEFAULT 'none',
    "contact_suspended" BOOLEAN NOT NULL DEFAULT false,
    "deferrals" INTEGER NOT NULL DEFAULT 0,
    "open_action_ids" UUID[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "plan_reviewed" BOOLEAN NOT NULL DEFAULT false,
    "child_count" INTEGER NOT NULL,
    "statistics" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "screened_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "first_attempt_at" TIMESTAMPTZ(3),
    "first_spoke_at" TIMESTAMPTZ(3),
    "listed_at" TIMESTAMPTZ(3),
    "meeting_id" UUID,
    "heard_at" TIMESTAMPTZ(3),
    "heard_meeting_id" UUID,
    "actions_ended_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "support_ended_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "flag_ends_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_agency" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "part" TEXT NOT NULL,

    CONSTRAINT "case_agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "tool" TEXT NOT NULL,
    "tool_version" TEXT NOT NULL,
    "count" INTEGER,
    "police_grade" TEXT,
    "content_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_override" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_grade" TEXT NOT NULL,
    "to_grade" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID,
    "age_band" TEXT NOT NULL,
    "services_id" UUID NOT NULL,
    "notification_id" UUID,
    "already_sent" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to_agency_id" UUID NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "owner_id" UUID,
    "risk_code" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "meeting_id" UUID,
    "revision" INTEGER NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_content_id" UUID,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "anchor_at" TIMESTAMPTZ(3) NOT NULL,
    "overdue_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "next_rung_at" TIMESTAMPTZ(3),
    "rungs_fired" INTEGER NOT NULL DEFAULT 0,
    "agency_id" UUID,
    "owner_id" UUID,
    "silent" BOOLEAN NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rung" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "clock_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "rung" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "noted" INTEGER[],
    "recipients" JSONB NOT NULL,

    CONSTRAINT "rung_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_attempt" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "content_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_date" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "watched_by_id" UUID,
    "content_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_date_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "on_date" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "cut_off_on" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "overflow" BOOLEAN NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "attendance" JSONB,
    "content_id" UUID,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag" (
    "pair_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ends_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "flag_pkey" PRIMARY KEY ("pair_id")
);

-- CreateTable
CREATE TABLE "further_abuse_report" (
    "id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "incident_at" TIMESTAMPTZ(3) NOT NULL,
    "pair_id" UUID,
    "case_id" UUID,
    "new_case_id" UUID,
    "status" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "further_abuse_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "case_id" UUID,
    "clock_id" UUID,
    "recipient_id" UUID NOT NULL,
    "as_role" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "message_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeat" (
    "process" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("process")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE UNIQUE INDEX "area_policy_entry_version_key" ON "area_policy_entry"("version");

-- CreateIndex
CREATE UNIQUE INDEX "agency_code_key" ON "agency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "practitioner_subject_key" ON "practitioner"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_practitioner_id_role_area_id_agency_id_key" ON "appointment"("practitioner_id", "role", "area_id", "agency_id");

-- CreateIndex
CREATE INDEX "absence_practitioner_id_idx" ON "absence"("practitioner_id");

-- CreateIndex
CREATE INDEX "person_match_keys_idx" ON "person" USING GIN ("match_keys");

-- CreateIndex
CREATE INDEX "pair_perpetrator_id_idx" ON "pair"("perpetrator_id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_victim_id_perpetrator_id_key" ON "pair"("victim_id", "perpetrator_id");

-- CreateIndex
CREATE INDEX "content_subject_id_idx" ON "content"("subject_id");

-- CreateIndex
CREATE INDEX "content_command_id_idx" ON "content"("command_id");

-- CreateIndex
CREATE INDEX "deny_entry_practitioner_id_idx" ON "deny_entry"("practitioner_id");

-- CreateIndex
CREATE UNIQUE INDEX "deny_entry_person_id_practitioner_id_key" ON "deny_entry"("person_id", "practitioner_id");

-- CreateIndex
CREATE INDEX "command_case_id_idx" ON "command"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "command_actor_id_route_key_key" ON "command"("actor_id", "route", "key");

-- CreateIndex
CREATE INDEX "audit_event_command_id_idx" ON "audit_event"("command_id");

-- CreateIndex
CREATE INDEX "audit_event_recorded_at_idx" ON "audit_event"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_case_id_seq_key" ON "audit_event"("case_id", "seq");

-- CreateIndex
CREATE INDEX "access_log_case_id_at_idx" ON "access_log"("case_id", "at");

-- CreateIndex
CREATE INDEX "access_log_actor_id_at_idx" ON "access_log"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "case_reference_key" ON "case"("reference");

-- CreateIndex
CREATE INDEX "case_pair_id_received_at_idx" ON "case"("pair_id", "received_at");

-- CreateIndex
CREATE INDEX "case_victim_id_idx" ON "case"("victim_id");

-- CreateIndex
CREATE INDEX "case_area_id_stage_received_at_idx" ON "case"("area_id", "stage", "received_at");

-- CreateIndex
CREATE INDEX "case_adviser_id_idx" ON "case"("adviser_id");

-- CreateIndex
CREATE INDEX "case_heard_at_idx" ON "case"("heard_at");

-- CreateIndex
CREATE INDEX "case_agency_agency_id_idx" ON "case_agency"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_agency_case_id_agency_id_part_key" ON "case_agency"("case_id", "agency_id", "part");

-- CreateIndex
CREATE INDEX "assessment_case_id_idx" ON "assessment"("case_id");

-- CreateIndex
CREATE INDEX "grade_override_case_id_idx" ON "grade_override"("case_id");

-- CreateIndex
CREATE INDEX "child_case_id_idx" ON "child"("case_id");

-- CreateIndex
CREATE INDEX "handover_case_id_idx" ON "handover"("case_id");

-- CreateIndex
CREATE INDEX "action_case_id_idx" ON "action"("case_id");

-- CreateIndex
CREATE INDEX "action_agency_id_status_idx" ON "action"("agency_id", "status");

-- CreateIndex
CREATE INDEX "clock_case_id_idx" ON "clock"("case_id");

-- CreateIndex
CREATE INDEX "clock_subject_id_idx" ON "clock"("subject_id");

-- CreateIndex
CREATE INDEX "clock_status_overdue_at_id_idx" ON "clock"("status", "overdue_at", "id");

-- CreateIndex
CREATE INDEX "clock_area_id_status_overdue_at_id_idx" ON "clock"("area_id", "status", "overdue_at", "id");

-- CreateIndex
CREATE INDEX "clock_agency_id_status_overdue_at_id_idx" ON "clock"("agency_id", "status", "overdue_at", "id");

-- CreateIndex
CREATE INDEX "clock_owner_id_status_overdue_at_id_idx" ON "clock"("owner_id", "status", "overdue_at", "id");

-- CreateIndex
CREATE INDEX "clock_kind_ended_at_idx" ON "clock"("kind", "ended_at");

-- CreateIndex
CREATE INDEX "rung_case_id_idx" ON "rung"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "rung_clock_id_round_rung_key" ON "rung"("clock_id", "round", "rung");

-- CreateIndex
CREATE INDEX "contact_attempt_case_id_idx" ON "contact_attempt"("case_id");

-- CreateIndex
CREATE INDEX "live_date_case_id_idx" ON "live_date"("case_id");

-- CreateIndex
CREATE INDEX "live_date_status_at_idx" ON "live_date"("status", "at");

-- CreateIndex
CREATE INDEX "meeting_area_id_on_date_idx" ON "meeting"("area_id", "on_date");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_area_id_starts_at_key" ON "meeting"("area_id", "starts_at");

-- CreateIndex
CREATE INDEX "listing_meeting_id_status_idx" ON "listing"("meeting_id", "status");

-- CreateIndex
CREATE INDEX "listing_case_id_idx" ON "listing"("case_id");

-- CreateIndex
CREATE INDEX "further_abuse_report_status_idx" ON "further_abuse_report"("status");

-- CreateIndex
CREATE UNIQUE INDEX "further_abuse_report_reporter_id_key_key" ON "further_abuse_report"("reporter_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "notice_key_key" ON "notice"("key");

-- CreateIndex
CREATE INDEX "notice_status_not_before_idx" ON "notice"("status", "not_before");

-- CreateIndex
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");

-- CreateIndex
CREATE INDEX "notice_clock_id_idx" ON "notice"("clock_id");

-- Who may do what. The owner migrates; the application reads and writes, and never changes what was recorded:
-- the audit and the access log only grow, in whoever's hands the application may fall.
GRANT USAGE ON SCHEMA public TO marac_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO marac_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event, access_log FROM marac_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO marac_app;
