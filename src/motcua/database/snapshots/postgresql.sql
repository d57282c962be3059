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

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE FUNCTION accounts_holding_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('accounts_holding/' || COALESCE(NEW.officer_id::text, '') || '/' || COALESCE(NEW.position_id::text, ''))); IF EXISTS (SELECT 1 FROM accounts_holding other WHERE other.officer_id IS NOT DISTINCT FROM NEW.officer_id AND other.position_id IS NOT DISTINCT FROM NEW.position_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'accounts_holding periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION accounts_holdingrole_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('accounts_holdingrole/' || COALESCE(NEW.holding_id::text, '') || '/' || COALESCE(NEW.role::text, ''))); IF EXISTS (SELECT 1 FROM accounts_holdingrole other WHERE other.holding_id IS NOT DISTINCT FROM NEW.holding_id AND other.role IS NOT DISTINCT FROM NEW.role AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'accounts_holdingrole periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION accounts_standin_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('accounts_standin/' || COALESCE(NEW.absent_holding_id::text, ''))); IF EXISTS (SELECT 1 FROM accounts_standin other WHERE other.absent_holding_id IS NOT DISTINCT FROM NEW.absent_holding_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'accounts_standin periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_agencycode_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_agencycode/' || COALESCE(NEW.agency_id::text, '') || '/' || COALESCE(NEW.scheme::text, ''))); IF EXISTS (SELECT 1 FROM agencies_agencycode other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.scheme IS NOT DISTINCT FROM NEW.scheme AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_agencycode periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_agencyversion_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_agencyversion/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM agencies_agencyversion other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_agencyversion periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_counter_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_counter/' || COALESCE(NEW.desk_id::text, '') || '/' || COALESCE(NEW.number::text, ''))); IF EXISTS (SELECT 1 FROM agencies_counter other WHERE other.desk_id IS NOT DISTINCT FROM NEW.desk_id AND other.number IS NOT DISTINCT FROM NEW.number AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_counter periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_deskmember_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_deskmember/' || COALESCE(NEW.desk_id::text, '') || '/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM agencies_deskmember other WHERE other.desk_id IS NOT DISTINCT FROM NEW.desk_id AND other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_deskmember periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_deskname_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_deskname/' || COALESCE(NEW.desk_id::text, ''))); IF EXISTS (SELECT 1 FROM agencies_deskname other WHERE other.desk_id IS NOT DISTINCT FROM NEW.desk_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_deskname periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION agencies_unitsector_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('agencies_unitsector/' || COALESCE(NEW.unit_id::text, '') || '/' || COALESCE(NEW.sector_code::text, ''))); IF EXISTS (SELECT 1 FROM agencies_unitsector other WHERE other.unit_id IS NOT DISTINCT FROM NEW.unit_id AND other.sector_code IS NOT DISTINCT FROM NEW.sector_code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'agencies_unitsector periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION audit_accesslog_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'audit_accesslog is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION books_account_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'books_account is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION books_transfer_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'books_transfer is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION books_transfer_of_one_agency() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.debit_id) OR NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.credit_id) THEN RAISE EXCEPTION 'books_transfer_of_one_agency' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION certifications_book_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.closed_at IS NOT NULL THEN RAISE EXCEPTION 'certifications_book_closed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION certifications_book_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'certifications_book_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION certifications_entry_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.state = 'CANCELLED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.kind = OLD.kind AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.dossier_id = OLD.dossier_id AND NEW.position = OLD.position AND NEW.document_name = OLD.document_name AND NEW.pages = OLD.pages AND NEW.copies = OLD.copies AND NEW.sheets = OLD.sheets AND NEW.requester_name = OLD.requester_name AND NEW.requester_number = OLD.requester_number AND NEW.fee_vnd = OLD.fee_vnd AND NEW.entered_at = OLD.entered_at AND NEW.entered_on = OLD.entered_on AND NEW.note = OLD.note) THEN RAISE EXCEPTION 'certifications_entry_changed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION certifications_entry_into_closed_book() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM certifications_certificationbook book WHERE book.agency_id = NEW.agency_id AND book.year = NEW.year AND book.kind = NEW.kind AND book.closed_at IS NOT NULL AND NEW.entered_at > book.closed_at) THEN RAISE EXCEPTION 'certifications_entry_into_closed_book' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION certifications_entry_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'certifications_entry_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION citizens_membership_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('citizens_membership/' || COALESCE(NEW.citizen_id::text, '') || '/' || COALESCE(NEW.organization_id::text, ''))); IF EXISTS (SELECT 1 FROM citizens_membership other WHERE other.citizen_id IS NOT DISTINCT FROM NEW.citizen_id AND other.organization_id IS NOT DISTINCT FROM NEW.organization_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'citizens_membership periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION documents_filescan_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'documents_filescan is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION documents_storedfile_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'documents_storedfile is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION dossiers_numberpattern_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('dossiers_numberpattern/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM dossiers_numberpattern other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'dossiers_numberpattern periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION eform_version_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.eform_id <> OLD.eform_id OR NEW.version_number <> OLD.version_number OR NEW.valid_from <> OLD.valid_from OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by THEN RAISE EXCEPTION 'eform_version_frozen' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION eform_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'eform_version_stays' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION eforms_eformversion_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('eforms_eformversion/' || COALESCE(NEW.eform_id::text, ''))); IF EXISTS (SELECT 1 FROM eforms_eformversion other WHERE other.eform_id IS NOT DISTINCT FROM NEW.eform_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) THEN RAISE EXCEPTION 'eforms_eformversion periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION feedback_book_forward() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.last <= OLD.last OR NEW.agency_id <> OLD.agency_id OR NEW.year <> OLD.year THEN RAISE EXCEPTION 'feedback_book_forward' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION feedback_book_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'feedback_book_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION feedback_closedfigures_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'feedback_closedfigures is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION feedback_feedbackterms_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('feedback_feedbackterms/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM feedback_feedbackterms other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'feedback_feedbackterms periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION feedback_petition_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'feedback_petition_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION feedback_petition_said() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.code = OLD.code AND NEW.channel = OLD.channel AND NEW.is_anonymous = OLD.is_anonymous AND NEW.title = OLD.title AND NEW.content = OLD.content AND NEW.sender_name = OLD.sender_name AND NEW.sender_address = OLD.sender_address AND NEW.sender_phone = OLD.sender_phone AND NEW.sender_email = OLD.sender_email AND NEW.dossier_code = OLD.dossier_code AND NEW.received_at = OLD.received_at AND NEW.salt = OLD.salt AND NEW.secret_digest = OLD.secret_digest) THEN RAISE EXCEPTION 'feedback_petition_said' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION feedback_petition_stamp() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (NEW.stamped_on IS NULL) <> (OLD.stamped_on IS NULL) OR NEW.stamped_on <> OLD.stamped_on THEN RAISE EXCEPTION 'feedback_petition_stamp' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION feedback_petitionenclosure_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'feedback_petitionenclosure is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION feedback_petitionstep_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'feedback_petitionstep is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION interlinked_interlinkedversion_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('interlinked_interlinkedversion/' || COALESCE(NEW.group_id::text, ''))); IF EXISTS (SELECT 1 FROM interlinked_interlinkedversion other WHERE other.group_id IS NOT DISTINCT FROM NEW.group_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) THEN RAISE EXCEPTION 'interlinked_interlinkedversion periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION interlinked_version_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.group_id <> OLD.group_id OR NEW.version_number <> OLD.version_number OR NEW.name <> OLD.name OR NEW.valid_from <> OLD.valid_from OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by THEN RAISE EXCEPTION 'interlinked_version_frozen' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION interlinked_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'interlinked_version_stays' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION ledger_fact_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'ledger_fact is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION notices_noticewording_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('notices_noticewording/' || COALESCE(NEW.agency_id::text, '') || '/' || COALESCE(NEW.kind::text, '') || '/' || COALESCE(NEW.carrier::text, '') || '/' || COALESCE(NEW.language::text, ''))); IF EXISTS (SELECT 1 FROM notices_noticewording other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.kind IS NOT DISTINCT FROM NEW.kind AND other.carrier IS NOT DISTINCT FROM NEW.carrier AND other.language IS NOT DISTINCT FROM NEW.language AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'notices_noticewording periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION papers_formwording_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('papers_formwording/' || COALESCE(NEW.agency_id::text, '') || '/' || COALESCE(NEW.form_key::text, ''))); IF EXISTS (SELECT 1 FROM papers_formwording other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.form_key IS NOT DISTINCT FROM NEW.form_key AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'papers_formwording periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_bankstatement_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'payments_bankstatement is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION payments_card_slip_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.is_void OR NOT NEW.is_void OR NOT (NEW.id = OLD.id AND NEW.receipt_id = OLD.receipt_id AND NEW.agency_id = OLD.agency_id AND NEW.terminal = OLD.terminal AND NEW.reference = OLD.reference AND NEW.day = OLD.day AND NEW.last_four = OLD.last_four AND NEW.paid_at = OLD.paid_at AND NEW.amount_vnd = OLD.amount_vnd) THEN RAISE EXCEPTION 'payments_card_slip_fixed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_card_slip_four_digits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF length(NEW.last_four) <> 4 THEN RAISE EXCEPTION 'payments_card_slip_four_digits' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_card_slip_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_card_slip_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION payments_collectingaccount_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('payments_collectingaccount/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM payments_collectingaccount other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'payments_collectingaccount periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_line_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.account_id = OLD.account_id AND NEW.statement_id = OLD.statement_id AND NEW.key = OLD.key AND NEW.day = OLD.day AND NEW.amount_vnd = OLD.amount_vnd AND NEW.text = OLD.text AND NEW.bank_reference = OLD.bank_reference AND NEW.payer_name = OLD.payer_name) OR OLD.state <> 'WAITING' THEN RAISE EXCEPTION 'payments_line_fixed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_line_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_line_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION payments_order_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.dossier_id = OLD.dossier_id AND NEW.account_id = OLD.account_id AND NEW.number = OLD.number AND NEW.amount_vnd = OLD.amount_vnd AND NEW.gateway = OLD.gateway AND NEW.merchant = OLD.merchant AND NEW.opened_at = OLD.opened_at AND NEW.expires_at = OLD.expires_at) OR NEW.state = 'OPEN' OR OLD.state IN ('PAID', 'PAID_LATE', 'PAID_WRONG_AMOUNT') THEN RAISE EXCEPTION 'payments_order_fixed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_order_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_order_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION payments_payment_fixed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.dossier_id = OLD.dossier_id AND NEW.amount_vnd = OLD.amount_vnd AND NEW.booked_vnd = OLD.booked_vnd AND NEW.rest_vnd = OLD.rest_vnd AND NEW.method = OLD.method AND NEW.reference = OLD.reference AND NEW.cause = OLD.cause AND NEW.came_at = OLD.came_at AND NEW.booked_at = OLD.booked_at AND COALESCE(NEW.order_id, 0) = COALESCE(OLD.order_id, 0) AND COALESCE(NEW.receipt_id, 0) = COALESCE(OLD.receipt_id, 0) AND (OLD.message_id IS NULL OR COALESCE(NEW.message_id, 0) = OLD.message_id) AND (OLD.line_id IS NULL OR COALESCE(NEW.line_id, 0) = OLD.line_id) AND (OLD.told_by_id IS NULL OR COALESCE(NEW.told_by_id, 0) = OLD.told_by_id)) THEN RAISE EXCEPTION 'payments_payment_fixed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_payment_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_payment_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION payments_paymentmessage_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'payments_paymentmessage is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION payments_paymentorderline_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'payments_paymentorderline is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION payments_receipt_booked() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM payments_till till WHERE till.id = OLD.till_id AND till.closed_at IS NOT NULL) OR OLD.state = 'CANCELLED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.year = OLD.year AND NEW.number = OLD.number AND NEW.book_symbol = OLD.book_symbol AND NEW.payer_name = OLD.payer_name AND NEW.payer_number = OLD.payer_number AND NEW.address = OLD.address AND NEW.collected_at = OLD.collected_at AND NEW.method = OLD.method AND NEW.slip_number = OLD.slip_number AND NEW.total_vnd = OLD.total_vnd AND COALESCE(NEW.till_id, 0) = COALESCE(OLD.till_id, 0) AND COALESCE(NEW.collected_by_id, 0) = COALESCE(OLD.collected_by_id, 0)) THEN RAISE EXCEPTION 'payments_receipt_booked' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_receipt_into_closed_till() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF EXISTS (SELECT 1 FROM payments_till till WHERE till.id = NEW.till_id AND till.closed_at IS NOT NULL AND NEW.collected_at > till.closed_at) THEN RAISE EXCEPTION 'payments_receipt_into_closed_till' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_receipt_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_receipt_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION payments_receiptline_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'payments_receiptline is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION payments_till_closed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.closed_at IS NOT NULL OR NOT (NEW.agency_id = OLD.agency_id AND NEW.holding_id = OLD.holding_id AND NEW.day = OLD.day) THEN RAISE EXCEPTION 'payments_till_closed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION payments_till_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'payments_till_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION procedures_exemption_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_exemption is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION procedures_feerule_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_feerule is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION procedures_lifeevent_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('procedures_lifeevent/' || COALESCE(NEW.code::text, ''))); IF EXISTS (SELECT 1 FROM procedures_lifeevent other WHERE other.code IS NOT DISTINCT FROM NEW.code AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) THEN RAISE EXCEPTION 'procedures_lifeevent periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION procedures_procedurevariant_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_procedurevariant is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION procedures_procedureversion_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_procedureversion is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION procedures_procedureversion_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('procedures_procedureversion/' || COALESCE(NEW.procedure_id::text, ''))); IF EXISTS (SELECT 1 FROM procedures_procedureversion other WHERE other.procedure_id IS NOT DISTINCT FROM NEW.procedure_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'procedures_procedureversion periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION procedures_requireddocument_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_requireddocument is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION procedures_timelimit_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'procedures_timelimit is frozen once published' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION process_version_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NEW.process_id <> OLD.process_id OR NEW.version_number <> OLD.version_number OR NEW.valid_from <> OLD.valid_from OR NEW.title <> OLD.title OR NEW.definition <> OLD.definition OR NEW.digest <> OLD.digest OR NEW.acknowledged <> OLD.acknowledged OR NEW.reason <> OLD.reason OR NEW.published_at <> OLD.published_at OR NEW.published_by <> OLD.published_by THEN RAISE EXCEPTION 'process_version_frozen' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION process_version_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'process_version_stays' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION processes_processversion_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('processes_processversion/' || COALESCE(NEW.process_id::text, ''))); IF EXISTS (SELECT 1 FROM processes_processversion other WHERE other.process_id IS NOT DISTINCT FROM NEW.process_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) THEN RAISE EXCEPTION 'processes_processversion periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION reconciliation_comparison_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'reconciliation_comparison is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION reconciliation_difference_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'reconciliation_difference_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION reconciliation_difference_same() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.kind = OLD.kind AND NEW.subject_kind = OLD.subject_kind AND NEW.subject_id = OLD.subject_id) OR NEW.version <> OLD.version + 1 THEN RAISE EXCEPTION 'reconciliation_difference_same' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION reports_closedreport_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'reports_closedreport is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION settlements_refund_beyond_paid() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (SELECT COALESCE(SUM(other.fee_vnd), 0) FROM settlements_refund other WHERE other.receipt_id = NEW.receipt_id AND other.state <> 'DENIED') + NEW.fee_vnd > (SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line WHERE line.receipt_id = NEW.receipt_id AND line.kind = 'FEE') OR (SELECT COALESCE(SUM(other.charge_vnd), 0) FROM settlements_refund other WHERE other.receipt_id = NEW.receipt_id AND other.state <> 'DENIED') + NEW.charge_vnd > (SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line WHERE line.receipt_id = NEW.receipt_id AND line.kind = 'CHARGE') OR (SELECT COALESCE(SUM(other.rest_vnd), 0) FROM settlements_refund other WHERE other.payment_id = NEW.payment_id AND other.state <> 'DENIED') + NEW.rest_vnd > (SELECT COALESCE(SUM(came.rest_vnd), 0) FROM payments_payment came WHERE came.id = NEW.payment_id) THEN RAISE EXCEPTION 'settlements_refund_beyond_paid' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION settlements_refund_decided() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.reason = OLD.reason AND NEW.note = OLD.note AND NEW.payee = OLD.payee AND NEW.fee_vnd = OLD.fee_vnd AND NEW.charge_vnd = OLD.charge_vnd AND NEW.rest_vnd = OLD.rest_vnd AND NEW.requested_at = OLD.requested_at AND NEW.requested_by_id = OLD.requested_by_id AND COALESCE(NEW.receipt_id, 0) = COALESCE(OLD.receipt_id, 0) AND COALESCE(NEW.payment_id, 0) = COALESCE(OLD.payment_id, 0)) OR NOT ((OLD.state = 'REQUESTED' AND NEW.state IN ('APPROVED', 'DENIED')) OR (OLD.state = 'APPROVED' AND NEW.state = 'PAID' AND NEW.decided_by_id = OLD.decided_by_id AND NEW.decided_at = OLD.decided_at AND NEW.decision_note = OLD.decision_note)) THEN RAISE EXCEPTION 'settlements_refund_decided' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION settlements_refund_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'settlements_refund_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION settlements_settlement_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'settlements_settlement_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION settlements_settlement_sent() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.due_agency_id = OLD.due_agency_id AND NEW.first_day = OLD.first_day AND NEW.last_day = OLD.last_day AND NEW.kept_fee_bp = OLD.kept_fee_bp AND NEW.kept_charge_bp = OLD.kept_charge_bp AND NEW.drafted_at = OLD.drafted_at AND NEW.drafted_by_id = OLD.drafted_by_id) OR NOT ((OLD.state = 'DRAFT' AND NEW.state = 'SENT') OR (NEW.next_transfer = OLD.next_transfer AND ((OLD.state = 'SENT' AND NEW.state IN ('ACCEPTED', 'DISPUTED')) OR (OLD.state = 'DISPUTED' AND NEW.state = 'SENT') OR (OLD.state = 'ACCEPTED' AND NEW.state = 'PAID')))) THEN RAISE EXCEPTION 'settlements_settlement_sent' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION settlements_settlementitem_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'settlements_settlementitem is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION settlements_settlementitem_of_books() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM books_transfer moved, settlements_settlement one WHERE moved.id = NEW.transfer_id AND one.id = NEW.settlement_id AND moved.agency_id = one.agency_id AND moved.amount_vnd = NEW.amount_vnd) THEN RAISE EXCEPTION 'settlements_settlementitem_of_books' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION settlements_settlementpart_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'settlements_settlementpart is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION settlements_settlementterms_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('settlements_settlementterms/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM settlements_settlementterms other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'settlements_settlementterms periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION surveys_follow_up_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.state = 'CLOSED' OR NOT (NEW.id = OLD.id AND NEW.agency_id = OLD.agency_id AND NEW.occasion = OLD.occasion AND NEW.opened_on = OLD.opened_on AND NEW.reasons = OLD.reasons AND NEW.comment = OLD.comment) THEN RAISE EXCEPTION 'surveys_follow_up_changed' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION surveys_follow_up_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'surveys_follow_up_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION surveys_invitation_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF 1 = 1 THEN RAISE EXCEPTION 'surveys_invitation_kept' USING ERRCODE = '23514'; END IF; RETURN OLD; END $$;

CREATE FUNCTION surveys_invitation_used_once() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF OLD.is_used OR NOT (NEW.id = OLD.id AND NEW.dossier_id = OLD.dossier_id AND NEW.agency_id = OLD.agency_id AND NEW.procedure_id = OLD.procedure_id AND NEW.occasion = OLD.occasion AND NEW.round = OLD.round AND NEW.day = OLD.day) THEN RAISE EXCEPTION 'surveys_invitation_used_once' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;

CREATE FUNCTION surveys_questionnaire_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('surveys_questionnaire/' || COALESCE(NEW.agency_id::text, '') || '/' || COALESCE(NEW.occasion::text, ''))); IF EXISTS (SELECT 1 FROM surveys_questionnaire other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.occasion IS NOT DISTINCT FROM NEW.occasion AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from) AND (other.valid_until IS NULL OR other.valid_until > other.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > NEW.valid_from)) THEN RAISE EXCEPTION 'surveys_questionnaire periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE FUNCTION surveys_surveyanswer_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'surveys_surveyanswer is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION surveys_surveyseal_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'surveys_surveyseal is append-only' USING ERRCODE = '23514'; END $$;

CREATE FUNCTION worktime_officecalendar_no_overlap() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('worktime_officecalendar/' || COALESCE(NEW.agency_id::text, ''))); IF EXISTS (SELECT 1 FROM worktime_officecalendar other WHERE other.agency_id IS NOT DISTINCT FROM NEW.agency_id AND other.id <> NEW.id AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)) THEN RAISE EXCEPTION 'worktime_officecalendar periods overlap' USING ERRCODE = '23P01'; END IF; RETURN NEW; END $$;

CREATE TABLE account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_apitoken (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    token_digest character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    holding_id bigint NOT NULL
);

