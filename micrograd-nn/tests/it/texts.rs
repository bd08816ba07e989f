//! Texts as tokens: numbering, lines, and what is wrong with a file.

use crate::blame::assert_panics;
use micrograd_nn::data::{CharTokenizer, TextError};
use std::fs;

fn letters() -> CharTokenizer {
    CharTokenizer::new('a'..='z')
}

#[test]
fn letters_are_0_to_25_and_the_separator_26() {
    let letters = letters();
    let alphabet = letters
        .encode("abcdefghijklmnopqrstuvwxyz")
        .expect("letters");
    assert_eq!(alphabet[0], 26);
    assert_eq!(alphabet[1..27], (0..26).collect::<Vec<_>>());
    assert_eq!(alphabet[27], 26);
    assert_eq!((letters.tokens(), letters.separator()), (27, 26));
    let back: String = alphabet
        .iter()
        .filter_map(|&t| letters.character(t))
        .collect();
    assert_eq!(back, "abcdefghijklmnopqrstuvwxyz");
}

#[test]
fn every_line_is_a_text_except_empty_ones() {
    let lines = letters()
        .encode_lines("names.txt", "ab\r\n\n  c \n\t\nd")
        .expect("letters");
    assert_eq!(
        lines,
        [vec![26, 0, 1, 26], vec![26, 2, 26], vec![26, 3, 26]]
    );
}

#[test]
fn an_error_names_file_line_and_character() {
    let error = letters()
        .encode_lines("names.txt", "ann\n\nÉmile\n")
        .unwrap_err();
    assert!(
        matches!(&error, TextError::Line { line: 3, .. }),
        "{error:?}"
    );
    assert_eq!(
        error.to_string(),
        "names.txt:3: `É` in `Émile` is not one of `abcdefghijklmnopqrstuvwxyz`; \
         write the text with these, or leave it out"
    );
    // What cannot be seen is written as an escape.
    let error = letters().encode("\u{feff}ann").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with(r"`\u{feff}` in `\u{feff}ann` is not"),
        "{error}"
    );
}

#[test]
fn a_file_without_texts_or_without_utf_8_is_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("names.txt");
    let read = |bytes: &[u8]| {
        fs::write(&file, bytes).expect("the folder can be written");
        letters().read_lines(&file)
    };
    assert_eq!(read(b"ann\nbo\n").expect("letters").len(), 2);
    assert!(matches!(read(b""), Err(TextError::Empty { .. })));
    assert!(matches!(read(b" \n\n"), Err(TextError::Empty { .. })));
    assert!(matches!(
        read(b"ann\nbo\n\xff\n"),
        Err(TextError::Encoding { line: 3, .. })
    ));
    assert!(matches!(
        read(b"\xc3"),
        Err(TextError::Encoding { line: 1, .. })
    ));
    let missing = letters()
        .read_lines(folder.path().join("none"))
        .unwrap_err();
    assert!(matches!(missing, TextError::Io { .. }));
    assert!(missing.to_string().contains("none"), "{missing}");
}

#[test]
fn a_character_has_one_token_and_a_token_one_character() {
    assert_panics("`a` would be token 0 and token 2", || {
        CharTokenizer::new("aba".chars())
    });
    assert_panics(
        "a tokenizer of 27 tokens was asked for token 27, counted from 0",
        || letters().character(27),
    );
}
