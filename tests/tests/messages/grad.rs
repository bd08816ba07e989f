//! What the user reads: errors that the macros write, errors that rustc writes about what the macros expand to, and
//! programs that must compile. `TRYBUILD=overwrite` renews the expected texts.

/// Every mistake gives its message at the smallest wrong token, and nothing else.
#[test]
fn user_code_gives_the_expected_messages() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/macro_errors/**/*.rs");
    cases.compile_fail("ui/rustc_errors/**/*.rs");
    cases.pass("ui/pass/**/*.rs");
}
