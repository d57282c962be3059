-- agencies.0001_initial
-- accounts.0001_initial
-- account.0001_initial
-- account.0002_email_max_length
-- account.0003_alter_emailaddress_create_unique_verified_email
-- account.0004_alter_emailaddress_drop_unique_email
-- account.0005_emailaddress_idx_upper_email
-- account.0006_emailaddress_lower
-- account.0007_emailaddress_idx_email
-- account.0008_emailaddress_unique_primary_email_fixup
-- account.0009_emailaddress_unique_primary_email
-- accounts.0002_hold_periods_apart
-- accounts.0003_keep_last_totp_counter
-- accounts.0004_let_citizens_sign_in
-- agencies.0002_hold_periods_apart
-- agencies.0003_units_come_after_units
-- agencies.0004_say_how_to_reach_an_agency
-- agencies.0005_let_others_join_a_desk
-- audit.0001_initial
-- audit.0002_refuse_changes
-- contenttypes.0001_initial
-- contenttypes.0002_remove_content_type_name
-- auth.0001_initial
-- auth.0002_alter_permission_name_max_length
-- auth.0003_alter_user_email_max_length
-- auth.0004_alter_user_username_opts
-- auth.0005_alter_user_last_login_null
-- auth.0006_require_contenttypes_0002
-- auth.0007_alter_validators_add_error_messages
-- auth.0008_alter_user_username_max_length
-- auth.0009_alter_user_last_name_max_length
-- auth.0010_alter_group_name_max_length
-- auth.0011_update_proxy_permissions
-- auth.0012_alter_user_first_name_max_length
-- availability.0001_initial
-- axes.0001_initial
-- axes.0002_auto_20151217_2044
-- axes.0003_auto_20160322_0929
-- axes.0004_auto_20181024_1538
-- axes.0005_remove_accessattempt_trusted
-- axes.0006_remove_accesslog_trusted
-- axes.0007_alter_accessattempt_unique_together
-- axes.0008_accessfailurelog
-- axes.0009_add_session_hash
-- axes.0010_accessattemptexpiration
-- procedures.0001_initial
-- procedures.0002_hold_version_periods_apart
-- procedures.0003_freeze_published_versions
-- procedures.0004_tell_of_life_events
-- ledger.0001_initial
-- eforms.0001_initial
-- eforms.0002_keep_what_was_published
-- dossiers.0001_initial
-- dossiers.0002_hold_patterns_apart
-- dossiers.0003_search_by_parts_of_words
-- dossiers.0004_carry_the_whole_life
-- dossiers.0005_keep_registers_by_year
-- dossiers.0006_run_acts_in_bulk
-- dossiers.0007_save_views_and_ask_bulk_once
-- dossiers.0008_keep_lists_that_pass_hands
-- dossiers.0009_let_bulk_acts_differ
-- dossiers.0010_print_papers_of_many
-- dossiers.0011_count_stays_and_tallies
-- dossiers.0014_export_lists_by_pieces
-- dossiers.0015_find_by_words
-- dossiers.0016_serve_each_list
-- dossiers.0017_follow_changes_in_runs
-- dossiers.0018_estimate_what_is_open
-- dossiers.0019_tell_by_whom_from_the_index
-- dossiers.0020_read_open_work_of_a_unit_alone
-- dossiers.0021_know_that_units_have_one_agency
-- dossiers.0022_keep_what_was_declared
-- citizens.0001_initial
-- dossiers.0023_let_citizens_follow
-- dossiers.0024_tell_what_is_partly_answered
-- dossiers.0030_wait_for_companions
-- dossiers.0031_pass_from_hand_to_hand
-- dossiers.0032_find_what_is_away
-- dossiers.0033_find_when_dossiers_changed_hands
-- books.0001_initial
-- books.0002_keep_what_was_posted
-- books.0003_keep_a_share
-- books.0004_sum_by_index
-- certifications.0001_initial
-- certifications.0002_keep_what_was_entered
-- citizens.0002_hold_periods_apart
-- citizens.0003_keep_identity
-- citizens.0004_agree_to_what_is_asked
-- citizens.0005_confirm_organizations
-- django_tasks_database.0001_initial
-- django_tasks_database.0002_alter_dbtaskresult_options
-- django_tasks_database.0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at
-- django_tasks_database.0004_dbtaskresult_started_at
-- django_tasks_database.0005_alter_dbtaskresult_priority_and_more
-- django_tasks_database.0006_alter_dbtaskresult_args_kwargs_and_more
-- django_tasks_database.0007_add_separate_results_fields
-- django_tasks_database.0008_separate_results_field
-- django_tasks_database.0009_remove_results_field
-- django_tasks_database.0010_alter_dbtaskresult_status
-- django_tasks_database.0011_rename_complete_status
-- django_tasks_database.0012_add_separate_exception_fields
-- django_tasks_database.0013_separate_exception_fields
-- django_tasks_database.0014_remove_dbtaskresult_exception_data
-- django_tasks_database.0015_correctly_order_run_after
-- django_tasks_database.0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more
-- django_tasks_database.0017_dbtaskresult_metadata
-- django_tasks_database.0018_rename_succeeded_status
-- django_tasks_database.0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more
-- django_tasks_database.0020_update_db_task_result_ordering
-- django_tasks_database.0021_conditional_partial_index_ordering
-- documents.0001_initial
-- documents.0002_refuse_change
-- documents.0003_let_citizens_upload
-- dossiers.0034_settle_fees_by_proof
-- eforms.0003_keep_drafts
-- exchange.0001_initial
-- exchange.0002_keep_what_is_sent_whole
-- exchange.0003_pair_offers_of_both_sides
-- feedback.0001_initial
-- feedback.0002_keep_what_was_said
-- feedback.0003_set_terms_and_post_stamps
-- feedback.0004_know_what_was_late_then
-- feedback.0005_close_figures
-- interlinked.0001_initial
-- interlinked.0002_freeze_published_versions
-- filing.0001_initial
-- filing.0002_a_draft_of_a_group
-- ledger.0002_refuse_change
-- mfa.0001_initial
-- mfa.0002_authenticator_timestamps
-- mfa.0003_authenticator_type_uniq
-- notices.0001_initial
-- notices.0002_hold_periods_apart
-- notices.0003_begin_where_the_ledger_ends
-- notices.0004_tell_in_accounts
-- notices.0005_tell_of_messages
-- notices.0006_tell_of_money
-- notices.0007_tell_of_feedback
-- notices.0008_tell_of_fees
-- papers.0001_initial
-- papers.0002_hold_periods_apart
-- payments.0001_initial
-- payments.0002_keep_what_was_booked
-- payments.0003_post_what_was_booked
-- payments.0004_pay_without_cash
-- payments.0005_keep_what_came
-- payments.0006_keep_card_slips
-- payments.0007_read_long_statements
-- payments.0008_find_receipts_of_a_day
-- procedures.0005_say_when_a_fee_is_asked_for
-- processes.0001_initial
-- processes.0002_keep_what_was_published
-- processes.0003_keep_what_a_file_replaced
-- reconciliation.0001_initial
-- reconciliation.0002_keep_what_was_found
-- reports.0001_initial
-- reports.0002_keep_what_was_told
-- reports.0003_publish_figures_of_procedures
-- reports.0004_publish_promises
-- reports.0005_tell_what_citizens_say
-- reports.0006_hold_back_figures_of_the_few
-- sessions.0001_initial
-- settlements.0001_initial
-- settlements.0002_keep_what_was_refunded
-- settlements.0003_settle_with_the_agencies
-- settlements.0004_keep_what_was_settled
-- surveys.0001_initial
-- surveys.0002_keep_answers_apart
-- surveys.0003_compare_ages
-- workflow.0001_initial
-- workflow.0002_know_who_asked
-- workflow.0003_try_a_process
-- workflow.0004_count_time_spent
-- worktime.0001_initial
-- worktime.0002_hold_periods_apart
;

CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);

CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "accounts_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "token_digest" varchar(64) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "last_used_at" datetime NULL, "revoked_at" datetime NULL, "holding_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "accounts_holding" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "position_id" bigint NOT NULL REFERENCES "agencies_position" ("id") DEFERRABLE INITIALLY DEFERRED, "officer_id" bigint NOT NULL REFERENCES "accounts_officer" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "holding_start" UNIQUE ("officer_id", "position_id", "valid_from"), CONSTRAINT "holding_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "accounts_holdingrole" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "role" varchar(20) NOT NULL, "holding_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "holding_role_start" UNIQUE ("holding_id", "role", "valid_from"), CONSTRAINT "holding_role_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "accounts_officer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "full_name" varchar(120) NOT NULL, "full_name_key" varchar(120) NOT NULL, "phone" varchar(20) NOT NULL, "email" varchar(120) NOT NULL, "employment_kind" varchar(20) NOT NULL, "user_id" bigint NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "officer_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "accounts_passwordhistory" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "set_at" datetime NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "accounts_standin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" datetime NOT NULL, "valid_until" datetime NOT NULL, "reason" varchar(250) NOT NULL, "absent_holding_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "stand_in_officer_id" bigint NOT NULL REFERENCES "accounts_officer" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stand_in_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "username" varchar(60) NOT NULL UNIQUE, "display_name" varchar(120) NOT NULL, "kind" varchar(10) NOT NULL, "is_active" bool NOT NULL, "disabled_at" datetime NULL, "disabled_reason" varchar(20) NOT NULL, "must_change_password" bool NOT NULL, "password_changed_at" datetime NULL, "created_at" datetime NOT NULL, "last_totp_counter" bigint NULL);

CREATE TABLE "accounts_usersession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(43) NOT NULL UNIQUE, "opened_at" datetime NOT NULL, "last_seen_at" datetime NOT NULL, "address" varchar(45) NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "agencies_administrativelevel" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "code" varchar(20) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "rank" smallint NOT NULL, CONSTRAINT "level_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_agency" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "slug" varchar(80) NOT NULL UNIQUE, CONSTRAINT "agency_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_agencycode" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "scheme" varchar(10) NOT NULL, "code" varchar(50) NOT NULL, "source" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "agency_code_start" UNIQUE ("agency_id", "scheme", "valid_from"), CONSTRAINT "agency_code_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_agencysuccession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "is_default" bool NOT NULL, "effective_date" date NOT NULL, "basis" varchar(250) NOT NULL, "predecessor_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "successor_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "succession_once" UNIQUE ("predecessor_id", "successor_id", "effective_date"), CONSTRAINT "succession_of_another" CHECK (NOT ("predecessor_id" = ("successor_id"))));

CREATE TABLE "agencies_agencyversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "name" varchar(200) NOT NULL, "short_name" varchar(80) NOT NULL, "superior_name" varchar(200) NOT NULL, "place_name" varchar(80) NOT NULL, "address" varchar(250) NOT NULL, "phone" varchar(40) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "level_id" bigint NOT NULL REFERENCES "agencies_administrativelevel" ("id") DEFERRABLE INITIALLY DEFERRED, "parent_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "directions" varchar(500) NOT NULL, "feedback_to" varchar(200) NOT NULL, "feedback_address" varchar(250) NOT NULL, "feedback_phone" varchar(40) NOT NULL, "feedback_email" varchar(120) NOT NULL, CONSTRAINT "agency_version_start" UNIQUE ("agency_id", "valid_from"), CONSTRAINT "agency_not_own_parent" CHECK (NOT ("parent_id" = ("agency_id") AND "parent_id" IS NOT NULL)), CONSTRAINT "agency_version_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_counter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "number" smallint NOT NULL, "name" varchar(120) NOT NULL, "desk_id" bigint NOT NULL REFERENCES "agencies_onestopdesk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "counter_start" UNIQUE ("desk_id", "number", "valid_from"), CONSTRAINT "counter_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_deskmember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "sector" varchar(10) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "desk_id" bigint NOT NULL REFERENCES "agencies_onestopdesk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "desk_member_start" UNIQUE ("desk_id", "agency_id", "valid_from"), CONSTRAINT "desk_member_sector_known" CHECK ("sector" IN ('POLICE', 'INSURANCE', 'TAX', 'MILITARY', 'OTHER')), CONSTRAINT "desk_member_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_deskname" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "name" varchar(200) NOT NULL, "kind" varchar(20) NOT NULL, "desk_id" bigint NOT NULL REFERENCES "agencies_onestopdesk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "desk_name_start" UNIQUE ("desk_id", "valid_from"), CONSTRAINT "desk_name_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_onestopdesk" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "slug" varchar(80) NOT NULL UNIQUE, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "desk_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_position" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "slug" varchar(80) NOT NULL, "title" varchar(120) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "position_of_agency" UNIQUE ("agency_id", "slug"), CONSTRAINT "position_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_unit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "slug" varchar(80) NOT NULL, "name" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unit_of_agency" UNIQUE ("agency_id", "slug"), CONSTRAINT "unit_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_unitsector" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "sector_code" varchar(60) NOT NULL, "unit_id" bigint NOT NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unit_sector_start" UNIQUE ("unit_id", "sector_code", "valid_from"), CONSTRAINT "unit_sector_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "agencies_unitsuccession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "effective_date" date NOT NULL, "predecessor_id" bigint NOT NULL UNIQUE REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "successor_id" bigint NOT NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unit_after_another" CHECK (NOT ("predecessor_id" = ("successor_id"))));

CREATE TABLE "audit_accesslog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "user_id" bigint NULL, "agency_id" bigint NULL, "actor" text NOT NULL, "act" varchar(60) NOT NULL, "subject_kind" varchar(40) NOT NULL, "subject_id" bigint NULL, "detail" text NOT NULL, "outcome" varchar(10) NOT NULL, "request_id" varchar(64) NOT NULL, "address" varchar(45) NOT NULL, CONSTRAINT "access_log_outcome" CHECK ("outcome" IN ('ALLOWED', 'DENIED')));

CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);

CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);

CREATE TABLE "availability_announcement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "starts_at" datetime NOT NULL, "ends_at" datetime NULL, "words_vi" varchar(500) NOT NULL, "words_en" varchar(500) NOT NULL, "announced_at" datetime NOT NULL, "announced_by" varchar(200) NOT NULL, "withdrawn_at" datetime NULL, CONSTRAINT "announcement_kind_known" CHECK ("kind" IN ('MAINTENANCE', 'INCIDENT')), CONSTRAINT "announcement_ends_after_start" CHECK (("ends_at" IS NULL OR "ends_at" >= ("starts_at"))), CONSTRAINT "announcement_planned_has_end" CHECK (("kind" = 'INCIDENT' OR "ends_at" IS NOT NULL)), CONSTRAINT "announcement_has_words" CHECK ((NOT ("words_vi" = '') AND NOT ("words_en" = ''))));

CREATE TABLE "availability_probeday" ("day" date NOT NULL PRIMARY KEY, "first_minute_at" datetime NOT NULL, "last_minute_at" datetime NOT NULL, "minutes_up" smallint unsigned NOT NULL CHECK ("minutes_up" >= 0), CONSTRAINT "probe_day_has_1440" CHECK ("minutes_up" <= 1440), CONSTRAINT "probe_day_in_order" CHECK ("last_minute_at" >= ("first_minute_at")));

CREATE TABLE "axes_accessattempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "get_data" text NOT NULL, "post_data" text NOT NULL, "failures_since_start" integer unsigned NOT NULL CHECK ("failures_since_start" >= 0));

CREATE TABLE "axes_accessattemptexpiration" ("access_attempt_id" integer NOT NULL PRIMARY KEY REFERENCES "axes_accessattempt" ("id") DEFERRABLE INITIALLY DEFERRED, "expires_at" datetime NOT NULL);

CREATE TABLE "axes_accessfailurelog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "locked_out" bool NOT NULL);

CREATE TABLE "axes_accesslog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "logout_time" datetime NULL, "session_hash" varchar(64) NOT NULL);

CREATE TABLE "books_account" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL, "ref" varchar(60) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "books_account_once" UNIQUE ("agency_id", "code", "ref"), CONSTRAINT "books_account_code_known" CHECK ("code" IN ('CASH', 'SAFE', 'BANK', 'CARD_CLEARING', 'TRANSFER_CLEARING', 'GATEWAY_CLEARING', 'TILL_SHORT', 'OWED_FEE', 'OWED_CHARGE', 'REFUNDS_DUE', 'UNIDENTIFIED', 'FLOAT', 'TILL_OVER', 'KEPT')));

CREATE TABLE "books_transfer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source_kind" varchar(20) NOT NULL, "source_id" bigint NOT NULL, "purpose" varchar(20) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "day" date NOT NULL, "posted_at" datetime NOT NULL, "amount_vnd" bigint NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "credit_id" bigint NOT NULL REFERENCES "books_account" ("id") DEFERRABLE INITIALLY DEFERRED, "debit_id" bigint NOT NULL REFERENCES "books_account" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "books_transfer_posted_once" UNIQUE ("source_kind", "source_id", "purpose", "position"), CONSTRAINT "books_transfer_positive" CHECK ("amount_vnd" > 0), CONSTRAINT "books_transfer_two_accounts" CHECK (NOT ("debit_id" = ("credit_id"))));

CREATE TABLE "certifications_certification" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "document_name" varchar(300) NOT NULL, "pages" smallint unsigned NOT NULL CHECK ("pages" >= 0), "copies" smallint unsigned NOT NULL CHECK ("copies" >= 0), "sheets" smallint unsigned NOT NULL CHECK ("sheets" >= 0), "requester_name" varchar(200) NOT NULL, "requester_number" varchar(20) NOT NULL, "fee_vnd" bigint NOT NULL, "signer_name" varchar(200) NOT NULL, "signer_title" varchar(200) NOT NULL, "entered_at" datetime NOT NULL, "entered_on" date NOT NULL, "certified_at" datetime NULL, "note" varchar(300) NOT NULL, "state" varchar(12) NOT NULL, "cancelled_at" datetime NULL, "cancelled_by" varchar(200) NOT NULL, "reason" varchar(300) NOT NULL, "search_key" text NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "entered_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "certification_number_once" UNIQUE ("agency_id", "year", "kind", "number"), CONSTRAINT "certification_place_in_dossier" UNIQUE ("dossier_id", "position"), CONSTRAINT "certification_kind_known" CHECK ("kind" IN ('COPY', 'SIGNATURE', 'TRANSACTION')), CONSTRAINT "certification_from_one" CHECK ("number" >= 1), CONSTRAINT "certification_counts" CHECK (("copies" >= 1 AND "copies" <= 999 AND "pages" >= 1 AND "pages" <= 999 AND "sheets" <= 999)), CONSTRAINT "certification_fee" CHECK ("fee_vnd" >= 0), CONSTRAINT "certification_of_something" CHECK ((NOT ("document_name" = '') AND NOT ("requester_name" = ''))), CONSTRAINT "certification_cancelled_with_reason" CHECK ((("cancelled_at" IS NULL AND "reason" = '' AND "state" = 'ENTERED') OR ("cancelled_at" IS NOT NULL AND "state" = 'CANCELLED' AND NOT ("reason" = '')))));

CREATE TABLE "certifications_certificationbook" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "kind" varchar(12) NOT NULL, "last" integer unsigned NOT NULL CHECK ("last" >= 0), "closed_at" datetime NULL, "closed_by" varchar(200) NOT NULL, "digest" varchar(64) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "certification_book_one_a_year" UNIQUE ("agency_id", "year", "kind"), CONSTRAINT "certification_book_kind_known" CHECK ("kind" IN ('COPY', 'SIGNATURE', 'TRANSACTION')), CONSTRAINT "certification_book_closed_whole" CHECK (("closed_at" IS NULL OR NOT ("digest" = ''))));

CREATE TABLE "citizens_citizen" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "full_name" varchar(120) NOT NULL, "birth_date" date NULL, "personal_id" varchar(12) NOT NULL, "phone" varchar(20) NOT NULL, "phone_confirmed_at" datetime NULL, "email" varchar(254) NOT NULL, "email_confirmed_at" datetime NULL, "level" smallint unsigned NOT NULL CHECK ("level" >= 0), "level_proven_at" datetime NULL, "language" varchar(2) NOT NULL, "opened_at" datetime NOT NULL, "erase_at" datetime NULL, "erased_at" datetime NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "identity" varchar(120) NOT NULL, CONSTRAINT "citizen_level_has_identity" CHECK (("level" = 1 OR ("level" = 2 AND NOT ("personal_id" = '') AND NOT ("full_name" = '')))), CONSTRAINT "citizen_contacts_confirmed" CHECK ((("phone" = '' OR "phone_confirmed_at" IS NOT NULL) AND ("email" = '' OR "email_confirmed_at" IS NOT NULL))), CONSTRAINT "citizen_erased_whole" CHECK (("erased_at" IS NULL OR ("birth_date" IS NULL AND "email" = '' AND "full_name" = '' AND "identity" = '' AND "personal_id" = '' AND "phone" = ''))));

CREATE TABLE "citizens_consent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "purpose" varchar(20) NOT NULL, "given_at" datetime NOT NULL, "withdrawn_at" datetime NULL, "citizen_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "consent_purpose" CHECK ("purpose" IN ('OWN_PAPERS')));

CREATE TABLE "citizens_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(10) NOT NULL, "contact_kind" varchar(5) NOT NULL, "contact" varchar(254) NOT NULL, "token_digest" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "ended_at" datetime NULL, "accepted_by_id" bigint NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "invited_by_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "organization_id" bigint NOT NULL REFERENCES "citizens_organization" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "invitation_codes_known" CHECK (("role" IN ('MANAGER', 'MEMBER') AND "contact_kind" IN ('PHONE', 'EMAIL'))));

CREATE TABLE "citizens_membership" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(10) NOT NULL, "valid_from" datetime NOT NULL, "valid_until" datetime NULL, "citizen_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "organization_id" bigint NOT NULL REFERENCES "citizens_organization" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "membership_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))), CONSTRAINT "membership_role" CHECK ("role" IN ('MANAGER', 'MEMBER')));

CREATE TABLE "citizens_onetimecode" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "contact_digest" varchar(64) NOT NULL, "purpose" varchar(10) NOT NULL, "code_digest" varchar(64) NOT NULL, "made_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "used_at" datetime NULL, CONSTRAINT "one_time_code_purpose" CHECK ("purpose" IN ('SIGN_IN', 'CONTACT')));

CREATE TABLE "citizens_organization" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(250) NOT NULL, "address" varchar(250) NOT NULL, "opened_at" datetime NOT NULL, "closed_at" datetime NULL, "confirmed_at" datetime NULL, "tax_code" varchar(14) NOT NULL);

CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);

CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);

CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);

CREATE TABLE "django_tasks_database_dbtaskresult" ("id" char(32) NOT NULL PRIMARY KEY, "args_kwargs" text NOT NULL CHECK ((JSON_VALID("args_kwargs") OR "args_kwargs" IS NULL)), "priority" integer NOT NULL, "task_path" text NOT NULL, "queue_name" varchar(32) NOT NULL, "backend_name" varchar(32) NOT NULL, "run_after" datetime NOT NULL, "enqueued_at" datetime NOT NULL, "finished_at" datetime NULL, "started_at" datetime NULL, "return_value" text NULL CHECK ((JSON_VALID("return_value") OR "return_value" IS NULL)), "exception_class_path" text NOT NULL, "traceback" text NOT NULL, "worker_ids" text NOT NULL CHECK ((JSON_VALID("worker_ids") OR "worker_ids" IS NULL)), "status" varchar(10) NOT NULL, CONSTRAINT "priority_range" CHECK ("priority" BETWEEN -100 AND 100));

CREATE TABLE "documents_filescan" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "state" varchar(10) NOT NULL, "scanner" varchar(120) NOT NULL, "found" varchar(200) NOT NULL, "scanned_at" datetime NOT NULL, "file_id" bigint NOT NULL REFERENCES "documents_storedfile" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "file_scan_state" CHECK ("state" IN ('UNSCANNED', 'CLEAN', 'INFECTED', 'FAILED')));

CREATE TABLE "documents_storedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "digest" varchar(64) NOT NULL UNIQUE, "size" bigint NOT NULL, "media_type" varchar(100) NOT NULL, "stored_at" datetime NOT NULL, CONSTRAINT "stored_file_not_empty" CHECK ("size" > 0));

CREATE TABLE "documents_upload" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(64) NOT NULL UNIQUE, "name" varchar(200) NOT NULL, "size" bigint NOT NULL, "received" bigint NOT NULL, "created_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "file_id" bigint NULL REFERENCES "documents_storedfile" ("id") DEFERRABLE INITIALLY DEFERRED, "holding_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "citizen_id" bigint NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "upload_received_within" CHECK (("received" >= 0 AND "received" <= ("size") AND "size" > 0)), CONSTRAINT "upload_finished_is_whole" CHECK (("file_id" IS NULL OR "received" = ("size"))), CONSTRAINT "upload_ends_later" CHECK ("expires_at" > ("created_at")), CONSTRAINT "upload_has_one_owner" CHECK ((("citizen_id" IS NOT NULL AND "holding_id" IS NULL) OR ("citizen_id" IS NULL AND "holding_id" IS NOT NULL))));

CREATE TABLE "dossiers_bulkitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "code" varchar(50) NOT NULL, "seen_version" integer unsigned NOT NULL CHECK ("seen_version" >= 0), "outcome" varchar(8) NOT NULL, "refusal" varchar(60) NOT NULL, "params" text NOT NULL, "run_id" bigint NOT NULL REFERENCES "dossiers_bulkrun" ("id") DEFERRABLE INITIALLY DEFERRED, "own" text NOT NULL, CONSTRAINT "bulk_item_one_per_place" UNIQUE ("run_id", "position"), CONSTRAINT "bulk_outcome_known" CHECK ("outcome" IN ('', 'DONE', 'REFUSED')));

