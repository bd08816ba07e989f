//! What the user reads about a wrong `#[derive(Module)]`, and the types that must compile.
//! `TRYBUILD=overwrite` renews the expected texts.

#[test]
fn a_derived_module_works_in_every_shape_and_a_mistake_gives_its_message() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/derive_module/pass/**/*.rs");
    cases.compile_fail("ui/derive_module/errors/**/*.rs");
}
