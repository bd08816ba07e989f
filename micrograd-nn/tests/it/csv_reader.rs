//! CSV files that are more than numbers between commas.
#![cfg(feature = "csv")]

use crate::blame::assert_panics;
use micrograd_nn::data::{CsvError, Fill, Table, TableReader};

fn read(reader: &TableReader, text: &str) -> Result<Table, CsvError> {
    reader.from_reader("points.csv", text.as_bytes())
}

#[track_caller]
fn assert_error(reader: &TableReader, text: &str, message: &str) {
    assert_eq!(read(reader, text).unwrap_err().to_string(), message);
}

#[test]
fn semicolons_and_tabs_separate_fields() {
    let semicolons = TableReader::new().delimiter(';');
    let table = read(&semicolons, "a;\"b;c\"\r\n1;2\r\n").unwrap();
    assert_eq!(
        (table.columns(), table.rows()),
        (
            &["a".to_owned(), "b;c".to_owned()][..],
            &[vec![1.0, 2.0]][..]
        )
    );
    let table = read(&TableReader::new().delimiter('\t'), "a\tb\n1\t2\n").unwrap();
    assert_eq!(table.rows(), [[1.0, 2.0]]);
    assert_error(
        &semicolons,
        "a;b\n1,5;2\n",
        "points.csv:2: column 1 `a`: `1,5` is not a number",
    );
}

#[test]
fn missing_numbers_are_an_error_unless_they_are_filled() {
    let text = "a,b\n1,?\n,4\n5,8\n";
    let plain = TableReader::new();
    assert_error(
        &plain,
        text,
        "points.csv:2: column 2 `b`: `?` is not a number",
    );
    let marked = plain.missing(&["?", "NA"]);
    assert_error(
        &marked,
        text,
        "points.csv:2: column 2 `b`: the number is missing; TableReader::fill puts one there",
    );
    let zeros = read(&marked.clone().fill(Fill::Number(0.5)), text).unwrap();
    assert_eq!(zeros.rows(), [[1.0, 0.5], [0.5, 4.0], [5.0, 8.0]]);
    let means = marked.fill(Fill::Mean);
    assert_eq!(
        read(&means, text).unwrap().rows(),
        [[1.0, 6.0], [3.0, 4.0], [5.0, 8.0]]
    );
    assert_error(
        &means,
        "a,b\n1,?\n2,NA\n",
        "points.csv: column 2 `b` has no number whose mean could be filled in",
    );
    assert_error(
        &means,
        "a,b\n1,nan\n",
        "points.csv:2: column 2 `b`: `nan` is not a finite number",
    );
}

#[test]
fn texts_become_categories_or_columns_in_the_order_of_the_texts() {
    let text = "kind,size,colour\noak,1,red\nash,2,\noak,3,blue\n";
    let reader = TableReader::new().categories("kind").one_hot("colour");
    let reader = reader.fill(Fill::Mean);
    let table = read(&reader, text).unwrap();
    assert_eq!(
        table.columns(),
        ["kind", "size", "colour_", "colour_blue", "colour_red"]
    );
    assert_eq!(
        table.rows(),
        [
            [1.0, 1.0, 0.0, 0.0, 1.0],
            [0.0, 2.0, 1.0, 0.0, 0.0],
            [1.0, 3.0, 0.0, 1.0, 0.0]
        ]
    );
    assert_eq!(table.category_names("kind").unwrap(), ["ash", "oak"]);
    assert_eq!(table.category_names("size"), None);
    assert_eq!(table.into_dataset("kind").unwrap().labels(), [1, 0, 1]);
    assert_error(
        &TableReader::new().one_hot("x"),
        "x,x_a\na,1\n",
        "points.csv:1: column 2 `x_a` has the name of an earlier one",
    );
}

#[test]
fn a_text_that_is_missing_or_not_in_utf_8_is_no_category_by_mistake() {
    for reader in [
        TableReader::new().categories("kind"),
        TableReader::new().one_hot("kind"),
    ] {
        for text in ["size,kind\n1,oak\n2,\n", "size,kind\n1,oak\n2,?\n"] {
            assert_error(
                &reader.clone().missing(&["?"]),
                text,
                "points.csv:3: column 2 `kind`: the text is missing; with TableReader::fill that is a \
                 category of its own",
            );
        }
        // Two Latin-1 letters of which UTF-8 makes the same.
        let bytes: &[u8] = b"size,kind\n1,gr\xf6n\n2,gr\xfcn\n";
        let error = reader.from_reader("points.csv", bytes).unwrap_err();
        let message = "points.csv:2: column 2 `kind`: `gr\u{fffd}n` is not a text in UTF-8";
        assert_eq!(error.to_string(), message);
        assert_eq!(
            TableReader::new()
                .select(&["size"])
                .from_reader("points.csv", bytes)
                .unwrap()
                .rows(),
            [[1.0], [2.0]]
        );
    }
}

#[test]
fn columns_are_chosen_by_name_whatever_stands_in_the_others() {
    let text = "name,y,note,x\nAnn,1,,2\nBob,3,?,4\n";
    let reader = TableReader::new().select(&["x", "y"]);
    let table = read(&reader, text).unwrap();
    assert_eq!(table.columns(), ["x", "y"]);
    assert_eq!(table.rows(), [[2.0, 1.0], [4.0, 3.0]]);
    // Columns are counted in the file.
    assert_error(
        &reader,
        "name,y,note,x\nAnn,1,,?\n",
        "points.csv:2: column 4 `x`: `?` is not a number",
    );
    let message = "points.csv: there is no column `z`; there are x, y";
    assert_error(&TableReader::new().select(&["z"]), "x,y\n1,2\n", message);
    assert_error(&TableReader::new().one_hot("z"), "x,y\n1,2\n", message);
}

#[test]
fn a_file_without_header_has_the_names_that_are_given() {
    let reader = TableReader::new()
        .without_header(&["x", "kind"])
        .categories("kind")
        .delimiter(' ');
    let table = read(&reader, "1 oak\n2 ash\n").unwrap();
    assert_eq!(table.column("kind").unwrap(), [1.0, 0.0]);
}

#[test]
fn options_that_it_cannot_have() {
    assert_panics(
        "'é' cannot separate fields: it is no ASCII character, or has a meaning",
        || TableReader::new().delimiter('é'),
    );
    assert_panics(
        "'\\n' cannot separate fields: it is no ASCII character, or has a meaning",
        || TableReader::new().delimiter('\n'),
    );
    assert_panics("columns 1 and 2 are both named `x`", || {
        TableReader::new().select(&["x", "x"])
    });
    assert_panics(
        "missing numbers cannot become NaN; a table has finite numbers",
        || TableReader::new().fill(Fill::Number(f64::NAN)),
    );
}