CREATE TABLE "dossiers_bulkrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "holding_id" bigint NULL, "act" varchar(40) NOT NULL, "given" text NOT NULL, "total" integer unsigned NOT NULL CHECK ("total" >= 0), "asked_at" datetime NOT NULL, "finished_at" datetime NULL, "request_key" varchar(120) NOT NULL, "request_digest" varchar(64) NOT NULL);

CREATE TABLE "dossiers_declaration" ("dossier_id" bigint NOT NULL PRIMARY KEY REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "answers" text NOT NULL, "eform_version_id" bigint NOT NULL REFERENCES "eforms_eformversion" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "dossiers_dossier" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(50) NOT NULL UNIQUE, "status" varchar(24) NOT NULL, "channel" varchar(8) NOT NULL, "return_method" varchar(8) NOT NULL, "owner_name" varchar(200) NOT NULL, "search_key" text NOT NULL, "received_at" datetime NOT NULL, "received_on" date NOT NULL, "original_due_at" datetime NULL, "due_at" datetime NULL, "clock" text NOT NULL, "sets" smallint unsigned NOT NULL CHECK ("sets" >= 0), "fee_total_vnd" bigint NOT NULL, "note" text NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "competent_agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "counter_id" bigint NULL REFERENCES "agencies_counter" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, "received_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" bigint NULL REFERENCES "procedures_procedurevariant" ("id") DEFERRABLE INITIALLY DEFERRED, "appointment_at" datetime NULL, "assignee_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "decision" varchar(8) NOT NULL, "due_soon_at" datetime NULL, "ended_at" datetime NULL, "is_accepted" bool NOT NULL, "returned_at" datetime NULL, "stage" varchar(24) NOT NULL, "supplement_allowed" bool NOT NULL, "supplement_count" smallint unsigned NOT NULL CHECK ("supplement_count" >= 0), "timeliness" varchar(8) NOT NULL, "register_number" integer unsigned NULL CHECK ("register_number" >= 0), "register_year" smallint unsigned NULL CHECK ("register_year" >= 0), "awaits_companion" bool DEFAULT 0 NOT NULL, "held_agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "held_assignee_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "held_unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "is_turned_back" bool NOT NULL, "offered_agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "offered_unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "dossier_status_known" CHECK ("status" IN ('REGISTERED', 'RECEIVED', 'NOT_RECEIVED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'OBLIGATION_DUE', 'WITHDRAWN', 'TERMINATED', 'SETTLED', 'RETURNED')), CONSTRAINT "dossier_channel_known" CHECK ("channel" IN ('DESK', 'ONLINE', 'POST')), CONSTRAINT "dossier_return_known" CHECK ("return_method" IN ('DESK', 'ONLINE', 'POST')), CONSTRAINT "dossier_fee_positive" CHECK ("fee_total_vnd" >= 0), CONSTRAINT "dossier_has_a_set" CHECK ("sets" >= 1), CONSTRAINT "dossier_due_after_received" CHECK (("due_at" IS NULL OR "due_at" >= ("received_at"))), CONSTRAINT "dossier_stage_has_status" CHECK ((("stage" = 'COMPLETION_ASKED' AND "status" = 'SUPPLEMENT_REQUESTED') OR ("stage" = 'IN_TRANSIT' AND "status" = 'RECEIVED') OR ("stage" = 'PROPOSED' AND "status" = 'PROCESSING') OR ("stage" = 'DECIDED' AND "status" = 'PROCESSING') OR ("stage" = 'REGISTERED' AND "status" = 'REGISTERED') OR ("stage" = 'RECEIVED' AND "status" = 'RECEIVED') OR ("stage" = 'NOT_RECEIVED' AND "status" = 'NOT_RECEIVED') OR ("stage" = 'PROCESSING' AND "status" = 'PROCESSING') OR ("stage" = 'SUPPLEMENT_REQUESTED' AND "status" = 'SUPPLEMENT_REQUESTED') OR ("stage" = 'OBLIGATION_DUE' AND "status" = 'OBLIGATION_DUE') OR ("stage" = 'WITHDRAWN' AND "status" = 'WITHDRAWN') OR ("stage" = 'TERMINATED' AND "status" = 'TERMINATED') OR ("stage" = 'SETTLED' AND "status" = 'SETTLED') OR ("stage" = 'RETURNED' AND "status" = 'RETURNED'))), CONSTRAINT "dossier_timeliness_known" CHECK ("timeliness" IN ('', 'EARLY', 'ON_TIME', 'OVERDUE')), CONSTRAINT "dossier_decision_known" CHECK ("decision" IN ('', 'GRANTED', 'DECLINED')), CONSTRAINT "dossier_ended_has_end" CHECK ((("ended_at" IS NULL AND "stage" IN ('COMPLETION_ASKED', 'DECIDED', 'IN_TRANSIT', 'OBLIGATION_DUE', 'PROCESSING', 'PROPOSED', 'RECEIVED', 'REGISTERED', 'SUPPLEMENT_REQUESTED')) OR ("ended_at" IS NOT NULL AND NOT ("stage" IN ('COMPLETION_ASKED', 'DECIDED', 'IN_TRANSIT', 'OBLIGATION_DUE', 'PROCESSING', 'PROPOSED', 'RECEIVED', 'REGISTERED', 'SUPPLEMENT_REQUESTED'))))), CONSTRAINT "dossier_returned_has_when" CHECK ((("returned_at" IS NOT NULL AND "stage" = 'RETURNED') OR ("returned_at" IS NULL AND NOT ("stage" = 'RETURNED')))), CONSTRAINT "dossier_one_per_register_line" UNIQUE ("agency_id", "register_year", "register_number"), CONSTRAINT "dossier_waits_before_work" CHECK ((NOT "awaits_companion" OR "stage" IN ('COMPLETION_ASKED', 'IN_TRANSIT', 'NOT_RECEIVED', 'REGISTERED'))), CONSTRAINT "dossier_in_sound_hands" CHECK (((("held_agency_id" IS NOT NULL AND NOT ("held_agency_id" = ("competent_agency_id") AND "held_agency_id" IS NOT NULL)) OR ("held_agency_id" IS NULL AND "held_assignee_id" IS NULL AND "held_unit_id" IS NULL)) AND ("offered_agency_id" IS NOT NULL OR "offered_unit_id" IS NULL))));

CREATE VIRTUAL TABLE dossiers_dossier_words USING fts5(search_key, content='dossiers_dossier', content_rowid='id', tokenize='ascii', detail='none', columnsize=0, prefix='1 2');

CREATE TABLE "dossiers_dossieragency" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "is_lasting" bool NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "dossiers_dossiercitizen" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(8) NOT NULL, "citizen_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "organization_id" bigint NULL REFERENCES "citizens_organization" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "dossier_citizen_once" UNIQUE ("dossier_id", "citizen_id"), CONSTRAINT "dossier_citizen_part_known" CHECK ("part" IN ('FILER', 'HELPER')));

CREATE TABLE "dossiers_dossierfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "digest" varchar(64) NOT NULL, "name" varchar(200) NOT NULL, "media_type" varchar(100) NOT NULL, "size" bigint NOT NULL, "kind" varchar(8) NOT NULL, "paper_position" smallint unsigned NULL CHECK ("paper_position" >= 0), "added_at" datetime NOT NULL, "added_by" varchar(200) NOT NULL, "is_removed" bool NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "file_one_per_place" UNIQUE ("dossier_id", "position"), CONSTRAINT "file_kind_known" CHECK ("kind" IN ('PAPER', 'RESULT', 'OTHER')));

CREATE TABLE "dossiers_dossierparty" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(16) NOT NULL, "kind" varchar(16) NOT NULL, "name" varchar(200) NOT NULL, "personal_id" varchar(20) NOT NULL, "old_id" varchar(20) NOT NULL, "tax_code" varchar(20) NOT NULL, "birth_date" varchar(10) NOT NULL, "sex" varchar(8) NOT NULL, "address" varchar(300) NOT NULL, "phone" varchar(20) NOT NULL, "email" varchar(254) NOT NULL, "authority" varchar(300) NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "party_one_per_role" UNIQUE ("dossier_id", "role"), CONSTRAINT "party_role_known" CHECK ("role" IN ('OWNER', 'SUBMITTER', 'REPRESENTATIVE', 'HELPER')), CONSTRAINT "party_kind_known" CHECK ("kind" IN ('CITIZEN', 'ORGANIZATION')), CONSTRAINT "party_has_a_name" CHECK (NOT ("name" = '')));

CREATE TABLE "dossiers_dossierregister" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "last" integer unsigned NOT NULL CHECK ("last" >= 0), "closed_at" datetime NULL, "closed_by" varchar(200) NOT NULL, "digest" varchar(64) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "register_one_per_year" UNIQUE ("agency_id", "year"), CONSTRAINT "register_closed_whole" CHECK (("closed_at" IS NULL OR NOT ("digest" = ''))));

CREATE TABLE "dossiers_dossierserial" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "last" integer unsigned NOT NULL CHECK ("last" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "serial_one_per_agency_day" UNIQUE ("agency_id", "day"));

CREATE TABLE "dossiers_exportrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "holding_id" bigint NULL, "total" integer unsigned NULL CHECK ("total" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "attempt" integer unsigned NOT NULL CHECK ("attempt" >= 0), "asked_at" datetime NOT NULL, "touched_at" datetime NOT NULL, "finished_at" datetime NULL, "outcome" varchar(8) NOT NULL, "failure" varchar(60) NOT NULL, "params" text NOT NULL, "what" varchar(13) NOT NULL, "which" text NOT NULL, "form" varchar(5) NOT NULL, "language" varchar(5) NOT NULL, "slot" smallint unsigned NOT NULL CHECK ("slot" >= 0), "scope" varchar(64) NOT NULL, "size" bigint unsigned NOT NULL CHECK ("size" >= 0), "digest" varchar(64) NOT NULL, "request_key" varchar(120) NOT NULL, "request_digest" varchar(64) NOT NULL, CONSTRAINT "export_run_slot_known" CHECK (("slot" >= 1 AND "slot" <= 3)), CONSTRAINT "export_run_codes_known" CHECK (("form" IN ('XLSX', 'CSV', 'JSONL', 'PDF') AND "what" IN ('DOSSIERS', 'WORK', 'REGISTER', 'REGISTER_BOOK'))), CONSTRAINT "export_run_ends_once" CHECK ((("finished_at" IS NULL AND "outcome" = '') OR ("finished_at" IS NOT NULL AND "outcome" IN ('DONE', 'FAILED', 'CANCELED')))), CONSTRAINT "export_run_done_whole" CHECK ((NOT ("outcome" = 'DONE') OR NOT ("digest" = ''))));

CREATE TABLE "dossiers_feeline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind" varchar(8) NOT NULL, "code" varchar(16) NOT NULL, "name" varchar(500) NOT NULL, "amount_vnd" bigint NOT NULL, "params" text NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fee_one_per_place" UNIQUE ("dossier_id", "position"));

CREATE TABLE "dossiers_handover" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "result_seq" smallint unsigned NOT NULL CHECK ("result_seq" >= 0), "method" varchar(8) NOT NULL, "recipient_name" varchar(200) NOT NULL, "recipient_number" varchar(20) NOT NULL, "authority" varchar(300) NOT NULL, "tracking_number" varchar(80) NOT NULL, "note" varchar(300) NOT NULL, "returned_at" datetime NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "hand_over_one_per_place" UNIQUE ("dossier_id", "seq"), CONSTRAINT "hand_over_method_known" CHECK ("method" IN ('DESK', 'ONLINE', 'POST')));

CREATE TABLE "dossiers_handoverlist" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "made_at" datetime NOT NULL, "made_by" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "hand_over_list_one_per_number" UNIQUE ("agency_id", "kind", "year", "number"), CONSTRAINT "hand_over_list_kind_known" CHECK ("kind" IN ('DOSSIERS', 'RESULTS')));

CREATE TABLE "dossiers_listeddossier" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "hand_over_list_id" bigint NOT NULL REFERENCES "dossiers_handoverlist" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "listed_one_per_place" UNIQUE ("hand_over_list_id", "position"), CONSTRAINT "listed_once_in_a_list" UNIQUE ("hand_over_list_id", "dossier_id"));

CREATE TABLE "dossiers_longrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "holding_id" bigint NULL, "total" integer unsigned NULL CHECK ("total" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "attempt" integer unsigned NOT NULL CHECK ("attempt" >= 0), "asked_at" datetime NOT NULL, "touched_at" datetime NOT NULL, "finished_at" datetime NULL, "outcome" varchar(8) NOT NULL, "failure" varchar(60) NOT NULL, "params" text NOT NULL, "kind" varchar(10) NOT NULL, "subject" varchar(120) NOT NULL, "given" text NOT NULL, "last_id" bigint NOT NULL, "moved" integer unsigned NOT NULL CHECK ("moved" >= 0), "told" text NOT NULL, CONSTRAINT "long_run_kind_known" CHECK ("kind" IN ('DAY_OFF', 'SUCCESSION')), CONSTRAINT "long_run_ends_once" CHECK ((("finished_at" IS NULL AND "outcome" = '') OR ("finished_at" IS NOT NULL AND "outcome" IN ('DONE', 'FAILED', 'CANCELED')))));

CREATE TABLE "dossiers_numberpattern" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "pattern" varchar(80) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "number_pattern_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "dossiers_offer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "task" text NOT NULL, "papers" text NOT NULL, "digests" text NOT NULL, "limit_unit" varchar(16) NOT NULL, "limit_value" varchar(16) NOT NULL, "offered_at" datetime NOT NULL, "offered_by" varchar(200) NOT NULL, "hold_due_at" datetime NULL, "answer" varchar(12) NOT NULL, "answered_at" datetime NULL, "answered_by" varchar(200) NOT NULL, "reason" text NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "from_agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "from_unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "to_agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "to_unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "offer_one_per_place" UNIQUE ("dossier_id", "seq"), CONSTRAINT "offer_answer_known" CHECK ((("answer" = '' AND "answered_at" IS NULL) OR ("answer" IN ('ACCEPTED', 'REFUSED', 'TAKEN_BACK') AND "answered_at" IS NOT NULL))), CONSTRAINT "offer_refused_with_reason" CHECK ((NOT ("answer" = 'REFUSED') OR NOT ("reason" = ''))));

CREATE TABLE "dossiers_pastoverdue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_on" date NOT NULL, "until_on" date NOT NULL, "stay_id" bigint NOT NULL REFERENCES "dossiers_stay" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "past_overdue_once" UNIQUE ("stay_id", "from_on"), CONSTRAINT "past_overdue_lasts" CHECK ("until_on" > ("from_on")));

CREATE TABLE "dossiers_posteditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "sender_name" varchar(200) NOT NULL, "tracking_number" varchar(40) NOT NULL, "arrived_at" datetime NULL, "state" varchar(12) NOT NULL, "told_at" datetime NULL, "note" varchar(300) NOT NULL, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "posting_id" bigint NOT NULL REFERENCES "dossiers_posting" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "posted_one_per_place" UNIQUE ("posting_id", "position"), CONSTRAINT "posted_state_known" CHECK ("state" IN ('SENT', 'DELIVERED', 'CAME_BACK', 'WAITING', 'RECEIVED')), CONSTRAINT "posted_of_somebody" CHECK (("dossier_id" IS NOT NULL OR NOT ("sender_name" = ''))), CONSTRAINT "posted_received_is_a_dossier" CHECK ((NOT ("state" = 'RECEIVED') OR "dossier_id" IS NOT NULL)));

CREATE TABLE "dossiers_posting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "direction" varchar(3) NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "day" date NOT NULL, "carrier" varchar(200) NOT NULL, "note" varchar(300) NOT NULL, "made_at" datetime NOT NULL, "made_by" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "posting_one_per_number" UNIQUE ("agency_id", "direction", "year", "number"), CONSTRAINT "posting_direction_known" CHECK ("direction" IN ('OUT', 'IN')));

CREATE TABLE "dossiers_printrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "holding_id" bigint NULL, "kind" varchar(30) NOT NULL, "size" varchar(2) NOT NULL, "codes" text NOT NULL, "left_out" text NOT NULL, "total" integer unsigned NOT NULL CHECK ("total" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "asked_at" datetime NOT NULL, "finished_at" datetime NULL, CONSTRAINT "print_run_within" CHECK ("done" <= ("total")), CONSTRAINT "print_run_size" CHECK ("size" IN ('', 'A4', 'A5')));

CREATE TABLE "dossiers_reliefclaim" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group" varchar(40) NOT NULL, "kind" varchar(8) NOT NULL, "source" varchar(500) NOT NULL, "number" varchar(60) NOT NULL, "issuer" varchar(200) NOT NULL, "expires_on" date NULL, "state" varchar(8) NOT NULL, "reason" text NOT NULL, "claimed_at" datetime NOT NULL, "decided_at" datetime NULL, "decided_by" varchar(200) NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "relief_one_per_group" UNIQUE ("dossier_id", "group"), CONSTRAINT "relief_group_known" CHECK ("group" IN ('MERIT', 'POOR_HOUSEHOLD', 'NEAR_POOR_HOUSEHOLD', 'DISABLED', 'CHILD', 'ELDERLY', 'HARDSHIP_ETHNIC', 'ORPHAN')), CONSTRAINT "relief_proof_known" CHECK ("kind" IN ('PAPER', 'FILE', 'SEEN')), CONSTRAINT "relief_state_known" CHECK ("state" IN ('WAITING', 'ACCEPTED', 'REFUSED')), CONSTRAINT "relief_decided_has_when" CHECK ((("decided_at" IS NULL AND "state" = 'WAITING') OR (NOT ("state" = 'WAITING') AND "decided_at" IS NOT NULL))));

CREATE TABLE "dossiers_result" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "replaces_seq" smallint unsigned NULL CHECK ("replaces_seq" >= 0), "decision" varchar(8) NOT NULL, "grounds" text NOT NULL, "decided_at" datetime NOT NULL, "decided_by" varchar(200) NOT NULL, "decided_by_title" varchar(200) NOT NULL, "document_number" varchar(80) NOT NULL, "document_date" date NULL, "subject" varchar(500) NOT NULL, "signed_by" varchar(200) NOT NULL, "digests" text NOT NULL, "issued_at" datetime NULL, "correction_reason" text NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "result_one_per_place" UNIQUE ("dossier_id", "seq"), CONSTRAINT "result_decision_known" CHECK ("decision" IN ('GRANTED', 'DECLINED')), CONSTRAINT "result_declined_with_grounds" CHECK (("decision" = 'GRANTED' OR NOT ("grounds" = '') OR NOT ("correction_reason" = ''))));

CREATE TABLE "dossiers_savedview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "name" varchar(60) NOT NULL, "query" varchar(1000) NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), CONSTRAINT "saved_view_one_per_name" UNIQUE ("user_id", "name"), CONSTRAINT "saved_view_has_a_name" CHECK (NOT ("name" = '')));

CREATE TABLE "dossiers_stay" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "channel" varchar(8) NOT NULL, "began_on" date NOT NULL, "began_as" varchar(8) NOT NULL, "ended_on" date NULL, "ended_as" varchar(8) NOT NULL, "without_result" bool NOT NULL, "overdue_on" date NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "handler_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_id" bigint NOT NULL REFERENCES "procedures_procedure" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stay_one_per_place" UNIQUE ("dossier_id", "seq"), CONSTRAINT "stay_ended_whole" CHECK ((("ended_as" = '' AND "ended_on" IS NULL AND NOT "without_result") OR ("ended_as" IN ('EARLY', 'ON_TIME', 'OVERDUE', 'MOVED') AND "ended_on" >= ("began_on")))), CONSTRAINT "stay_beginning_known" CHECK ("began_as" IN ('RECEIVED', 'REOPENED', 'MOVED')), CONSTRAINT "stay_channel_known" CHECK ("channel" IN ('DESK', 'ONLINE', 'POST')), CONSTRAINT "stay_overdue_within" CHECK (("overdue_on" IS NULL OR "overdue_on" >= ("began_on"))));

CREATE TABLE "dossiers_submitteddocument" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "name" text NOT NULL, "originals" smallint unsigned NOT NULL CHECK ("originals" >= 0), "copies" smallint unsigned NOT NULL CHECK ("copies" >= 0), "present_only" bool NOT NULL, "note" varchar(300) NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "required_document_id" bigint NULL REFERENCES "procedures_requireddocument" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "paper_one_per_place" UNIQUE ("dossier_id", "position"));

CREATE TABLE "dossiers_supplementrequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "before_reception" bool NOT NULL, "reason" text NOT NULL, "items" text NOT NULL, "asked_at" datetime NOT NULL, "answered_at" datetime NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "partly_answered_at" datetime NULL, CONSTRAINT "request_one_per_place" UNIQUE ("dossier_id", "seq"));

CREATE TABLE "dossiers_tally" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "level" varchar(5) NOT NULL, "day" date NOT NULL, "unit_key" bigint NOT NULL, "began_desk" integer NOT NULL, "began_online" integer NOT NULL, "began_post" integer NOT NULL, "reopened" integer NOT NULL, "moved_in" integer NOT NULL, "ended_early" integer NOT NULL, "ended_on_time" integer NOT NULL, "ended_overdue" integer NOT NULL, "moved_out" integer NOT NULL, "without_result" integer NOT NULL, "overdue" integer NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_id" bigint NOT NULL REFERENCES "procedures_procedure" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "tally_one_per_cell" UNIQUE ("agency_id", "level", "day", "procedure_id", "unit_key"), CONSTRAINT "tally_level_known" CHECK ("level" IN ('DAY', 'MONTH')), CONSTRAINT "tally_counts" CHECK (("began_desk" >= 0 AND "began_online" >= 0 AND "began_post" >= 0 AND "ended_early" >= 0 AND "ended_on_time" >= 0 AND "ended_overdue" >= 0 AND "moved_in" >= 0 AND "moved_out" >= 0 AND "reopened" >= 0 AND "without_result" >= 0)));

CREATE TABLE "dossiers_unpaidleave" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" smallint unsigned NOT NULL CHECK ("seq" >= 0), "reason" text NOT NULL, "given_at" datetime NOT NULL, "given_by" varchar(200) NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "leave_one_per_place" UNIQUE ("dossier_id", "seq"));

CREATE TABLE "eforms_eform" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(80) NOT NULL, "procedure_id" bigint NOT NULL UNIQUE REFERENCES "procedures_procedure" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "eform_has_code" CHECK ("code" > ''));

CREATE TABLE "eforms_eformdraft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "edition" integer unsigned NOT NULL CHECK ("edition" >= 0), "saved_at" datetime NOT NULL, "saved_by" varchar(200) NOT NULL, "procedure_id" bigint NOT NULL UNIQUE REFERENCES "procedures_procedure" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "eform_draft_was_saved" CHECK ("edition" >= 1));

CREATE TABLE "eforms_eformversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "version_number" integer unsigned NOT NULL CHECK ("version_number" >= 0), "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "digest" varchar(64) NOT NULL, "published_at" datetime NOT NULL, "published_by" varchar(200) NOT NULL, "eform_id" bigint NOT NULL REFERENCES "eforms_eform" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "eform_version_number" UNIQUE ("eform_id", "version_number"), CONSTRAINT "eform_version_period_forward" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))));

CREATE TABLE "exchange_inmessage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" bigint NOT NULL, "kind" varchar(12) NOT NULL, "thread" varchar(60) NOT NULL, "body" text NOT NULL, "digest" varchar(64) NOT NULL, "state" varchar(8) NOT NULL, "attempts" integer unsigned NOT NULL CHECK ("attempts" >= 0), "reason" varchar(80) NOT NULL, "detail" text NOT NULL, "told_at" datetime NOT NULL, "received_at" datetime NOT NULL, "done_at" datetime NULL, "partner_id" bigint NOT NULL REFERENCES "exchange_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "tried_at" datetime NULL, CONSTRAINT "in_message_place" UNIQUE ("partner_id", "seq"), CONSTRAINT "in_message_from_1" CHECK ("seq" >= 1), CONSTRAINT "in_message_codes_known" CHECK (("kind" IN ('OFFER', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK', 'RETURNED', 'STATUS') AND "state" IN ('WAITING', 'DONE', 'STUCK'))), CONSTRAINT "in_message_done_has_when" CHECK ((("done_at" IS NOT NULL AND "state" = 'DONE') OR ("done_at" IS NULL AND NOT ("state" = 'DONE')))), CONSTRAINT "in_message_stuck_has_why" CHECK ((NOT ("state" = 'STUCK') OR NOT ("reason" = ''))));

CREATE TABLE "exchange_outmessage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" bigint NOT NULL, "kind" varchar(12) NOT NULL, "thread" varchar(60) NOT NULL, "state" varchar(8) NOT NULL, "attempts" integer unsigned NOT NULL CHECK ("attempts" >= 0), "next_try_at" datetime NULL, "failure" varchar(20) NOT NULL, "failure_detail" varchar(300) NOT NULL, "reason_there" varchar(80) NOT NULL, "told_at" datetime NOT NULL, "received_at" datetime NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NOT NULL REFERENCES "exchange_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "given" text NOT NULL, "body" text NOT NULL, CONSTRAINT "out_message_place" UNIQUE ("partner_id", "seq"), CONSTRAINT "out_message_from_1" CHECK ("seq" >= 1), CONSTRAINT "out_message_codes_known" CHECK (("kind" IN ('OFFER', 'ACCEPTED', 'REFUSED', 'TAKEN_BACK', 'RETURNED', 'STATUS') AND "state" IN ('WAITING', 'RECEIVED'))), CONSTRAINT "out_message_failure_known" CHECK ("failure" IN ('', 'NOT_REACHED', 'NOT_KNOWN_THERE', 'SIGNATURE_REFUSED', 'CLOCKS_DIFFER', 'ANSWER_NOT_SIGNED', 'NUMBER_TAKEN', 'FILE_MISSING', 'FILE_REFUSED', 'FAULT_THERE', 'FAULT_HERE')), CONSTRAINT "out_message_due_while_waiting" CHECK ((("next_try_at" IS NOT NULL AND "state" = 'WAITING') OR ("next_try_at" IS NULL AND NOT ("state" = 'WAITING')))));

