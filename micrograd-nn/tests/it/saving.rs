//! Saved models: exact, replaced as a whole, and refused as a whole.
#![cfg(feature = "safetensors")]

use micrograd_core::Value;
use micrograd_nn::{LoadError, Mlp, Module, SaveError, SaveModule, saved_metadata, saved_shapes};
use rand::{SeedableRng, rngs::ChaCha8Rng};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

fn model(outputs: &[usize], seed: u64) -> Mlp {
    Mlp::new(2, outputs, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn bits(module: &dyn Module) -> Vec<u64> {
    module
        .parameters()
        .iter()
        .map(|parameter| parameter.data().to_bits())
        .collect()
}

/// A folder of its own, and a file in it that holds a saved model.
fn saved(module: &dyn Module) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    module.save(&file).expect("the file can be written");
    (folder, file)
}

/// The names of what is in the folder, hidden files included.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("the folder can be read");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect()
}

/// Fails unless `module` refuses the file with this message and stays as it was.
#[track_caller]
fn assert_refused(module: &dyn Module, file: &PathBuf, message: &str) -> LoadError {
    let before = bits(module);
    let error = module.load(file).expect_err("the file does not fit");
    assert_eq!(error.to_string(), format!("{}: {message}", file.display()));
    assert_eq!(bits(module), before, "the model has changed");
    error
}

/// A safetensors file made by hand: a header and the bytes of 64-bit floats.
fn write_by_hand(file: &PathBuf, header: &str, numbers: &[f64]) {
    let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
    bytes.extend(header.as_bytes());
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    fs::write(file, bytes).expect("the file can be written");
}

#[test]
fn every_bit_of_every_parameter_comes_back() {
    let numbers = [
        0.1,
        -0.0,
        f64::MIN_POSITIVE,
        5e-324,
        f64::MAX,
        1.0 / 3.0,
        -1e-310,
        2.5,
        7.0,
    ];
    let original = model(&[2, 1], 1);
    original.set_parameters(&numbers);
    let (_folder, file) = saved(&original);
    let other = model(&[2, 1], 2);
    other.load(&file).expect("the file fits");
    assert_eq!(bits(&other), numbers.map(f64::to_bits));
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let (_one, first) = saved(&model(&[8, 3], 1));
    let (_two, second) = saved(&model(&[8, 3], 1));
    assert_eq!(
        fs::read(first).expect("a file"),
        fs::read(second).expect("a file")
    );
}

#[test]
fn texts_of_the_header_come_back() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    let texts = [("classes", "cat, dog"), ("μ", "0.5\n\"")];
    model(&[1], 1)
        .save_with_metadata(&file, &texts)
        .expect("the file can be written");
    let read = saved_metadata(&file).expect("the file is whole");
    assert_eq!(
        read.into_iter().collect::<Vec<_>>(),
        texts.map(|(a, b)| (a.into(), b.into()))
    );
}

#[test]
fn shapes_can_be_read_before_there_is_a_model() {
    let (_folder, file) = saved(&model(&[3, 1], 1));
    let shapes = saved_shapes(&file).expect("the file is whole");
    let expected = [
        ("layers.0.bias", vec![3]),
        ("layers.0.weight", vec![3, 2]),
        ("layers.1.bias", vec![1]),
        ("layers.1.weight", vec![1, 3]),
    ];
    assert_eq!(
        shapes.into_iter().collect::<Vec<_>>(),
        expected.map(|(name, shape)| (name.to_owned(), shape))
    );
    fs::write(&file, b"cut off").expect("the file can be written");
    assert!(matches!(
        saved_shapes(&file),
        Err(LoadError::Damaged { .. })
    ));
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let (_folder, file) = saved(&model(&[3, 1], 1));
    let whole = fs::read(&file).expect("the saved file");
    let other = model(&[3, 1], 2);
    let before = bits(&other);
    for length in 0..whole.len() {
        fs::write(&file, &whole[..length]).expect("the file can be written");
        let error = other.load(&file).expect_err("the file is cut off");
        let LoadError::Damaged {
            bytes, file: named, ..
        } = &error
        else {
            panic!("{error}")
        };
        assert_eq!((*bytes, named), (length, &file));
        assert_eq!(bits(&other), before);
    }
    fs::write(&file, &whole).expect("the file can be written");
    other.load(&file).expect("the whole file fits");
}

#[test]
fn a_file_with_bytes_too_many_is_refused() {
    let (_folder, file) = saved(&model(&[3, 1], 1));
    let mut bytes = fs::read(&file).expect("the saved file");
    bytes.push(0);
    fs::write(&file, bytes).expect("the file can be written");
    let error = model(&[3, 1], 2)
        .load(&file)
        .expect_err("the file is too long");
    assert!(matches!(error, LoadError::Damaged { .. }), "{error}");
}

#[test]
fn other_shapes_and_names_are_refused_with_both() {
    let (_folder, file) = saved(&model(&[3, 1], 1));
    let error = assert_refused(
        &model(&[3, 2], 2),
        &file,
        "the tensor `layers.1.weight` has the shape [1, 3], but the model has [2, 3]",
    );
    let LoadError::Shape {
        tensor,
        expected,
        found,
        ..
    } = error
    else {
        panic!("{error}")
    };
    assert_eq!(
        (tensor.as_str(), expected, found),
        ("layers.1.weight", vec![2, 3], vec![1, 3])
    );
    assert_refused(
        &model(&[3, 1, 1], 2),
        &file,
        "the tensor `layers.2.weight` of shape [1, 1] is missing",
    );
    assert_refused(
        &model(&[3], 2),
        &file,
        "the tensor `layers.1.bias` of shape [1] does not belong to the model",
    );
}