ALTER TABLE accounts_apitoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_apitoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_holding (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    position_id bigint NOT NULL,
    officer_id bigint NOT NULL,
    CONSTRAINT holding_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE accounts_holding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_holding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_holdingrole (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    role character varying(20) NOT NULL,
    holding_id bigint NOT NULL,
    CONSTRAINT holding_role_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE accounts_holdingrole ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_holdingrole_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_officer (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    full_name character varying(120) NOT NULL,
    full_name_key character varying(120) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(120) NOT NULL,
    employment_kind character varying(20) NOT NULL,
    user_id bigint,
    CONSTRAINT officer_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE accounts_officer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_officer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_passwordhistory (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE accounts_passwordhistory ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_passwordhistory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_standin (
    id bigint NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    reason character varying(250) NOT NULL,
    absent_holding_id bigint NOT NULL,
    stand_in_officer_id bigint NOT NULL,
    CONSTRAINT stand_in_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE accounts_standin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_standin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    username character varying(60) NOT NULL,
    display_name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    is_active boolean NOT NULL,
    disabled_at timestamp with time zone,
    disabled_reason character varying(20) NOT NULL,
    must_change_password boolean NOT NULL,
    password_changed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    last_totp_counter bigint
);

ALTER TABLE accounts_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE accounts_usersession (
    id bigint NOT NULL,
    token character varying(43) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    address character varying(45) NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE accounts_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME accounts_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_administrativelevel (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    code character varying(20) NOT NULL,
    name character varying(80) NOT NULL,
    rank smallint NOT NULL,
    CONSTRAINT level_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_administrativelevel ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_administrativelevel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_agency (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    slug character varying(80) NOT NULL,
    CONSTRAINT agency_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_agency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_agency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_agencycode (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    scheme character varying(10) NOT NULL,
    code character varying(50) NOT NULL,
    source character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT agency_code_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_agencycode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_agencycode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_agencysuccession (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    is_default boolean NOT NULL,
    effective_date date NOT NULL,
    basis character varying(250) NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT succession_of_another CHECK ((NOT (predecessor_id = successor_id)))
);

ALTER TABLE agencies_agencysuccession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_agencysuccession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_agencyversion (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    name character varying(200) NOT NULL,
    short_name character varying(80) NOT NULL,
    superior_name character varying(200) NOT NULL,
    place_name character varying(80) NOT NULL,
    address character varying(250) NOT NULL,
    phone character varying(40) NOT NULL,
    agency_id bigint NOT NULL,
    level_id bigint NOT NULL,
    parent_id bigint,
    directions character varying(500) NOT NULL,
    feedback_to character varying(200) NOT NULL,
    feedback_address character varying(250) NOT NULL,
    feedback_phone character varying(40) NOT NULL,
    feedback_email character varying(120) NOT NULL,
    CONSTRAINT agency_not_own_parent CHECK ((NOT ((parent_id = agency_id) AND (parent_id IS NOT NULL)))),
    CONSTRAINT agency_version_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_agencyversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_agencyversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_counter (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    number smallint NOT NULL,
    name character varying(120) NOT NULL,
    desk_id bigint NOT NULL,
    CONSTRAINT counter_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_counter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_counter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_deskmember (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    sector character varying(10) NOT NULL,
    agency_id bigint NOT NULL,
    desk_id bigint NOT NULL,
    CONSTRAINT desk_member_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT desk_member_sector_known CHECK (((sector)::text = ANY ((ARRAY['POLICE'::character varying, 'INSURANCE'::character varying, 'TAX'::character varying, 'MILITARY'::character varying, 'OTHER'::character varying])::text[])))
);

ALTER TABLE agencies_deskmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_deskmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_deskname (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    name character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    desk_id bigint NOT NULL,
    CONSTRAINT desk_name_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_deskname ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_deskname_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_onestopdesk (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    slug character varying(80) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT desk_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_onestopdesk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_onestopdesk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_position (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    slug character varying(80) NOT NULL,
    title character varying(120) NOT NULL,
    agency_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT position_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_position ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_position_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_unit (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    slug character varying(80) NOT NULL,
    name character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT unit_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_unit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_unitsector (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    sector_code character varying(60) NOT NULL,
    unit_id bigint NOT NULL,
    CONSTRAINT unit_sector_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE agencies_unitsector ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_unitsector_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE agencies_unitsuccession (
    id bigint NOT NULL,
    effective_date date NOT NULL,
    predecessor_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT unit_after_another CHECK ((NOT (predecessor_id = successor_id)))
);

ALTER TABLE agencies_unitsuccession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME agencies_unitsuccession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE audit_accesslog (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint,
    agency_id bigint,
    actor text NOT NULL,
    act character varying(60) NOT NULL,
    subject_kind character varying(40) NOT NULL,
    subject_id bigint,
    detail text NOT NULL,
    outcome character varying(10) NOT NULL,
    request_id character varying(64) NOT NULL,
    address character varying(45) NOT NULL,
    CONSTRAINT access_log_outcome CHECK (((outcome)::text = ANY ((ARRAY['ALLOWED'::character varying, 'DENIED'::character varying])::text[])))
);

ALTER TABLE audit_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME audit_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE availability_announcement (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    words_vi character varying(500) NOT NULL,
    words_en character varying(500) NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    announced_by character varying(200) NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT announcement_ends_after_start CHECK (((ends_at IS NULL) OR (ends_at >= starts_at))),
    CONSTRAINT announcement_has_words CHECK (((NOT ((words_vi)::text = ''::text)) AND (NOT ((words_en)::text = ''::text)))),
    CONSTRAINT announcement_kind_known CHECK (((kind)::text = ANY ((ARRAY['MAINTENANCE'::character varying, 'INCIDENT'::character varying])::text[]))),
    CONSTRAINT announcement_planned_has_end CHECK ((((kind)::text = 'INCIDENT'::text) OR (ends_at IS NOT NULL)))
);

ALTER TABLE availability_announcement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME availability_announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE availability_probeday (
    day date NOT NULL,
    first_minute_at timestamp with time zone NOT NULL,
    last_minute_at timestamp with time zone NOT NULL,
    minutes_up smallint NOT NULL,
    CONSTRAINT availability_probeday_minutes_up_check CHECK ((minutes_up >= 0)),
    CONSTRAINT probe_day_has_1440 CHECK ((minutes_up <= 1440)),
    CONSTRAINT probe_day_in_order CHECK ((last_minute_at >= first_minute_at))
);

CREATE TABLE axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);

ALTER TABLE axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);

ALTER TABLE axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);

ALTER TABLE axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE books_account (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    ref character varying(60) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT books_account_code_known CHECK (((code)::text = ANY ((ARRAY['CASH'::character varying, 'SAFE'::character varying, 'BANK'::character varying, 'CARD_CLEARING'::character varying, 'TRANSFER_CLEARING'::character varying, 'GATEWAY_CLEARING'::character varying, 'TILL_SHORT'::character varying, 'OWED_FEE'::character varying, 'OWED_CHARGE'::character varying, 'REFUNDS_DUE'::character varying, 'UNIDENTIFIED'::character varying, 'FLOAT'::character varying, 'TILL_OVER'::character varying, 'KEPT'::character varying])::text[])))
);

ALTER TABLE books_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME books_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE books_transfer (
    id bigint NOT NULL,
    source_kind character varying(20) NOT NULL,
    source_id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    "position" smallint NOT NULL,
    day date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    amount_vnd bigint NOT NULL,
    agency_id bigint NOT NULL,
    credit_id bigint NOT NULL,
    debit_id bigint NOT NULL,
    dossier_id bigint,
    CONSTRAINT books_transfer_position_check CHECK (("position" >= 0)),
    CONSTRAINT books_transfer_positive CHECK ((amount_vnd > 0)),
    CONSTRAINT books_transfer_two_accounts CHECK ((NOT (debit_id = credit_id)))
);

ALTER TABLE books_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME books_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE certifications_certification (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    "position" smallint NOT NULL,
    document_name character varying(300) NOT NULL,
    pages smallint NOT NULL,
    copies smallint NOT NULL,
    sheets smallint NOT NULL,
    requester_name character varying(200) NOT NULL,
    requester_number character varying(20) NOT NULL,
    fee_vnd bigint NOT NULL,
    signer_name character varying(200) NOT NULL,
    signer_title character varying(200) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_on date NOT NULL,
    certified_at timestamp with time zone,
    note character varying(300) NOT NULL,
    state character varying(12) NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by character varying(200) NOT NULL,
    reason character varying(300) NOT NULL,
    search_key text NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    entered_by_id bigint,
    CONSTRAINT certification_cancelled_with_reason CHECK ((((cancelled_at IS NULL) AND ((reason)::text = ''::text) AND ((state)::text = 'ENTERED'::text)) OR ((cancelled_at IS NOT NULL) AND ((state)::text = 'CANCELLED'::text) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT certification_counts CHECK (((copies >= 1) AND (copies <= 999) AND (pages >= 1) AND (pages <= 999) AND (sheets <= 999))),
    CONSTRAINT certification_fee CHECK ((fee_vnd >= 0)),
    CONSTRAINT certification_from_one CHECK ((number >= 1)),
    CONSTRAINT certification_kind_known CHECK (((kind)::text = ANY ((ARRAY['COPY'::character varying, 'SIGNATURE'::character varying, 'TRANSACTION'::character varying])::text[]))),
    CONSTRAINT certification_of_something CHECK (((NOT ((document_name)::text = ''::text)) AND (NOT ((requester_name)::text = ''::text)))),
    CONSTRAINT certifications_certification_copies_check CHECK ((copies >= 0)),
    CONSTRAINT certifications_certification_number_check CHECK ((number >= 0)),
    CONSTRAINT certifications_certification_pages_check CHECK ((pages >= 0)),
    CONSTRAINT certifications_certification_position_check CHECK (("position" >= 0)),
    CONSTRAINT certifications_certification_sheets_check CHECK ((sheets >= 0)),
    CONSTRAINT certifications_certification_year_check CHECK ((year >= 0))
);

ALTER TABLE certifications_certification ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME certifications_certification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE certifications_certificationbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    kind character varying(12) NOT NULL,
    last integer NOT NULL,
    closed_at timestamp with time zone,
    closed_by character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT certification_book_closed_whole CHECK (((closed_at IS NULL) OR (NOT ((digest)::text = ''::text)))),
    CONSTRAINT certification_book_kind_known CHECK (((kind)::text = ANY ((ARRAY['COPY'::character varying, 'SIGNATURE'::character varying, 'TRANSACTION'::character varying])::text[]))),
    CONSTRAINT certifications_certificationbook_last_check CHECK ((last >= 0)),
    CONSTRAINT certifications_certificationbook_year_check CHECK ((year >= 0))
);

ALTER TABLE certifications_certificationbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME certifications_certificationbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_citizen (
    id bigint NOT NULL,
    full_name character varying(120) NOT NULL,
    birth_date date,
    personal_id character varying(12) NOT NULL,
    phone character varying(20) NOT NULL,
    phone_confirmed_at timestamp with time zone,
    email character varying(254) NOT NULL,
    email_confirmed_at timestamp with time zone,
    level smallint NOT NULL,
    level_proven_at timestamp with time zone,
    language character varying(2) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    erase_at timestamp with time zone,
    erased_at timestamp with time zone,
    user_id bigint NOT NULL,
    identity character varying(120) NOT NULL,
    CONSTRAINT citizen_contacts_confirmed CHECK (((((phone)::text = ''::text) OR (phone_confirmed_at IS NOT NULL)) AND (((email)::text = ''::text) OR (email_confirmed_at IS NOT NULL)))),
    CONSTRAINT citizen_erased_whole CHECK (((erased_at IS NULL) OR ((birth_date IS NULL) AND ((email)::text = ''::text) AND ((full_name)::text = ''::text) AND ((identity)::text = ''::text) AND ((personal_id)::text = ''::text) AND ((phone)::text = ''::text)))),
    CONSTRAINT citizen_level_has_identity CHECK (((level = 1) OR ((level = 2) AND (NOT ((personal_id)::text = ''::text)) AND (NOT ((full_name)::text = ''::text))))),
    CONSTRAINT citizens_citizen_level_check CHECK ((level >= 0))
);

ALTER TABLE citizens_citizen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_citizen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_consent (
    id bigint NOT NULL,
    purpose character varying(20) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    citizen_id bigint NOT NULL,
    CONSTRAINT consent_purpose CHECK (((purpose)::text = 'OWN_PAPERS'::text))
);

ALTER TABLE citizens_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_invitation (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    contact_kind character varying(5) NOT NULL,
    contact character varying(254) NOT NULL,
    token_digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    accepted_by_id bigint,
    invited_by_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    CONSTRAINT invitation_codes_known CHECK ((((role)::text = ANY ((ARRAY['MANAGER'::character varying, 'MEMBER'::character varying])::text[])) AND ((contact_kind)::text = ANY ((ARRAY['PHONE'::character varying, 'EMAIL'::character varying])::text[]))))
);

ALTER TABLE citizens_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_membership (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_until timestamp with time zone,
    citizen_id bigint NOT NULL,
    organization_id bigint NOT NULL,
    CONSTRAINT membership_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT membership_role CHECK (((role)::text = ANY ((ARRAY['MANAGER'::character varying, 'MEMBER'::character varying])::text[])))
);

ALTER TABLE citizens_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_onetimecode (
    id bigint NOT NULL,
    contact_digest character varying(64) NOT NULL,
    purpose character varying(10) NOT NULL,
    code_digest character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT citizens_onetimecode_tries_check CHECK ((tries >= 0)),
    CONSTRAINT one_time_code_purpose CHECK (((purpose)::text = ANY ((ARRAY['SIGN_IN'::character varying, 'CONTACT'::character varying])::text[])))
);

ALTER TABLE citizens_onetimecode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_onetimecode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE citizens_organization (
    id bigint NOT NULL,
    tax_code character varying(14) NOT NULL,
    name character varying(250) NOT NULL,
    address character varying(250) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    confirmed_at timestamp with time zone
);

ALTER TABLE citizens_organization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME citizens_organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE django_tasks_database_dbtaskresult (
    id uuid NOT NULL,
    status character varying(10) NOT NULL,
    args_kwargs jsonb NOT NULL,
    priority integer NOT NULL,
    task_path text NOT NULL,
    queue_name character varying(32) NOT NULL,
    backend_name character varying(32) NOT NULL,
    run_after timestamp with time zone NOT NULL,
    enqueued_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    started_at timestamp with time zone,
    return_value jsonb,
    exception_class_path text CONSTRAINT django_tasks_database_dbtaskresul_exception_class_path_not_null NOT NULL,
    traceback text NOT NULL,
    worker_ids jsonb NOT NULL,
    CONSTRAINT priority_range CHECK (((priority >= '-100'::integer) AND (priority <= 100)))
);

CREATE TABLE documents_filescan (
    id bigint NOT NULL,
    state character varying(10) NOT NULL,
    scanner character varying(120) NOT NULL,
    found character varying(200) NOT NULL,
    scanned_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    CONSTRAINT file_scan_state CHECK (((state)::text = ANY ((ARRAY['UNSCANNED'::character varying, 'CLEAN'::character varying, 'INFECTED'::character varying, 'FAILED'::character varying])::text[])))
);

ALTER TABLE documents_filescan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME documents_filescan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE documents_storedfile (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT stored_file_not_empty CHECK ((size > 0))
);

ALTER TABLE documents_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME documents_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE documents_upload (
    id bigint NOT NULL,
    token character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    file_id bigint,
    holding_id bigint,
    citizen_id bigint,
    CONSTRAINT upload_ends_later CHECK ((expires_at > created_at)),
    CONSTRAINT upload_finished_is_whole CHECK (((file_id IS NULL) OR (received = size))),
    CONSTRAINT upload_has_one_owner CHECK ((((citizen_id IS NOT NULL) AND (holding_id IS NULL)) OR ((citizen_id IS NULL) AND (holding_id IS NOT NULL)))),
    CONSTRAINT upload_received_within CHECK (((received >= 0) AND (received <= size) AND (size > 0)))
);

ALTER TABLE documents_upload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME documents_upload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_bulkitem (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    code character varying(50) NOT NULL,
    seen_version integer NOT NULL,
    outcome character varying(8) NOT NULL,
    refusal character varying(60) NOT NULL,
    params text NOT NULL,
    run_id bigint NOT NULL,
    own text NOT NULL,
    CONSTRAINT bulk_outcome_known CHECK (((outcome)::text = ANY ((ARRAY[''::character varying, 'DONE'::character varying, 'REFUSED'::character varying])::text[]))),
    CONSTRAINT dossiers_bulkitem_position_check CHECK (("position" >= 0)),
    CONSTRAINT dossiers_bulkitem_seen_version_check CHECK ((seen_version >= 0))
);

ALTER TABLE dossiers_bulkitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_bulkitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_bulkrun (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    holding_id bigint,
    act character varying(40) NOT NULL,
    given text NOT NULL,
    total integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    request_key character varying(120) NOT NULL,
    request_digest character varying(64) NOT NULL,
    CONSTRAINT dossiers_bulkrun_total_check CHECK ((total >= 0))
);

ALTER TABLE dossiers_bulkrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_bulkrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_declaration (
    dossier_id bigint NOT NULL,
    answers text NOT NULL,
    eform_version_id bigint NOT NULL
);

CREATE TABLE dossiers_dossier (
    id bigint NOT NULL,
    code character varying(50) NOT NULL,
    status character varying(24) NOT NULL,
    channel character varying(8) NOT NULL,
    return_method character varying(8) NOT NULL,
    owner_name character varying(200) NOT NULL,
    search_key text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    received_on date NOT NULL,
    original_due_at timestamp with time zone,
    due_at timestamp with time zone,
    clock text NOT NULL,
    sets smallint NOT NULL,
    fee_total_vnd bigint NOT NULL,
    note text NOT NULL,
    version integer NOT NULL,
    agency_id bigint NOT NULL,
    competent_agency_id bigint NOT NULL,
    counter_id bigint,
    procedure_version_id bigint NOT NULL,
    received_by_id bigint,
    unit_id bigint,
    variant_id bigint,
    appointment_at timestamp with time zone,
    assignee_id bigint,
    decision character varying(8) NOT NULL,
    due_soon_at timestamp with time zone,
    ended_at timestamp with time zone,
    group_id bigint,
    is_accepted boolean NOT NULL,
    returned_at timestamp with time zone,
    stage character varying(24) NOT NULL,
    supplement_allowed boolean NOT NULL,
    supplement_count smallint NOT NULL,
    timeliness character varying(8) NOT NULL,
    register_number integer,
    register_year smallint,
    search_words tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(search_key, ' '::text), ''::text))) STORED,
    awaits_companion boolean DEFAULT false NOT NULL,
    held_agency_id bigint,
    held_assignee_id bigint,
    held_unit_id bigint,
    is_turned_back boolean NOT NULL,
    offered_agency_id bigint,
    offered_unit_id bigint,
    CONSTRAINT dossier_channel_known CHECK (((channel)::text = ANY ((ARRAY['DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[]))),
    CONSTRAINT dossier_decision_known CHECK (((decision)::text = ANY ((ARRAY[''::character varying, 'GRANTED'::character varying, 'DECLINED'::character varying])::text[]))),
    CONSTRAINT dossier_due_after_received CHECK (((due_at IS NULL) OR (due_at >= received_at))),
    CONSTRAINT dossier_ended_has_end CHECK ((((ended_at IS NULL) AND ((stage)::text = ANY ((ARRAY['COMPLETION_ASKED'::character varying, 'DECIDED'::character varying, 'IN_TRANSIT'::character varying, 'OBLIGATION_DUE'::character varying, 'PROCESSING'::character varying, 'PROPOSED'::character varying, 'RECEIVED'::character varying, 'REGISTERED'::character varying, 'SUPPLEMENT_REQUESTED'::character varying])::text[]))) OR ((ended_at IS NOT NULL) AND (NOT ((stage)::text = ANY ((ARRAY['COMPLETION_ASKED'::character varying, 'DECIDED'::character varying, 'IN_TRANSIT'::character varying, 'OBLIGATION_DUE'::character varying, 'PROCESSING'::character varying, 'PROPOSED'::character varying, 'RECEIVED'::character varying, 'REGISTERED'::character varying, 'SUPPLEMENT_REQUESTED'::character varying])::text[])))))),
    CONSTRAINT dossier_fee_positive CHECK ((fee_total_vnd >= 0)),
    CONSTRAINT dossier_has_a_set CHECK ((sets >= 1)),
    CONSTRAINT dossier_in_sound_hands CHECK (((((held_agency_id IS NOT NULL) AND (NOT ((held_agency_id = competent_agency_id) AND (held_agency_id IS NOT NULL)))) OR ((held_agency_id IS NULL) AND (held_assignee_id IS NULL) AND (held_unit_id IS NULL))) AND ((offered_agency_id IS NOT NULL) OR (offered_unit_id IS NULL)))),
    CONSTRAINT dossier_return_known CHECK (((return_method)::text = ANY ((ARRAY['DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[]))),
    CONSTRAINT dossier_returned_has_when CHECK ((((returned_at IS NOT NULL) AND ((stage)::text = 'RETURNED'::text)) OR ((returned_at IS NULL) AND (NOT ((stage)::text = 'RETURNED'::text))))),
    CONSTRAINT dossier_stage_has_status CHECK (((((stage)::text = 'COMPLETION_ASKED'::text) AND ((status)::text = 'SUPPLEMENT_REQUESTED'::text)) OR (((stage)::text = 'IN_TRANSIT'::text) AND ((status)::text = 'RECEIVED'::text)) OR (((stage)::text = 'PROPOSED'::text) AND ((status)::text = 'PROCESSING'::text)) OR (((stage)::text = 'DECIDED'::text) AND ((status)::text = 'PROCESSING'::text)) OR (((stage)::text = 'REGISTERED'::text) AND ((status)::text = 'REGISTERED'::text)) OR (((stage)::text = 'RECEIVED'::text) AND ((status)::text = 'RECEIVED'::text)) OR (((stage)::text = 'NOT_RECEIVED'::text) AND ((status)::text = 'NOT_RECEIVED'::text)) OR (((stage)::text = 'PROCESSING'::text) AND ((status)::text = 'PROCESSING'::text)) OR (((stage)::text = 'SUPPLEMENT_REQUESTED'::text) AND ((status)::text = 'SUPPLEMENT_REQUESTED'::text)) OR (((stage)::text = 'OBLIGATION_DUE'::text) AND ((status)::text = 'OBLIGATION_DUE'::text)) OR (((stage)::text = 'WITHDRAWN'::text) AND ((status)::text = 'WITHDRAWN'::text)) OR (((stage)::text = 'TERMINATED'::text) AND ((status)::text = 'TERMINATED'::text)) OR (((stage)::text = 'SETTLED'::text) AND ((status)::text = 'SETTLED'::text)) OR (((stage)::text = 'RETURNED'::text) AND ((status)::text = 'RETURNED'::text)))),
    CONSTRAINT dossier_status_known CHECK (((status)::text = ANY ((ARRAY['REGISTERED'::character varying, 'RECEIVED'::character varying, 'NOT_RECEIVED'::character varying, 'PROCESSING'::character varying, 'SUPPLEMENT_REQUESTED'::character varying, 'OBLIGATION_DUE'::character varying, 'WITHDRAWN'::character varying, 'TERMINATED'::character varying, 'SETTLED'::character varying, 'RETURNED'::character varying])::text[]))),
    CONSTRAINT dossier_timeliness_known CHECK (((timeliness)::text = ANY ((ARRAY[''::character varying, 'EARLY'::character varying, 'ON_TIME'::character varying, 'OVERDUE'::character varying])::text[]))),
    CONSTRAINT dossier_waits_before_work CHECK (((NOT awaits_companion) OR ((stage)::text = ANY ((ARRAY['COMPLETION_ASKED'::character varying, 'IN_TRANSIT'::character varying, 'NOT_RECEIVED'::character varying, 'REGISTERED'::character varying])::text[])))),
    CONSTRAINT dossiers_dossier_register_number_check CHECK ((register_number >= 0)),
    CONSTRAINT dossiers_dossier_register_year_check CHECK ((register_year >= 0)),
    CONSTRAINT dossiers_dossier_sets_check CHECK ((sets >= 0)),
    CONSTRAINT dossiers_dossier_supplement_count_check CHECK ((supplement_count >= 0)),
    CONSTRAINT dossiers_dossier_version_check CHECK ((version >= 0))
);
ALTER TABLE ONLY dossiers_dossier ALTER COLUMN search_words SET STATISTICS 1000;

ALTER TABLE dossiers_dossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossieragency (
    id bigint NOT NULL,
    is_lasting boolean NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    unit_id bigint
);

ALTER TABLE dossiers_dossieragency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossieragency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossiercitizen (
    id bigint NOT NULL,
    part character varying(8) NOT NULL,
    citizen_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    organization_id bigint,
    CONSTRAINT dossier_citizen_part_known CHECK (((part)::text = ANY ((ARRAY['FILER'::character varying, 'HELPER'::character varying])::text[])))
);

ALTER TABLE dossiers_dossiercitizen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossiercitizen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossierfile (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    kind character varying(8) NOT NULL,
    paper_position smallint,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(200) NOT NULL,
    is_removed boolean NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_dossierfile_paper_position_check CHECK ((paper_position >= 0)),
    CONSTRAINT dossiers_dossierfile_position_check CHECK (("position" >= 0)),
    CONSTRAINT file_kind_known CHECK (((kind)::text = ANY ((ARRAY['PAPER'::character varying, 'RESULT'::character varying, 'OTHER'::character varying])::text[])))
);

ALTER TABLE dossiers_dossierfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossierfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossierparty (
    id bigint NOT NULL,
    role character varying(16) NOT NULL,
    kind character varying(16) NOT NULL,
    name character varying(200) NOT NULL,
    personal_id character varying(20) NOT NULL,
    old_id character varying(20) NOT NULL,
    tax_code character varying(20) NOT NULL,
    birth_date character varying(10) NOT NULL,
    sex character varying(8) NOT NULL,
    address character varying(300) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    authority character varying(300) NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT party_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT party_kind_known CHECK (((kind)::text = ANY ((ARRAY['CITIZEN'::character varying, 'ORGANIZATION'::character varying])::text[]))),
    CONSTRAINT party_role_known CHECK (((role)::text = ANY ((ARRAY['OWNER'::character varying, 'SUBMITTER'::character varying, 'REPRESENTATIVE'::character varying, 'HELPER'::character varying])::text[])))
);

ALTER TABLE dossiers_dossierparty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossierparty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossierregister (
    id bigint NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    closed_at timestamp with time zone,
    closed_by character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT dossiers_dossierregister_last_check CHECK ((last >= 0)),
    CONSTRAINT dossiers_dossierregister_year_check CHECK ((year >= 0)),
    CONSTRAINT register_closed_whole CHECK (((closed_at IS NULL) OR (NOT ((digest)::text = ''::text))))
);

ALTER TABLE dossiers_dossierregister ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossierregister_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_dossierserial (
    id bigint NOT NULL,
    day date NOT NULL,
    last integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT dossiers_dossierserial_last_check CHECK ((last >= 0))
);

ALTER TABLE dossiers_dossierserial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_dossierserial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_exportrun (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    holding_id bigint,
    total integer,
    done integer NOT NULL,
    attempt integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    outcome character varying(8) NOT NULL,
    failure character varying(60) NOT NULL,
    params text NOT NULL,
    what character varying(13) NOT NULL,
    which text NOT NULL,
    form character varying(5) NOT NULL,
    language character varying(5) NOT NULL,
    slot smallint NOT NULL,
    scope character varying(64) NOT NULL,
    size bigint NOT NULL,
    digest character varying(64) NOT NULL,
    request_key character varying(120) NOT NULL,
    request_digest character varying(64) NOT NULL,
    CONSTRAINT dossiers_exportrun_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT dossiers_exportrun_done_check CHECK ((done >= 0)),
    CONSTRAINT dossiers_exportrun_size_check CHECK ((size >= 0)),
    CONSTRAINT dossiers_exportrun_slot_check CHECK ((slot >= 0)),
    CONSTRAINT dossiers_exportrun_total_check CHECK ((total >= 0)),
    CONSTRAINT export_run_codes_known CHECK ((((form)::text = ANY ((ARRAY['XLSX'::character varying, 'CSV'::character varying, 'JSONL'::character varying, 'PDF'::character varying])::text[])) AND ((what)::text = ANY ((ARRAY['DOSSIERS'::character varying, 'WORK'::character varying, 'REGISTER'::character varying, 'REGISTER_BOOK'::character varying])::text[])))),
    CONSTRAINT export_run_done_whole CHECK (((NOT ((outcome)::text = 'DONE'::text)) OR (NOT ((digest)::text = ''::text)))),
    CONSTRAINT export_run_ends_once CHECK ((((finished_at IS NULL) AND ((outcome)::text = ''::text)) OR ((finished_at IS NOT NULL) AND ((outcome)::text = ANY ((ARRAY['DONE'::character varying, 'FAILED'::character varying, 'CANCELED'::character varying])::text[]))))),
    CONSTRAINT export_run_slot_known CHECK (((slot >= 1) AND (slot <= 3)))
);

ALTER TABLE dossiers_exportrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_exportrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_feeline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    code character varying(16) NOT NULL,
    name character varying(500) NOT NULL,
    amount_vnd bigint NOT NULL,
    params text NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_feeline_position_check CHECK (("position" >= 0))
);

ALTER TABLE dossiers_feeline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_feeline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_handover (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    result_seq smallint NOT NULL,
    method character varying(8) NOT NULL,
    recipient_name character varying(200) NOT NULL,
    recipient_number character varying(20) NOT NULL,
    authority character varying(300) NOT NULL,
    tracking_number character varying(80) NOT NULL,
    note character varying(300) NOT NULL,
    returned_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_handover_result_seq_check CHECK ((result_seq >= 0)),
    CONSTRAINT dossiers_handover_seq_check CHECK ((seq >= 0)),
    CONSTRAINT hand_over_method_known CHECK (((method)::text = ANY ((ARRAY['DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[])))
);

ALTER TABLE dossiers_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_handoverlist (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT dossiers_handoverlist_number_check CHECK ((number >= 0)),
    CONSTRAINT dossiers_handoverlist_year_check CHECK ((year >= 0)),
    CONSTRAINT hand_over_list_kind_known CHECK (((kind)::text = ANY ((ARRAY['DOSSIERS'::character varying, 'RESULTS'::character varying])::text[])))
);

ALTER TABLE dossiers_handoverlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_handoverlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_listeddossier (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    dossier_id bigint NOT NULL,
    hand_over_list_id bigint NOT NULL,
    CONSTRAINT dossiers_listeddossier_position_check CHECK (("position" >= 0))
);

ALTER TABLE dossiers_listeddossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_listeddossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_longrun (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    holding_id bigint,
    total integer,
    done integer NOT NULL,
    attempt integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    outcome character varying(8) NOT NULL,
    failure character varying(60) NOT NULL,
    params text NOT NULL,
    kind character varying(10) NOT NULL,
    subject character varying(120) NOT NULL,
    given text NOT NULL,
    last_id bigint NOT NULL,
    moved integer NOT NULL,
    told text NOT NULL,
    CONSTRAINT dossiers_longrun_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT dossiers_longrun_done_check CHECK ((done >= 0)),
    CONSTRAINT dossiers_longrun_moved_check CHECK ((moved >= 0)),
    CONSTRAINT dossiers_longrun_total_check CHECK ((total >= 0)),
    CONSTRAINT long_run_ends_once CHECK ((((finished_at IS NULL) AND ((outcome)::text = ''::text)) OR ((finished_at IS NOT NULL) AND ((outcome)::text = ANY ((ARRAY['DONE'::character varying, 'FAILED'::character varying, 'CANCELED'::character varying])::text[]))))),
    CONSTRAINT long_run_kind_known CHECK (((kind)::text = ANY ((ARRAY['DAY_OFF'::character varying, 'SUCCESSION'::character varying])::text[])))
);

ALTER TABLE dossiers_longrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_longrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_numberpattern (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    pattern character varying(80) NOT NULL,
    agency_id bigint,
    CONSTRAINT number_pattern_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE dossiers_numberpattern ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_numberpattern_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_offer (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    task text NOT NULL,
    papers text NOT NULL,
    digests text NOT NULL,
    limit_unit character varying(16) NOT NULL,
    limit_value character varying(16) NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    offered_by character varying(200) NOT NULL,
    hold_due_at timestamp with time zone,
    answer character varying(12) NOT NULL,
    answered_at timestamp with time zone,
    answered_by character varying(200) NOT NULL,
    reason text NOT NULL,
    dossier_id bigint NOT NULL,
    from_agency_id bigint NOT NULL,
    from_unit_id bigint,
    to_agency_id bigint NOT NULL,
    to_unit_id bigint,
    CONSTRAINT dossiers_offer_seq_check CHECK ((seq >= 0)),
    CONSTRAINT offer_answer_known CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL)) OR (((answer)::text = ANY ((ARRAY['ACCEPTED'::character varying, 'REFUSED'::character varying, 'TAKEN_BACK'::character varying])::text[])) AND (answered_at IS NOT NULL)))),
    CONSTRAINT offer_refused_with_reason CHECK (((NOT ((answer)::text = 'REFUSED'::text)) OR (NOT (reason = ''::text))))
);

ALTER TABLE dossiers_offer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_pastoverdue (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    stay_id bigint NOT NULL,
    CONSTRAINT past_overdue_lasts CHECK ((until_on > from_on))
);

ALTER TABLE dossiers_pastoverdue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_pastoverdue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_posteditem (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    sender_name character varying(200) NOT NULL,
    tracking_number character varying(40) NOT NULL,
    arrived_at timestamp with time zone,
    state character varying(12) NOT NULL,
    told_at timestamp with time zone,
    note character varying(300) NOT NULL,
    dossier_id bigint,
    posting_id bigint NOT NULL,
    CONSTRAINT dossiers_posteditem_position_check CHECK (("position" >= 0)),
    CONSTRAINT posted_of_somebody CHECK (((dossier_id IS NOT NULL) OR (NOT ((sender_name)::text = ''::text)))),
    CONSTRAINT posted_received_is_a_dossier CHECK (((NOT ((state)::text = 'RECEIVED'::text)) OR (dossier_id IS NOT NULL))),
    CONSTRAINT posted_state_known CHECK (((state)::text = ANY ((ARRAY['SENT'::character varying, 'DELIVERED'::character varying, 'CAME_BACK'::character varying, 'WAITING'::character varying, 'RECEIVED'::character varying])::text[])))
);

ALTER TABLE dossiers_posteditem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_posteditem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_posting (
    id bigint NOT NULL,
    direction character varying(3) NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    day date NOT NULL,
    carrier character varying(200) NOT NULL,
    note character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT dossiers_posting_number_check CHECK ((number >= 0)),
    CONSTRAINT dossiers_posting_year_check CHECK ((year >= 0)),
    CONSTRAINT posting_direction_known CHECK (((direction)::text = ANY ((ARRAY['OUT'::character varying, 'IN'::character varying])::text[])))
);

ALTER TABLE dossiers_posting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_posting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_printrun (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    holding_id bigint,
    kind character varying(30) NOT NULL,
    size character varying(2) NOT NULL,
    codes text NOT NULL,
    left_out text NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT dossiers_printrun_done_check CHECK ((done >= 0)),
    CONSTRAINT dossiers_printrun_total_check CHECK ((total >= 0)),
    CONSTRAINT print_run_size CHECK (((size)::text = ANY ((ARRAY[''::character varying, 'A4'::character varying, 'A5'::character varying])::text[]))),
    CONSTRAINT print_run_within CHECK ((done <= total))
);

ALTER TABLE dossiers_printrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_printrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_reliefclaim (
    id bigint NOT NULL,
    "group" character varying(40) NOT NULL,
    kind character varying(8) NOT NULL,
    source character varying(500) NOT NULL,
    number character varying(60) NOT NULL,
    issuer character varying(200) NOT NULL,
    expires_on date,
    state character varying(8) NOT NULL,
    reason text NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(200) NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT relief_decided_has_when CHECK ((((decided_at IS NULL) AND ((state)::text = 'WAITING'::text)) OR ((NOT ((state)::text = 'WAITING'::text)) AND (decided_at IS NOT NULL)))),
    CONSTRAINT relief_group_known CHECK ((("group")::text = ANY ((ARRAY['MERIT'::character varying, 'POOR_HOUSEHOLD'::character varying, 'NEAR_POOR_HOUSEHOLD'::character varying, 'DISABLED'::character varying, 'CHILD'::character varying, 'ELDERLY'::character varying, 'HARDSHIP_ETHNIC'::character varying, 'ORPHAN'::character varying])::text[]))),
    CONSTRAINT relief_proof_known CHECK (((kind)::text = ANY ((ARRAY['PAPER'::character varying, 'FILE'::character varying, 'SEEN'::character varying])::text[]))),
    CONSTRAINT relief_state_known CHECK (((state)::text = ANY ((ARRAY['WAITING'::character varying, 'ACCEPTED'::character varying, 'REFUSED'::character varying])::text[])))
);

ALTER TABLE dossiers_reliefclaim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_reliefclaim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_result (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    replaces_seq smallint,
    decision character varying(8) NOT NULL,
    grounds text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by character varying(200) NOT NULL,
    decided_by_title character varying(200) NOT NULL,
    document_number character varying(80) NOT NULL,
    document_date date,
    subject character varying(500) NOT NULL,
    signed_by character varying(200) NOT NULL,
    digests text NOT NULL,
    issued_at timestamp with time zone,
    correction_reason text NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_result_replaces_seq_check CHECK ((replaces_seq >= 0)),
    CONSTRAINT dossiers_result_seq_check CHECK ((seq >= 0)),
    CONSTRAINT result_decision_known CHECK (((decision)::text = ANY ((ARRAY['GRANTED'::character varying, 'DECLINED'::character varying])::text[]))),
    CONSTRAINT result_declined_with_grounds CHECK ((((decision)::text = 'GRANTED'::text) OR (NOT (grounds = ''::text)) OR (NOT (correction_reason = ''::text))))
);

ALTER TABLE dossiers_result ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_result_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_savedview (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    name character varying(60) NOT NULL,
    query character varying(1000) NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT dossiers_savedview_position_check CHECK (("position" >= 0)),
    CONSTRAINT saved_view_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE dossiers_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_stay (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    channel character varying(8) NOT NULL,
    began_on date NOT NULL,
    began_as character varying(8) NOT NULL,
    ended_on date,
    ended_as character varying(8) NOT NULL,
    without_result boolean NOT NULL,
    overdue_on date,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    handler_id bigint,
    procedure_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT dossiers_stay_seq_check CHECK ((seq >= 0)),
    CONSTRAINT stay_beginning_known CHECK (((began_as)::text = ANY ((ARRAY['RECEIVED'::character varying, 'REOPENED'::character varying, 'MOVED'::character varying])::text[]))),
    CONSTRAINT stay_channel_known CHECK (((channel)::text = ANY ((ARRAY['DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[]))),
    CONSTRAINT stay_ended_whole CHECK (((((ended_as)::text = ''::text) AND (ended_on IS NULL) AND (NOT without_result)) OR (((ended_as)::text = ANY ((ARRAY['EARLY'::character varying, 'ON_TIME'::character varying, 'OVERDUE'::character varying, 'MOVED'::character varying])::text[])) AND (ended_on >= began_on)))),
    CONSTRAINT stay_overdue_within CHECK (((overdue_on IS NULL) OR (overdue_on >= began_on)))
);

ALTER TABLE dossiers_stay ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_stay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_submitteddocument (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    originals smallint NOT NULL,
    copies smallint NOT NULL,
    present_only boolean NOT NULL,
    note character varying(300) NOT NULL,
    dossier_id bigint NOT NULL,
    required_document_id bigint,
    CONSTRAINT dossiers_submitteddocument_copies_check CHECK ((copies >= 0)),
    CONSTRAINT dossiers_submitteddocument_originals_check CHECK ((originals >= 0)),
    CONSTRAINT dossiers_submitteddocument_position_check CHECK (("position" >= 0))
);

ALTER TABLE dossiers_submitteddocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_submitteddocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_supplementrequest (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    before_reception boolean NOT NULL,
    reason text NOT NULL,
    items text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    dossier_id bigint NOT NULL,
    partly_answered_at timestamp with time zone,
    CONSTRAINT dossiers_supplementrequest_seq_check CHECK ((seq >= 0))
);

ALTER TABLE dossiers_supplementrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_supplementrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_tally (
    id bigint NOT NULL,
    level character varying(5) NOT NULL,
    day date NOT NULL,
    unit_key bigint NOT NULL,
    began_desk integer NOT NULL,
    began_online integer NOT NULL,
    began_post integer NOT NULL,
    reopened integer NOT NULL,
    moved_in integer NOT NULL,
    ended_early integer NOT NULL,
    ended_on_time integer NOT NULL,
    ended_overdue integer NOT NULL,
    moved_out integer NOT NULL,
    without_result integer NOT NULL,
    overdue integer NOT NULL,
    agency_id bigint NOT NULL,
    procedure_id bigint NOT NULL,
    CONSTRAINT tally_counts CHECK (((began_desk >= 0) AND (began_online >= 0) AND (began_post >= 0) AND (ended_early >= 0) AND (ended_on_time >= 0) AND (ended_overdue >= 0) AND (moved_in >= 0) AND (moved_out >= 0) AND (reopened >= 0) AND (without_result >= 0))),
    CONSTRAINT tally_level_known CHECK (((level)::text = ANY ((ARRAY['DAY'::character varying, 'MONTH'::character varying])::text[])))
);

ALTER TABLE dossiers_tally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_tally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE dossiers_unpaidleave (
    id bigint NOT NULL,
    seq smallint NOT NULL,
    reason text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    given_by character varying(200) NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_unpaidleave_seq_check CHECK ((seq >= 0))
);

ALTER TABLE dossiers_unpaidleave ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME dossiers_unpaidleave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE eforms_eform (
    id bigint NOT NULL,
    code character varying(80) NOT NULL,
    procedure_id bigint NOT NULL,
    CONSTRAINT eform_has_code CHECK (((code)::text > ''::text))
);

ALTER TABLE eforms_eform ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME eforms_eform_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE eforms_eformdraft (
    id bigint NOT NULL,
    definition jsonb NOT NULL,
    edition integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(200) NOT NULL,
    procedure_id bigint NOT NULL,
    CONSTRAINT eform_draft_was_saved CHECK ((edition >= 1)),
    CONSTRAINT eforms_eformdraft_edition_check CHECK ((edition >= 0))
);

ALTER TABLE eforms_eformdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME eforms_eformdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE eforms_eformversion (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    version_number integer NOT NULL,
    definition jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by character varying(200) NOT NULL,
    eform_id bigint NOT NULL,
    CONSTRAINT eform_version_period_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT eforms_eformversion_version_number_check CHECK ((version_number >= 0))
);

ALTER TABLE eforms_eformversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME eforms_eformversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_inmessage (
    id bigint NOT NULL,
    seq bigint NOT NULL,
    kind character varying(12) NOT NULL,
    thread character varying(60) NOT NULL,
    body text NOT NULL,
    digest character varying(64) NOT NULL,
    state character varying(8) NOT NULL,
    attempts integer NOT NULL,
    reason character varying(80) NOT NULL,
    detail text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    partner_id bigint NOT NULL,
    tried_at timestamp with time zone,
    CONSTRAINT exchange_inmessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT in_message_codes_known CHECK ((((kind)::text = ANY ((ARRAY['OFFER'::character varying, 'ACCEPTED'::character varying, 'REFUSED'::character varying, 'TAKEN_BACK'::character varying, 'RETURNED'::character varying, 'STATUS'::character varying])::text[])) AND ((state)::text = ANY ((ARRAY['WAITING'::character varying, 'DONE'::character varying, 'STUCK'::character varying])::text[])))),
    CONSTRAINT in_message_done_has_when CHECK ((((done_at IS NOT NULL) AND ((state)::text = 'DONE'::text)) OR ((done_at IS NULL) AND (NOT ((state)::text = 'DONE'::text))))),
    CONSTRAINT in_message_from_1 CHECK ((seq >= 1)),
    CONSTRAINT in_message_stuck_has_why CHECK (((NOT ((state)::text = 'STUCK'::text)) OR (NOT ((reason)::text = ''::text))))
);

ALTER TABLE exchange_inmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_inmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_outmessage (
    id bigint NOT NULL,
    seq bigint NOT NULL,
    kind character varying(12) NOT NULL,
    thread character varying(60) NOT NULL,
    body text NOT NULL,
    state character varying(8) NOT NULL,
    attempts integer NOT NULL,
    next_try_at timestamp with time zone,
    failure character varying(20) NOT NULL,
    failure_detail character varying(300) NOT NULL,
    reason_there character varying(80) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone,
    dossier_id bigint NOT NULL,
    partner_id bigint NOT NULL,
    given text NOT NULL,
    CONSTRAINT exchange_outmessage_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT out_message_codes_known CHECK ((((kind)::text = ANY ((ARRAY['OFFER'::character varying, 'ACCEPTED'::character varying, 'REFUSED'::character varying, 'TAKEN_BACK'::character varying, 'RETURNED'::character varying, 'STATUS'::character varying])::text[])) AND ((state)::text = ANY ((ARRAY['WAITING'::character varying, 'RECEIVED'::character varying])::text[])))),
    CONSTRAINT out_message_due_while_waiting CHECK ((((next_try_at IS NOT NULL) AND ((state)::text = 'WAITING'::text)) OR ((next_try_at IS NULL) AND (NOT ((state)::text = 'WAITING'::text))))),
    CONSTRAINT out_message_failure_known CHECK (((failure)::text = ANY ((ARRAY[''::character varying, 'NOT_REACHED'::character varying, 'NOT_KNOWN_THERE'::character varying, 'SIGNATURE_REFUSED'::character varying, 'CLOCKS_DIFFER'::character varying, 'ANSWER_NOT_SIGNED'::character varying, 'NUMBER_TAKEN'::character varying, 'FILE_MISSING'::character varying, 'FILE_REFUSED'::character varying, 'FAULT_THERE'::character varying, 'FAULT_HERE'::character varying])::text[]))),
    CONSTRAINT out_message_from_1 CHECK ((seq >= 1))
);

ALTER TABLE exchange_outmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_outmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_partner (
    id bigint NOT NULL,
    name character varying(150) NOT NULL,
    address character varying(200) NOT NULL,
    key character varying(64) NOT NULL,
    mark character varying(16) NOT NULL,
    is_active boolean NOT NULL,
    last_seq bigint NOT NULL,
    heard_through bigint NOT NULL,
    heard_at timestamp with time zone,
    answered_at timestamp with time zone,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(200) NOT NULL,
    asked_at timestamp with time zone,
    CONSTRAINT partner_counts_up CHECK (((heard_through >= 0) AND (last_seq >= 0))),
    CONSTRAINT partner_has_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE exchange_partner ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_partner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_partneragency (
    id bigint NOT NULL,
    agency_id bigint NOT NULL,
    partner_id bigint NOT NULL
);

ALTER TABLE exchange_partneragency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_partneragency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_shareddossier (
    id bigint NOT NULL,
    thread character varying(60) NOT NULL,
    is_ours boolean NOT NULL,
    shared_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    partner_id bigint NOT NULL
);

ALTER TABLE exchange_shareddossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_shareddossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE exchange_sharedoffer (
    id bigint NOT NULL,
    seq_there smallint NOT NULL,
    seq_here smallint NOT NULL,
    shared_id bigint NOT NULL,
    CONSTRAINT exchange_sharedoffer_seq_here_check CHECK ((seq_here >= 0)),
    CONSTRAINT exchange_sharedoffer_seq_there_check CHECK ((seq_there >= 0))
);

ALTER TABLE exchange_sharedoffer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME exchange_sharedoffer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_closedfigures (
    id bigint NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    told text NOT NULL,
    digest character varying(64) NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closer_name character varying(200) NOT NULL,
    closer_title character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    closed_by_id bigint,
    CONSTRAINT closed_figures_forward CHECK ((to_day >= from_day)),
    CONSTRAINT closed_figures_whole CHECK (((NOT (told = ''::text)) AND (NOT ((digest)::text = ''::text))))
);

ALTER TABLE feedback_closedfigures ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_closedfigures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_feedbackterms (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    document jsonb NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by character varying(200) NOT NULL,
    agency_id bigint,
    CONSTRAINT feedback_terms_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE feedback_feedbackterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_feedbackterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_petition (
    id bigint NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    code character varying(50) NOT NULL,
    kind character varying(12) NOT NULL,
    channel character varying(12) NOT NULL,
    state character varying(12) NOT NULL,
    version integer NOT NULL,
    is_anonymous boolean NOT NULL,
    title character varying(200) NOT NULL,
    content text NOT NULL,
    sender_name character varying(120) NOT NULL,
    sender_address character varying(250) NOT NULL,
    sender_phone character varying(20) NOT NULL,
    sender_email character varying(120) NOT NULL,
    dossier_code character varying(50) NOT NULL,
    procedure_code character varying(50) NOT NULL,
    outside_body character varying(200) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    counts_from timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    proposal text NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answer_due_at timestamp with time zone,
    ended_at timestamp with time zone,
    publication character varying(12) NOT NULL,
    published_at timestamp with time zone,
    published_title character varying(200) NOT NULL,
    published_text text NOT NULL,
    published_answer text NOT NULL,
    published_key text NOT NULL,
    satisfaction character varying(14) NOT NULL,
    salt character varying(32) NOT NULL,
    secret_digest character varying(64) NOT NULL,
    search_key text NOT NULL,
    about_holding_id bigint,
    about_unit_id bigint,
    agency_id bigint NOT NULL,
    citizen_id bigint,
    forwarded_from_id bigint,
    handler_id bigint,
    offered_agency_id bigint,
    unit_id bigint,
    stamped_on date,
    CONSTRAINT feedback_petition_number_check CHECK ((number >= 0)),
    CONSTRAINT feedback_petition_version_check CHECK ((version >= 0)),
    CONSTRAINT feedback_petition_year_check CHECK ((year >= 0)),
    CONSTRAINT petition_anonymous_is_unnamed CHECK (((NOT is_anonymous) OR (((sender_address)::text = ''::text) AND ((sender_email)::text = ''::text) AND ((sender_name)::text = ''::text) AND ((sender_phone)::text = ''::text)))),
    CONSTRAINT petition_channel_known CHECK (((channel)::text = ANY ((ARRAY['PORTAL'::character varying, 'COUNTER'::character varying, 'LETTER'::character varying, 'PHONE_NOTE'::character varying, 'EMAIL'::character varying])::text[]))),
    CONSTRAINT petition_from_one CHECK ((number >= 1)),
    CONSTRAINT petition_kind_known CHECK (((kind)::text = ANY ((ARRAY['CONDUCT'::character varying, 'REGULATION'::character varying, 'QUESTION'::character varying])::text[]))),
    CONSTRAINT petition_publication_known CHECK (((publication)::text = ANY ((ARRAY['NONE'::character varying, 'PUBLISHED'::character varying, 'WITHHELD'::character varying, 'WITHDRAWN'::character varying])::text[]))),
    CONSTRAINT petition_published_whole CHECK (((NOT ((publication)::text = 'PUBLISHED'::text)) OR ((published_at IS NOT NULL) AND (NOT (published_text = ''::text))))),
    CONSTRAINT petition_satisfaction_known CHECK ((((satisfaction)::text = ''::text) OR ((satisfaction)::text = ANY ((ARRAY['SATISFIED'::character varying, 'PARTLY'::character varying, 'NOT_SATISFIED'::character varying])::text[])))),
    CONSTRAINT petition_state_known CHECK (((state)::text = ANY ((ARRAY['SENT'::character varying, 'REGISTERED'::character varying, 'CLARIFYING'::character varying, 'HANDLING'::character varying, 'PROPOSED'::character varying, 'OFFERED'::character varying, 'ANSWERED'::character varying, 'CLOSED'::character varying, 'REFUSED'::character varying, 'FORWARDED'::character varying])::text[])))
);

ALTER TABLE feedback_petition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_petition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_petitionbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT feedback_petitionbook_last_check CHECK ((last >= 0)),
    CONSTRAINT feedback_petitionbook_year_check CHECK ((year >= 0))
);

ALTER TABLE feedback_petitionbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_petitionbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_petitionenclosure (
    id bigint NOT NULL,
    seq integer NOT NULL,
    digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    size bigint NOT NULL,
    petition_id bigint NOT NULL,
    CONSTRAINT feedback_petitionenclosure_seq_check CHECK ((seq >= 0))
);

ALTER TABLE feedback_petitionenclosure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_petitionenclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE feedback_petitionstep (
    id bigint NOT NULL,
    seq integer NOT NULL,
    act character varying(20) NOT NULL,
    state character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(200) NOT NULL,
    text text NOT NULL,
    reason character varying(30) NOT NULL,
    due_at timestamp with time zone,
    is_late boolean NOT NULL,
    holding_id bigint,
    petition_id bigint NOT NULL,
    answer_due_at timestamp with time zone,
    CONSTRAINT feedback_petitionstep_seq_check CHECK ((seq >= 0))
);

ALTER TABLE feedback_petitionstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME feedback_petitionstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE filing_draft (
    id bigint NOT NULL,
    token character varying(32) NOT NULL,
    kind character varying(8) NOT NULL,
    for_whom character varying(16) NOT NULL,
    beneficiary text NOT NULL,
    choices text NOT NULL,
    answers text NOT NULL,
    step character varying(120) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    warned_at timestamp with time zone,
    sent_at timestamp with time zone,
    request_seq smallint,
    agency_id bigint,
    citizen_id bigint NOT NULL,
    dossier_id bigint,
    eform_version_id bigint,
    organization_id bigint,
    procedure_version_id bigint NOT NULL,
    group_version_id bigint,
    CONSTRAINT draft_codes_known CHECK ((((for_whom)::text = ANY ((ARRAY['MYSELF'::character varying, 'REPRESENTATIVE'::character varying, 'HELPER'::character varying, 'ORGANIZATION'::character varying])::text[])) AND ((kind)::text = ANY ((ARRAY['NEW'::character varying, 'REPLY'::character varying])::text[])))),
    CONSTRAINT draft_ends_later CHECK ((expires_at > started_at)),
    CONSTRAINT draft_of_group_is_new CHECK (((group_version_id IS NULL) OR ((kind)::text = 'NEW'::text))),
    CONSTRAINT draft_reply_has_request CHECK (((((kind)::text = 'NEW'::text) AND (request_seq IS NULL)) OR ((dossier_id IS NOT NULL) AND ((kind)::text = 'REPLY'::text) AND (request_seq IS NOT NULL)))),
    CONSTRAINT draft_sent_has_dossier CHECK ((((kind)::text = 'REPLY'::text) OR ((dossier_id IS NULL) AND (sent_at IS NULL)) OR ((dossier_id IS NOT NULL) AND (sent_at IS NOT NULL)))),
    CONSTRAINT filing_draft_request_seq_check CHECK ((request_seq >= 0))
);

ALTER TABLE filing_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME filing_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE filing_draftfile (
    id bigint NOT NULL,
    paper_key character varying(24) NOT NULL,
    "position" smallint NOT NULL,
    digest character varying(64) NOT NULL,
    name character varying(200) NOT NULL,
    media_type character varying(100) NOT NULL,
    size bigint NOT NULL,
    source character varying(4) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    draft_id bigint NOT NULL,
    CONSTRAINT draft_file_source CHECK (((source)::text = ANY ((ARRAY['SENT'::character varying, 'OWN'::character varying])::text[]))),
    CONSTRAINT filing_draftfile_position_check CHECK (("position" >= 0))
);

ALTER TABLE filing_draftfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME filing_draftfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE filing_draftpage (
    id bigint NOT NULL,
    page_key character varying(80) NOT NULL,
    version integer NOT NULL,
    answers text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    draft_id bigint NOT NULL,
    CONSTRAINT filing_draftpage_version_check CHECK ((version >= 0))
);

ALTER TABLE filing_draftpage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME filing_draftpage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE filing_draftpaper (
    id bigint NOT NULL,
    paper_key character varying(24) NOT NULL,
    state character varying(10) NOT NULL,
    asked_for character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    seen text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    draft_id bigint NOT NULL,
    CONSTRAINT draft_paper_ready_has_file CHECK (((NOT ((state)::text = 'READY'::text)) OR (NOT ((digest)::text = ''::text)))),
    CONSTRAINT draft_paper_state CHECK (((state)::text = ANY ((ARRAY['WAITING'::character varying, 'READY'::character varying, 'UNREADABLE'::character varying])::text[])))
);

ALTER TABLE filing_draftpaper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME filing_draftpaper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE filing_message (
    id bigint NOT NULL,
    seq integer NOT NULL,
    from_office boolean NOT NULL,
    author character varying(200) NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone,
    agency_id bigint NOT NULL,
    citizen_id bigint,
    dossier_id bigint NOT NULL,
    holding_id bigint,
    CONSTRAINT filing_message_seq_check CHECK ((seq >= 0)),
    CONSTRAINT message_has_one_author CHECK ((((citizen_id IS NULL) AND from_office AND (holding_id IS NOT NULL)) OR ((citizen_id IS NOT NULL) AND (NOT from_office) AND (holding_id IS NULL)))),
    CONSTRAINT message_says_something CHECK ((NOT (text = ''::text)))
);

ALTER TABLE filing_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME filing_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE interlinked_awaitedresult (
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    settled_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    dossier_id bigint NOT NULL,
    feeder_id bigint NOT NULL,
    CONSTRAINT awaited_result_of_another CHECK ((NOT (dossier_id = feeder_id))),
    CONSTRAINT awaited_result_settled_when CHECK ((((settled_at IS NULL) AND ((state)::text = 'WAITING'::text)) OR ((NOT ((state)::text = 'WAITING'::text)) AND (settled_at IS NOT NULL)))),
    CONSTRAINT awaited_result_state_known CHECK (((state)::text = ANY ((ARRAY['WAITING'::character varying, 'ARRIVED'::character varying, 'FAILED'::character varying])::text[])))
);

ALTER TABLE interlinked_awaitedresult ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME interlinked_awaitedresult_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE interlinked_interlinkedgroup (
    id bigint NOT NULL,
    code character varying(80) NOT NULL,
    CONSTRAINT interlinked_group_has_code CHECK (((code)::text > ''::text))
);

ALTER TABLE interlinked_interlinkedgroup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME interlinked_interlinkedgroup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE interlinked_interlinkedversion (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    version_number integer NOT NULL,
    name character varying(500) NOT NULL,
    definition jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by character varying(200) NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT interlinked_interlinkedversion_version_number_check CHECK ((version_number >= 0)),
    CONSTRAINT interlinked_version_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);

ALTER TABLE interlinked_interlinkedversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME interlinked_interlinkedversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE interlinked_submission (
    id bigint NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    head_id bigint NOT NULL,
    version_id bigint NOT NULL
);

ALTER TABLE interlinked_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME interlinked_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE interlinked_submissionmember (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    key character varying(80) NOT NULL,
    expected_at timestamp with time zone,
    dossier_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    CONSTRAINT interlinked_submissionmember_position_check CHECK (("position" >= 0))
);

ALTER TABLE interlinked_submissionmember ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME interlinked_submissionmember_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE ledger_fact (
    id bigint NOT NULL,
    stream_seq bigint NOT NULL,
    subject_kind character varying(40) NOT NULL,
    subject_id bigint NOT NULL,
    subject_seq integer NOT NULL,
    code character varying(80) NOT NULL,
    code_version smallint NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    payload text NOT NULL,
    request_id character varying(64) NOT NULL,
    request_key character varying(80),
    request_digest character varying(64) NOT NULL,
    previous_digest character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    stream_id character varying(40) NOT NULL,
    CONSTRAINT fact_seq_from_1 CHECK ((stream_seq >= 1))
);

ALTER TABLE ledger_fact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME ledger_fact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE ledger_stream (
    name character varying(40) NOT NULL,
    last_seq bigint NOT NULL,
    last_digest character varying(64) NOT NULL
);

CREATE TABLE mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices_accountnotice (
    id bigint NOT NULL,
    dossier_code character varying(50) NOT NULL,
    fact_seq integer NOT NULL,
    kind character varying(20) NOT NULL,
    stage character varying(24) NOT NULL,
    date timestamp with time zone,
    happened_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    citizen_id bigint NOT NULL,
    dossier_id bigint,
    petition_id bigint,
    CONSTRAINT account_notice_kind_known CHECK (((kind)::text = ANY ((ARRAY['REGISTERED'::character varying, 'RECEIVED'::character varying, 'IN_TRANSIT'::character varying, 'NOT_RECEIVED'::character varying, 'STARTED'::character varying, 'SUPPLEMENT_ASKED'::character varying, 'SUPPLEMENTED'::character varying, 'OBLIGATION_DUE'::character varying, 'RESUMED'::character varying, 'DATE_MOVED'::character varying, 'EXTENDED'::character varying, 'APOLOGY'::character varying, 'WITHDRAWN'::character varying, 'STOPPED'::character varying, 'RESULT_READY'::character varying, 'RETURNED'::character varying, 'CORRECTED'::character varying, 'REOPENED'::character varying, 'ANSWERED'::character varying, 'PAYMENT_RECEIVED'::character varying, 'PAYMENT_REST'::character varying, 'PAYMENT_EXPIRED'::character varying, 'FEE_CHANGED'::character varying, 'PETITION_TAKEN'::character varying, 'PETITION_REFUSED'::character varying, 'PETITION_UNCLEAR'::character varying, 'PETITION_FORWARDED'::character varying, 'PETITION_ANSWERED'::character varying, 'PETITION_REOPENED'::character varying])::text[]))),
    CONSTRAINT account_notice_of_one_thing CHECK ((((dossier_id IS NOT NULL) AND (petition_id IS NULL)) OR ((dossier_id IS NULL) AND (petition_id IS NOT NULL))))
);

ALTER TABLE notices_accountnotice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME notices_accountnotice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices_addresswish (
    address_digest character varying(64) NOT NULL,
    is_wanted boolean NOT NULL,
    in_digest boolean NOT NULL,
    language character varying(2) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    quiet_from time without time zone,
    quiet_until time without time zone,
    CONSTRAINT wish_language_known CHECK (((language)::text = ANY ((ARRAY['vi'::character varying, 'en'::character varying])::text[]))),
    CONSTRAINT wish_quiet_hours_whole CHECK ((((quiet_from IS NULL) AND (quiet_until IS NULL)) OR ((quiet_from IS NOT NULL) AND (quiet_until IS NOT NULL))))
);

CREATE TABLE notices_delivery (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    carrier character varying(8) NOT NULL,
    address character varying(254) NOT NULL,
    address_digest character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    haste character varying(8) NOT NULL,
    subject character varying(300) NOT NULL,
    body text NOT NULL,
    state character varying(9) NOT NULL,
    attempts smallint NOT NULL,
    next_attempt_at timestamp with time zone,
    failure character varying(16) NOT NULL,
    reference character varying(100) NOT NULL,
    asked smallint NOT NULL,
    ask_at timestamp with time zone,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT delivery_codes_known CHECK ((((carrier)::text = ANY ((ARRAY['EMAIL'::character varying, 'SMS'::character varying, 'ZALO'::character varying])::text[])) AND ((language)::text = ANY ((ARRAY['vi'::character varying, 'en'::character varying])::text[])))),
    CONSTRAINT delivery_due_while_queued CHECK ((((next_attempt_at IS NOT NULL) AND ((state)::text = 'QUEUED'::text)) OR ((next_attempt_at IS NULL) AND (NOT ((state)::text = 'QUEUED'::text))))),
    CONSTRAINT delivery_failed_has_why CHECK (((NOT ((state)::text = 'FAILED'::text)) OR (NOT ((failure)::text = ''::text)))),
    CONSTRAINT delivery_failure_known CHECK (((failure)::text = ANY ((ARRAY[''::character varying, 'ADDRESS_REFUSED'::character varying, 'MESSAGE_REFUSED'::character varying, 'NOT_ALLOWED'::character varying, 'GATEWAY_BUSY'::character varying, 'GATEWAY_FAULT'::character varying, 'NOT_REACHED'::character varying, 'NOT_DELIVERED'::character varying])::text[]))),
    CONSTRAINT delivery_sent_has_when CHECK (((NOT ((state)::text = ANY ((ARRAY['SENT'::character varying, 'DELIVERED'::character varying])::text[]))) OR (sent_at IS NOT NULL))),
    CONSTRAINT delivery_state_known CHECK ((((state)::text = ANY ((ARRAY['WAITING'::character varying, 'QUEUED'::character varying, 'SENT'::character varying, 'DELIVERED'::character varying, 'FAILED'::character varying])::text[])) AND (NOT ((state)::text = 'WAITING'::text)))),
    CONSTRAINT notices_delivery_asked_check CHECK ((asked >= 0)),
    CONSTRAINT notices_delivery_attempts_check CHECK ((attempts >= 0))
);

ALTER TABLE notices_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME notices_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices_notice (
    id bigint NOT NULL,
    dossier_code character varying(50) NOT NULL,
    fact_seq integer NOT NULL,
    kind character varying(20) NOT NULL,
    stage character varying(24) NOT NULL,
    date timestamp with time zone,
    carrier character varying(8) NOT NULL,
    address character varying(254) NOT NULL,
    address_digest character varying(64) NOT NULL,
    language character varying(2) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    send_after timestamp with time zone NOT NULL,
    state character varying(9) NOT NULL,
    agency_id bigint NOT NULL,
    delivery_id bigint,
    dossier_id bigint,
    petition_id bigint,
    CONSTRAINT notice_codes_known CHECK ((((carrier)::text = ANY ((ARRAY['EMAIL'::character varying, 'SMS'::character varying, 'ZALO'::character varying])::text[])) AND ((kind)::text = ANY ((ARRAY['REGISTERED'::character varying, 'RECEIVED'::character varying, 'IN_TRANSIT'::character varying, 'NOT_RECEIVED'::character varying, 'STARTED'::character varying, 'SUPPLEMENT_ASKED'::character varying, 'SUPPLEMENTED'::character varying, 'OBLIGATION_DUE'::character varying, 'RESUMED'::character varying, 'DATE_MOVED'::character varying, 'EXTENDED'::character varying, 'APOLOGY'::character varying, 'WITHDRAWN'::character varying, 'STOPPED'::character varying, 'RESULT_READY'::character varying, 'RETURNED'::character varying, 'CORRECTED'::character varying, 'REOPENED'::character varying, 'ANSWERED'::character varying, 'PAYMENT_RECEIVED'::character varying, 'PAYMENT_REST'::character varying, 'PAYMENT_EXPIRED'::character varying, 'FEE_CHANGED'::character varying, 'PETITION_TAKEN'::character varying, 'PETITION_REFUSED'::character varying, 'PETITION_UNCLEAR'::character varying, 'PETITION_FORWARDED'::character varying, 'PETITION_ANSWERED'::character varying, 'PETITION_REOPENED'::character varying])::text[])))),
    CONSTRAINT notice_of_one_thing CHECK ((((dossier_id IS NOT NULL) AND (petition_id IS NULL)) OR ((dossier_id IS NULL) AND (petition_id IS NOT NULL)))),
    CONSTRAINT notice_state_known CHECK ((((language)::text = ANY ((ARRAY['vi'::character varying, 'en'::character varying])::text[])) AND ((state)::text = ANY ((ARRAY['WAITING'::character varying, 'QUEUED'::character varying, 'SENT'::character varying, 'DELIVERED'::character varying, 'FAILED'::character varying])::text[])))),
    CONSTRAINT notice_waits_or_travels CHECK ((((delivery_id IS NULL) AND ((state)::text = 'WAITING'::text)) OR ((delivery_id IS NOT NULL) AND (NOT ((state)::text = 'WAITING'::text)))))
);

ALTER TABLE notices_notice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME notices_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices_noticewording (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    kind character varying(20) NOT NULL,
    carrier character varying(8) NOT NULL,
    language character varying(2) NOT NULL,
    subject character varying(150) NOT NULL,
    body text NOT NULL,
    is_sent boolean NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by character varying(200) NOT NULL,
    agency_id bigint,
    CONSTRAINT notice_wording_codes_known CHECK ((((carrier)::text = ANY ((ARRAY['EMAIL'::character varying, 'SMS'::character varying, 'ZALO'::character varying])::text[])) AND ((kind)::text = ANY ((ARRAY['REGISTERED'::character varying, 'RECEIVED'::character varying, 'IN_TRANSIT'::character varying, 'NOT_RECEIVED'::character varying, 'STARTED'::character varying, 'SUPPLEMENT_ASKED'::character varying, 'SUPPLEMENTED'::character varying, 'OBLIGATION_DUE'::character varying, 'RESUMED'::character varying, 'DATE_MOVED'::character varying, 'EXTENDED'::character varying, 'APOLOGY'::character varying, 'WITHDRAWN'::character varying, 'STOPPED'::character varying, 'RESULT_READY'::character varying, 'RETURNED'::character varying, 'CORRECTED'::character varying, 'REOPENED'::character varying, 'ANSWERED'::character varying, 'PAYMENT_RECEIVED'::character varying, 'PAYMENT_REST'::character varying, 'PAYMENT_EXPIRED'::character varying, 'FEE_CHANGED'::character varying, 'PETITION_TAKEN'::character varying, 'PETITION_REFUSED'::character varying, 'PETITION_UNCLEAR'::character varying, 'PETITION_FORWARDED'::character varying, 'PETITION_ANSWERED'::character varying, 'PETITION_REOPENED'::character varying])::text[])) AND ((language)::text = ANY ((ARRAY['vi'::character varying, 'en'::character varying])::text[])))),
    CONSTRAINT notice_wording_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT notice_wording_says_something CHECK ((NOT (body = ''::text)))
);

ALTER TABLE notices_noticewording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME notices_noticewording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notices_readplace (
    stream character varying(40) NOT NULL,
    last_seq bigint NOT NULL
);

CREATE TABLE papers_formwording (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    form_key character varying(60) NOT NULL,
    words jsonb NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by character varying(200) NOT NULL,
    agency_id bigint,
    CONSTRAINT form_wording_names_form CHECK (((form_key)::text > ''::text)),
    CONSTRAINT form_wording_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);

ALTER TABLE papers_formwording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME papers_formwording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_bankstatement (
    id bigint NOT NULL,
    file_name character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    form character varying(12) NOT NULL,
    read_at timestamp with time zone NOT NULL,
    lines_in_file integer NOT NULL,
    lines_new integer NOT NULL,
    lines_out integer NOT NULL,
    sum_new_vnd bigint NOT NULL,
    agency_id bigint NOT NULL,
    read_by_id bigint,
    account_id bigint NOT NULL,
    CONSTRAINT payments_bankstatement_lines_in_file_check CHECK ((lines_in_file >= 0)),
    CONSTRAINT payments_bankstatement_lines_new_check CHECK ((lines_new >= 0)),
    CONSTRAINT payments_bankstatement_lines_out_check CHECK ((lines_out >= 0))
);

ALTER TABLE payments_bankstatement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_bankstatement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_cardslip (
    id bigint NOT NULL,
    terminal character varying(16) NOT NULL,
    reference character varying(60) NOT NULL,
    day date NOT NULL,
    last_four character varying(4) NOT NULL,
    paid_at timestamp with time zone NOT NULL,
    amount_vnd bigint NOT NULL,
    is_void boolean NOT NULL,
    agency_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    CONSTRAINT card_slip_named CHECK (((NOT ((terminal)::text = ''::text)) AND (NOT ((reference)::text = ''::text)))),
    CONSTRAINT card_slip_of_something CHECK ((amount_vnd > 0))
);

ALTER TABLE payments_cardslip ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_cardslip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_collectingaccount (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    bank_bin character varying(6) NOT NULL,
    bank_name character varying(100) NOT NULL,
    number character varying(19) NOT NULL,
    holder character varying(100) NOT NULL,
    gateway character varying(30) NOT NULL,
    merchant character varying(60) NOT NULL,
    columns text NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT collecting_account_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT collecting_account_whole CHECK (((NOT ((number)::text = ''::text)) AND (NOT ((bank_name)::text = ''::text)) AND (NOT ((holder)::text = ''::text))))
);

ALTER TABLE payments_collectingaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_collectingaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_payment (
    id bigint NOT NULL,
    amount_vnd bigint NOT NULL,
    booked_vnd bigint NOT NULL,
    rest_vnd bigint NOT NULL,
    method character varying(16) NOT NULL,
    reference character varying(80) NOT NULL,
    cause character varying(16) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    version integer NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    receipt_id bigint,
    told_by_id bigint,
    message_id bigint,
    order_id bigint,
    line_id bigint,
    CONSTRAINT payment_booked_by_receipt CHECK ((((booked_vnd = 0) AND (receipt_id IS NULL)) OR ((booked_vnd > 0) AND (receipt_id IS NOT NULL)))),
    CONSTRAINT payment_cause_known CHECK (((cause)::text = ANY ((ARRAY['AS_ASKED'::character varying, 'LATE'::character varying, 'WRONG_AMOUNT'::character varying, 'AGAIN'::character varying, 'ASSIGNED'::character varying])::text[]))),
    CONSTRAINT payment_of_something CHECK ((amount_vnd > 0)),
    CONSTRAINT payment_seen_by_something CHECK (((message_id IS NOT NULL) OR (line_id IS NOT NULL) OR ((told_by_id IS NOT NULL) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT payment_spread_whole CHECK (((amount_vnd = (booked_vnd + rest_vnd)) AND (booked_vnd >= 0) AND (rest_vnd >= 0))),
    CONSTRAINT payments_payment_version_check CHECK ((version >= 0))
);

ALTER TABLE payments_payment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_paymentmessage (
    id bigint NOT NULL,
    gateway character varying(30) NOT NULL,
    was_asked boolean NOT NULL,
    received_at timestamp with time zone NOT NULL,
    body text NOT NULL,
    signature character varying(256) NOT NULL,
    verdict character varying(16) NOT NULL,
    transaction character varying(80) NOT NULL,
    amount_vnd bigint,
    order_id bigint,
    CONSTRAINT payment_message_verdict_known CHECK (((verdict)::text = ANY ((ARRAY['ACCEPTED'::character varying, 'ACCEPTED_LATE'::character varying, 'WRONG_AMOUNT'::character varying, 'REPEATED'::character varying, 'CONTRADICTED'::character varying, 'NOT_PAID'::character varying, 'WRONG_CURRENCY'::character varying, 'UNKNOWN_ORDER'::character varying, 'STALE'::character varying, 'FORGED'::character varying, 'UNREADABLE'::character varying])::text[])))
);

ALTER TABLE payments_paymentmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_paymentmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_paymentorder (
    id bigint NOT NULL,
    number character varying(12) NOT NULL,
    amount_vnd bigint NOT NULL,
    gateway character varying(30) NOT NULL,
    merchant character varying(60) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    state character varying(20) NOT NULL,
    ended_at timestamp with time zone,
    version integer NOT NULL,
    account_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT payment_order_ended_whole CHECK ((((ended_at IS NULL) AND ((state)::text = 'OPEN'::text)) OR ((NOT ((state)::text = 'OPEN'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT payment_order_of_something CHECK ((amount_vnd > 0)),
    CONSTRAINT payment_order_state_known CHECK (((state)::text = ANY ((ARRAY['OPEN'::character varying, 'PAID'::character varying, 'PAID_LATE'::character varying, 'PAID_WRONG_AMOUNT'::character varying, 'EXPIRED'::character varying, 'WITHDRAWN'::character varying])::text[]))),
    CONSTRAINT payments_paymentorder_version_check CHECK ((version >= 0))
);

ALTER TABLE payments_paymentorder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_paymentorder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_paymentorderline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    name character varying(500) NOT NULL,
    amount_vnd bigint NOT NULL,
    order_id bigint NOT NULL,
    CONSTRAINT payment_order_line_kind_known CHECK (((kind)::text = ANY ((ARRAY['FEE'::character varying, 'CHARGE'::character varying])::text[]))),
    CONSTRAINT payment_order_line_positive CHECK ((amount_vnd > 0)),
    CONSTRAINT payments_paymentorderline_position_check CHECK (("position" >= 0))
);

ALTER TABLE payments_paymentorderline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_paymentorderline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_receipt (
    id bigint NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    book_symbol character varying(20) NOT NULL,
    payer_name character varying(200) NOT NULL,
    payer_number character varying(20) NOT NULL,
    address character varying(300) NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    method character varying(16) NOT NULL,
    slip_number character varying(60) NOT NULL,
    total_vnd bigint NOT NULL,
    given_vnd bigint,
    state character varying(12) NOT NULL,
    cancelled_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    search_key text NOT NULL,
    agency_id bigint NOT NULL,
    cancelled_by_id bigint,
    collected_by_id bigint,
    dossier_id bigint,
    till_id bigint,
    CONSTRAINT payments_receipt_number_check CHECK ((number >= 0)),
    CONSTRAINT payments_receipt_year_check CHECK ((year >= 0)),
    CONSTRAINT receipt_cancelled_with_reason CHECK ((((cancelled_at IS NULL) AND ((reason)::text = ''::text) AND ((state)::text = 'ISSUED'::text)) OR ((cancelled_at IS NOT NULL) AND ((state)::text = 'CANCELLED'::text) AND (NOT ((reason)::text = ''::text))))),
    CONSTRAINT receipt_eight_digits CHECK (((number >= 1) AND (number <= 99999999))),
    CONSTRAINT receipt_given_enough CHECK (((given_vnd IS NULL) OR (given_vnd >= total_vnd))),
    CONSTRAINT receipt_has_a_payer CHECK ((NOT ((payer_name)::text = ''::text))),
    CONSTRAINT receipt_method_known CHECK (((method)::text = ANY ((ARRAY['CASH'::character varying, 'TRANSFER_SLIP'::character varying, 'CARD_SLIP'::character varying, 'VIETQR'::character varying, 'GATEWAY'::character varying, 'TRANSFER'::character varying])::text[]))),
    CONSTRAINT receipt_of_something CHECK ((total_vnd > 0)),
    CONSTRAINT receipt_slip_named CHECK ((((method)::text = 'CASH'::text) OR (NOT ((slip_number)::text = ''::text)))),
    CONSTRAINT receipt_till_at_the_counter_only CHECK ((((collected_by_id IS NOT NULL) AND ((method)::text = ANY ((ARRAY['CASH'::character varying, 'TRANSFER_SLIP'::character varying, 'CARD_SLIP'::character varying])::text[])) AND (till_id IS NOT NULL)) OR ((collected_by_id IS NULL) AND (dossier_id IS NOT NULL) AND ((method)::text = ANY ((ARRAY['VIETQR'::character varying, 'GATEWAY'::character varying, 'TRANSFER'::character varying])::text[])) AND (till_id IS NULL))))
);

ALTER TABLE payments_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_receiptbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    symbol character varying(20) NOT NULL,
    last integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT payments_receiptbook_last_check CHECK ((last >= 0)),
    CONSTRAINT payments_receiptbook_year_check CHECK ((year >= 0)),
    CONSTRAINT receipt_book_eight_digits CHECK (((last >= 0) AND (last <= 99999999)))
);

ALTER TABLE payments_receiptbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_receiptbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_receiptline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    kind character varying(8) NOT NULL,
    name character varying(500) NOT NULL,
    amount_vnd bigint NOT NULL,
    is_additional boolean NOT NULL,
    receipt_id bigint NOT NULL,
    CONSTRAINT payments_receiptline_position_check CHECK (("position" >= 0)),
    CONSTRAINT receipt_line_kind_known CHECK (((kind)::text = ANY ((ARRAY['FEE'::character varying, 'CHARGE'::character varying])::text[]))),
    CONSTRAINT receipt_line_positive CHECK ((amount_vnd > 0))
);

ALTER TABLE payments_receiptline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_receiptline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_statementline (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    day date NOT NULL,
    amount_vnd bigint NOT NULL,
    text character varying(500) NOT NULL,
    bank_reference character varying(80) NOT NULL,
    payer_name character varying(200) NOT NULL,
    state character varying(12) NOT NULL,
    settled_at timestamp with time zone,
    reason character varying(300) NOT NULL,
    version integer NOT NULL,
    account_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint,
    order_id bigint,
    settled_by_id bigint,
    statement_id bigint NOT NULL,
    CONSTRAINT payments_statementline_version_check CHECK ((version >= 0)),
    CONSTRAINT statement_line_not_ours_why CHECK (((NOT ((state)::text = 'NOT_OURS'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT statement_line_of_something CHECK ((amount_vnd > 0)),
    CONSTRAINT statement_line_state_known CHECK (((state)::text = ANY ((ARRAY['WAITING'::character varying, 'MATCHED'::character varying, 'ASSIGNED'::character varying, 'NOT_OURS'::character varying])::text[])))
);

ALTER TABLE payments_statementline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_statementline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_statementrun (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    holding_id bigint,
    lines text NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    matched integer NOT NULL,
    attempt smallint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    statement_id bigint NOT NULL,
    CONSTRAINT payments_statementrun_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT payments_statementrun_done_check CHECK ((done >= 0)),
    CONSTRAINT payments_statementrun_matched_check CHECK ((matched >= 0)),
    CONSTRAINT payments_statementrun_total_check CHECK ((total >= 0)),
    CONSTRAINT statement_run_no_further_than_its_end CHECK (((done <= total) AND (matched <= done)))
);

ALTER TABLE payments_statementrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_statementrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments_till (
    id bigint NOT NULL,
    day date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opening_vnd bigint NOT NULL,
    closed_at timestamp with time zone,
    counted_vnd bigint,
    expected_vnd bigint,
    difference_vnd bigint,
    notes text NOT NULL,
    note character varying(500) NOT NULL,
    agency_id bigint NOT NULL,
    holding_id bigint NOT NULL,
    CONSTRAINT till_closed_whole CHECK ((((closed_at IS NULL) AND (counted_vnd IS NULL) AND (difference_vnd IS NULL) AND (expected_vnd IS NULL)) OR ((closed_at IS NOT NULL) AND (difference_vnd = (counted_vnd - expected_vnd))))),
    CONSTRAINT till_difference_explained CHECK (((difference_vnd IS NULL) OR (difference_vnd = 0) OR (NOT ((note)::text = ''::text)))),
    CONSTRAINT till_opening_positive CHECK ((opening_vnd >= 0))
);

ALTER TABLE payments_till ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME payments_till_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_announcementdecision (
    id bigint NOT NULL,
    number character varying(60) NOT NULL,
    issuer character varying(200) NOT NULL,
    title character varying(500) NOT NULL,
    issued_on date,
    effective_on date
);

ALTER TABLE procedures_announcementdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_announcementdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_exemption (
    id bigint NOT NULL,
    group_code character varying(40) NOT NULL,
    name character varying(500) NOT NULL,
    percent smallint NOT NULL,
    rule_id bigint NOT NULL,
    CONSTRAINT exemption_group_known CHECK (((group_code)::text = ANY ((ARRAY['MERIT'::character varying, 'POOR_HOUSEHOLD'::character varying, 'NEAR_POOR_HOUSEHOLD'::character varying, 'DISABLED'::character varying, 'CHILD'::character varying, 'ELDERLY'::character varying, 'HARDSHIP_ETHNIC'::character varying, 'ORPHAN'::character varying])::text[]))),
    CONSTRAINT exemption_percent_in_range CHECK (((percent >= 0) AND (percent <= 100))),
    CONSTRAINT procedures_exemption_percent_check CHECK ((percent >= 0))
);

ALTER TABLE procedures_exemption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_exemption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_feerule (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    channel character varying(10) NOT NULL,
    kind character varying(10) NOT NULL,
    name character varying(500) NOT NULL,
    case_text text NOT NULL,
    choice_group character varying(40) NOT NULL,
    amount_vnd bigint NOT NULL,
    per character varying(10) NOT NULL,
    free_units integer NOT NULL,
    tiers jsonb NOT NULL,
    cap_vnd bigint,
    set_locally boolean NOT NULL,
    source_note character varying(500) NOT NULL,
    variant_id bigint,
    version_id bigint NOT NULL,
    asked_at character varying(10) NOT NULL,
    CONSTRAINT fee_amount_from_0 CHECK ((amount_vnd >= 0)),
    CONSTRAINT fee_asked_at_known CHECK (((asked_at)::text = ANY ((ARRAY['RECEPTION'::character varying, 'SUPPLEMENT'::character varying, 'RETURN'::character varying])::text[]))),
    CONSTRAINT fee_cap_from_0 CHECK (((cap_vnd IS NULL) OR (cap_vnd >= 0))),
    CONSTRAINT fee_channel_known CHECK (((channel)::text = ANY ((ARRAY[''::character varying, 'DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[]))),
    CONSTRAINT fee_kind_known CHECK (((kind)::text = ANY ((ARRAY['FEE'::character varying, 'CHARGE'::character varying])::text[]))),
    CONSTRAINT fee_unit_known CHECK (((per)::text = ANY ((ARRAY['DOSSIER'::character varying, 'COPY'::character varying, 'PAGE'::character varying])::text[]))),
    CONSTRAINT procedures_feerule_free_units_check CHECK ((free_units >= 0)),
    CONSTRAINT procedures_feerule_position_check CHECK (("position" >= 0))
);

ALTER TABLE procedures_feerule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_feerule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_lifeevent (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    code character varying(60) NOT NULL,
    "position" smallint NOT NULL,
    content jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT life_event_period_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT procedures_lifeevent_position_check CHECK (("position" >= 0))
);

ALTER TABLE procedures_lifeevent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_lifeevent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_procedure (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    scope character varying(10) NOT NULL,
    place character varying(100) NOT NULL,
    CONSTRAINT procedure_scope_known CHECK (((scope)::text = ANY ((ARRAY['NATIONAL'::character varying, 'LOCAL'::character varying])::text[])))
);

ALTER TABLE procedures_procedure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_procedure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_procedurevariant (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    is_default boolean NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT procedures_procedurevariant_position_check CHECK (("position" >= 0))
);

ALTER TABLE procedures_procedurevariant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_procedurevariant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_procedureversion (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    name text NOT NULL,
    name_key text NOT NULL,
    field_name character varying(200) NOT NULL,
    levels jsonb NOT NULL,
    implementing_body text NOT NULL,
    competent_body text NOT NULL,
    cooperating_bodies text NOT NULL,
    channels jsonb NOT NULL,
    online_level character varying(20) NOT NULL,
    legal_basis jsonb NOT NULL,
    applicant_kinds jsonb NOT NULL,
    results jsonb NOT NULL,
    requirements text NOT NULL,
    supplement_policy character varying(10) NOT NULL,
    source character varying(500) NOT NULL,
    source_place character varying(100) NOT NULL,
    notes jsonb NOT NULL,
    missing jsonb NOT NULL,
    content_digest character varying(64) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    decision_id bigint,
    procedure_id bigint NOT NULL,
    sector_id bigint NOT NULL,
    CONSTRAINT version_online_level_known CHECK (((online_level)::text = ANY ((ARRAY['FULL'::character varying, 'PARTIAL'::character varying, 'INFORMATION'::character varying, 'UNSTATED'::character varying])::text[]))),
    CONSTRAINT version_period_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT version_supplement_policy_known CHECK (((supplement_policy)::text = ANY ((ARRAY['PAUSE'::character varying, 'RESTART'::character varying, 'CONTINUE'::character varying])::text[])))
);

ALTER TABLE procedures_procedureversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_procedureversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_requireddocument (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    name text NOT NULL,
    originals smallint,
    copies smallint,
    present_only boolean NOT NULL,
    is_optional boolean NOT NULL,
    is_note boolean NOT NULL,
    form_name character varying(500) NOT NULL,
    "group" text NOT NULL,
    details text NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT procedures_requireddocument_copies_check CHECK ((copies >= 0)),
    CONSTRAINT procedures_requireddocument_originals_check CHECK ((originals >= 0)),
    CONSTRAINT procedures_requireddocument_position_check CHECK (("position" >= 0))
);

ALTER TABLE procedures_requireddocument ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_requireddocument_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_sector (
    id bigint NOT NULL,
    code character varying(60) NOT NULL,
    name character varying(200) NOT NULL
);

ALTER TABLE procedures_sector ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_sector_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE procedures_timelimit (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    unit character varying(20) NOT NULL,
    value numeric(7,2),
    text text NOT NULL,
    source_note character varying(500) NOT NULL,
    stages jsonb NOT NULL,
    variant_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT limit_channel_known CHECK (((channel)::text = ANY ((ARRAY[''::character varying, 'DESK'::character varying, 'ONLINE'::character varying, 'POST'::character varying])::text[]))),
    CONSTRAINT limit_unit_known CHECK (((unit)::text = ANY ((ARRAY[''::character varying, 'SAME_DAY'::character varying, 'WORKING_HOURS'::character varying, 'HALF_DAYS'::character varying, 'WORKING_DAYS'::character varying, 'CALENDAR_DAYS'::character varying, 'MONTHS'::character varying, 'YEARS'::character varying])::text[]))),
    CONSTRAINT limit_value_fits_unit CHECK (((((unit)::text = ''::text) AND (value IS NULL)) OR ((NOT ((unit)::text = ''::text)) AND (value >= (0)::numeric) AND (value IS NOT NULL))))
);

ALTER TABLE procedures_timelimit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME procedures_timelimit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE processes_internalprocess (
    id bigint NOT NULL,
    agency_id bigint,
    procedure_version_id bigint NOT NULL,
    variant_id bigint
);

ALTER TABLE processes_internalprocess ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME processes_internalprocess_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE processes_processdraft (
    id bigint NOT NULL,
    definition jsonb NOT NULL,
    edition integer NOT NULL,
    source character varying(200) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(200) NOT NULL,
    process_id bigint NOT NULL,
    replaced jsonb,
    CONSTRAINT process_draft_was_saved CHECK ((edition >= 1)),
    CONSTRAINT processes_processdraft_edition_check CHECK ((edition >= 0))
);

ALTER TABLE processes_processdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME processes_processdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE processes_processversion (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    version_number integer NOT NULL,
    title character varying(300) NOT NULL,
    definition jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    acknowledged jsonb NOT NULL,
    reason text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by character varying(200) NOT NULL,
    process_id bigint NOT NULL,
    CONSTRAINT process_version_from_1 CHECK ((version_number >= 1)),
    CONSTRAINT process_version_period_forward CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
    CONSTRAINT processes_processversion_version_number_check CHECK ((version_number >= 0))
);

ALTER TABLE processes_processversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME processes_processversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reconciliation_comparison (
    id bigint NOT NULL,
    compared_at timestamp with time zone NOT NULL,
    since date NOT NULL,
    found integer NOT NULL,
    gone integer NOT NULL,
    standing integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT reconciliation_comparison_found_check CHECK ((found >= 0)),
    CONSTRAINT reconciliation_comparison_gone_check CHECK ((gone >= 0)),
    CONSTRAINT reconciliation_comparison_standing_check CHECK ((standing >= 0))
);

ALTER TABLE reconciliation_comparison ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME reconciliation_comparison_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reconciliation_difference (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    subject_kind character varying(20) NOT NULL,
    subject_id bigint NOT NULL,
    day date NOT NULL,
    amount_vnd bigint NOT NULL,
    likely character varying(20) NOT NULL,
    about character varying(80) NOT NULL,
    found_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    explained_at timestamp with time zone,
    reason character varying(500) NOT NULL,
    gone_at timestamp with time zone,
    version integer NOT NULL,
    agency_id bigint NOT NULL,
    explained_by_id bigint,
    owner_id bigint,
    CONSTRAINT difference_known CHECK ((((kind)::text = ANY ((ARRAY['TILL_COUNT'::character varying, 'TILL_OPEN'::character varying, 'TILL_RECEIPTS'::character varying, 'BOOKS'::character varying, 'LINE_WAITING'::character varying, 'LINE_WITHOUT_RECEIPT'::character varying, 'RECEIPT_WITHOUT_MONEY'::character varying, 'REST'::character varying, 'PAID_LESS'::character varying, 'BANK_FEE'::character varying, 'ORDER_STUCK'::character varying, 'MESSAGE_REFUSED'::character varying, 'REFUND_STUCK'::character varying, 'STATEMENT_MISSING'::character varying])::text[])) AND ((likely)::text = ANY ((ARRAY['MISCOUNTED'::character varying, 'FORGOTTEN'::character varying, 'TAMPERED'::character varying, 'SLIP_AT_COUNTER'::character varying, 'WRONG_REFERENCE'::character varying, 'UNKNOWN'::character varying, 'PAID_TWICE'::character varying, 'PAID_LATE'::character varying, 'PAID_TOO_MUCH'::character varying, 'PAID_TOO_LITTLE'::character varying, 'FEE_BY_BANK'::character varying, 'NEVER_CAME'::character varying, 'NOT_READ'::character varying, 'JOB_STOPPED'::character varying, 'FORGED'::character varying, 'GATEWAY_FAULT'::character varying, 'UNDECIDED'::character varying, 'UNPAID'::character varying])::text[])) AND ((subject_kind)::text = ANY ((ARRAY['till'::character varying, 'receipt'::character varying, 'payment'::character varying, 'statement-line'::character varying, 'payment-order'::character varying, 'payment-message'::character varying, 'refund'::character varying, 'collecting-account'::character varying])::text[])))),
    CONSTRAINT difference_state_whole CHECK ((((explained_at IS NULL) AND (gone_at IS NULL) AND ((state)::text = 'OPEN'::text)) OR ((explained_at IS NOT NULL) AND (gone_at IS NULL) AND ((state)::text = 'EXPLAINED'::text) AND (NOT ((reason)::text = ''::text))) OR ((gone_at IS NOT NULL) AND ((state)::text = 'GONE'::text)))),
    CONSTRAINT reconciliation_difference_version_check CHECK ((version >= 0))
);

ALTER TABLE reconciliation_difference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME reconciliation_difference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reports_closedreport (
    id bigint NOT NULL,
    name character varying(20) NOT NULL,
    with_subordinates boolean NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    definition_version smallint NOT NULL,
    told text NOT NULL,
    digest character varying(64) NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closer_name character varying(200) NOT NULL,
    closer_title character varying(200) NOT NULL,
    agency_id bigint NOT NULL,
    closed_by_id bigint,
    CONSTRAINT closed_report_name_known CHECK (((name)::text = ANY ((ARRAY['ii06a'::character varying, 'on-time'::character varying, 'online-share'::character varying, 'officers'::character varying])::text[]))),
    CONSTRAINT closed_report_period_forward CHECK ((until_day >= from_day)),
    CONSTRAINT closed_report_whole CHECK (((NOT (told = ''::text)) AND (NOT ((digest)::text = ''::text)))),
    CONSTRAINT reports_closedreport_definition_version_check CHECK ((definition_version >= 0))
);

ALTER TABLE reports_closedreport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME reports_closedreport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reports_promiserow (
    id bigint NOT NULL,
    period character varying(10) NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    agency_name character varying(500) NOT NULL,
    scope character varying(10) NOT NULL,
    code character varying(40) NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    place integer NOT NULL,
    limit_unit character varying(20) NOT NULL,
    limit_value numeric(7,2),
    fees jsonb NOT NULL,
    received integer,
    online integer,
    settled integer,
    in_time integer,
    median_days integer,
    days_of_nine_in_ten integer,
    counted_at timestamp with time zone NOT NULL,
    agency_id bigint,
    feedback_due integer,
    feedback_in_time integer,
    satisfied_high double precision,
    satisfied_low double precision,
    satisfied_percent double precision,
    surveys_answered integer,
    surveys_invited integer,
    CONSTRAINT promise_counts_with_parts CHECK ((((received IS NULL) OR (online IS NOT NULL)) AND ((settled IS NULL) OR (in_time IS NOT NULL)))),
    CONSTRAINT promise_in_time_part CHECK (((in_time IS NULL) OR (in_time <= settled))),
    CONSTRAINT promise_online_part CHECK (((online IS NULL) OR (online <= received))),
    CONSTRAINT reports_promiserow_days_of_nine_in_ten_check CHECK ((days_of_nine_in_ten >= 0)),
    CONSTRAINT reports_promiserow_feedback_due_check CHECK ((feedback_due >= 0)),
    CONSTRAINT reports_promiserow_feedback_in_time_check CHECK ((feedback_in_time >= 0)),
    CONSTRAINT reports_promiserow_in_time_check CHECK ((in_time >= 0)),
    CONSTRAINT reports_promiserow_median_days_check CHECK ((median_days >= 0)),
    CONSTRAINT reports_promiserow_online_check CHECK ((online >= 0)),
    CONSTRAINT reports_promiserow_place_check CHECK ((place >= 0)),
    CONSTRAINT reports_promiserow_received_check CHECK ((received >= 0)),
    CONSTRAINT reports_promiserow_settled_check CHECK ((settled >= 0)),
    CONSTRAINT reports_promiserow_surveys_answered_check CHECK ((surveys_answered >= 0)),
    CONSTRAINT reports_promiserow_surveys_invited_check CHECK ((surveys_invited >= 0))
);

ALTER TABLE reports_promiserow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME reports_promiserow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reports_publishedfigure (
    id bigint NOT NULL,
    scope character varying(10) NOT NULL,
    code character varying(40) NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    received integer NOT NULL,
    online integer NOT NULL,
    settled integer NOT NULL,
    in_time integer NOT NULL,
    median_days integer,
    days_of_nine_in_ten integer,
    counted_at timestamp with time zone NOT NULL,
    agency_id bigint,
    received_hidden boolean NOT NULL,
    settled_hidden boolean NOT NULL,
    CONSTRAINT published_figure_parts CHECK (((in_time <= settled) AND (online <= received))),
    CONSTRAINT reports_publishedfigure_days_of_nine_in_ten_check CHECK ((days_of_nine_in_ten >= 0)),
    CONSTRAINT reports_publishedfigure_in_time_check CHECK ((in_time >= 0)),
    CONSTRAINT reports_publishedfigure_median_days_check CHECK ((median_days >= 0)),
    CONSTRAINT reports_publishedfigure_online_check CHECK ((online >= 0)),
    CONSTRAINT reports_publishedfigure_received_check CHECK ((received >= 0)),
    CONSTRAINT reports_publishedfigure_settled_check CHECK ((settled >= 0))
);

ALTER TABLE reports_publishedfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME reports_publishedfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_refund (
    id bigint NOT NULL,
    reason character varying(24) NOT NULL,
    note character varying(500) NOT NULL,
    payee character varying(300) NOT NULL,
    fee_vnd bigint NOT NULL,
    charge_vnd bigint NOT NULL,
    state character varying(10) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decision_note character varying(500) NOT NULL,
    paid_at timestamp with time zone,
    way character varying(10) NOT NULL,
    slip_number character varying(60) NOT NULL,
    year smallint,
    number integer,
    agency_id bigint NOT NULL,
    decided_by_id bigint,
    dossier_id bigint,
    paid_by_id bigint,
    receipt_id bigint,
    requested_by_id bigint NOT NULL,
    till_id bigint,
    payment_id bigint,
    rest_vnd bigint NOT NULL,
    CONSTRAINT refund_decided_by_another CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = requested_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT refund_of_something CHECK ((((charge_vnd >= 0) AND (fee_vnd >= 0) AND (payment_id IS NULL) AND (receipt_id IS NOT NULL) AND (rest_vnd = 0) AND (NOT ((charge_vnd = 0) AND (fee_vnd = 0)))) OR ((charge_vnd = 0) AND (fee_vnd = 0) AND (payment_id IS NOT NULL) AND (receipt_id IS NULL) AND (rest_vnd > 0)))),
    CONSTRAINT refund_reason_known CHECK (((reason)::text = ANY ((ARRAY['REFUSED_DOSSIER'::character varying, 'PAID_TWICE'::character varying, 'PAID_TOO_MUCH'::character varying, 'EXEMPTION_PROVEN_LATER'::character varying, 'FEE_LOWERED'::character varying, 'OTHER'::character varying])::text[]))),
    CONSTRAINT refund_step_by_step CHECK ((((decided_at IS NULL) AND (paid_at IS NULL) AND ((state)::text = 'REQUESTED'::text)) OR ((decided_at IS NOT NULL) AND (paid_at IS NULL) AND ((state)::text = ANY ((ARRAY['APPROVED'::character varying, 'DENIED'::character varying])::text[]))) OR ((decided_at IS NOT NULL) AND (number IS NOT NULL) AND (paid_at IS NOT NULL) AND ((state)::text = 'PAID'::text)))),
    CONSTRAINT refund_way_whole CHECK ((((paid_at IS NULL) AND ((way)::text = ''::text)) OR ((till_id IS NOT NULL) AND ((way)::text = 'CASH'::text)) OR ((till_id IS NULL) AND ((way)::text = 'TRANSFER'::text) AND (NOT ((slip_number)::text = ''::text))))),
    CONSTRAINT settlements_refund_number_check CHECK ((number >= 0)),
    CONSTRAINT settlements_refund_year_check CHECK ((year >= 0))
);

ALTER TABLE settlements_refund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_refund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_settlement (
    id bigint NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    kept_fee_bp integer NOT NULL,
    kept_charge_bp integer NOT NULL,
    state character varying(10) NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    sent_note character varying(500) NOT NULL,
    answered_at timestamp with time zone,
    answer_note character varying(500) NOT NULL,
    paid_at timestamp with time zone,
    way character varying(10) NOT NULL,
    slip_number character varying(60) NOT NULL,
    paid_on date,
    next_transfer bigint NOT NULL,
    version integer NOT NULL,
    agency_id bigint NOT NULL,
    answered_by_id bigint,
    drafted_by_id bigint NOT NULL,
    due_agency_id bigint NOT NULL,
    paid_by_id bigint,
    sent_by_id bigint,
    CONSTRAINT settlement_accepted_by_another CHECK (((NOT ((state)::text = ANY ((ARRAY['ACCEPTED'::character varying, 'PAID'::character varying])::text[]))) OR ((answered_by_id IS NOT NULL) AND (NOT ((answered_by_id = sent_by_id) AND (answered_by_id IS NOT NULL) AND (sent_by_id IS NOT NULL)))))),
    CONSTRAINT settlement_disputed_why CHECK (((NOT ((state)::text = 'DISPUTED'::text)) OR (NOT ((answer_note)::text = ''::text)))),
    CONSTRAINT settlement_paid_whole CHECK ((((paid_at IS NOT NULL) AND ((state)::text = 'PAID'::text) AND ((((slip_number)::text = ''::text) AND ((way)::text = ''::text)) OR ((paid_on IS NOT NULL) AND ((way)::text = ANY ((ARRAY['TRANSFER'::character varying, 'CASH'::character varying])::text[])) AND (NOT ((slip_number)::text = ''::text))))) OR ((NOT ((state)::text = 'PAID'::text)) AND (paid_at IS NULL) AND ((way)::text = ''::text)))),
    CONSTRAINT settlement_period_forward CHECK ((last_day >= first_day)),
    CONSTRAINT settlement_sent_whole CHECK ((((sent_at IS NULL) AND ((state)::text = 'DRAFT'::text)) OR ((NOT ((state)::text = 'DRAFT'::text)) AND (sent_at IS NOT NULL)))),
    CONSTRAINT settlement_state_known CHECK (((state)::text = ANY ((ARRAY['DRAFT'::character varying, 'SENT'::character varying, 'DISPUTED'::character varying, 'ACCEPTED'::character varying, 'PAID'::character varying])::text[]))),
    CONSTRAINT settlements_settlement_kept_charge_bp_check CHECK ((kept_charge_bp >= 0)),
    CONSTRAINT settlements_settlement_kept_fee_bp_check CHECK ((kept_fee_bp >= 0)),
    CONSTRAINT settlements_settlement_version_check CHECK ((version >= 0))
);

ALTER TABLE settlements_settlement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_settlement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_settlementitem (
    id bigint NOT NULL,
    part character varying(10) NOT NULL,
    kind character varying(8) NOT NULL,
    amount_vnd bigint NOT NULL,
    is_late boolean NOT NULL,
    settlement_id bigint NOT NULL,
    transfer_id bigint NOT NULL
);

ALTER TABLE settlements_settlementitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_settlementitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_settlementpart (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    carried_vnd bigint NOT NULL,
    collected_vnd bigint NOT NULL,
    cancelled_vnd bigint NOT NULL,
    refunded_vnd bigint NOT NULL,
    kept_vnd bigint NOT NULL,
    due_vnd bigint NOT NULL,
    settlement_id bigint NOT NULL,
    CONSTRAINT settlement_part_adds_up CHECK (((cancelled_vnd >= 0) AND (carried_vnd <= 0) AND (collected_vnd >= 0) AND (due_vnd = ((((carried_vnd + collected_vnd) - cancelled_vnd) - refunded_vnd) - kept_vnd)) AND (kept_vnd >= 0) AND (refunded_vnd >= 0))),
    CONSTRAINT settlement_part_kind_known CHECK (((kind)::text = ANY ((ARRAY['FEE'::character varying, 'CHARGE'::character varying])::text[])))
);

ALTER TABLE settlements_settlementpart ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_settlementpart_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_settlementterms (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    span character varying(8) NOT NULL,
    kept_fee_bp integer NOT NULL,
    kept_charge_bp integer NOT NULL,
    basis character varying(300) NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT settlement_terms_basis CHECK ((NOT ((basis)::text = ''::text))),
    CONSTRAINT settlement_terms_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT settlement_terms_share CHECK (((kept_charge_bp <= 10000) AND (kept_fee_bp <= 10000))),
    CONSTRAINT settlement_terms_span_known CHECK (((span)::text = ANY ((ARRAY['DAY'::character varying, 'WEEK'::character varying, 'MONTH'::character varying, 'QUARTER'::character varying])::text[]))),
    CONSTRAINT settlements_settlementterms_kept_charge_bp_check CHECK ((kept_charge_bp >= 0)),
    CONSTRAINT settlements_settlementterms_kept_fee_bp_check CHECK ((kept_fee_bp >= 0))
);

ALTER TABLE settlements_settlementterms ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_settlementterms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE settlements_voucherbook (
    id bigint NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    agency_id bigint NOT NULL,
    CONSTRAINT settlements_voucherbook_last_check CHECK ((last >= 0)),
    CONSTRAINT settlements_voucherbook_year_check CHECK ((year >= 0))
);

ALTER TABLE settlements_voucherbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME settlements_voucherbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE surveys_devicehabit (
    device_id bigint NOT NULL,
    last_at timestamp with time zone,
    run_pattern character varying(64) NOT NULL,
    run_length integer NOT NULL,
    pairs integer NOT NULL,
    pairs_same integer NOT NULL,
    CONSTRAINT surveys_devicehabit_pairs_check CHECK ((pairs >= 0)),
    CONSTRAINT surveys_devicehabit_pairs_same_check CHECK ((pairs_same >= 0)),
    CONSTRAINT surveys_devicehabit_run_length_check CHECK ((run_length >= 0))
);

CREATE TABLE surveys_deviceturn (
    device_id bigint NOT NULL,
    shown_at timestamp with time zone,
    opened_at timestamp with time zone,
    invitation_id bigint
);

CREATE TABLE surveys_followup (
    id bigint NOT NULL,
    occasion character varying(12) NOT NULL,
    opened_on date NOT NULL,
    due_on date NOT NULL,
    reasons text NOT NULL,
    comment character varying(1000) NOT NULL,
    contact character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    closed_at timestamp with time zone,
    outcome character varying(1000) NOT NULL,
    agency_id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT follow_up_closed_with_outcome CHECK ((((closed_at IS NULL) AND ((outcome)::text = ''::text) AND ((state)::text = 'OPEN'::text)) OR ((closed_at IS NOT NULL) AND ((state)::text = 'CLOSED'::text) AND (NOT ((outcome)::text = ''::text)))))
);

ALTER TABLE surveys_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME surveys_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE surveys_invitation (
    id bigint NOT NULL,
    procedure_id bigint NOT NULL,
    occasion character varying(12) NOT NULL,
    round smallint NOT NULL,
    day date NOT NULL,
    was_late boolean NOT NULL,
    is_online boolean NOT NULL,
    is_used boolean NOT NULL,
    agency_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    is_older boolean,
    CONSTRAINT invitation_occasion_known CHECK (((occasion)::text = ANY ((ARRAY['RECEPTION'::character varying, 'SUPPLEMENT'::character varying, 'RETURN'::character varying])::text[]))),
    CONSTRAINT surveys_invitation_round_check CHECK ((round >= 0))
);

ALTER TABLE surveys_invitation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME surveys_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE surveys_invitationkey (
    digest character varying(64) NOT NULL,
    way character varying(8) NOT NULL,
    expires_on date NOT NULL,
    invitation_id bigint NOT NULL,
    CONSTRAINT invitation_key_way_known CHECK (((way)::text = ANY ((ARRAY['LINK'::character varying, 'PAPER'::character varying, 'TABLET'::character varying])::text[])))
);

CREATE TABLE surveys_questionnaire (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    occasion character varying(12) NOT NULL,
    definition text NOT NULL,
    set_at timestamp with time zone NOT NULL,
    set_by character varying(200) NOT NULL,
    agency_id bigint,
    CONSTRAINT questionnaire_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT questionnaire_occasion_known CHECK (((occasion)::text = ANY ((ARRAY['RECEPTION'::character varying, 'SUPPLEMENT'::character varying, 'RETURN'::character varying])::text[])))
);

ALTER TABLE surveys_questionnaire ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME surveys_questionnaire_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE surveys_surveyanswer (
    key character varying(32) NOT NULL,
    procedure_id bigint NOT NULL,
    occasion character varying(12) NOT NULL,
    day date NOT NULL,
    way character varying(8) NOT NULL,
    form_key character varying(40) NOT NULL,
    choices text NOT NULL,
    reasons text NOT NULL,
    points integer NOT NULL,
    is_satisfied boolean NOT NULL,
    is_bad boolean NOT NULL,
    is_invited boolean NOT NULL,
    signs text NOT NULL,
    agency_id bigint NOT NULL,
    device_id bigint,
    CONSTRAINT survey_answer_device_only_at_counter CHECK ((((way)::text = 'TABLET'::text) OR ((device_id IS NULL) AND is_invited))),
    CONSTRAINT survey_answer_occasion_known CHECK (((occasion)::text = ANY ((ARRAY['RECEPTION'::character varying, 'SUPPLEMENT'::character varying, 'RETURN'::character varying])::text[]))),
    CONSTRAINT survey_answer_points CHECK ((points <= 10000)),
    CONSTRAINT survey_answer_way_known CHECK (((way)::text = ANY ((ARRAY['LINK'::character varying, 'PAPER'::character varying, 'TABLET'::character varying])::text[]))),
    CONSTRAINT surveys_surveyanswer_points_check CHECK ((points >= 0))
);

CREATE TABLE surveys_surveydevice (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    pairing_digest character varying(64) NOT NULL,
    pairing_until timestamp with time zone,
    secret_digest character varying(64) NOT NULL,
    takes_uninvited boolean NOT NULL,
    retired_at timestamp with time zone,
    agency_id bigint NOT NULL,
    CONSTRAINT survey_device_has_a_name CHECK ((NOT ((name)::text = ''::text)))
);

ALTER TABLE surveys_surveydevice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME surveys_surveydevice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE surveys_surveyplace (
    stream character varying(40) NOT NULL,
    last_seq bigint NOT NULL
);

CREATE TABLE surveys_surveyseal (
    answer_id character varying(32) NOT NULL,
    lot integer NOT NULL,
    CONSTRAINT surveys_surveyseal_lot_check CHECK ((lot >= 0))
);

CREATE TABLE surveys_surveytally (
    id bigint NOT NULL,
    agency_id bigint NOT NULL,
    grain character varying(5) NOT NULL,
    day date NOT NULL,
    procedure_id bigint NOT NULL,
    occasion character varying(12) NOT NULL,
    invited integer NOT NULL,
    used integer NOT NULL,
    answered integer NOT NULL,
    satisfied integer NOT NULL,
    points bigint NOT NULL,
    flagged integer NOT NULL,
    flagged_satisfied integer NOT NULL,
    flagged_points bigint NOT NULL,
    late_invited integer NOT NULL,
    late_used integer NOT NULL,
    online_invited integer NOT NULL,
    online_used integer NOT NULL,
    aged_invited integer NOT NULL,
    aged_used integer NOT NULL,
    older_invited integer NOT NULL,
    older_used integer NOT NULL,
    CONSTRAINT survey_tally_grain_known CHECK (((grain)::text = ANY ((ARRAY['DAY'::character varying, 'MONTH'::character varying])::text[])))
);

ALTER TABLE surveys_surveytally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME surveys_surveytally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE workflow_processrun (
    dossier_id bigint NOT NULL,
    state text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    process_version_id bigint NOT NULL
);

CREATE TABLE workflow_replayrun (
    id bigint NOT NULL,
    definition jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    agency_ids jsonb NOT NULL,
    procedure_version_ids jsonb NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    user_id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    attempt smallint NOT NULL,
    total integer,
    done integer NOT NULL,
    last_id bigint NOT NULL,
    tally jsonb NOT NULL,
    process_id bigint NOT NULL,
    CONSTRAINT replay_period_forward CHECK ((until_day >= from_day)),
    CONSTRAINT workflow_replayrun_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT workflow_replayrun_done_check CHECK ((done >= 0)),
    CONSTRAINT workflow_replayrun_total_check CHECK ((total >= 0))
);

ALTER TABLE workflow_replayrun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME workflow_replayrun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE workflow_task (
    id bigint NOT NULL,
    kind character varying(16) NOT NULL,
    state character varying(16) NOT NULL,
    step_key character varying(40) NOT NULL,
    round smallint NOT NULL,
    number character varying(12) NOT NULL,
    name character varying(300) NOT NULL,
    role character varying(16) NOT NULL,
    asked_by_name character varying(200) NOT NULL,
    question text NOT NULL,
    is_mandatory boolean NOT NULL,
    is_outside boolean NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    remind_at timestamp with time zone,
    escalate_at timestamp with time zone,
    order_at timestamp with time zone NOT NULL,
    clock text NOT NULL,
    effort integer NOT NULL,
    closed_at timestamp with time zone,
    closed_by_name character varying(200) NOT NULL,
    closed_user_id bigint,
    answer text NOT NULL,
    agency_id bigint NOT NULL,
    asked_by_id bigint,
    assignee_id bigint,
    dossier_id bigint,
    unit_id bigint,
    asked_by_agency_id bigint,
    spent integer NOT NULL,
    CONSTRAINT task_about_a_dossier CHECK (((dossier_id IS NOT NULL) OR ((kind)::text = 'DIRECTIVE'::text))),
    CONSTRAINT task_closed_after_opened CHECK (((closed_at IS NULL) OR (closed_at >= opened_at))),
    CONSTRAINT task_closed_has_when CHECK (((((state)::text = 'OPEN'::text) AND (closed_at IS NULL)) OR ((NOT ((state)::text = 'OPEN'::text)) AND (closed_at IS NOT NULL)))),
    CONSTRAINT task_has_a_name CHECK ((NOT ((name)::text = ''::text))),
    CONSTRAINT task_kind_known CHECK (((kind)::text = ANY ((ARRAY['STEP'::character varying, 'REVIEW'::character varying, 'CONSULTATION'::character varying, 'INSPECTION'::character varying, 'DIRECTIVE'::character varying])::text[]))),
    CONSTRAINT task_state_known CHECK (((state)::text = ANY ((ARRAY['OPEN'::character varying, 'DONE'::character varying, 'HANDED_BACK'::character varying, 'SKIPPED'::character varying, 'WAIVED'::character varying, 'CANCELLED'::character varying])::text[]))),
    CONSTRAINT task_step_has_key CHECK (((NOT ((kind)::text = 'STEP'::text)) OR ((NOT ((step_key)::text = ''::text)) AND (dossier_id IS NOT NULL)))),
    CONSTRAINT workflow_task_effort_check CHECK ((effort >= 0)),
    CONSTRAINT workflow_task_round_check CHECK ((round >= 0)),
    CONSTRAINT workflow_task_spent_check CHECK ((spent >= 0))
);

ALTER TABLE workflow_task ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME workflow_task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE worktime_calendarday (
    id bigint NOT NULL,
    day date NOT NULL,
    kind character varying(16) NOT NULL,
    cause character varying(16) NOT NULL,
    name character varying(200) NOT NULL,
    sessions jsonb NOT NULL,
    like_weekday smallint NOT NULL,
    instead_of date,
    source character varying(300) NOT NULL,
    announced_at timestamp with time zone NOT NULL,
    agency_id bigint,
    CONSTRAINT calendar_day_cause_known CHECK (((cause)::text = ANY ((ARRAY['STATUTORY'::character varying, 'TET'::character varying, 'COMPENSATORY'::character varying, 'SWAPPED_OFF'::character varying, 'SWAPPED_WORK'::character varying, 'LOCAL_WORK'::character varying, 'LOCAL_CLOSURE'::character varying])::text[]))),
    CONSTRAINT calendar_day_kind_known CHECK (((kind)::text = ANY ((ARRAY['OFF'::character varying, 'MORNING_OFF'::character varying, 'AFTERNOON_OFF'::character varying, 'EXTRA_WORK'::character varying])::text[]))),
    CONSTRAINT calendar_day_like_weekday CHECK ((like_weekday <= 6)),
    CONSTRAINT worktime_calendarday_like_weekday_check CHECK ((like_weekday >= 0))
);

ALTER TABLE worktime_calendarday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME worktime_calendarday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE worktime_officecalendar (
    id bigint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    week jsonb NOT NULL,
    counting character varying(24) NOT NULL,
    outside_hours character varying(16) NOT NULL,
    cutoff_minute smallint,
    cutoff_applies_to character varying(16) NOT NULL,
    basis character varying(300) NOT NULL,
    agency_id bigint,
    CONSTRAINT calendar_counting_known CHECK (((counting)::text = ANY ((ARRAY['FIRST_DAY_EXCLUDED'::character varying, 'ROLLING_HOURS'::character varying])::text[]))),
    CONSTRAINT calendar_cutoff_in_day CHECK (((cutoff_minute IS NULL) OR (cutoff_minute < 1440))),
    CONSTRAINT calendar_cutoff_known CHECK (((cutoff_applies_to)::text = ANY ((ARRAY['SAME_DAY'::character varying, 'ALL'::character varying])::text[]))),
    CONSTRAINT calendar_outside_known CHECK (((outside_hours)::text = ANY ((ARRAY['SAME_DAY'::character varying, 'NEXT_SESSION'::character varying])::text[]))),
    CONSTRAINT calendar_period CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT worktime_officecalendar_cutoff_minute_check CHECK ((cutoff_minute >= 0))
);

ALTER TABLE worktime_officecalendar ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME worktime_officecalendar_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT account_notice_once UNIQUE (dossier_id, fact_seq, citizen_id);

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT account_notice_petition_once UNIQUE (petition_id, fact_seq, citizen_id);

ALTER TABLE ONLY accounts_apitoken
    ADD CONSTRAINT accounts_apitoken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_apitoken
    ADD CONSTRAINT accounts_apitoken_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY accounts_holding
    ADD CONSTRAINT accounts_holding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_holdingrole
    ADD CONSTRAINT accounts_holdingrole_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_officer
    ADD CONSTRAINT accounts_officer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_officer
    ADD CONSTRAINT accounts_officer_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY accounts_passwordhistory
    ADD CONSTRAINT accounts_passwordhistory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_standin
    ADD CONSTRAINT accounts_standin_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_user
    ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_user
    ADD CONSTRAINT accounts_user_username_key UNIQUE (username);

ALTER TABLE ONLY accounts_usersession
    ADD CONSTRAINT accounts_usersession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY accounts_usersession
    ADD CONSTRAINT accounts_usersession_token_key UNIQUE (token);

ALTER TABLE ONLY agencies_administrativelevel
    ADD CONSTRAINT agencies_administrativelevel_code_key UNIQUE (code);

ALTER TABLE ONLY agencies_administrativelevel
    ADD CONSTRAINT agencies_administrativelevel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_agency
    ADD CONSTRAINT agencies_agency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_agency
    ADD CONSTRAINT agencies_agency_slug_key UNIQUE (slug);

ALTER TABLE ONLY agencies_agencycode
    ADD CONSTRAINT agencies_agencycode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_agencysuccession
    ADD CONSTRAINT agencies_agencysuccession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_agencyversion
    ADD CONSTRAINT agencies_agencyversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_counter
    ADD CONSTRAINT agencies_counter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_deskmember
    ADD CONSTRAINT agencies_deskmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_deskname
    ADD CONSTRAINT agencies_deskname_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_onestopdesk
    ADD CONSTRAINT agencies_onestopdesk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_onestopdesk
    ADD CONSTRAINT agencies_onestopdesk_slug_key UNIQUE (slug);

ALTER TABLE ONLY agencies_position
    ADD CONSTRAINT agencies_position_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_unit
    ADD CONSTRAINT agencies_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_unitsector
    ADD CONSTRAINT agencies_unitsector_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_unitsuccession
    ADD CONSTRAINT agencies_unitsuccession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agencies_unitsuccession
    ADD CONSTRAINT agencies_unitsuccession_predecessor_id_key UNIQUE (predecessor_id);

ALTER TABLE ONLY agencies_agencycode
    ADD CONSTRAINT agency_code_start UNIQUE (agency_id, scheme, valid_from);

ALTER TABLE ONLY agencies_agencyversion
    ADD CONSTRAINT agency_version_start UNIQUE (agency_id, valid_from);

ALTER TABLE ONLY audit_accesslog
    ADD CONSTRAINT audit_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY availability_announcement
    ADD CONSTRAINT availability_announcement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY availability_probeday
    ADD CONSTRAINT availability_probeday_pkey PRIMARY KEY (day);

ALTER TABLE ONLY interlinked_awaitedresult
    ADD CONSTRAINT awaited_result_once UNIQUE (dossier_id, feeder_id);

ALTER TABLE ONLY axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);

ALTER TABLE ONLY axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);

ALTER TABLE ONLY axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY books_account
    ADD CONSTRAINT books_account_once UNIQUE (agency_id, code, ref);

ALTER TABLE ONLY books_account
    ADD CONSTRAINT books_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_posted_once UNIQUE (source_kind, source_id, purpose, "position");

ALTER TABLE ONLY dossiers_bulkitem
    ADD CONSTRAINT bulk_item_one_per_place UNIQUE (run_id, "position");

ALTER TABLE ONLY worktime_calendarday
    ADD CONSTRAINT calendar_day_once UNIQUE (agency_id, day);

ALTER TABLE ONLY certifications_certificationbook
    ADD CONSTRAINT certification_book_one_a_year UNIQUE (agency_id, year, kind);

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certification_number_once UNIQUE (agency_id, year, kind, number);

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certification_place_in_dossier UNIQUE (dossier_id, "position");

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certifications_certification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY certifications_certificationbook
    ADD CONSTRAINT certifications_certificationbook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_citizen
    ADD CONSTRAINT citizens_citizen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_citizen
    ADD CONSTRAINT citizens_citizen_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY citizens_consent
    ADD CONSTRAINT citizens_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_invitation
    ADD CONSTRAINT citizens_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_invitation
    ADD CONSTRAINT citizens_invitation_token_digest_key UNIQUE (token_digest);

ALTER TABLE ONLY citizens_membership
    ADD CONSTRAINT citizens_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_onetimecode
    ADD CONSTRAINT citizens_onetimecode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY citizens_organization
    ADD CONSTRAINT citizens_organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_closedfigures
    ADD CONSTRAINT closed_figures_once UNIQUE (agency_id, from_day, to_day);

ALTER TABLE ONLY reports_closedreport
    ADD CONSTRAINT closed_report_once UNIQUE (agency_id, name, with_subordinates, from_day, until_day);

ALTER TABLE ONLY agencies_counter
    ADD CONSTRAINT counter_start UNIQUE (desk_id, number, valid_from);

ALTER TABLE ONLY procedures_announcementdecision
    ADD CONSTRAINT decision_number_of_issuer UNIQUE (number, issuer);

ALTER TABLE ONLY agencies_deskmember
    ADD CONSTRAINT desk_member_start UNIQUE (desk_id, agency_id, valid_from);

ALTER TABLE ONLY agencies_deskname
    ADD CONSTRAINT desk_name_start UNIQUE (desk_id, valid_from);

ALTER TABLE ONLY reconciliation_difference
    ADD CONSTRAINT difference_once UNIQUE (agency_id, kind, subject_kind, subject_id);

ALTER TABLE ONLY django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY django_tasks_database_dbtaskresult
    ADD CONSTRAINT django_tasks_database_dbtaskresult_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_requireddocument
    ADD CONSTRAINT document_position UNIQUE (variant_id, "position");

ALTER TABLE ONLY documents_filescan
    ADD CONSTRAINT documents_filescan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY documents_storedfile
    ADD CONSTRAINT documents_storedfile_digest_key UNIQUE (digest);

ALTER TABLE ONLY documents_storedfile
    ADD CONSTRAINT documents_storedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY documents_upload
    ADD CONSTRAINT documents_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY documents_upload
    ADD CONSTRAINT documents_upload_token_key UNIQUE (token);

ALTER TABLE ONLY dossiers_dossiercitizen
    ADD CONSTRAINT dossier_citizen_once UNIQUE (dossier_id, citizen_id);

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossier_one_per_register_line UNIQUE (agency_id, register_year, register_number);

ALTER TABLE ONLY dossiers_bulkitem
    ADD CONSTRAINT dossiers_bulkitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_bulkrun
    ADD CONSTRAINT dossiers_bulkrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_declaration
    ADD CONSTRAINT dossiers_declaration_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_code_key UNIQUE (code);

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossieragency
    ADD CONSTRAINT dossiers_dossieragency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossiercitizen
    ADD CONSTRAINT dossiers_dossiercitizen_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierfile
    ADD CONSTRAINT dossiers_dossierfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierparty
    ADD CONSTRAINT dossiers_dossierparty_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierregister
    ADD CONSTRAINT dossiers_dossierregister_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierserial
    ADD CONSTRAINT dossiers_dossierserial_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_exportrun
    ADD CONSTRAINT dossiers_exportrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_feeline
    ADD CONSTRAINT dossiers_feeline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_handover
    ADD CONSTRAINT dossiers_handover_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_handoverlist
    ADD CONSTRAINT dossiers_handoverlist_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_listeddossier
    ADD CONSTRAINT dossiers_listeddossier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_longrun
    ADD CONSTRAINT dossiers_longrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_numberpattern
    ADD CONSTRAINT dossiers_numberpattern_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_pastoverdue
    ADD CONSTRAINT dossiers_pastoverdue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_posteditem
    ADD CONSTRAINT dossiers_posteditem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_posting
    ADD CONSTRAINT dossiers_posting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_printrun
    ADD CONSTRAINT dossiers_printrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_reliefclaim
    ADD CONSTRAINT dossiers_reliefclaim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_result
    ADD CONSTRAINT dossiers_result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_savedview
    ADD CONSTRAINT dossiers_savedview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_submitteddocument
    ADD CONSTRAINT dossiers_submitteddocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_supplementrequest
    ADD CONSTRAINT dossiers_supplementrequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_tally
    ADD CONSTRAINT dossiers_tally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_unpaidleave
    ADD CONSTRAINT dossiers_unpaidleave_pkey PRIMARY KEY (id);

ALTER TABLE ONLY filing_draftfile
    ADD CONSTRAINT draft_file_once UNIQUE (draft_id, digest);

ALTER TABLE ONLY filing_draftfile
    ADD CONSTRAINT draft_file_place UNIQUE (draft_id, paper_key, "position");

ALTER TABLE ONLY filing_draftpage
    ADD CONSTRAINT draft_page_version UNIQUE (draft_id, page_key, version);

ALTER TABLE ONLY filing_draftpaper
    ADD CONSTRAINT draft_paper_once UNIQUE (draft_id, paper_key);

ALTER TABLE ONLY eforms_eformversion
    ADD CONSTRAINT eform_version_number UNIQUE (eform_id, version_number);

ALTER TABLE ONLY eforms_eform
    ADD CONSTRAINT eforms_eform_pkey PRIMARY KEY (id);

ALTER TABLE ONLY eforms_eform
    ADD CONSTRAINT eforms_eform_procedure_id_key UNIQUE (procedure_id);

ALTER TABLE ONLY eforms_eformdraft
    ADD CONSTRAINT eforms_eformdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY eforms_eformdraft
    ADD CONSTRAINT eforms_eformdraft_procedure_id_key UNIQUE (procedure_id);

ALTER TABLE ONLY eforms_eformversion
    ADD CONSTRAINT eforms_eformversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_inmessage
    ADD CONSTRAINT exchange_inmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_outmessage
    ADD CONSTRAINT exchange_outmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_partner
    ADD CONSTRAINT exchange_partner_key_key UNIQUE (key);

ALTER TABLE ONLY exchange_partner
    ADD CONSTRAINT exchange_partner_mark_key UNIQUE (mark);

ALTER TABLE ONLY exchange_partner
    ADD CONSTRAINT exchange_partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_partneragency
    ADD CONSTRAINT exchange_partneragency_agency_id_key UNIQUE (agency_id);

ALTER TABLE ONLY exchange_partneragency
    ADD CONSTRAINT exchange_partneragency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_shareddossier
    ADD CONSTRAINT exchange_shareddossier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_sharedoffer
    ADD CONSTRAINT exchange_sharedoffer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_exemption
    ADD CONSTRAINT exemption_of_group UNIQUE (rule_id, group_code);

ALTER TABLE ONLY ledger_fact
    ADD CONSTRAINT fact_place_in_stream UNIQUE (stream_id, stream_seq);

ALTER TABLE ONLY ledger_fact
    ADD CONSTRAINT fact_place_in_subject UNIQUE (subject_kind, subject_id, subject_seq);

ALTER TABLE ONLY dossiers_feeline
    ADD CONSTRAINT fee_one_per_place UNIQUE (dossier_id, "position");

ALTER TABLE ONLY procedures_feerule
    ADD CONSTRAINT fee_position UNIQUE (version_id, "position");

ALTER TABLE ONLY feedback_closedfigures
    ADD CONSTRAINT feedback_closedfigures_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_feedbackterms
    ADD CONSTRAINT feedback_feedbackterms_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_code_key UNIQUE (code);

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_petitionbook
    ADD CONSTRAINT feedback_petitionbook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_petitionenclosure
    ADD CONSTRAINT feedback_petitionenclosure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_petitionstep
    ADD CONSTRAINT feedback_petitionstep_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierfile
    ADD CONSTRAINT file_one_per_place UNIQUE (dossier_id, "position");

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_token_key UNIQUE (token);

ALTER TABLE ONLY filing_draftfile
    ADD CONSTRAINT filing_draftfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY filing_draftpage
    ADD CONSTRAINT filing_draftpage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY filing_draftpaper
    ADD CONSTRAINT filing_draftpaper_pkey PRIMARY KEY (id);

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT filing_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_handoverlist
    ADD CONSTRAINT hand_over_list_one_per_number UNIQUE (agency_id, kind, year, number);

ALTER TABLE ONLY dossiers_handover
    ADD CONSTRAINT hand_over_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY accounts_holdingrole
    ADD CONSTRAINT holding_role_start UNIQUE (holding_id, role, valid_from);

ALTER TABLE ONLY accounts_holding
    ADD CONSTRAINT holding_start UNIQUE (officer_id, position_id, valid_from);

ALTER TABLE ONLY exchange_inmessage
    ADD CONSTRAINT in_message_place UNIQUE (partner_id, seq);

ALTER TABLE ONLY interlinked_awaitedresult
    ADD CONSTRAINT interlinked_awaitedresult_pkey PRIMARY KEY (id);

ALTER TABLE ONLY interlinked_interlinkedgroup
    ADD CONSTRAINT interlinked_interlinkedgroup_code_key UNIQUE (code);

ALTER TABLE ONLY interlinked_interlinkedgroup
    ADD CONSTRAINT interlinked_interlinkedgroup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY interlinked_interlinkedversion
    ADD CONSTRAINT interlinked_interlinkedversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY interlinked_submission
    ADD CONSTRAINT interlinked_submission_head_id_key UNIQUE (head_id);

ALTER TABLE ONLY interlinked_submission
    ADD CONSTRAINT interlinked_submission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT interlinked_submissionmember_dossier_id_key UNIQUE (dossier_id);

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT interlinked_submissionmember_pkey PRIMARY KEY (id);

ALTER TABLE ONLY interlinked_interlinkedversion
    ADD CONSTRAINT interlinked_version_number UNIQUE (group_id, version_number);

ALTER TABLE ONLY surveys_invitation
    ADD CONSTRAINT invitation_one_per_occasion UNIQUE (dossier_id, occasion, round);

ALTER TABLE ONLY dossiers_unpaidleave
    ADD CONSTRAINT leave_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY ledger_fact
    ADD CONSTRAINT ledger_fact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY ledger_fact
    ADD CONSTRAINT ledger_fact_request_key_key UNIQUE (request_key);

ALTER TABLE ONLY ledger_stream
    ADD CONSTRAINT ledger_stream_pkey PRIMARY KEY (name);

ALTER TABLE ONLY procedures_timelimit
    ADD CONSTRAINT limit_once UNIQUE (version_id, variant_id, channel);

ALTER TABLE ONLY dossiers_listeddossier
    ADD CONSTRAINT listed_once_in_a_list UNIQUE (hand_over_list_id, dossier_id);

ALTER TABLE ONLY dossiers_listeddossier
    ADD CONSTRAINT listed_one_per_place UNIQUE (hand_over_list_id, "position");

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT message_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notice_petition_told_once UNIQUE (petition_id, fact_seq, carrier, address_digest);

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notice_told_once UNIQUE (dossier_id, fact_seq, carrier, address_digest);

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT notices_accountnotice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_addresswish
    ADD CONSTRAINT notices_addresswish_pkey PRIMARY KEY (address_digest);

ALTER TABLE ONLY notices_delivery
    ADD CONSTRAINT notices_delivery_key_key UNIQUE (key);

ALTER TABLE ONLY notices_delivery
    ADD CONSTRAINT notices_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notices_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_noticewording
    ADD CONSTRAINT notices_noticewording_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices_readplace
    ADD CONSTRAINT notices_readplace_pkey PRIMARY KEY (stream);

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT offer_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY exchange_outmessage
    ADD CONSTRAINT out_message_place UNIQUE (partner_id, seq);

ALTER TABLE ONLY dossiers_submitteddocument
    ADD CONSTRAINT paper_one_per_place UNIQUE (dossier_id, "position");

ALTER TABLE ONLY papers_formwording
    ADD CONSTRAINT papers_formwording_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_dossierparty
    ADD CONSTRAINT party_one_per_role UNIQUE (dossier_id, role);

ALTER TABLE ONLY dossiers_pastoverdue
    ADD CONSTRAINT past_overdue_once UNIQUE (stay_id, from_on);

ALTER TABLE ONLY payments_paymentorderline
    ADD CONSTRAINT payment_order_line_place UNIQUE (order_id, "position");

ALTER TABLE ONLY payments_bankstatement
    ADD CONSTRAINT payments_bankstatement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_cardslip
    ADD CONSTRAINT payments_cardslip_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_cardslip
    ADD CONSTRAINT payments_cardslip_receipt_id_key UNIQUE (receipt_id);

ALTER TABLE ONLY payments_collectingaccount
    ADD CONSTRAINT payments_collectingaccount_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_line_id_key UNIQUE (line_id);

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_message_id_key UNIQUE (message_id);

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_receipt_id_key UNIQUE (receipt_id);

ALTER TABLE ONLY payments_paymentmessage
    ADD CONSTRAINT payments_paymentmessage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_paymentorder
    ADD CONSTRAINT payments_paymentorder_number_key UNIQUE (number);

ALTER TABLE ONLY payments_paymentorder
    ADD CONSTRAINT payments_paymentorder_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_paymentorderline
    ADD CONSTRAINT payments_paymentorderline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_receiptbook
    ADD CONSTRAINT payments_receiptbook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_receiptline
    ADD CONSTRAINT payments_receiptline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_statementrun
    ADD CONSTRAINT payments_statementrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments_statementrun
    ADD CONSTRAINT payments_statementrun_statement_id_key UNIQUE (statement_id);

ALTER TABLE ONLY payments_till
    ADD CONSTRAINT payments_till_pkey PRIMARY KEY (id);

ALTER TABLE ONLY feedback_petitionbook
    ADD CONSTRAINT petition_book_one_a_year UNIQUE (agency_id, year);

ALTER TABLE ONLY feedback_petitionenclosure
    ADD CONSTRAINT petition_enclosure_once UNIQUE (petition_id, seq, digest);

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT petition_number_once UNIQUE (agency_id, year, number);

ALTER TABLE ONLY feedback_petitionstep
    ADD CONSTRAINT petition_step_once UNIQUE (petition_id, seq);

ALTER TABLE ONLY agencies_position
    ADD CONSTRAINT position_of_agency UNIQUE (agency_id, slug);

ALTER TABLE ONLY dossiers_posteditem
    ADD CONSTRAINT posted_one_per_place UNIQUE (posting_id, "position");

ALTER TABLE ONLY dossiers_posting
    ADD CONSTRAINT posting_one_per_number UNIQUE (agency_id, direction, year, number);

ALTER TABLE ONLY procedures_procedure
    ADD CONSTRAINT procedure_code_of_place UNIQUE (code, scope, place);

ALTER TABLE ONLY procedures_announcementdecision
    ADD CONSTRAINT procedures_announcementdecision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_exemption
    ADD CONSTRAINT procedures_exemption_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_feerule
    ADD CONSTRAINT procedures_feerule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_lifeevent
    ADD CONSTRAINT procedures_lifeevent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_procedure
    ADD CONSTRAINT procedures_procedure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_procedurevariant
    ADD CONSTRAINT procedures_procedurevariant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_procedureversion
    ADD CONSTRAINT procedures_procedureversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_requireddocument
    ADD CONSTRAINT procedures_requireddocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_sector
    ADD CONSTRAINT procedures_sector_code_key UNIQUE (code);

ALTER TABLE ONLY procedures_sector
    ADD CONSTRAINT procedures_sector_pkey PRIMARY KEY (id);

ALTER TABLE ONLY procedures_timelimit
    ADD CONSTRAINT procedures_timelimit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY processes_internalprocess
    ADD CONSTRAINT process_of_agency_and_variant UNIQUE (procedure_version_id, agency_id, variant_id);

ALTER TABLE ONLY processes_processversion
    ADD CONSTRAINT process_version_number UNIQUE (process_id, version_number);

ALTER TABLE ONLY processes_internalprocess
    ADD CONSTRAINT processes_internalprocess_pkey PRIMARY KEY (id);

ALTER TABLE ONLY processes_processdraft
    ADD CONSTRAINT processes_processdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY processes_processdraft
    ADD CONSTRAINT processes_processdraft_process_id_key UNIQUE (process_id);

ALTER TABLE ONLY processes_processversion
    ADD CONSTRAINT processes_processversion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reports_promiserow
    ADD CONSTRAINT promise_place_once UNIQUE (period, place);

ALTER TABLE ONLY reports_publishedfigure
    ADD CONSTRAINT published_figure_once UNIQUE (code, scope, agency_id);

ALTER TABLE ONLY payments_receiptbook
    ADD CONSTRAINT receipt_book_one_a_year UNIQUE (agency_id, year);

ALTER TABLE ONLY payments_receiptline
    ADD CONSTRAINT receipt_line_place UNIQUE (receipt_id, "position");

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT receipt_number_once UNIQUE (agency_id, year, number);

ALTER TABLE ONLY reconciliation_comparison
    ADD CONSTRAINT reconciliation_comparison_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reconciliation_difference
    ADD CONSTRAINT reconciliation_difference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT refund_number_once UNIQUE (agency_id, year, number);

ALTER TABLE ONLY dossiers_dossierregister
    ADD CONSTRAINT register_one_per_year UNIQUE (agency_id, year);

ALTER TABLE ONLY dossiers_reliefclaim
    ADD CONSTRAINT relief_one_per_group UNIQUE (dossier_id, "group");

ALTER TABLE ONLY reports_closedreport
    ADD CONSTRAINT reports_closedreport_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reports_promiserow
    ADD CONSTRAINT reports_promiserow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reports_publishedfigure
    ADD CONSTRAINT reports_publishedfigure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_supplementrequest
    ADD CONSTRAINT request_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY dossiers_result
    ADD CONSTRAINT result_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY dossiers_savedview
    ADD CONSTRAINT saved_view_one_per_name UNIQUE (user_id, name);

ALTER TABLE ONLY dossiers_dossierserial
    ADD CONSTRAINT serial_one_per_agency_day UNIQUE (agency_id, day);

ALTER TABLE ONLY settlements_settlementpart
    ADD CONSTRAINT settlement_part_once UNIQUE (settlement_id, kind);

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlement_period_once UNIQUE (agency_id, due_agency_id, first_day);

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settlement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_settlementitem
    ADD CONSTRAINT settlements_settlementitem_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_settlementitem
    ADD CONSTRAINT settlements_settlementitem_transfer_id_key UNIQUE (transfer_id);

ALTER TABLE ONLY settlements_settlementpart
    ADD CONSTRAINT settlements_settlementpart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_settlementterms
    ADD CONSTRAINT settlements_settlementterms_pkey PRIMARY KEY (id);

ALTER TABLE ONLY settlements_voucherbook
    ADD CONSTRAINT settlements_voucherbook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY exchange_shareddossier
    ADD CONSTRAINT shared_dossier_once UNIQUE (partner_id, thread);

ALTER TABLE ONLY exchange_shareddossier
    ADD CONSTRAINT shared_dossier_one_thread UNIQUE (partner_id, dossier_id);

ALTER TABLE ONLY exchange_sharedoffer
    ADD CONSTRAINT shared_offer_here UNIQUE (shared_id, seq_here);

ALTER TABLE ONLY exchange_sharedoffer
    ADD CONSTRAINT shared_offer_there UNIQUE (shared_id, seq_there);

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT statement_line_once UNIQUE (agency_id, key);

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT stay_one_per_place UNIQUE (dossier_id, seq);

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT submission_member_once UNIQUE (submission_id, key);

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT submission_member_place UNIQUE (submission_id, "position");

ALTER TABLE ONLY agencies_agencysuccession
    ADD CONSTRAINT succession_once UNIQUE (predecessor_id, successor_id, effective_date);

ALTER TABLE ONLY surveys_surveytally
    ADD CONSTRAINT survey_tally_one_cell UNIQUE (agency_id, grain, day, procedure_id, occasion);

ALTER TABLE ONLY surveys_devicehabit
    ADD CONSTRAINT surveys_devicehabit_pkey PRIMARY KEY (device_id);

ALTER TABLE ONLY surveys_deviceturn
    ADD CONSTRAINT surveys_deviceturn_pkey PRIMARY KEY (device_id);

ALTER TABLE ONLY surveys_followup
    ADD CONSTRAINT surveys_followup_pkey PRIMARY KEY (id);

ALTER TABLE ONLY surveys_invitation
    ADD CONSTRAINT surveys_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY surveys_invitationkey
    ADD CONSTRAINT surveys_invitationkey_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY surveys_questionnaire
    ADD CONSTRAINT surveys_questionnaire_pkey PRIMARY KEY (id);

ALTER TABLE ONLY surveys_surveyanswer
    ADD CONSTRAINT surveys_surveyanswer_pkey PRIMARY KEY (key);

ALTER TABLE ONLY surveys_surveydevice
    ADD CONSTRAINT surveys_surveydevice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY surveys_surveyplace
    ADD CONSTRAINT surveys_surveyplace_pkey PRIMARY KEY (stream);

ALTER TABLE ONLY surveys_surveyseal
    ADD CONSTRAINT surveys_surveyseal_pkey PRIMARY KEY (answer_id);

ALTER TABLE ONLY surveys_surveytally
    ADD CONSTRAINT surveys_surveytally_pkey PRIMARY KEY (id);

ALTER TABLE ONLY dossiers_tally
    ADD CONSTRAINT tally_one_per_cell UNIQUE (agency_id, level, day, procedure_id, unit_key);

ALTER TABLE ONLY payments_till
    ADD CONSTRAINT till_one_per_officer_day UNIQUE (holding_id, agency_id, day);

ALTER TABLE ONLY agencies_unit
    ADD CONSTRAINT unit_of_agency UNIQUE (agency_id, slug);

ALTER TABLE ONLY agencies_unitsector
    ADD CONSTRAINT unit_sector_start UNIQUE (unit_id, sector_code, valid_from);

ALTER TABLE ONLY procedures_procedurevariant
    ADD CONSTRAINT variant_position UNIQUE (version_id, "position");

ALTER TABLE ONLY settlements_voucherbook
    ADD CONSTRAINT voucher_book_one_a_year UNIQUE (agency_id, year);

ALTER TABLE ONLY workflow_processrun
    ADD CONSTRAINT workflow_processrun_pkey PRIMARY KEY (dossier_id);

ALTER TABLE ONLY workflow_replayrun
    ADD CONSTRAINT workflow_replayrun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY worktime_calendarday
    ADD CONSTRAINT worktime_calendarday_pkey PRIMARY KEY (id);

ALTER TABLE ONLY worktime_officecalendar
    ADD CONSTRAINT worktime_officecalendar_pkey PRIMARY KEY (id);

CREATE INDEX access_log_agency ON audit_accesslog USING btree (agency_id, at);

CREATE INDEX access_log_subject ON audit_accesslog USING btree (subject_kind, subject_id, at);

CREATE INDEX access_log_time ON audit_accesslog USING btree (at, id);

CREATE INDEX access_log_user ON audit_accesslog USING btree (user_id, at);

CREATE INDEX account_emailaddress_email_03be32b2 ON account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX account_notice_newest ON notices_accountnotice USING btree (citizen_id, id DESC);

CREATE INDEX account_notice_unread ON notices_accountnotice USING btree (citizen_id) WHERE (read_at IS NULL);

CREATE INDEX accounts_apitoken_holding_id_d4fc14c5 ON accounts_apitoken USING btree (holding_id);

CREATE INDEX accounts_apitoken_token_digest_b86a44cb_like ON accounts_apitoken USING btree (token_digest varchar_pattern_ops);

CREATE INDEX accounts_holding_officer_id_8385b4aa ON accounts_holding USING btree (officer_id);

CREATE INDEX accounts_holding_position_id_6b2681b7 ON accounts_holding USING btree (position_id);

CREATE INDEX accounts_holdingrole_holding_id_80eef170 ON accounts_holdingrole USING btree (holding_id);

CREATE INDEX accounts_officer_full_name_key_c80cfa0d ON accounts_officer USING btree (full_name_key);

CREATE INDEX accounts_officer_full_name_key_c80cfa0d_like ON accounts_officer USING btree (full_name_key varchar_pattern_ops);

CREATE INDEX accounts_passwordhistory_user_id_65d84ae8 ON accounts_passwordhistory USING btree (user_id);

CREATE INDEX accounts_standin_absent_holding_id_163447e3 ON accounts_standin USING btree (absent_holding_id);

CREATE INDEX accounts_standin_stand_in_officer_id_861c2787 ON accounts_standin USING btree (stand_in_officer_id);

CREATE INDEX accounts_user_username_6088629e_like ON accounts_user USING btree (username varchar_pattern_ops);

CREATE INDEX accounts_usersession_token_9efdfcc7_like ON accounts_usersession USING btree (token varchar_pattern_ops);

CREATE INDEX accounts_usersession_user_id_567c9519 ON accounts_usersession USING btree (user_id);

CREATE INDEX agencies_administrativelevel_code_8db117ef_like ON agencies_administrativelevel USING btree (code varchar_pattern_ops);

CREATE INDEX agencies_agency_slug_86c6d041_like ON agencies_agency USING btree (slug varchar_pattern_ops);

CREATE INDEX agencies_agencycode_agency_id_a770acdb ON agencies_agencycode USING btree (agency_id);

CREATE INDEX agencies_agencysuccession_predecessor_id_ca819be6 ON agencies_agencysuccession USING btree (predecessor_id);

CREATE INDEX agencies_agencysuccession_successor_id_5f85c0a8 ON agencies_agencysuccession USING btree (successor_id);

CREATE INDEX agencies_agencyversion_agency_id_4efa7b42 ON agencies_agencyversion USING btree (agency_id);

CREATE INDEX agencies_agencyversion_level_id_811c978c ON agencies_agencyversion USING btree (level_id);

CREATE INDEX agencies_agencyversion_parent_id_40105129 ON agencies_agencyversion USING btree (parent_id);

CREATE INDEX agencies_counter_desk_id_b7ff812f ON agencies_counter USING btree (desk_id);

CREATE INDEX agencies_deskmember_agency_id_9013c7d9 ON agencies_deskmember USING btree (agency_id);

CREATE INDEX agencies_deskmember_desk_id_71acd1ab ON agencies_deskmember USING btree (desk_id);

CREATE INDEX agencies_deskname_desk_id_6d399d95 ON agencies_deskname USING btree (desk_id);

CREATE INDEX agencies_onestopdesk_agency_id_68806ceb ON agencies_onestopdesk USING btree (agency_id);

CREATE INDEX agencies_onestopdesk_slug_c53f3c9d_like ON agencies_onestopdesk USING btree (slug varchar_pattern_ops);

CREATE INDEX agencies_position_agency_id_13501648 ON agencies_position USING btree (agency_id);

CREATE INDEX agencies_position_slug_90897fa1 ON agencies_position USING btree (slug);

CREATE INDEX agencies_position_slug_90897fa1_like ON agencies_position USING btree (slug varchar_pattern_ops);

CREATE INDEX agencies_position_unit_id_6f1e6143 ON agencies_position USING btree (unit_id);

CREATE INDEX agencies_unit_agency_id_f8cb4cae ON agencies_unit USING btree (agency_id);

CREATE INDEX agencies_unit_slug_50cc4da1 ON agencies_unit USING btree (slug);

CREATE INDEX agencies_unit_slug_50cc4da1_like ON agencies_unit USING btree (slug varchar_pattern_ops);

CREATE INDEX agencies_unitsector_unit_id_5af93b9b ON agencies_unitsector USING btree (unit_id);

CREATE INDEX agencies_unitsuccession_successor_id_57e35abf ON agencies_unitsuccession USING btree (successor_id);

CREATE INDEX agency_code_lookup ON agencies_agencycode USING btree (scheme, code);

CREATE INDEX announcement_newest ON availability_announcement USING btree (starts_at DESC);

CREATE INDEX auth_group_name_a6ea08ec_like ON auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON auth_permission USING btree (content_type_id);

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON axes_accessattempt USING btree (ip_address);

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON axes_accessattempt USING btree (user_agent);

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON axes_accessattempt USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON axes_accessattempt USING btree (username);

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON axes_accessattempt USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON axes_accessfailurelog USING btree (ip_address);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON axes_accessfailurelog USING btree (user_agent);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON axes_accessfailurelog USING btree (username);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON axes_accessfailurelog USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON axes_accesslog USING btree (ip_address);

CREATE INDEX axes_accesslog_user_agent_0e659004 ON axes_accesslog USING btree (user_agent);

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON axes_accesslog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accesslog_username_df93064b ON axes_accesslog USING btree (username);

CREATE INDEX axes_accesslog_username_df93064b_like ON axes_accesslog USING btree (username varchar_pattern_ops);

CREATE INDEX bank_statement_agency ON payments_bankstatement USING btree (agency_id, id);

CREATE INDEX books_transfer_agency_day ON books_transfer USING btree (agency_id, day, id);

CREATE INDEX books_transfer_credit ON books_transfer USING btree (credit_id, day, id, amount_vnd);

CREATE INDEX books_transfer_debit ON books_transfer USING btree (debit_id, day, id, amount_vnd);

CREATE INDEX books_transfer_dossier_id_078e084a ON books_transfer USING btree (dossier_id);

CREATE UNIQUE INDEX bulk_run_asked_once ON dossiers_bulkrun USING btree (request_key) WHERE (NOT ((request_key)::text = ''::text));

CREATE INDEX bulk_run_of_user ON dossiers_bulkrun USING btree (user_id, id DESC);

CREATE UNIQUE INDEX calendar_day_once_nationwide ON worktime_calendarday USING btree (day) WHERE (agency_id IS NULL);

CREATE UNIQUE INDEX card_slip_once ON payments_cardslip USING btree (agency_id, terminal, reference, day) WHERE (NOT is_void);

CREATE INDEX certification_agency_day ON certifications_certification USING btree (agency_id, entered_on, id);

CREATE INDEX certifications_certification_agency_id_b9de21f0 ON certifications_certification USING btree (agency_id);

CREATE INDEX certifications_certification_dossier_id_9dad74ef ON certifications_certification USING btree (dossier_id);

CREATE INDEX certifications_certification_entered_by_id_ed3e1e1e ON certifications_certification USING btree (entered_by_id);

CREATE INDEX certifications_certificationbook_agency_id_80125bfd ON certifications_certificationbook USING btree (agency_id);

CREATE UNIQUE INDEX citizen_email_of_one ON citizens_citizen USING btree (email) WHERE (NOT ((email)::text = ''::text));

CREATE UNIQUE INDEX citizen_identity_of_one ON citizens_citizen USING btree (personal_id) WHERE (level = 2);

CREATE UNIQUE INDEX citizen_phone_of_one ON citizens_citizen USING btree (phone) WHERE (NOT ((phone)::text = ''::text));

CREATE UNIQUE INDEX citizen_subject_of_one ON citizens_citizen USING btree (identity) WHERE (NOT ((identity)::text = ''::text));

CREATE INDEX citizen_to_erase ON citizens_citizen USING btree (erase_at) WHERE (erase_at IS NOT NULL);

CREATE INDEX citizens_consent_citizen_id_8570f717 ON citizens_consent USING btree (citizen_id);

CREATE INDEX citizens_invitation_accepted_by_id_9067de6b ON citizens_invitation USING btree (accepted_by_id);

CREATE INDEX citizens_invitation_invited_by_id_b2a81304 ON citizens_invitation USING btree (invited_by_id);

CREATE INDEX citizens_invitation_organization_id_8a801ea5 ON citizens_invitation USING btree (organization_id);

CREATE INDEX citizens_invitation_token_digest_96215d65_like ON citizens_invitation USING btree (token_digest varchar_pattern_ops);

CREATE INDEX citizens_membership_citizen_id_19b38277 ON citizens_membership USING btree (citizen_id);

CREATE INDEX citizens_membership_organization_id_e3b55cd0 ON citizens_membership USING btree (organization_id);

CREATE INDEX closed_figures_lately ON feedback_closedfigures USING btree (agency_id, to_day DESC, id DESC);

CREATE INDEX closed_report_lately ON reports_closedreport USING btree (agency_id, until_day DESC, id DESC);

CREATE INDEX comparison_agency ON reconciliation_comparison USING btree (agency_id, id DESC);

CREATE UNIQUE INDEX consent_given_once ON citizens_consent USING btree (citizen_id, purpose) WHERE (withdrawn_at IS NULL);

CREATE INDEX delivery_due ON notices_delivery USING btree (next_attempt_at) WHERE ((state)::text = 'QUEUED'::text);

CREATE INDEX delivery_to_ask ON notices_delivery USING btree (ask_at) WHERE (ask_at IS NOT NULL);

CREATE INDEX delivery_to_forget ON notices_delivery USING btree (ended_at) WHERE (NOT ((address)::text = ''::text));

CREATE INDEX difference_agency_day ON reconciliation_difference USING btree (agency_id, day, id);

CREATE INDEX difference_agency_state ON reconciliation_difference USING btree (agency_id, state, id);

CREATE INDEX django_session_expire_date_a5c62663 ON django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX django_task_backend_071754_idx ON django_tasks_database_dbtaskresult USING btree (backend_name);

CREATE INDEX django_task_queue_n_99c321_idx ON django_tasks_database_dbtaskresult USING btree (queue_name);

CREATE INDEX documents_filescan_file_id_33f363f3 ON documents_filescan USING btree (file_id);

CREATE INDEX documents_storedfile_digest_4c3e6607_like ON documents_storedfile USING btree (digest varchar_pattern_ops);

CREATE INDEX documents_upload_file_id_cf9e23b5 ON documents_upload USING btree (file_id);

CREATE INDEX documents_upload_holding_id_200cea07 ON documents_upload USING btree (holding_id);

CREATE INDEX documents_upload_token_cd18ae89_like ON documents_upload USING btree (token varchar_pattern_ops);

CREATE INDEX dossier_agency ON dossiers_dossier USING btree (agency_id, id);

CREATE INDEX dossier_agency_day ON dossiers_dossier USING btree (agency_id, received_on, id);

CREATE INDEX dossier_agency_newest ON dossiers_dossieragency USING btree (agency_id, dossier_id DESC);

CREATE UNIQUE INDEX dossier_agency_once ON dossiers_dossieragency USING btree (dossier_id, agency_id) WHERE (unit_id IS NULL);

CREATE INDEX dossier_agency_status ON dossiers_dossier USING btree (agency_id, status, id);

CREATE INDEX dossier_assignee_due ON dossiers_dossier USING btree (assignee_id, due_at, id) WHERE ((assignee_id IS NOT NULL) AND (ended_at IS NULL));

CREATE INDEX dossier_away ON dossiers_dossier USING btree (competent_agency_id, id DESC) WHERE (held_agency_id IS NOT NULL);

CREATE INDEX dossier_citizen_for ON dossiers_dossiercitizen USING btree (organization_id, dossier_id DESC) WHERE (organization_id IS NOT NULL);

CREATE INDEX dossier_citizen_newest ON dossiers_dossiercitizen USING btree (citizen_id, dossier_id DESC);

CREATE INDEX dossier_competent ON dossiers_dossier USING btree (competent_agency_id, id);

CREATE INDEX dossier_elsewhere ON dossiers_dossier USING btree (competent_agency_id, id) WHERE (NOT (agency_id = competent_agency_id));

CREATE INDEX dossier_elsewhere_day ON dossiers_dossier USING btree (competent_agency_id, received_on, id) WHERE (NOT (agency_id = competent_agency_id));

CREATE INDEX dossier_elsewhere_status ON dossiers_dossier USING btree (competent_agency_id, status, id) WHERE (NOT (agency_id = competent_agency_id));

CREATE INDEX dossier_file_digest ON dossiers_dossierfile USING btree (digest);

CREATE INDEX dossier_group ON dossiers_dossier USING btree (group_id) WHERE (group_id IS NOT NULL);

CREATE INDEX dossier_hand_over_elsewhere ON dossiers_dossier USING btree (competent_agency_id, ended_at, id) WHERE (((stage)::text = 'SETTLED'::text) AND (NOT (agency_id = competent_agency_id)));

CREATE INDEX dossier_held ON dossiers_dossier USING btree (held_agency_id, id DESC) WHERE (held_agency_id IS NOT NULL);

CREATE INDEX dossier_in_transit ON dossiers_dossier USING btree (competent_agency_id, id) WHERE ((stage)::text = 'IN_TRANSIT'::text);

CREATE INDEX dossier_late ON dossiers_dossier USING btree (agency_id, id) WHERE ((timeliness)::text = 'OVERDUE'::text);

CREATE INDEX dossier_late_elsewhere ON dossiers_dossier USING btree (competent_agency_id, id) WHERE (((timeliness)::text = 'OVERDUE'::text) AND (NOT (agency_id = competent_agency_id)));

CREATE INDEX dossier_offered ON dossiers_dossier USING btree (offered_agency_id, id DESC) WHERE (offered_agency_id IS NOT NULL);

CREATE INDEX dossier_open_agency ON dossiers_dossier USING btree (agency_id, due_at, id) WHERE (ended_at IS NULL);

CREATE INDEX dossier_open_competent ON dossiers_dossier USING btree (competent_agency_id, due_at, id) WHERE (ended_at IS NULL);

CREATE INDEX dossier_open_due ON dossiers_dossier USING btree (due_at, id) WHERE (ended_at IS NULL);

CREATE INDEX dossier_open_elsewhere ON dossiers_dossier USING btree (competent_agency_id, due_at, id) WHERE ((ended_at IS NULL) AND (NOT (agency_id = competent_agency_id)));

CREATE INDEX dossier_procedure ON dossiers_dossier USING btree (procedure_version_id, id);

CREATE INDEX dossier_to_hand_over ON dossiers_dossier USING btree (agency_id, ended_at, id) WHERE ((stage)::text = 'SETTLED'::text);

CREATE INDEX dossier_unit ON dossiers_dossier USING btree (unit_id, competent_agency_id, id);

CREATE INDEX dossier_unit_due ON dossiers_dossier USING btree (unit_id, competent_agency_id, due_at, id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX dossier_unit_once ON dossiers_dossieragency USING btree (dossier_id, agency_id, unit_id) WHERE (unit_id IS NOT NULL);

CREATE INDEX dossiers_bulkitem_run_id_529ed2c8 ON dossiers_bulkitem USING btree (run_id);

CREATE INDEX dossiers_dossier_code_6d68c351_like ON dossiers_dossier USING btree (code varchar_pattern_ops);

CREATE INDEX dossiers_dossier_counter_id_e274ed94 ON dossiers_dossier USING btree (counter_id);

CREATE INDEX dossiers_dossier_received_by_id_af11f13a ON dossiers_dossier USING btree (received_by_id);

CREATE INDEX dossiers_dossier_search_words ON dossiers_dossier USING gin (search_words);

CREATE INDEX dossiers_dossier_variant_id_2419326e ON dossiers_dossier USING btree (variant_id);

CREATE INDEX dossiers_dossiercitizen_dossier_id_23ee80eb ON dossiers_dossiercitizen USING btree (dossier_id);

CREATE INDEX dossiers_dossierfile_dossier_id_d916a1b6 ON dossiers_dossierfile USING btree (dossier_id);

CREATE INDEX dossiers_dossierparty_dossier_id_4a7507f9 ON dossiers_dossierparty USING btree (dossier_id);

CREATE INDEX dossiers_dossierregister_agency_id_4a65eccb ON dossiers_dossierregister USING btree (agency_id);

CREATE INDEX dossiers_dossierserial_agency_id_88d86a18 ON dossiers_dossierserial USING btree (agency_id);

CREATE INDEX dossiers_feeline_dossier_id_de125939 ON dossiers_feeline USING btree (dossier_id);

CREATE INDEX dossiers_handover_dossier_id_b0ea5f86 ON dossiers_handover USING btree (dossier_id);

CREATE INDEX dossiers_handoverlist_agency_id_c17c1329 ON dossiers_handoverlist USING btree (agency_id);

CREATE INDEX dossiers_handoverlist_unit_id_4c3e49fc ON dossiers_handoverlist USING btree (unit_id);

CREATE INDEX dossiers_listeddossier_dossier_id_8a1db958 ON dossiers_listeddossier USING btree (dossier_id);

CREATE INDEX dossiers_numberpattern_agency_id_bee50ce1 ON dossiers_numberpattern USING btree (agency_id);

CREATE INDEX dossiers_posteditem_dossier_id_25ca5428 ON dossiers_posteditem USING btree (dossier_id);

CREATE INDEX dossiers_posting_agency_id_d1be8457 ON dossiers_posting USING btree (agency_id);

CREATE INDEX dossiers_reliefclaim_dossier_id_8861599f ON dossiers_reliefclaim USING btree (dossier_id);

CREATE INDEX dossiers_result_dossier_id_36719d98 ON dossiers_result USING btree (dossier_id);

CREATE INDEX dossiers_submitteddocument_dossier_id_6bd06f37 ON dossiers_submitteddocument USING btree (dossier_id);

CREATE INDEX dossiers_submitteddocument_required_document_id_567b157e ON dossiers_submitteddocument USING btree (required_document_id);

CREATE INDEX dossiers_supplementrequest_dossier_id_9e3c5dda ON dossiers_supplementrequest USING btree (dossier_id);

CREATE INDEX dossiers_unpaidleave_dossier_id_9f54841d ON dossiers_unpaidleave USING btree (dossier_id);

CREATE INDEX draft_expiry ON filing_draft USING btree (expires_at) WHERE (sent_at IS NULL);

CREATE INDEX draft_of_citizen ON filing_draft USING btree (citizen_id, updated_at DESC) WHERE (sent_at IS NULL);

CREATE UNIQUE INDEX draft_one_reply ON filing_draft USING btree (citizen_id, dossier_id, request_seq) WHERE (((kind)::text = 'REPLY'::text) AND (sent_at IS NULL));

CREATE INDEX eform_version_by_day ON eforms_eformversion USING btree (eform_id, valid_from);

CREATE INDEX eforms_eformversion_eform_id_c5e25180 ON eforms_eformversion USING btree (eform_id);

CREATE INDEX exchange_outmessage_dossier_id_7e6f25fd ON exchange_outmessage USING btree (dossier_id);

CREATE INDEX exchange_partner_key_ef4cdb67_like ON exchange_partner USING btree (key varchar_pattern_ops);

CREATE INDEX exchange_partner_mark_c32c8397_like ON exchange_partner USING btree (mark varchar_pattern_ops);

CREATE INDEX exchange_partneragency_partner_id_abcbd589 ON exchange_partneragency USING btree (partner_id);

CREATE INDEX exchange_shareddossier_dossier_id_c501b389 ON exchange_shareddossier USING btree (dossier_id);

CREATE UNIQUE INDEX export_run_asked_once ON dossiers_exportrun USING btree (request_key) WHERE (NOT ((request_key)::text = ''::text));

CREATE INDEX export_run_by_age ON dossiers_exportrun USING btree (asked_at);

CREATE INDEX export_run_of_user ON dossiers_exportrun USING btree (user_id, id DESC);

CREATE UNIQUE INDEX export_run_one_per_slot ON dossiers_exportrun USING btree (user_id, slot) WHERE (finished_at IS NULL);

CREATE INDEX feedback_closedfigures_agency_id_d35eb2cc ON feedback_closedfigures USING btree (agency_id);

CREATE INDEX feedback_closedfigures_closed_by_id_3964a289 ON feedback_closedfigures USING btree (closed_by_id);

CREATE INDEX feedback_feedbackterms_agency_id_7c4f12d4 ON feedback_feedbackterms USING btree (agency_id);

CREATE INDEX feedback_petition_about_holding_id_b0130a1b ON feedback_petition USING btree (about_holding_id);

CREATE INDEX feedback_petition_about_unit_id_79b727d3 ON feedback_petition USING btree (about_unit_id);

CREATE INDEX feedback_petition_agency_id_c7b36e8b ON feedback_petition USING btree (agency_id);

CREATE INDEX feedback_petition_citizen_id_21deb9dd ON feedback_petition USING btree (citizen_id);

CREATE INDEX feedback_petition_code_a2c40d09_like ON feedback_petition USING btree (code varchar_pattern_ops);

CREATE INDEX feedback_petition_forwarded_from_id_5fa2131c ON feedback_petition USING btree (forwarded_from_id);

CREATE INDEX feedback_petition_handler_id_c9f55058 ON feedback_petition USING btree (handler_id);

CREATE INDEX feedback_petition_offered_agency_id_ad548ec7 ON feedback_petition USING btree (offered_agency_id);

CREATE INDEX feedback_petition_unit_id_03a031fc ON feedback_petition USING btree (unit_id);

CREATE INDEX feedback_petitionbook_agency_id_d53e633e ON feedback_petitionbook USING btree (agency_id);

CREATE INDEX feedback_petitionenclosure_petition_id_12a7d097 ON feedback_petitionenclosure USING btree (petition_id);

CREATE INDEX feedback_petitionstep_holding_id_6ce7c386 ON feedback_petitionstep USING btree (holding_id);

CREATE INDEX feedback_petitionstep_petition_id_d228308e ON feedback_petitionstep USING btree (petition_id);

CREATE UNIQUE INDEX file_once_in_dossier ON dossiers_dossierfile USING btree (dossier_id, digest) WHERE (NOT is_removed);

CREATE INDEX file_scan_latest ON documents_filescan USING btree (file_id, id DESC);

CREATE INDEX filing_draft_agency_id_7613514c ON filing_draft USING btree (agency_id);

CREATE INDEX filing_draft_dossier_id_c0323288 ON filing_draft USING btree (dossier_id);

CREATE INDEX filing_draft_eform_version_id_6390165c ON filing_draft USING btree (eform_version_id);

CREATE INDEX filing_draft_group_version_id_a4af62f3 ON filing_draft USING btree (group_version_id);

CREATE INDEX filing_draft_organization_id_5eb59254 ON filing_draft USING btree (organization_id);

CREATE INDEX filing_draft_procedure_version_id_2ac193ab ON filing_draft USING btree (procedure_version_id);

CREATE INDEX filing_draft_token_9d880045_like ON filing_draft USING btree (token varchar_pattern_ops);

CREATE INDEX filing_message_citizen_id_6e834599 ON filing_message USING btree (citizen_id);

CREATE INDEX filing_message_holding_id_22ee24d3 ON filing_message USING btree (holding_id);

CREATE INDEX follow_up_due ON surveys_followup USING btree (agency_id, state, due_on);

CREATE INDEX form_wording_by_form ON papers_formwording USING btree (form_key, valid_from);

CREATE INDEX hand_over_list_of_agency ON dossiers_handoverlist USING btree (agency_id, id DESC);

CREATE INDEX in_message_open ON exchange_inmessage USING btree (partner_id, seq) WHERE (NOT ((state)::text = 'DONE'::text));

CREATE INDEX in_message_thread ON exchange_inmessage USING btree (partner_id, thread, seq);

CREATE INDEX interlinked_awaitedresult_dossier_id_bd1587e2 ON interlinked_awaitedresult USING btree (dossier_id);

CREATE INDEX interlinked_awaitedresult_feeder_id_25eb0f7b ON interlinked_awaitedresult USING btree (feeder_id);

CREATE INDEX interlinked_interlinkedgroup_code_a6f7dfb4_like ON interlinked_interlinkedgroup USING btree (code varchar_pattern_ops);

CREATE INDEX interlinked_interlinkedversion_group_id_43ed09cb ON interlinked_interlinkedversion USING btree (group_id);

CREATE INDEX interlinked_submission_version_id_c07a2109 ON interlinked_submission USING btree (version_id);

CREATE INDEX interlinked_submissionmember_submission_id_79d765d0 ON interlinked_submissionmember USING btree (submission_id);

CREATE INDEX invitation_agency_day ON surveys_invitation USING btree (agency_id, day);

CREATE INDEX leave_given ON dossiers_unpaidleave USING btree (given_at DESC);

CREATE INDEX ledger_fact_request_key_958816a0_like ON ledger_fact USING btree (request_key varchar_pattern_ops);

CREATE INDEX ledger_fact_stream_id_6a58d5c6 ON ledger_fact USING btree (stream_id);

CREATE INDEX ledger_fact_stream_id_6a58d5c6_like ON ledger_fact USING btree (stream_id varchar_pattern_ops);

CREATE INDEX ledger_stream_name_4d3574a8_like ON ledger_stream USING btree (name varchar_pattern_ops);

CREATE UNIQUE INDEX life_event_from_day ON procedures_lifeevent USING btree (code, valid_from) WHERE ((valid_until IS NULL) OR (valid_until > valid_from));

CREATE UNIQUE INDEX limit_once_any_variant ON procedures_timelimit USING btree (version_id, channel) WHERE (variant_id IS NULL);

CREATE INDEX long_run_of_user ON dossiers_longrun USING btree (user_id, id DESC);

CREATE UNIQUE INDEX long_run_one_at_a_time ON dossiers_longrun USING btree (subject) WHERE (finished_at IS NULL);

CREATE INDEX message_unread_by_citizen ON filing_message USING btree (dossier_id) WHERE (from_office AND (seen_at IS NULL));

CREATE INDEX message_unread_by_office ON filing_message USING btree (agency_id, id) WHERE ((NOT from_office) AND (seen_at IS NULL));

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON mfa_authenticator USING btree (user_id);

CREATE INDEX notice_by_agency ON notices_notice USING btree (agency_id, id DESC);

CREATE INDEX notice_by_agency_state ON notices_notice USING btree (agency_id, state, id DESC);

CREATE INDEX notice_by_code ON notices_notice USING btree (dossier_code, id DESC);

CREATE INDEX notice_waiting ON notices_notice USING btree (send_after) WHERE ((state)::text = 'WAITING'::text);

CREATE INDEX notice_wording_by_kind ON notices_noticewording USING btree (kind, carrier, valid_from);

CREATE INDEX notices_addresswish_address_digest_8a6dec5f_like ON notices_addresswish USING btree (address_digest varchar_pattern_ops);

CREATE INDEX notices_delivery_key_e0f980bf_like ON notices_delivery USING btree (key varchar_pattern_ops);

CREATE INDEX notices_notice_delivery_id_579aaa1e ON notices_notice USING btree (delivery_id);

CREATE INDEX notices_noticewording_agency_id_495a4e89 ON notices_noticewording USING btree (agency_id);

CREATE INDEX notices_readplace_stream_12fab61f_like ON notices_readplace USING btree (stream varchar_pattern_ops);

CREATE INDEX offer_accepted ON dossiers_offer USING btree (answered_at) WHERE ((answer)::text = 'ACCEPTED'::text);

CREATE UNIQUE INDEX offer_one_open ON dossiers_offer USING btree (dossier_id) WHERE (answered_at IS NULL);

CREATE INDEX offer_refused ON dossiers_offer USING btree (from_agency_id, answered_at DESC) WHERE ((answer)::text = 'REFUSED'::text);

CREATE INDEX one_time_code_ended ON citizens_onetimecode USING btree (expires_at);

CREATE INDEX one_time_code_newest ON citizens_onetimecode USING btree (contact_digest, made_at DESC);

CREATE INDEX organization_by_code ON citizens_organization USING btree (tax_code);

CREATE UNIQUE INDEX organization_confirmed_once ON citizens_organization USING btree (tax_code) WHERE ((closed_at IS NULL) AND (confirmed_at IS NOT NULL));

CREATE INDEX organization_to_check ON citizens_organization USING btree (id) WHERE ((closed_at IS NULL) AND (confirmed_at IS NULL));

CREATE INDEX out_message_stuck_there ON exchange_outmessage USING btree (partner_id, seq) WHERE (NOT ((reason_there)::text = ''::text));

CREATE INDEX out_message_waiting ON exchange_outmessage USING btree (partner_id, seq) WHERE ((state)::text = 'WAITING'::text);

CREATE INDEX papers_formwording_agency_id_7f7f690c ON papers_formwording USING btree (agency_id);

CREATE INDEX party_old_id ON dossiers_dossierparty USING btree (old_id, id DESC) WHERE ((old_id)::text > ''::text);

CREATE INDEX party_personal_id ON dossiers_dossierparty USING btree (personal_id, id DESC);

CREATE INDEX party_phone ON dossiers_dossierparty USING btree (phone, id DESC);

CREATE INDEX party_tax_code ON dossiers_dossierparty USING btree (tax_code, id DESC) WHERE ((tax_code)::text > ''::text);

CREATE INDEX password_history_recent ON accounts_passwordhistory USING btree (user_id, set_at DESC);

CREATE INDEX payment_agency ON payments_payment USING btree (agency_id, id);

CREATE INDEX payment_dossier ON payments_payment USING btree (dossier_id, id);

CREATE INDEX payment_message_order ON payments_paymentmessage USING btree (order_id, id);

CREATE INDEX payment_message_received ON payments_paymentmessage USING btree (received_at, id);

CREATE UNIQUE INDEX payment_message_taken_once ON payments_paymentmessage USING btree (gateway, transaction) WHERE ((verdict)::text = ANY ((ARRAY['ACCEPTED'::character varying, 'ACCEPTED_LATE'::character varying, 'WRONG_AMOUNT'::character varying])::text[]));

CREATE INDEX payment_order_agency ON payments_paymentorder USING btree (agency_id, id);

CREATE INDEX payment_order_amount ON payments_payment USING btree (order_id, amount_vnd, id);

CREATE INDEX payment_order_dossier ON payments_paymentorder USING btree (dossier_id, id);

CREATE UNIQUE INDEX payment_order_one_open ON payments_paymentorder USING btree (dossier_id) WHERE ((state)::text = 'OPEN'::text);

CREATE INDEX payment_order_open_until ON payments_paymentorder USING btree (expires_at) WHERE ((state)::text = 'OPEN'::text);

CREATE INDEX payments_bankstatement_account_id_5c89dfd9 ON payments_bankstatement USING btree (account_id);

CREATE INDEX payments_bankstatement_agency_id_e62e2f38 ON payments_bankstatement USING btree (agency_id);

CREATE INDEX payments_bankstatement_read_by_id_506e0ecb ON payments_bankstatement USING btree (read_by_id);

CREATE INDEX payments_cardslip_agency_id_78bcdd25 ON payments_cardslip USING btree (agency_id);

CREATE INDEX payments_collectingaccount_agency_id_51b19a97 ON payments_collectingaccount USING btree (agency_id);

CREATE INDEX payments_payment_agency_id_4753e495 ON payments_payment USING btree (agency_id);

CREATE INDEX payments_payment_dossier_id_2b2990ca ON payments_payment USING btree (dossier_id);

CREATE INDEX payments_payment_order_id_22c479b7 ON payments_payment USING btree (order_id);

CREATE INDEX payments_payment_told_by_id_aa3a237b ON payments_payment USING btree (told_by_id);

CREATE INDEX payments_paymentmessage_order_id_da43bdd4 ON payments_paymentmessage USING btree (order_id);

CREATE INDEX payments_paymentorder_account_id_ac57ca9c ON payments_paymentorder USING btree (account_id);

CREATE INDEX payments_paymentorder_agency_id_61c89102 ON payments_paymentorder USING btree (agency_id);

CREATE INDEX payments_paymentorder_dossier_id_2eb662eb ON payments_paymentorder USING btree (dossier_id);

CREATE INDEX payments_paymentorder_number_a50a6343_like ON payments_paymentorder USING btree (number varchar_pattern_ops);

CREATE INDEX payments_paymentorderline_order_id_2648d754 ON payments_paymentorderline USING btree (order_id);

CREATE INDEX payments_receipt_agency_id_6e6d40c9 ON payments_receipt USING btree (agency_id);

CREATE INDEX payments_receipt_cancelled_by_id_7471e2b9 ON payments_receipt USING btree (cancelled_by_id);

CREATE INDEX payments_receipt_collected_by_id_f6693dd9 ON payments_receipt USING btree (collected_by_id);

CREATE INDEX payments_receipt_dossier_id_df721bdc ON payments_receipt USING btree (dossier_id);

CREATE INDEX payments_receipt_till_id_3a2d5f21 ON payments_receipt USING btree (till_id);

CREATE INDEX payments_receiptbook_agency_id_6fd76ddf ON payments_receiptbook USING btree (agency_id);

CREATE INDEX payments_receiptline_receipt_id_d20f643d ON payments_receiptline USING btree (receipt_id);

CREATE INDEX payments_statementline_account_id_3d5d52c8 ON payments_statementline USING btree (account_id);

CREATE INDEX payments_statementline_agency_id_281bbac8 ON payments_statementline USING btree (agency_id);

CREATE INDEX payments_statementline_dossier_id_e6f7487e ON payments_statementline USING btree (dossier_id);

CREATE INDEX payments_statementline_order_id_da08dda1 ON payments_statementline USING btree (order_id);

CREATE INDEX payments_statementline_settled_by_id_af510faf ON payments_statementline USING btree (settled_by_id);

CREATE INDEX payments_statementline_statement_id_0e2b52e7 ON payments_statementline USING btree (statement_id);

CREATE INDEX payments_till_agency_id_dd0966fe ON payments_till USING btree (agency_id);

CREATE INDEX payments_till_holding_id_5745b684 ON payments_till USING btree (holding_id);

CREATE INDEX petition_citizen ON feedback_petition USING btree (citizen_id) WHERE (citizen_id IS NOT NULL);

CREATE INDEX petition_of_procedure ON feedback_petition USING btree (procedure_code) WHERE ((publication)::text = 'PUBLISHED'::text);

CREATE INDEX petition_offered ON feedback_petition USING btree (offered_agency_id) WHERE (offered_agency_id IS NOT NULL);

CREATE INDEX petition_published ON feedback_petition USING btree (published_at DESC) WHERE ((publication)::text = 'PUBLISHED'::text);

CREATE INDEX petition_received ON feedback_petition USING btree (agency_id, received_at);

CREATE INDEX petition_waiting ON feedback_petition USING btree (agency_id, state, due_at);

CREATE INDEX posting_of_agency ON dossiers_posting USING btree (agency_id, id DESC);

CREATE INDEX print_run_by_age ON dossiers_printrun USING btree (asked_at);

CREATE INDEX print_run_of_user ON dossiers_printrun USING btree (user_id, id DESC);

CREATE INDEX procedures_exemption_rule_id_7faa27ad ON procedures_exemption USING btree (rule_id);

CREATE INDEX procedures_feerule_variant_id_6e0e0c51 ON procedures_feerule USING btree (variant_id);

CREATE INDEX procedures_feerule_version_id_f75db4cf ON procedures_feerule USING btree (version_id);

CREATE INDEX procedures_lifeevent_code_9ee34050 ON procedures_lifeevent USING btree (code);

CREATE INDEX procedures_lifeevent_code_9ee34050_like ON procedures_lifeevent USING btree (code varchar_pattern_ops);

CREATE INDEX procedures_procedurevariant_version_id_d5f01a4a ON procedures_procedurevariant USING btree (version_id);

CREATE INDEX procedures_procedureversion_decision_id_f0889005 ON procedures_procedureversion USING btree (decision_id);

CREATE INDEX procedures_procedureversion_procedure_id_8362303d ON procedures_procedureversion USING btree (procedure_id);

CREATE INDEX procedures_procedureversion_sector_id_15ffcd09 ON procedures_procedureversion USING btree (sector_id);

CREATE INDEX procedures_requireddocument_variant_id_4d86415d ON procedures_requireddocument USING btree (variant_id);

CREATE INDEX procedures_sector_code_1127891a_like ON procedures_sector USING btree (code varchar_pattern_ops);

CREATE INDEX procedures_timelimit_variant_id_4dcf5c8e ON procedures_timelimit USING btree (variant_id);

CREATE INDEX procedures_timelimit_version_id_8ebd79e0 ON procedures_timelimit USING btree (version_id);

CREATE UNIQUE INDEX process_of_agency ON processes_internalprocess USING btree (procedure_version_id, agency_id) WHERE (variant_id IS NULL);

CREATE UNIQUE INDEX process_of_all ON processes_internalprocess USING btree (procedure_version_id) WHERE ((agency_id IS NULL) AND (variant_id IS NULL));

CREATE UNIQUE INDEX process_of_variant ON processes_internalprocess USING btree (procedure_version_id, variant_id) WHERE (agency_id IS NULL);

CREATE INDEX process_version_by_day ON processes_processversion USING btree (process_id, valid_from);

CREATE INDEX processes_internalprocess_agency_id_4033a944 ON processes_internalprocess USING btree (agency_id);

CREATE INDEX processes_internalprocess_procedure_version_id_26b9c0d1 ON processes_internalprocess USING btree (procedure_version_id);

CREATE INDEX processes_internalprocess_variant_id_dc3a5722 ON processes_internalprocess USING btree (variant_id);

CREATE INDEX processes_processversion_process_id_32d9b9a5 ON processes_processversion USING btree (process_id);

CREATE INDEX promise_of_agency ON reports_promiserow USING btree (period, agency_id, place);

CREATE UNIQUE INDEX published_figure_once_of_all ON reports_publishedfigure USING btree (code, scope) WHERE (agency_id IS NULL);

CREATE INDEX questionnaire_occasion ON surveys_questionnaire USING btree (occasion, valid_from);

CREATE INDEX receipt_agency ON payments_receipt USING btree (agency_id, id);

CREATE INDEX receipt_agency_time ON payments_receipt USING btree (agency_id, collected_at);

CREATE INDEX receipt_dossier ON payments_receipt USING btree (dossier_id, id);

CREATE INDEX receipt_till ON payments_receipt USING btree (till_id, id);

CREATE INDEX reconciliation_comparison_agency_id_5b5a9884 ON reconciliation_comparison USING btree (agency_id);

CREATE INDEX reconciliation_difference_agency_id_04821621 ON reconciliation_difference USING btree (agency_id);

CREATE INDEX reconciliation_difference_explained_by_id_3e90f0d1 ON reconciliation_difference USING btree (explained_by_id);

CREATE INDEX reconciliation_difference_owner_id_c6f962d3 ON reconciliation_difference USING btree (owner_id);

CREATE INDEX refund_agency ON settlements_refund USING btree (agency_id, id);

CREATE INDEX relief_decided ON dossiers_reliefclaim USING btree (decided_at DESC);

CREATE INDEX replay_of_process ON workflow_replayrun USING btree (process_id, id DESC);

CREATE UNIQUE INDEX replay_one_at_a_time ON workflow_replayrun USING btree (process_id) WHERE (finished_at IS NULL);

CREATE INDEX reports_closedreport_agency_id_5ec2a38b ON reports_closedreport USING btree (agency_id);

CREATE INDEX reports_closedreport_closed_by_id_9b689861 ON reports_closedreport USING btree (closed_by_id);

CREATE UNIQUE INDEX request_one_open ON dossiers_supplementrequest USING btree (dossier_id) WHERE (answered_at IS NULL);

CREATE INDEX result_document_number ON dossiers_result USING btree (upper((document_number)::text) text_pattern_ops);

CREATE INDEX result_number_begins ON dossiers_result USING btree (upper((document_number)::text) text_pattern_ops);

CREATE INDEX run_of_process_version ON workflow_processrun USING btree (process_version_id, dossier_id DESC);

CREATE INDEX settlement_agency ON settlements_settlement USING btree (agency_id, id);

CREATE INDEX settlement_due_agency ON settlements_settlement USING btree (due_agency_id, id);

CREATE INDEX settlement_item_part ON settlements_settlementitem USING btree (settlement_id, part, kind, id);

CREATE UNIQUE INDEX settlement_one_draft ON settlements_settlement USING btree (agency_id, due_agency_id) WHERE ((state)::text = 'DRAFT'::text);

CREATE INDEX settlements_refund_agency_id_b2c47234 ON settlements_refund USING btree (agency_id);

CREATE INDEX settlements_refund_decided_by_id_d8136527 ON settlements_refund USING btree (decided_by_id);

CREATE INDEX settlements_refund_dossier_id_2681f952 ON settlements_refund USING btree (dossier_id);

CREATE INDEX settlements_refund_paid_by_id_88fb7a32 ON settlements_refund USING btree (paid_by_id);

CREATE INDEX settlements_refund_payment_id_e254cbf5 ON settlements_refund USING btree (payment_id);

CREATE INDEX settlements_refund_receipt_id_841f9a50 ON settlements_refund USING btree (receipt_id);

CREATE INDEX settlements_refund_requested_by_id_66bcd4a8 ON settlements_refund USING btree (requested_by_id);

CREATE INDEX settlements_refund_till_id_7732bed0 ON settlements_refund USING btree (till_id);

CREATE INDEX settlements_settlement_agency_id_17e67574 ON settlements_settlement USING btree (agency_id);

CREATE INDEX settlements_settlement_answered_by_id_c1412d82 ON settlements_settlement USING btree (answered_by_id);

CREATE INDEX settlements_settlement_drafted_by_id_b7a3bd17 ON settlements_settlement USING btree (drafted_by_id);

CREATE INDEX settlements_settlement_due_agency_id_9404ea12 ON settlements_settlement USING btree (due_agency_id);

CREATE INDEX settlements_settlement_paid_by_id_b56bf6c5 ON settlements_settlement USING btree (paid_by_id);

CREATE INDEX settlements_settlement_sent_by_id_df083671 ON settlements_settlement USING btree (sent_by_id);

CREATE INDEX settlements_settlementitem_settlement_id_cc3bc76f ON settlements_settlementitem USING btree (settlement_id);

CREATE INDEX settlements_settlementpart_settlement_id_7182f0ea ON settlements_settlementpart USING btree (settlement_id);

CREATE INDEX settlements_settlementterms_agency_id_0ddfb5ff ON settlements_settlementterms USING btree (agency_id);

CREATE INDEX settlements_voucherbook_agency_id_1a4e9566 ON settlements_voucherbook USING btree (agency_id);

CREATE INDEX stand_in_of_officer ON accounts_standin USING btree (stand_in_officer_id, valid_from);

CREATE INDEX statement_line_day ON payments_statementline USING btree (account_id, day, id);

CREATE INDEX statement_line_state ON payments_statementline USING btree (agency_id, state, id);

CREATE INDEX statement_run_open ON payments_statementrun USING btree (touched_at) WHERE (finished_at IS NULL);

CREATE INDEX stay_began ON dossiers_stay USING btree (agency_id, began_on, id);

CREATE INDEX stay_ended ON dossiers_stay USING btree (agency_id, ended_on, id, unit_id, handler_id, ended_as, without_result) WHERE (ended_on IS NOT NULL);

CREATE INDEX stay_ended_overdue ON dossiers_stay USING btree (agency_id, ended_on, id) WHERE ((ended_as)::text = 'OVERDUE'::text);

CREATE INDEX stay_moved_in ON dossiers_stay USING btree (agency_id, began_on, id) WHERE ((began_as)::text = 'MOVED'::text);

CREATE UNIQUE INDEX stay_one_lasts ON dossiers_stay USING btree (dossier_id) WHERE (ended_on IS NULL);

CREATE INDEX stay_open ON dossiers_stay USING btree (agency_id, began_on, id) WHERE (ended_on IS NULL);

CREATE INDEX stay_open_by_date ON dossiers_stay USING btree (agency_id, overdue_on, id) WHERE ((ended_on IS NULL) AND (overdue_on IS NOT NULL));

CREATE UNIQUE INDEX succession_one_default ON agencies_agencysuccession USING btree (predecessor_id, effective_date) WHERE is_default;

CREATE INDEX survey_answer_agency_day ON surveys_surveyanswer USING btree (agency_id, day);

CREATE UNIQUE INDEX survey_device_secret_once ON surveys_surveydevice USING btree (secret_digest) WHERE (NOT ((secret_digest)::text = ''::text));

CREATE INDEX surveys_deviceturn_invitation_id_6ecd3e1e ON surveys_deviceturn USING btree (invitation_id);

CREATE INDEX surveys_followup_agency_id_c3e8df34 ON surveys_followup USING btree (agency_id);

CREATE INDEX surveys_followup_owner_id_efc9a09f ON surveys_followup USING btree (owner_id);

CREATE INDEX surveys_invitation_dossier_id_34215b6d ON surveys_invitation USING btree (dossier_id);

CREATE INDEX surveys_invitationkey_digest_5a014784_like ON surveys_invitationkey USING btree (digest varchar_pattern_ops);

CREATE INDEX surveys_invitationkey_invitation_id_3556e2ac ON surveys_invitationkey USING btree (invitation_id);

CREATE INDEX surveys_questionnaire_agency_id_42df3101 ON surveys_questionnaire USING btree (agency_id);

CREATE INDEX surveys_surveyanswer_device_id_a6158873 ON surveys_surveyanswer USING btree (device_id);

CREATE INDEX surveys_surveyanswer_key_ec316e16_like ON surveys_surveyanswer USING btree (key varchar_pattern_ops);

CREATE INDEX surveys_surveydevice_agency_id_50093c66 ON surveys_surveydevice USING btree (agency_id);

CREATE INDEX surveys_surveyplace_stream_a3fd36f6_like ON surveys_surveyplace USING btree (stream varchar_pattern_ops);

CREATE INDEX surveys_surveyseal_answer_id_cda0f4e8_like ON surveys_surveyseal USING btree (answer_id varchar_pattern_ops);

CREATE INDEX surveys_surveyseal_lot_93357a9c ON surveys_surveyseal USING btree (lot);

CREATE INDEX task_asked_by ON workflow_task USING btree (asked_by_id, id DESC) WHERE (asked_by_id IS NOT NULL);

CREATE INDEX task_closed ON workflow_task USING btree (agency_id, closed_at) WHERE (closed_at IS NOT NULL);

CREATE INDEX task_of_dossier ON workflow_task USING btree (dossier_id, id);

CREATE INDEX task_of_person ON workflow_task USING btree (assignee_id, order_at, id) WHERE ((state)::text = 'OPEN'::text);

CREATE INDEX task_of_unit ON workflow_task USING btree (agency_id, unit_id, order_at, id) WHERE ((state)::text = 'OPEN'::text);

CREATE UNIQUE INDEX task_step_open_once ON workflow_task USING btree (dossier_id, step_key) WHERE (((state)::text = 'OPEN'::text) AND ((kind)::text = 'STEP'::text));

CREATE UNIQUE INDEX task_step_round ON workflow_task USING btree (dossier_id, step_key, round) WHERE ((kind)::text = 'STEP'::text);

CREATE INDEX tasks_db_new_ordering_idx ON django_tasks_database_dbtaskresult USING btree (status, priority DESC, run_after, enqueued_at) WHERE ((status)::text = 'READY'::text);

CREATE INDEX till_agency_day ON payments_till USING btree (agency_id, day, id);

CREATE UNIQUE INDEX till_one_open_per_officer ON payments_till USING btree (holding_id, agency_id) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX unique_authenticator_type ON mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE UNIQUE INDEX unique_primary_email ON account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX unit_sector_lookup ON agencies_unitsector USING btree (sector_code, unit_id);

CREATE INDEX unit_succession_day ON agencies_unitsuccession USING btree (effective_date);

CREATE INDEX upload_citizen ON documents_upload USING btree (citizen_id, expires_at) WHERE (citizen_id IS NOT NULL);

CREATE INDEX upload_expiry ON documents_upload USING btree (expires_at);

CREATE INDEX upload_holding ON documents_upload USING btree (holding_id, expires_at);

CREATE INDEX user_session_oldest ON accounts_usersession USING btree (user_id, opened_at);

CREATE UNIQUE INDEX variant_one_default ON procedures_procedurevariant USING btree (version_id) WHERE is_default;

CREATE UNIQUE INDEX version_from_day ON procedures_procedureversion USING btree (procedure_id, valid_from) WHERE ((valid_until IS NULL) OR (valid_until > valid_from));

CREATE INDEX version_of_procedure ON procedures_procedureversion USING btree (procedure_id, valid_from DESC);

CREATE INDEX workflow_replayrun_process_id_6b66f248 ON workflow_replayrun USING btree (process_id);

CREATE INDEX worktime_calendarday_agency_id_7e2f8b3e ON worktime_calendarday USING btree (agency_id);

CREATE INDEX worktime_officecalendar_agency_id_157e1d06 ON worktime_officecalendar USING btree (agency_id);

CREATE STATISTICS dossier_standing (mcv) ON status, ended_at, stage FROM dossiers_dossier;

CREATE STATISTICS dossier_unit_of_agency (dependencies) ON competent_agency_id, unit_id FROM dossiers_dossier;

CREATE STATISTICS stay_unit_of_agency (dependencies) ON agency_id, unit_id FROM dossiers_stay;

CREATE TRIGGER accounts_holding_no_overlap AFTER INSERT OR UPDATE ON accounts_holding FOR EACH ROW EXECUTE FUNCTION accounts_holding_no_overlap();

CREATE TRIGGER accounts_holdingrole_no_overlap AFTER INSERT OR UPDATE ON accounts_holdingrole FOR EACH ROW EXECUTE FUNCTION accounts_holdingrole_no_overlap();

CREATE TRIGGER accounts_standin_no_overlap AFTER INSERT OR UPDATE ON accounts_standin FOR EACH ROW EXECUTE FUNCTION accounts_standin_no_overlap();

CREATE TRIGGER agencies_agencycode_no_overlap AFTER INSERT OR UPDATE ON agencies_agencycode FOR EACH ROW EXECUTE FUNCTION agencies_agencycode_no_overlap();

CREATE TRIGGER agencies_agencyversion_no_overlap AFTER INSERT OR UPDATE ON agencies_agencyversion FOR EACH ROW EXECUTE FUNCTION agencies_agencyversion_no_overlap();

CREATE TRIGGER agencies_counter_no_overlap AFTER INSERT OR UPDATE ON agencies_counter FOR EACH ROW EXECUTE FUNCTION agencies_counter_no_overlap();

CREATE TRIGGER agencies_deskmember_no_overlap AFTER INSERT OR UPDATE ON agencies_deskmember FOR EACH ROW EXECUTE FUNCTION agencies_deskmember_no_overlap();

CREATE TRIGGER agencies_deskname_no_overlap AFTER INSERT OR UPDATE ON agencies_deskname FOR EACH ROW EXECUTE FUNCTION agencies_deskname_no_overlap();

CREATE TRIGGER agencies_unitsector_no_overlap AFTER INSERT OR UPDATE ON agencies_unitsector FOR EACH ROW EXECUTE FUNCTION agencies_unitsector_no_overlap();

CREATE TRIGGER audit_accesslog_no_change BEFORE DELETE OR UPDATE ON audit_accesslog FOR EACH ROW EXECUTE FUNCTION audit_accesslog_append_only();

CREATE TRIGGER audit_accesslog_no_truncate BEFORE TRUNCATE ON audit_accesslog FOR EACH STATEMENT EXECUTE FUNCTION audit_accesslog_append_only();

CREATE TRIGGER books_account_no_change BEFORE DELETE OR UPDATE ON books_account FOR EACH ROW EXECUTE FUNCTION books_account_append_only();

CREATE TRIGGER books_account_no_truncate BEFORE TRUNCATE ON books_account FOR EACH STATEMENT EXECUTE FUNCTION books_account_append_only();

CREATE TRIGGER books_transfer_no_change BEFORE DELETE OR UPDATE ON books_transfer FOR EACH ROW EXECUTE FUNCTION books_transfer_append_only();

CREATE TRIGGER books_transfer_no_truncate BEFORE TRUNCATE ON books_transfer FOR EACH STATEMENT EXECUTE FUNCTION books_transfer_append_only();

CREATE TRIGGER books_transfer_of_one_agency BEFORE INSERT ON books_transfer FOR EACH ROW EXECUTE FUNCTION books_transfer_of_one_agency();

CREATE TRIGGER certifications_book_closed BEFORE UPDATE ON certifications_certificationbook FOR EACH ROW EXECUTE FUNCTION certifications_book_closed();

CREATE TRIGGER certifications_book_kept BEFORE DELETE ON certifications_certificationbook FOR EACH ROW EXECUTE FUNCTION certifications_book_kept();

CREATE TRIGGER certifications_entry_changed BEFORE UPDATE ON certifications_certification FOR EACH ROW EXECUTE FUNCTION certifications_entry_changed();

CREATE TRIGGER certifications_entry_into_closed_book BEFORE INSERT ON certifications_certification FOR EACH ROW EXECUTE FUNCTION certifications_entry_into_closed_book();

CREATE TRIGGER certifications_entry_kept BEFORE DELETE ON certifications_certification FOR EACH ROW EXECUTE FUNCTION certifications_entry_kept();

CREATE TRIGGER citizens_membership_no_overlap AFTER INSERT OR UPDATE ON citizens_membership FOR EACH ROW EXECUTE FUNCTION citizens_membership_no_overlap();

CREATE TRIGGER documents_filescan_no_change BEFORE DELETE OR UPDATE ON documents_filescan FOR EACH ROW EXECUTE FUNCTION documents_filescan_append_only();

CREATE TRIGGER documents_filescan_no_truncate BEFORE TRUNCATE ON documents_filescan FOR EACH STATEMENT EXECUTE FUNCTION documents_filescan_append_only();

CREATE TRIGGER documents_storedfile_no_change BEFORE DELETE OR UPDATE ON documents_storedfile FOR EACH ROW EXECUTE FUNCTION documents_storedfile_append_only();

CREATE TRIGGER documents_storedfile_no_truncate BEFORE TRUNCATE ON documents_storedfile FOR EACH STATEMENT EXECUTE FUNCTION documents_storedfile_append_only();

CREATE TRIGGER dossiers_numberpattern_no_overlap AFTER INSERT OR UPDATE ON dossiers_numberpattern FOR EACH ROW EXECUTE FUNCTION dossiers_numberpattern_no_overlap();

CREATE TRIGGER eform_version_frozen BEFORE UPDATE ON eforms_eformversion FOR EACH ROW EXECUTE FUNCTION eform_version_frozen();

CREATE TRIGGER eform_version_stays BEFORE DELETE ON eforms_eformversion FOR EACH ROW EXECUTE FUNCTION eform_version_stays();

CREATE TRIGGER eforms_eformversion_no_overlap AFTER INSERT OR UPDATE ON eforms_eformversion FOR EACH ROW EXECUTE FUNCTION eforms_eformversion_no_overlap();

CREATE TRIGGER feedback_book_forward BEFORE UPDATE ON feedback_petitionbook FOR EACH ROW EXECUTE FUNCTION feedback_book_forward();

CREATE TRIGGER feedback_book_kept BEFORE DELETE ON feedback_petitionbook FOR EACH ROW EXECUTE FUNCTION feedback_book_kept();

CREATE TRIGGER feedback_closedfigures_no_change BEFORE DELETE OR UPDATE ON feedback_closedfigures FOR EACH ROW EXECUTE FUNCTION feedback_closedfigures_append_only();

CREATE TRIGGER feedback_closedfigures_no_truncate BEFORE TRUNCATE ON feedback_closedfigures FOR EACH STATEMENT EXECUTE FUNCTION feedback_closedfigures_append_only();

CREATE TRIGGER feedback_feedbackterms_no_overlap AFTER INSERT OR UPDATE ON feedback_feedbackterms FOR EACH ROW EXECUTE FUNCTION feedback_feedbackterms_no_overlap();

CREATE TRIGGER feedback_petition_kept BEFORE DELETE ON feedback_petition FOR EACH ROW EXECUTE FUNCTION feedback_petition_kept();

CREATE TRIGGER feedback_petition_said BEFORE UPDATE ON feedback_petition FOR EACH ROW EXECUTE FUNCTION feedback_petition_said();

CREATE TRIGGER feedback_petition_stamp BEFORE UPDATE ON feedback_petition FOR EACH ROW EXECUTE FUNCTION feedback_petition_stamp();

CREATE TRIGGER feedback_petitionenclosure_no_change BEFORE DELETE OR UPDATE ON feedback_petitionenclosure FOR EACH ROW EXECUTE FUNCTION feedback_petitionenclosure_append_only();

CREATE TRIGGER feedback_petitionenclosure_no_truncate BEFORE TRUNCATE ON feedback_petitionenclosure FOR EACH STATEMENT EXECUTE FUNCTION feedback_petitionenclosure_append_only();

CREATE TRIGGER feedback_petitionstep_no_change BEFORE DELETE OR UPDATE ON feedback_petitionstep FOR EACH ROW EXECUTE FUNCTION feedback_petitionstep_append_only();

CREATE TRIGGER feedback_petitionstep_no_truncate BEFORE TRUNCATE ON feedback_petitionstep FOR EACH STATEMENT EXECUTE FUNCTION feedback_petitionstep_append_only();

CREATE TRIGGER interlinked_interlinkedversion_no_overlap AFTER INSERT OR UPDATE ON interlinked_interlinkedversion FOR EACH ROW EXECUTE FUNCTION interlinked_interlinkedversion_no_overlap();

CREATE TRIGGER interlinked_version_frozen BEFORE UPDATE ON interlinked_interlinkedversion FOR EACH ROW EXECUTE FUNCTION interlinked_version_frozen();

CREATE TRIGGER interlinked_version_stays BEFORE DELETE ON interlinked_interlinkedversion FOR EACH ROW EXECUTE FUNCTION interlinked_version_stays();

CREATE TRIGGER ledger_fact_no_change BEFORE DELETE OR UPDATE ON ledger_fact FOR EACH ROW EXECUTE FUNCTION ledger_fact_append_only();

CREATE TRIGGER ledger_fact_no_truncate BEFORE TRUNCATE ON ledger_fact FOR EACH STATEMENT EXECUTE FUNCTION ledger_fact_append_only();

CREATE TRIGGER notices_noticewording_no_overlap AFTER INSERT OR UPDATE ON notices_noticewording FOR EACH ROW EXECUTE FUNCTION notices_noticewording_no_overlap();

CREATE TRIGGER papers_formwording_no_overlap AFTER INSERT OR UPDATE ON papers_formwording FOR EACH ROW EXECUTE FUNCTION papers_formwording_no_overlap();

CREATE TRIGGER payments_bankstatement_no_change BEFORE DELETE OR UPDATE ON payments_bankstatement FOR EACH ROW EXECUTE FUNCTION payments_bankstatement_append_only();

CREATE TRIGGER payments_bankstatement_no_truncate BEFORE TRUNCATE ON payments_bankstatement FOR EACH STATEMENT EXECUTE FUNCTION payments_bankstatement_append_only();

CREATE TRIGGER payments_card_slip_fixed BEFORE UPDATE ON payments_cardslip FOR EACH ROW EXECUTE FUNCTION payments_card_slip_fixed();

CREATE TRIGGER payments_card_slip_four_digits BEFORE INSERT ON payments_cardslip FOR EACH ROW EXECUTE FUNCTION payments_card_slip_four_digits();

CREATE TRIGGER payments_card_slip_kept BEFORE DELETE ON payments_cardslip FOR EACH ROW EXECUTE FUNCTION payments_card_slip_kept();

CREATE TRIGGER payments_collectingaccount_no_overlap AFTER INSERT OR UPDATE ON payments_collectingaccount FOR EACH ROW EXECUTE FUNCTION payments_collectingaccount_no_overlap();

CREATE TRIGGER payments_line_fixed BEFORE UPDATE ON payments_statementline FOR EACH ROW EXECUTE FUNCTION payments_line_fixed();

CREATE TRIGGER payments_line_kept BEFORE DELETE ON payments_statementline FOR EACH ROW EXECUTE FUNCTION payments_line_kept();

CREATE TRIGGER payments_order_fixed BEFORE UPDATE ON payments_paymentorder FOR EACH ROW EXECUTE FUNCTION payments_order_fixed();

CREATE TRIGGER payments_order_kept BEFORE DELETE ON payments_paymentorder FOR EACH ROW EXECUTE FUNCTION payments_order_kept();

CREATE TRIGGER payments_payment_fixed BEFORE UPDATE ON payments_payment FOR EACH ROW EXECUTE FUNCTION payments_payment_fixed();

CREATE TRIGGER payments_payment_kept BEFORE DELETE ON payments_payment FOR EACH ROW EXECUTE FUNCTION payments_payment_kept();

CREATE TRIGGER payments_paymentmessage_no_change BEFORE DELETE OR UPDATE ON payments_paymentmessage FOR EACH ROW EXECUTE FUNCTION payments_paymentmessage_append_only();

CREATE TRIGGER payments_paymentmessage_no_truncate BEFORE TRUNCATE ON payments_paymentmessage FOR EACH STATEMENT EXECUTE FUNCTION payments_paymentmessage_append_only();

CREATE TRIGGER payments_paymentorderline_no_change BEFORE DELETE OR UPDATE ON payments_paymentorderline FOR EACH ROW EXECUTE FUNCTION payments_paymentorderline_append_only();

CREATE TRIGGER payments_paymentorderline_no_truncate BEFORE TRUNCATE ON payments_paymentorderline FOR EACH STATEMENT EXECUTE FUNCTION payments_paymentorderline_append_only();

CREATE TRIGGER payments_receipt_booked BEFORE UPDATE ON payments_receipt FOR EACH ROW EXECUTE FUNCTION payments_receipt_booked();

CREATE TRIGGER payments_receipt_into_closed_till BEFORE INSERT ON payments_receipt FOR EACH ROW EXECUTE FUNCTION payments_receipt_into_closed_till();

CREATE TRIGGER payments_receipt_kept BEFORE DELETE ON payments_receipt FOR EACH ROW EXECUTE FUNCTION payments_receipt_kept();

CREATE TRIGGER payments_receiptline_no_change BEFORE DELETE OR UPDATE ON payments_receiptline FOR EACH ROW EXECUTE FUNCTION payments_receiptline_append_only();

CREATE TRIGGER payments_receiptline_no_truncate BEFORE TRUNCATE ON payments_receiptline FOR EACH STATEMENT EXECUTE FUNCTION payments_receiptline_append_only();

CREATE TRIGGER payments_till_closed BEFORE UPDATE ON payments_till FOR EACH ROW EXECUTE FUNCTION payments_till_closed();

CREATE TRIGGER payments_till_kept BEFORE DELETE ON payments_till FOR EACH ROW EXECUTE FUNCTION payments_till_kept();

CREATE TRIGGER procedures_exemption_frozen BEFORE UPDATE ON procedures_exemption FOR EACH ROW EXECUTE FUNCTION procedures_exemption_frozen();

CREATE TRIGGER procedures_feerule_frozen BEFORE UPDATE ON procedures_feerule FOR EACH ROW EXECUTE FUNCTION procedures_feerule_frozen();

CREATE TRIGGER procedures_lifeevent_no_overlap AFTER INSERT OR UPDATE ON procedures_lifeevent FOR EACH ROW EXECUTE FUNCTION procedures_lifeevent_no_overlap();

CREATE TRIGGER procedures_procedurevariant_frozen BEFORE UPDATE ON procedures_procedurevariant FOR EACH ROW EXECUTE FUNCTION procedures_procedurevariant_frozen();

CREATE TRIGGER procedures_procedureversion_frozen BEFORE UPDATE OF procedure_id, decision_id, sector_id, valid_from, name, name_key, field_name, levels, implementing_body, competent_body, cooperating_bodies, channels, online_level, legal_basis, applicant_kinds, results, requirements, supplement_policy, source, source_place, notes, missing, content_digest, published_at ON procedures_procedureversion FOR EACH ROW EXECUTE FUNCTION procedures_procedureversion_frozen();

CREATE TRIGGER procedures_procedureversion_no_overlap AFTER INSERT OR UPDATE ON procedures_procedureversion FOR EACH ROW EXECUTE FUNCTION procedures_procedureversion_no_overlap();

CREATE TRIGGER procedures_requireddocument_frozen BEFORE UPDATE ON procedures_requireddocument FOR EACH ROW EXECUTE FUNCTION procedures_requireddocument_frozen();

CREATE TRIGGER procedures_timelimit_frozen BEFORE UPDATE ON procedures_timelimit FOR EACH ROW EXECUTE FUNCTION procedures_timelimit_frozen();

CREATE TRIGGER process_version_frozen BEFORE UPDATE ON processes_processversion FOR EACH ROW EXECUTE FUNCTION process_version_frozen();

CREATE TRIGGER process_version_stays BEFORE DELETE ON processes_processversion FOR EACH ROW EXECUTE FUNCTION process_version_stays();

CREATE TRIGGER processes_processversion_no_overlap AFTER INSERT OR UPDATE ON processes_processversion FOR EACH ROW EXECUTE FUNCTION processes_processversion_no_overlap();

CREATE TRIGGER reconciliation_comparison_no_change BEFORE DELETE OR UPDATE ON reconciliation_comparison FOR EACH ROW EXECUTE FUNCTION reconciliation_comparison_append_only();

CREATE TRIGGER reconciliation_comparison_no_truncate BEFORE TRUNCATE ON reconciliation_comparison FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_comparison_append_only();

CREATE TRIGGER reconciliation_difference_kept BEFORE DELETE ON reconciliation_difference FOR EACH ROW EXECUTE FUNCTION reconciliation_difference_kept();

CREATE TRIGGER reconciliation_difference_same BEFORE UPDATE ON reconciliation_difference FOR EACH ROW EXECUTE FUNCTION reconciliation_difference_same();

CREATE TRIGGER reports_closedreport_no_change BEFORE DELETE OR UPDATE ON reports_closedreport FOR EACH ROW EXECUTE FUNCTION reports_closedreport_append_only();

CREATE TRIGGER reports_closedreport_no_truncate BEFORE TRUNCATE ON reports_closedreport FOR EACH STATEMENT EXECUTE FUNCTION reports_closedreport_append_only();

CREATE TRIGGER settlements_refund_beyond_paid BEFORE INSERT ON settlements_refund FOR EACH ROW EXECUTE FUNCTION settlements_refund_beyond_paid();

CREATE TRIGGER settlements_refund_decided BEFORE UPDATE ON settlements_refund FOR EACH ROW EXECUTE FUNCTION settlements_refund_decided();

CREATE TRIGGER settlements_refund_kept BEFORE DELETE ON settlements_refund FOR EACH ROW EXECUTE FUNCTION settlements_refund_kept();

CREATE TRIGGER settlements_settlement_kept BEFORE DELETE ON settlements_settlement FOR EACH ROW EXECUTE FUNCTION settlements_settlement_kept();

CREATE TRIGGER settlements_settlement_sent BEFORE UPDATE ON settlements_settlement FOR EACH ROW EXECUTE FUNCTION settlements_settlement_sent();

CREATE TRIGGER settlements_settlementitem_no_change BEFORE DELETE OR UPDATE ON settlements_settlementitem FOR EACH ROW EXECUTE FUNCTION settlements_settlementitem_append_only();

CREATE TRIGGER settlements_settlementitem_no_truncate BEFORE TRUNCATE ON settlements_settlementitem FOR EACH STATEMENT EXECUTE FUNCTION settlements_settlementitem_append_only();

CREATE TRIGGER settlements_settlementitem_of_books BEFORE INSERT ON settlements_settlementitem FOR EACH ROW EXECUTE FUNCTION settlements_settlementitem_of_books();

CREATE TRIGGER settlements_settlementpart_no_change BEFORE DELETE OR UPDATE ON settlements_settlementpart FOR EACH ROW EXECUTE FUNCTION settlements_settlementpart_append_only();

CREATE TRIGGER settlements_settlementpart_no_truncate BEFORE TRUNCATE ON settlements_settlementpart FOR EACH STATEMENT EXECUTE FUNCTION settlements_settlementpart_append_only();

CREATE TRIGGER settlements_settlementterms_no_overlap AFTER INSERT OR UPDATE ON settlements_settlementterms FOR EACH ROW EXECUTE FUNCTION settlements_settlementterms_no_overlap();

CREATE TRIGGER surveys_follow_up_changed BEFORE UPDATE ON surveys_followup FOR EACH ROW EXECUTE FUNCTION surveys_follow_up_changed();

CREATE TRIGGER surveys_follow_up_kept BEFORE DELETE ON surveys_followup FOR EACH ROW EXECUTE FUNCTION surveys_follow_up_kept();

CREATE TRIGGER surveys_invitation_kept BEFORE DELETE ON surveys_invitation FOR EACH ROW EXECUTE FUNCTION surveys_invitation_kept();

CREATE TRIGGER surveys_invitation_used_once BEFORE UPDATE ON surveys_invitation FOR EACH ROW EXECUTE FUNCTION surveys_invitation_used_once();

CREATE TRIGGER surveys_questionnaire_no_overlap AFTER INSERT OR UPDATE ON surveys_questionnaire FOR EACH ROW EXECUTE FUNCTION surveys_questionnaire_no_overlap();

CREATE TRIGGER surveys_surveyanswer_no_change BEFORE DELETE OR UPDATE ON surveys_surveyanswer FOR EACH ROW EXECUTE FUNCTION surveys_surveyanswer_append_only();

CREATE TRIGGER surveys_surveyanswer_no_truncate BEFORE TRUNCATE ON surveys_surveyanswer FOR EACH STATEMENT EXECUTE FUNCTION surveys_surveyanswer_append_only();

CREATE TRIGGER surveys_surveyseal_no_change BEFORE DELETE OR UPDATE ON surveys_surveyseal FOR EACH ROW EXECUTE FUNCTION surveys_surveyseal_append_only();

CREATE TRIGGER surveys_surveyseal_no_truncate BEFORE TRUNCATE ON surveys_surveyseal FOR EACH STATEMENT EXECUTE FUNCTION surveys_surveyseal_append_only();

CREATE TRIGGER worktime_officecalendar_no_overlap AFTER INSERT OR UPDATE ON worktime_officecalendar FOR EACH ROW EXECUTE FUNCTION worktime_officecalendar_no_overlap();

ALTER TABLE ONLY account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_apitoken
    ADD CONSTRAINT accounts_apitoken_holding_id_d4fc14c5_fk_accounts_holding_id FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_holding
    ADD CONSTRAINT accounts_holding_officer_id_8385b4aa_fk_accounts_officer_id FOREIGN KEY (officer_id) REFERENCES accounts_officer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_holding
    ADD CONSTRAINT accounts_holding_position_id_6b2681b7_fk_agencies_position_id FOREIGN KEY (position_id) REFERENCES agencies_position(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_holdingrole
    ADD CONSTRAINT accounts_holdingrole_holding_id_80eef170_fk_accounts_holding_id FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_officer
    ADD CONSTRAINT accounts_officer_user_id_6d587371_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_passwordhistory
    ADD CONSTRAINT accounts_passwordhistory_user_id_65d84ae8_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_standin
    ADD CONSTRAINT accounts_standin_absent_holding_id_163447e3_fk_accounts_ FOREIGN KEY (absent_holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_standin
    ADD CONSTRAINT accounts_standin_stand_in_officer_id_861c2787_fk_accounts_ FOREIGN KEY (stand_in_officer_id) REFERENCES accounts_officer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY accounts_usersession
    ADD CONSTRAINT accounts_usersession_user_id_567c9519_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencycode
    ADD CONSTRAINT agencies_agencycode_agency_id_a770acdb_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencysuccession
    ADD CONSTRAINT agencies_agencysucce_predecessor_id_ca819be6_fk_agencies_ FOREIGN KEY (predecessor_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencysuccession
    ADD CONSTRAINT agencies_agencysucce_successor_id_5f85c0a8_fk_agencies_ FOREIGN KEY (successor_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencyversion
    ADD CONSTRAINT agencies_agencyversi_level_id_811c978c_fk_agencies_ FOREIGN KEY (level_id) REFERENCES agencies_administrativelevel(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencyversion
    ADD CONSTRAINT agencies_agencyversion_agency_id_4efa7b42_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_agencyversion
    ADD CONSTRAINT agencies_agencyversion_parent_id_40105129_fk_agencies_agency_id FOREIGN KEY (parent_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_counter
    ADD CONSTRAINT agencies_counter_desk_id_b7ff812f_fk_agencies_onestopdesk_id FOREIGN KEY (desk_id) REFERENCES agencies_onestopdesk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_deskmember
    ADD CONSTRAINT agencies_deskmember_agency_id_9013c7d9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_deskmember
    ADD CONSTRAINT agencies_deskmember_desk_id_71acd1ab_fk_agencies_onestopdesk_id FOREIGN KEY (desk_id) REFERENCES agencies_onestopdesk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_deskname
    ADD CONSTRAINT agencies_deskname_desk_id_6d399d95_fk_agencies_onestopdesk_id FOREIGN KEY (desk_id) REFERENCES agencies_onestopdesk(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_onestopdesk
    ADD CONSTRAINT agencies_onestopdesk_agency_id_68806ceb_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_position
    ADD CONSTRAINT agencies_position_agency_id_13501648_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_position
    ADD CONSTRAINT agencies_position_unit_id_6f1e6143_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_unit
    ADD CONSTRAINT agencies_unit_agency_id_f8cb4cae_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_unitsector
    ADD CONSTRAINT agencies_unitsector_unit_id_5af93b9b_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_unitsuccession
    ADD CONSTRAINT agencies_unitsuccess_predecessor_id_fe9ad8a5_fk_agencies_ FOREIGN KEY (predecessor_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY agencies_unitsuccession
    ADD CONSTRAINT agencies_unitsuccess_successor_id_57e35abf_fk_agencies_ FOREIGN KEY (successor_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY books_account
    ADD CONSTRAINT books_account_agency_id_1c8a2f77_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_agency_id_f0636570_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_credit_id_bfe80bde_fk_books_account_id FOREIGN KEY (credit_id) REFERENCES books_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_debit_id_91c9c48a_fk_books_account_id FOREIGN KEY (debit_id) REFERENCES books_account(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY books_transfer
    ADD CONSTRAINT books_transfer_dossier_id_078e084a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY certifications_certificationbook
    ADD CONSTRAINT certifications_certi_agency_id_80125bfd_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certifications_certi_agency_id_b9de21f0_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certifications_certi_dossier_id_9dad74ef_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY certifications_certification
    ADD CONSTRAINT certifications_certi_entered_by_id_ed3e1e1e_fk_accounts_ FOREIGN KEY (entered_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_citizen
    ADD CONSTRAINT citizens_citizen_user_id_93f086f1_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_consent
    ADD CONSTRAINT citizens_consent_citizen_id_8570f717_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_invitation
    ADD CONSTRAINT citizens_invitation_accepted_by_id_9067de6b_fk_citizens_ FOREIGN KEY (accepted_by_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_invitation
    ADD CONSTRAINT citizens_invitation_invited_by_id_b2a81304_fk_citizens_ FOREIGN KEY (invited_by_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_invitation
    ADD CONSTRAINT citizens_invitation_organization_id_8a801ea5_fk_citizens_ FOREIGN KEY (organization_id) REFERENCES citizens_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_membership
    ADD CONSTRAINT citizens_membership_citizen_id_19b38277_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY citizens_membership
    ADD CONSTRAINT citizens_membership_organization_id_e3b55cd0_fk_citizens_ FOREIGN KEY (organization_id) REFERENCES citizens_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY documents_filescan
    ADD CONSTRAINT documents_filescan_file_id_33f363f3_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY documents_upload
    ADD CONSTRAINT documents_upload_citizen_id_4127e4dd_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY documents_upload
    ADD CONSTRAINT documents_upload_file_id_cf9e23b5_fk_documents_storedfile_id FOREIGN KEY (file_id) REFERENCES documents_storedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY documents_upload
    ADD CONSTRAINT documents_upload_holding_id_200cea07_fk_accounts_holding_id FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_bulkitem
    ADD CONSTRAINT dossiers_bulkitem_run_id_529ed2c8_fk_dossiers_bulkrun_id FOREIGN KEY (run_id) REFERENCES dossiers_bulkrun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_declaration
    ADD CONSTRAINT dossiers_declaration_dossier_id_e2fb4789_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_declaration
    ADD CONSTRAINT dossiers_declaration_eform_version_id_8004d454_fk_eforms_ef FOREIGN KEY (eform_version_id) REFERENCES eforms_eformversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_agency_id_966dcf7a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_assignee_id_127f79ea_fk_accounts_holding_id FOREIGN KEY (assignee_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_competent_agency_id_a13707a3_fk_agencies_ FOREIGN KEY (competent_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_counter_id_e274ed94_fk_agencies_counter_id FOREIGN KEY (counter_id) REFERENCES agencies_counter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_group_id_902f7de7_fk_dossiers_dossier_id FOREIGN KEY (group_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_held_agency_id_6a6adfc8_fk_agencies_agency_id FOREIGN KEY (held_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_held_assignee_id_8a218c39_fk_accounts_ FOREIGN KEY (held_assignee_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_held_unit_id_433f8c24_fk_agencies_unit_id FOREIGN KEY (held_unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_offered_agency_id_9a318fb9_fk_agencies_ FOREIGN KEY (offered_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_offered_unit_id_83b37c57_fk_agencies_unit_id FOREIGN KEY (offered_unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_procedure_version_id_fb237784_fk_procedure FOREIGN KEY (procedure_version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_received_by_id_af11f13a_fk_accounts_holding_id FOREIGN KEY (received_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_unit_id_49f6b550_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_variant_id_2419326e_fk_procedure FOREIGN KEY (variant_id) REFERENCES procedures_procedurevariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossieragency
    ADD CONSTRAINT dossiers_dossieragen_dossier_id_c06c636e_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossieragency
    ADD CONSTRAINT dossiers_dossieragency_agency_id_034932ef_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossieragency
    ADD CONSTRAINT dossiers_dossieragency_unit_id_8d296925_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossiercitizen
    ADD CONSTRAINT dossiers_dossierciti_citizen_id_2a993b47_fk_citizens_ FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossiercitizen
    ADD CONSTRAINT dossiers_dossierciti_dossier_id_23ee80eb_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossiercitizen
    ADD CONSTRAINT dossiers_dossierciti_organization_id_3ef7ccaa_fk_citizens_ FOREIGN KEY (organization_id) REFERENCES citizens_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossierfile
    ADD CONSTRAINT dossiers_dossierfile_dossier_id_d916a1b6_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossierparty
    ADD CONSTRAINT dossiers_dossierpart_dossier_id_4a7507f9_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossierregister
    ADD CONSTRAINT dossiers_dossierregi_agency_id_4a65eccb_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_dossierserial
    ADD CONSTRAINT dossiers_dossierserial_agency_id_88d86a18_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_feeline
    ADD CONSTRAINT dossiers_feeline_dossier_id_de125939_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_handover
    ADD CONSTRAINT dossiers_handover_dossier_id_b0ea5f86_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_handoverlist
    ADD CONSTRAINT dossiers_handoverlist_agency_id_c17c1329_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_handoverlist
    ADD CONSTRAINT dossiers_handoverlist_unit_id_4c3e49fc_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_listeddossier
    ADD CONSTRAINT dossiers_listeddossi_dossier_id_8a1db958_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_listeddossier
    ADD CONSTRAINT dossiers_listeddossi_hand_over_list_id_1a3965ca_fk_dossiers_ FOREIGN KEY (hand_over_list_id) REFERENCES dossiers_handoverlist(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_numberpattern
    ADD CONSTRAINT dossiers_numberpattern_agency_id_bee50ce1_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_dossier_id_1dab9d6d_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_from_agency_id_d457bdd0_fk_agencies_agency_id FOREIGN KEY (from_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_from_unit_id_993610b0_fk_agencies_unit_id FOREIGN KEY (from_unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_to_agency_id_04b6fa0d_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_offer
    ADD CONSTRAINT dossiers_offer_to_unit_id_06de0f98_fk_agencies_unit_id FOREIGN KEY (to_unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_pastoverdue
    ADD CONSTRAINT dossiers_pastoverdue_stay_id_bbc26e49_fk_dossiers_stay_id FOREIGN KEY (stay_id) REFERENCES dossiers_stay(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_posteditem
    ADD CONSTRAINT dossiers_posteditem_dossier_id_25ca5428_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_posteditem
    ADD CONSTRAINT dossiers_posteditem_posting_id_47ed827e_fk_dossiers_posting_id FOREIGN KEY (posting_id) REFERENCES dossiers_posting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_posting
    ADD CONSTRAINT dossiers_posting_agency_id_d1be8457_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_reliefclaim
    ADD CONSTRAINT dossiers_reliefclaim_dossier_id_8861599f_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_result
    ADD CONSTRAINT dossiers_result_dossier_id_36719d98_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_agency_id_f7d53e25_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_dossier_id_151e8a23_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_handler_id_5c859958_fk_accounts_holding_id FOREIGN KEY (handler_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_procedure_id_3361ac88_fk_procedures_procedure_id FOREIGN KEY (procedure_id) REFERENCES procedures_procedure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_stay
    ADD CONSTRAINT dossiers_stay_unit_id_acad1430_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_submitteddocument
    ADD CONSTRAINT dossiers_submitteddo_dossier_id_6bd06f37_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_submitteddocument
    ADD CONSTRAINT dossiers_submitteddo_required_document_id_567b157e_fk_procedure FOREIGN KEY (required_document_id) REFERENCES procedures_requireddocument(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_supplementrequest
    ADD CONSTRAINT dossiers_supplementr_dossier_id_9e3c5dda_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_tally
    ADD CONSTRAINT dossiers_tally_agency_id_a8cc0cad_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_tally
    ADD CONSTRAINT dossiers_tally_procedure_id_45e84ab2_fk_procedures_procedure_id FOREIGN KEY (procedure_id) REFERENCES procedures_procedure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY dossiers_unpaidleave
    ADD CONSTRAINT dossiers_unpaidleave_dossier_id_9f54841d_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY eforms_eform
    ADD CONSTRAINT eforms_eform_procedure_id_34e6c6bb_fk_procedures_procedure_id FOREIGN KEY (procedure_id) REFERENCES procedures_procedure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY eforms_eformdraft
    ADD CONSTRAINT eforms_eformdraft_procedure_id_7fd1aaf0_fk_procedure FOREIGN KEY (procedure_id) REFERENCES procedures_procedure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY eforms_eformversion
    ADD CONSTRAINT eforms_eformversion_eform_id_c5e25180_fk_eforms_eform_id FOREIGN KEY (eform_id) REFERENCES eforms_eform(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_inmessage
    ADD CONSTRAINT exchange_inmessage_partner_id_fb7ed5c7_fk_exchange_partner_id FOREIGN KEY (partner_id) REFERENCES exchange_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_outmessage
    ADD CONSTRAINT exchange_outmessage_dossier_id_7e6f25fd_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_outmessage
    ADD CONSTRAINT exchange_outmessage_partner_id_296dd89a_fk_exchange_partner_id FOREIGN KEY (partner_id) REFERENCES exchange_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_partneragency
    ADD CONSTRAINT exchange_partneragen_partner_id_abcbd589_fk_exchange_ FOREIGN KEY (partner_id) REFERENCES exchange_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_partneragency
    ADD CONSTRAINT exchange_partneragency_agency_id_d05cb0b9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_shareddossier
    ADD CONSTRAINT exchange_shareddossi_dossier_id_c501b389_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_shareddossier
    ADD CONSTRAINT exchange_shareddossi_partner_id_43286fdd_fk_exchange_ FOREIGN KEY (partner_id) REFERENCES exchange_partner(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY exchange_sharedoffer
    ADD CONSTRAINT exchange_sharedoffer_shared_id_911e76b0_fk_exchange_ FOREIGN KEY (shared_id) REFERENCES exchange_shareddossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_closedfigures
    ADD CONSTRAINT feedback_closedfigur_closed_by_id_3964a289_fk_accounts_ FOREIGN KEY (closed_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_closedfigures
    ADD CONSTRAINT feedback_closedfigures_agency_id_d35eb2cc_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_feedbackterms
    ADD CONSTRAINT feedback_feedbackterms_agency_id_7c4f12d4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_about_holding_id_b0130a1b_fk_accounts_ FOREIGN KEY (about_holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_about_unit_id_79b727d3_fk_agencies_unit_id FOREIGN KEY (about_unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_agency_id_c7b36e8b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_citizen_id_21deb9dd_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_forwarded_from_id_5fa2131c_fk_feedback_ FOREIGN KEY (forwarded_from_id) REFERENCES feedback_petition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_handler_id_c9f55058_fk_accounts_holding_id FOREIGN KEY (handler_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_offered_agency_id_ad548ec7_fk_agencies_ FOREIGN KEY (offered_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petition
    ADD CONSTRAINT feedback_petition_unit_id_03a031fc_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petitionbook
    ADD CONSTRAINT feedback_petitionbook_agency_id_d53e633e_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petitionenclosure
    ADD CONSTRAINT feedback_petitionenc_petition_id_12a7d097_fk_feedback_ FOREIGN KEY (petition_id) REFERENCES feedback_petition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petitionstep
    ADD CONSTRAINT feedback_petitionste_holding_id_6ce7c386_fk_accounts_ FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY feedback_petitionstep
    ADD CONSTRAINT feedback_petitionste_petition_id_d228308e_fk_feedback_ FOREIGN KEY (petition_id) REFERENCES feedback_petition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_agency_id_7613514c_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_citizen_id_a186dd3e_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_dossier_id_c0323288_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_eform_version_id_6390165c_fk_eforms_ef FOREIGN KEY (eform_version_id) REFERENCES eforms_eformversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_group_version_id_a4af62f3_fk_interlink FOREIGN KEY (group_version_id) REFERENCES interlinked_interlinkedversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_organization_id_5eb59254_fk_citizens_ FOREIGN KEY (organization_id) REFERENCES citizens_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draft
    ADD CONSTRAINT filing_draft_procedure_version_id_2ac193ab_fk_procedure FOREIGN KEY (procedure_version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draftfile
    ADD CONSTRAINT filing_draftfile_draft_id_6db67306_fk_filing_draft_id FOREIGN KEY (draft_id) REFERENCES filing_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draftpage
    ADD CONSTRAINT filing_draftpage_draft_id_d3e2faa5_fk_filing_draft_id FOREIGN KEY (draft_id) REFERENCES filing_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_draftpaper
    ADD CONSTRAINT filing_draftpaper_draft_id_88421f7f_fk_filing_draft_id FOREIGN KEY (draft_id) REFERENCES filing_draft(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT filing_message_agency_id_7fca2148_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT filing_message_citizen_id_6e834599_fk_citizens_citizen_id FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT filing_message_dossier_id_35a11be9_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY filing_message
    ADD CONSTRAINT filing_message_holding_id_22ee24d3_fk_accounts_holding_id FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_awaitedresult
    ADD CONSTRAINT interlinked_awaitedr_dossier_id_bd1587e2_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_awaitedresult
    ADD CONSTRAINT interlinked_awaitedr_feeder_id_25eb0f7b_fk_dossiers_ FOREIGN KEY (feeder_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_interlinkedversion
    ADD CONSTRAINT interlinked_interlin_group_id_43ed09cb_fk_interlink FOREIGN KEY (group_id) REFERENCES interlinked_interlinkedgroup(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT interlinked_submissi_dossier_id_2087920a_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_submissionmember
    ADD CONSTRAINT interlinked_submissi_submission_id_79d765d0_fk_interlink FOREIGN KEY (submission_id) REFERENCES interlinked_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_submission
    ADD CONSTRAINT interlinked_submissi_version_id_c07a2109_fk_interlink FOREIGN KEY (version_id) REFERENCES interlinked_interlinkedversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY interlinked_submission
    ADD CONSTRAINT interlinked_submission_head_id_648d6dee_fk_dossiers_dossier_id FOREIGN KEY (head_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY ledger_fact
    ADD CONSTRAINT ledger_fact_stream_id_6a58d5c6_fk_ledger_stream_name FOREIGN KEY (stream_id) REFERENCES ledger_stream(name) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT notices_accountnotic_citizen_id_27291842_fk_citizens_ FOREIGN KEY (citizen_id) REFERENCES citizens_citizen(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT notices_accountnotic_dossier_id_98d799d8_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_accountnotice
    ADD CONSTRAINT notices_accountnotic_petition_id_fd3f5dfd_fk_feedback_ FOREIGN KEY (petition_id) REFERENCES feedback_petition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notices_notice_agency_id_0795c8b9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notices_notice_delivery_id_579aaa1e_fk_notices_delivery_id FOREIGN KEY (delivery_id) REFERENCES notices_delivery(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notices_notice_dossier_id_7e62756e_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_notice
    ADD CONSTRAINT notices_notice_petition_id_83220748_fk_feedback_petition_id FOREIGN KEY (petition_id) REFERENCES feedback_petition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY notices_noticewording
    ADD CONSTRAINT notices_noticewording_agency_id_495a4e89_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY papers_formwording
    ADD CONSTRAINT papers_formwording_agency_id_7f7f690c_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_bankstatement
    ADD CONSTRAINT payments_bankstateme_account_id_5c89dfd9_fk_payments_ FOREIGN KEY (account_id) REFERENCES payments_collectingaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_bankstatement
    ADD CONSTRAINT payments_bankstateme_read_by_id_506e0ecb_fk_accounts_ FOREIGN KEY (read_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_bankstatement
    ADD CONSTRAINT payments_bankstatement_agency_id_e62e2f38_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_cardslip
    ADD CONSTRAINT payments_cardslip_agency_id_78bcdd25_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_cardslip
    ADD CONSTRAINT payments_cardslip_receipt_id_ae195929_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_collectingaccount
    ADD CONSTRAINT payments_collectinga_agency_id_51b19a97_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_agency_id_4753e495_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_dossier_id_2b2990ca_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_line_id_50390812_fk_payments_statementline_id FOREIGN KEY (line_id) REFERENCES payments_statementline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_message_id_effab2ee_fk_payments_ FOREIGN KEY (message_id) REFERENCES payments_paymentmessage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_order_id_22c479b7_fk_payments_paymentorder_id FOREIGN KEY (order_id) REFERENCES payments_paymentorder(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_receipt_id_b73f7e96_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_payment
    ADD CONSTRAINT payments_payment_told_by_id_aa3a237b_fk_accounts_holding_id FOREIGN KEY (told_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_paymentmessage
    ADD CONSTRAINT payments_paymentmess_order_id_da43bdd4_fk_payments_ FOREIGN KEY (order_id) REFERENCES payments_paymentorder(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_paymentorder
    ADD CONSTRAINT payments_paymentorde_account_id_ac57ca9c_fk_payments_ FOREIGN KEY (account_id) REFERENCES payments_collectingaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_paymentorder
    ADD CONSTRAINT payments_paymentorde_dossier_id_2eb662eb_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_paymentorderline
    ADD CONSTRAINT payments_paymentorde_order_id_2648d754_fk_payments_ FOREIGN KEY (order_id) REFERENCES payments_paymentorder(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_paymentorder
    ADD CONSTRAINT payments_paymentorder_agency_id_61c89102_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_agency_id_6e6d40c9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_cancelled_by_id_7471e2b9_fk_accounts_ FOREIGN KEY (cancelled_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_collected_by_id_f6693dd9_fk_accounts_ FOREIGN KEY (collected_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_dossier_id_df721bdc_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receipt
    ADD CONSTRAINT payments_receipt_till_id_3a2d5f21_fk_payments_till_id FOREIGN KEY (till_id) REFERENCES payments_till(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receiptbook
    ADD CONSTRAINT payments_receiptbook_agency_id_6fd76ddf_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_receiptline
    ADD CONSTRAINT payments_receiptline_receipt_id_d20f643d_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementli_account_id_3d5d52c8_fk_payments_ FOREIGN KEY (account_id) REFERENCES payments_collectingaccount(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementli_dossier_id_e6f7487e_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementli_order_id_da08dda1_fk_payments_ FOREIGN KEY (order_id) REFERENCES payments_paymentorder(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementli_settled_by_id_af510faf_fk_accounts_ FOREIGN KEY (settled_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementli_statement_id_0e2b52e7_fk_payments_ FOREIGN KEY (statement_id) REFERENCES payments_bankstatement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementline
    ADD CONSTRAINT payments_statementline_agency_id_281bbac8_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_statementrun
    ADD CONSTRAINT payments_statementru_statement_id_1670cfa0_fk_payments_ FOREIGN KEY (statement_id) REFERENCES payments_bankstatement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_till
    ADD CONSTRAINT payments_till_agency_id_dd0966fe_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY payments_till
    ADD CONSTRAINT payments_till_holding_id_5745b684_fk_accounts_holding_id FOREIGN KEY (holding_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_exemption
    ADD CONSTRAINT procedures_exemption_rule_id_7faa27ad_fk_procedures_feerule_id FOREIGN KEY (rule_id) REFERENCES procedures_feerule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_feerule
    ADD CONSTRAINT procedures_feerule_variant_id_6e0e0c51_fk_procedure FOREIGN KEY (variant_id) REFERENCES procedures_procedurevariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_feerule
    ADD CONSTRAINT procedures_feerule_version_id_f75db4cf_fk_procedure FOREIGN KEY (version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_procedureversion
    ADD CONSTRAINT procedures_procedure_decision_id_f0889005_fk_procedure FOREIGN KEY (decision_id) REFERENCES procedures_announcementdecision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_procedureversion
    ADD CONSTRAINT procedures_procedure_procedure_id_8362303d_fk_procedure FOREIGN KEY (procedure_id) REFERENCES procedures_procedure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_procedureversion
    ADD CONSTRAINT procedures_procedure_sector_id_15ffcd09_fk_procedure FOREIGN KEY (sector_id) REFERENCES procedures_sector(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_procedurevariant
    ADD CONSTRAINT procedures_procedure_version_id_d5f01a4a_fk_procedure FOREIGN KEY (version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_requireddocument
    ADD CONSTRAINT procedures_requiredd_variant_id_4d86415d_fk_procedure FOREIGN KEY (variant_id) REFERENCES procedures_procedurevariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_timelimit
    ADD CONSTRAINT procedures_timelimit_variant_id_4dcf5c8e_fk_procedure FOREIGN KEY (variant_id) REFERENCES procedures_procedurevariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY procedures_timelimit
    ADD CONSTRAINT procedures_timelimit_version_id_8ebd79e0_fk_procedure FOREIGN KEY (version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY processes_internalprocess
    ADD CONSTRAINT processes_internalpr_agency_id_4033a944_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY processes_internalprocess
    ADD CONSTRAINT processes_internalpr_procedure_version_id_26b9c0d1_fk_procedure FOREIGN KEY (procedure_version_id) REFERENCES procedures_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY processes_internalprocess
    ADD CONSTRAINT processes_internalpr_variant_id_dc3a5722_fk_procedure FOREIGN KEY (variant_id) REFERENCES procedures_procedurevariant(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY processes_processdraft
    ADD CONSTRAINT processes_processdra_process_id_4f2073fe_fk_processes FOREIGN KEY (process_id) REFERENCES processes_internalprocess(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY processes_processversion
    ADD CONSTRAINT processes_processver_process_id_32d9b9a5_fk_processes FOREIGN KEY (process_id) REFERENCES processes_internalprocess(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reconciliation_comparison
    ADD CONSTRAINT reconciliation_compa_agency_id_5b5a9884_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reconciliation_difference
    ADD CONSTRAINT reconciliation_diffe_agency_id_04821621_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reconciliation_difference
    ADD CONSTRAINT reconciliation_diffe_explained_by_id_3e90f0d1_fk_accounts_ FOREIGN KEY (explained_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reconciliation_difference
    ADD CONSTRAINT reconciliation_diffe_owner_id_c6f962d3_fk_accounts_ FOREIGN KEY (owner_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reports_closedreport
    ADD CONSTRAINT reports_closedreport_agency_id_5ec2a38b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reports_closedreport
    ADD CONSTRAINT reports_closedreport_closed_by_id_9b689861_fk_accounts_ FOREIGN KEY (closed_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reports_promiserow
    ADD CONSTRAINT reports_promiserow_agency_id_579975e8_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY reports_publishedfigure
    ADD CONSTRAINT reports_publishedfig_agency_id_584beaf0_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_agency_id_b2c47234_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_decided_by_id_d8136527_fk_accounts_ FOREIGN KEY (decided_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_dossier_id_2681f952_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_paid_by_id_88fb7a32_fk_accounts_holding_id FOREIGN KEY (paid_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_payment_id_e254cbf5_fk_payments_payment_id FOREIGN KEY (payment_id) REFERENCES payments_payment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_receipt_id_841f9a50_fk_payments_receipt_id FOREIGN KEY (receipt_id) REFERENCES payments_receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_requested_by_id_66bcd4a8_fk_accounts_ FOREIGN KEY (requested_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_refund
    ADD CONSTRAINT settlements_refund_till_id_7732bed0_fk_payments_till_id FOREIGN KEY (till_id) REFERENCES payments_till(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlementterms
    ADD CONSTRAINT settlements_settleme_agency_id_0ddfb5ff_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settleme_answered_by_id_c1412d82_fk_accounts_ FOREIGN KEY (answered_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settleme_drafted_by_id_b7a3bd17_fk_accounts_ FOREIGN KEY (drafted_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settleme_due_agency_id_9404ea12_fk_agencies_ FOREIGN KEY (due_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settleme_paid_by_id_b56bf6c5_fk_accounts_ FOREIGN KEY (paid_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settleme_sent_by_id_df083671_fk_accounts_ FOREIGN KEY (sent_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlementpart
    ADD CONSTRAINT settlements_settleme_settlement_id_7182f0ea_fk_settlemen FOREIGN KEY (settlement_id) REFERENCES settlements_settlement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlementitem
    ADD CONSTRAINT settlements_settleme_settlement_id_cc3bc76f_fk_settlemen FOREIGN KEY (settlement_id) REFERENCES settlements_settlement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlementitem
    ADD CONSTRAINT settlements_settleme_transfer_id_3e8eae12_fk_books_tra FOREIGN KEY (transfer_id) REFERENCES books_transfer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_settlement
    ADD CONSTRAINT settlements_settlement_agency_id_17e67574_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY settlements_voucherbook
    ADD CONSTRAINT settlements_voucherb_agency_id_1a4e9566_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_devicehabit
    ADD CONSTRAINT surveys_devicehabit_device_id_dd48e528_fk_surveys_s FOREIGN KEY (device_id) REFERENCES surveys_surveydevice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_deviceturn
    ADD CONSTRAINT surveys_deviceturn_device_id_b38c8545_fk_surveys_s FOREIGN KEY (device_id) REFERENCES surveys_surveydevice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_deviceturn
    ADD CONSTRAINT surveys_deviceturn_invitation_id_6ecd3e1e_fk_surveys_i FOREIGN KEY (invitation_id) REFERENCES surveys_invitation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_followup
    ADD CONSTRAINT surveys_followup_agency_id_c3e8df34_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_followup
    ADD CONSTRAINT surveys_followup_owner_id_efc9a09f_fk_accounts_holding_id FOREIGN KEY (owner_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_invitation
    ADD CONSTRAINT surveys_invitation_agency_id_fb6c6ae4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_invitation
    ADD CONSTRAINT surveys_invitation_dossier_id_34215b6d_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_invitationkey
    ADD CONSTRAINT surveys_invitationke_invitation_id_3556e2ac_fk_surveys_i FOREIGN KEY (invitation_id) REFERENCES surveys_invitation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_questionnaire
    ADD CONSTRAINT surveys_questionnaire_agency_id_42df3101_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_surveyanswer
    ADD CONSTRAINT surveys_surveyanswer_agency_id_936d0822_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_surveyanswer
    ADD CONSTRAINT surveys_surveyanswer_device_id_a6158873_fk_surveys_s FOREIGN KEY (device_id) REFERENCES surveys_surveydevice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_surveydevice
    ADD CONSTRAINT surveys_surveydevice_agency_id_50093c66_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY surveys_surveyseal
    ADD CONSTRAINT surveys_surveyseal_answer_id_cda0f4e8_fk_surveys_s FOREIGN KEY (answer_id) REFERENCES surveys_surveyanswer(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_processrun
    ADD CONSTRAINT workflow_processrun_dossier_id_910bd92b_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_processrun
    ADD CONSTRAINT workflow_processrun_process_version_id_b4b9c6bf_fk_processes FOREIGN KEY (process_version_id) REFERENCES processes_processversion(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_replayrun
    ADD CONSTRAINT workflow_replayrun_process_id_6b66f248_fk_processes FOREIGN KEY (process_id) REFERENCES processes_internalprocess(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_agency_id_3433ead4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_asked_by_agency_id_7a669d37_fk_agencies_agency_id FOREIGN KEY (asked_by_agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_asked_by_id_0b019113_fk_accounts_holding_id FOREIGN KEY (asked_by_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_assignee_id_2342ebf5_fk_accounts_holding_id FOREIGN KEY (assignee_id) REFERENCES accounts_holding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_dossier_id_e67e4d3d_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY workflow_task
    ADD CONSTRAINT workflow_task_unit_id_4dc02d94_fk_agencies_unit_id FOREIGN KEY (unit_id) REFERENCES agencies_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY worktime_calendarday
    ADD CONSTRAINT worktime_calendarday_agency_id_7e2f8b3e_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY worktime_officecalendar
    ADD CONSTRAINT worktime_officecalen_agency_id_157e1d06_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;