CREATE TABLE "exchange_partner" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL, "address" varchar(200) NOT NULL, "key" varchar(64) NOT NULL UNIQUE, "mark" varchar(16) NOT NULL UNIQUE, "is_active" bool NOT NULL, "last_seq" bigint NOT NULL, "heard_through" bigint NOT NULL, "heard_at" datetime NULL, "answered_at" datetime NULL, "added_at" datetime NOT NULL, "added_by" varchar(200) NOT NULL, "asked_at" datetime NULL, CONSTRAINT "partner_has_name" CHECK (NOT ("name" = '')), CONSTRAINT "partner_counts_up" CHECK (("heard_through" >= 0 AND "last_seq" >= 0)));

CREATE TABLE "exchange_partneragency" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "agency_id" bigint NOT NULL UNIQUE REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NOT NULL REFERENCES "exchange_partner" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "exchange_shareddossier" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "thread" varchar(60) NOT NULL, "is_ours" bool NOT NULL, "shared_at" datetime NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NOT NULL REFERENCES "exchange_partner" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "shared_dossier_once" UNIQUE ("partner_id", "thread"), CONSTRAINT "shared_dossier_one_thread" UNIQUE ("partner_id", "dossier_id"));

CREATE TABLE "exchange_sharedoffer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq_there" smallint unsigned NOT NULL CHECK ("seq_there" >= 0), "seq_here" smallint unsigned NOT NULL CHECK ("seq_here" >= 0), "shared_id" bigint NOT NULL REFERENCES "exchange_shareddossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "shared_offer_there" UNIQUE ("shared_id", "seq_there"), CONSTRAINT "shared_offer_here" UNIQUE ("shared_id", "seq_here"));

CREATE TABLE "feedback_closedfigures" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_day" date NOT NULL, "to_day" date NOT NULL, "told" text NOT NULL, "digest" varchar(64) NOT NULL, "closed_at" datetime NOT NULL, "closer_name" varchar(200) NOT NULL, "closer_title" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "closed_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "closed_figures_once" UNIQUE ("agency_id", "from_day", "to_day"), CONSTRAINT "closed_figures_forward" CHECK ("to_day" >= ("from_day")), CONSTRAINT "closed_figures_whole" CHECK ((NOT ("told" = '') AND NOT ("digest" = ''))));

CREATE TABLE "feedback_feedbackterms" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "document" text NOT NULL CHECK ((JSON_VALID("document") OR "document" IS NULL)), "set_at" datetime NOT NULL, "set_by" varchar(200) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "feedback_terms_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "feedback_petition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "code" varchar(50) NOT NULL UNIQUE, "kind" varchar(12) NOT NULL, "channel" varchar(12) NOT NULL, "state" varchar(12) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "is_anonymous" bool NOT NULL, "title" varchar(200) NOT NULL, "content" text NOT NULL, "sender_name" varchar(120) NOT NULL, "sender_address" varchar(250) NOT NULL, "sender_phone" varchar(20) NOT NULL, "sender_email" varchar(120) NOT NULL, "dossier_code" varchar(50) NOT NULL, "procedure_code" varchar(50) NOT NULL, "outside_body" varchar(200) NOT NULL, "received_at" datetime NOT NULL, "counts_from" datetime NOT NULL, "due_at" datetime NULL, "proposal" text NOT NULL, "answer" text NOT NULL, "answered_at" datetime NULL, "answer_due_at" datetime NULL, "ended_at" datetime NULL, "publication" varchar(12) NOT NULL, "published_at" datetime NULL, "published_title" varchar(200) NOT NULL, "published_text" text NOT NULL, "published_answer" text NOT NULL, "published_key" text NOT NULL, "satisfaction" varchar(14) NOT NULL, "salt" varchar(32) NOT NULL, "secret_digest" varchar(64) NOT NULL, "search_key" text NOT NULL, "about_holding_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "about_unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "citizen_id" bigint NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "handler_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "offered_agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "forwarded_from_id" bigint NULL REFERENCES "feedback_petition" ("id") DEFERRABLE INITIALLY DEFERRED, "stamped_on" date NULL, CONSTRAINT "petition_number_once" UNIQUE ("agency_id", "year", "number"), CONSTRAINT "petition_from_one" CHECK ("number" >= 1), CONSTRAINT "petition_kind_known" CHECK ("kind" IN ('CONDUCT', 'REGULATION', 'QUESTION')), CONSTRAINT "petition_channel_known" CHECK ("channel" IN ('PORTAL', 'COUNTER', 'LETTER', 'PHONE_NOTE', 'EMAIL')), CONSTRAINT "petition_state_known" CHECK ("state" IN ('SENT', 'REGISTERED', 'CLARIFYING', 'HANDLING', 'PROPOSED', 'OFFERED', 'ANSWERED', 'CLOSED', 'REFUSED', 'FORWARDED')), CONSTRAINT "petition_publication_known" CHECK ("publication" IN ('NONE', 'PUBLISHED', 'WITHHELD', 'WITHDRAWN')), CONSTRAINT "petition_satisfaction_known" CHECK (("satisfaction" = '' OR "satisfaction" IN ('SATISFIED', 'PARTLY', 'NOT_SATISFIED'))), CONSTRAINT "petition_anonymous_is_unnamed" CHECK ((NOT "is_anonymous" OR ("sender_address" = '' AND "sender_email" = '' AND "sender_name" = '' AND "sender_phone" = ''))), CONSTRAINT "petition_published_whole" CHECK ((NOT ("publication" = 'PUBLISHED') OR ("published_at" IS NOT NULL AND NOT ("published_text" = '')))));

CREATE TABLE "feedback_petitionbook" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "last" integer unsigned NOT NULL CHECK ("last" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "petition_book_one_a_year" UNIQUE ("agency_id", "year"));

CREATE TABLE "feedback_petitionenclosure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" integer unsigned NOT NULL CHECK ("seq" >= 0), "digest" varchar(64) NOT NULL, "name" varchar(200) NOT NULL, "size" bigint NOT NULL, "petition_id" bigint NOT NULL REFERENCES "feedback_petition" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "petition_enclosure_once" UNIQUE ("petition_id", "seq", "digest"));

CREATE TABLE "feedback_petitionstep" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" integer unsigned NOT NULL CHECK ("seq" >= 0), "act" varchar(20) NOT NULL, "state" varchar(12) NOT NULL, "at" datetime NOT NULL, "by" varchar(200) NOT NULL, "text" text NOT NULL, "reason" varchar(30) NOT NULL, "due_at" datetime NULL, "is_late" bool NOT NULL, "holding_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "petition_id" bigint NOT NULL REFERENCES "feedback_petition" ("id") DEFERRABLE INITIALLY DEFERRED, "answer_due_at" datetime NULL, CONSTRAINT "petition_step_once" UNIQUE ("petition_id", "seq"));

CREATE TABLE "filing_draft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(32) NOT NULL UNIQUE, "kind" varchar(8) NOT NULL, "for_whom" varchar(16) NOT NULL, "beneficiary" text NOT NULL, "choices" text NOT NULL, "answers" text NOT NULL, "step" varchar(120) NOT NULL, "started_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "warned_at" datetime NULL, "sent_at" datetime NULL, "request_seq" smallint unsigned NULL CHECK ("request_seq" >= 0), "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "citizen_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "eform_version_id" bigint NULL REFERENCES "eforms_eformversion" ("id") DEFERRABLE INITIALLY DEFERRED, "organization_id" bigint NULL REFERENCES "citizens_organization" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, "group_version_id" bigint NULL REFERENCES "interlinked_interlinkedversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_codes_known" CHECK (("for_whom" IN ('MYSELF', 'REPRESENTATIVE', 'HELPER', 'ORGANIZATION') AND "kind" IN ('NEW', 'REPLY'))), CONSTRAINT "draft_reply_has_request" CHECK ((("kind" = 'NEW' AND "request_seq" IS NULL) OR ("dossier_id" IS NOT NULL AND "kind" = 'REPLY' AND "request_seq" IS NOT NULL))), CONSTRAINT "draft_sent_has_dossier" CHECK (("kind" = 'REPLY' OR ("dossier_id" IS NULL AND "sent_at" IS NULL) OR ("dossier_id" IS NOT NULL AND "sent_at" IS NOT NULL))), CONSTRAINT "draft_ends_later" CHECK ("expires_at" > ("started_at")), CONSTRAINT "draft_of_group_is_new" CHECK (("group_version_id" IS NULL OR "kind" = 'NEW')));

CREATE TABLE "filing_draftfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "paper_key" varchar(24) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "digest" varchar(64) NOT NULL, "name" varchar(200) NOT NULL, "media_type" varchar(100) NOT NULL, "size" bigint NOT NULL, "source" varchar(4) NOT NULL, "added_at" datetime NOT NULL, "draft_id" bigint NOT NULL REFERENCES "filing_draft" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_file_place" UNIQUE ("draft_id", "paper_key", "position"), CONSTRAINT "draft_file_once" UNIQUE ("draft_id", "digest"), CONSTRAINT "draft_file_source" CHECK ("source" IN ('SENT', 'OWN')));

CREATE TABLE "filing_draftpage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "page_key" varchar(80) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "answers" text NOT NULL, "saved_at" datetime NOT NULL, "draft_id" bigint NOT NULL REFERENCES "filing_draft" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_page_version" UNIQUE ("draft_id", "page_key", "version"));

CREATE TABLE "filing_draftpaper" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "paper_key" varchar(24) NOT NULL, "state" varchar(10) NOT NULL, "asked_for" varchar(64) NOT NULL, "digest" varchar(64) NOT NULL, "size" bigint NOT NULL, "media_type" varchar(100) NOT NULL, "seen" text NOT NULL, "asked_at" datetime NOT NULL, "draft_id" bigint NOT NULL REFERENCES "filing_draft" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "draft_paper_once" UNIQUE ("draft_id", "paper_key"), CONSTRAINT "draft_paper_state" CHECK ("state" IN ('WAITING', 'READY', 'UNREADABLE')), CONSTRAINT "draft_paper_ready_has_file" CHECK ((NOT ("state" = 'READY') OR NOT ("digest" = ''))));

CREATE TABLE "filing_message" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "seq" integer unsigned NOT NULL CHECK ("seq" >= 0), "from_office" bool NOT NULL, "author" varchar(200) NOT NULL, "text" text NOT NULL, "written_at" datetime NOT NULL, "seen_at" datetime NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "citizen_id" bigint NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "holding_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "message_one_per_place" UNIQUE ("dossier_id", "seq"), CONSTRAINT "message_says_something" CHECK (NOT ("text" = '')), CONSTRAINT "message_has_one_author" CHECK ((("citizen_id" IS NULL AND "from_office" AND "holding_id" IS NOT NULL) OR ("citizen_id" IS NOT NULL AND NOT "from_office" AND "holding_id" IS NULL))));

CREATE TABLE "interlinked_awaitedresult" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "state" varchar(8) NOT NULL, "settled_at" datetime NULL, "reason" varchar(500) NOT NULL, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "feeder_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "awaited_result_once" UNIQUE ("dossier_id", "feeder_id"), CONSTRAINT "awaited_result_state_known" CHECK ("state" IN ('WAITING', 'ARRIVED', 'FAILED')), CONSTRAINT "awaited_result_settled_when" CHECK ((("settled_at" IS NULL AND "state" = 'WAITING') OR (NOT ("state" = 'WAITING') AND "settled_at" IS NOT NULL))), CONSTRAINT "awaited_result_of_another" CHECK (NOT ("dossier_id" = ("feeder_id"))));

CREATE TABLE "interlinked_interlinkedgroup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(80) NOT NULL UNIQUE, CONSTRAINT "interlinked_group_has_code" CHECK ("code" > ''));

CREATE TABLE "interlinked_interlinkedversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "version_number" integer unsigned NOT NULL CHECK ("version_number" >= 0), "name" varchar(500) NOT NULL, "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "digest" varchar(64) NOT NULL, "published_at" datetime NOT NULL, "published_by" varchar(200) NOT NULL, "group_id" bigint NOT NULL REFERENCES "interlinked_interlinkedgroup" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "interlinked_version_number" UNIQUE ("group_id", "version_number"), CONSTRAINT "interlinked_version_forward" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))));

CREATE TABLE "interlinked_submission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_at" datetime NOT NULL, "head_id" bigint NOT NULL UNIQUE REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "interlinked_interlinkedversion" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "interlinked_submissionmember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "key" varchar(80) NOT NULL, "expected_at" datetime NULL, "dossier_id" bigint NOT NULL UNIQUE REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "submission_id" bigint NOT NULL REFERENCES "interlinked_submission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "submission_member_place" UNIQUE ("submission_id", "position"), CONSTRAINT "submission_member_once" UNIQUE ("submission_id", "key"));

CREATE TABLE "ledger_fact" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stream_seq" bigint NOT NULL, "subject_kind" varchar(40) NOT NULL, "subject_id" bigint NOT NULL, "subject_seq" integer NOT NULL, "code" varchar(80) NOT NULL, "code_version" smallint NOT NULL, "occurred_at" datetime NOT NULL, "recorded_at" datetime NOT NULL, "actor" text NOT NULL, "payload" text NOT NULL, "request_id" varchar(64) NOT NULL, "request_key" varchar(80) NULL UNIQUE, "request_digest" varchar(64) NOT NULL, "previous_digest" varchar(64) NOT NULL, "digest" varchar(64) NOT NULL, "stream_id" varchar(40) NOT NULL REFERENCES "ledger_stream" ("name") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "fact_place_in_stream" UNIQUE ("stream_id", "stream_seq"), CONSTRAINT "fact_place_in_subject" UNIQUE ("subject_kind", "subject_id", "subject_seq"), CONSTRAINT "fact_seq_from_1" CHECK ("stream_seq" >= 1));

CREATE TABLE "ledger_stream" ("name" varchar(40) NOT NULL PRIMARY KEY, "last_seq" bigint NOT NULL, "last_digest" varchar(64) NOT NULL);

CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);

CREATE TABLE "notices_accountnotice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "dossier_code" varchar(50) NOT NULL, "fact_seq" integer NOT NULL, "kind" varchar(20) NOT NULL, "stage" varchar(24) NOT NULL, "date" datetime NULL, "happened_at" datetime NOT NULL, "told_at" datetime NOT NULL, "read_at" datetime NULL, "citizen_id" bigint NOT NULL REFERENCES "citizens_citizen" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "petition_id" bigint NULL REFERENCES "feedback_petition" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "account_notice_once" UNIQUE ("dossier_id", "fact_seq", "citizen_id"), CONSTRAINT "account_notice_petition_once" UNIQUE ("petition_id", "fact_seq", "citizen_id"), CONSTRAINT "account_notice_of_one_thing" CHECK ((("dossier_id" IS NOT NULL AND "petition_id" IS NULL) OR ("dossier_id" IS NULL AND "petition_id" IS NOT NULL))), CONSTRAINT "account_notice_kind_known" CHECK ("kind" IN ('REGISTERED', 'RECEIVED', 'IN_TRANSIT', 'NOT_RECEIVED', 'STARTED', 'SUPPLEMENT_ASKED', 'SUPPLEMENTED', 'OBLIGATION_DUE', 'RESUMED', 'DATE_MOVED', 'EXTENDED', 'APOLOGY', 'WITHDRAWN', 'STOPPED', 'RESULT_READY', 'RETURNED', 'CORRECTED', 'REOPENED', 'ANSWERED', 'PAYMENT_RECEIVED', 'PAYMENT_REST', 'PAYMENT_EXPIRED', 'FEE_CHANGED', 'PETITION_TAKEN', 'PETITION_REFUSED', 'PETITION_UNCLEAR', 'PETITION_FORWARDED', 'PETITION_ANSWERED', 'PETITION_REOPENED')));

CREATE TABLE "notices_addresswish" ("address_digest" varchar(64) NOT NULL PRIMARY KEY, "is_wanted" bool NOT NULL, "in_digest" bool NOT NULL, "language" varchar(2) NOT NULL, "set_at" datetime NOT NULL, "quiet_from" time NULL, "quiet_until" time NULL, CONSTRAINT "wish_language_known" CHECK ("language" IN ('vi', 'en')), CONSTRAINT "wish_quiet_hours_whole" CHECK ((("quiet_from" IS NULL AND "quiet_until" IS NULL) OR ("quiet_from" IS NOT NULL AND "quiet_until" IS NOT NULL))));

CREATE TABLE "notices_delivery" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL UNIQUE, "carrier" varchar(8) NOT NULL, "address" varchar(254) NOT NULL, "address_digest" varchar(64) NOT NULL, "language" varchar(2) NOT NULL, "haste" varchar(8) NOT NULL, "subject" varchar(300) NOT NULL, "body" text NOT NULL, "state" varchar(9) NOT NULL, "attempts" smallint unsigned NOT NULL CHECK ("attempts" >= 0), "next_attempt_at" datetime NULL, "failure" varchar(16) NOT NULL, "reference" varchar(100) NOT NULL, "asked" smallint unsigned NOT NULL CHECK ("asked" >= 0), "ask_at" datetime NULL, "queued_at" datetime NOT NULL, "sent_at" datetime NULL, "delivered_at" datetime NULL, "ended_at" datetime NULL, CONSTRAINT "delivery_codes_known" CHECK (("carrier" IN ('EMAIL', 'SMS', 'ZALO') AND "language" IN ('vi', 'en'))), CONSTRAINT "delivery_state_known" CHECK (("state" IN ('WAITING', 'QUEUED', 'SENT', 'DELIVERED', 'FAILED') AND NOT ("state" = 'WAITING'))), CONSTRAINT "delivery_failure_known" CHECK ("failure" IN ('', 'ADDRESS_REFUSED', 'MESSAGE_REFUSED', 'NOT_ALLOWED', 'GATEWAY_BUSY', 'GATEWAY_FAULT', 'NOT_REACHED', 'NOT_DELIVERED')), CONSTRAINT "delivery_due_while_queued" CHECK ((("next_attempt_at" IS NOT NULL AND "state" = 'QUEUED') OR ("next_attempt_at" IS NULL AND NOT ("state" = 'QUEUED')))), CONSTRAINT "delivery_sent_has_when" CHECK ((NOT ("state" IN ('SENT', 'DELIVERED')) OR "sent_at" IS NOT NULL)), CONSTRAINT "delivery_failed_has_why" CHECK ((NOT ("state" = 'FAILED') OR NOT ("failure" = ''))));

CREATE TABLE "notices_notice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "dossier_code" varchar(50) NOT NULL, "fact_seq" integer NOT NULL, "kind" varchar(20) NOT NULL, "stage" varchar(24) NOT NULL, "date" datetime NULL, "carrier" varchar(8) NOT NULL, "address" varchar(254) NOT NULL, "address_digest" varchar(64) NOT NULL, "language" varchar(2) NOT NULL, "happened_at" datetime NOT NULL, "queued_at" datetime NOT NULL, "send_after" datetime NOT NULL, "state" varchar(9) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "delivery_id" bigint NULL REFERENCES "notices_delivery" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "petition_id" bigint NULL REFERENCES "feedback_petition" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "notice_told_once" UNIQUE ("dossier_id", "fact_seq", "carrier", "address_digest"), CONSTRAINT "notice_state_known" CHECK (("language" IN ('vi', 'en') AND "state" IN ('WAITING', 'QUEUED', 'SENT', 'DELIVERED', 'FAILED'))), CONSTRAINT "notice_waits_or_travels" CHECK ((("delivery_id" IS NULL AND "state" = 'WAITING') OR ("delivery_id" IS NOT NULL AND NOT ("state" = 'WAITING')))), CONSTRAINT "notice_petition_told_once" UNIQUE ("petition_id", "fact_seq", "carrier", "address_digest"), CONSTRAINT "notice_of_one_thing" CHECK ((("dossier_id" IS NOT NULL AND "petition_id" IS NULL) OR ("dossier_id" IS NULL AND "petition_id" IS NOT NULL))), CONSTRAINT "notice_codes_known" CHECK (("carrier" IN ('EMAIL', 'SMS', 'ZALO') AND "kind" IN ('REGISTERED', 'RECEIVED', 'IN_TRANSIT', 'NOT_RECEIVED', 'STARTED', 'SUPPLEMENT_ASKED', 'SUPPLEMENTED', 'OBLIGATION_DUE', 'RESUMED', 'DATE_MOVED', 'EXTENDED', 'APOLOGY', 'WITHDRAWN', 'STOPPED', 'RESULT_READY', 'RETURNED', 'CORRECTED', 'REOPENED', 'ANSWERED', 'PAYMENT_RECEIVED', 'PAYMENT_REST', 'PAYMENT_EXPIRED', 'FEE_CHANGED', 'PETITION_TAKEN', 'PETITION_REFUSED', 'PETITION_UNCLEAR', 'PETITION_FORWARDED', 'PETITION_ANSWERED', 'PETITION_REOPENED'))));

CREATE TABLE "notices_noticewording" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "kind" varchar(20) NOT NULL, "carrier" varchar(8) NOT NULL, "language" varchar(2) NOT NULL, "subject" varchar(150) NOT NULL, "body" text NOT NULL, "is_sent" bool NOT NULL, "set_at" datetime NOT NULL, "set_by" varchar(200) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "notice_wording_says_something" CHECK (NOT ("body" = '')), CONSTRAINT "notice_wording_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))), CONSTRAINT "notice_wording_codes_known" CHECK (("carrier" IN ('EMAIL', 'SMS', 'ZALO') AND "kind" IN ('REGISTERED', 'RECEIVED', 'IN_TRANSIT', 'NOT_RECEIVED', 'STARTED', 'SUPPLEMENT_ASKED', 'SUPPLEMENTED', 'OBLIGATION_DUE', 'RESUMED', 'DATE_MOVED', 'EXTENDED', 'APOLOGY', 'WITHDRAWN', 'STOPPED', 'RESULT_READY', 'RETURNED', 'CORRECTED', 'REOPENED', 'ANSWERED', 'PAYMENT_RECEIVED', 'PAYMENT_REST', 'PAYMENT_EXPIRED', 'FEE_CHANGED', 'PETITION_TAKEN', 'PETITION_REFUSED', 'PETITION_UNCLEAR', 'PETITION_FORWARDED', 'PETITION_ANSWERED', 'PETITION_REOPENED') AND "language" IN ('vi', 'en'))));

CREATE TABLE "notices_readplace" ("stream" varchar(40) NOT NULL PRIMARY KEY, "last_seq" bigint NOT NULL);

CREATE TABLE "papers_formwording" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "form_key" varchar(60) NOT NULL, "words" text NOT NULL CHECK ((JSON_VALID("words") OR "words" IS NULL)), "set_at" datetime NOT NULL, "set_by" varchar(200) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "form_wording_names_form" CHECK ("form_key" > ''), CONSTRAINT "form_wording_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE TABLE "payments_bankstatement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file_name" varchar(200) NOT NULL, "digest" varchar(64) NOT NULL, "form" varchar(12) NOT NULL, "read_at" datetime NOT NULL, "lines_in_file" integer unsigned NOT NULL CHECK ("lines_in_file" >= 0), "lines_new" integer unsigned NOT NULL CHECK ("lines_new" >= 0), "lines_out" integer unsigned NOT NULL CHECK ("lines_out" >= 0), "sum_new_vnd" bigint NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "read_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "account_id" bigint NOT NULL REFERENCES "payments_collectingaccount" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "payments_cardslip" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "terminal" varchar(16) NOT NULL, "reference" varchar(60) NOT NULL, "day" date NOT NULL, "last_four" varchar(4) NOT NULL, "paid_at" datetime NOT NULL, "amount_vnd" bigint NOT NULL, "is_void" bool NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "receipt_id" bigint NOT NULL UNIQUE REFERENCES "payments_receipt" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "card_slip_named" CHECK ((NOT ("terminal" = '') AND NOT ("reference" = ''))), CONSTRAINT "card_slip_of_something" CHECK ("amount_vnd" > 0));

CREATE TABLE "payments_collectingaccount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "bank_bin" varchar(6) NOT NULL, "bank_name" varchar(100) NOT NULL, "number" varchar(19) NOT NULL, "holder" varchar(100) NOT NULL, "gateway" varchar(30) NOT NULL, "merchant" varchar(60) NOT NULL, "columns" text NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "collecting_account_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))), CONSTRAINT "collecting_account_whole" CHECK ((NOT ("number" = '') AND NOT ("bank_name" = '') AND NOT ("holder" = ''))));

