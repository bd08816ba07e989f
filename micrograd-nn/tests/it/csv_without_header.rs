//! CSV files that are not what they seem: no header, old line ends, targets that are no classes.
#![cfg(feature = "csv")]

use micrograd_nn::data::{CsvError, Table};

fn read(text: &str) -> Result<Table, CsvError> {
    Table::from_reader("points.csv", text.as_bytes())
}

fn message<T>(result: Result<T, CsvError>) -> String {
    result.map(|_| ()).expect_err("it is refused").to_string()
}

#[test]
fn a_first_line_of_numbers_is_no_header() {
    let error = read("1,2\n3,4\n").expect_err("its first row would be lost");
    assert!(matches!(error, CsvError::NoHeader { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "points.csv:1: `1, 2` are numbers and not a header; Table::read_headerless takes the names of \
         the columns"
    );
    assert!(matches!(
        read(" -1e3 \n4\n"),
        Err(CsvError::NoHeader { .. })
    ));
    // One name makes a header: years, for instance, may be names.
    assert_eq!(
        read("country,1990\n1,2\n").unwrap().columns(),
        ["country", "1990"]
    );
}

#[test]
fn a_file_without_header_keeps_its_first_row() {
    let names = ["x", "class"];
    let table = Table::headerless_from_reader("points.csv", &names, &b"1,0\n3,1\n"[..]).unwrap();
    assert_eq!(table.columns(), names);
    assert_eq!(table.rows(), [[1.0, 0.0], [3.0, 1.0]]);
    assert_eq!(table.into_dataset("class").unwrap().labels(), [0, 1]);

    let wrong = Table::headerless_from_reader("points.csv", &names, &b"1,0\n3,1,5\n"[..]);
    assert_eq!(
        message(wrong),
        "points.csv:2: 3 columns, and there are names for 2"
    );
    let wrong = Table::headerless_from_reader("points.csv", &names, &b"x,0\n"[..]);
    assert_eq!(
        message(wrong),
        "points.csv:1: column 1 `x`: `x` is not a number"
    );

    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("points.csv");
    std::fs::write(&file, "1,0\n").expect("a file");
    assert_eq!(
        Table::read_headerless(&file, &names).unwrap().rows(),
        [[1.0, 0.0]]
    );
}

#[test]
fn lines_that_end_with_a_carriage_return_are_counted() {
    for (text, line) in [
        ("a,b\r1,2\rx,2\r", 3),
        ("a,b\r1,2\r\r\rx,2\r", 5),
        ("a,b\r\n1,2\r\nx,2\r\n", 3),
        ("a,b\n1,2\r\nx,2\r", 3),
        ("a,b\r\"1\r\n\r\",2\rx,2", 5),
    ] {
        let expected = format!("points.csv:{line}: column 1 `a`: `x` is not a number");
        assert_eq!(message(read(text)), expected, "{text:?}");
    }
}

#[test]
fn a_target_of_many_numbers_is_not_taken_for_classes() {
    // As the target of scikit-learn's diabetes data: whole numbers, most of them missing.
    let table = |targets: &mut dyn Iterator<Item = u32>| {
        let rows: Vec<String> = targets.map(|target| format!("0.5,{target}\n")).collect();
        format!("x,target\n{}", rows.concat())
    };
    let text = table(&mut (0..100).map(|i| 25 + (i * 37) % 320));
    let error = read(&text)
        .unwrap()
        .into_dataset("target")
        .expect_err("it is for regression");
    assert!(matches!(error, CsvError::ManyClasses { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "points.csv: the column `target` would have 341 classes, of which 100 occur, in 100 rows; \
         Table::into_regression takes targets, and into_dataset_of_classes so many classes"
    );
    let data = read(&text)
        .unwrap()
        .into_dataset_of_classes("target", 400)
        .unwrap();
    assert_eq!((data.len(), data.features()), (100, 1));

    // Each number once.
    let text = table(&mut (0..30));
    let error = read(&text)
        .unwrap()
        .into_dataset("target")
        .expect_err("it is for regression");
    assert!(matches!(error, CsvError::ManyClasses { .. }), "{error}");

    let huge = read("x,label\n1,4294967295\n")
        .unwrap()
        .into_dataset("label");
    assert!(matches!(huge, Err(CsvError::ManyClasses { .. })));
}

#[test]
fn a_label_beyond_the_classes_is_refused() {
    let table = read("x,label\n1,0\n1,3\n").unwrap();
    assert_eq!(
        message(table.into_dataset_of_classes("label", 3)),
        "points.csv:3: column 2 `label`: `3.0` is not a label (0, 1, 2, …) below the number of classes"
    );
}
