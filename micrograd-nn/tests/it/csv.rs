//! CSV files: what is read, and what is refused with the file, the line and the column.
#![cfg(feature = "csv")]

use micrograd_nn::data::{CsvError, Table};

fn read(text: &str) -> Result<Table, CsvError> {
    Table::from_reader("points.csv", text.as_bytes())
}

#[test]
fn numbers_are_read_in_all_their_spellings() {
    let table = read("a,\"b\", c \r\n1,-2.5,1e-3\r\n\" 4 \",+5,.5\r\n").unwrap();
    assert_eq!(table.columns(), ["a", "b", "c"]);
    assert_eq!(table.rows(), [[1.0, -2.5, 0.001], [4.0, 5.0, 0.5]]);
    assert_eq!(table.column("c").unwrap(), [0.001, 0.5]);
}

#[test]
fn a_byte_order_mark_and_a_missing_last_newline_do_not_matter() {
    let table = read("\u{feff}a,b\n1,2").unwrap();
    assert_eq!(table.columns(), ["a", "b"]);
    assert_eq!(table.rows(), [[1.0, 2.0]]);
}

#[test]
fn the_label_may_be_any_column() {
    let data = read("x,class,y\n1,0,2\n3,2,4\n")
        .unwrap()
        .into_dataset("class")
        .unwrap();
    assert_eq!(data.rows(), [[1.0, 2.0], [3.0, 4.0]]);
    assert_eq!(data.labels(), [0, 2]);
}

#[test]
fn what_is_wrong_is_named_with_its_file_line_and_column() {
    let cases = [
        ("", "points.csv: there is no header"),
        ("a,b\n", "points.csv: there is no row of numbers"),
        (
            "a,b,a\n1,2,3\n",
            "points.csv:1: column 3 `a` has the name of an earlier one",
        ),
        (
            "a,b\n1,2\n1\n",
            "points.csv:3: 1 columns, and the header has 2",
        ),
        (
            "a,b\n1,2\n1,2,3\n",
            "points.csv:3: 3 columns, and the header has 2",
        ),
        (
            "a,b\n1,2\n3,\n",
            "points.csv:3: column 2 `b`: the number is missing; TableReader::fill puts one there",
        ),
        (
            "a,b\n1,2\n\n\nx,2\n",
            "points.csv:5: column 1 `a`: `x` is not a number",
        ),
        (
            "a,b\r\n1,2\r\n\r\nx,2\r\n",
            "points.csv:4: column 1 `a`: `x` is not a number",
        ),
        (
            "a,b\n\"1\n\",2\nx,2\n",
            "points.csv:4: column 1 `a`: `x` is not a number",
        ),
        (
            "a,b\n1,NaN\n",
            "points.csv:2: column 2 `b`: `NaN` is not a finite number",
        ),
        (
            "a,b\n1e999,2\n",
            "points.csv:2: column 1 `a`: `1e999` is not a finite number",
        ),
        (
            "a;b\n1;2\n",
            "points.csv:2: column 1 `a;b`: `1;2` is not a number",
        ),
    ];
    for (text, message) in cases {
        assert_eq!(read(text).unwrap_err().to_string(), message, "for {text:?}");
    }
    let latin = Table::from_reader("points.csv", &b"a,b\n1,\xe9\n"[..]).unwrap_err();
    assert_eq!(
        latin.to_string(),
        "points.csv:2: column 2 `b`: `\u{fffd}` is not a number"
    );
}

#[test]
fn labels_that_are_no_classes_are_refused() {
    for (label, shown) in [("-1", "-1.0"), ("0.5", "0.5"), ("1e300", "1e300")] {
        let table = read(&format!("x,label\n1,0\n1,{label}\n")).unwrap();
        let message = table.into_dataset("label").unwrap_err().to_string();
        let expected =
            format!("points.csv:3: column 2 `label`: `{shown}` is not a label (0, 1, 2, …)");
        assert_eq!(message, expected);
    }
}

#[test]
fn a_column_that_is_not_there_is_told_with_those_that_are() {
    let table = read("x,y\n1,2\n").unwrap();
    let message = "points.csv: there is no column `label`; there are x, y";
    assert_eq!(table.column("label").unwrap_err().to_string(), message);
    assert_eq!(
        table.into_dataset("label").unwrap_err().to_string(),
        message
    );
}

#[test]
fn a_file_is_read_and_a_missing_one_is_named() {
    let path = std::env::temp_dir().join(format!("micrograd-csv-{}.csv", std::process::id()));
    std::fs::write(&path, "a\n1\n").unwrap();
    let table = Table::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(table.rows(), [[1.0]]);
    let message = Table::read(&path).unwrap_err().to_string();
    assert!(
        message.starts_with(&format!("{}: ", path.display())),
        "{message}"
    );
}