CREATE TABLE "payments_payment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "amount_vnd" bigint NOT NULL, "booked_vnd" bigint NOT NULL, "rest_vnd" bigint NOT NULL, "method" varchar(16) NOT NULL, "reference" varchar(80) NOT NULL, "cause" varchar(16) NOT NULL, "came_at" datetime NOT NULL, "booked_at" datetime NOT NULL, "reason" varchar(300) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "receipt_id" bigint NULL UNIQUE REFERENCES "payments_receipt" ("id") DEFERRABLE INITIALLY DEFERRED, "told_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "message_id" bigint NULL UNIQUE REFERENCES "payments_paymentmessage" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NULL REFERENCES "payments_paymentorder" ("id") DEFERRABLE INITIALLY DEFERRED, "line_id" bigint NULL UNIQUE REFERENCES "payments_statementline" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payment_of_something" CHECK ("amount_vnd" > 0), CONSTRAINT "payment_spread_whole" CHECK (("amount_vnd" = ("booked_vnd" + "rest_vnd") AND "booked_vnd" >= 0 AND "rest_vnd" >= 0)), CONSTRAINT "payment_booked_by_receipt" CHECK ((("booked_vnd" = 0 AND "receipt_id" IS NULL) OR ("booked_vnd" > 0 AND "receipt_id" IS NOT NULL))), CONSTRAINT "payment_seen_by_something" CHECK (("message_id" IS NOT NULL OR "line_id" IS NOT NULL OR ("told_by_id" IS NOT NULL AND NOT ("reason" = '')))), CONSTRAINT "payment_cause_known" CHECK ("cause" IN ('AS_ASKED', 'LATE', 'WRONG_AMOUNT', 'AGAIN', 'ASSIGNED')));

CREATE TABLE "payments_paymentmessage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "gateway" varchar(30) NOT NULL, "was_asked" bool NOT NULL, "received_at" datetime NOT NULL, "body" text NOT NULL, "signature" varchar(256) NOT NULL, "verdict" varchar(16) NOT NULL, "transaction" varchar(80) NOT NULL, "amount_vnd" bigint NULL, "order_id" bigint NULL REFERENCES "payments_paymentorder" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payment_message_verdict_known" CHECK ("verdict" IN ('ACCEPTED', 'ACCEPTED_LATE', 'WRONG_AMOUNT', 'REPEATED', 'CONTRADICTED', 'NOT_PAID', 'WRONG_CURRENCY', 'UNKNOWN_ORDER', 'STALE', 'FORGED', 'UNREADABLE')));

CREATE TABLE "payments_paymentorder" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" varchar(12) NOT NULL UNIQUE, "amount_vnd" bigint NOT NULL, "gateway" varchar(30) NOT NULL, "merchant" varchar(60) NOT NULL, "opened_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "state" varchar(20) NOT NULL, "ended_at" datetime NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "account_id" bigint NOT NULL REFERENCES "payments_collectingaccount" ("id") DEFERRABLE INITIALLY DEFERRED, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payment_order_state_known" CHECK ("state" IN ('OPEN', 'PAID', 'PAID_LATE', 'PAID_WRONG_AMOUNT', 'EXPIRED', 'WITHDRAWN')), CONSTRAINT "payment_order_of_something" CHECK ("amount_vnd" > 0), CONSTRAINT "payment_order_ended_whole" CHECK ((("ended_at" IS NULL AND "state" = 'OPEN') OR (NOT ("state" = 'OPEN') AND "ended_at" IS NOT NULL))));

CREATE TABLE "payments_paymentorderline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind" varchar(8) NOT NULL, "name" varchar(500) NOT NULL, "amount_vnd" bigint NOT NULL, "order_id" bigint NOT NULL REFERENCES "payments_paymentorder" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payment_order_line_place" UNIQUE ("order_id", "position"), CONSTRAINT "payment_order_line_kind_known" CHECK ("kind" IN ('FEE', 'CHARGE')), CONSTRAINT "payment_order_line_positive" CHECK ("amount_vnd" > 0));

CREATE TABLE "payments_receipt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "number" integer unsigned NOT NULL CHECK ("number" >= 0), "book_symbol" varchar(20) NOT NULL, "payer_name" varchar(200) NOT NULL, "payer_number" varchar(20) NOT NULL, "address" varchar(300) NOT NULL, "collected_at" datetime NOT NULL, "method" varchar(16) NOT NULL, "slip_number" varchar(60) NOT NULL, "total_vnd" bigint NOT NULL, "given_vnd" bigint NULL, "state" varchar(12) NOT NULL, "cancelled_at" datetime NULL, "reason" varchar(300) NOT NULL, "search_key" text NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "cancelled_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "collected_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "till_id" bigint NULL REFERENCES "payments_till" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "receipt_number_once" UNIQUE ("agency_id", "year", "number"), CONSTRAINT "receipt_eight_digits" CHECK (("number" >= 1 AND "number" <= 99999999)), CONSTRAINT "receipt_slip_named" CHECK (("method" = 'CASH' OR NOT ("slip_number" = ''))), CONSTRAINT "receipt_of_something" CHECK ("total_vnd" > 0), CONSTRAINT "receipt_given_enough" CHECK (("given_vnd" IS NULL OR "given_vnd" >= ("total_vnd"))), CONSTRAINT "receipt_has_a_payer" CHECK (NOT ("payer_name" = '')), CONSTRAINT "receipt_cancelled_with_reason" CHECK ((("cancelled_at" IS NULL AND "reason" = '' AND "state" = 'ISSUED') OR ("cancelled_at" IS NOT NULL AND "state" = 'CANCELLED' AND NOT ("reason" = '')))), CONSTRAINT "receipt_method_known" CHECK ("method" IN ('CASH', 'TRANSFER_SLIP', 'CARD_SLIP', 'VIETQR', 'GATEWAY', 'TRANSFER')), CONSTRAINT "receipt_till_at_the_counter_only" CHECK ((("collected_by_id" IS NOT NULL AND "method" IN ('CASH', 'TRANSFER_SLIP', 'CARD_SLIP') AND "till_id" IS NOT NULL) OR ("collected_by_id" IS NULL AND "dossier_id" IS NOT NULL AND "method" IN ('VIETQR', 'GATEWAY', 'TRANSFER') AND "till_id" IS NULL))));

CREATE TABLE "payments_receiptbook" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "symbol" varchar(20) NOT NULL, "last" integer unsigned NOT NULL CHECK ("last" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "receipt_book_one_a_year" UNIQUE ("agency_id", "year"), CONSTRAINT "receipt_book_eight_digits" CHECK (("last" >= 0 AND "last" <= 99999999)));

CREATE TABLE "payments_receiptline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind" varchar(8) NOT NULL, "name" varchar(500) NOT NULL, "amount_vnd" bigint NOT NULL, "is_additional" bool NOT NULL, "receipt_id" bigint NOT NULL REFERENCES "payments_receipt" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "receipt_line_place" UNIQUE ("receipt_id", "position"), CONSTRAINT "receipt_line_kind_known" CHECK ("kind" IN ('FEE', 'CHARGE')), CONSTRAINT "receipt_line_positive" CHECK ("amount_vnd" > 0));

CREATE TABLE "payments_statementline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(64) NOT NULL, "day" date NOT NULL, "amount_vnd" bigint NOT NULL, "text" varchar(500) NOT NULL, "bank_reference" varchar(80) NOT NULL, "payer_name" varchar(200) NOT NULL, "state" varchar(12) NOT NULL, "settled_at" datetime NULL, "reason" varchar(300) NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "account_id" bigint NOT NULL REFERENCES "payments_collectingaccount" ("id") DEFERRABLE INITIALLY DEFERRED, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NULL REFERENCES "payments_paymentorder" ("id") DEFERRABLE INITIALLY DEFERRED, "settled_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "statement_id" bigint NOT NULL REFERENCES "payments_bankstatement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "statement_line_once" UNIQUE ("agency_id", "key"), CONSTRAINT "statement_line_of_something" CHECK ("amount_vnd" > 0), CONSTRAINT "statement_line_state_known" CHECK ("state" IN ('WAITING', 'MATCHED', 'ASSIGNED', 'NOT_OURS')), CONSTRAINT "statement_line_not_ours_why" CHECK ((NOT ("state" = 'NOT_OURS') OR NOT ("reason" = ''))));

CREATE TABLE "payments_statementrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL, "holding_id" bigint NULL, "lines" text NOT NULL, "total" integer unsigned NOT NULL CHECK ("total" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "matched" integer unsigned NOT NULL CHECK ("matched" >= 0), "attempt" smallint unsigned NOT NULL CHECK ("attempt" >= 0), "asked_at" datetime NOT NULL, "touched_at" datetime NOT NULL, "finished_at" datetime NULL, "statement_id" bigint NOT NULL UNIQUE REFERENCES "payments_bankstatement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "statement_run_no_further_than_its_end" CHECK (("done" <= ("total") AND "matched" <= ("done"))));

CREATE TABLE "payments_till" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "opened_at" datetime NOT NULL, "opening_vnd" bigint NOT NULL, "closed_at" datetime NULL, "counted_vnd" bigint NULL, "expected_vnd" bigint NULL, "difference_vnd" bigint NULL, "notes" text NOT NULL, "note" varchar(500) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "holding_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "till_one_per_officer_day" UNIQUE ("holding_id", "agency_id", "day"), CONSTRAINT "till_opening_positive" CHECK ("opening_vnd" >= 0), CONSTRAINT "till_closed_whole" CHECK ((("closed_at" IS NULL AND "counted_vnd" IS NULL AND "difference_vnd" IS NULL AND "expected_vnd" IS NULL) OR ("closed_at" IS NOT NULL AND "difference_vnd" = ("counted_vnd" - "expected_vnd")))), CONSTRAINT "till_difference_explained" CHECK (("difference_vnd" IS NULL OR "difference_vnd" = 0 OR NOT ("note" = ''))));

CREATE TABLE "procedures_announcementdecision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" varchar(60) NOT NULL, "issuer" varchar(200) NOT NULL, "title" varchar(500) NOT NULL, "issued_on" date NULL, "effective_on" date NULL, CONSTRAINT "decision_number_of_issuer" UNIQUE ("number", "issuer"));

CREATE TABLE "procedures_exemption" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_code" varchar(40) NOT NULL, "name" varchar(500) NOT NULL, "percent" smallint unsigned NOT NULL CHECK ("percent" >= 0), "rule_id" bigint NOT NULL REFERENCES "procedures_feerule" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "exemption_of_group" UNIQUE ("rule_id", "group_code"), CONSTRAINT "exemption_percent_in_range" CHECK (("percent" >= 0 AND "percent" <= 100)), CONSTRAINT "exemption_group_known" CHECK ("group_code" IN ('MERIT', 'POOR_HOUSEHOLD', 'NEAR_POOR_HOUSEHOLD', 'DISABLED', 'CHILD', 'ELDERLY', 'HARDSHIP_ETHNIC', 'ORPHAN')));

CREATE TABLE "procedures_feerule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "channel" varchar(10) NOT NULL, "kind" varchar(10) NOT NULL, "name" varchar(500) NOT NULL, "case_text" text NOT NULL, "choice_group" varchar(40) NOT NULL, "amount_vnd" bigint NOT NULL, "per" varchar(10) NOT NULL, "free_units" integer unsigned NOT NULL CHECK ("free_units" >= 0), "tiers" text NOT NULL CHECK ((JSON_VALID("tiers") OR "tiers" IS NULL)), "cap_vnd" bigint NULL, "set_locally" bool NOT NULL, "source_note" varchar(500) NOT NULL, "variant_id" bigint NULL REFERENCES "procedures_procedurevariant" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, "asked_at" varchar(10) NOT NULL, CONSTRAINT "fee_position" UNIQUE ("version_id", "position"), CONSTRAINT "fee_kind_known" CHECK ("kind" IN ('FEE', 'CHARGE')), CONSTRAINT "fee_unit_known" CHECK ("per" IN ('DOSSIER', 'COPY', 'PAGE')), CONSTRAINT "fee_channel_known" CHECK ("channel" IN ('', 'DESK', 'ONLINE', 'POST')), CONSTRAINT "fee_amount_from_0" CHECK ("amount_vnd" >= 0), CONSTRAINT "fee_cap_from_0" CHECK (("cap_vnd" IS NULL OR "cap_vnd" >= 0)), CONSTRAINT "fee_asked_at_known" CHECK ("asked_at" IN ('RECEPTION', 'SUPPLEMENT', 'RETURN')));

CREATE TABLE "procedures_lifeevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "code" varchar(60) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "digest" varchar(64) NOT NULL, "published_at" datetime NOT NULL, CONSTRAINT "life_event_period_forward" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))));

CREATE TABLE "procedures_procedure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL, "scope" varchar(10) NOT NULL, "place" varchar(100) NOT NULL, CONSTRAINT "procedure_code_of_place" UNIQUE ("code", "scope", "place"), CONSTRAINT "procedure_scope_known" CHECK ("scope" IN ('NATIONAL', 'LOCAL')));

CREATE TABLE "procedures_procedurevariant" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "name" text NOT NULL, "is_default" bool NOT NULL, "version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "variant_position" UNIQUE ("version_id", "position"));

CREATE TABLE "procedures_procedureversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "name" text NOT NULL, "name_key" text NOT NULL, "field_name" varchar(200) NOT NULL, "levels" text NOT NULL CHECK ((JSON_VALID("levels") OR "levels" IS NULL)), "implementing_body" text NOT NULL, "competent_body" text NOT NULL, "cooperating_bodies" text NOT NULL, "channels" text NOT NULL CHECK ((JSON_VALID("channels") OR "channels" IS NULL)), "online_level" varchar(20) NOT NULL, "legal_basis" text NOT NULL CHECK ((JSON_VALID("legal_basis") OR "legal_basis" IS NULL)), "applicant_kinds" text NOT NULL CHECK ((JSON_VALID("applicant_kinds") OR "applicant_kinds" IS NULL)), "results" text NOT NULL CHECK ((JSON_VALID("results") OR "results" IS NULL)), "requirements" text NOT NULL, "supplement_policy" varchar(10) NOT NULL, "source" varchar(500) NOT NULL, "source_place" varchar(100) NOT NULL, "notes" text NOT NULL CHECK ((JSON_VALID("notes") OR "notes" IS NULL)), "missing" text NOT NULL CHECK ((JSON_VALID("missing") OR "missing" IS NULL)), "content_digest" varchar(64) NOT NULL, "published_at" datetime NOT NULL, "decision_id" bigint NULL REFERENCES "procedures_announcementdecision" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_id" bigint NOT NULL REFERENCES "procedures_procedure" ("id") DEFERRABLE INITIALLY DEFERRED, "sector_id" bigint NOT NULL REFERENCES "procedures_sector" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "version_period_forward" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))), CONSTRAINT "version_online_level_known" CHECK ("online_level" IN ('FULL', 'PARTIAL', 'INFORMATION', 'UNSTATED')), CONSTRAINT "version_supplement_policy_known" CHECK ("supplement_policy" IN ('PAUSE', 'RESTART', 'CONTINUE')));

CREATE TABLE "procedures_requireddocument" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "name" text NOT NULL, "originals" smallint unsigned NULL CHECK ("originals" >= 0), "copies" smallint unsigned NULL CHECK ("copies" >= 0), "present_only" bool NOT NULL, "is_optional" bool NOT NULL, "is_note" bool NOT NULL, "form_name" varchar(500) NOT NULL, "group" text NOT NULL, "details" text NOT NULL, "variant_id" bigint NOT NULL REFERENCES "procedures_procedurevariant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "document_position" UNIQUE ("variant_id", "position"));

CREATE TABLE "procedures_sector" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(60) NOT NULL UNIQUE, "name" varchar(200) NOT NULL);

CREATE TABLE "procedures_timelimit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "channel" varchar(10) NOT NULL, "unit" varchar(20) NOT NULL, "value" decimal NULL, "text" text NOT NULL, "source_note" varchar(500) NOT NULL, "stages" text NOT NULL CHECK ((JSON_VALID("stages") OR "stages" IS NULL)), "variant_id" bigint NULL REFERENCES "procedures_procedurevariant" ("id") DEFERRABLE INITIALLY DEFERRED, "version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "limit_once" UNIQUE ("version_id", "variant_id", "channel"), CONSTRAINT "limit_unit_known" CHECK ("unit" IN ('', 'SAME_DAY', 'WORKING_HOURS', 'HALF_DAYS', 'WORKING_DAYS', 'CALENDAR_DAYS', 'MONTHS', 'YEARS')), CONSTRAINT "limit_channel_known" CHECK ("channel" IN ('', 'DESK', 'ONLINE', 'POST')), CONSTRAINT "limit_value_fits_unit" CHECK ((("unit" = '' AND "value" IS NULL) OR (NOT ("unit" = '') AND "value" >= '0' AND "value" IS NOT NULL))));

CREATE TABLE "processes_internalprocess" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "procedure_version_id" bigint NOT NULL REFERENCES "procedures_procedureversion" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" bigint NULL REFERENCES "procedures_procedurevariant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "process_of_agency_and_variant" UNIQUE ("procedure_version_id", "agency_id", "variant_id"));

CREATE TABLE "processes_processdraft" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "edition" integer unsigned NOT NULL CHECK ("edition" >= 0), "source" varchar(200) NOT NULL, "saved_at" datetime NOT NULL, "saved_by" varchar(200) NOT NULL, "process_id" bigint NOT NULL UNIQUE REFERENCES "processes_internalprocess" ("id") DEFERRABLE INITIALLY DEFERRED, "replaced" text NULL CHECK ((JSON_VALID("replaced") OR "replaced" IS NULL)), CONSTRAINT "process_draft_was_saved" CHECK ("edition" >= 1));

CREATE TABLE "processes_processversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "version_number" integer unsigned NOT NULL CHECK ("version_number" >= 0), "title" varchar(300) NOT NULL, "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "digest" varchar(64) NOT NULL, "acknowledged" text NOT NULL CHECK ((JSON_VALID("acknowledged") OR "acknowledged" IS NULL)), "reason" text NOT NULL, "published_at" datetime NOT NULL, "published_by" varchar(200) NOT NULL, "process_id" bigint NOT NULL REFERENCES "processes_internalprocess" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "process_version_number" UNIQUE ("process_id", "version_number"), CONSTRAINT "process_version_period_forward" CHECK (("valid_until" IS NULL OR "valid_until" >= ("valid_from"))), CONSTRAINT "process_version_from_1" CHECK ("version_number" >= 1));