#[test]
fn numbers_that_are_not_finite_are_refused_with_their_place() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    let header = r#"{"":{"dtype":"F64","shape":[3],"data_offsets":[0,24]}}"#;
    let numbers: Vec<Value> = (0..3).map(Value::from).collect();
    write_by_hand(&file, header, &[1.0, 2.0, f64::NAN]);
    assert_refused(&numbers, &file, "number 2 of the tensor `` is NaN");
    write_by_hand(&file, header, &[1.0, f64::NEG_INFINITY, 2.0]);
    let error = assert_refused(&numbers, &file, "number 1 of the tensor `` is -inf");
    assert!(matches!(error, LoadError::NotFinite { index: 1, .. }));
}

#[test]
fn other_types_than_floats_are_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("model.safetensors");
    let header = r#"{"":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#;
    write_by_hand(&file, header, &[1.0]);
    let one = [Value::new(0.5)];
    assert_refused(
        &one,
        &file,
        "the tensor `` holds I64, not F64, F32, F16 or BF16",
    );
}

#[test]
fn a_model_that_is_not_finite_is_not_saved_and_the_old_file_stays() {
    let model = model(&[1], 1);
    let (folder, file) = saved(&model);
    let old = fs::read(&file).expect("the saved file");
    model.parameters()[1].set_data(f64::NAN);
    let error = model.save(&file).expect_err("a NaN is not saved");
    assert!(
        matches!(&error, SaveError::NotFinite { tensor, index: 1, .. } if tensor == "layers.0.weight"),
        "{error}"
    );
    assert_eq!(fs::read(&file).expect("the old file"), old);
    assert_eq!(names(&folder), ["model.safetensors"]);
}

#[test]
fn where_nothing_can_be_written_the_error_names_the_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let missing = folder
        .path()
        .join("no such folder")
        .join("model.safetensors");
    let error = model(&[1], 1)
        .save(&missing)
        .expect_err("there is no folder");
    assert!(
        error
            .to_string()
            .starts_with(&format!("{}: ", missing.display())),
        "{error}"
    );

    // A folder cannot be replaced by a file: the rename fails, and the draft goes.
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).expect("a folder");
    let error = model(&[1], 1).save(&taken).expect_err("the name is taken");
    assert!(matches!(error, SaveError::Io { .. }), "{error}");
    assert_eq!(names(&folder), ["taken"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_model_stays_a_link() {
    let (folder, file) = saved(&model(&[1], 1));
    let link = folder.path().join("latest");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let newer = model(&[1], 2);
    newer.save(&link).expect("the file can be written");
    assert!(link.is_symlink());
    let read = model(&[1], 3);
    read.load(&file).expect("the file fits");
    assert_eq!(bits(&read), bits(&newer));
}

#[test]
fn a_save_removes_what_a_killed_one_left_and_nothing_else() {
    let (folder, file) = saved(&model(&[1], 1));
    let beside = |name: &str| fs::File::create(folder.path().join(name)).expect("a file");
    beside(".model.safetensors.4242-0.draft");
    beside(".other.safetensors.4242-0.draft");
    beside(".model.safetensors.notes");
    // A writer that lives holds a lock.
    let writer = beside(".model.safetensors.4243-0.draft");
    writer.lock().expect("a lock");

    model(&[1], 1).save(&file).expect("the file can be written");
    let mut left = names(&folder);
    left.sort();
    assert_eq!(
        left,
        [
            ".model.safetensors.4243-0.draft",
            ".model.safetensors.notes",
            ".other.safetensors.4242-0.draft",
            "model.safetensors",
        ]
    );
}

#[test]
fn texts_and_shapes_are_read_whatever_the_tensors_hold() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("mixed.safetensors");
    let header = concat!(
        r#"{"__metadata__":{"from":"elsewhere"},"half":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]},"#,
        r#""brain":{"dtype":"BF16","shape":[4],"data_offsets":[8,16]},"#,
        r#""ids":{"dtype":"I64","shape":[],"data_offsets":[16,24]},"#,
        r#""counts":{"dtype":"I64","shape":[],"data_offsets":[24,32]}}"#
    );
    write_by_hand(&file, header, &[1.0, 2.0, 3.0, 4.0]);
    assert_eq!(
        saved_metadata(&file).expect("a sound file")["from"],
        "elsewhere"
    );
    let shapes = saved_shapes(&file).expect("a sound file");
    assert_eq!(
        (&shapes["half"][..], &shapes["brain"][..]),
        (&[2, 2][..], &[4][..])
    );
    assert_eq!(shapes["ids"], [0; 0]);
    // Of several tensors that cannot be loaded, the first one is named, each time.
    for _ in 0..20 {
        let message = [Value::new(0.5)]
            .load(&file)
            .expect_err("no F64")
            .to_string();
        assert!(
            message.ends_with("the tensor `counts` holds I64, not F64, F32, F16 or BF16"),
            "{message}"
        );
    }
}
