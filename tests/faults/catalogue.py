"""The fault catalogue: which tests hold the program to the right behaviour, row by row.

A row is a tuple of test ids (`file::test`, below `tests/`), or words on why it does not apply. What
each row is about stands in `docs/fault-catalogue.md`, into which `page` writes these lists.
"""

from __future__ import annotations

from tests.faults.answer_rows import ANSWER_ROWS

_RETRIES = "client/test_retries.py::"
_FOREIGN = "client/test_foreign_answers.py::"
_WINDOW_TEXT = "ui/test_text_from_outside.py::"
_TERMINAL = "cli/test_hostile_names.py::"
_SAID_BACK = "client/test_secrets_said_back.py::"
_IMAGES = "picture/test_image_file.py::"
_PROJECT = "picture/test_openraster.py::"
_ARCHIVE = "picture/test_hostile_archives.py::"
_PIPES = "picture/test_foreign_file.py::"
_PLACE = "ui/test_history_place.py::"
_UNKEPT = "ui/test_unkept.py::"
_BACKLOG = "runs/test_backlog.py::"
_COPIES = "runs/test_unkept_copies.py::"
_COMMAND = "cli/test_unkept.py::"
_SALVAGE = "history/test_salvage.py::"
_HISTORY = "history/test_error_mapping.py::"
_GUARD = "server/test_guard.py::"
_CROWD = "server/test_connections.py::"
_DECODING = "picture/test_decoding_budget.py::"
_CROWDS = "server/test_crowds.py::"
_REQUESTS = "server/test_foreign_requests.py::"
_KEYS = "test_secret_store.py::"
_TRASH = "history/test_trash.py::"
_DAMAGE = "journal/test_quarantine.py::"
_AROUND = "faults/test_surroundings.py::test_a_crowd_at_the_server_children_and_the_end_of_a_login"