CREATE TABLE "reconciliation_comparison" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "compared_at" datetime NOT NULL, "since" date NOT NULL, "found" integer unsigned NOT NULL CHECK ("found" >= 0), "gone" integer unsigned NOT NULL CHECK ("gone" >= 0), "standing" integer unsigned NOT NULL CHECK ("standing" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "reconciliation_difference" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(24) NOT NULL, "subject_kind" varchar(20) NOT NULL, "subject_id" bigint NOT NULL, "day" date NOT NULL, "amount_vnd" bigint NOT NULL, "likely" varchar(20) NOT NULL, "about" varchar(80) NOT NULL, "found_at" datetime NOT NULL, "state" varchar(10) NOT NULL, "explained_at" datetime NULL, "reason" varchar(500) NOT NULL, "gone_at" datetime NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "explained_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "difference_once" UNIQUE ("agency_id", "kind", "subject_kind", "subject_id"), CONSTRAINT "difference_known" CHECK (("kind" IN ('TILL_COUNT', 'TILL_OPEN', 'TILL_RECEIPTS', 'BOOKS', 'LINE_WAITING', 'LINE_WITHOUT_RECEIPT', 'RECEIPT_WITHOUT_MONEY', 'REST', 'PAID_LESS', 'BANK_FEE', 'ORDER_STUCK', 'MESSAGE_REFUSED', 'REFUND_STUCK', 'STATEMENT_MISSING') AND "likely" IN ('MISCOUNTED', 'FORGOTTEN', 'TAMPERED', 'SLIP_AT_COUNTER', 'WRONG_REFERENCE', 'UNKNOWN', 'PAID_TWICE', 'PAID_LATE', 'PAID_TOO_MUCH', 'PAID_TOO_LITTLE', 'FEE_BY_BANK', 'NEVER_CAME', 'NOT_READ', 'JOB_STOPPED', 'FORGED', 'GATEWAY_FAULT', 'UNDECIDED', 'UNPAID') AND "subject_kind" IN ('till', 'receipt', 'payment', 'statement-line', 'payment-order', 'payment-message', 'refund', 'collecting-account'))), CONSTRAINT "difference_state_whole" CHECK ((("explained_at" IS NULL AND "gone_at" IS NULL AND "state" = 'OPEN') OR ("explained_at" IS NOT NULL AND "gone_at" IS NULL AND "state" = 'EXPLAINED' AND NOT ("reason" = '')) OR ("gone_at" IS NOT NULL AND "state" = 'GONE'))));

CREATE TABLE "reports_closedreport" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(20) NOT NULL, "with_subordinates" bool NOT NULL, "from_day" date NOT NULL, "until_day" date NOT NULL, "definition_version" smallint unsigned NOT NULL CHECK ("definition_version" >= 0), "told" text NOT NULL, "digest" varchar(64) NOT NULL, "closed_at" datetime NOT NULL, "closer_name" varchar(200) NOT NULL, "closer_title" varchar(200) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "closed_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "closed_report_once" UNIQUE ("agency_id", "name", "with_subordinates", "from_day", "until_day"), CONSTRAINT "closed_report_period_forward" CHECK ("until_day" >= ("from_day")), CONSTRAINT "closed_report_name_known" CHECK ("name" IN ('ii06a', 'on-time', 'online-share', 'officers')), CONSTRAINT "closed_report_whole" CHECK ((NOT ("told" = '') AND NOT ("digest" = ''))));

CREATE TABLE "reports_promiserow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "period" varchar(10) NOT NULL, "from_day" date NOT NULL, "until_day" date NOT NULL, "agency_name" varchar(500) NOT NULL, "scope" varchar(10) NOT NULL, "code" varchar(40) NOT NULL, "name" text NOT NULL, "name_key" text NOT NULL, "place" integer unsigned NOT NULL CHECK ("place" >= 0), "limit_unit" varchar(20) NOT NULL, "limit_value" decimal NULL, "fees" text NOT NULL CHECK ((JSON_VALID("fees") OR "fees" IS NULL)), "received" integer unsigned NULL CHECK ("received" >= 0), "online" integer unsigned NULL CHECK ("online" >= 0), "settled" integer unsigned NULL CHECK ("settled" >= 0), "in_time" integer unsigned NULL CHECK ("in_time" >= 0), "median_days" integer unsigned NULL CHECK ("median_days" >= 0), "days_of_nine_in_ten" integer unsigned NULL CHECK ("days_of_nine_in_ten" >= 0), "counted_at" datetime NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "feedback_due" integer unsigned NULL CHECK ("feedback_due" >= 0), "feedback_in_time" integer unsigned NULL CHECK ("feedback_in_time" >= 0), "satisfied_high" real NULL, "satisfied_low" real NULL, "satisfied_percent" real NULL, "surveys_answered" integer unsigned NULL CHECK ("surveys_answered" >= 0), "surveys_invited" integer unsigned NULL CHECK ("surveys_invited" >= 0), CONSTRAINT "promise_place_once" UNIQUE ("period", "place"), CONSTRAINT "promise_online_part" CHECK (("online" IS NULL OR "online" <= ("received"))), CONSTRAINT "promise_in_time_part" CHECK (("in_time" IS NULL OR "in_time" <= ("settled"))), CONSTRAINT "promise_counts_with_parts" CHECK ((("received" IS NULL OR "online" IS NOT NULL) AND ("settled" IS NULL OR "in_time" IS NOT NULL))));

CREATE TABLE "reports_publishedfigure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "scope" varchar(10) NOT NULL, "code" varchar(40) NOT NULL, "from_day" date NOT NULL, "until_day" date NOT NULL, "received" integer unsigned NOT NULL CHECK ("received" >= 0), "online" integer unsigned NOT NULL CHECK ("online" >= 0), "settled" integer unsigned NOT NULL CHECK ("settled" >= 0), "in_time" integer unsigned NOT NULL CHECK ("in_time" >= 0), "median_days" integer unsigned NULL CHECK ("median_days" >= 0), "days_of_nine_in_ten" integer unsigned NULL CHECK ("days_of_nine_in_ten" >= 0), "counted_at" datetime NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "received_hidden" bool NOT NULL, "settled_hidden" bool NOT NULL, CONSTRAINT "published_figure_once" UNIQUE ("code", "scope", "agency_id"), CONSTRAINT "published_figure_parts" CHECK (("in_time" <= ("settled") AND "online" <= ("received"))));

CREATE TABLE "settlements_refund" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(24) NOT NULL, "note" varchar(500) NOT NULL, "payee" varchar(300) NOT NULL, "fee_vnd" bigint NOT NULL, "charge_vnd" bigint NOT NULL, "state" varchar(10) NOT NULL, "requested_at" datetime NOT NULL, "decided_at" datetime NULL, "decision_note" varchar(500) NOT NULL, "paid_at" datetime NULL, "way" varchar(10) NOT NULL, "slip_number" varchar(60) NOT NULL, "year" smallint unsigned NULL CHECK ("year" >= 0), "number" integer unsigned NULL CHECK ("number" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "paid_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "receipt_id" bigint NULL REFERENCES "payments_receipt" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "till_id" bigint NULL REFERENCES "payments_till" ("id") DEFERRABLE INITIALLY DEFERRED, "payment_id" bigint NULL REFERENCES "payments_payment" ("id") DEFERRABLE INITIALLY DEFERRED, "rest_vnd" bigint NOT NULL, CONSTRAINT "refund_number_once" UNIQUE ("agency_id", "year", "number"), CONSTRAINT "refund_reason_known" CHECK ("reason" IN ('REFUSED_DOSSIER', 'PAID_TWICE', 'PAID_TOO_MUCH', 'EXEMPTION_PROVEN_LATER', 'FEE_LOWERED', 'OTHER')), CONSTRAINT "refund_decided_by_another" CHECK (("decided_by_id" IS NULL OR NOT ("decided_by_id" = ("requested_by_id") AND "decided_by_id" IS NOT NULL))), CONSTRAINT "refund_step_by_step" CHECK ((("decided_at" IS NULL AND "paid_at" IS NULL AND "state" = 'REQUESTED') OR ("decided_at" IS NOT NULL AND "paid_at" IS NULL AND "state" IN ('APPROVED', 'DENIED')) OR ("decided_at" IS NOT NULL AND "number" IS NOT NULL AND "paid_at" IS NOT NULL AND "state" = 'PAID'))), CONSTRAINT "refund_way_whole" CHECK ((("paid_at" IS NULL AND "way" = '') OR ("till_id" IS NOT NULL AND "way" = 'CASH') OR ("till_id" IS NULL AND "way" = 'TRANSFER' AND NOT ("slip_number" = '')))), CONSTRAINT "refund_of_something" CHECK ((("charge_vnd" >= 0 AND "fee_vnd" >= 0 AND "payment_id" IS NULL AND "receipt_id" IS NOT NULL AND "rest_vnd" = 0 AND NOT ("charge_vnd" = 0 AND "fee_vnd" = 0)) OR ("charge_vnd" = 0 AND "fee_vnd" = 0 AND "payment_id" IS NOT NULL AND "receipt_id" IS NULL AND "rest_vnd" > 0))));

CREATE TABLE "settlements_settlement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "first_day" date NOT NULL, "last_day" date NOT NULL, "kept_fee_bp" integer unsigned NOT NULL CHECK ("kept_fee_bp" >= 0), "kept_charge_bp" integer unsigned NOT NULL CHECK ("kept_charge_bp" >= 0), "state" varchar(10) NOT NULL, "drafted_at" datetime NOT NULL, "sent_at" datetime NULL, "sent_note" varchar(500) NOT NULL, "answered_at" datetime NULL, "answer_note" varchar(500) NOT NULL, "paid_at" datetime NULL, "way" varchar(10) NOT NULL, "slip_number" varchar(60) NOT NULL, "paid_on" date NULL, "next_transfer" bigint NOT NULL, "version" integer unsigned NOT NULL CHECK ("version" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "answered_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "drafted_by_id" bigint NOT NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "due_agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "paid_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "sent_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "settlement_period_once" UNIQUE ("agency_id", "due_agency_id", "first_day"), CONSTRAINT "settlement_period_forward" CHECK ("last_day" >= ("first_day")), CONSTRAINT "settlement_state_known" CHECK ("state" IN ('DRAFT', 'SENT', 'DISPUTED', 'ACCEPTED', 'PAID')), CONSTRAINT "settlement_sent_whole" CHECK ((("sent_at" IS NULL AND "state" = 'DRAFT') OR (NOT ("state" = 'DRAFT') AND "sent_at" IS NOT NULL))), CONSTRAINT "settlement_disputed_why" CHECK ((NOT ("state" = 'DISPUTED') OR NOT ("answer_note" = ''))), CONSTRAINT "settlement_accepted_by_another" CHECK ((NOT ("state" IN ('ACCEPTED', 'PAID')) OR ("answered_by_id" IS NOT NULL AND NOT ("answered_by_id" = ("sent_by_id") AND "answered_by_id" IS NOT NULL AND "sent_by_id" IS NOT NULL)))), CONSTRAINT "settlement_paid_whole" CHECK ((("paid_at" IS NOT NULL AND "state" = 'PAID' AND (("slip_number" = '' AND "way" = '') OR ("paid_on" IS NOT NULL AND "way" IN ('TRANSFER', 'CASH') AND NOT ("slip_number" = '')))) OR (NOT ("state" = 'PAID') AND "paid_at" IS NULL AND "way" = ''))));

CREATE TABLE "settlements_settlementitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(10) NOT NULL, "kind" varchar(8) NOT NULL, "amount_vnd" bigint NOT NULL, "is_late" bool NOT NULL, "settlement_id" bigint NOT NULL REFERENCES "settlements_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, "transfer_id" bigint NOT NULL UNIQUE REFERENCES "books_transfer" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "settlements_settlementpart" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(8) NOT NULL, "carried_vnd" bigint NOT NULL, "collected_vnd" bigint NOT NULL, "cancelled_vnd" bigint NOT NULL, "refunded_vnd" bigint NOT NULL, "kept_vnd" bigint NOT NULL, "due_vnd" bigint NOT NULL, "settlement_id" bigint NOT NULL REFERENCES "settlements_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "settlement_part_once" UNIQUE ("settlement_id", "kind"), CONSTRAINT "settlement_part_kind_known" CHECK ("kind" IN ('FEE', 'CHARGE')), CONSTRAINT "settlement_part_adds_up" CHECK (("cancelled_vnd" >= 0 AND "carried_vnd" <= 0 AND "collected_vnd" >= 0 AND "due_vnd" = (((("carried_vnd" + "collected_vnd") - "cancelled_vnd") - "refunded_vnd") - "kept_vnd") AND "kept_vnd" >= 0 AND "refunded_vnd" >= 0)));

CREATE TABLE "settlements_settlementterms" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "span" varchar(8) NOT NULL, "kept_fee_bp" integer unsigned NOT NULL CHECK ("kept_fee_bp" >= 0), "kept_charge_bp" integer unsigned NOT NULL CHECK ("kept_charge_bp" >= 0), "basis" varchar(300) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "settlement_terms_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))), CONSTRAINT "settlement_terms_span_known" CHECK ("span" IN ('DAY', 'WEEK', 'MONTH', 'QUARTER')), CONSTRAINT "settlement_terms_share" CHECK (("kept_charge_bp" <= 10000 AND "kept_fee_bp" <= 10000)), CONSTRAINT "settlement_terms_basis" CHECK (NOT ("basis" = '')));

CREATE TABLE "settlements_voucherbook" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "last" integer unsigned NOT NULL CHECK ("last" >= 0), "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "voucher_book_one_a_year" UNIQUE ("agency_id", "year"));

CREATE TABLE "surveys_devicehabit" ("device_id" bigint NOT NULL PRIMARY KEY REFERENCES "surveys_surveydevice" ("id") DEFERRABLE INITIALLY DEFERRED, "last_at" datetime NULL, "run_pattern" varchar(64) NOT NULL, "run_length" integer unsigned NOT NULL CHECK ("run_length" >= 0), "pairs" integer unsigned NOT NULL CHECK ("pairs" >= 0), "pairs_same" integer unsigned NOT NULL CHECK ("pairs_same" >= 0));

CREATE TABLE "surveys_deviceturn" ("device_id" bigint NOT NULL PRIMARY KEY REFERENCES "surveys_surveydevice" ("id") DEFERRABLE INITIALLY DEFERRED, "shown_at" datetime NULL, "opened_at" datetime NULL, "invitation_id" bigint NULL REFERENCES "surveys_invitation" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "surveys_followup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "occasion" varchar(12) NOT NULL, "opened_on" date NOT NULL, "due_on" date NOT NULL, "reasons" text NOT NULL, "comment" varchar(1000) NOT NULL, "contact" varchar(120) NOT NULL, "state" varchar(8) NOT NULL, "closed_at" datetime NULL, "outcome" varchar(1000) NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "follow_up_closed_with_outcome" CHECK ((("closed_at" IS NULL AND "outcome" = '' AND "state" = 'OPEN') OR ("closed_at" IS NOT NULL AND "state" = 'CLOSED' AND NOT ("outcome" = '')))));

CREATE TABLE "surveys_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "procedure_id" bigint NOT NULL, "occasion" varchar(12) NOT NULL, "round" smallint unsigned NOT NULL CHECK ("round" >= 0), "day" date NOT NULL, "was_late" bool NOT NULL, "is_online" bool NOT NULL, "is_used" bool NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NOT NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "is_older" bool NULL, CONSTRAINT "invitation_one_per_occasion" UNIQUE ("dossier_id", "occasion", "round"), CONSTRAINT "invitation_occasion_known" CHECK ("occasion" IN ('RECEPTION', 'SUPPLEMENT', 'RETURN')));

CREATE TABLE "surveys_invitationkey" ("digest" varchar(64) NOT NULL PRIMARY KEY, "way" varchar(8) NOT NULL, "expires_on" date NOT NULL, "invitation_id" bigint NOT NULL REFERENCES "surveys_invitation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "invitation_key_way_known" CHECK ("way" IN ('LINK', 'PAPER', 'TABLET')));

CREATE TABLE "surveys_questionnaire" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "occasion" varchar(12) NOT NULL, "definition" text NOT NULL, "set_at" datetime NOT NULL, "set_by" varchar(200) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "questionnaire_ends_after_start" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))), CONSTRAINT "questionnaire_occasion_known" CHECK ("occasion" IN ('RECEPTION', 'SUPPLEMENT', 'RETURN')));

CREATE TABLE "surveys_surveyanswer" ("key" varchar(32) NOT NULL PRIMARY KEY, "procedure_id" bigint NOT NULL, "occasion" varchar(12) NOT NULL, "day" date NOT NULL, "way" varchar(8) NOT NULL, "form_key" varchar(40) NOT NULL, "choices" text NOT NULL, "reasons" text NOT NULL, "points" integer unsigned NOT NULL CHECK ("points" >= 0), "is_satisfied" bool NOT NULL, "is_bad" bool NOT NULL, "is_invited" bool NOT NULL, "signs" text NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "device_id" bigint NULL REFERENCES "surveys_surveydevice" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "survey_answer_occasion_known" CHECK ("occasion" IN ('RECEPTION', 'SUPPLEMENT', 'RETURN')), CONSTRAINT "survey_answer_way_known" CHECK ("way" IN ('LINK', 'PAPER', 'TABLET')), CONSTRAINT "survey_answer_points" CHECK ("points" <= 10000), CONSTRAINT "survey_answer_device_only_at_counter" CHECK (("way" = 'TABLET' OR ("device_id" IS NULL AND "is_invited"))));

CREATE TABLE "surveys_surveydevice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "pairing_digest" varchar(64) NOT NULL, "pairing_until" datetime NULL, "secret_digest" varchar(64) NOT NULL, "takes_uninvited" bool NOT NULL, "retired_at" datetime NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "survey_device_has_a_name" CHECK (NOT ("name" = '')));

CREATE TABLE "surveys_surveyplace" ("stream" varchar(40) NOT NULL PRIMARY KEY, "last_seq" bigint NOT NULL);

CREATE TABLE "surveys_surveyseal" ("answer_id" varchar(32) NOT NULL PRIMARY KEY REFERENCES "surveys_surveyanswer" ("key") DEFERRABLE INITIALLY DEFERRED, "lot" integer unsigned NOT NULL CHECK ("lot" >= 0));

CREATE TABLE "surveys_surveytally" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "agency_id" bigint NOT NULL, "grain" varchar(5) NOT NULL, "day" date NOT NULL, "procedure_id" bigint NOT NULL, "occasion" varchar(12) NOT NULL, "invited" integer NOT NULL, "used" integer NOT NULL, "answered" integer NOT NULL, "satisfied" integer NOT NULL, "points" bigint NOT NULL, "flagged" integer NOT NULL, "flagged_satisfied" integer NOT NULL, "flagged_points" bigint NOT NULL, "late_invited" integer NOT NULL, "late_used" integer NOT NULL, "online_invited" integer NOT NULL, "online_used" integer NOT NULL, "aged_invited" integer NOT NULL, "aged_used" integer NOT NULL, "older_invited" integer NOT NULL, "older_used" integer NOT NULL, CONSTRAINT "survey_tally_one_cell" UNIQUE ("agency_id", "grain", "day", "procedure_id", "occasion"), CONSTRAINT "survey_tally_grain_known" CHECK ("grain" IN ('DAY', 'MONTH')));

CREATE TABLE "workflow_processrun" ("dossier_id" bigint NOT NULL PRIMARY KEY REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "state" text NOT NULL, "begun_at" datetime NOT NULL, "ended_at" datetime NULL, "process_version_id" bigint NOT NULL REFERENCES "processes_processversion" ("id") DEFERRABLE INITIALLY DEFERRED);

CREATE TABLE "workflow_replayrun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "definition" text NOT NULL CHECK ((JSON_VALID("definition") OR "definition" IS NULL)), "digest" varchar(64) NOT NULL, "agency_ids" text NOT NULL CHECK ((JSON_VALID("agency_ids") OR "agency_ids" IS NULL)), "procedure_version_ids" text NOT NULL CHECK ((JSON_VALID("procedure_version_ids") OR "procedure_version_ids" IS NULL)), "from_day" date NOT NULL, "until_day" date NOT NULL, "user_id" bigint NOT NULL, "asked_at" datetime NOT NULL, "touched_at" datetime NOT NULL, "finished_at" datetime NULL, "attempt" smallint unsigned NOT NULL CHECK ("attempt" >= 0), "total" integer unsigned NULL CHECK ("total" >= 0), "done" integer unsigned NOT NULL CHECK ("done" >= 0), "last_id" bigint NOT NULL, "tally" text NOT NULL CHECK ((JSON_VALID("tally") OR "tally" IS NULL)), "process_id" bigint NOT NULL REFERENCES "processes_internalprocess" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "replay_period_forward" CHECK ("until_day" >= ("from_day")));

CREATE TABLE "workflow_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(16) NOT NULL, "state" varchar(16) NOT NULL, "step_key" varchar(40) NOT NULL, "round" smallint unsigned NOT NULL CHECK ("round" >= 0), "number" varchar(12) NOT NULL, "name" varchar(300) NOT NULL, "role" varchar(16) NOT NULL, "asked_by_name" varchar(200) NOT NULL, "question" text NOT NULL, "is_mandatory" bool NOT NULL, "is_outside" bool NOT NULL, "opened_at" datetime NOT NULL, "due_at" datetime NULL, "remind_at" datetime NULL, "escalate_at" datetime NULL, "order_at" datetime NOT NULL, "clock" text NOT NULL, "effort" integer unsigned NOT NULL CHECK ("effort" >= 0), "closed_at" datetime NULL, "closed_by_name" varchar(200) NOT NULL, "closed_user_id" bigint NULL, "answer" text NOT NULL, "agency_id" bigint NOT NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "asked_by_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "assignee_id" bigint NULL REFERENCES "accounts_holding" ("id") DEFERRABLE INITIALLY DEFERRED, "dossier_id" bigint NULL REFERENCES "dossiers_dossier" ("id") DEFERRABLE INITIALLY DEFERRED, "unit_id" bigint NULL REFERENCES "agencies_unit" ("id") DEFERRABLE INITIALLY DEFERRED, "asked_by_agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, "spent" integer unsigned NOT NULL CHECK ("spent" >= 0), CONSTRAINT "task_kind_known" CHECK ("kind" IN ('STEP', 'REVIEW', 'CONSULTATION', 'INSPECTION', 'DIRECTIVE')), CONSTRAINT "task_state_known" CHECK ("state" IN ('OPEN', 'DONE', 'HANDED_BACK', 'SKIPPED', 'WAIVED', 'CANCELLED')), CONSTRAINT "task_closed_has_when" CHECK ((("state" = 'OPEN' AND "closed_at" IS NULL) OR (NOT ("state" = 'OPEN') AND "closed_at" IS NOT NULL))), CONSTRAINT "task_step_has_key" CHECK ((NOT ("kind" = 'STEP') OR (NOT ("step_key" = '') AND "dossier_id" IS NOT NULL))), CONSTRAINT "task_closed_after_opened" CHECK (("closed_at" IS NULL OR "closed_at" >= ("opened_at"))), CONSTRAINT "task_about_a_dossier" CHECK (("dossier_id" IS NOT NULL OR "kind" = 'DIRECTIVE')), CONSTRAINT "task_has_a_name" CHECK (NOT ("name" = '')));

CREATE TABLE "worktime_calendarday" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "kind" varchar(16) NOT NULL, "cause" varchar(16) NOT NULL, "name" varchar(200) NOT NULL, "sessions" text NOT NULL CHECK ((JSON_VALID("sessions") OR "sessions" IS NULL)), "like_weekday" smallint unsigned NOT NULL CHECK ("like_weekday" >= 0), "instead_of" date NULL, "source" varchar(300) NOT NULL, "announced_at" datetime NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "calendar_day_once" UNIQUE ("agency_id", "day"), CONSTRAINT "calendar_day_kind_known" CHECK ("kind" IN ('OFF', 'MORNING_OFF', 'AFTERNOON_OFF', 'EXTRA_WORK')), CONSTRAINT "calendar_day_cause_known" CHECK ("cause" IN ('STATUTORY', 'TET', 'COMPENSATORY', 'SWAPPED_OFF', 'SWAPPED_WORK', 'LOCAL_WORK', 'LOCAL_CLOSURE')), CONSTRAINT "calendar_day_like_weekday" CHECK ("like_weekday" <= 6));

CREATE TABLE "worktime_officecalendar" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_until" date NULL, "week" text NOT NULL CHECK ((JSON_VALID("week") OR "week" IS NULL)), "counting" varchar(24) NOT NULL, "outside_hours" varchar(16) NOT NULL, "cutoff_minute" smallint unsigned NULL CHECK ("cutoff_minute" >= 0), "cutoff_applies_to" varchar(16) NOT NULL, "basis" varchar(300) NOT NULL, "agency_id" bigint NULL REFERENCES "agencies_agency" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "calendar_counting_known" CHECK ("counting" IN ('FIRST_DAY_EXCLUDED', 'ROLLING_HOURS')), CONSTRAINT "calendar_outside_known" CHECK ("outside_hours" IN ('SAME_DAY', 'NEXT_SESSION')), CONSTRAINT "calendar_cutoff_known" CHECK ("cutoff_applies_to" IN ('SAME_DAY', 'ALL')), CONSTRAINT "calendar_cutoff_in_day" CHECK (("cutoff_minute" IS NULL OR "cutoff_minute" < 1440)), CONSTRAINT "calendar_period" CHECK (("valid_until" IS NULL OR "valid_until" > ("valid_from"))));

CREATE INDEX "access_log_agency" ON "audit_accesslog" ("agency_id", "at");

CREATE INDEX "access_log_subject" ON "audit_accesslog" ("subject_kind", "subject_id", "at");

CREATE INDEX "access_log_time" ON "audit_accesslog" ("at", "id");

CREATE INDEX "access_log_user" ON "audit_accesslog" ("user_id", "at");

CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");

CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");

CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");

CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");

CREATE INDEX "account_notice_newest" ON "notices_accountnotice" ("citizen_id", "id" DESC);

CREATE INDEX "account_notice_unread" ON "notices_accountnotice" ("citizen_id") WHERE "read_at" IS NULL;

CREATE INDEX "accounts_apitoken_holding_id_d4fc14c5" ON "accounts_apitoken" ("holding_id");

CREATE INDEX "accounts_holding_officer_id_8385b4aa" ON "accounts_holding" ("officer_id");

CREATE INDEX "accounts_holding_position_id_6b2681b7" ON "accounts_holding" ("position_id");

CREATE INDEX "accounts_holdingrole_holding_id_80eef170" ON "accounts_holdingrole" ("holding_id");

CREATE INDEX "accounts_officer_full_name_key_c80cfa0d" ON "accounts_officer" ("full_name_key");

CREATE INDEX "accounts_passwordhistory_user_id_65d84ae8" ON "accounts_passwordhistory" ("user_id");

CREATE INDEX "accounts_standin_absent_holding_id_163447e3" ON "accounts_standin" ("absent_holding_id");

CREATE INDEX "accounts_standin_stand_in_officer_id_861c2787" ON "accounts_standin" ("stand_in_officer_id");

CREATE INDEX "accounts_usersession_user_id_567c9519" ON "accounts_usersession" ("user_id");

CREATE INDEX "agencies_agencycode_agency_id_a770acdb" ON "agencies_agencycode" ("agency_id");

CREATE INDEX "agencies_agencysuccession_predecessor_id_ca819be6" ON "agencies_agencysuccession" ("predecessor_id");

CREATE INDEX "agencies_agencysuccession_successor_id_5f85c0a8" ON "agencies_agencysuccession" ("successor_id");

CREATE INDEX "agencies_agencyversion_agency_id_4efa7b42" ON "agencies_agencyversion" ("agency_id");

CREATE INDEX "agencies_agencyversion_level_id_811c978c" ON "agencies_agencyversion" ("level_id");

CREATE INDEX "agencies_agencyversion_parent_id_40105129" ON "agencies_agencyversion" ("parent_id");

CREATE INDEX "agencies_counter_desk_id_b7ff812f" ON "agencies_counter" ("desk_id");

CREATE INDEX "agencies_deskmember_agency_id_9013c7d9" ON "agencies_deskmember" ("agency_id");

CREATE INDEX "agencies_deskmember_desk_id_71acd1ab" ON "agencies_deskmember" ("desk_id");

CREATE INDEX "agencies_deskname_desk_id_6d399d95" ON "agencies_deskname" ("desk_id");

CREATE INDEX "agencies_onestopdesk_agency_id_68806ceb" ON "agencies_onestopdesk" ("agency_id");

CREATE INDEX "agencies_position_agency_id_13501648" ON "agencies_position" ("agency_id");

CREATE INDEX "agencies_position_slug_90897fa1" ON "agencies_position" ("slug");

CREATE INDEX "agencies_position_unit_id_6f1e6143" ON "agencies_position" ("unit_id");

CREATE INDEX "agencies_unit_agency_id_f8cb4cae" ON "agencies_unit" ("agency_id");

CREATE INDEX "agencies_unit_slug_50cc4da1" ON "agencies_unit" ("slug");

CREATE INDEX "agencies_unitsector_unit_id_5af93b9b" ON "agencies_unitsector" ("unit_id");

CREATE INDEX "agencies_unitsuccession_successor_id_57e35abf" ON "agencies_unitsuccession" ("successor_id");

CREATE INDEX "agency_code_lookup" ON "agencies_agencycode" ("scheme", "code");

CREATE INDEX "announcement_newest" ON "availability_announcement" ("starts_at" DESC);

CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");

CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");

CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");

CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");

CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");

CREATE INDEX "axes_accessattempt_ip_address_10922d9c" ON "axes_accessattempt" ("ip_address");

CREATE INDEX "axes_accessattempt_user_agent_ad89678b" ON "axes_accessattempt" ("user_agent");

CREATE INDEX "axes_accessattempt_username_3f2d4ca0" ON "axes_accessattempt" ("username");

CREATE UNIQUE INDEX "axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq" ON "axes_accessattempt" ("username", "ip_address", "user_agent");

CREATE INDEX "axes_accessfailurelog_ip_address_2e9f5a7f" ON "axes_accessfailurelog" ("ip_address");

CREATE INDEX "axes_accessfailurelog_user_agent_ea145dda" ON "axes_accessfailurelog" ("user_agent");

CREATE INDEX "axes_accessfailurelog_username_a8b7e8a4" ON "axes_accessfailurelog" ("username");

CREATE INDEX "axes_accesslog_ip_address_86b417e5" ON "axes_accesslog" ("ip_address");

CREATE INDEX "axes_accesslog_user_agent_0e659004" ON "axes_accesslog" ("user_agent");

CREATE INDEX "axes_accesslog_username_df93064b" ON "axes_accesslog" ("username");

CREATE INDEX "bank_statement_agency" ON "payments_bankstatement" ("agency_id", "id");

CREATE INDEX "books_transfer_agency_day" ON "books_transfer" ("agency_id", "day", "id");

CREATE INDEX "books_transfer_credit" ON "books_transfer" ("credit_id", "day", "id", "amount_vnd");

CREATE INDEX "books_transfer_debit" ON "books_transfer" ("debit_id", "day", "id", "amount_vnd");

CREATE INDEX "books_transfer_dossier_id_078e084a" ON "books_transfer" ("dossier_id");

CREATE UNIQUE INDEX "bulk_run_asked_once" ON "dossiers_bulkrun" ("request_key") WHERE NOT ("request_key" = '');

CREATE INDEX "bulk_run_of_user" ON "dossiers_bulkrun" ("user_id", "id" DESC);

CREATE UNIQUE INDEX "calendar_day_once_nationwide" ON "worktime_calendarday" ("day") WHERE "agency_id" IS NULL;

CREATE UNIQUE INDEX "card_slip_once" ON "payments_cardslip" ("agency_id", "terminal", "reference", "day") WHERE NOT "is_void";

CREATE INDEX "certification_agency_day" ON "certifications_certification" ("agency_id", "entered_on", "id");

CREATE INDEX "certifications_certification_agency_id_b9de21f0" ON "certifications_certification" ("agency_id");

CREATE INDEX "certifications_certification_dossier_id_9dad74ef" ON "certifications_certification" ("dossier_id");

CREATE INDEX "certifications_certification_entered_by_id_ed3e1e1e" ON "certifications_certification" ("entered_by_id");

CREATE INDEX "certifications_certificationbook_agency_id_80125bfd" ON "certifications_certificationbook" ("agency_id");

CREATE UNIQUE INDEX "citizen_email_of_one" ON "citizens_citizen" ("email") WHERE NOT ("email" = '');

CREATE UNIQUE INDEX "citizen_identity_of_one" ON "citizens_citizen" ("personal_id") WHERE "level" = 2;

CREATE UNIQUE INDEX "citizen_phone_of_one" ON "citizens_citizen" ("phone") WHERE NOT ("phone" = '');

CREATE UNIQUE INDEX "citizen_subject_of_one" ON "citizens_citizen" ("identity") WHERE NOT ("identity" = '');

CREATE INDEX "citizen_to_erase" ON "citizens_citizen" ("erase_at") WHERE "erase_at" IS NOT NULL;

CREATE INDEX "citizens_consent_citizen_id_8570f717" ON "citizens_consent" ("citizen_id");

CREATE INDEX "citizens_invitation_accepted_by_id_9067de6b" ON "citizens_invitation" ("accepted_by_id");

CREATE INDEX "citizens_invitation_invited_by_id_b2a81304" ON "citizens_invitation" ("invited_by_id");

CREATE INDEX "citizens_invitation_organization_id_8a801ea5" ON "citizens_invitation" ("organization_id");

