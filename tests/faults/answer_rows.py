"""What endpoints answer, refuse and delay: rows 13 to 38 of the fault catalogue."""

from __future__ import annotations

_RESULTS = "faults/test_results.py::"
_ANSWERS = "client/test_response.py::"
_FAULTS = "client/test_error_mapping.py::"
_RETRIES = "client/test_retries.py::"
_FOREIGN = "client/test_foreign_answers.py::"
_URLS = "client/test_result_urls.py::"
_SERVER = "faults/test_misbehaving.py::"

ANSWER_ROWS: dict[int, tuple[str, ...] | str] = {
    # Answers.
    13: (
        "picture/test_damaged_files.py::test_a_file_cut_anywhere_never_opens_with_made_up_pixels",
    ),
    14: (
        _ANSWERS + "test_a_stream_that_ends_before_completed_fails_with_its_last_partial",
        _ANSWERS + "test_a_partial_is_never_a_result",
        _SERVER + "test_a_connection_that_fails_may_have_been_charged_and_is_not_tried_again",
    ),
    15: (
        "contract/test_sse.py::test_a_split_at_any_byte_changes_nothing",
        "contract/test_sse.py::test_any_stream_in_any_pieces_equals_the_whole",
        "contract/test_sse.py::test_a_stream_with_everything_servers_send",
        _ANSWERS + "test_other_line_ends",
    ),
    16: (
        _ANSWERS + "test_an_event_beyond_the_limit_ends_the_run",
        _SERVER + "test_what_never_ends_is_held_up_to_the_limit_only",
        "contract/test_sse.py::test_a_huge_event_is_refused_while_it_arrives",
    ),
    17: (
        _ANSWERS + "test_json_instead_of_a_stream_is_taken_and_remembered",
        _ANSWERS + "test_answers_that_are_not_the_contract",
        _SERVER + "test_pictures_come_through",
        _SERVER + "test_what_cannot_be_taken_says_why",
    ),
    18: (_ANSWERS + "test_a_stream_instead_of_json_is_taken",),
    19: (
        _RESULTS + "test_repeats_latecomers_and_streams_that_end_early",
        _ANSWERS + "test_repeated_and_backward_partials_are_passed_over",
        _ANSWERS + "test_streams_of_other_servers",
        _SERVER + "test_pictures_come_through",
    ),
    20: (
        _ANSWERS + "test_an_error_inside_the_stream_is_raised_after_its_partials",
        _ANSWERS + "test_an_error_after_the_image_does_not_take_it_away",
        _ANSWERS + "test_streams_of_other_servers",
    ),
    21: (
        "contract/test_wire.py::test_base64_as_servers_write_it",
        "contract/test_wire.py::test_texts_that_are_not_base64_never_crash",
    ),
    22: (
        _RESULTS + "test_what_is_no_picture_fails_and_what_cannot_be_decoded_is_kept",
        _SERVER + "test_what_cannot_be_taken_says_why",
        "ui/test_runs.py::test_a_result_that_cannot_be_placed_is_kept_all_the_same",
        "ui/test_runs.py::test_the_result_is_kept_as_the_servers_own_bytes",
    ),
    23: (
        _RESULTS + "test_other_sizes_modes_and_formats_are_laid_into_the_frame",
        _SERVER + "test_pictures_come_through",
        "client/test_response_rows.py::test_images_of_one_answer_may_differ_in_size",
        "ui/compare/test_compare.py::"
        "test_stored_results_are_brought_to_one_size_and_keep_the_source_outside",
    ),
    24: (
        _RESULTS + "test_more_pictures_than_asked_are_kept_and_none_at_all_is_a_failure",
        _ANSWERS + "test_fewer_images_than_asked_are_taken",
        _ANSWERS + "test_more_images_than_asked_are_kept_under_numbers_of_their_own",
        "client/test_response_rows.py::test_json_200_without_data_is_schema_valid_and_an_error",
    ),
    25: (
        _URLS + "test_addresses_that_are_refused",
        _URLS + "test_a_name_with_one_private_address_is_refused",
        _URLS + "test_decimal_addresses_resolve_to_what_they_mean",
        _URLS + "test_public_addresses",
        _FOREIGN + "test_a_result_at_what_is_no_address_is_a_protocol_error",
    ),
    26: (
        _URLS + "test_a_redirect_to_a_private_address_is_refused",
        _URLS
        + "test_another_host_is_reached_at_the_checked_address_by_its_own_name_without_the_key",
    ),
    27: (
        _FAULTS + "test_redirects_are_not_followed_and_both_hosts_are_named",
        _FOREIGN + "test_a_redirect_to_what_is_no_address_is_told_as_a_redirect",
    ),
    28: (
        "contract/test_profile.py::test_a_key_over_plain_http_to_another_machine_needs_a_word",
        "session/test_profiles.py::test_a_key_does_not_travel_over_plain_http_without_a_word",
    ),
    # Refusals and slowness.
    29: (
        _RETRIES + "test_what_is_never_sent_again",
        _RETRIES + "test_the_key_does_not_come_back_in_an_error",
        _FAULTS + "test_keys_are_never_logged",
    ),
    30: (
        _RETRIES + "test_the_server_s_delay_is_honoured_and_announced",
        _RETRIES + "test_a_delay_over_two_minutes_is_the_person_s_decision",
        _RETRIES + "test_retry_after_in_seconds",
        _RETRIES + "test_retry_after_as_a_date",
        _SERVER + "test_a_refusal_that_passes_is_waited_for",
    ),
    # What the catalogue retries may have been generated and would be billed twice: only a 503 that
    # says when to come back is sent again.
    31: (
        _RETRIES + "test_what_is_never_sent_again",
        _RETRIES + "test_the_server_s_delay_is_honoured_and_announced",
    ),
    32: (
        _FAULTS + "test_a_refused_connection_is_announced_retried_and_not_charged",
        _FAULTS + "test_an_unknown_name_says_so",
        _FAULTS + "test_a_certificate_nobody_vouches_for_is_not_retried",
        _FAULTS + "test_who_does_not_get_so_far_as_a_certificate_is_not_accused_of_one",
    ),
    33: (
        _FAULTS + "test_a_drip_of_bytes_meets_the_total_deadline",
        _FAULTS + "test_a_drip_of_headers_meets_the_total_deadline",
        _FAULTS + "test_cancelling_closes_the_sockets_at_once",
    ),
    34: (_FAULTS + "test_an_upload_that_stalls_is_reported_as_not_generated",),
    35: (
        _FOREIGN + "test_a_compressed_answer_is_refused",
        _FOREIGN + "test_a_compressed_error_is_told_by_its_status",
        _FOREIGN + "test_a_compressed_result_is_refused",
        _FOREIGN + "test_of_what_nobody_pays_for_no_charge_is_spoken",
        _FOREIGN + "test_a_fault_of_a_result_s_address_says_that_the_run_may_have_been_charged",
    ),
    36: (
        _FAULTS + "test_memory_stays_small_while_sixteen_large_files_are_sent",
        "session/test_inspection.py::test_sizes_and_bytes_of_the_pictures_are_told",
        "contract/test_check.py::test_pictures_that_are_refused",
    ),
    37: (
        "contract/test_check.py::test_a_mask_of_another_size_is_named",
        "picture/test_composite.py::test_an_empty_mask_sends_nothing",
        "picture/test_colour_match.py::test_everything_masked_leaves_the_result",
        "ui/test_runs.py::test_a_run_needs_a_picture_then_a_mask",
    ),
    38: (
        "contract/test_check.py::test_dall_e_2_needs_one_of_its_sizes",
        "server/test_parameter_rows.py::test_image_of_dall_e_2_is_one_square_png_under_4_mb",
    ),
}