CATALOGUE: dict[int, tuple[str, ...] | str] = {
    # Disk full.
    1: (
        "history/test_blobs.py::test_a_full_disk_leaves_no_half_file_and_says_what_to_do",
        "faults/test_small_disk.py::test_a_history_says_so_and_stays_usable",
        "cli/test_edit.py::test_a_result_that_cannot_be_written_is_kept_in_the_history",
    ),
    2: (_HISTORY + "test_a_full_disk_writes_no_row_and_the_history_stays_usable",),
    3: (
        "export/test_writer.py::test_a_full_disk_leaves_the_old_file",
        "test_durable.py::test_a_full_disk_leaves_what_was_there",
        "faults/test_small_disk.py::test_a_project_stays_what_it_was",
        "cli/test_edit.py::test_a_full_disk_for_one_file_costs_neither_the_other_nor_the_run",
        "export/test_batch.py::test_row_3_a_full_disk_costs_a_batch_only_what_does_not_fit",
        "export/test_batch.py::test_row_3_a_full_disk_leaves_no_half_archive",
    ),
    # The only log that is written is the crash file's, by Python itself.
    4: (
        "test_crash_log.py::test_a_folder_that_cannot_be_written_to_is_no_obstacle",
        "session/test_journals.py::test_a_full_disk_is_told_once_and_made_good_when_there_is_room",
        "faults/test_small_disk.py::test_a_journal_says_so_and_holds_everything_once_there_is_room",
    ),
    # Ends without warning.
    5: (
        "journal/test_journal.py::test_row_5_what_is_painted_waits_for_no_source",
        "journal/test_journal.py::test_row_5_what_is_painted_on_a_pasted_picture_waits_for_no_source",
        "journal/test_journal.py::test_row_5_a_source_follows_and_needs_its_file_no_more",
        "session/test_journals.py::test_a_stroke_reaches_the_disk_while_it_is_being_painted",
        "journal/test_journal.py::test_a_stroke_under_way_is_kept_as_far_as_it_came",
        "ui/test_recovery.py::test_what_a_dead_window_left_is_offered_and_restored",
        "faults/test_killed.py::test_a_window_killed_in_a_stroke_keeps_what_was_painted",
        "journal/test_journal.py::test_a_log_cut_off_at_any_byte_tells_a_state_the_document_had",
        _DAMAGE + "test_before_a_damaged_record_everything_comes_back_and_the_rest_is_kept",
        _DAMAGE + "test_of_what_cannot_be_read_at_all_everything_is_kept_aside",
        _DAMAGE + "test_one_damaged_edit_takes_no_other_with_it",
    ),
    6: (
        "faults/test_killed_saving.py::test_it_is_the_old_project_until_it_is_the_new_one",
        "faults/test_killed_saving.py::test_the_former_project_is_whole_wherever_it_is",
        "test_durable.py::test_what_killed_writers_left_goes_once_it_is_old",
        _PROJECT + "test_a_failed_save_leaves_the_old_file",
        _PROJECT + "test_row_6_any_document_comes_back_bit_for_bit",
    ),
    7: (
        "history/test_maintenance.py::test_runs_of_a_killed_process_are_interrupted",
        "history/test_error_mapping.py::test_nothing_acknowledged_is_lost_when_the_process_is_killed",
    ),
    8: (
        "history/test_maintenance.py::test_pictures_no_row_knows_are_adopted_once_they_have_settled",
    ),
    9: (
        "ui/gallery/test_model.py::test_a_missing_file_is_a_card_that_says_so",
        "history/test_maintenance.py::test_a_missing_result_is_marked_until_it_comes_back",
    ),
    10: (
        "test_crash_log.py::test_a_segmentation_fault_is_told_by_the_next_start_and_only_by_that",
    ),
    11: ("ui/test_recovery.py::test_a_bug_is_shown_once_with_its_details",),
    12: (
        "faults/test_termination.py::test_a_signal_ends_the_editor_in_time",
        _AROUND,
    ),
    **ANSWER_ROWS,
    # Files.
    39: (
        _IMAGES + "test_a_bomb_is_refused_from_its_header",
        "server/test_error_responses.py::test_a_picture_bomb_is_refused_from_its_header",
    ),
    40: (
        _IMAGES + "test_a_metadata_bomb_costs_neither_memory_nor_the_picture",
        _IMAGES + "test_oversized_exif_is_left_out_and_told",
        "picture/test_damaged_files.py::test_what_is_no_picture_says_what_to_do",
    ),
    41: (_IMAGES + "test_the_first_frame_of_an_animation_is_opened_and_told",),
    42: ("picture/test_image_file_modes.py::test_pixels_arrive_within_one_step",),
    43: (
        _IMAGES + "test_the_picture_stands_upright",
        _IMAGES + "test_the_tag_is_gone_so_that_nothing_turns_it_again",
    ),
    44: (
        _IMAGES + "test_an_rgb_profile_is_kept",
        _IMAGES + "test_a_damaged_profile_is_dropped_and_told",
        _IMAGES + "test_a_grey_profile_is_applied",
        "export/test_writer.py::test_colour_profile_and_exif_are_carried_over",
    ),
    45: (_IMAGES + "test_without_the_plug_in_the_extra_is_named",),
    46: (
        _PROJECT + "test_names_are_never_paths",
        _PROJECT + "test_twin_names_bombs_and_crowds_are_refused",
        _PROJECT + "test_damaged_and_hostile_files_are_refused_in_words",
        "fuzz/test_fuzz.py::test_damaged_input_is_refused_in_words",
        "history/test_packing.py::test_row_46_names_that_are_no_blobs_are_refused",
        "history/test_packing.py::test_row_46_what_is_no_packed_runs_is_refused",
        "runs/test_lineage.py::test_row_46_names_this_history_does_not_hold_are_passed_over",
        _ARCHIVE + "test_what_cannot_be_unpacked_in_pieces_is_not_unpacked",
        _ARCHIVE + "test_a_deflated_entry_is_unpacked_as_far_as_it_is_wanted",
        _ARCHIVE + "test_further_files_stay_in_the_file_until_they_are_asked_for",
        _ARCHIVE + "test_edits_that_take_more_than_there_may_be_are_refused_before_one_is_decoded",
        _ARCHIVE + "test_a_directory_that_is_too_long_is_not_read",
    ),
    # History and settings.
    47: (
        _HISTORY + "test_rubbish_is_kept_aside_and_a_new_history_begun",
        _HISTORY + "test_rows_beside_a_broken_page_are_carried_over",
        "faults/test_damage.py::test_a_damaged_place_costs_what_it_hit",
        _SALVAGE + "test_a_letter_of_the_schema_costs_no_row",
        _SALVAGE + "test_what_could_not_be_read_is_counted_and_its_results_are_kept",
        _SALVAGE + "test_what_was_deleted_does_not_come_back",
        _SALVAGE + "test_a_damaged_database_is_not_pulled_from_under_a_living_window",
        _SALVAGE + "test_what_a_living_window_holds_open_is_refused_in_words",
        _SALVAGE + "test_two_windows_that_start_at_once_share_the_new_database",
        _SALVAGE + "test_killed_between_the_two_names_the_new_database_is_taken",
        _SALVAGE + "test_the_check_finds_damage_that_no_query_met",
        "ui/test_notice_bar.py::test_a_loss_is_not_covered_by_a_lesser_notice",
        "ui/test_notice_bar.py::test_a_loss_comes_back_after_an_error",
    ),
    48: (_HISTORY + "test_a_newer_history_is_refused_and_left_alone",),
    49: (
        _HISTORY + "test_a_step_whose_process_was_killed_changes_nothing_and_can_be_taken_again",
        _HISTORY + "test_a_failing_step_changes_nothing_and_can_be_taken_again",
        _HISTORY + "test_a_copy_that_was_not_finished_is_made_anew",
    ),
    50: (
        "faults/test_killed.py::test_two_windows_share_history_and_journal_folder",
        "history/test_store.py::test_two_histories_write_to_one_folder_at_once",
    ),
    51: (
        "ui/test_held_history.py::test_a_held_history_is_said_and_written_to_when_it_is_free",
        "history/test_store.py::test_a_database_held_by_another_program_is_said_so",
    ),
    52: (
        _HISTORY + "test_a_read_only_folder_is_said_so",
        "test_settings.py::test_a_folder_that_cannot_be_written_is_said_so",
        "ui/test_main_window.py::test_a_history_that_cannot_be_used_is_said_and_work_goes_on",
    ),
    53: (
        "test_settings.py::test_a_broken_file_is_kept_aside_and_defaults_used",
        "test_settings.py::test_no_content_of_the_file_stops_the_start",
        "test_settings.py::test_what_a_newer_version_wrote_is_kept",
    ),
    54: (
        _KEYS + "test_without_a_usable_keyring_the_key_lasts_for_this_run",
        _KEYS + "test_a_keyring_that_hangs_is_asked_once",
    ),
    55: (
        _KEYS + "test_a_pasted_key_is_trimmed",
        _KEYS + "test_no_text_becomes_a_key_that_breaks_a_header",
    ),
    56: (
        "history/test_store.py::test_runs_come_newest_first_whatever_the_clock_says",
        _TRASH + "test_a_clock_that_leaps_while_nobody_works_empties_no_trash",
        _TRASH + "test_what_was_trashed_by_a_clock_in_the_past_stays_its_thirty_days",
        _DAMAGE + "test_a_clock_that_was_wrong_once_deletes_nothing",
        _DAMAGE + "test_a_journal_written_by_a_clock_without_battery_is_offered",
        "session/test_spending.py::test_what_was_run_by_a_wrong_clock_counts_in_no_other_month",
        _RETRIES + "test_a_date_to_come_back_at_is_by_the_endpoint_s_clock",
        "runs/test_run.py::test_waiting_and_running_are_not_told_by_the_wall_clock",
    ),
    57: ("client/test_request_shape.py::test_texts_and_names_with_every_character_arrive",),
    58: (
        "export/test_naming.py::test_names_are_legal_everywhere",
        "export/test_naming.py::test_no_text_makes_an_illegal_name",
        "cli/test_edit.py::test_pictures_of_any_name_are_edited",
        _IMAGES + "test_a_name_that_is_no_text_can_be_shown",
    ),
    59: (
        "ui/test_recovery.py::test_a_removed_source_file_is_no_loss",
        "journal/test_journal.py::test_the_source_comes_back_bit_for_bit_where_its_file_has_gone",
    ),
    # The window.
    60: (
        "faults/test_screens.py::test_a_window_that_was_on_another_screen_comes_into_sight",
        "ui/canvas/test_density.py::test_at_one_hundred_percent_screen_pixels_are_picture_pixels",
    ),
    61: (
        "ui/canvas/test_pointer.py::test_a_pen_that_cannot_tell_its_pressure_paints_at_full_size",
        "ui/canvas/test_pointer.py::test_pen_pressure_makes_the_stroke_and_the_eraser_end_erases",
        "ui/canvas/test_pointer.py::test_no_storm_of_events_tears_the_mask",
    ),
    62: (
        "ui/canvas/test_pointer.py::test_held_keys_and_strokes_end_when_focus_is_lost",
        "ui/canvas/test_pointer.py::test_escape_cancels_the_stroke",
        "ui/test_recovery.py::test_closing_in_the_middle_of_a_stroke_keeps_it_as_one_step",
    ),
    63: ("ui/test_runs.py::test_closing_while_a_run_goes_on_ends_it_truthfully",),
    64: (
        "picture/test_undo.py::test_the_oldest_steps_are_forgotten_beyond_the_limit",
        "picture/test_undo.py::test_only_touched_tiles_are_kept",
    ),
    # How long it takes is measured by `python -m tests.benchmarks gallery`.
    65: ("ui/gallery/test_arrangement.py::test_what_is_in_sight_is_what_lies_there",),
    # The embedded server and its surroundings.
    66: (
        _GUARD + "test_other_names_are_not",
        _GUARD + "test_web_pages_are_refused",
        _GUARD + "test_options_gets_no_cors_headers",
        _GUARD + "test_without_the_key_nothing_is_said",
        _GUARD + "test_the_key_is_compared_in_constant_time",
        _GUARD + "test_an_open_server_answers_to_no_name_that_others_can_point_here",
        "cli/test_serve.py::test_other_machines_are_not_let_in_without_a_key",
        "cli/test_serve.py::test_who_lets_other_machines_in_says_how",
    ),
    67: (
        _CROWD + "test_half_a_head_is_cut_off",
        _CROWD + "test_the_second_head_of_a_connection_is_cut_off_too",
        _CROWD + "test_the_server_answers_among_a_thousand_dripping_connections",
        _AROUND,
        _GUARD + "test_half_a_body_is_answered_in_time",
        _GUARD + "test_too_large_a_body_by_its_length",
        _GUARD + "test_too_large_a_body_by_its_chunks",
        "server/test_error_responses.py::test_broken_bodies",
        _CROWDS + "test_half_bodies_without_the_key_keep_nobody_out",
        _CROWDS + "test_who_is_refused_is_answered_and_hung_up_on_in_seconds",
        _CROWDS + "test_a_full_house_says_when_to_come_back",
        _CROWDS + "test_500_at_once_are_answered_and_none_is_reset",
        _CROWDS + "test_one_address_leaves_room_for_another",
        _CROWDS + "test_of_idle_connections_those_of_the_most_crowded_address_give_way",
        _CROWDS + "test_who_does_not_take_an_answer_is_hung_up_on",
        _CROWDS + "test_who_hangs_up_while_waiting_takes_everything_along",
    ),
    68: (
        "server/test_child.py::test_a_port_that_is_taken_is_one_clear_line",
        "cli/test_serve.py::test_it_says_where_it_serves_and_stops_cleanly",
        "cli/test_serve.py::test_a_taken_port_exits_with_1",
    ),
    69: (
        "client/test_proxy.py::test_this_machine_is_reached_without_the_proxy",
        "client/test_proxy.py::test_other_machines_are_reached_through_it",
        "client/test_proxy.py::test_a_socks_proxy_is_heeded_and_looks_up_the_name",
        "client/test_proxy.py::test_a_proxy_that_does_not_speak_socks_is_named_as_the_reason",
        "client/test_proxy.py::test_a_proxy_that_cannot_be_used_is_told_with_the_variable_to_correct",
        "client/test_proxy.py::test_a_proxy_nobody_can_reach_is_an_error_before_anything_is_sent",
    ),
    70: (
        "test_preflight.py::test_without_a_display_the_editor_says_so_and_exits_with_3",
        "test_preflight.py::test_a_missing_library_is_named_with_the_command_that_brings_it",
        "test_displays.py::test_a_display_that_is_not_there_is_named",
    ),
    71: (
        _IMAGES + "test_without_the_plug_in_the_extra_is_named",
        "export/test_batch.py::test_without_the_extra_it_says_how_to_get_it",
    ),
    72: ("test_preflight.py::test_the_pyside_that_crashes_here_is_refused_with_advice",),
    73: (
        "ui/test_drops.py::test_a_picture_elsewhere_is_fetched_at_a_click_and_not_before",
        "ui/test_drops.py::test_no_source_is_told_that_its_file_was_moved",
        "ui/test_opening.py::test_other_addresses_elsewhere_are_nothing",
        "ui/test_opening.py::test_pictures_of_every_kind_are_pasted",
        _IMAGES + "test_a_folder_says_so",
    ),
    74: (
        "faults/test_canary.py::test_files_of_all_kinds_are_searched",
        "faults/test_canary.py::test_a_run_that_warns_and_writes_its_key_fails",
        "faults/test_canary.py::test_processes_are_watched",
        "test_secret_store.py::test_hidden_keys_are_found_and_inherited_by_nobody",
        _AROUND,
        "contract/test_recipe.py::test_secrets_in_headers_and_query_are_blacked_out",
    ),
    75: ("export/test_writer.py::test_the_recipe_is_embedded_put_beside_or_left_out",),
    76: (
        _FOREIGN + "test_a_delay_out_of_range_is_none",
        _FOREIGN + "test_an_odd_field_costs_no_picture",
        _FOREIGN + "test_a_number_of_5000_digits_costs_no_picture",
        _FOREIGN + "test_an_error_nested_deep_is_an_error",
        _FOREIGN + "test_texts_that_are_none_can_be_stored_and_printed",
        _FOREIGN + "test_white_space_without_end_is_read_in_time",
        _REQUESTS + "test_half_a_character_is_refused_in_any_field",
        _REQUESTS + "test_a_number_of_5000_digits_is_refused",
        _REQUESTS + "test_texts_in_odd_encodings_are_refused",
        _REQUESTS + "test_what_is_nested_deep_is_refused",
    ),
    77: (_FOREIGN + "test_what_one_endpoint_sets_reaches_no_later_request",),
    78: (
        _CROWDS + "test_pictures_in_work_have_a_budget_and_the_rest_waits",
        _CROWDS + "test_a_picture_larger_than_the_budget_is_worked_on_alone",
        _CROWDS + "test_variants_share_the_budget",
        _DECODING + "test_what_does_not_fit_waits_and_what_is_too_large_goes_alone",
        _DECODING + "test_of_many_large_pictures_that_come_few_are_decoded_ahead",
        _DECODING + "test_decoding_holds_what_it_decodes",
    ),
    79: ("server/test_kept_results.py::test_what_a_killed_server_kept_is_swept_by_the_next_one",),
    80: (
        "contract/test_secrets.py::test_a_key_is_found_however_it_is_spelled",
        "contract/test_secrets.py::test_all_that_is_sent_in_secret_is_a_secret",
        "contract/test_secrets.py::test_other_words_stay",
        "contract/test_recipe.py::test_secrets_in_addresses_and_fields_are_blacked_out",
        _SAID_BACK + "test_no_road_leads_the_key_into_words",
        _SAID_BACK + "test_what_else_the_profile_sends_does_not_come_back_either",
        _SAID_BACK + "test_a_password_in_an_address_is_not_shown_for_being_wrong",
        _SAID_BACK + "test_models_whose_name_is_the_key_are_not_offered",
        _SAID_BACK + "test_a_bug_tells_no_key",
        "faults/test_said_back.py::test_the_command_line_and_its_history_do_not_have_it",
        "faults/test_said_back.py::test_window_history_and_project_do_not_have_it",
    ),
    81: (
        "test_visible_text.py::test_what_would_act_is_seen",
        "test_visible_text.py::test_a_piece_cannot_turn_what_stands_beside_it",
        _TERMINAL + "test_no_command_lets_a_terminal_act",
        _TERMINAL + "test_json_is_exact",
        _TERMINAL + "test_a_prompt_of_several_lines_pretends_to_be_no_detail",
        _TERMINAL + "test_letters_read_from_the_right_turn_nothing_beside_them",
    ),
    82: (
        _WINDOW_TEXT + "test_no_label_button_item_or_tip_is_anything_but_text",
        _WINDOW_TEXT + "test_cards_tell_their_faults_and_prompts_as_text",
        _WINDOW_TEXT + "test_a_tip_is_read_as_it_is",
        _WINDOW_TEXT + "test_the_title_of_the_window_keeps_its_order",
        _WINDOW_TEXT + "test_what_is_put_into_a_phrase_turns_nothing_beside_it",
        "test_architecture.py::test_words_of_the_window_are_made_where_they_stay_text",
    ),
    83: (
        _UNKEPT + "test_a_result_for_which_there_is_no_room_is_shown_accepted_and_kept_later",
        _UNKEPT + "test_a_result_row_waits_as_long_as_another_program_holds_the_history",
        _UNKEPT + "test_a_result_is_shown_before_its_row_is_written",
        _UNKEPT + "test_closing_writes_what_there_is_room_for_by_then",
        _BACKLOG + "test_all_are_written_in_their_order_once_there_is_room",
        _BACKLOG + "test_what_was_deleted_meanwhile_holds_up_nothing",
        _BACKLOG + "test_partials_that_wait_are_bounded",
        _COPIES + "test_without_room_anywhere_there_is_no_copy",
        _UNKEPT + "test_a_copy_that_was_left_is_taken_in_by_the_next_start",
        _COPIES + "test_a_copy_becomes_the_result_of_its_variant_and_goes",
        _COPIES + "test_a_copy_of_no_known_run_gets_a_run_of_its_own",
        _COPIES + "test_a_copy_that_was_kept_after_all_only_goes",
        _COPIES + "test_a_copy_stays_until_it_is_kept",
        _UNKEPT + "test_a_history_aside_takes_no_copies",
        _COPIES + "test_a_copy_that_found_room_in_the_temporary_folder_only_is_taken_in",
        _COMMAND + "test_a_run_that_could_not_be_begun_is_written_later",
        _COMMAND + "test_what_comes_while_the_disk_is_full_is_written_once_there_is_room",
        _COMMAND + "test_a_history_that_takes_nothing_to_the_end_is_said_and_costs_no_status",
    ),
    84: (
        _PLACE + "test_a_run_goes_on_elsewhere_and_then_where_a_person_says",
        _PLACE + "test_what_runs_while_the_folder_goes_is_kept",
        _PLACE + "test_a_chosen_folder_that_cannot_be_used_is_said_and_asked_for_again",
        _PLACE + "test_a_disk_that_is_back_is_used_on",
    ),
    85: (
        "faults/test_floods.py::test_of_1500_pictures_ten_are_kept_and_the_rest_is_counted",
        "faults/test_floods.py::test_of_2000_partials_few_are_kept_and_the_result",
        "faults/test_floods.py::test_what_piles_up_while_the_window_is_busy_is_drawn_once",
        "faults/test_floods.py::test_partials_that_follow_each_other_at_once_are_not_all_painted",
        _FOREIGN + "test_of_1500_pictures_ten_are_handed_on",
        _FOREIGN + "test_pictures_too_many_are_not_even_fetched",
        _FOREIGN + "test_of_5000_partials_so_many_are_handed_on_and_then_the_result",
        "client/test_response.py::test_a_flood_of_small_events_is_read_with_pauses",
    ),
    86: (
        _PIPES + "test_row_86_a_pipe_without_a_writer_holds_nobody_up",
        _PIPES + "test_what_to_do_with_a_pipe_is_said",
        _PIPES + "test_row_86_a_device_is_no_file",
        _PIPES + "test_a_pipe_whose_writer_comes_late_or_takes_its_time_is_read",
        _PIPES + "test_a_writer_who_is_there_is_waited_for",
        "cli/test_pipes.py::test_edit_takes_picture_and_mask_from_pipes",
    ),
    87: (
        "server/test_foreign_requests.py::test_row_87_json_of_many_parts_is_refused",
        "server/test_guard.py::test_row_87_of_two_lengths_neither_is_believed",
    ),
}