CREATE INDEX "citizens_membership_citizen_id_19b38277" ON "citizens_membership" ("citizen_id");

CREATE INDEX "citizens_membership_organization_id_e3b55cd0" ON "citizens_membership" ("organization_id");

CREATE INDEX "closed_figures_lately" ON "feedback_closedfigures" ("agency_id", "to_day" DESC, "id" DESC);

CREATE INDEX "closed_report_lately" ON "reports_closedreport" ("agency_id", "until_day" DESC, "id" DESC);

CREATE INDEX "comparison_agency" ON "reconciliation_comparison" ("agency_id", "id" DESC);

CREATE UNIQUE INDEX "consent_given_once" ON "citizens_consent" ("citizen_id", "purpose") WHERE "withdrawn_at" IS NULL;

CREATE INDEX "delivery_due" ON "notices_delivery" ("next_attempt_at") WHERE "state" = 'QUEUED';

CREATE INDEX "delivery_to_ask" ON "notices_delivery" ("ask_at") WHERE "ask_at" IS NOT NULL;

CREATE INDEX "delivery_to_forget" ON "notices_delivery" ("ended_at") WHERE NOT ("address" = '');

CREATE INDEX "difference_agency_day" ON "reconciliation_difference" ("agency_id", "day", "id");

CREATE INDEX "difference_agency_state" ON "reconciliation_difference" ("agency_id", "state", "id");

CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");

CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");

CREATE INDEX "django_task_backend_071754_idx" ON "django_tasks_database_dbtaskresult" ("backend_name");

CREATE INDEX "django_task_queue_n_99c321_idx" ON "django_tasks_database_dbtaskresult" ("queue_name");

CREATE INDEX "documents_filescan_file_id_33f363f3" ON "documents_filescan" ("file_id");

CREATE INDEX "documents_upload_file_id_cf9e23b5" ON "documents_upload" ("file_id");

CREATE INDEX "documents_upload_holding_id_200cea07" ON "documents_upload" ("holding_id");

CREATE INDEX "dossier_agency" ON "dossiers_dossier" ("agency_id", "id");

CREATE INDEX "dossier_agency_day" ON "dossiers_dossier" ("agency_id", "received_on", "id");

CREATE INDEX "dossier_agency_newest" ON "dossiers_dossieragency" ("agency_id", "dossier_id" DESC);

CREATE UNIQUE INDEX "dossier_agency_once" ON "dossiers_dossieragency" ("dossier_id", "agency_id") WHERE "unit_id" IS NULL;

CREATE INDEX "dossier_agency_status" ON "dossiers_dossier" ("agency_id", "status", "id");

CREATE INDEX "dossier_assignee_due" ON "dossiers_dossier" ("assignee_id", "due_at", "id") WHERE ("assignee_id" IS NOT NULL AND "ended_at" IS NULL);

CREATE INDEX "dossier_away" ON "dossiers_dossier" ("competent_agency_id", "id" DESC) WHERE "held_agency_id" IS NOT NULL;

CREATE INDEX "dossier_citizen_for" ON "dossiers_dossiercitizen" ("organization_id", "dossier_id" DESC) WHERE "organization_id" IS NOT NULL;

CREATE INDEX "dossier_citizen_newest" ON "dossiers_dossiercitizen" ("citizen_id", "dossier_id" DESC);

CREATE INDEX "dossier_competent" ON "dossiers_dossier" ("competent_agency_id", "id");

CREATE INDEX "dossier_elsewhere" ON "dossiers_dossier" ("competent_agency_id", "id") WHERE NOT ("agency_id" = ("competent_agency_id"));

CREATE INDEX "dossier_elsewhere_day" ON "dossiers_dossier" ("competent_agency_id", "received_on", "id") WHERE NOT ("agency_id" = ("competent_agency_id"));

CREATE INDEX "dossier_elsewhere_status" ON "dossiers_dossier" ("competent_agency_id", "status", "id") WHERE NOT ("agency_id" = ("competent_agency_id"));

CREATE INDEX "dossier_file_digest" ON "dossiers_dossierfile" ("digest");

CREATE INDEX "dossier_group" ON "dossiers_dossier" ("group_id") WHERE "group_id" IS NOT NULL;

CREATE INDEX "dossier_hand_over_elsewhere" ON "dossiers_dossier" ("competent_agency_id", "ended_at", "id") WHERE ("stage" = 'SETTLED' AND NOT ("agency_id" = ("competent_agency_id")));

CREATE INDEX "dossier_held" ON "dossiers_dossier" ("held_agency_id", "id" DESC) WHERE "held_agency_id" IS NOT NULL;

CREATE INDEX "dossier_in_transit" ON "dossiers_dossier" ("competent_agency_id", "id") WHERE "stage" = 'IN_TRANSIT';

CREATE INDEX "dossier_late" ON "dossiers_dossier" ("agency_id", "id") WHERE "timeliness" = 'OVERDUE';

CREATE INDEX "dossier_late_elsewhere" ON "dossiers_dossier" ("competent_agency_id", "id") WHERE ("timeliness" = 'OVERDUE' AND NOT ("agency_id" = ("competent_agency_id")));

CREATE INDEX "dossier_offered" ON "dossiers_dossier" ("offered_agency_id", "id" DESC) WHERE "offered_agency_id" IS NOT NULL;

CREATE INDEX "dossier_open_agency" ON "dossiers_dossier" ("agency_id", "due_at", "id") WHERE "ended_at" IS NULL;

CREATE INDEX "dossier_open_competent" ON "dossiers_dossier" ("competent_agency_id", "due_at", "id") WHERE "ended_at" IS NULL;

CREATE INDEX "dossier_open_due" ON "dossiers_dossier" ("due_at", "id") WHERE "ended_at" IS NULL;

CREATE INDEX "dossier_open_elsewhere" ON "dossiers_dossier" ("competent_agency_id", "due_at", "id") WHERE ("ended_at" IS NULL AND NOT ("agency_id" = ("competent_agency_id")));

CREATE INDEX "dossier_procedure" ON "dossiers_dossier" ("procedure_version_id", "id");

CREATE INDEX "dossier_to_hand_over" ON "dossiers_dossier" ("agency_id", "ended_at", "id") WHERE "stage" = 'SETTLED';

CREATE INDEX "dossier_unit" ON "dossiers_dossier" ("unit_id", "competent_agency_id", "id");

CREATE INDEX "dossier_unit_due" ON "dossiers_dossier" ("unit_id", "competent_agency_id", "due_at", "id") WHERE "ended_at" IS NULL;

CREATE UNIQUE INDEX "dossier_unit_once" ON "dossiers_dossieragency" ("dossier_id", "agency_id", "unit_id") WHERE "unit_id" IS NOT NULL;

CREATE INDEX "dossiers_bulkitem_run_id_529ed2c8" ON "dossiers_bulkitem" ("run_id");

CREATE INDEX "dossiers_dossier_counter_id_e274ed94" ON "dossiers_dossier" ("counter_id");

CREATE INDEX "dossiers_dossier_received_by_id_af11f13a" ON "dossiers_dossier" ("received_by_id");

CREATE INDEX "dossiers_dossier_variant_id_2419326e" ON "dossiers_dossier" ("variant_id");

CREATE INDEX "dossiers_dossiercitizen_dossier_id_23ee80eb" ON "dossiers_dossiercitizen" ("dossier_id");

CREATE INDEX "dossiers_dossierfile_dossier_id_d916a1b6" ON "dossiers_dossierfile" ("dossier_id");

CREATE INDEX "dossiers_dossierparty_dossier_id_4a7507f9" ON "dossiers_dossierparty" ("dossier_id");

CREATE INDEX "dossiers_dossierregister_agency_id_4a65eccb" ON "dossiers_dossierregister" ("agency_id");

CREATE INDEX "dossiers_dossierserial_agency_id_88d86a18" ON "dossiers_dossierserial" ("agency_id");

CREATE INDEX "dossiers_feeline_dossier_id_de125939" ON "dossiers_feeline" ("dossier_id");

CREATE INDEX "dossiers_handover_dossier_id_b0ea5f86" ON "dossiers_handover" ("dossier_id");

CREATE INDEX "dossiers_handoverlist_agency_id_c17c1329" ON "dossiers_handoverlist" ("agency_id");

CREATE INDEX "dossiers_handoverlist_unit_id_4c3e49fc" ON "dossiers_handoverlist" ("unit_id");

CREATE INDEX "dossiers_listeddossier_dossier_id_8a1db958" ON "dossiers_listeddossier" ("dossier_id");

CREATE INDEX "dossiers_numberpattern_agency_id_bee50ce1" ON "dossiers_numberpattern" ("agency_id");

CREATE INDEX "dossiers_posteditem_dossier_id_25ca5428" ON "dossiers_posteditem" ("dossier_id");

CREATE INDEX "dossiers_posting_agency_id_d1be8457" ON "dossiers_posting" ("agency_id");

CREATE INDEX "dossiers_reliefclaim_dossier_id_8861599f" ON "dossiers_reliefclaim" ("dossier_id");

CREATE INDEX "dossiers_result_dossier_id_36719d98" ON "dossiers_result" ("dossier_id");

CREATE INDEX "dossiers_submitteddocument_dossier_id_6bd06f37" ON "dossiers_submitteddocument" ("dossier_id");

CREATE INDEX "dossiers_submitteddocument_required_document_id_567b157e" ON "dossiers_submitteddocument" ("required_document_id");

CREATE INDEX "dossiers_supplementrequest_dossier_id_9e3c5dda" ON "dossiers_supplementrequest" ("dossier_id");

CREATE INDEX "dossiers_unpaidleave_dossier_id_9f54841d" ON "dossiers_unpaidleave" ("dossier_id");

CREATE INDEX "draft_expiry" ON "filing_draft" ("expires_at") WHERE "sent_at" IS NULL;

CREATE INDEX "draft_of_citizen" ON "filing_draft" ("citizen_id", "updated_at" DESC) WHERE "sent_at" IS NULL;

CREATE UNIQUE INDEX "draft_one_reply" ON "filing_draft" ("citizen_id", "dossier_id", "request_seq") WHERE ("kind" = 'REPLY' AND "sent_at" IS NULL);

CREATE INDEX "eform_version_by_day" ON "eforms_eformversion" ("eform_id", "valid_from");

CREATE INDEX "eforms_eformversion_eform_id_c5e25180" ON "eforms_eformversion" ("eform_id");

CREATE INDEX "exchange_outmessage_dossier_id_7e6f25fd" ON "exchange_outmessage" ("dossier_id");

CREATE INDEX "exchange_partneragency_partner_id_abcbd589" ON "exchange_partneragency" ("partner_id");

CREATE INDEX "exchange_shareddossier_dossier_id_c501b389" ON "exchange_shareddossier" ("dossier_id");

CREATE UNIQUE INDEX "export_run_asked_once" ON "dossiers_exportrun" ("request_key") WHERE NOT ("request_key" = '');

CREATE INDEX "export_run_by_age" ON "dossiers_exportrun" ("asked_at");

CREATE INDEX "export_run_of_user" ON "dossiers_exportrun" ("user_id", "id" DESC);

CREATE UNIQUE INDEX "export_run_one_per_slot" ON "dossiers_exportrun" ("user_id", "slot") WHERE "finished_at" IS NULL;

CREATE INDEX "feedback_closedfigures_agency_id_d35eb2cc" ON "feedback_closedfigures" ("agency_id");

CREATE INDEX "feedback_closedfigures_closed_by_id_3964a289" ON "feedback_closedfigures" ("closed_by_id");

CREATE INDEX "feedback_feedbackterms_agency_id_7c4f12d4" ON "feedback_feedbackterms" ("agency_id");

CREATE INDEX "feedback_petition_about_holding_id_b0130a1b" ON "feedback_petition" ("about_holding_id");

CREATE INDEX "feedback_petition_about_unit_id_79b727d3" ON "feedback_petition" ("about_unit_id");

CREATE INDEX "feedback_petition_agency_id_c7b36e8b" ON "feedback_petition" ("agency_id");

CREATE INDEX "feedback_petition_citizen_id_21deb9dd" ON "feedback_petition" ("citizen_id");

CREATE INDEX "feedback_petition_forwarded_from_id_5fa2131c" ON "feedback_petition" ("forwarded_from_id");

CREATE INDEX "feedback_petition_handler_id_c9f55058" ON "feedback_petition" ("handler_id");

CREATE INDEX "feedback_petition_offered_agency_id_ad548ec7" ON "feedback_petition" ("offered_agency_id");

CREATE INDEX "feedback_petition_unit_id_03a031fc" ON "feedback_petition" ("unit_id");

CREATE INDEX "feedback_petitionbook_agency_id_d53e633e" ON "feedback_petitionbook" ("agency_id");

CREATE INDEX "feedback_petitionenclosure_petition_id_12a7d097" ON "feedback_petitionenclosure" ("petition_id");

CREATE INDEX "feedback_petitionstep_holding_id_6ce7c386" ON "feedback_petitionstep" ("holding_id");

CREATE INDEX "feedback_petitionstep_petition_id_d228308e" ON "feedback_petitionstep" ("petition_id");

CREATE UNIQUE INDEX "file_once_in_dossier" ON "dossiers_dossierfile" ("dossier_id", "digest") WHERE NOT "is_removed";

CREATE INDEX "file_scan_latest" ON "documents_filescan" ("file_id", "id" DESC);

CREATE INDEX "filing_draft_agency_id_7613514c" ON "filing_draft" ("agency_id");

CREATE INDEX "filing_draft_dossier_id_c0323288" ON "filing_draft" ("dossier_id");

CREATE INDEX "filing_draft_eform_version_id_6390165c" ON "filing_draft" ("eform_version_id");

CREATE INDEX "filing_draft_group_version_id_a4af62f3" ON "filing_draft" ("group_version_id");

CREATE INDEX "filing_draft_organization_id_5eb59254" ON "filing_draft" ("organization_id");

CREATE INDEX "filing_draft_procedure_version_id_2ac193ab" ON "filing_draft" ("procedure_version_id");

CREATE INDEX "filing_message_citizen_id_6e834599" ON "filing_message" ("citizen_id");

CREATE INDEX "filing_message_holding_id_22ee24d3" ON "filing_message" ("holding_id");

CREATE INDEX "follow_up_due" ON "surveys_followup" ("agency_id", "state", "due_on");

CREATE INDEX "form_wording_by_form" ON "papers_formwording" ("form_key", "valid_from");

CREATE INDEX "hand_over_list_of_agency" ON "dossiers_handoverlist" ("agency_id", "id" DESC);

CREATE INDEX "in_message_open" ON "exchange_inmessage" ("partner_id", "seq") WHERE NOT ("state" = 'DONE');

CREATE INDEX "in_message_thread" ON "exchange_inmessage" ("partner_id", "thread", "seq");

CREATE INDEX "interlinked_awaitedresult_dossier_id_bd1587e2" ON "interlinked_awaitedresult" ("dossier_id");

CREATE INDEX "interlinked_awaitedresult_feeder_id_25eb0f7b" ON "interlinked_awaitedresult" ("feeder_id");

CREATE INDEX "interlinked_interlinkedversion_group_id_43ed09cb" ON "interlinked_interlinkedversion" ("group_id");

CREATE INDEX "interlinked_submission_version_id_c07a2109" ON "interlinked_submission" ("version_id");

CREATE INDEX "interlinked_submissionmember_submission_id_79d765d0" ON "interlinked_submissionmember" ("submission_id");

CREATE INDEX "invitation_agency_day" ON "surveys_invitation" ("agency_id", "day");

CREATE INDEX "leave_given" ON "dossiers_unpaidleave" ("given_at" DESC);

CREATE INDEX "ledger_fact_stream_id_6a58d5c6" ON "ledger_fact" ("stream_id");

CREATE UNIQUE INDEX "life_event_from_day" ON "procedures_lifeevent" ("code", "valid_from") WHERE ("valid_until" IS NULL OR "valid_until" > ("valid_from"));

CREATE UNIQUE INDEX "limit_once_any_variant" ON "procedures_timelimit" ("version_id", "channel") WHERE "variant_id" IS NULL;

CREATE INDEX "long_run_of_user" ON "dossiers_longrun" ("user_id", "id" DESC);

CREATE UNIQUE INDEX "long_run_one_at_a_time" ON "dossiers_longrun" ("subject") WHERE "finished_at" IS NULL;

CREATE INDEX "message_unread_by_citizen" ON "filing_message" ("dossier_id") WHERE ("from_office" AND "seen_at" IS NULL);

CREATE INDEX "message_unread_by_office" ON "filing_message" ("agency_id", "id") WHERE (NOT "from_office" AND "seen_at" IS NULL);

CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");

CREATE INDEX "notice_by_agency" ON "notices_notice" ("agency_id", "id" DESC);

CREATE INDEX "notice_by_agency_state" ON "notices_notice" ("agency_id", "state", "id" DESC);

CREATE INDEX "notice_by_code" ON "notices_notice" ("dossier_code", "id" DESC);

CREATE INDEX "notice_waiting" ON "notices_notice" ("send_after") WHERE "state" = 'WAITING';

CREATE INDEX "notice_wording_by_kind" ON "notices_noticewording" ("kind", "carrier", "valid_from");

CREATE INDEX "notices_notice_delivery_id_579aaa1e" ON "notices_notice" ("delivery_id");

CREATE INDEX "notices_noticewording_agency_id_495a4e89" ON "notices_noticewording" ("agency_id");

CREATE INDEX "offer_accepted" ON "dossiers_offer" ("answered_at") WHERE "answer" = 'ACCEPTED';

CREATE UNIQUE INDEX "offer_one_open" ON "dossiers_offer" ("dossier_id") WHERE "answered_at" IS NULL;

CREATE INDEX "offer_refused" ON "dossiers_offer" ("from_agency_id", "answered_at" DESC) WHERE "answer" = 'REFUSED';

CREATE INDEX "one_time_code_ended" ON "citizens_onetimecode" ("expires_at");

CREATE INDEX "one_time_code_newest" ON "citizens_onetimecode" ("contact_digest", "made_at" DESC);

CREATE INDEX "organization_by_code" ON "citizens_organization" ("tax_code");

CREATE UNIQUE INDEX "organization_confirmed_once" ON "citizens_organization" ("tax_code") WHERE ("closed_at" IS NULL AND "confirmed_at" IS NOT NULL);

CREATE INDEX "organization_to_check" ON "citizens_organization" ("id") WHERE ("closed_at" IS NULL AND "confirmed_at" IS NULL);

CREATE INDEX "out_message_stuck_there" ON "exchange_outmessage" ("partner_id", "seq") WHERE NOT ("reason_there" = '');

CREATE INDEX "out_message_waiting" ON "exchange_outmessage" ("partner_id", "seq") WHERE "state" = 'WAITING';

CREATE INDEX "papers_formwording_agency_id_7f7f690c" ON "papers_formwording" ("agency_id");

CREATE INDEX "party_old_id" ON "dossiers_dossierparty" ("old_id", "id" DESC) WHERE "old_id" > '';

CREATE INDEX "party_personal_id" ON "dossiers_dossierparty" ("personal_id", "id" DESC);

CREATE INDEX "party_phone" ON "dossiers_dossierparty" ("phone", "id" DESC);

CREATE INDEX "party_tax_code" ON "dossiers_dossierparty" ("tax_code", "id" DESC) WHERE "tax_code" > '';

CREATE INDEX "password_history_recent" ON "accounts_passwordhistory" ("user_id", "set_at" DESC);

CREATE INDEX "payment_agency" ON "payments_payment" ("agency_id", "id");

CREATE INDEX "payment_dossier" ON "payments_payment" ("dossier_id", "id");

CREATE INDEX "payment_message_order" ON "payments_paymentmessage" ("order_id", "id");

CREATE INDEX "payment_message_received" ON "payments_paymentmessage" ("received_at", "id");

CREATE UNIQUE INDEX "payment_message_taken_once" ON "payments_paymentmessage" ("gateway", "transaction") WHERE "verdict" IN ('ACCEPTED', 'ACCEPTED_LATE', 'WRONG_AMOUNT');

CREATE INDEX "payment_order_agency" ON "payments_paymentorder" ("agency_id", "id");

CREATE INDEX "payment_order_amount" ON "payments_payment" ("order_id", "amount_vnd", "id");

CREATE INDEX "payment_order_dossier" ON "payments_paymentorder" ("dossier_id", "id");

CREATE UNIQUE INDEX "payment_order_one_open" ON "payments_paymentorder" ("dossier_id") WHERE "state" = 'OPEN';

CREATE INDEX "payment_order_open_until" ON "payments_paymentorder" ("expires_at") WHERE "state" = 'OPEN';

CREATE INDEX "payments_bankstatement_account_id_5c89dfd9" ON "payments_bankstatement" ("account_id");

CREATE INDEX "payments_bankstatement_agency_id_e62e2f38" ON "payments_bankstatement" ("agency_id");

CREATE INDEX "payments_bankstatement_read_by_id_506e0ecb" ON "payments_bankstatement" ("read_by_id");

CREATE INDEX "payments_cardslip_agency_id_78bcdd25" ON "payments_cardslip" ("agency_id");

CREATE INDEX "payments_collectingaccount_agency_id_51b19a97" ON "payments_collectingaccount" ("agency_id");

CREATE INDEX "payments_payment_agency_id_4753e495" ON "payments_payment" ("agency_id");

CREATE INDEX "payments_payment_dossier_id_2b2990ca" ON "payments_payment" ("dossier_id");

CREATE INDEX "payments_payment_order_id_22c479b7" ON "payments_payment" ("order_id");

CREATE INDEX "payments_payment_told_by_id_aa3a237b" ON "payments_payment" ("told_by_id");

CREATE INDEX "payments_paymentmessage_order_id_da43bdd4" ON "payments_paymentmessage" ("order_id");

CREATE INDEX "payments_paymentorder_account_id_ac57ca9c" ON "payments_paymentorder" ("account_id");

CREATE INDEX "payments_paymentorder_agency_id_61c89102" ON "payments_paymentorder" ("agency_id");

CREATE INDEX "payments_paymentorder_dossier_id_2eb662eb" ON "payments_paymentorder" ("dossier_id");

CREATE INDEX "payments_paymentorderline_order_id_2648d754" ON "payments_paymentorderline" ("order_id");

CREATE INDEX "payments_receipt_agency_id_6e6d40c9" ON "payments_receipt" ("agency_id");

CREATE INDEX "payments_receipt_cancelled_by_id_7471e2b9" ON "payments_receipt" ("cancelled_by_id");

CREATE INDEX "payments_receipt_collected_by_id_f6693dd9" ON "payments_receipt" ("collected_by_id");

CREATE INDEX "payments_receipt_dossier_id_df721bdc" ON "payments_receipt" ("dossier_id");

CREATE INDEX "payments_receipt_till_id_3a2d5f21" ON "payments_receipt" ("till_id");

CREATE INDEX "payments_receiptbook_agency_id_6fd76ddf" ON "payments_receiptbook" ("agency_id");

CREATE INDEX "payments_receiptline_receipt_id_d20f643d" ON "payments_receiptline" ("receipt_id");

CREATE INDEX "payments_statementline_account_id_3d5d52c8" ON "payments_statementline" ("account_id");

CREATE INDEX "payments_statementline_agency_id_281bbac8" ON "payments_statementline" ("agency_id");

CREATE INDEX "payments_statementline_dossier_id_e6f7487e" ON "payments_statementline" ("dossier_id");

CREATE INDEX "payments_statementline_order_id_da08dda1" ON "payments_statementline" ("order_id");

CREATE INDEX "payments_statementline_settled_by_id_af510faf" ON "payments_statementline" ("settled_by_id");

CREATE INDEX "payments_statementline_statement_id_0e2b52e7" ON "payments_statementline" ("statement_id");

CREATE INDEX "payments_till_agency_id_dd0966fe" ON "payments_till" ("agency_id");

CREATE INDEX "payments_till_holding_id_5745b684" ON "payments_till" ("holding_id");

CREATE INDEX "petition_citizen" ON "feedback_petition" ("citizen_id") WHERE "citizen_id" IS NOT NULL;

CREATE INDEX "petition_of_procedure" ON "feedback_petition" ("procedure_code") WHERE "publication" = 'PUBLISHED';

CREATE INDEX "petition_offered" ON "feedback_petition" ("offered_agency_id") WHERE "offered_agency_id" IS NOT NULL;

CREATE INDEX "petition_published" ON "feedback_petition" ("published_at" DESC) WHERE "publication" = 'PUBLISHED';

CREATE INDEX "petition_received" ON "feedback_petition" ("agency_id", "received_at");

CREATE INDEX "petition_waiting" ON "feedback_petition" ("agency_id", "state", "due_at");

CREATE INDEX "posting_of_agency" ON "dossiers_posting" ("agency_id", "id" DESC);

CREATE INDEX "print_run_by_age" ON "dossiers_printrun" ("asked_at");

CREATE INDEX "print_run_of_user" ON "dossiers_printrun" ("user_id", "id" DESC);

CREATE INDEX "procedures_exemption_rule_id_7faa27ad" ON "procedures_exemption" ("rule_id");

CREATE INDEX "procedures_feerule_variant_id_6e0e0c51" ON "procedures_feerule" ("variant_id");

CREATE INDEX "procedures_feerule_version_id_f75db4cf" ON "procedures_feerule" ("version_id");

CREATE INDEX "procedures_lifeevent_code_9ee34050" ON "procedures_lifeevent" ("code");

CREATE INDEX "procedures_procedurevariant_version_id_d5f01a4a" ON "procedures_procedurevariant" ("version_id");

CREATE INDEX "procedures_procedureversion_decision_id_f0889005" ON "procedures_procedureversion" ("decision_id");

CREATE INDEX "procedures_procedureversion_procedure_id_8362303d" ON "procedures_procedureversion" ("procedure_id");

CREATE INDEX "procedures_procedureversion_sector_id_15ffcd09" ON "procedures_procedureversion" ("sector_id");

CREATE INDEX "procedures_requireddocument_variant_id_4d86415d" ON "procedures_requireddocument" ("variant_id");

CREATE INDEX "procedures_timelimit_variant_id_4dcf5c8e" ON "procedures_timelimit" ("variant_id");

CREATE INDEX "procedures_timelimit_version_id_8ebd79e0" ON "procedures_timelimit" ("version_id");

CREATE UNIQUE INDEX "process_of_agency" ON "processes_internalprocess" ("procedure_version_id", "agency_id") WHERE "variant_id" IS NULL;

CREATE UNIQUE INDEX "process_of_all" ON "processes_internalprocess" ("procedure_version_id") WHERE ("agency_id" IS NULL AND "variant_id" IS NULL);

CREATE UNIQUE INDEX "process_of_variant" ON "processes_internalprocess" ("procedure_version_id", "variant_id") WHERE "agency_id" IS NULL;

CREATE INDEX "process_version_by_day" ON "processes_processversion" ("process_id", "valid_from");

CREATE INDEX "processes_internalprocess_agency_id_4033a944" ON "processes_internalprocess" ("agency_id");

CREATE INDEX "processes_internalprocess_procedure_version_id_26b9c0d1" ON "processes_internalprocess" ("procedure_version_id");

CREATE INDEX "processes_internalprocess_variant_id_dc3a5722" ON "processes_internalprocess" ("variant_id");

CREATE INDEX "processes_processversion_process_id_32d9b9a5" ON "processes_processversion" ("process_id");

CREATE INDEX "promise_of_agency" ON "reports_promiserow" ("period", "agency_id", "place");

CREATE UNIQUE INDEX "published_figure_once_of_all" ON "reports_publishedfigure" ("code", "scope") WHERE "agency_id" IS NULL;

CREATE INDEX "questionnaire_occasion" ON "surveys_questionnaire" ("occasion", "valid_from");

CREATE INDEX "receipt_agency" ON "payments_receipt" ("agency_id", "id");

CREATE INDEX "receipt_agency_time" ON "payments_receipt" ("agency_id", "collected_at");

CREATE INDEX "receipt_dossier" ON "payments_receipt" ("dossier_id", "id");

CREATE INDEX "receipt_till" ON "payments_receipt" ("till_id", "id");

CREATE INDEX "reconciliation_comparison_agency_id_5b5a9884" ON "reconciliation_comparison" ("agency_id");

CREATE INDEX "reconciliation_difference_agency_id_04821621" ON "reconciliation_difference" ("agency_id");

CREATE INDEX "reconciliation_difference_explained_by_id_3e90f0d1" ON "reconciliation_difference" ("explained_by_id");

CREATE INDEX "reconciliation_difference_owner_id_c6f962d3" ON "reconciliation_difference" ("owner_id");

CREATE INDEX "refund_agency" ON "settlements_refund" ("agency_id", "id");

CREATE INDEX "relief_decided" ON "dossiers_reliefclaim" ("decided_at" DESC);

CREATE INDEX "replay_of_process" ON "workflow_replayrun" ("process_id", "id" DESC);

CREATE UNIQUE INDEX "replay_one_at_a_time" ON "workflow_replayrun" ("process_id") WHERE "finished_at" IS NULL;

CREATE INDEX "reports_closedreport_agency_id_5ec2a38b" ON "reports_closedreport" ("agency_id");

CREATE INDEX "reports_closedreport_closed_by_id_9b689861" ON "reports_closedreport" ("closed_by_id");

CREATE UNIQUE INDEX "request_one_open" ON "dossiers_supplementrequest" ("dossier_id") WHERE "answered_at" IS NULL;

CREATE INDEX result_number_begins ON dossiers_result (UPPER(document_number));

CREATE INDEX "run_of_process_version" ON "workflow_processrun" ("process_version_id", "dossier_id" DESC);

CREATE INDEX "settlement_agency" ON "settlements_settlement" ("agency_id", "id");

CREATE INDEX "settlement_due_agency" ON "settlements_settlement" ("due_agency_id", "id");

CREATE INDEX "settlement_item_part" ON "settlements_settlementitem" ("settlement_id", "part", "kind", "id");

CREATE UNIQUE INDEX "settlement_one_draft" ON "settlements_settlement" ("agency_id", "due_agency_id") WHERE "state" = 'DRAFT';

CREATE INDEX "settlements_refund_agency_id_b2c47234" ON "settlements_refund" ("agency_id");

CREATE INDEX "settlements_refund_decided_by_id_d8136527" ON "settlements_refund" ("decided_by_id");

CREATE INDEX "settlements_refund_dossier_id_2681f952" ON "settlements_refund" ("dossier_id");

CREATE INDEX "settlements_refund_paid_by_id_88fb7a32" ON "settlements_refund" ("paid_by_id");

CREATE INDEX "settlements_refund_payment_id_e254cbf5" ON "settlements_refund" ("payment_id");

CREATE INDEX "settlements_refund_receipt_id_841f9a50" ON "settlements_refund" ("receipt_id");

CREATE INDEX "settlements_refund_requested_by_id_66bcd4a8" ON "settlements_refund" ("requested_by_id");

CREATE INDEX "settlements_refund_till_id_7732bed0" ON "settlements_refund" ("till_id");

CREATE INDEX "settlements_settlement_agency_id_17e67574" ON "settlements_settlement" ("agency_id");

CREATE INDEX "settlements_settlement_answered_by_id_c1412d82" ON "settlements_settlement" ("answered_by_id");

CREATE INDEX "settlements_settlement_drafted_by_id_b7a3bd17" ON "settlements_settlement" ("drafted_by_id");

CREATE INDEX "settlements_settlement_due_agency_id_9404ea12" ON "settlements_settlement" ("due_agency_id");

CREATE INDEX "settlements_settlement_paid_by_id_b56bf6c5" ON "settlements_settlement" ("paid_by_id");

CREATE INDEX "settlements_settlement_sent_by_id_df083671" ON "settlements_settlement" ("sent_by_id");

CREATE INDEX "settlements_settlementitem_settlement_id_cc3bc76f" ON "settlements_settlementitem" ("settlement_id");

CREATE INDEX "settlements_settlementpart_settlement_id_7182f0ea" ON "settlements_settlementpart" ("settlement_id");

CREATE INDEX "settlements_settlementterms_agency_id_0ddfb5ff" ON "settlements_settlementterms" ("agency_id");

CREATE INDEX "settlements_voucherbook_agency_id_1a4e9566" ON "settlements_voucherbook" ("agency_id");

CREATE INDEX "stand_in_of_officer" ON "accounts_standin" ("stand_in_officer_id", "valid_from");

CREATE INDEX "statement_line_day" ON "payments_statementline" ("account_id", "day", "id");

CREATE INDEX "statement_line_state" ON "payments_statementline" ("agency_id", "state", "id");

CREATE INDEX "statement_run_open" ON "payments_statementrun" ("touched_at") WHERE "finished_at" IS NULL;

CREATE INDEX "stay_began" ON "dossiers_stay" ("agency_id", "began_on", "id");

CREATE INDEX "stay_ended" ON "dossiers_stay" ("agency_id", "ended_on", "id", "unit_id", "handler_id", "ended_as", "without_result") WHERE "ended_on" IS NOT NULL;

CREATE INDEX "stay_ended_overdue" ON "dossiers_stay" ("agency_id", "ended_on", "id") WHERE "ended_as" = 'OVERDUE';

CREATE INDEX "stay_moved_in" ON "dossiers_stay" ("agency_id", "began_on", "id") WHERE "began_as" = 'MOVED';

CREATE UNIQUE INDEX "stay_one_lasts" ON "dossiers_stay" ("dossier_id") WHERE "ended_on" IS NULL;

CREATE INDEX "stay_open" ON "dossiers_stay" ("agency_id", "began_on", "id") WHERE "ended_on" IS NULL;

CREATE INDEX "stay_open_by_date" ON "dossiers_stay" ("agency_id", "overdue_on", "id") WHERE ("ended_on" IS NULL AND "overdue_on" IS NOT NULL);

CREATE UNIQUE INDEX "succession_one_default" ON "agencies_agencysuccession" ("predecessor_id", "effective_date") WHERE "is_default";

CREATE INDEX "survey_answer_agency_day" ON "surveys_surveyanswer" ("agency_id", "day");

CREATE UNIQUE INDEX "survey_device_secret_once" ON "surveys_surveydevice" ("secret_digest") WHERE NOT ("secret_digest" = '');

CREATE INDEX "surveys_deviceturn_invitation_id_6ecd3e1e" ON "surveys_deviceturn" ("invitation_id");

CREATE INDEX "surveys_followup_agency_id_c3e8df34" ON "surveys_followup" ("agency_id");

CREATE INDEX "surveys_followup_owner_id_efc9a09f" ON "surveys_followup" ("owner_id");

CREATE INDEX "surveys_invitation_dossier_id_34215b6d" ON "surveys_invitation" ("dossier_id");

CREATE INDEX "surveys_invitationkey_invitation_id_3556e2ac" ON "surveys_invitationkey" ("invitation_id");

CREATE INDEX "surveys_questionnaire_agency_id_42df3101" ON "surveys_questionnaire" ("agency_id");

CREATE INDEX "surveys_surveyanswer_device_id_a6158873" ON "surveys_surveyanswer" ("device_id");

CREATE INDEX "surveys_surveydevice_agency_id_50093c66" ON "surveys_surveydevice" ("agency_id");

CREATE INDEX "surveys_surveyseal_lot_93357a9c" ON "surveys_surveyseal" ("lot");

CREATE INDEX "task_asked_by" ON "workflow_task" ("asked_by_id", "id" DESC) WHERE "asked_by_id" IS NOT NULL;

CREATE INDEX "task_closed" ON "workflow_task" ("agency_id", "closed_at") WHERE "closed_at" IS NOT NULL;

CREATE INDEX "task_of_dossier" ON "workflow_task" ("dossier_id", "id");

CREATE INDEX "task_of_person" ON "workflow_task" ("assignee_id", "order_at", "id") WHERE "state" = 'OPEN';

CREATE INDEX "task_of_unit" ON "workflow_task" ("agency_id", "unit_id", "order_at", "id") WHERE "state" = 'OPEN';

CREATE UNIQUE INDEX "task_step_open_once" ON "workflow_task" ("dossier_id", "step_key") WHERE ("state" = 'OPEN' AND "kind" = 'STEP');

CREATE UNIQUE INDEX "task_step_round" ON "workflow_task" ("dossier_id", "step_key", "round") WHERE "kind" = 'STEP';

CREATE INDEX "tasks_db_new_ordering_idx" ON "django_tasks_database_dbtaskresult" ("status", "priority" DESC, "run_after" ASC, "enqueued_at" ASC) WHERE "status" = 'READY';

CREATE INDEX "till_agency_day" ON "payments_till" ("agency_id", "day", "id");

CREATE UNIQUE INDEX "till_one_open_per_officer" ON "payments_till" ("holding_id", "agency_id") WHERE "closed_at" IS NULL;

CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');

CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";

CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";

CREATE INDEX "unit_sector_lookup" ON "agencies_unitsector" ("sector_code", "unit_id");

CREATE INDEX "unit_succession_day" ON "agencies_unitsuccession" ("effective_date");

CREATE INDEX "upload_citizen" ON "documents_upload" ("citizen_id", "expires_at") WHERE "citizen_id" IS NOT NULL;

CREATE INDEX "upload_expiry" ON "documents_upload" ("expires_at");

CREATE INDEX "upload_holding" ON "documents_upload" ("holding_id", "expires_at");

CREATE INDEX "user_session_oldest" ON "accounts_usersession" ("user_id", "opened_at");

CREATE UNIQUE INDEX "variant_one_default" ON "procedures_procedurevariant" ("version_id") WHERE "is_default";

CREATE UNIQUE INDEX "version_from_day" ON "procedures_procedureversion" ("procedure_id", "valid_from") WHERE ("valid_until" IS NULL OR "valid_until" > ("valid_from"));

CREATE INDEX "version_of_procedure" ON "procedures_procedureversion" ("procedure_id", "valid_from" DESC);

CREATE INDEX "workflow_replayrun_process_id_6b66f248" ON "workflow_replayrun" ("process_id");

CREATE INDEX "worktime_calendarday_agency_id_7e2f8b3e" ON "worktime_calendarday" ("agency_id");

CREATE INDEX "worktime_officecalendar_agency_id_157e1d06" ON "worktime_officecalendar" ("agency_id");

CREATE TRIGGER accounts_holding_no_overlap_insert AFTER INSERT ON accounts_holding WHEN EXISTS (SELECT 1 FROM accounts_holding other WHERE other.officer_id IS NEW.officer_id AND other.position_id IS NEW.position_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_holding periods overlap'); END;

CREATE TRIGGER accounts_holding_no_overlap_update AFTER UPDATE ON accounts_holding WHEN EXISTS (SELECT 1 FROM accounts_holding other WHERE other.officer_id IS NEW.officer_id AND other.position_id IS NEW.position_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_holding periods overlap'); END;

CREATE TRIGGER accounts_holdingrole_no_overlap_insert AFTER INSERT ON accounts_holdingrole WHEN EXISTS (SELECT 1 FROM accounts_holdingrole other WHERE other.holding_id IS NEW.holding_id AND other.role IS NEW.role AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_holdingrole periods overlap'); END;

CREATE TRIGGER accounts_holdingrole_no_overlap_update AFTER UPDATE ON accounts_holdingrole WHEN EXISTS (SELECT 1 FROM accounts_holdingrole other WHERE other.holding_id IS NEW.holding_id AND other.role IS NEW.role AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_holdingrole periods overlap'); END;

CREATE TRIGGER accounts_standin_no_overlap_insert AFTER INSERT ON accounts_standin WHEN EXISTS (SELECT 1 FROM accounts_standin other WHERE other.absent_holding_id IS NEW.absent_holding_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_standin periods overlap'); END;

CREATE TRIGGER accounts_standin_no_overlap_update AFTER UPDATE ON accounts_standin WHEN EXISTS (SELECT 1 FROM accounts_standin other WHERE other.absent_holding_id IS NEW.absent_holding_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'accounts_standin periods overlap'); END;

CREATE TRIGGER agencies_agencycode_no_overlap_insert AFTER INSERT ON agencies_agencycode WHEN EXISTS (SELECT 1 FROM agencies_agencycode other WHERE other.agency_id IS NEW.agency_id AND other.scheme IS NEW.scheme AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_agencycode periods overlap'); END;

CREATE TRIGGER agencies_agencycode_no_overlap_update AFTER UPDATE ON agencies_agencycode WHEN EXISTS (SELECT 1 FROM agencies_agencycode other WHERE other.agency_id IS NEW.agency_id AND other.scheme IS NEW.scheme AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_agencycode periods overlap'); END;

CREATE TRIGGER agencies_agencyversion_no_overlap_insert AFTER INSERT ON agencies_agencyversion WHEN EXISTS (SELECT 1 FROM agencies_agencyversion other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_agencyversion periods overlap'); END;

CREATE TRIGGER agencies_agencyversion_no_overlap_update AFTER UPDATE ON agencies_agencyversion WHEN EXISTS (SELECT 1 FROM agencies_agencyversion other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_agencyversion periods overlap'); END;

CREATE TRIGGER agencies_counter_no_overlap_insert AFTER INSERT ON agencies_counter WHEN EXISTS (SELECT 1 FROM agencies_counter other WHERE other.desk_id IS NEW.desk_id AND other.number IS NEW.number AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_counter periods overlap'); END;

CREATE TRIGGER agencies_counter_no_overlap_update AFTER UPDATE ON agencies_counter WHEN EXISTS (SELECT 1 FROM agencies_counter other WHERE other.desk_id IS NEW.desk_id AND other.number IS NEW.number AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_counter periods overlap'); END;

CREATE TRIGGER agencies_deskmember_no_overlap_insert AFTER INSERT ON agencies_deskmember WHEN EXISTS (SELECT 1 FROM agencies_deskmember other WHERE other.desk_id IS NEW.desk_id AND other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_deskmember periods overlap'); END;

CREATE TRIGGER agencies_deskmember_no_overlap_update AFTER UPDATE ON agencies_deskmember WHEN EXISTS (SELECT 1 FROM agencies_deskmember other WHERE other.desk_id IS NEW.desk_id AND other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_deskmember periods overlap'); END;

CREATE TRIGGER agencies_deskname_no_overlap_insert AFTER INSERT ON agencies_deskname WHEN EXISTS (SELECT 1 FROM agencies_deskname other WHERE other.desk_id IS NEW.desk_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_deskname periods overlap'); END;

CREATE TRIGGER agencies_deskname_no_overlap_update AFTER UPDATE ON agencies_deskname WHEN EXISTS (SELECT 1 FROM agencies_deskname other WHERE other.desk_id IS NEW.desk_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_deskname periods overlap'); END;

CREATE TRIGGER agencies_unitsector_no_overlap_insert AFTER INSERT ON agencies_unitsector WHEN EXISTS (SELECT 1 FROM agencies_unitsector other WHERE other.unit_id IS NEW.unit_id AND other.sector_code IS NEW.sector_code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_unitsector periods overlap'); END;

CREATE TRIGGER agencies_unitsector_no_overlap_update AFTER UPDATE ON agencies_unitsector WHEN EXISTS (SELECT 1 FROM agencies_unitsector other WHERE other.unit_id IS NEW.unit_id AND other.sector_code IS NEW.sector_code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'agencies_unitsector periods overlap'); END;

CREATE TRIGGER audit_accesslog_no_delete BEFORE DELETE ON audit_accesslog BEGIN SELECT RAISE(ABORT, 'audit_accesslog is append-only'); END;

CREATE TRIGGER audit_accesslog_no_update BEFORE UPDATE ON audit_accesslog BEGIN SELECT RAISE(ABORT, 'audit_accesslog is append-only'); END;

CREATE TRIGGER books_account_no_delete BEFORE DELETE ON books_account BEGIN SELECT RAISE(ABORT, 'books_account is append-only'); END;

CREATE TRIGGER books_account_no_update BEFORE UPDATE ON books_account BEGIN SELECT RAISE(ABORT, 'books_account is append-only'); END;

CREATE TRIGGER books_transfer_no_delete BEFORE DELETE ON books_transfer BEGIN SELECT RAISE(ABORT, 'books_transfer is append-only'); END;

CREATE TRIGGER books_transfer_no_update BEFORE UPDATE ON books_transfer BEGIN SELECT RAISE(ABORT, 'books_transfer is append-only'); END;

CREATE TRIGGER books_transfer_of_one_agency BEFORE INSERT ON books_transfer WHEN NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.debit_id) OR NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.credit_id) BEGIN SELECT RAISE(ABORT, 'books_transfer_of_one_agency'); END;

CREATE TRIGGER certifications_book_closed BEFORE UPDATE ON certifications_certificationbook WHEN OLD.closed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'certifications_book_closed'); END;

CREATE TRIGGER certifications_book_kept BEFORE DELETE ON certifications_certificationbook WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'certifications_book_kept'); END;

CREATE TRIGGER certifications_entry_changed BEFORE UPDATE ON certifications_certification WHEN OLD.state = 'CANCELLED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.kind = OLD.kind AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.dossier_id = OLD.dossier_id AND NEW.position = OLD.position AND NEW.document_name = OLD.document_name AND NEW.pages = OLD.pages AND NEW.copies = OLD.copies AND NEW.sheets = OLD.sheets AND NEW.requester_name = OLD.requester_name AND NEW.requester_number = OLD.requester_number AND NEW.fee_vnd = OLD.fee_vnd AND NEW.entered_at = OLD.entered_at AND NEW.entered_on = OLD.entered_on AND NEW.note = OLD.note) BEGIN SELECT RAISE(ABORT, 'certifications_entry_changed'); END;

CREATE TRIGGER certifications_entry_into_closed_book BEFORE INSERT ON certifications_certification WHEN EXISTS (SELECT 1 FROM certifications_certificationbook book WHERE book.agency_id = NEW.agency_id AND book.year = NEW.year AND book.kind = NEW.kind AND book.closed_at IS NOT NULL AND NEW.entered_at > book.closed_at) BEGIN SELECT RAISE(ABORT, 'certifications_entry_into_closed_book'); END;

CREATE TRIGGER certifications_entry_kept BEFORE DELETE ON certifications_certification WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'certifications_entry_kept'); END;

CREATE TRIGGER citizens_membership_no_overlap_insert AFTER INSERT ON citizens_membership WHEN EXISTS (SELECT 1 FROM citizens_membership other WHERE other.citizen_id IS NEW.citizen_id AND other.organization_id IS NEW.organization_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'citizens_membership periods overlap'); END;

CREATE TRIGGER citizens_membership_no_overlap_update AFTER UPDATE ON citizens_membership WHEN EXISTS (SELECT 1 FROM citizens_membership other WHERE other.citizen_id IS NEW.citizen_id AND other.organization_id IS NEW.organization_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'citizens_membership periods overlap'); END;

CREATE TRIGGER documents_filescan_no_delete BEFORE DELETE ON documents_filescan BEGIN SELECT RAISE(ABORT, 'documents_filescan is append-only'); END;

CREATE TRIGGER documents_filescan_no_update BEFORE UPDATE ON documents_filescan BEGIN SELECT RAISE(ABORT, 'documents_filescan is append-only'); END;

CREATE TRIGGER documents_storedfile_no_delete BEFORE DELETE ON documents_storedfile BEGIN SELECT RAISE(ABORT, 'documents_storedfile is append-only'); END;

CREATE TRIGGER documents_storedfile_no_update BEFORE UPDATE ON documents_storedfile BEGIN SELECT RAISE(ABORT, 'documents_storedfile is append-only'); END;

CREATE TRIGGER dossiers_dossier_words_delete AFTER DELETE ON dossiers_dossier BEGIN INSERT INTO dossiers_dossier_words (dossiers_dossier_words, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key); END;

CREATE TRIGGER dossiers_dossier_words_insert AFTER INSERT ON dossiers_dossier BEGIN INSERT INTO dossiers_dossier_words (rowid, search_key) VALUES (NEW.id, NEW.search_key); END;

CREATE TRIGGER dossiers_dossier_words_update AFTER UPDATE OF search_key ON dossiers_dossier WHEN NEW.search_key <> OLD.search_key BEGIN INSERT INTO dossiers_dossier_words (dossiers_dossier_words, rowid, search_key) VALUES ('delete', OLD.id, OLD.search_key); INSERT INTO dossiers_dossier_words (rowid, search_key) VALUES (NEW.id, NEW.search_key); END;

CREATE TRIGGER dossiers_numberpattern_no_overlap_insert AFTER INSERT ON dossiers_numberpattern WHEN EXISTS (SELECT 1 FROM dossiers_numberpattern other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'dossiers_numberpattern periods overlap'); END;

CREATE TRIGGER dossiers_numberpattern_no_overlap_update AFTER UPDATE ON dossiers_numberpattern WHEN EXISTS (SELECT 1 FROM dossiers_numberpattern other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'dossiers_numberpattern periods overlap'); END;

CREATE TRIGGER eform_version_frozen BEFORE UPDATE ON eforms_eformversion WHEN NEW.eform_id <> OLD.eform_id OR NEW.version_number <> OLD.version_number OR NEW.valid_from <> OLD.valid_from OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by BEGIN SELECT RAISE(ABORT, 'eform_version_frozen'); END;

CREATE TRIGGER eform_version_stays BEFORE DELETE ON eforms_eformversion WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'eform_version_stays'); END;

CREATE TRIGGER eforms_eformversion_no_overlap_insert AFTER INSERT ON eforms_eformversion WHEN EXISTS (SELECT 1 FROM eforms_eformversion other WHERE other.eform_id IS NEW.eform_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'eforms_eformversion periods overlap'); END;

CREATE TRIGGER eforms_eformversion_no_overlap_update AFTER UPDATE ON eforms_eformversion WHEN EXISTS (SELECT 1 FROM eforms_eformversion other WHERE other.eform_id IS NEW.eform_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'eforms_eformversion periods overlap'); END;

CREATE TRIGGER feedback_book_forward BEFORE UPDATE ON feedback_petitionbook WHEN NEW.last <= OLD.last OR NEW.agency_id <> OLD.agency_id OR NEW.year <> OLD.year BEGIN SELECT RAISE(ABORT, 'feedback_book_forward'); END;

CREATE TRIGGER feedback_book_kept BEFORE DELETE ON feedback_petitionbook WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'feedback_book_kept'); END;

CREATE TRIGGER feedback_closedfigures_no_delete BEFORE DELETE ON feedback_closedfigures BEGIN SELECT RAISE(ABORT, 'feedback_closedfigures is append-only'); END;

CREATE TRIGGER feedback_closedfigures_no_update BEFORE UPDATE ON feedback_closedfigures BEGIN SELECT RAISE(ABORT, 'feedback_closedfigures is append-only'); END;

CREATE TRIGGER feedback_feedbackterms_no_overlap_insert AFTER INSERT ON feedback_feedbackterms WHEN EXISTS (SELECT 1 FROM feedback_feedbackterms other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'feedback_feedbackterms periods overlap'); END;

CREATE TRIGGER feedback_feedbackterms_no_overlap_update AFTER UPDATE ON feedback_feedbackterms WHEN EXISTS (SELECT 1 FROM feedback_feedbackterms other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'feedback_feedbackterms periods overlap'); END;

CREATE TRIGGER feedback_petition_kept BEFORE DELETE ON feedback_petition WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'feedback_petition_kept'); END;

CREATE TRIGGER feedback_petition_said BEFORE UPDATE ON feedback_petition WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.code = OLD.code AND NEW.channel = OLD.channel AND NEW.is_anonymous = OLD.is_anonymous AND NEW.title = OLD.title AND NEW.content = OLD.content AND NEW.sender_name = OLD.sender_name AND NEW.sender_address = OLD.sender_address AND NEW.sender_phone = OLD.sender_phone AND NEW.sender_email = OLD.sender_email AND NEW.dossier_code = OLD.dossier_code AND NEW.received_at = OLD.received_at AND NEW.salt = OLD.salt AND NEW.secret_digest = OLD.secret_digest) BEGIN SELECT RAISE(ABORT, 'feedback_petition_said'); END;

CREATE TRIGGER feedback_petition_stamp BEFORE UPDATE ON feedback_petition WHEN (NEW.stamped_on IS NULL) <> (OLD.stamped_on IS NULL) OR NEW.stamped_on <> OLD.stamped_on BEGIN SELECT RAISE(ABORT, 'feedback_petition_stamp'); END;

CREATE TRIGGER feedback_petitionenclosure_no_delete BEFORE DELETE ON feedback_petitionenclosure BEGIN SELECT RAISE(ABORT, 'feedback_petitionenclosure is append-only'); END;

CREATE TRIGGER feedback_petitionenclosure_no_update BEFORE UPDATE ON feedback_petitionenclosure BEGIN SELECT RAISE(ABORT, 'feedback_petitionenclosure is append-only'); END;

CREATE TRIGGER feedback_petitionstep_no_delete BEFORE DELETE ON feedback_petitionstep BEGIN SELECT RAISE(ABORT, 'feedback_petitionstep is append-only'); END;

CREATE TRIGGER feedback_petitionstep_no_update BEFORE UPDATE ON feedback_petitionstep BEGIN SELECT RAISE(ABORT, 'feedback_petitionstep is append-only'); END;

CREATE TRIGGER interlinked_interlinkedversion_no_overlap_insert AFTER INSERT ON interlinked_interlinkedversion WHEN EXISTS (SELECT 1 FROM interlinked_interlinkedversion other WHERE other.group_id IS NEW.group_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'interlinked_interlinkedversion periods overlap'); END;

CREATE TRIGGER interlinked_interlinkedversion_no_overlap_update AFTER UPDATE ON interlinked_interlinkedversion WHEN EXISTS (SELECT 1 FROM interlinked_interlinkedversion other WHERE other.group_id IS NEW.group_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'interlinked_interlinkedversion periods overlap'); END;

CREATE TRIGGER interlinked_version_frozen BEFORE UPDATE ON interlinked_interlinkedversion WHEN NEW.group_id <> OLD.group_id OR NEW.version_number <> OLD.version_number OR NEW.name <> OLD.name OR NEW.valid_from <> OLD.valid_from OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by BEGIN SELECT RAISE(ABORT, 'interlinked_version_frozen'); END;

CREATE TRIGGER interlinked_version_stays BEFORE DELETE ON interlinked_interlinkedversion WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'interlinked_version_stays'); END;

CREATE TRIGGER ledger_fact_no_delete BEFORE DELETE ON ledger_fact BEGIN SELECT RAISE(ABORT, 'ledger_fact is append-only'); END;

CREATE TRIGGER ledger_fact_no_update BEFORE UPDATE ON ledger_fact BEGIN SELECT RAISE(ABORT, 'ledger_fact is append-only'); END;

CREATE TRIGGER notices_noticewording_no_overlap_insert AFTER INSERT ON notices_noticewording WHEN EXISTS (SELECT 1 FROM notices_noticewording other WHERE other.agency_id IS NEW.agency_id AND other.kind IS NEW.kind AND other.carrier IS NEW.carrier AND other.language IS NEW.language AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'notices_noticewording periods overlap'); END;

CREATE TRIGGER notices_noticewording_no_overlap_update AFTER UPDATE ON notices_noticewording WHEN EXISTS (SELECT 1 FROM notices_noticewording other WHERE other.agency_id IS NEW.agency_id AND other.kind IS NEW.kind AND other.carrier IS NEW.carrier AND other.language IS NEW.language AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'notices_noticewording periods overlap'); END;

CREATE TRIGGER papers_formwording_no_overlap_insert AFTER INSERT ON papers_formwording WHEN EXISTS (SELECT 1 FROM papers_formwording other WHERE other.agency_id IS NEW.agency_id AND other.form_key IS NEW.form_key AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'papers_formwording periods overlap'); END;

CREATE TRIGGER papers_formwording_no_overlap_update AFTER UPDATE ON papers_formwording WHEN EXISTS (SELECT 1 FROM papers_formwording other WHERE other.agency_id IS NEW.agency_id AND other.form_key IS NEW.form_key AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'papers_formwording periods overlap'); END;

CREATE TRIGGER payments_bankstatement_no_delete BEFORE DELETE ON payments_bankstatement BEGIN SELECT RAISE(ABORT, 'payments_bankstatement is append-only'); END;

CREATE TRIGGER payments_bankstatement_no_update BEFORE UPDATE ON payments_bankstatement BEGIN SELECT RAISE(ABORT, 'payments_bankstatement is append-only'); END;

CREATE TRIGGER payments_card_slip_fixed BEFORE UPDATE ON payments_cardslip WHEN OLD.is_void OR NOT NEW.is_void OR NOT (NEW.id = OLD.id AND NEW.receipt_id = OLD.receipt_id AND NEW.agency_id = OLD.agency_id AND NEW.terminal = OLD.terminal AND NEW.reference = OLD.reference AND NEW.day = OLD.day AND NEW.last_four = OLD.last_four AND NEW.paid_at = OLD.paid_at AND NEW.amount_vnd = OLD.amount_vnd) BEGIN SELECT RAISE(ABORT, 'payments_card_slip_fixed'); END;

CREATE TRIGGER payments_card_slip_four_digits BEFORE INSERT ON payments_cardslip WHEN length(NEW.last_four) <> 4 BEGIN SELECT RAISE(ABORT, 'payments_card_slip_four_digits'); END;

CREATE TRIGGER payments_card_slip_kept BEFORE DELETE ON payments_cardslip WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_card_slip_kept'); END;

CREATE TRIGGER payments_collectingaccount_no_overlap_insert AFTER INSERT ON payments_collectingaccount WHEN EXISTS (SELECT 1 FROM payments_collectingaccount other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'payments_collectingaccount periods overlap'); END;

CREATE TRIGGER payments_collectingaccount_no_overlap_update AFTER UPDATE ON payments_collectingaccount WHEN EXISTS (SELECT 1 FROM payments_collectingaccount other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'payments_collectingaccount periods overlap'); END;

CREATE TRIGGER payments_line_fixed BEFORE UPDATE ON payments_statementline WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.account_id = OLD.account_id AND NEW.statement_id = OLD.statement_id AND NEW.key = OLD.key AND NEW.day = OLD.day AND NEW.amount_vnd = OLD.amount_vnd AND NEW.text = OLD.text AND NEW.bank_reference = OLD.bank_reference AND NEW.payer_name = OLD.payer_name) OR OLD.state <> 'WAITING' BEGIN SELECT RAISE(ABORT, 'payments_line_fixed'); END;

CREATE TRIGGER payments_line_kept BEFORE DELETE ON payments_statementline WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_line_kept'); END;

CREATE TRIGGER payments_order_fixed BEFORE UPDATE ON payments_paymentorder WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.dossier_id = OLD.dossier_id AND NEW.account_id = OLD.account_id AND NEW.number = OLD.number AND NEW.amount_vnd = OLD.amount_vnd AND NEW.gateway = OLD.gateway AND NEW.merchant = OLD.merchant AND NEW.opened_at = OLD.opened_at AND NEW.expires_at = OLD.expires_at) OR NEW.state = 'OPEN' OR OLD.state IN ('PAID', 'PAID_LATE', 'PAID_WRONG_AMOUNT') BEGIN SELECT RAISE(ABORT, 'payments_order_fixed'); END;

CREATE TRIGGER payments_order_kept BEFORE DELETE ON payments_paymentorder WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_order_kept'); END;

CREATE TRIGGER payments_payment_fixed BEFORE UPDATE ON payments_payment WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.dossier_id = OLD.dossier_id AND NEW.amount_vnd = OLD.amount_vnd AND NEW.booked_vnd = OLD.booked_vnd AND NEW.rest_vnd = OLD.rest_vnd AND NEW.method = OLD.method AND NEW.reference = OLD.reference AND NEW.cause = OLD.cause AND NEW.came_at = OLD.came_at AND NEW.booked_at = OLD.booked_at AND COALESCE(NEW.order_id, 0) = COALESCE(OLD.order_id, 0) AND COALESCE(NEW.receipt_id, 0) = COALESCE(OLD.receipt_id, 0) AND (OLD.message_id IS NULL OR COALESCE(NEW.message_id, 0) = OLD.message_id) AND (OLD.line_id IS NULL OR COALESCE(NEW.line_id, 0) = OLD.line_id) AND (OLD.told_by_id IS NULL OR COALESCE(NEW.told_by_id, 0) = OLD.told_by_id)) BEGIN SELECT RAISE(ABORT, 'payments_payment_fixed'); END;

CREATE TRIGGER payments_payment_kept BEFORE DELETE ON payments_payment WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_payment_kept'); END;

CREATE TRIGGER payments_paymentmessage_no_delete BEFORE DELETE ON payments_paymentmessage BEGIN SELECT RAISE(ABORT, 'payments_paymentmessage is append-only'); END;

CREATE TRIGGER payments_paymentmessage_no_update BEFORE UPDATE ON payments_paymentmessage BEGIN SELECT RAISE(ABORT, 'payments_paymentmessage is append-only'); END;

CREATE TRIGGER payments_paymentorderline_no_delete BEFORE DELETE ON payments_paymentorderline BEGIN SELECT RAISE(ABORT, 'payments_paymentorderline is append-only'); END;

CREATE TRIGGER payments_paymentorderline_no_update BEFORE UPDATE ON payments_paymentorderline BEGIN SELECT RAISE(ABORT, 'payments_paymentorderline is append-only'); END;

CREATE TRIGGER payments_receipt_booked BEFORE UPDATE ON payments_receipt WHEN EXISTS (SELECT 1 FROM payments_till till WHERE till.id = OLD.till_id AND till.closed_at IS NOT NULL) OR OLD.state = 'CANCELLED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.book_symbol = OLD.book_symbol AND NEW.payer_name = OLD.payer_name AND NEW.payer_number = OLD.payer_number AND NEW.address = OLD.address AND NEW.collected_at = OLD.collected_at AND NEW.method = OLD.method AND NEW.slip_number = OLD.slip_number AND NEW.total_vnd = OLD.total_vnd AND COALESCE(NEW.till_id, 0) = COALESCE(OLD.till_id, 0) AND COALESCE(NEW.collected_by_id, 0) = COALESCE(OLD.collected_by_id, 0)) BEGIN SELECT RAISE(ABORT, 'payments_receipt_booked'); END;

CREATE TRIGGER payments_receipt_into_closed_till BEFORE INSERT ON payments_receipt WHEN EXISTS (SELECT 1 FROM payments_till till WHERE till.id = NEW.till_id AND till.closed_at IS NOT NULL AND NEW.collected_at > till.closed_at) BEGIN SELECT RAISE(ABORT, 'payments_receipt_into_closed_till'); END;

CREATE TRIGGER payments_receipt_kept BEFORE DELETE ON payments_receipt WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_receipt_kept'); END;

CREATE TRIGGER payments_receiptline_no_delete BEFORE DELETE ON payments_receiptline BEGIN SELECT RAISE(ABORT, 'payments_receiptline is append-only'); END;

CREATE TRIGGER payments_receiptline_no_update BEFORE UPDATE ON payments_receiptline BEGIN SELECT RAISE(ABORT, 'payments_receiptline is append-only'); END;

CREATE TRIGGER payments_till_closed BEFORE UPDATE ON payments_till WHEN OLD.closed_at IS NOT NULL OR NOT (NEW.agency_id = OLD.agency_id AND NEW.holding_id = OLD.holding_id AND NEW.day = OLD.day) BEGIN SELECT RAISE(ABORT, 'payments_till_closed'); END;

CREATE TRIGGER payments_till_kept BEFORE DELETE ON payments_till WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'payments_till_kept'); END;

CREATE TRIGGER procedures_exemption_frozen BEFORE UPDATE ON procedures_exemption  BEGIN SELECT RAISE(ABORT, 'procedures_exemption is frozen once published'); END;

CREATE TRIGGER procedures_feerule_frozen BEFORE UPDATE ON procedures_feerule BEGIN SELECT RAISE(ABORT, 'procedures_feerule is frozen once published'); END;

CREATE TRIGGER procedures_lifeevent_no_overlap_insert AFTER INSERT ON procedures_lifeevent WHEN EXISTS (SELECT 1 FROM procedures_lifeevent other WHERE other.code IS NEW.code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'procedures_lifeevent periods overlap'); END;

CREATE TRIGGER procedures_lifeevent_no_overlap_update AFTER UPDATE ON procedures_lifeevent WHEN EXISTS (SELECT 1 FROM procedures_lifeevent other WHERE other.code IS NEW.code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'procedures_lifeevent periods overlap'); END;

CREATE TRIGGER procedures_procedurevariant_frozen BEFORE UPDATE ON procedures_procedurevariant  BEGIN SELECT RAISE(ABORT, 'procedures_procedurevariant is frozen once published'); END;

CREATE TRIGGER procedures_procedureversion_frozen BEFORE UPDATE OF procedure_id, decision_id, sector_id, valid_from, name, name_key, field_name, levels, implementing_body, competent_body, cooperating_bodies, channels, online_level, legal_basis, applicant_kinds, results, requirements, supplement_policy, source, source_place, notes, missing, content_digest, published_at ON procedures_procedureversion  BEGIN SELECT RAISE(ABORT, 'procedures_procedureversion is frozen once published'); END;

CREATE TRIGGER procedures_procedureversion_no_overlap_insert AFTER INSERT ON procedures_procedureversion WHEN EXISTS (SELECT 1 FROM procedures_procedureversion other WHERE other.procedure_id IS NEW.procedure_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'procedures_procedureversion periods overlap'); END;

CREATE TRIGGER procedures_procedureversion_no_overlap_update AFTER UPDATE ON procedures_procedureversion WHEN EXISTS (SELECT 1 FROM procedures_procedureversion other WHERE other.procedure_id IS NEW.procedure_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'procedures_procedureversion periods overlap'); END;

CREATE TRIGGER procedures_requireddocument_frozen BEFORE UPDATE ON procedures_requireddocument  BEGIN SELECT RAISE(ABORT, 'procedures_requireddocument is frozen once published'); END;

CREATE TRIGGER procedures_timelimit_frozen BEFORE UPDATE ON procedures_timelimit  BEGIN SELECT RAISE(ABORT, 'procedures_timelimit is frozen once published'); END;

CREATE TRIGGER process_version_frozen BEFORE UPDATE ON processes_processversion WHEN NEW.process_id <> OLD.process_id OR NEW.version_number <> OLD.version_number OR NEW.valid_from <> OLD.valid_from OR NEW.title <> OLD.title OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.acknowledged <> OLD.acknowledged OR NEW.reason <> OLD.reason OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by BEGIN SELECT RAISE(ABORT, 'process_version_frozen'); END;

CREATE TRIGGER process_version_stays BEFORE DELETE ON processes_processversion WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'process_version_stays'); END;

CREATE TRIGGER processes_processversion_no_overlap_insert AFTER INSERT ON processes_processversion WHEN EXISTS (SELECT 1 FROM processes_processversion other WHERE other.process_id IS NEW.process_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'processes_processversion periods overlap'); END;

CREATE TRIGGER processes_processversion_no_overlap_update AFTER UPDATE ON processes_processversion WHEN EXISTS (SELECT 1 FROM processes_processversion other WHERE other.process_id IS NEW.process_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'processes_processversion periods overlap'); END;

CREATE TRIGGER reconciliation_comparison_no_delete BEFORE DELETE ON reconciliation_comparison BEGIN SELECT RAISE(ABORT, 'reconciliation_comparison is append-only'); END;

CREATE TRIGGER reconciliation_comparison_no_update BEFORE UPDATE ON reconciliation_comparison BEGIN SELECT RAISE(ABORT, 'reconciliation_comparison is append-only'); END;

CREATE TRIGGER reconciliation_difference_kept BEFORE DELETE ON reconciliation_difference WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'reconciliation_difference_kept'); END;

CREATE TRIGGER reconciliation_difference_same BEFORE UPDATE ON reconciliation_difference WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.kind = OLD.kind AND NEW.subject_kind = OLD.subject_kind AND NEW.subject_id = OLD.subject_id) OR NEW.version <> OLD.version + 1 BEGIN SELECT RAISE(ABORT, 'reconciliation_difference_same'); END;

CREATE TRIGGER reports_closedreport_no_delete BEFORE DELETE ON reports_closedreport BEGIN SELECT RAISE(ABORT, 'reports_closedreport is append-only'); END;

CREATE TRIGGER reports_closedreport_no_update BEFORE UPDATE ON reports_closedreport BEGIN SELECT RAISE(ABORT, 'reports_closedreport is append-only'); END;

CREATE TRIGGER settlements_refund_beyond_paid BEFORE INSERT ON settlements_refund WHEN (SELECT COALESCE(SUM(other.fee_vnd), 0) FROM settlements_refund other WHERE other.receipt_id = NEW.receipt_id AND other.state <> 'DENIED') + NEW.fee_vnd > (SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line WHERE line.receipt_id = NEW.receipt_id AND line.kind = 'FEE') OR (SELECT COALESCE(SUM(other.charge_vnd), 0) FROM settlements_refund other WHERE other.receipt_id = NEW.receipt_id AND other.state <> 'DENIED') + NEW.charge_vnd > (SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line WHERE line.receipt_id = NEW.receipt_id AND line.kind = 'CHARGE') OR (SELECT COALESCE(SUM(other.rest_vnd), 0) FROM settlements_refund other WHERE other.payment_id = NEW.payment_id AND other.state <> 'DENIED') + NEW.rest_vnd > (SELECT COALESCE(SUM(came.rest_vnd), 0) FROM payments_payment came WHERE came.id = NEW.payment_id) BEGIN SELECT RAISE(ABORT, 'settlements_refund_beyond_paid'); END;

CREATE TRIGGER settlements_refund_decided BEFORE UPDATE ON settlements_refund WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.reason = OLD.reason AND NEW.note = OLD.note AND NEW.payee = OLD.payee AND NEW.fee_vnd = OLD.fee_vnd AND NEW.charge_vnd = OLD.charge_vnd AND NEW.rest_vnd = OLD.rest_vnd AND NEW.requested_at = OLD.requested_at AND NEW.requested_by_id = OLD.requested_by_id AND COALESCE(NEW.receipt_id, 0) = COALESCE(OLD.receipt_id, 0) AND COALESCE(NEW.payment_id, 0) = COALESCE(OLD.payment_id, 0)) OR NOT ((OLD.state = 'REQUESTED' AND NEW.state IN ('APPROVED', 'DENIED')) OR (OLD.state = 'APPROVED' AND NEW.state = 'PAID' AND NEW.decided_by_id = OLD.decided_by_id AND NEW.decided_at = OLD.decided_at AND NEW.decision_note = OLD.decision_note)) BEGIN SELECT RAISE(ABORT, 'settlements_refund_decided'); END;

CREATE TRIGGER settlements_refund_kept BEFORE DELETE ON settlements_refund WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'settlements_refund_kept'); END;

CREATE TRIGGER settlements_settlement_kept BEFORE DELETE ON settlements_settlement WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'settlements_settlement_kept'); END;

CREATE TRIGGER settlements_settlement_sent BEFORE UPDATE ON settlements_settlement WHEN NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.due_agency_id = OLD.due_agency_id AND NEW.first_day = OLD.first_day AND NEW.last_day = OLD.last_day AND NEW.kept_fee_bp = OLD.kept_fee_bp AND NEW.kept_charge_bp = OLD.kept_charge_bp AND NEW.drafted_at = OLD.drafted_at AND NEW.drafted_by_id = OLD.drafted_by_id) OR NOT ((OLD.state = 'DRAFT' AND NEW.state = 'SENT') OR (NEW.next_transfer = OLD.next_transfer AND ((OLD.state = 'SENT' AND NEW.state IN ('ACCEPTED', 'DISPUTED')) OR (OLD.state = 'DISPUTED' AND NEW.state = 'SENT') OR (OLD.state = 'ACCEPTED' AND NEW.state = 'PAID')))) BEGIN SELECT RAISE(ABORT, 'settlements_settlement_sent'); END;

CREATE TRIGGER settlements_settlementitem_no_delete BEFORE DELETE ON settlements_settlementitem BEGIN SELECT RAISE(ABORT, 'settlements_settlementitem is append-only'); END;

CREATE TRIGGER settlements_settlementitem_no_update BEFORE UPDATE ON settlements_settlementitem BEGIN SELECT RAISE(ABORT, 'settlements_settlementitem is append-only'); END;

CREATE TRIGGER settlements_settlementitem_of_books BEFORE INSERT ON settlements_settlementitem WHEN NOT EXISTS (SELECT 1 FROM books_transfer moved, settlements_settlement one WHERE moved.id = NEW.transfer_id AND one.id = NEW.settlement_id AND moved.agency_id = one.agency_id AND moved.amount_vnd = NEW.amount_vnd) BEGIN SELECT RAISE(ABORT, 'settlements_settlementitem_of_books'); END;

CREATE TRIGGER settlements_settlementpart_no_delete BEFORE DELETE ON settlements_settlementpart BEGIN SELECT RAISE(ABORT, 'settlements_settlementpart is append-only'); END;

CREATE TRIGGER settlements_settlementpart_no_update BEFORE UPDATE ON settlements_settlementpart BEGIN SELECT RAISE(ABORT, 'settlements_settlementpart is append-only'); END;

CREATE TRIGGER settlements_settlementterms_no_overlap_insert AFTER INSERT ON settlements_settlementterms WHEN EXISTS (SELECT 1 FROM settlements_settlementterms other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'settlements_settlementterms periods overlap'); END;

CREATE TRIGGER settlements_settlementterms_no_overlap_update AFTER UPDATE ON settlements_settlementterms WHEN EXISTS (SELECT 1 FROM settlements_settlementterms other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'settlements_settlementterms periods overlap'); END;

CREATE TRIGGER surveys_follow_up_changed BEFORE UPDATE ON surveys_followup WHEN OLD.state = 'CLOSED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.occasion = OLD.occasion AND NEW.opened_on = OLD.opened_on AND NEW.reasons = OLD.reasons AND NEW.comment = OLD.comment) BEGIN SELECT RAISE(ABORT, 'surveys_follow_up_changed'); END;

CREATE TRIGGER surveys_follow_up_kept BEFORE DELETE ON surveys_followup WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'surveys_follow_up_kept'); END;

CREATE TRIGGER surveys_invitation_kept BEFORE DELETE ON surveys_invitation WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'surveys_invitation_kept'); END;

CREATE TRIGGER surveys_invitation_used_once BEFORE UPDATE ON surveys_invitation WHEN OLD.is_used OR NOT (NEW.id = OLD.id AND NEW.dossier_id = OLD.dossier_id AND NEW.agency_id = OLD.agency_id AND NEW.procedure_id = OLD.procedure_id AND NEW.occasion = OLD.occasion AND NEW.round = OLD.round AND NEW.day = OLD.day) BEGIN SELECT RAISE(ABORT, 'surveys_invitation_used_once'); END;

CREATE TRIGGER surveys_questionnaire_no_overlap_insert AFTER INSERT ON surveys_questionnaire WHEN EXISTS (SELECT 1 FROM surveys_questionnaire other WHERE other.agency_id IS NEW.agency_id AND other.occasion IS NEW.occasion AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'surveys_questionnaire periods overlap'); END;

CREATE TRIGGER surveys_questionnaire_no_overlap_update AFTER UPDATE ON surveys_questionnaire WHEN EXISTS (SELECT 1 FROM surveys_questionnaire other WHERE other.agency_id IS NEW.agency_id AND other.occasion IS NEW.occasion AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) BEGIN SELECT RAISE(ABORT, 'surveys_questionnaire periods overlap'); END;

CREATE TRIGGER surveys_surveyanswer_no_delete BEFORE DELETE ON surveys_surveyanswer BEGIN SELECT RAISE(ABORT, 'surveys_surveyanswer is append-only'); END;

CREATE TRIGGER surveys_surveyanswer_no_update BEFORE UPDATE ON surveys_surveyanswer BEGIN SELECT RAISE(ABORT, 'surveys_surveyanswer is append-only'); END;

CREATE TRIGGER surveys_surveyseal_no_delete BEFORE DELETE ON surveys_surveyseal BEGIN SELECT RAISE(ABORT, 'surveys_surveyseal is append-only'); END;

CREATE TRIGGER surveys_surveyseal_no_update BEFORE UPDATE ON surveys_surveyseal BEGIN SELECT RAISE(ABORT, 'surveys_surveyseal is append-only'); END;

CREATE TRIGGER worktime_officecalendar_no_overlap_insert AFTER INSERT ON worktime_officecalendar WHEN EXISTS (SELECT 1 FROM worktime_officecalendar other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'worktime_officecalendar periods overlap'); END;

CREATE TRIGGER worktime_officecalendar_no_overlap_update AFTER UPDATE ON worktime_officecalendar WHEN EXISTS (SELECT 1 FROM worktime_officecalendar other WHERE other.agency_id IS NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) BEGIN SELECT RAISE(ABORT, 'worktime_officecalendar periods overlap'); END;

